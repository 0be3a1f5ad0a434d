"""Lists that look like values, or like behaviours, and are tied to none."""

from collections.abc import Iterator, Sequence

from question_bank.model import Concern, ConcernKind, ValuesPage
from question_bank.reader.doubts.phrases import join_names, shorten
from question_bank.reader.lines.strung_names import past_names_in_sentence
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.found import Found
from question_bank.reader.parts.sections import Part

_SHORTEST_LIST = 3


def find_competing_lists(page: ValuesPage, found: Found, *, parts: Sequence[Part]) -> Iterator[Concern]:
    """Headed lists elsewhere on the page, and behaviours that stand under no value."""
    for part in parts:
        items = [unit for unit in part.units if unit.kind is Kind.ITEM and not _is_said(page, unit)]
        if part.role not in (Role.OTHER, Role.MISSION) or part.heading is None or len(items) < _SHORTEST_LIST:
            continue
        yield Concern(
            ConcernKind.COMPETING_LIST,
            part.heading.line,
            f"“{part.heading.text.rstrip(' :')}” (line {part.heading.line}) has a list of {len(items)} points that "
            f"could be taken for values or behaviours. {_where_values_are(page)}Is it right to leave it out?",
        )
    yield from _former_values(parts)
    yield from _guessed_values(page, parts)
    if page.unattached and not found.tables:
        first = page.unattached[0]
        yield Concern(
            ConcernKind.COMPETING_LIST,
            first.line,
            f"The page ties {len(page.unattached)} behaviours to no value, from line {first.line} on "
            f"(“{shorten(first.text)}”). Do they belong to values, and if so, each to which?",
        )


def _former_values(parts: Sequence[Part]) -> Iterator[Concern]:
    for unit in (unit for part in parts for unit in part.units if unit.kind is not Kind.ITEM):
        names = past_names_in_sentence(unit)
        if names:
            yield Concern(
                ConcernKind.COMPETING_LIST,
                names[0].line,
                f"Line {names[0].line} gives {join_names([name.text for name in names])} as values of former days, and "
                "they are left out. Is it right that the other values on the page have taken their place?",
            )


def _guessed_values(page: ValuesPage, parts: Sequence[Part]) -> Iterator[Concern]:
    if page.values and any(part.is_guess for part in parts):
        first = page.values[0]
        yield Concern(
            ConcernKind.COMPETING_LIST,
            first.line,
            f"No heading says where the values begin. The parts from line {first.line} on are read as values, since "
            "they are alike and the title speaks of values. Is that right?",
        )


def _is_said(page: ValuesPage, unit: Unit) -> bool:
    """Whether a line is part of the vision or mission itself."""
    said = (statement for statement in (page.vision, page.mission) if statement)
    return any(statement.start <= unit.start < statement.end for statement in said)


def _where_values_are(page: ValuesPage) -> str:
    named = [value.name for value in page.values if value.name]
    if not named or len(named) > 8:
        return ""
    return f"The values are read as {join_names(named)}. "
