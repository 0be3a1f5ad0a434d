"""Which questions of a bank are shown, and what there is for each value."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from question_bank.model import Kind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank.items import ItemRecord
from quizapp.web.items.item_words import KINDS, NO_VALUE, STATUSES
from quizapp.web.shell.asked.addresses import address, whole_number
from quizapp.web.shell.filters import number
from quizapp.web.shell.parts import Cell, Choice, Column

WITHOUT_VALUE = "none"
UNCLEAR = "unclear"
_IN_ORDER = (ReviewStatus.APPROVED, ReviewStatus.DRAFT, ReviewStatus.RETIRED)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which bank an address asks for, and which of its questions; None is all."""

    document: int | None = None
    status: ReviewStatus | None = None
    kind: Kind | None = None
    value: str | None = None
    is_unclear: bool = False

    @property
    def parameters(self) -> dict[str, str]:
        """What an address says of it."""
        return {
            "document": str(self.document or ""),
            "status": UNCLEAR if self.is_unclear else self.status or "",
            "kind": self.kind or "",
            "value": self.value or "",
        }

    @property
    def narrows(self) -> bool:
        """Whether any question may be left out."""
        return self.is_unclear or (self.status, self.kind, self.value) != (None, None, None)

    def choose(self, items: Iterable[ItemRecord], *, unclear: Collection[int] = ()) -> tuple[ItemRecord, ...]:
        """The questions it leaves; `unclear` are those called so."""
        return tuple(
            item
            for item in items
            if self.status in (None, item.status)
            and (item.id in unclear or not self.is_unclear)
            and self.kind in (None, item.kind)
            and self.value in (None, *values_of(item))
        )


def read_selection(query: Mapping[str, str]) -> Selection:
    """What an address asks for; what it does not know leaves nothing out."""
    statuses = {status.value: status for status in ReviewStatus}
    kinds = {kind.value: kind for kind in Kind}
    return Selection(
        document=whole_number(query.get("document")),
        status=statuses.get(query.get("status", "")),
        kind=kinds.get(query.get("kind", "")),
        value=query.get("value") or None,
        is_unclear=query.get("status") == UNCLEAR,
    )


def values_of(item: ItemRecord) -> tuple[str, ...]:
    """The values a question counts for, as an address says them."""
    return item.value_names or (WITHOUT_VALUE,)


def known_values(items: Iterable[ItemRecord]) -> tuple[tuple[str, str], ...]:
    """The values there are questions for, as addresses and as people say them; those without one come last."""
    found = sorted(
        {value for item in items for value in values_of(item)}, key=lambda value: (value == WITHOUT_VALUE, value)
    )
    return tuple((value, NO_VALUE if value == WITHOUT_VALUE else value) for value in found)


def filter_choices(items: Iterable[ItemRecord], selection: Selection) -> dict[str, tuple[Choice, ...]]:
    """The drop-down lists of the page by name, each with what there is to choose."""
    items = tuple(items)
    kinds = [kind for kind in Kind if any(item.kind is kind for item in items)]
    return {
        "status": (
            Choice("", "All"),
            *(Choice(one, STATUSES[one][0], checked=one is selection.status) for one in _IN_ORDER),
            Choice(UNCLEAR, "Called unclear", checked=selection.is_unclear),
        ),
        "kind": (Choice("", "All"), *(Choice(kind, KINDS[kind], checked=kind is selection.kind) for kind in kinds)),
        "value": (
            Choice("", "All"),
            *(Choice(value, words, checked=value == selection.value) for value, words in known_values(items)),
        ),
    }


def count_columns() -> tuple[Column, ...]:
    """The head of the table of counts."""
    return (
        Column("Value"),
        *(Column(STATUSES[status][0], numeric=True) for status in _IN_ORDER),
        Column("All", numeric=True),
    )


def count_rows(items: Iterable[ItemRecord], *, path: str, document: int) -> list[list[Cell]]:
    """For each value how many questions there are of each status; every number opens them."""
    items = tuple(items)
    rows = [
        (value, words, [item for item in items if value in values_of(item)]) for value, words in known_values(items)
    ]
    return [
        _count_row(words, found, path=path, query={"document": str(document), "value": value})
        for value, words, found in [*rows, ("", "All questions", items)]
    ]


def _count_row(words: str, items: Iterable[ItemRecord], *, path: str, query: Mapping[str, str]) -> list[Cell]:
    statuses = [item.status for item in items]
    counted = [(status, statuses.count(status), STATUSES[status][0].lower()) for status in _IN_ORDER]
    return [
        Cell(words),
        *(
            _count(people, address(path, {**query, "status": status}), f"{name}, {words}")
            for status, people, name in counted
        ),
        _count(len(statuses), address(path, query), f"in all, {words}"),
    ]


def _count(items: int, href: str, hidden: str) -> Cell:
    return Cell(number(items), href=href, hidden=hidden) if items else Cell("0")
