"""Files that can be made to explode are taken apart in a process of their own, with little memory and little time."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.limits import MOST_ANSWER_BYTES, SECONDS_TO_WAIT

_ROOT = Path(__file__).parents[3]
_ROOMS = "question_bank.reader.sources"


def take_apart(content: bytes, *, kind: str, seconds: float = SECONDS_TO_WAIT) -> Extract:
    """The text of a web page, Word or PDF file; ReadError where it is none or asks for more than it may have."""
    with tempfile.TemporaryFile() as answer:
        try:
            # Our own interpreter with our own module; the file comes by the standard input and is never named.
            ended = subprocess.run(  # noqa: S603
                [sys.executable, "-m", f"{_ROOMS}.{kind}"],
                input=content,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ReadError(f"took more than {seconds:g} seconds to read; {ADVICE}") from error
        except OSError as error:
            raise ReadError(f"could not be read here ({error.strerror or error}); {ADVICE}") from error
        if ended.returncode != 0:
            raise ReadError(f"asks for more memory or time than a values page may need; {ADVICE}")
        return _extract_of(answer)


def _extract_of(answer: IO[bytes]) -> Extract:
    answer.seek(0)
    try:
        said = json.loads(answer.read(MOST_ANSWER_BYTES))
    except ValueError as error:
        raise ReadError(f"holds more text than a values page may; {ADVICE}") from error
    if "refused" in said:
        raise ReadError(f"{said['refused']}")
    return Extract(said["text"], tuple(said["lines"]))
