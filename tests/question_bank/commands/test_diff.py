"""`diff` says what changed and where, for people and as JSON."""

import json
from pathlib import Path

import pytest

from question_bank.__main__ import main

OLD = "Our values\n\nCandour\n\n  • we say so on the same day\n  • we write down what we agreed\n"
NEW = "Our values\n\nCandour\n\n  • we say so on the very same day\n  • we ask twice\n"


def editions(folder: Path) -> list[str]:
    paths = [folder / "old.txt", folder / "new.txt"]
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_each_change_is_said_with_its_line_and_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *editions(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "kept      line 3: name of a value: “Candour”",
        "reworded  line 5: “Candour”, behaviour: “we say so on the very same day”",
        "          was line 5: “we say so on the same day”",
        "added     line 6: “Candour”, behaviour: “we ask twice”",
        "removed   line 6: “Candour”, behaviour: “we write down what we agreed”",
        "",
        "1 kept, 1 reworded, 0 moved, 1 added, 1 removed",
    ]


def test_as_json_both_sides_are_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *editions(tmp_path), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [change["kind"] for change in printed] == ["kept", "reworded", "added", "removed"]
    assert printed[2]["old"] is None
    assert printed[3]["old"] == {"place": "“Candour”, behaviour", "line": 6, "text": "we write down what we agreed"}


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, _ = editions(tmp_path)
    assert main(["diff", old, str(tmp_path / "missing.txt")]) == 2
    assert "missing.txt: there is no such file" in capsys.readouterr().err
