"""What is meant by a value: its explanation, among those of other values that open in the same way."""

from collections import Counter
from collections.abc import Iterator

from question_bank.generator.material.facts import NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import Line, choices, fair_lines
from question_bank.generator.writing.likeness import form_of, lines_clash
from question_bank.generator.writing.rationale import belongs_elsewhere, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T14"
DISTRACTORS = 2
FEWEST_ALIKE = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each explanation, only where all of them open alike: else the opening gives the answer away."""
    defined = [value for value in desk.facts.values if value.definition]
    if len(defined) < FEWEST_ALIKE:
        return
    openings = Counter(_opening(value) for value in defined)
    if len(openings) > 1:
        yield Slot(
            TEMPLATE, "what is meant by each value: the explanations open in different ways", (), lacks="grammar"
        )
        return
    for value in defined:
        about = f"what is meant by “{value.name}”"
        keys = fair_lines(desk, [value.definition] if value.definition else [], name=value.name)
        yield Slot(TEMPLATE, about, _attempts(desk, value, keys[0]) if keys else (), lacks="clang")


def _opening(value: NamedValue) -> tuple[bool, str]:
    return form_of(value.definition.bare if value.definition else "")


def _attempts(desk: Desk, value: NamedValue, key: Line) -> Iterator[Item]:
    others = [other.definition for other in desk.facts.values if other.definition and other.name != value.name]
    clear = [
        line for line in fair_lines(desk, others, name=value.name) if not lines_clash(desk, line.text, other=key.text)
    ]
    for wrong in choices(desk, [key], pool=desk.order(clear, TEMPLATE, key.fact.id), count=DISTRACTORS):
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"How does {desk.who} explain “{value.name}”?",
            options=(
                Option(key.text, True, own_line(desk, key.fact, quote=key.text)),
                *(Option(line.text, False, belongs_elsewhere(desk, line.fact), Proof.OTHER_VALUE) for line in wrong),
            ),
            facts=(key.fact.id, *(line.fact.id for line in wrong)),
            source=cite(key.fact),
            value=value.name,
        )
