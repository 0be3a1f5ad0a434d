"""Statements on what the page says, in both polarities: as it is, and with another owner."""

from collections.abc import Iterator

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, Role, cite
from question_bank.generator.templates.behaviour_to_value import quote_of_line
from question_bank.generator.templates.definition_to_value import quote_of_definition
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import rival_names
from question_bank.generator.writing.rationale import belongs_elsewhere, other_value, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TRUE, FALSE = "T11", "T11x"
MOST_WORDS = 20
QUOTES_A_STATEMENT = 1


def ask(desk: Desk) -> Iterator[Slot]:
    """Both polarities for each line with a fair quotation, then for the vision and the mission."""
    for value in desk.facts.values:
        for fact in (*value.behaviours, *((value.definition,) if value.definition else ())):
            is_line = fact.role is Role.BEHAVIOUR
            quote = (quote_of_line if is_line else quote_of_definition)(desk, value, fact=fact, fewest_rivals=1).text
            if quote and (is_line or quote == fact.bare):
                yield Slot(TRUE, quote, (_owned(desk, value, fact, quote),), lacks="clang")
                yield Slot(FALSE, quote, _swapped(desk, value, fact, quote), lacks="no-distractors")
    for fact in desk.facts.statements:
        for quote in _statement_quotes(fact)[:QUOTES_A_STATEMENT]:
            yield Slot(TRUE, quote, (_stated(desk, fact, quote),), lacks="typo")
            yield Slot(FALSE, quote, _misplaced(desk, fact, quote), lacks="no-distractors")


def _owned(desk: Desk, value: NamedValue, fact: Fact, quote: str) -> Item:
    place = belongs_elsewhere(desk, fact)
    right, wrong = own_line(desk, fact, quote=quote), f"{place[:-1]}, so the statement is true."
    return _item((TRUE, _claim(desk, fact, quote, value.name)), (right, wrong), facts=(fact,), value=value.name)


def _swapped(desk: Desk, value: NamedValue, fact: Fact, quote: str) -> Iterator[Item]:
    names = {other.name: other for other in desk.facts.values}
    for name in desk.order(rival_names(desk, value, quote=quote), FALSE, fact.id):
        right, wrong = own_line(desk, fact, quote=quote), other_value(desk, names[name], right=value.name)
        yield _item((FALSE, _claim(desk, fact, quote, name)), (right, wrong), facts=(fact,), value=value.name)


def _stated(desk: Desk, fact: Fact, quote: str) -> Item:
    where = f"{desk.our_page} says this in its {fact.role.value}"
    reasons = (f"{where}: “{quote}”.", f"{where}, so the statement is true.")
    return _item((TRUE, _origin(desk, fact, quote)), reasons, facts=(fact,))


def _misplaced(desk: Desk, statement: Fact, quote: str) -> Iterator[Item]:
    """A clause of about the same length from another part of the page, given out as part of the statement."""
    stated = desk.stems(" ".join(fact.text for fact in desk.facts.statements))
    others = [fact for fact in desk.facts.all if fact.role in (Role.BEHAVIOUR, Role.SECTION)]
    for fact in desk.order(others, FALSE, statement.id, quote):
        for other in clauses(fact.text, least=4):
            near = 0.6 <= len(other) / len(quote) <= 1.6 and desk.stems(other).isdisjoint(stated)
            if not near or not fact.may_quote(other) or other[:1].isupper() != quote[:1].isupper():
                continue
            wrong = (
                f"{desk.our_page} says something else in its {statement.role.value}. {belongs_elsewhere(desk, fact)}"
            )
            right = own_line(desk, fact, quote=other)
            yield _item((FALSE, _origin(desk, statement, other)), (right, wrong), facts=(fact, statement))


def _item(
    said: tuple[str, str], reasons: tuple[str, str], *, facts: tuple[Fact, ...], value: str | None = None
) -> Item:
    """`said` is template and statement; `reasons` speak for the right and for the wrong answer."""
    template, statement = said
    true = template == TRUE
    return Item(
        id="",
        kind=Kind.TRUE_FALSE,
        template=template,
        status=DraftStatus.DRAFT,
        stem=statement,
        options=(
            Option("True", true, reasons[0 if true else 1], None if true else Proof.OPPOSITE),
            Option("False", not true, reasons[1 if true else 0], Proof.OPPOSITE if true else None),
        ),
        facts=tuple(fact.id for fact in facts),
        source=cite(*facts[:1]),
        value=value,
    )


def _statement_quotes(fact: Fact) -> list[str]:
    """The whole where it is short enough; else its clauses, the shorter first: each of them says one thing."""
    quotes = [quote for quote in clauses(fact.text, least=3) if fact.may_quote(quote)]
    short = [quote for quote in reversed(quotes) if len(quote.split()) <= MOST_WORDS]
    return sorted(short, key=lambda quote: quote != fact.bare)


def _claim(desk: Desk, fact: Fact, quote: str, name: str) -> str:
    who = desk.who[0].upper() + desk.who[1:]
    if fact.role is Role.DEFINITION:
        return f"{who} explains “{name}” in these words: “{quote}”."
    return f"{who} lists “{quote}” under “{name}”."


def _origin(desk: Desk, fact: Fact, quote: str) -> str:
    return f"These words come from {desk.of(fact.role.value)}: “{quote}”."
