"""What comes out of a file and what goes into one, each with a list of what could not come along."""

import codecs
from dataclasses import dataclass

from question_bank.errors import FormatError
from question_bank.model import Bank

LARGEST = 10 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A bank read from a file; the notes list what the file has and a bank has no place for."""

    bank: Bank
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file's bytes; the notes list what the file cannot hold or its own program does not take."""

    content: bytes
    notes: tuple[str, ...] = ()


def decode_text(content: bytes, *, name: str) -> str:
    """Text from UTF-8, UTF-16 with its mark, or Windows-1252; FormatError where it is none of them."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode(content.removeprefix(bom), encoding, name=name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(content, "cp1252", name=name)


def encode_text(text: str) -> bytes:
    """UTF-8; half a surrogate pair, which no file can hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


def _decode(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(f"{name}: byte {error.start + 1} is not text; save the file as UTF-8") from error
