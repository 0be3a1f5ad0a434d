"""Values given line by line: "name – meaning", names alone, or whole sentences."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, takewhile

from question_bank.reader.lines.names import bare_key, find_name, key_of
from question_bank.reader.lines.shapes import Named, split_at_stop, split_name
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import begins_like_a_section, opens_a_clause, runs_on
from question_bank.reader.parts.groups import has_parting_gap

_LONGEST_BARE_NAME = 5
_LONGEST_LETTERED_NAME = 3
_SHORTEST_SENTENCE = 4
_FEWEST_STOPPED = 3
_ANNOUNCES = re.compile(r"\bvalues(?: (?:are|will be|now are))?(?: (?:now|as follows|these))?\s*:$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:to|by|and|or|we|i|that|when|with|for|in|on|at|be|being|have|having)\b")
_CLAUSE_END = re.compile(r"\b(?:we|to|by|will|i|you|staff)\s*[:;…]?$", re.IGNORECASE)


@dataclass(slots=True)
class Listing:
    """The lines of a values part up to the end of its value list, the lines after it, and what the list gave.

    Without such a list all lines are in `units`. `names` are those of a list whose names come again as headings.
    """

    units: list[Unit]
    rest: list[Unit] = field(default_factory=list)
    names: list[Unit] = field(default_factory=list)
    sentences: list[Unit] = field(default_factory=list)
    is_closed: bool = False


def expand_named_lines(units: Sequence[Unit]) -> list[Unit]:
    """Cut bare "Name – meaning" lines in two where at least two lines do so or a list follows."""
    expanded: list[Unit] = []
    for cut in (split_name, split_at_stop):
        named = {unit.start: found for unit in units if unit.kind is not Kind.ITEM and (found := _cut(unit, cut))}
        if not named:
            continue
        expanded = []
        for above, unit, following in zip((None, *units), units, _next_but_asides(units), strict=False):
            found = named.get(unit.start)
            opens_list = following is not None and following.kind in (Kind.ITEM, Kind.STEM) and cut is split_name
            opens_list = opens_list and not (above is not None and above.kind is Kind.HEADING and unit.gap == 0)
            if found is None or not (len(named) > 1 or opens_list):
                expanded.append(unit)
            elif len(found.name.raw) == 1:
                expanded.append(replace(unit, kind=Kind.ITEM))
            elif _is_pair(found) and opens_list:
                expanded.append(replace(unit, kind=Kind.HEADING))
            else:
                expanded.extend(_as_heading(found, unit))
        units = expanded
    return list(units)


def _next_but_asides(units: Sequence[Unit]) -> list[Unit | None]:
    following: list[Unit | None] = []
    last: Unit | None = None
    for unit in reversed(units):
        following.append(last)
        last = unit if unit.kind is not Kind.ASIDE else last
    return following[::-1]


def expand_value_list(units: Sequence[Unit]) -> Listing:
    """Turn the first list of the part into values, if it is one: no name above it and no second list like it."""
    units = _from_announced_list(units)
    run = _first_run(units)
    if not run:
        return Listing(list(units))
    before = [unit for unit in units if unit.start < run[0].start]
    rest = [unit for unit in units if unit.start > run[-1].start]
    top = [unit for unit in run if _level(unit) == _level(run[0])]
    named = {unit.start: found for unit in top if (found := split_name(unit))} or _named_at_stops(top)
    if len(named) >= 2 and all(len(found.name.raw) == 1 for found in named.values()):
        others = [unit for unit in run if unit.start not in named]
        return _expand_letters([found.meaning for found in named.values()], others, around=(before, rest))
    if len(named) >= 2 and 5 * len(named) >= 3 * len(top):
        return _expand_named(run, top, named=named, around=(before, rest))
    if has_parting_gap(run) or completes_clause(before):
        return Listing(list(units))
    if len(top) > 1 and all(_is_bare_name(unit) for unit in top):
        return _expand_bare_names(run, top, before=before, rest=rest)
    if not any(unit.kind in (Kind.ITEM, Kind.HEADING) for unit in rest):
        return Listing([*before, *rest], sentences=run, is_closed=True)
    if _stands_alone(run, before=before, rest=rest):
        return Listing(before, rest, sentences=run, is_closed=True)
    return Listing(list(units))


def _level(unit: Unit) -> tuple[str, int]:
    """What items of one list have alike; numbers and letters count on."""
    mark = unit.glyph.strip("().")
    return ("#" if mark.isdigit() or mark.isupper() else unit.glyph, unit.indent)


def _named_at_stops(top: Sequence[Unit]) -> dict[int, Named]:
    """Names and meanings where every line of the list has a full stop behind its name."""
    named = {unit.start: found for unit in top if (found := split_at_stop(unit)) and not opens_a_clause(found.name.raw)}
    return named if _FEWEST_STOPPED <= len(named) == len(top) else {}


def _from_announced_list(units: Sequence[Unit]) -> list[Unit]:
    """Where "Our values are:" stands above the first list and it holds names, headings before it name nothing."""
    first = next((place for place, unit in enumerate(units) if unit.kind is Kind.ITEM), 0)
    run = list(takewhile(lambda unit: unit.kind is Kind.ITEM, units[first:]))
    if not first or not _ANNOUNCES.search(units[first - 1].raw) or units[first - 1].kind is Kind.HEADING:
        return list(units)
    if not all(_is_bare_name(unit) or split_name(unit) for unit in run):
        return list(units)
    before = [replace(unit, kind=Kind.PARAGRAPH) if unit.kind is Kind.HEADING else unit for unit in units[:first]]
    return [*before, *units[first:]]


def _stands_alone(run: Sequence[Unit], *, before: Sequence[Unit], rest: Sequence[Unit]) -> bool:
    """Whether whole sentences right below the values heading are all of it: a label of another list ends them."""
    if any(unit.kind is Kind.STEM for unit in before) or any(not _is_sentence(unit) for unit in run):
        return False
    following = next((unit for unit in rest if unit.kind is not Kind.PARAGRAPH), None)
    return following is not None and begins_like_a_section(following.raw)


def _is_sentence(unit: Unit) -> bool:
    return unit.raw[0].isupper() and len(unit.raw.split()) >= _SHORTEST_SENTENCE


def _expand_named(
    run: list[Unit], top: list[Unit], *, named: Mapping[int, Named], around: tuple[list[Unit], list[Unit]]
) -> Listing:
    """Lines with a name and a meaning; a long one among them without either mark is a value that has no name."""
    before, rest = around
    sentences = [unit for unit in top if unit.start not in named and not _is_bare_name(unit)] if run == top else []
    taken = {unit.start for unit in sentences}
    run, top = ([unit for unit in units if unit.start not in taken] for units in (run, top))
    return Listing([*before, *_expand_top(run, top, named=named)], rest, sentences=sentences, is_closed=True)


def _expand_letters(meanings: list[Unit], others: list[Unit], *, around: tuple[list[Unit], list[Unit]]) -> Listing:
    """Lines that spell an acronym: behind the letter stands a name, a name with its meaning, or a sentence."""
    before, rest = around
    if all(_is_capital_name(unit) or split_name(unit) for unit in meanings):
        values = [line for unit in meanings for line in _as_value(unit, split_name(unit))]
        return Listing([*before, *values], rest, sentences=others, is_closed=True)
    return Listing([*before, *rest], sentences=[*meanings, *others], is_closed=True)


def _expand_bare_names(run: list[Unit], top: list[Unit], *, before: list[Unit], rest: list[Unit]) -> Listing:
    keys = frozenset(key_of(unit.raw) for unit in top)
    borne_out = sum(1 for unit in rest if unit.kind is Kind.HEADING and find_name(unit, keys))
    if 2 * borne_out >= len(keys):
        return Listing([*before, *rest], names=top)
    return Listing([*before, *_expand_top(run, top, named={})], rest, is_closed=True)


def _expand_top(run: Sequence[Unit], top: Sequence[Unit], *, named: Mapping[int, Named]) -> list[Unit]:
    """The first level of a list as headings, what is indented below it as their items."""
    first_level = {unit.start for unit in top}
    return [
        line
        for unit in run
        for line in (_as_value(unit, named.get(unit.start)) if unit.start in first_level else [unit])
    ]


def take_listed_names(units: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The lines without a first run of bare names that come again as headings further down, and those names."""
    runs = [list(run) for is_heading, run in groupby(units, lambda unit: unit.kind is Kind.HEADING) if is_heading]
    if len(runs) < 2 or len(runs[0]) < 2:
        return list(units), []
    names = runs[0]
    later = {bare_key(unit.raw) for run in runs[1:] for unit in run}
    if any(bare_key(unit.raw) not in later or split_name(unit) for unit in names):
        return list(units), []
    return [unit for unit in units if not names[0].start <= unit.start <= names[-1].start], names


