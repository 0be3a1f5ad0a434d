"""Which short lines under a values heading are names, and which only explain one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from question_bank.reader.lines.names import find_name, has_prefix, key_of
from question_bank.reader.lines.shapes import bare_name, ends_in_dots
from question_bank.reader.lines.strung_names import names_in_line
from question_bank.reader.lines.unit import Kind, Unit

_FEWEST_WORDS_OF_CLAUSE = 3
_CLAUSE_OPENERS = ("we ", "i ", "to ", "you ", "they ", "it ")


def settle_headings(units: Sequence[Unit], *, announced: Collection[str]) -> list[Unit]:
    """Keep the headings that are names; those that only explain one become paragraphs.

    `announced` holds the folded names that a sentence or list gives; where headings bear them out, only they are names.
    """
    units = _merge_doubled(units)
    known = _announced_headings(units, announced)
    if known:
        return [_as_known(unit, known) for unit in units]
    clauses = sum(_is_heading_clause(unit) for unit in units)
    if announced and clauses > 1 and 2 * clauses >= len(announced):  # sentences are not the names that the page gives
        units = [replace(unit, kind=Kind.PARAGRAPH) if _is_heading_clause(unit) else unit for unit in units]
    units = _demote_below_capitals(units)
    settled: list[Unit] = []
    for run in _runs(units):
        settled.extend(_settle_run(run) if len(run) > 1 else run)
    return _demote_odd_sentences(settled)


def join_subheadings(units: Sequence[Unit], *, source: str) -> list[Unit]:
    """Join lines that trail off in dots or a dash with the line that completes them, as one item."""
    joined: list[Unit] = []
    dotted = [unit for unit in units if _trails_off(unit)]
    dotted = dotted if any(ends_in_dots(unit) for unit in dotted) or _stand_below_names(units) else []
    for unit in units:
        last = joined[-1] if joined else None
        if len(dotted) > 1 and last is not None and _trails_off(last) and not unit.glyph:
            joined[-1] = replace(last.until(unit, source=source), kind=Kind.ITEM)
        else:
            joined.append(unit)
    return joined


def _trails_off(unit: Unit) -> bool:
    return unit.kind in (Kind.HEADING, Kind.STEM) and not unit.glyph and (ends_in_dots(unit) or _ends_in_dash(unit))


def _ends_in_dash(unit: Unit) -> bool:
    return unit.raw.endswith((" -", " –", " —"))


def _stand_below_names(units: Sequence[Unit]) -> bool:
    """Whether lines that end in a dash stand right below headings that do not, so that they are no names themselves."""
    below = [
        unit
        for above, unit in pairwise(units)
        if above.kind is Kind.HEADING and not _ends_in_dash(above) and _ends_in_dash(unit)
    ]
    return len(below) > 1


def _merge_doubled(units: Sequence[Unit]) -> list[Unit]:
    merged: list[Unit] = []
    for unit in units:
        last = merged[-1] if merged else None
        if last is not None and last.kind is unit.kind is Kind.HEADING and key_of(last.raw) == key_of(unit.raw):
            merged[-1] = replace(unit, gap=last.gap)
        else:
            merged.append(unit)
    return merged


def _announced_headings(units: Sequence[Unit], announced: Collection[str]) -> dict[int, Unit]:
    found: dict[int, Unit] = {}
    for unit in units:
        is_row = names_in_line(unit) and key_of(unit.raw) not in announced
        name = find_name(unit, announced) if unit.kind is Kind.HEADING and not is_row else None
        if name is not None:
            found[unit.start] = name
    return found if len(found) >= 2 or 2 * len(found) >= len(announced) else {}


def _as_known(unit: Unit, known: dict[int, Unit]) -> Unit:
    if unit.kind is not Kind.HEADING:
        return unit
    if unit.start in known:
        return replace(known[unit.start], gap=unit.gap)
    return replace(unit, kind=Kind.PARAGRAPH)


def _runs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Neighbouring headings together, parted where the gap is wider than the narrowest in the run; all else alone."""
    run: list[Unit] = []
    for unit in units:
        if unit.kind is Kind.HEADING:
            run.append(unit)
            continue
        yield from _part_run(run)
        run = []
        yield [unit]
    yield from _part_run(run)


