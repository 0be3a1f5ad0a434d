"""Files made to explode are refused in one line, soon, and at no cost to the caller."""

import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources import confined, extract_text
from question_bank.reader.sources.confined import take_apart
from tests.question_bank.reader.sources.made_files import W, docx, pdf, pdf_text, zipped
from tests.support.source import ROOT

MOST_GROWTH = 64 * 1024 * 1024
READ_AND_MEASURE = """
import resource, sys
from pathlib import Path
from question_bank.errors import ReadError
from question_bank.reader import read_file

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

before = peak()
try:
    read_file(Path(sys.argv[1]))
    message = "was read"
except ReadError as error:
    message = str(error)
print(peak() - before, message)
"""


@cache
def zip_bomb() -> bytes:
    """450 kB that unpack to 400 MB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as file:
        for _ in range(400):
            file.write(b" " * 1_000_000)
    return target.getvalue()


def lying_zip() -> bytes:
    """The same, which says of itself that it is small."""
    return zip_bomb().replace((400_000_000).to_bytes(4, "little"), (90_000).to_bytes(4, "little"))


def laughing_docx(encoding: str) -> bytes:
    """A few lines of entities that stand for a billion letters."""
    entities = "".join(f'<!ENTITY e{n + 1} "{10 * f"&e{n};"}">' for n in range(9))
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY e0 "ha">{entities}]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>'
    )
    return zipped({"word/document.xml": text.encode(encoding)})


def pdf_bomb(times: int) -> bytes:
    """600 kB, packed twice 2 kB, that unpack to 600 MB."""
    if times == 2:
        return pdf(["x"], compress=lambda _: zlib.compress(_zeros()), filters="[/FlateDecode /FlateDecode]")
    return pdf(["x"], compress=lambda _: _zeros())


@cache
def _zeros() -> bytes:
    packer = zlib.compressobj(6)
    return b"".join(packer.compress(b"0 " * 500_000) for _ in range(600)) + packer.flush()


ALWAYS = ("zip", "lying zip", "entities", "many files", "pdf stream", "deep html")  # the others run with --long
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip": (zip_bomb, "unpacks to more"),
    "lying zip": (lying_zip, "damaged"),
    "entities": (lambda: laughing_docx("utf-8"), "document type"),
    "entities in utf-16": (lambda: laughing_docx("utf-16"), "document type"),
    "nested zip": (
        lambda: zipped({"word/document.xml": b"<x/>", "word/more.zip": zip_bomb()}),
        "unpacks to over",
    ),
    "many files": (lambda: zipped({f"word/{n}": b"" for n in range(2001)}), "more than 2,000 parts"),
    "wide xml": (lambda: docx("<w:p/>" * 7_000_000), "unpacks to over"),
    "deep xml": (lambda: docx("<w:sdt><w:sdtContent>" * 900 + "</w:sdtContent></w:sdt>" * 900), "deep"),
    "pdf stream": (lambda: pdf_bomb(1), "unpacks to more"),
    "pdf stream packed twice": (lambda: pdf_bomb(2), "unpacks to more"),
    "deep html": (lambda: b"<html>" + b"<div>" * 1_000_000, "200,000 tags"),
    "comments without end": (lambda: b"<html>" + b"<!--" * 2_000_000, "200,000 tags"),
    "tags without end": (lambda: b"<html>" + b"<a " * 3_000_000, "200,000 tags"),
    "wide table": (lambda: b"<html><table>" + b"<tr><td rowspan=9999 colspan=9999>x" * 9_000, "cells"),
    "long text": (lambda: b"Our values\n" * 850_000, "3,000,000 characters"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured with the module resource")
@pytest.mark.parametrize(
    "name", [name if name in ALWAYS else pytest.param(name, marks=pytest.mark.long) for name in BOMBS]
)
def test_a_bomb_is_refused_in_one_line_and_costs_the_caller_little(name: str, tmp_path: Path) -> None:
    make, words = BOMBS[name]
    path = tmp_path / "bomb"
    path.write_bytes(make())
    command = [sys.executable, "-c", READ_AND_MEASURE, str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    growth, _, message = ended.stdout.partition(" ")
    assert int(growth) < MOST_GROWTH
    assert message.startswith(f"{path}: ")
    assert message.count("\n") == 1
    assert any(word in message for word in words.split("|")), message


@pytest.mark.parametrize(
    "content",
    [
        b"<html><p title='" + b"x" * 5_000_000 + b"'>Our values</p>",
        b"<html><p " + b"a=1 " * 500_000 + b">Our values</p>",
        b"<html>" + b"<div>" * 5_000 + b"Our values" + b"</div>" * 5_000,
        b"<html><p>Our values</p>" + b"<!--" * 150_000,
        b"<html><p>Our values</p>" + b"<a b='" * 150_000,
        b"<html><p>Our values</p>" + b"<script>" * 150_000,
    ],
)
def test_what_only_looks_like_a_bomb_is_read(content: bytes) -> None:
    assert extract_text(content, name="page").text == "Our values"


def test_a_pdf_page_with_words_without_end_is_refused() -> None:
    page = "".join(pdf_text("we mend before we buy " * 4, size=9, x=9, y=place % 800) for place in range(1_300))
    with pytest.raises(ReadError, match="page 1 with more text"):
        extract_text(pdf([page]), name="page")


def test_a_reader_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ReadError, match=r"took more than 0\.01 seconds"):
        take_apart(b"<html><p>Our values", kind="html", seconds=0.01)


def test_a_reader_that_ends_in_any_other_way_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="more memory or time"):
        take_apart(b"", kind="nothing")
    monkeypatch.setattr(confined, "MOST_ANSWER_BYTES", 10)
    with pytest.raises(ReadError, match="more text"):
        take_apart(b"<html><p>Our values", kind="html")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReadError, match="could not be read here"):
        take_apart(b"<html><p>Our values", kind="html")


def test_the_reader_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert take_apart(b"<html><p>Our values", kind="html").text == "Our values"
