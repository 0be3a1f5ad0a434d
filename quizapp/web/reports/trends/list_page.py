"""What the lists of people behind a trend's numbers have in common: parts as long as a screen can take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import number
from quizapp.web.shell.parts import Cell, Column
from quizapp.web.shell.tables.downloads import Downloads

PAGE_SIZE = 200
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything the page shows; `report` is where the number stands, and `back` what that page is called."""

    heading: str
    caption: str
    sentence: str
    as_at: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    shown: str
    earlier: str
    later: str
    report: str
    back: str
    downloads: Downloads | None


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """Some of the rows, what is said of that, and where the parts before and after are."""

    rows: Sequence[Row]
    shown: str
    earlier: str
    later: str


def cut_part(rows: Sequence[Row], part: int, *, path: str, query: Mapping[str, str]) -> Part[Row]:
    """One part of a list, counted from 1."""
    total, begin = len(rows), (part - 1) * PAGE_SIZE
    cut = rows[begin : begin + PAGE_SIZE]
    said = f"Showing {number(begin + 1)} to {number(begin + len(cut))} of {number(total)}."
    return Part(
        cut,
        shown=said if cut and total > PAGE_SIZE else "",
        earlier=address(path, {**query, "part": str(part - 1)}) if begin and cut else "",
        later=address(path, {**query, "part": str(part + 1)}) if begin + PAGE_SIZE < total else "",
    )