def _part_run(run: list[Unit]) -> Iterator[list[Unit]]:
    if not run:
        return
    narrow = min((unit.gap for unit in run[1:]), default=0)
    piece = [run[0]]
    for unit in run[1:]:
        if unit.gap > narrow:
            yield piece
            piece = []
        piece.append(unit)
    yield piece


def _settle_run(run: list[Unit]) -> list[Unit]:
    """Short and long lines by turns are names and meanings; otherwise all are names."""
    pairs = list(zip(run[::2], run[1::2], strict=False))
    if len(run) % 2 or not all(_explains(second, first) for first, second in pairs):
        return _demote_clauses(run)
    return [unit for first, second in pairs for unit in (first, replace(second, kind=Kind.PARAGRAPH))]


def _demote_clauses(run: list[Unit]) -> list[Unit]:
    """Where at least half of a run says "We …" or "I …" below short lines, the short lines alone are names."""
    clauses = [_speaks_of_itself(unit) for unit in run]
    if clauses[0] or 2 * sum(clauses) < len(run) - 1 or sum(clauses) < 2:
        return run
    return [replace(unit, kind=Kind.PARAGRAPH) if clause else unit for unit, clause in zip(run, clauses, strict=True)]


def _speaks_of_itself(unit: Unit) -> bool:
    if unit.raw.startswith("I ") and not unit.raw.isupper():
        return True
    return len(unit.raw.split()) >= _FEWEST_WORDS_OF_CLAUSE and _opens_as_clause(unit)


def _demote_below_capitals(units: list[Unit]) -> list[Unit]:
    """Where names are set in capitals, a short line right below one that is not explains it."""
    capitals = [unit.kind is Kind.HEADING and unit.raw.isupper() and len(unit.raw) > 1 for unit in units]
    if sum(capitals) < 2:
        return units
    return [
        replace(unit, kind=Kind.PARAGRAPH) if below and unit.kind is Kind.HEADING and not is_capital else unit
        for unit, is_capital, below in zip(units, capitals, [False, *capitals], strict=False)
    ]


def _explains(line: Unit, name: Unit) -> bool:
    words = len(line.raw.split())
    if words == _FEWEST_WORDS_OF_CLAUSE and _opens_as_clause(line) and words > len(name.raw.split()):
        return True
    return words >= 4 and (words > len(name.raw.split()) or _is_clause(line))


def _is_clause(unit: Unit) -> bool:
    return len(unit.raw.split()) >= 4 and _opens_as_clause(unit)


def _opens_as_clause(unit: Unit) -> bool:
    return unit.raw.casefold().startswith(_CLAUSE_OPENERS) and not has_prefix(unit.raw)


def _is_heading_clause(unit: Unit) -> bool:
    return unit.kind is Kind.HEADING and _is_clause(unit)


def _demote_odd_sentences(units: list[Unit]) -> list[Unit]:
    """A sentence where the other names are none has lost the name above it."""
    headings = [unit for unit in units if unit.kind is Kind.HEADING]
    clauses = [unit for unit in headings if _is_clause(unit)]
    alike = [unit for unit in headings if unit.raw.casefold().startswith(_CLAUSE_OPENERS)]
    if not clauses or 2 * len(alike) >= len(headings):
        return [_without_mark(unit) for unit in units]
    odd = {unit.start for unit in clauses}
    return [replace(unit, kind=Kind.PARAGRAPH) if unit.start in odd else _without_mark(unit) for unit in units]


def _without_mark(unit: Unit) -> Unit:
    return bare_name(unit) if unit.kind is Kind.HEADING else unit
