"""Lists whose items have no bullet: the lines under an opening such as "We will:", or under a bare heading."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from question_bank.reader.lines.captions import second_captions
from question_bank.reader.lines.polarity import says_not_wanted
from question_bank.reader.lines.shapes import split_name
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import role_of, speaks_of_values

_LONGEST_STEM = 14
_LONGEST_ITEM = 30
_LONGEST_PLAIN_ITEM = 20
_FIRST_PERSON = re.compile(r"I (?!am\b|AM\b)")
_SECOND_SENTENCE = re.compile(r"[.!?]\s+\S")
_STATEMENT = re.compile(r"\b(?:vision|mission|purpose|motto)\b", re.IGNORECASE)


def mark_bare_lists(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Make list items of lines that are one by their place; lines with a bullet stay as they are."""
    items = _items_in_first_person(units)
    units = [replace(unit, kind=Kind.ITEM) if unit.start in items else unit for unit in units]
    items |= _items_under_stems(units)
    items |= _items_under_headings([unit for unit in units if unit.start not in items])
    return tuple(replace(unit, kind=Kind.ITEM) if unit.start in items else unit for unit in units)


def _items_in_first_person(units: Sequence[Unit]) -> set[int]:
    """Blocks of short lines that all begin with "I", where several stand below something else: no name does so."""
    runs = [list(run) for is_own, run in groupby(units, _says_i) if is_own]
    lists = [run for run in runs if len(run) > 1]
    return {unit.start for run in lists for unit in run} if len(lists) > 1 else set()


def _says_i(unit: Unit) -> bool:
    is_line = unit.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.STEM) and not unit.raw.endswith(":")
    words = len(unit.raw.split())
    return is_line and not unit.glyph and _FIRST_PERSON.match(unit.raw) is not None and 2 < words <= _LONGEST_ITEM


def _items_under_stems(units: Sequence[Unit]) -> set[int]:
    items: set[int] = set()
    second = second_captions(units)
    place = 0
    while place < len(units):
        run = _run_after(units, place + 1, second) if _opens_bare_list(units[place]) else []
        run = _while_named(run)
        if run and _fits_stem(units[place], run):
            items.update(unit.start for unit in run)
        place += len(run) + 1
    return items


def _opens_bare_list(unit: Unit) -> bool:
    if unit.kind is not Kind.STEM or len(unit.raw.split()) > _LONGEST_STEM:
        return False
    return _STATEMENT.search(unit.raw) is None


def _run_after(units: Sequence[Unit], first: int, second: frozenset[int]) -> list[Unit]:
    """The lines up to the next wider gap, opening or known heading, less the heading of what comes next."""
    run: list[Unit] = []
    for place in range(first, len(units)):
        unit = units[place]
        if unit.kind is Kind.STEM:
            return run if unit.start in second or says_not_wanted(unit.raw) else _without_next_heading(run)
        if unit.kind is Kind.ITEM or _ends_list(run, unit):
            return _without_next_heading(run) if unit.kind is Kind.ITEM else run
        run.append(unit)
    return run


def _ends_list(run: Sequence[Unit], unit: Unit) -> bool:
    if unit.kind is Kind.HEADING and role_of(unit.raw) is not None:
        return True
    if len(unit.raw.split()) > _LONGEST_ITEM:
        return True
    if not run:
        return unit.gap > 2
    usual = run[1].gap if len(run) > 1 else min(run[0].gap, 1)
    if unit.gap > usual:
        return True
    return run[0].raw[0].islower() and unit.raw[0].isupper() and unit.kind is Kind.HEADING


def _without_next_heading(run: list[Unit]) -> list[Unit]:
    """Lines right above the next opening are the heading and the meaning of the next value."""
    if len(run) >= 2 and len(run[-1].raw.split()) > len(run[-2].raw.split()) <= 3 and run[-2].kind is Kind.HEADING:
        return run[:-2]
    return run[:-1]


def _while_named(run: list[Unit]) -> list[Unit]:
    """Of lines that begin as "name – meaning" those up to the last that has both."""
    named = [place for place, unit in enumerate(run) if split_name(unit)]
    return run[: named[-1] + 1] if named[:2] == [0, 1] else run


def _fits_stem(stem: Unit, run: Sequence[Unit]) -> bool:
    """Under "our values are:" only names or "name – meaning" lines are a list; names with paragraphs are none."""
    if not speaks_of_values(stem.raw):
        return True
    return all(len(unit.raw.split()) <= 4 for unit in run) or all(split_name(unit) for unit in run)


def _items_under_headings(units: Sequence[Unit]) -> set[int]:
    """Short lines in a block of their own below a short heading, where at least two headings have such blocks."""
    blocks = _blocks(units)
    lists: list[list[Unit]] = []
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else []
        if len(block) >= 3 and _is_plain_heading(block[0]) and all(_is_plain_item(unit) for unit in block[1:]):
            lists.append(block[1:])
        elif (
            len(block) >= 2
            and len(above) == 1
            and _is_plain_heading(above[0])
            and all(_is_plain_item(unit) for unit in block)
        ):
            lists.append(block)
    return {unit.start for block in lists for unit in block} if len(lists) > 1 else set()


def _blocks(units: Sequence[Unit]) -> list[list[Unit]]:
    blocks: list[list[Unit]] = []
    for unit in units:
        if unit.gap or not blocks:
            blocks.append([])
        blocks[-1].append(unit)
    return blocks


def _is_plain_heading(unit: Unit) -> bool:
    return unit.kind is Kind.HEADING and len(unit.raw.split()) <= 5 and role_of(unit.raw) is None


def _is_plain_item(unit: Unit) -> bool:
    if unit.kind not in (Kind.HEADING, Kind.PARAGRAPH) or unit.glyph or split_name(unit):
        return False
    return len(unit.raw.split()) <= _LONGEST_PLAIN_ITEM and not _SECOND_SENTENCE.search(unit.raw)
