"""What a new edition of a page kept, reworded, moved, added and removed, passage by passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from question_bank.model import Passage, Value, ValuesPage
from question_bank.text import fold_for_match
from question_bank.words import words

ALIKE = 0.5
"""Passages are taken for two wordings of one thing where they share at least half of their words."""

TOO_COMMON = 40
"""A word that stands in more passages than this says nothing about which two belong together."""


class ChangeKind(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage and where the page has it: a value and its part, the vision, a section."""

    place: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One passage before and after; one side is None where it was added or removed."""

    kind: ChangeKind
    old: Placed | None
    new: Placed | None


def compare(old: ValuesPage, new: ValuesPage) -> tuple[Change, ...]:
    """Every passage of both editions once, in the new page's order, then what was removed.

    A passage moved where it stands under another value or in another part, reworded or not; a change of line alone
    is none. A value that got another name stays the same value while most of its lines are still there.
    """
    partners = _partners(old.values, new.values)
    before = tuple(_placed(old, range(len(old.values))))
    after = tuple(_placed(new, partners))
    pairs = _same_words(before, after)
    pairs |= _alike(before, after, pairs)
    changes = [_change(before, pairs.get(place), item) for place, item in enumerate(after)]
    gone = set(range(len(before))) - set(pairs.values())
    return (*changes, *(Change(ChangeKind.REMOVED, before[place].shown, None) for place in sorted(gone)))


@dataclass(frozen=True, slots=True)
class _Item:
    """A passage with the key of its place, which is the same in both editions while the place is."""

    key: tuple[str, int | str | None]
    shown: Placed

    @property
    def folded(self) -> str:
        return fold_for_match(self.shown.text)


def _placed(page: ValuesPage, owners: Sequence[int | str]) -> Iterator[_Item]:
    """All passages; the owners say which values are the same in both editions."""
    for name, statement in (("vision", page.vision), ("mission", page.mission)):
        yield from _items((statement,), name, (name, None))
    for value, owner in zip(page.values, owners, strict=True):
        yield from _value_items(value, owner)
    for section in page.sections:
        yield from _items(
            section.paragraphs, f"section “{section.heading}”", ("section", fold_for_match(section.heading))
        )
    yield from _items(page.unattached, "tied to no value", ("unattached", None))


def _value_items(value: Value, owner: int | str) -> Iterator[_Item]:
    name = f"“{value.name}”" if value.name else f"value without a name, line {value.line}"
    if value.name:
        yield _Item(("name", owner), Placed("name of a value", value.line, value.name))
    for part, passages in (
        ("definition", (value.definition,)),
        ("opening of the list", (value.stem,)),
        ("behaviour", value.behaviours),
        ("not wanted", value.avoid),
    ):
        yield from _items(passages, f"{name}, {part}", (part, owner))


def _items(passages: Iterable[Passage | None], place: str, key: tuple[str, int | str | None]) -> Iterator[_Item]:
    for passage in passages:
        if passage is not None:
            yield _Item(key, Placed(place, passage.line, passage.text))


def _partners(old: Sequence[Value], new: Sequence[Value]) -> list[int | str]:
    """For each new value the number of the old one: by name, else by most lines in common; a word where it is new."""
    free = {number: _name(value) for number, value in enumerate(old)}
    partners: list[int | str] = []
    for value in new:
        same = next((number for number, name in free.items() if name and name == _name(value)), None)
        partners.append("new" if same is None else same)
        if same is not None:
            free.pop(same)
    for place, value in enumerate(new):
        shared = {number: len(_texts(value) & _texts(old[number])) for number in free}
        best = max(shared, key=lambda number: (shared[number], -number), default=None)
        if partners[place] == "new" and best is not None and 2 * shared[best] >= max(len(_texts(old[best])), 1):
            partners[place] = best
            free.pop(best)
    return [f"new {place}" if partner == "new" else partner for place, partner in enumerate(partners)]


def _name(value: Value) -> str:
    return fold_for_match(value.name or "").casefold()


def _texts(value: Value) -> frozenset[str]:
    passages = (value.definition, *value.behaviours, *value.avoid)
    return frozenset(fold_for_match(passage.text) for passage in passages if passage)


def _same_words(before: Sequence[_Item], after: Sequence[_Item]) -> dict[int, int]:
    """New place to old where the words are the same, those in the same part of the page first."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for with_place in (True, False):
        known: dict[object, list[int]] = {}
        for number, item in enumerate(before):
            if number not in taken:
                known.setdefault((item.folded, item.key if with_place else None), []).append(number)
        for number, item in enumerate(after):
            same = known.get((item.folded, item.key if with_place else None))
            if number not in pairs and same:
                pairs[number] = same.pop(0)
                taken.add(pairs[number])
    return pairs


def _alike(before: Sequence[_Item], after: Sequence[_Item], pairs: Mapping[int, int]) -> dict[int, int]:
    """New place to old where most words are the same: the likest first, in the same part of the page before others."""
    taken = set(pairs.values())
    where: dict[str, list[int]] = {}
    old_words = {number: frozenset(words(item.folded)) for number, item in enumerate(before) if number not in taken}
    for number, found in old_words.items():
        for word in sorted(found):
            where.setdefault(word, []).append(number)
    scored: list[tuple[bool, float, int, int]] = []
    for number, item in enumerate(after):
        if number in pairs:
            continue
        mine = frozenset(words(item.folded))
        near = {other for word in mine for other in where.get(word, ()) if len(where[word]) <= TOO_COMMON}
        for other in near:
            share = len(mine & old_words[other]) / len(mine | old_words[other])
            if share >= ALIKE and (item.key[0] == "name") == (before[other].key[0] == "name"):
                scored.append((item.key != before[other].key, -share, number, other))
    found_pairs: dict[int, int] = {}
    for _, _, number, other in sorted(scored):
        if number not in found_pairs and other not in found_pairs.values():
            found_pairs[number] = other
    return found_pairs


def _change(before: Sequence[_Item], old: int | None, new: _Item) -> Change:
    if old is None:
        return Change(ChangeKind.ADDED, None, new.shown)
    was = before[old]
    if was.key != new.key:
        kind = ChangeKind.MOVED
    else:
        kind = ChangeKind.KEPT if was.folded == new.folded else ChangeKind.REWORDED
    return Change(kind, was.shown, new.shown)
