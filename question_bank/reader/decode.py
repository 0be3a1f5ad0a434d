"""From the bytes of a file to its text, or a refusal that says what the file is instead."""

import codecs
import re
from pathlib import Path

from question_bank.errors import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word or other zipped file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or other Office file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_ADVICE = "copy the words of the page into a plain-text file"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; ReadError where it cannot be opened."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def decode(content: bytes, *, name: str) -> str:
    """Text from UTF-8, UTF-16 with its mark, or Windows-1252; ReadError where the bytes are no plain text."""
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise ReadError(f"{name}: is {what}, not plain text; {_ADVICE}")
    text = _decode_text(content, name=name)
    control = _CONTROLS.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise ReadError(f"{name}: line {line} holds bytes that are not plain text; {_ADVICE}")
    if _HTML.match(text):
        raise ReadError(f"{name}: is a web page with its markup, not plain text; {_ADVICE}")
    return text


def _decode_text(content: bytes, *, name: str) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_as(content.removeprefix(bom), encoding, name=name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(content, "cp1252", name=name)


def _decode_as(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: byte {error.start + 1} is not text in UTF-8 or Windows-1252; {_ADVICE}") from error
