"""docs/bank.schema.json describes exactly what is written and what is read."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.errors import FormatError
from question_bank.formats.json_bank import bank_from_data, bank_to_dict
from question_bank.model import Bank, DraftStatus, Kind, Proof, Severity
from tests.question_bank.build import shipped_bank
from tests.question_bank.formats.banks import ALL_KINDS, any_bank, bank_of
from tests.question_bank.formats.schema import SCHEMA, described, faults

DATA = Path(__file__).parents[1] / "data"
FULL = json.loads(json.dumps(bank_to_dict(bank_of(*ALL_KINDS))))
WRONG: tuple[Any, ...] = (None, 3, "", "x", True, [], {}, [3], [[]], ["a"])


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every field and entry of the data: what holds it, and its name or number there."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in list(entries):
        yield data, name
        yield from places(value)


def is_read(data: Any) -> bool:
    with contextlib.suppress(FormatError):
        bank_from_data(data)
        return True
    return False


@pytest.mark.parametrize("name", ["nhs-somerset", "mersey-care"])
def test_generated_banks_have_the_described_form(name: str) -> None:
    assert list(faults(bank_to_dict(shipped_bank(name, organisation=None)), strict=True)) == []


@pytest.mark.parametrize("path", sorted(DATA.glob("*.json")), ids=lambda path: path.name)
def test_banks_that_people_wrote_have_the_described_form(path: Path) -> None:
    assert list(faults(json.loads(path.read_text(encoding="utf-8")))) == []


@given(any_bank())
def test_any_bank_is_written_in_the_described_form(bank: Bank) -> None:
    assert list(faults(bank_to_dict(bank), strict=True)) == []


def test_everything_described_is_written() -> None:
    item = FULL["items"][2]
    defined = SCHEMA["$defs"]
    assert set(FULL) == described(SCHEMA)
    assert set(item) == described(defined["item"])
    for name, written in (("option", item["options"][0]), ("citation", item["source"][0])):
        assert set(written) == described(defined[name])
    for name in ("finding", "override"):
        assert set(item[f"{name}s"][0]) == described(defined[name])


def test_closed_sets_are_those_of_the_code() -> None:
    fields = SCHEMA["$defs"]["item"]["properties"]
    assert fields["kind"]["enum"] == [*Kind]
    assert fields["status"]["enum"] == [*DraftStatus, "", None]
    assert SCHEMA["$defs"]["finding"]["properties"]["severity"]["enum"] == [*Severity]
    assert f"one of {', '.join(Proof)}." in SCHEMA["$defs"]["option"]["properties"]["proof"]["description"]


def test_what_is_missing_is_judged_alike_by_schema_and_code() -> None:
    for place in range(len(list(places(FULL)))):
        data = json.loads(json.dumps(FULL))
        holder, name = list(places(data))[place]
        del holder[name]
        assert is_read(data) == (not list(faults(data))), (name, holder)


@given(st.integers(0, len(list(places(FULL))) - 1), st.sampled_from(WRONG))
def test_what_has_another_form_is_judged_alike_by_schema_and_code(place: int, wrong: Any) -> None:
    data = json.loads(json.dumps(FULL))
    holder, name = list(places(data))[place]
    holder[name] = wrong
    assert is_read(data) == (not list(faults(data))), (name, wrong, list(faults(data)))
