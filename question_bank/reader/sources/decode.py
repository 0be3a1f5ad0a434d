"""From the bytes of a file to its text: UTF-8, UTF-16 with or without its mark, Windows-1252."""

import codecs
import re
import sys
from pathlib import Path
from typing import BinaryIO

from question_bank.errors import ReadError
from question_bank.reader.sources.limits import MOST_BYTES

ADVICE = "copy the words of the page into a plain-text file"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_ONE_BYTE = re.compile(r"(?:windows-|cp)125[0-8]|iso-8859-(?:[2-9]|1[03-6])|koi8-[ru]")
_SAMPLE = 4096
_FEWEST_PAIRS = 4


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; ReadError where it cannot be opened or is larger than any values page."""
    try:
        with path.open("rb") as file:
            return _read_limited(file, name=str(path))
    except FileNotFoundError as error:
        raise ReadError(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def read_standard_input() -> bytes:
    """What is typed or piped in; ReadError where it is larger than any values page."""
    return _read_limited(sys.stdin.buffer, name="standard input")


def decode(content: bytes, *, declared: str | None = None) -> str:
    """The text of bytes; what a page declares of itself counts where it is no UTF-8.

    ReadError says at which byte or line it stops being text.
    """
    encoding, mark = encoding_of(content)
    text = _decode_as(content[len(mark) :], _known(declared) if encoding == "cp1252" else encoding)
    control = _CONTROLS.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise ReadError(f"line {line} holds bytes that are not plain text; {ADVICE}")
    return text


def encoding_of(content: bytes) -> tuple[str, bytes]:
    """The encoding of text and the mark it begins with."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding, mark
    unmarked = _unmarked_utf16(content)
    if unmarked:
        return unmarked, b""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", b""
    return "utf-8", b""


def _read_limited(file: BinaryIO, *, name: str) -> bytes:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ReadError(
            f"{name}: is larger than {MOST_BYTES // 1_000_000} MB, too large for a values page; give the page alone"
        )
    return content


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 whose mark was lost: nearly every second byte is nought, and hardly any of the others."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    pairs = len(sample) // 2
    if len(content) % 2 or pairs < _FEWEST_PAIRS:
        return None
    high_last, high_first = sample[1::2].count(0), sample[::2].count(0)
    for zeros, others, encoding in ((high_last, high_first, "utf-16-le"), (high_first, high_last, "utf-16-be")):
        if 10 * zeros >= 7 * pairs and 50 * others <= pairs:
            return encoding
    return None


def _known(declared: str | None) -> str:
    """The encoding a page names for itself, where letters of one byte can be meant; Latin-1 is Windows-1252."""
    named = (declared or "").lower()
    return named if _ONE_BYTE.fullmatch(named) else "cp1252"


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"byte {error.start + 1} is not text in UTF-8 or Windows-1252; {ADVICE}") from error