def expand_spaced_names(units: Sequence[Unit]) -> list[Unit]:
    """Names behind bullets with a paragraph below each are headings."""
    pairs = [
        item.start
        for item, below in pairwise(units)
        if item.kind is Kind.ITEM and below.kind is Kind.PARAGRAPH and _is_bare_name(item)
    ]
    items = [unit for unit in units if unit.kind is Kind.ITEM]
    if len(pairs) < 2 or 5 * len(pairs) < 4 * len(items):
        return list(units)
    return [_as_bare_value(unit) if unit.kind is Kind.ITEM and _is_bare_name(unit) else unit for unit in units]


def _cut(unit: Unit, cut: Callable[[Unit], Named | None]) -> Named | None:
    if unit.kind in (Kind.STEM, Kind.ASIDE):
        return None
    found = cut(unit)
    if found is None or (cut is split_at_stop and len(unit.raw.split()) < 4):
        return None
    return found


def _is_pair(named: Named) -> bool:
    """Whether both sides of the dash look like names, so that the dash may belong to one name."""
    sides = (named.name.raw, named.meaning.raw)
    return named.separator == "–" and all(len(side.split()) <= 2 and side[0].isupper() for side in sides)


def _as_heading(named: Named, unit: Unit) -> list[Unit]:
    return [
        replace(named.name, kind=Kind.HEADING, glyph="", gap=unit.gap),
        replace(named.meaning, kind=Kind.PARAGRAPH, glyph="", gap=0),
    ]


