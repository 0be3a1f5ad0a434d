"""The commands for authors: what they print, and how they end."""

import json
import re
from pathlib import Path

import pytest

from question_bank.__main__ import main
from question_bank.document import shipped_documents

SOMERSET = shipped_documents()["nhs-somerset"]
BAD = Path(__file__).parent / "data" / "bad_items.json"
FINDING = re.compile(r"(FAIL|note) \S+ [a-z-]+ .+")


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("name", sorted(shipped_documents()))
def test_what_is_generated_from_a_shipped_page_passes_the_check(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, bank = shipped_documents()[name], tmp_path / "bank.json"
    code, out, err = _run(capsys, "generate", page, "--seed", 3)
    assert (code, err) == (0, "")
    bank.write_text(out, encoding="utf-8")
    assert len(json.loads(out)["items"]) >= 20
    for given in (["--page", page], []):
        code, out, err = _run(capsys, "check", bank, *given)
        assert (code, err) == (0, "")
        assert "FAIL" not in out


def test_reading_prints_one_object_with_the_promised_fields(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "read", SOMERSET)
    assert (code, err) == (0, "")
    assert " ".join(json.loads(out)) == "organisation title vision mission values sections unattached concerns"


def test_generating_twice_prints_the_same_and_another_seed_prints_another_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = _run(capsys, "generate", SOMERSET)
    assert _run(capsys, "generate", SOMERSET, "--seed", 0) == first
    assert _run(capsys, "generate", SOMERSET, "--seed", 1) != first


def test_the_organisation_is_the_option_else_the_one_beside_the_page_else_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "page.txt"
    alone.write_bytes(SOMERSET.read_bytes())
    named = _run(capsys, "generate", alone, "--organisation", "Harbour Trust")[1]
    assert json.loads(named)["organisation"] == "Harbour Trust"
    assert json.loads(_run(capsys, "generate", SOMERSET)[1])["organisation"] == "NHS Somerset"
    assert json.loads(_run(capsys, "generate", alone)[1])["organisation"] is None


def test_a_bank_with_faults_ends_with_one_and_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, "check", BAD, "--page", SOMERSET)
    assert (code, err) == (1, "")
    assert all(FINDING.fullmatch(line) for line in out.splitlines())
    assert "FAIL proof-none proof " in out


def test_advice_alone_ends_with_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "bank.json"
    empty.write_text('{"items": []}', encoding="utf-8")
    assert _run(capsys, "check", empty) == (0, "note bank coverage the bank holds no items\n", "")


def test_without_the_page_grounding_is_not_judged(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "check", BAD)
    rules = {line.split(" ")[2] for line in out.splitlines()}
    assert code == 1
    assert rules.isdisjoint({"quote", "key", "miskey", "headless", "avoid"})
    assert {"rationale", "negative", "duplicate"} <= rules


@pytest.mark.parametrize("command", ["read", "generate", "check"])
@pytest.mark.parametrize("content", [None, b"\x00\x01", b"%PDF-1.4"])
def test_what_cannot_be_used_is_one_line_on_stderr(
    command: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "input"
    if content is not None:
        file.write_bytes(content)
    code, out, err = _run(capsys, command, file)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"question_bank: .+\n", err)
    assert str(file) in err


def test_a_page_with_nothing_to_ask_says_so_and_ends_with_nought(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("", encoding="utf-8")
    code, out, err = _run(capsys, "generate", page)
    bank = json.loads(out)
    assert (code, err, bank["items"]) == (0, "", [])
    assert bank["findings"]


def test_a_page_that_cannot_be_read_stops_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys, "check", BAD, "--page", tmp_path / "nothing.txt")[:2] == (2, "")
