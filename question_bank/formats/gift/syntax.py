"""The marks of GIFT: escaping them, and cutting a text only where one stands unescaped."""

import re
from itertools import pairwise

_ESCAPE = r"\\[\\:#={}~n]"
_ESCAPED = re.compile(_ESCAPE)
_TO_ESCAPE = re.compile(r"[\\:#={}~]")
_NEW_LINE = re.compile(r"\r\n|\r|\n")


def escape(text: str) -> str:
    """A text in which nothing is a mark, on one line."""
    return _NEW_LINE.sub(r"\\n", _TO_ESCAPE.sub(r"\\\g<0>", text))


def unescape(text: str) -> str:
    """The text that was meant; a backslash before anything but a mark stands for itself."""
    return _ESCAPED.sub(lambda found: "\n" if found[0] == "\\n" else found[0][1], text)


def find(text: str, mark: str, *, start: int = 0) -> int:
    """Where a mark of one or more characters first stands unescaped, else -1."""
    for found in _unescaped(mark).finditer(text, start):
        if found["mark"]:
            return found.start()
    return -1


def find_last(text: str, mark: str) -> int:
    """Where it stands last, else -1."""
    return max((found.start() for found in _unescaped(mark).finditer(text) if found["mark"]), default=-1)


def split_at(text: str, marks: str) -> list[tuple[str, str]]:
    """The parts that begin with one of the marks: the mark, which is empty for the part before any, and the rest."""
    pattern = re.compile(rf"{_ESCAPE}|(?P<mark>[{re.escape(marks)}])", re.DOTALL)
    places = [found.start() for found in pattern.finditer(text) if found["mark"]]
    ends = [*places, len(text)]
    return [("", text[: ends[0]]), *((text[one], text[one + 1 : end]) for one, end in pairwise(ends))]


def _unescaped(mark: str) -> re.Pattern[str]:
    return re.compile(rf"{_ESCAPE}|(?P<mark>(?={re.escape(mark)}).)", re.DOTALL)
