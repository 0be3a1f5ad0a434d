"""Advice on what a bank leaves out: values, behaviours, vision and sections of the page that no item is about."""

from collections.abc import Iterator, Sequence

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import contains, small
from question_bank.model import Item, Kind, Passage, ValuesPage

ITEMS_A_VALUE = 2
SHARE_OF_BEHAVIOURS = 0.80
ITEMS_ON_THE_VISION = 2
MOST_NAMED = 5


def coverage(cases: Sequence[Case]) -> Iterator[str]:
    """Each named value in 2 items, 80 % of the behaviours in one, 2 on the vision, 1 on each section (B4, ours)."""
    if not cases:
        yield "the bank holds no items"
        return
    page = cases[0].printed.page if cases[0].printed else None
    if page is not None:
        items = [case.item for case in cases]
        cited = frozenset(small(citation.text) for item in items for citation in item.source)
        yield from _values(items, page)
        yield from _behaviours(cited, page)
        yield from _vision(items, page)
        yield from _sections(cited, page)


def _values(items: Sequence[Item], page: ValuesPage) -> Iterator[str]:
    for value in page.values:
        if value.name and (found := sum(1 for item in items if _is_about(item, value.name))) < ITEMS_A_VALUE:
            yield f"“{value.name}” is asked about by {found} of {len(items)} items"


def _behaviours(cited: frozenset[str], page: ValuesPage) -> Iterator[str]:
    named = [passage for value in page.values if value.name for passage in value.behaviours]
    missing = [passage.text for passage in named if not _is_cited(passage, cited)]
    if named and len(named) - len(missing) < SHARE_OF_BEHAVIOURS * len(named):
        asked = len(named) - len(missing)
        yield f"{asked} of {len(named)} behaviours are in an item; not {_listed(missing)}"


def _vision(items: Sequence[Item], page: ValuesPage) -> Iterator[str]:
    if page.vision is None:
        return
    found = sum(1 for item in items if _is_cited(page.vision, {small(citation.text) for citation in item.source}))
    if found < ITEMS_ON_THE_VISION:
        yield f"the vision is asked about by {found} of {len(items)} items"


def _sections(cited: frozenset[str], page: ValuesPage) -> Iterator[str]:
    missing = [
        section.heading
        for section in page.sections
        if (prose := [passage for passage in section.paragraphs if not passage.text.endswith(":")])
        and not any(_is_cited(passage, cited) for passage in prose)
    ]
    if missing:
        yield f"no item is about {_listed(missing)}"


def _is_about(item: Item, name: str) -> bool:
    if item.kind is Kind.MATCHING:
        return any(right == name for _, right in item.pairs or ())
    return item.value == name or any(option.text == name for option in item.keys)


def _is_cited(passage: Passage, cited: frozenset[str] | set[str]) -> bool:
    whole = small(passage.text)
    return any(text and (contains(whole, text) or contains(text, whole)) for text in cited)


def _listed(texts: Sequence[str]) -> str:
    named = ", ".join(f"“{text}”" for text in texts[:MOST_NAMED])
    return named if len(texts) <= MOST_NAMED else f"{named} and {len(texts) - MOST_NAMED} more"
