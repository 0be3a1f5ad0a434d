"""A bank goes from file to file whole, what does not come along is printed, and nothing is half written."""

import json
import os
from pathlib import Path

import pytest

from question_bank.__main__ import main
from question_bank.formats.json_bank import bank_from_json, bank_to_json
from tests.question_bank.formats.banks import ALL_KINDS, bank_of

IMPORTS = Path(__file__).parents[1] / "data" / "imports"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.json"
    path.write_text(bank_to_json(bank_of(*ALL_KINDS)), encoding="utf-8")
    return path


def run(*arguments: object) -> int:
    return main(["convert", *map(str, arguments)])


@pytest.mark.parametrize("ending", ["json", "gift", "txt", "xml", "csv", "xlsx"])
def test_a_bank_goes_out_and_comes_back(ending: str, bank: Path, tmp_path: Path) -> None:
    there, back = tmp_path / f"there.{ending}", tmp_path / "back.json"
    assert run(bank, there) == 0
    assert run(there, back, "--organisation", "NHS Fernbrook") == 0
    assert bank_from_json(back).items == ALL_KINDS
    assert bank_from_json(back).organisation == "NHS Fernbrook"


def test_what_was_written_and_what_was_lost_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "bank.csv"
    assert run(IMPORTS / "induction.gift", there, "--organisation", "The Trust") == 0
    printed = capsys.readouterr()
    assert printed.out == f"{there}: 10 questions as CSV\n"
    lines = printed.err.splitlines()
    assert f"{IMPORTS / 'induction.gift'}: line 42: was left out: an essay is marked by a person" in lines
    assert lines[-1] == f"{there}: a table has no place for the organisation"


def test_what_was_imported_is_judged_like_any_bank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "bank.json"
    assert run(IMPORTS / "induction.xml", there) == 0
    assert main(["check", str(there)]) == 1
    assert "FAIL IND-31 proof " in capsys.readouterr().out


def test_formats_may_be_named_where_names_do_not_say(bank: Path, tmp_path: Path) -> None:
    there = tmp_path / "bank"
    assert run(bank, there) == 2
    assert run(bank, there, "--to", "moodle") == 0
    assert there.read_bytes().startswith(b"<?xml")
    assert run(there, tmp_path / "b.json", "--from", "moodle") == 0
    assert run(there, tmp_path / "b.json", "--from", "json") == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("nothing.json", None, "there is no such file"),
        ("bank.json", b"{", "line 1, column 2: is not JSON"),
        ("bank.xml", b"<quiz>", "line 1, column 7: is not XML"),
        ("bank.csv", b"kind,question\nessay,Why?", "row 2, column “kind”"),
        ("large.gift", b"x" * (10 * 1024 * 1024 + 1), "is over 10 MB"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    name: str, content: bytes | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / name, tmp_path / "out.json"
    target.write_text("before", encoding="utf-8")
    if content is not None:
        source.write_bytes(content)
    assert run(source, target) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"question_bank: {source}: ")
    assert words in error
    assert error.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({"out.json", *([name] if content else [])})


def test_a_place_that_cannot_be_written_is_refused(
    bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(bank, tmp_path / "nowhere" / "bank.gift") == 2
    assert "bank.gift: cannot be written" in capsys.readouterr().err
    (tmp_path / "folder.gift").mkdir()
    assert run(bank, tmp_path / "folder.gift") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank.json", "folder.gift"]
    assert run(tmp_path, tmp_path / "bank.gift") == 2


def test_a_new_file_is_as_open_as_any_other_and_the_source_may_be_written_over(bank: Path) -> None:
    plain = bank.with_name("plain")
    plain.touch()
    assert run(bank, bank) == 0
    assert json.loads(bank.read_text(encoding="utf-8"))["organisation"] == "NHS Fernbrook"
    assert os.stat(bank).st_mode == os.stat(plain).st_mode
