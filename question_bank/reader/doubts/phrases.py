"""How questions to a person name values and quote lines."""

from collections.abc import Sequence

from question_bank.model import Value

_MOST_WORDS = 8


def label(value: Value) -> str:
    """A value as a question speaks of it."""
    return f"“{value.name}”" if value.name else f"the value without a name (line {value.line})"


def shorten(text: str) -> str:
    """The opening words of a line, verbatim."""
    words = text.split()
    return text if len(words) <= _MOST_WORDS else " ".join(words[: _MOST_WORDS - 1]) + " …"


def join_names(names: Sequence[str]) -> str:
    """Names in quotation marks, strung together."""
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
