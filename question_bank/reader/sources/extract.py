"""A file's bytes to the text of the page, whatever kind of file it is."""

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.confined import take_apart
from question_bank.reader.sources.decode import ADVICE, decode
from question_bank.reader.sources.detect import FileKind, kind_of
from question_bank.reader.sources.limits import MOST_CHARACTERS, MOST_LINES
from question_bank.reader.sources.markdown import read_markdown

_MOST_BYTES_A_CHARACTER = 4


def extract_text(content: bytes, *, name: str) -> Extract:
    """The text of a file and where its lines come from; ReadError says in one line why it cannot be had."""
    try:
        kind = kind_of(content)
        if kind in (FileKind.TEXT, FileKind.MARKDOWN):
            return _extract_here(content, kind)
        return take_apart(content, kind=kind.value)
    except ReadError as error:
        raise ReadError(f"{name}: {error}") from error


def _extract_here(content: bytes, kind: FileKind) -> Extract:
    if len(content) > _MOST_BYTES_A_CHARACTER * MOST_CHARACTERS:
        raise _too_long()
    text = decode(content)
    if len(text) > MOST_CHARACTERS:
        raise _too_long()
    if kind is FileKind.TEXT or text.count("\n") > MOST_LINES:
        return Extract(text)
    return read_markdown(text)


def _too_long() -> ReadError:
    return ReadError(f"holds more than {MOST_CHARACTERS:,} characters, too many for a values page; {ADVICE}")
