"""A file's bytes to the text of the page, whatever kind of file it is."""

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.confined import take_apart
from question_bank.reader.sources.decode import ADVICE, decode
from question_bank.reader.sources.detect import FileKind, kind_of
from question_bank.reader.sources.limits import MOST_CHARACTERS
from question_bank.reader.sources.markdown import read_markdown

_MOST_BYTES_A_CHARACTER = 4


def extract_text(content: bytes, *, name: str) -> Extract:
    """The text of a file and where its lines come from; ReadError says in one line why it cannot be had."""
    kind = kind_of(content, name=name)
    if kind not in (FileKind.TEXT, FileKind.MARKDOWN):
        return take_apart(content, kind=kind.value, name=name)
    if len(content) > _MOST_BYTES_A_CHARACTER * MOST_CHARACTERS:
        raise _too_long(name)
    text = decode(content, name=name)
    if len(text) > MOST_CHARACTERS:
        raise _too_long(name)
    return read_markdown(text) if kind is FileKind.MARKDOWN else Extract(text)


def _too_long(name: str) -> ReadError:
    return ReadError(f"{name}: holds more than {MOST_CHARACTERS:,} characters, too many for a values page; {ADVICE}")
