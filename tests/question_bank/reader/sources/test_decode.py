import io
from pathlib import Path

import pytest

from question_bank.errors import ReadError
from question_bank.reader import read_content, read_file
from question_bank.reader.sources.decode import decode, read_bytes
from question_bank.reader.sources.limits import MOST_BYTES

TEXT = "Our values\r\n• Caf\u00e9 – “open” to all\r\n• Patience – waiting for people"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
)
def test_text_is_read_in_every_usual_encoding(content: bytes) -> None:
    assert decode(content) == TEXT


def test_what_a_page_declares_counts_only_where_it_is_no_unicode() -> None:
    assert decode("Łódź".encode("cp1250"), declared="windows-1250") == "Łódź"
    assert decode("Łódź".encode(), declared="windows-1250") == "Łódź"
    assert decode("‘quoted’".encode("cp1252"), declared="iso-8859-1") == "‘quoted’"
    assert decode("‘quoted’".encode("cp1252"), declared="rot13") == "‘quoted’"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"one\ntwo\nth\x00ree", "line 3"),
        (b"\xff\xfeO\x00u", "byte 3"),
        (b"Our values \x81", "byte 12"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(content: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        decode(content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match=r"no such file|cannot be opened"):
        read_file(tmp_path / name)


def test_no_more_is_read_of_a_file_than_a_values_page_can_have(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read_bytes(path)


def test_the_standard_input_is_read_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from_file = read_content(TEXT.encode("cp1252"), name="page")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1252"))))
    assert [value.name for value in from_file.values] == ["Café", "Patience"]
