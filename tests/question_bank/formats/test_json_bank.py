"""A bank survives the way out and in, and a person may leave out what only we need."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from question_bank.checks import check_bank
from question_bank.errors import FormatError
from question_bank.formats.json_bank import bank_from_json, bank_to_dict
from question_bank.model import (
    Bank,
    Capacity,
    Citation,
    DraftStatus,
    Finding,
    Item,
    Kind,
    Option,
    Override,
    Proof,
    Severity,
)

ITEM = Item(
    id="t1-0001",
    kind=Kind.MATCHING,
    template="T4",
    status=DraftStatus.REVIEW,
    stem="Match “each”.",
    options=(Option("Respect", True, "So it says."), Option("Support", False, "It is under “x”.", Proof.OTHER_VALUE)),
    facts=("value/respect/behaviour/1",),
    source=(Citation(3, "be kind"),),
    value="Respect",
    pairs=(("be kind", "Respect"), ("be brave", "Respect")),
    setting="ward",
    findings=(Finding("coverage", Severity.NOTE, "one", "t1-0001"),),
)
BANK = Bank("Mersey Care", "ab12", (ITEM,), Capacity(9, 8, 60), (Finding("clang", Severity.FAIL, "improve"),))
SHORTEST: dict[str, Any] = {"id": "a", "kind": "single", "stem": "Which?", "options": [{"text": "x", "correct": True}]}


def _read(folder: Path, data: object) -> Bank:
    file = folder / "bank.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return bank_from_json(file)


def test_a_bank_comes_back_as_it_was(tmp_path: Path) -> None:
    assert _read(tmp_path, bank_to_dict(BANK)) == BANK


def test_an_override_goes_out_with_its_reason_and_comes_back(tmp_path: Path) -> None:
    item = replace(ITEM, overrides=(Override("vague", "The trainers want the word."),))
    bank = replace(BANK, items=(item,))
    assert bank_to_dict(bank)["items"][0]["overrides"] == [{"rule": "vague", "reason": "The trainers want the word."}]
    assert _read(tmp_path, bank_to_dict(bank)) == bank
    unexplained = {**SHORTEST, "overrides": [{"rule": "vague", "reason": " "}]}
    with pytest.raises(FormatError, match=r"overrides\[0\].reason: is empty"):
        _read(tmp_path, {"items": [unexplained]})


def test_a_bank_has_the_promised_fields_in_their_order() -> None:
    plain = bank_to_dict(BANK)
    assert list(plain) == ["organisation", "page", "items", "capacity", "findings"]
    assert plain["page"] == {"sha256": "ab12"}
    fields = "id kind template status setting stem options pairs facts value source findings"
    assert " ".join(plain["items"][0]) == fields
    assert plain["items"][0]["options"][1] == {
        "text": "Support",
        "correct": False,
        "rationale": "It is under “x”.",
        "proof": "other-value",
    }
    assert plain["items"][0]["pairs"] == [["be kind", "Respect"], ["be brave", "Respect"]]
    assert plain["items"][0]["source"] == [{"line": 3, "text": "be kind"}]
    assert plain["capacity"] == {"largest_paper": 9, "paper_length": 8, "different_papers": 60}


def test_what_a_person_leaves_out_is_empty(tmp_path: Path) -> None:
    bank = _read(tmp_path, {"items": [SHORTEST]})
    item = bank.items[0]
    assert (bank.organisation, bank.page_sha256, bank.capacity, bank.findings) == (None, "", Capacity(0, 0, 0), ())
    assert (item.template, item.status, item.facts, item.source) == ("", DraftStatus.DRAFT, (), ())
    assert (item.value, item.pairs, item.setting) == (None, None, None)
    assert item.options == (Option("x", True, "", None),)


def test_a_proof_that_is_none_of_ours_proves_nothing(tmp_path: Path) -> None:
    option = {"text": "x", "correct": False, "proof": "because", "rationale": None}
    assert _read(tmp_path, {"items": [{**SHORTEST, "options": [option]}]}).items[0].options[0].proof is None


def test_an_id_stays_on_one_line_and_half_a_character_does_not_stay(tmp_path: Path) -> None:
    item = _read(tmp_path, {"items": [{**SHORTEST, "id": " a\nFAIL b ", "stem": "Which \ud800?"}]}).items[0]
    assert item.id == "a FAIL b"
    assert item.stem == "Which ??"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert _read(tmp_path, '\ufeff{"items": []}').items == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("{", "line 1, column 2: is not JSON"),
        ("[" * 100_000, "is not JSON that can be read"),
        ([], "the bank: must be an object"),
        ({}, "items: is missing"),
        ({"items": {}}, "items: must be a list"),
        ({"items": [3]}, "items[0]: must be an object"),
        ({"items": [{**SHORTEST, "id": 3}]}, "items[0].id: must be a text"),
        ({"items": [SHORTEST, {**SHORTEST, "kind": "essay"}]}, "items[1].kind: must be one of single, multiple"),
        ({"items": [{**SHORTEST, "status": "approved"}]}, "items[0].status: must be one of draft, review"),
        ({"items": [{**SHORTEST, "stem": None}]}, "items[0].stem: must be a text"),
        ({"items": [{**SHORTEST, "options": ["x"]}]}, "items[0].options[0]: must be an object"),
        ({"items": [{**SHORTEST, "options": [{"text": "x"}]}]}, "items[0].options[0].correct: must be true or false"),
        ({"items": [{**SHORTEST, "pairs": [["x"]]}]}, "items[0].pairs[0]: must be a list of two texts"),
        (
            {"items": [{**SHORTEST, "source": [{"line": True, "text": "x"}]}]},
            "items[0].source[0].line: must be a whole",
        ),
        ({"items": [], "capacity": {"largest_paper": "9"}}, "capacity.largest_paper: must be a whole number"),
        ({"items": [], "page": 3}, "page: must be an object"),
    ],
)
def test_what_has_another_form_is_refused_with_its_place(tmp_path: Path, data: object, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        _read(tmp_path, data)
    assert words in str(refusal.value)
    assert str(tmp_path / "bank.json") in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="cannot be opened"):
        bank_from_json(tmp_path / "nothing.json")
    with pytest.raises(FormatError, match="cannot be opened"):
        bank_from_json(tmp_path)
    (tmp_path / "bank.json").write_bytes(b'{"items": "\xff"}')
    with pytest.raises(FormatError, match="from byte 11 on"):
        bank_from_json(tmp_path / "bank.json")


_leaf = st.none() | st.booleans() | st.integers() | st.text(max_size=12)
_json = st.recursive(_leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner))
_option = st.fixed_dictionaries(
    {"text": _leaf, "correct": st.booleans()}, optional={"proof": _leaf, "rationale": _leaf}
)
_item = st.fixed_dictionaries(
    {"id": _leaf, "kind": st.sampled_from([*Kind]), "stem": _leaf},
    optional={"options": st.lists(_option | _json, max_size=4), "pairs": _json, "source": _json, "value": _leaf},
)


@given(st.fixed_dictionaries({"items": st.lists(_item, max_size=3)}) | _json)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_judged_or_refused(tmp_path: Path, data: object) -> None:
    try:
        bank = _read(tmp_path, data)
    except FormatError:
        return
    assert all(finding.rule for finding in check_bank(bank.items, page=None, organisation=bank.organisation))
