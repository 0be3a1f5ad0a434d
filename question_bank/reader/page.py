"""Read a values page from a file: its bytes, its text, its layout."""

import hashlib
from pathlib import Path

from question_bank.model import ValuesPage
from question_bank.reader.decode import decode, read_bytes
from question_bank.reader.layout import read_text


def read_file(path: Path) -> ValuesPage:
    """Read a page of plain text; ReadError says in one line what the file is instead and where it stops being text."""
    content = read_bytes(Path(path))
    return read_text(decode(content, name=str(path)), sha256=hashlib.sha256(content).hexdigest())
