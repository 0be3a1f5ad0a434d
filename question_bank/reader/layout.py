"""Read a page from its text: lines, parts, values, doubts."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from question_bank.model import Section, ValuesPage
from question_bank.reader.doubts.concerns import find_concerns
from question_bank.reader.lines.asides import mark_asides
from question_bank.reader.lines.bare_lists import mark_bare_lists
from question_bank.reader.lines.captions import mark_captions
from question_bank.reader.lines.chrome import drop_chrome
from question_bank.reader.lines.print import drop_print
from question_bank.reader.lines.rows import mark_rows
from question_bank.reader.lines.shapes import mark_kinds
from question_bank.reader.lines.strung_names import names_in_sentence
from question_bank.reader.lines.unit import Kind, Unit, join_wrapped, split_lines
from question_bank.reader.lines.wording import Role
from question_bank.reader.parts.found import section_of
from question_bank.reader.parts.sections import Part, is_label, split_parts
from question_bank.reader.parts.statements import Statement, find_statement
from question_bank.reader.parts.strays import keep_strays
from question_bank.reader.parts.values import find_values


def read_text(text: str, *, sha256: str | None = None) -> ValuesPage:
    """Read a page from its text; lines count from 1, offsets index into the text as given."""
    lines = join_wrapped(drop_print(drop_chrome(split_lines(text))), source=text)
    units = mark_rows(mark_bare_lists(mark_captions(mark_asides(mark_kinds(lines)))))
    title = _title(units)
    parts = split_parts(units)
    vision = find_statement(parts, Role.VISION)
    mission = find_statement(parts, Role.MISSION)
    found = find_values(parts, source=text)
    sections = [
        *found.sections,
        *_other_sections(parts, title, statements=(vision, mission)),
        *_explanations(vision, mission),
    ]
    page = ValuesPage(
        text=text,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title.text if title else None,
        vision=vision.passage() if vision else None,
        mission=mission.passage() if mission else None,
        values=tuple(found.values),
        sections=tuple(sorted((_headed(section, title) for section in sections), key=lambda section: section.line)),
        unattached=tuple(found.unattached),
    )
    page = replace(page, concerns=find_concerns(page, found, parts=parts, units=units))
    strays = keep_strays(page, lines)
    return replace(page, sections=tuple(sorted((*page.sections, *strays), key=lambda section: section.line)))


def _title(units: tuple[Unit, ...]) -> Unit | None:
    if not units or is_label(units[0]) or names_in_sentence(units[0]):
        return None
    return units[0] if units[0].kind is Kind.HEADING else None


def _headed(section: Section, title: Unit | None) -> Section:
    """Lines that stand below no heading of their own stand below the title."""
    return section if section.heading or title is None else replace(section, heading=title.text)


def _other_sections(parts: list[Part], title: Unit | None, *, statements: Sequence[Statement | None]) -> list[Section]:
    """Parts that speak of something else, a second vision or mission among them."""
    used = {id(statement.part) for statement in statements if statement}
    other = [part for part in parts if part.role not in (Role.VALUES, Role.BEHAVIOURS) and id(part) not in used]
    return [section_of(part.heading or title, part.units) for part in other if part.units]


def _explanations(*statements: Statement | None) -> list[Section]:
    return [
        section_of(statement.part.heading, statement.rest)
        for statement in statements
        if statement and statement.part and statement.rest
    ]
