import hashlib
from pathlib import Path

import pytest

from question_bank.errors import ReadError
from question_bank.reader import read_file, read_text
from question_bank.reader.sources.decode import decode
from tests.question_bank.reader.reading import names

TEXT = "Our values\r\n• Caf\u00e9 – “open” to all\r\n• Patience – waiting for people"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_text_is_read_in_every_usual_encoding(content: bytes) -> None:
    assert decode(content, name="page.txt") == TEXT


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7 \x00", "a PDF file"),
        (b"PK\x03\x04rest", "zipped"),
        (b"\xd0\xcf\x11\xe0rest", "old Word"),
        (b"{\\rtf1 x}", "rich-text"),
        (b"\x89PNG\r\n", "a picture"),
        (b"<!DOCTYPE html><p>Our values", "web page"),
        (b"one\ntwo\nth\x00ree", "line 3"),
        (b"\xff\xfeO\x00u", "byte 3"),
        (b"Our values \x81", "byte 12"),
    ],
)
def test_anything_else_is_refused_in_one_line_that_says_what_it_is(content: bytes, what: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(content, name="page.bin")
    message = str(caught.value)
    assert message.startswith("page.bin: ")
    assert what in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match=r"no such file|cannot be opened"):
        read_file(tmp_path / name)


def test_a_file_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    page = read_file(path)
    assert page.sha256 == hashlib.sha256(TEXT.encode("cp1252")).hexdigest()
    assert names(page) == ["Café", "Patience"]
    assert [value.line for value in page.values] == [2, 3]


def test_a_text_without_a_file_is_known_by_its_own_hash() -> None:
    assert read_text(TEXT).sha256 == hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
    assert read_text(TEXT, sha256="abc").sha256 == "abc"
