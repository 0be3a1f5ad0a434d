"""The items of a bank in the order of their page: by value, by statement, by section."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from question_bank.model import Item, Passage, Value, ValuesPage
from question_bank.text import fold_space

TOGETHER, NAMELESS, ELSEWHERE = "The values together", "Lines under no name", "Other parts of the page"


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the page, where it begins, and the items that ask about it."""

    title: str
    line: int
    items: tuple[Item, ...]


def group_items(items: Sequence[Item], *, page: ValuesPage) -> tuple[Group, ...]:
    """Groups in page order, each with its items by the line they rest on; empty groups are left out."""
    titles = {item.id: _title_of(item, page) for item in items}
    groups = []
    for title, line in _titles(page):
        own = [item for item in items if titles[item.id] == title]
        if own:
            groups.append(Group(title, line, tuple(sorted(own, key=_place))))
    return tuple(groups)


def _titles(page: ValuesPage) -> list[tuple[str, int]]:
    """Every title with its first line, in page order; what has no place of its own comes last."""
    found: dict[str, int] = {}
    for title, passage in (("Vision", page.vision), ("Mission", page.mission)):
        if passage:
            found.setdefault(title, passage.line)
    for value in page.values:
        found.setdefault(f"Value: {fold_space(value.name)}" if value.name else NAMELESS, value.line)
    for section in page.sections:
        found.setdefault(_of_section(section.heading), section.line)
    ordered = sorted(found.items(), key=lambda entry: entry[1])
    loose = [] if NAMELESS in found or not page.unattached else [(NAMELESS, page.unattached[0].line)]
    return [*ordered, *loose, (TOGETHER, 0), (ELSEWHERE, 0)]


def _title_of(item: Item, page: ValuesPage) -> str:
    names = {fold_space(value.name) for value in page.values if value.name}
    if item.value and fold_space(item.value) in names:
        return f"Value: {fold_space(item.value)}"
    if item.pairs or any(option.correct and option.text in names for option in item.options):
        return TOGETHER
    for title in ("Vision", "Mission"):
        if item.facts[:1] and item.facts[0].startswith(f"{title.casefold()}/"):
            return title
    holds = _holder(item)
    if page.vision and holds(page.vision.text):
        return "Vision"
    if page.mission and holds(page.mission.text):
        return "Mission"
    if any(holds(passage.text) for passage in _nameless(page)):
        return NAMELESS
    return next((_of_section(part.heading) for part in page.sections if holds(part.text)), ELSEWHERE)


def _holder(item: Item) -> Callable[[str], bool]:
    """Whether a part of the page holds the first words that an item rests on."""
    first = fold_space(item.source[0].text) if item.source else None
    return lambda text: first is not None and first in fold_space(text)


def _nameless(page: ValuesPage) -> tuple[Passage, ...]:
    values: list[Value] = [value for value in page.values if not value.name]
    own = [passage for value in values for passage in value.behaviours]
    return (*own, *(value.definition for value in values if value.definition), *page.unattached)


def _of_section(heading: str) -> str:
    return f"Section: {heading}" if heading else ELSEWHERE


def _place(item: Item) -> tuple[int, str, str]:
    return (item.source[0].line if item.source else 0, item.template, item.id)
