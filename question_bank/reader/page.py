"""Read a values page from a file: its bytes, its text, its layout."""

import hashlib
from pathlib import Path

from question_bank.model import ValuesPage
from question_bank.reader.layout import read_text
from question_bank.reader.numbering import count_in_file
from question_bank.reader.sources import extract_text
from question_bank.reader.sources.decode import read_bytes


def read_file(path: Path) -> ValuesPage:
    """Read a page from a file of any kind that is read; lines count in the file as given.

    In Word and PDF they count in the text that was taken out. ReadError says in one line why a file cannot be read.
    """
    path = Path(path)
    return read_content(read_bytes(path), name=str(path))


def read_content(content: bytes, *, name: str) -> ValuesPage:
    """Read a page from the bytes of a file; errors call it by the name."""
    extract = extract_text(content, name=name)
    page = read_text(extract.text, sha256=hashlib.sha256(content).hexdigest())
    return count_in_file(page, extract.lines) if extract.lines else page
