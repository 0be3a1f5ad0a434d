"""What the process does that takes one file apart: bound itself, read, and answer with JSON."""

import json
import sys
from collections.abc import Callable

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.limits import (
    BYTES_OF_MEMORY,
    MOST_ANSWER_BYTES,
    MOST_BYTES,
    MOST_CHARACTERS,
    SECONDS_OF_WORK,
)

try:
    import resource
except ImportError:  # Windows has no such limits: there, only the time is bounded
    resource = None  # type: ignore[assignment]


def answer(read: Callable[[bytes], Extract]) -> int:
    """Read the file from the standard input and print {"text", "lines"} or {"refused"}."""
    _limit_resources()
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        said = _read(content, read)
    except ReadError as error:
        said = {"refused": str(error)}
    except MemoryError:
        said = {"refused": f"asks for more memory than a values page may need; {ADVICE}"}
    json.dump(said, sys.stdout)
    return 0


def _read(content: bytes, read: Callable[[bytes], Extract]) -> dict[str, object]:
    extract = read(content)
    if len(extract.text) > MOST_CHARACTERS:
        raise ReadError(f"holds more than {MOST_CHARACTERS:,} characters, too many for a values page; {ADVICE}")
    return {"text": extract.text, "lines": extract.lines}


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
