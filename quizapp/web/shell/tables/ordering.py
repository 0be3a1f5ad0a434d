"""Which column a table is sorted by, as the address says it, and the links in its head that sort it otherwise."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.parts import Column

Row = TypeVar("Row")
DESCENDING = "desc"


@dataclass(frozen=True, slots=True)
class Order:
    """The column, by its key, and whether it runs from the last to the first."""

    key: str
    descending: bool = False

    @property
    def parameters(self) -> dict[str, str]:
        """How an address says it."""
        return {"sort": self.key, "order": DESCENDING} if self.descending else {"sort": self.key}


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a table: its key, its words, whether it holds numbers, and whether rows can be sorted by it."""

    key: str
    text: str
    numeric: bool = False
    sorts: bool = True


def read_order(query: Mapping[str, str], *, keys: Iterable[str], default: Order) -> Order:
    """The order an address asks for; what it does not know is answered with the usual order."""
    key = query.get("sort", "")
    return Order(key, query.get("order") == DESCENDING) if key in tuple(keys) else default


def sort_rows(rows: Iterable[Row], order: Order, *, values: Mapping[str, Callable[[Row], Any]]) -> list[Row]:
    """The rows by the value of the order's column; rows without one stand last either way, equals stay as they are."""
    value = values[order.key]
    known: list[Row] = []
    unknown: list[Row] = []
    for row in rows:
        (unknown if value(row) is None else known).append(row)
    return sorted(known, key=value, reverse=order.descending) + unknown


def sortable_columns(
    headings: Sequence[Heading], order: Order, *, path: str, query: Mapping[str, str]
) -> tuple[Column, ...]:
    """The head of a table: a column links to the order by it, the one in force to the same backwards."""
    return tuple(_column(heading, order, path=path, query=query) for heading in headings)


def _column(heading: Heading, order: Order, *, path: str, query: Mapping[str, str]) -> Column:
    if not heading.sorts:
        return Column(heading.text, numeric=heading.numeric)
    in_force = heading.key == order.key
    wanted = Order(heading.key, in_force and not order.descending)
    direction = ("descending" if order.descending else "ascending") if in_force else "none"
    return Column(
        heading.text,
        href=address(path, {**query, **wanted.parameters}),
        sort=direction,
        numeric=heading.numeric,
    )
