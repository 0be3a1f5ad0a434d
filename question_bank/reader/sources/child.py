"""Takes one file apart and prints its text as JSON; started by the reader, with the kind of file as its argument."""

import json
import re
import sys
from collections.abc import Callable

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.decode import ADVICE, decode
from question_bank.reader.sources.html.page import read_html
from question_bank.reader.sources.limits import (
    BYTES_OF_MEMORY,
    MOST_ANSWER_BYTES,
    MOST_BYTES,
    MOST_CHARACTERS,
    SECONDS_OF_WORK,
)
from question_bank.reader.sources.pdf.document import read_pdf
from question_bank.reader.sources.word.document import read_word

try:
    import resource
except ImportError:  # Windows has no such limits: there, only the time is bounded
    resource = None  # type: ignore[assignment]

_CHARSET = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096


def main() -> int:
    """Read the file from the standard input and print {"text", "lines"} or {"refused"}."""
    _limit_resources()
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        answer = _read(content, sys.argv[1])
    except ReadError as error:
        answer = {"refused": str(error)}
    except MemoryError:
        answer = {"refused": f"asks for more memory than a values page may need; {ADVICE}"}
    json.dump(answer, sys.stdout)
    return 0


def _read(content: bytes, kind: str) -> dict[str, object]:
    extract = _READERS[kind](content)
    if len(extract.text) > MOST_CHARACTERS:
        raise ReadError(f"holds more than {MOST_CHARACTERS:,} characters, too many for a values page; {ADVICE}")
    return {"text": extract.text, "lines": extract.lines}


def _read_html(content: bytes) -> Extract:
    declared = _CHARSET.search(content, 0, _CHARSET_WITHIN)
    return read_html(decode(content, name="", declared=declared[1].decode("ascii") if declared else None))


def _limit_resources() -> None:
    if resource is None:
        return
    for limit, most in (
        (resource.RLIMIT_AS, BYTES_OF_MEMORY),
        (resource.RLIMIT_CPU, SECONDS_OF_WORK),
        (resource.RLIMIT_FSIZE, MOST_ANSWER_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):  # macOS knows the limit on memory and refuses it
            continue


_READERS: dict[str, Callable[[bytes], Extract]] = {"html": _read_html, "word": read_word, "pdf": read_pdf}


if __name__ == "__main__":
    sys.exit(main())
