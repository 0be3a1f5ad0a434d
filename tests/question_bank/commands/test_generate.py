from pathlib import Path

import pytest

from question_bank.__main__ import main
from question_bank.document import shipped_documents

SOMERSET = str(shipped_documents()["nhs-somerset"])


def test_a_booklet_is_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "booklet.html"
    assert main(["generate", SOMERSET, "--booklet", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"{out}: ")
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Question booklet: NHS Somerset" in text


def test_the_same_page_and_seed_give_the_same_booklet(tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("1.html", "2.html", "3.html"))
    for path, seed in ((one, "4"), (other, "4"), (third, "5")):
        main(["generate", SOMERSET, "--seed", seed, "--booklet", str(path)])
    assert one.read_bytes() == other.read_bytes()
    assert one.read_bytes() != third.read_bytes()


def test_a_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", SOMERSET, "--booklet", str(tmp_path / "none" / "booklet.html")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "cannot be written" in said.err
