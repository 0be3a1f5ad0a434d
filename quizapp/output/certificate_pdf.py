"""A certificate's page as PDF, where the optional WeasyPrint is installed and the system has the Pango it needs."""

import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SECONDS_TO_WAIT = 30
_LIBRARY = "weasyprint"
_PRESS = "quizapp.output.pdf_press"
_ROOT = Path(__file__).parents[2]
_PROBE = '<!DOCTYPE html><html lang="en"><title>Probe</title><p>Probe</p></html>'


@cache
def can_make_pdf() -> bool:
    """Whether PDFs can be made here; tried once, for the library may be there and the system's Pango not."""
    return find_spec(_LIBRARY) is not None and _press(_PROBE) is not None


def make_pdf(document: str) -> bytes:
    """A whole HTML document with its styles inside as a tagged PDF; raises RuntimeError where none can be made."""
    content = _press(document)
    if content is None:
        raise RuntimeError("The PDF could not be made: WeasyPrint or the system's Pango is not there.")
    return content


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
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ended.stdout if ended.returncode == 0 and ended.stdout.startswith(b"%PDF-") else None
