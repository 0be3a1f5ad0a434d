"""Which of these is listed under a value: one of its lines, and lines of other values."""

from collections import Counter
from collections.abc import Iterator

from question_bank.generator.material.facts import NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import Line, choices, fair_lines, lines_of_others
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.rationale import belongs_elsewhere, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

WHOLE, TRIMMED = "T2", "T2t"
DISTRACTORS = 2


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each line that does not name its value."""
    used: Counter[str] = Counter()
    for value in desk.facts.values:
        others = any(other.behaviours for other in desk.facts.values if other.name != value.name)
        for key in fair_lines(desk, value.behaviours, name=value.name):
            yield Slot(
                WHOLE, key.text, _attempts(desk, value, key, used), lacks="clash" if others else "no-distractors"
            )


def _attempts(desk: Desk, value: NamedValue, key: Line, used: Counter[str]) -> Iterator[Item]:
    """`used` counts how often each line was offered as a wrong one."""
    ordered = desk.order(lines_of_others(desk, value, keys=[key]), WHOLE, key.fact.id)
    pool = sorted(ordered, key=lambda line: used[line.fact.id])
    found = ([(line.text, line) for line in wrong] for wrong in choices(desk, [key], pool=pool, count=DISTRACTORS))
    sets = by_chance_of_length(desk, key.text, sets=found, purpose=(WHOLE, key.fact.id))
    for number, wrong in enumerate(sets):
        used.update(line.fact.id for line in wrong if not number)
        options = [Option(line.text, False, belongs_elsewhere(desk, line.fact), Proof.OTHER_VALUE) for line in wrong]
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=WHOLE if key.text == key.fact.bare else TRIMMED,
            status=DraftStatus.DRAFT,
            stem=f"Which of these does {desk.who} list under “{value.name}”?",
            options=(Option(key.text, True, _why(desk, key)), *options),
            facts=(key.fact.id, *(line.fact.id for line in wrong)),
            source=cite(key.fact),
            value=value.name,
        )


def _why(desk: Desk, key: Line) -> str:
    return own_line(desk, key.fact, quote=key.text)