def _as_value(unit: Unit, named: Named | None) -> list[Unit]:
    if named is None:
        return [_as_bare_value(unit)]
    return _as_heading(named, unit)


def _as_bare_value(unit: Unit) -> Unit:
    return replace(unit, kind=Kind.HEADING, glyph="")


def _first_run(units: Sequence[Unit]) -> list[Unit]:
    run: list[Unit] = []
    for unit in units:
        if unit.kind is Kind.ITEM:
            run.append(unit)
        elif run or unit.kind is Kind.HEADING:
            break
    return run


def completes_clause(before: Sequence[Unit]) -> bool:
    """Whether the line above the list breaks off in the middle of a sentence, so that the items are no names."""
    return bool(before) and before[-1].kind is Kind.STEM and _CLAUSE_END.search(before[-1].raw) is not None


def _is_capital_name(unit: Unit) -> bool:
    return unit.raw[0].isupper() and len(unit.raw.split()) <= _LONGEST_LETTERED_NAME and _is_bare_name(unit)


def _is_bare_name(unit: Unit) -> bool:
    is_short = len(unit.raw.split()) <= _LONGEST_BARE_NAME
    if not is_short or _GOES_ON.match(unit.raw) or (unit.raw[0].islower() and len(unit.raw.split()) > 1):
        return False
    return not unit.raw.endswith((".", ";", ":")) and not runs_on(unit.raw)
