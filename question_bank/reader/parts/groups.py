"""The lines under a values heading as groups: a name, its meaning, the opening of its list, its items."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median_low

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.polarity import Polarity, says_not_wanted
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.parts.pairs import find_counterparts
from question_bank.text import sentences

_ONE = re.compile(r"\(?1[.)]")
_COUNTED = re.compile(r"\(?\d")
_IN_BRACKETS = re.compile(r"\(([^()]{1,60})\)")


@dataclass(slots=True)
class Group:
    """What stands between one name and the next; `heading` is None where no name stands above the list.

    `openings` holds each opening of a wanted list once, by its folded words; a list without one is there as "".
    """

    heading: Unit | None
    definition: list[Unit] = field(default_factory=list)
    openings: dict[str, Unit | None] = field(default_factory=dict)
    items: list[Unit] = field(default_factory=list)
    avoid: list[Unit] = field(default_factory=list)
    doubted: list[Unit] = field(default_factory=list)
    after: list[Unit] = field(default_factory=list)

    @property
    def has_list(self) -> bool:
        """Whether any item stands in the group."""
        return bool(self.items or self.avoid or self.doubted)

    @property
    def stem(self) -> Unit | None:
        """The opening that every wanted list of the group has; lists with different ones share none."""
        return next(iter(self.openings.values())) if len(self.openings) == 1 else None

    @property
    def loose(self) -> list[Unit]:
        """Lines that stand in the group and are neither its meaning, its opening nor an item."""
        spare = [] if self.stem else [opening for opening in self.openings.values() if opening is not None]
        return [*spare, *self.after]

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the heading stands in the group."""
        return not (self.has_list or self.definition)

    @property
    def body(self) -> list[Unit]:
        """All lines of the group but its heading, in page order."""
        lines = (*self.definition, *self.openings.values(), *self.items, *self.avoid, *self.doubted, *self.after)
        return sorted((line for line in lines if line is not None), key=lambda line: line.start)

    @property
    def first(self) -> Unit:
        """The topmost line of the group."""
        lines = (self.heading, *self.definition, *self.openings.values(), *self.items, *self.avoid, *self.doubted)
        return min((line for line in lines if line is not None), key=lambda line: line.start)


def collect_groups(units: Sequence[Unit]) -> tuple[list[Unit], list[Group]]:
    """The paragraphs before the first group, and the groups in page order."""
    builder = _Builder(_gaps_that_part_lists(units), _find_openings(units), find_counterparts(units))
    for unit in units:
        builder.add(unit)
    return builder.finish()


def has_parting_gap(run: Sequence[Unit]) -> bool:
    """Whether a run of items falls into several lists with nothing but blank lines between them."""
    return bool(_wide_gaps(run))


@dataclass(frozen=True, slots=True)
class _Openings:
    """Openings that stand first below some heading or meaning, and those that only and repeatedly follow a list."""

    first: frozenset[str]
    second: frozenset[str]


