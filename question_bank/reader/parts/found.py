"""What was found on the way to the values: groups, names, and every line that belongs to none of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from question_bank.model import Passage, Section, Value
from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.parts.groups import Group
from question_bank.reader.parts.table import Table


@dataclass(slots=True)
class Found:
    """Values with everything under their headings that is none, and what the doubts rest on."""

    groups: list[Group] = field(default_factory=list)
    sentences: list[Unit] = field(default_factory=list)
    announced: list[Unit] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    left: dict[int, tuple[Unit | None, list[Unit]]] = field(default_factory=dict)
    is_closed: bool = False
    values: list[Value] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unattached: list[Passage] = field(default_factory=list)

    def leave(self, heading: Unit | None, units: Iterable[Unit]) -> None:
        """Keep lines that belong to no value under the heading they stand below."""
        self.left.setdefault(heading.start if heading else -1, (heading, []))[1].extend(units)

    def leave_group(self, heading: Unit | None, group: Group) -> None:
        """Keep a group that is no value as a section of its own, or under the heading above if it has no text."""
        if group.body:
            self.sections.append(section_of(group.heading or heading, group.body))
        elif group.heading is not None:
            self.leave(heading, [group.heading])


def section_of(heading: Unit | None, units: Iterable[Unit]) -> Section:
    """A heading with the lines under it; the heading is empty where the page has none."""
    paragraphs = tuple(unit.passage() for unit in units)
    line = heading.line if heading else paragraphs[0].line
    return Section(heading=heading.text.rstrip(" :") if heading else "", line=line, paragraphs=paragraphs)


def sections_of_left(found: Found) -> list[Section]:
    """The lines that were left as sections, in page order; the same opening is kept once, a meaning not at all."""
    meanings = {unit.start for group in found.groups for unit in group.definition}
    sections: list[Section] = []
    for heading, lines in found.left.values():
        kept = {_identity(unit): unit for unit in reversed(lines) if unit.start not in meanings}
        if kept:
            sections.append(section_of(heading, sorted(kept.values(), key=lambda unit: unit.start)))
    return sections


def _identity(unit: Unit) -> str | int:
    return key_of(unit.raw) if unit.kind is Kind.STEM else unit.start
