"""A certificate's page as PDF, where the optional WeasyPrint is installed and the system has the Pango it needs."""

import logging
import subprocess
import sys
import time
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import BoundedSemaphore, Event

SECONDS_TO_WAIT = 30
SECONDS_FOR_A_TURN = 3
ASK_AGAIN_AFTER = 300
_LIBRARY = "weasyprint"
_PRESS = "quizapp.output.pdf_press"
_ROOT = Path(__file__).parents[2]
_log = logging.getLogger(__name__)
_PROBE = '<!DOCTYPE html><html lang="en"><title>Probe</title><p>Probe</p></html>'


# One at a time in each worker: a press takes a second or two and 150 MB, and many at once would stop all other pages.
_turn = BoundedSemaphore(1)
_worked = Event()


class PdfBusyError(Exception):
    """The press was not free, or did not end in time; later it may."""


def can_make_pdf() -> bool:
    """Whether PDFs can be made here: the library may be there and the system's Pango not.

    A yes is remembered; a no is asked again after some minutes, for the machine may only have been busy.
    """
    if find_spec(_LIBRARY) is None:
        return False
    if not _worked.is_set() and _probe(int(time.monotonic() // ASK_AGAIN_AFTER)):
        _worked.set()
    return _worked.is_set()


@lru_cache(maxsize=64)
def make_pdf(document: str) -> bytes:
    """A whole HTML document with its styles inside as a tagged PDF; raises PdfBusyError where it has to wait too long.

    The same document is made once.
    """
    if not _turn.acquire(timeout=SECONDS_FOR_A_TURN):
        raise PdfBusyError
    try:
        content = _press(document)
    finally:
        _turn.release()
    if content is None:
        raise PdfBusyError
    return content


@lru_cache(maxsize=1)
def _probe(_period: int) -> bool:
    return _press(_PROBE) is not None


def _press(document: str) -> bytes | None:
    """In a process of its own: the library asks the compiler and the linker where Pango is, starts slowly and stays
    large, and few people want a PDF."""
    try:
        # Our own interpreter with our own module; the document comes by the standard input.
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-m", _PRESS],
            input=document.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            timeout=SECONDS_TO_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("no PDF", extra={"reason": type(error).__name__})
        return None
    if ended.returncode == 0 and ended.stdout.startswith(b"%PDF-"):
        return ended.stdout
    _log.warning("no PDF", extra={"reason": f"the press ended with {ended.returncode}"})
    return None
