"""Statements on what belongs to which value, in both polarities: as it is, and with another owner."""

from collections.abc import Iterator

from question_bank.generator.material.facts import Fact, NamedValue, Role, cite
from question_bank.generator.templates.belonging.behaviour_to_value import runs_of_line
from question_bank.generator.templates.belonging.definition_to_value import runs_of_definition
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import are_of_two_sorts, close_names, is_catch_all
from question_bank.generator.writing.owner_quotes import OwnerQuote, find_claim
from question_bank.generator.writing.rationale import belongs_elsewhere, other_value, own_line, with_dots
from question_bank.generator.writing.verdicts import FALSE, TRUE, Statement, verdict
from question_bank.model import DraftStatus, Item


def ask(desk: Desk) -> Iterator[Slot]:
    """Both polarities for each line and each definition of a value."""
    for value in desk.facts.values:
        for fact in (*value.behaviours, *((value.definition,) if value.definition else ())):
            runs = runs_of_line if fact.role is Role.BEHAVIOUR else runs_of_definition
            found = find_claim(desk, value, fact=fact, runs=runs(fact))
            if found.text is None:
                yield Slot(TRUE, fact.bare, (), lacks=found.rule)
                continue
            yield Slot(TRUE, found.text, (_owned(desk, value, fact, found),), lacks="clang")
            yield Slot(FALSE, found.text, _swapped(desk, value, fact, found), lacks="no-distractors")


def _owned(desk: Desk, value: NamedValue, fact: Fact, found: OwnerQuote) -> Item:
    quote = found.text or ""
    right, wrong = own_line(desk, fact, quote=quote), f"{belongs_elsewhere(desk, fact)[:-1]}, so the statement is true."
    said = Statement(TRUE, _claim(desk, fact, quote, value.name), right, wrong)
    return verdict(said, facts=(fact.id,), source=cite(fact), value=value.name, status=found.status)


def _swapped(desk: Desk, value: NamedValue, fact: Fact, found: OwnerQuote) -> Iterator[Item]:
    """Under another name of the same sort first: nobody looks for how people are treated under a name for work."""
    names = {other.name: other for other in desk.facts.values}
    quote = found.text or ""
    is_doubtful = not found.rivals or found.status is DraftStatus.REVIEW
    rivals = found.rivals or close_names(desk, value, quote=quote)
    doubtful = {name: is_doubtful or are_of_two_sorts(value.name, name) or is_catch_all(name) for name in rivals}
    for name in sorted(desk.order(rivals, FALSE, fact.id), key=lambda name: doubtful[name]):
        status = DraftStatus.REVIEW if doubtful[name] else DraftStatus.DRAFT
        right, wrong = own_line(desk, fact, quote=quote), other_value(desk, names[name], fact=fact, quote=quote)
        said = Statement(FALSE, _claim(desk, fact, quote, name), right, wrong)
        yield verdict(said, facts=(fact.id,), source=cite(fact), value=value.name, status=status)


def _claim(desk: Desk, fact: Fact, quote: str, name: str) -> str:
    if fact.role is Role.BEHAVIOUR:
        return f"{desk.subject} lists {with_dots(fact, quote)} under “{name}”."
    if quote == fact.bare:
        return f"{desk.subject} explains “{name}” in these words: “{quote}”."
    return f"The words {with_dots(fact, quote)} stand in {desk.of(f'explanation of “{name}”')}."
