"""White space, quotation marks and sentences: how the words of a page are compared and cut."""

import re

_MARKS = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\u00ad": None,
    }
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<![.?!…])[.?!…]++[\"'”’)\]]*+ (?=[\"'“‘(\[]?[A-Z0-9])")
_ABBREVIATIONS = ("e.g.", "i.e.", "etc.", "vs.", "cf.", "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "no.")


def fold_space(text: str) -> str:
    """Every run of white space, no-break blanks and tabs too, becomes one blank; none at either end."""
    return " ".join(text.split())


def fold_for_match(text: str) -> str:
    """Fold white space, quotation marks and dashes, so that two spellings of the same words compare equal."""
    return fold_space(text.translate(_MARKS))


def sentences(text: str) -> tuple[str, ...]:
    """Cut folded text after full stops, question marks and the like; each part stands in it verbatim."""
    folded = fold_space(text)
    parts: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(folded):
        if _is_abbreviation(folded[folded.rfind(" ", start, end.start()) + 1 : end.start() + 1]):
            continue
        parts.append(folded[start : end.end()].rstrip())
        start = end.end()
    rest = folded[start:]
    return (*parts, rest) if rest else tuple(parts)


def _is_abbreviation(word: str) -> bool:
    return word.lstrip("(\"'“‘").lower() in _ABBREVIATIONS