class _Builder:
    """Takes lines one by one; paragraphs wait until it is clear whether a list follows them."""

    def __init__(self, parting: frozenset[int], openings: _Openings, counterparts: dict[int, Polarity]) -> None:
        self.parting = parting
        self.openings = openings
        self.counterparts = counterparts
        self.owner: Group | None = None
        self.intro: list[Unit] = []
        self.groups: list[Group] = []
        self.waiting: list[Unit] = []
        self.stem: Unit | None = None
        self.polarity = Polarity.WANTED
        self.is_opened = False
        self.last: Unit | None = None

    def add(self, unit: Unit) -> None:
        match unit.kind:
            case Kind.HEADING:
                self._settle()
                self.groups.append(Group(unit))
                self.polarity, self.owner = Polarity.WANTED, None
            case Kind.PARAGRAPH:
                self._add_paragraph(unit)
            case Kind.ASIDE:
                (self.groups[-1].after if self.groups else self.intro).append(unit)
                return
            case Kind.STEM:
                self._add_stem(unit)
            case Kind.ITEM:
                self._add_item(unit)
        self.last = unit

    def finish(self) -> tuple[list[Unit], list[Group]]:
        self._settle()
        for group in self.groups:
            _part_openings(group)
        return self.intro, self.groups

    def _add_paragraph(self, unit: Unit) -> None:
        group = self.groups[-1] if self.groups else None
        if group is None or group.has_list:
            self.waiting.append(unit)
        else:
            group.definition.append(unit)

    def _add_stem(self, unit: Unit) -> None:
        if self.stem is not None:
            self.waiting.append(self.stem)
        self.stem = unit
        self.polarity = self.counterparts.get(unit.start) or (
            Polarity.UNWANTED if says_not_wanted(unit.raw) else Polarity.WANTED
        )
        self.owner = self._group_in_brackets(unit)

    def _group_in_brackets(self, stem: Unit) -> Group | None:
        """The group whose name an opening such as "We do not (Candour):" holds."""
        found = _IN_BRACKETS.search(stem.raw)
        key = key_of(found.group(1)) if found else ""
        named = (group for group in self.groups if group.heading and key_of(group.heading.raw) == key)
        return next(named, None) if key else None

    def _add_item(self, unit: Unit) -> None:
        if self.owner is None and self._starts_group(unit):
            definition = [self.waiting.pop()] if self.waiting else []
            self._leave_waiting()
            self.groups.append(Group(None, definition=definition))
            if self.stem is None and self.polarity is Polarity.UNWANTED:
                self.polarity = Polarity.DOUBTFUL  # the label of the list above may go on, or not
        group = self.owner or self.groups[-1]
        polarity = Polarity.UNWANTED if unit.is_crossed else self.polarity
        if polarity is not Polarity.WANTED:
            group.after.extend([self.stem] if self.stem else [])
        elif self.stem is not None or self.last is None or self.last.kind is not Kind.ITEM or not group.items:
            group.openings.setdefault(key_of(self.stem.raw) if self.stem else "", self.stem)
            self.is_opened = self.stem is not None
        self.stem = None
        match polarity:
            case Polarity.WANTED:
                group.items.append(unit)
            case Polarity.UNWANTED:
                group.avoid.append(unit)
            case Polarity.DOUBTFUL:
                group.doubted.append(unit)

    def _starts_group(self, unit: Unit) -> bool:
        if not self.groups:
            return True
        if self.last is not None and self.last.kind is Kind.ITEM:
            return unit.line in self.parting and self.polarity is Polarity.WANTED
        group = self.groups[-1]
        if not group.has_list:
            return False
        if self.stem is not None and not self.waiting:
            return self.polarity is Polarity.WANTED and self._stem_opens_again(group, self.stem)
        return True

    def _stem_opens_again(self, group: Group, stem: Unit) -> bool:
        """A wanted list after a wanted list has lost its heading, unless its opening tells that it goes on."""
        if not group.items or stem.start in self.counterparts:
            return False
        key = key_of(stem.raw)
        return key in self.openings.first or (key not in self.openings.second and (stem.gap > 1 or self.is_opened))

    def _settle(self) -> None:
        if self.stem is not None:
            self.waiting.append(self.stem)
        self._leave_waiting()
        self.stem = None

    def _leave_waiting(self) -> None:
        """Lines that no list follows belong behind what stands above them."""
        (self.groups[-1].after if self.groups else self.intro).extend(self.waiting)
        self.waiting = []


def _part_openings(group: Group) -> None:
    """Take the sentences before the opening of a named group's list for its meaning."""
    for key, opening in group.openings.items() if group.heading else ():
        parts = sentences(opening.raw) if opening and ". " in opening.raw else ()
        if opening is None or len(parts) < 2:
            continue
        begin = re.search(r"\s+".join(map(re.escape, parts[-1].split())), opening.raw)
        if begin is not None:
            group.definition.append(replace(opening.cut(0, begin.start()), kind=Kind.PARAGRAPH))
            group.openings[key] = opening.cut(begin.start())


def _find_openings(units: Sequence[Unit]) -> _Openings:
    pairs = list(pairwise((None, *units)))
    stems = [(above, unit) for above, unit in pairs if unit is not None and unit.kind is Kind.STEM]
    first = frozenset(key_of(unit.raw) for above, unit in stems if above is None or above.kind is not Kind.ITEM)
    behind = Counter(key_of(unit.raw) for above, unit in stems if above is not None and above.kind is Kind.ITEM)
    return _Openings(first, frozenset(key for key, count in behind.items() if count > 1 and key not in first))


def _gaps_that_part_lists(units: Iterable[Unit]) -> frozenset[int]:
    """Lines of items behind a wider gap than their run has as a rule, or that count from one again."""
    parting: set[int] = set()
    run: list[Unit] = []
    for unit in (*units, None):
        if unit is not None and unit.kind is Kind.ITEM:
            run.append(unit)
            continue
        parting.update(_wide_gaps(run))
        run = []
    return frozenset(parting)


def _wide_gaps(run: Sequence[Unit]) -> list[int]:
    if len(run) < 3:
        return []
    usual = median_low([unit.gap for unit in run[1:]])
    return [unit.line for above, unit in pairwise(run) if unit.gap > usual or _counts_anew(above, unit)]


def _counts_anew(above: Unit, unit: Unit) -> bool:
    """Whether the numbers before items begin again at one."""
    return _ONE.match(unit.glyph) is not None and _COUNTED.match(above.glyph) is not None
