import io
import json

import pytest

from question_bank.__main__ import main


def test_pasted_text_is_read_from_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Our values\n• Candour\n• Thrift".encode("utf-16"))))
    assert main(["read", "-"]) == 0
    assert [value["name"] for value in json.loads(capsys.readouterr().out)["values"]] == ["Candour", "Thrift"]


def test_what_is_pasted_and_is_no_text_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\x89PNG")))
    assert main(["read", "-"]) == 2
    assert capsys.readouterr().err.startswith("question_bank: standard input: is a picture")
