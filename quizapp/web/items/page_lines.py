"""A values page line by line, with the lines that questions rest on marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_PASSAGE = 40
"""Lines; a passage that is not found within so many is taken to be its first line."""

Citation = tuple[int, str]
"""The first line of a passage, counted from 1, and its words."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line as it stands on the page, its id on ours, and whether a question rests on it."""

    number: int
    anchor: str
    text: str
    cited: bool


def present_lines(text: str, citations: Iterable[Citation]) -> tuple[PageLine, ...]:
    """Every line of the page; a passage that runs over several lines marks them all."""
    lines = text.splitlines()
    cited = {number for citation in citations for number in passage_lines(lines, citation)}
    return tuple(
        PageLine(number, anchor(number), " ".join(line.split()), number in cited)
        for number, line in enumerate(lines, start=1)
    )


def passage_lines(lines: Sequence[str], citation: Citation) -> range:
    """The lines a passage stands on: from its first until all its words have been met."""
    first, words = citation
    wanted, met = " ".join(words.split()), ""
    for number in range(first, min(first + LONGEST_PASSAGE, len(lines) + 1)):
        met = f"{met} {' '.join(lines[number - 1].split())}".strip()
        if wanted in met:
            return range(first, number + 1)
    return range(first, first + 1)


def anchor(line: int) -> str:
    """The id of a line."""
    return f"line-{line}"
