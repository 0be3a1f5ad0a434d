"""Lines that no question asks for: the only ones that the reason for a wrong answer may print."""

from question_bank.generator.material.facts import Fact, NamedValue
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.distractors import fair_lines
from question_bank.generator.writing.gaps import gaps_in


def spare_line(desk: Desk, value: NamedValue) -> Fact | None:
    """The shortest line of a value that names its value, so that nobody asks for its owner, and carries no gap."""
    asked = {line.fact.id for line in fair_lines(desk, value.behaviours, name=value.name)}
    spare = [fact for fact in value.behaviours if fact.id not in asked and fact.may_quote(fact.bare)]
    free = [fact for fact in spare if not desk.facts.kin.get(fact.id) and not gaps_in(desk, fact)]
    return min(free, key=lambda fact: len(fact.text), default=None)
