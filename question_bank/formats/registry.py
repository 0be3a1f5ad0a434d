"""Every format a bank can come from and go to: its name, its endings, how it is read and written."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Protocol

from question_bank.errors import FormatError
from question_bank.formats.gift.read import read_gift
from question_bank.formats.gift.write import write_gift
from question_bank.formats.json_bank import bank_from_bytes, bank_to_json
from question_bank.formats.moodle.read import read_moodle
from question_bank.formats.moodle.write import write_moodle
from question_bank.formats.sheet.csv_file import is_csv, read_csv, write_csv
from question_bank.formats.sheet.xlsx_file import read_xlsx, write_xlsx
from question_bank.formats.transfer import LARGEST, Incoming, Outgoing, decode_text, encode_text
from question_bank.model import Bank

_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\}|\Z)|\[\s*[\[{\]\"\d])")
_GIFT = re.compile(r"\s*(?://|::|\$CATEGORY:)")
_MOODLE_SKIPS = (
    "Moodle passes over the comments that hold status, template, setting, value, facts, proofs, findings and overrides;"
    " they come back only from this file",
    "Moodle gives part marks for several choices and for matching, where our quizzes need every part",
)


class Read(Protocol):
    """Bytes into a bank; `name` is what errors call the file."""

    def __call__(self, content: bytes, *, name: str) -> Incoming:
        """FormatError says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Format:
    """`unseen` lists what the program that the format is meant for does not show."""

    name: str
    title: str
    endings: tuple[str, ...]
    read: Read
    write: Callable[[Bank], Outgoing]
    unseen: tuple[str, ...] = ()


def _read_json(content: bytes, *, name: str) -> Incoming:
    return Incoming(bank_from_bytes(content, name=name))


def _write_json(bank: Bank) -> Outgoing:
    return Outgoing(encode_text(bank_to_json(bank)))


FORMATS = (
    Format("json", "JSON", (".json",), _read_json, _write_json),
    Format("gift", "GIFT", (".gift", ".txt"), read_gift, write_gift, _MOODLE_SKIPS),
    Format("moodle", "Moodle XML", (".xml",), read_moodle, write_moodle, _MOODLE_SKIPS),
    Format("csv", "CSV", (".csv",), read_csv, write_csv),
    Format("xlsx", "Excel", (".xlsx",), read_xlsx, write_xlsx),
)
_ENDINGS = {ending: known for known in FORMATS for ending in known.endings}


def format_named(name: str) -> Format:
    """The format of that name."""
    for known in FORMATS:
        if known.name == name.lower():
            return known
    raise FormatError(f"{name}: is no format; known are {', '.join(known.name for known in FORMATS)}")


def format_by_ending(path: str) -> Format:
    """The format whose ending a file's name has."""
    ending = PurePath(path).suffix.lower()
    if ending not in _ENDINGS:
        raise FormatError(f"{path}: its ending names no format; known are {', '.join(_ENDINGS)}")
    return _ENDINGS[ending]


def format_of(content: bytes, *, name: str) -> Format:
    """The format of what stands in a file, whatever it is called; its ending where the content does not say."""
    if content.startswith(b"PK\x03\x04"):
        return format_named("xlsx")
    text = decode_text(content, name=name)
    if text.lstrip().startswith("<"):
        return format_named("moodle")
    if _JSON.match(text):
        return format_named("json")
    if is_csv(text):
        return format_named("csv")
    ending = PurePath(name).suffix.lower()
    return format_named("gift") if _GIFT.match(text) else _ENDINGS.get(ending, format_named("gift"))


def read_bank(content: bytes, *, name: str, known: Format | None = None) -> Incoming:
    """A bank from a file in any of the formats; FormatError is one line with what, where and what to do."""
    if len(content) > LARGEST:
        raise FormatError(f"{name}: is over {LARGEST // 1024**2} MB; split it into several files")
    if not content.strip():
        raise FormatError(f"{name}: is empty")
    return (known or format_of(content, name=name)).read(content, name=name)


def write_bank(bank: Bank, *, to: Format) -> Outgoing:
    """The bank as a file; the notes begin with what the format's own program does not show."""
    written = to.write(bank)
    return replace(written, notes=(*to.unseen, *written.notes))
