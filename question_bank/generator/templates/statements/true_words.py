"""Statements on where words of the vision, the mission and the sections stand, in both polarities."""

from collections.abc import Iterator

from question_bank.generator.language.headings import home_named_by
from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.material.phrases import phrases_in, whole_phrases_in
from question_bank.generator.templates.statements.phrase_to_heading import HeadedQuote, headed_quotes
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import names_a_value
from question_bank.generator.writing.rationale import (
    around,
    belongs_elsewhere,
    not_in_statement,
    other_heading,
    own_line,
    phrase_in,
    with_dots,
)
from question_bank.generator.writing.verdicts import FALSE, TRUE, Statement, verdict
from question_bank.model import DraftStatus, Item

MOST_WORDS = 20
QUOTES_A_STATEMENT = 3
QUOTES_A_SECTION = 1
LEAST_IN_CLAUSE = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """Up to three runs of each sentence of the vision and the mission, and a clause of each section."""
    for fact in desk.facts.statements:
        for quote in _quotes(fact)[:QUOTES_A_STATEMENT]:
            yield Slot(TRUE, quote, (_stated(desk, fact, quote),), lacks="likely-typo")
            yield Slot(FALSE, quote, _misplaced(desk, fact, quote), lacks="no-distractors")
    for quotes in headed_quotes(desk):
        for headed in quotes[:QUOTES_A_SECTION]:
            yield Slot(TRUE, headed.text, (_headed(desk, headed),), lacks="clang")
            yield Slot(FALSE, headed.text, _moved(desk, headed), lacks="no-distractors")


def _quotes(fact: Fact) -> list[str]:
    """The whole where it is short, its shortest clause, then its phrases: each says one thing, none holds another."""
    whole = (fact.bare,) if len(fact.text.split()) >= LEAST_IN_CLAUSE else ()
    runs = [run for run in (*whole, *clauses(fact.text, least=LEAST_IN_CLAUSE)) if fact.may_quote(run)]
    short = sorted(
        (run for run in runs if len(run.split()) <= MOST_WORDS), key=lambda run: (run != fact.bare, len(run))
    )
    found = short[:1]
    for phrase in phrases_in(fact):
        if not any(phrase.text in run for run in found if run != fact.bare):
            found.append(phrase.text)
    return found


def _stated(desk: Desk, fact: Fact, quote: str) -> Item:
    where = f"{desk.our_page} says this in its {fact.role.value}"
    said = Statement(TRUE, _origin(desk, fact, quote), phrase_in(desk, fact, phrase=quote), f"{where}, so it is true.")
    return verdict(said, facts=(fact.id,), source=cite(fact))


def _misplaced(desk: Desk, statement: Fact, quote: str) -> Iterator[Item]:
    """A phrase from another part of the page, of about the same length where the true words are a phrase too."""
    is_phrase = quote in {phrase.text for phrase in phrases_in(statement)}
    stated = desk.stems(" ".join(fact.text for fact in desk.facts.statements))
    others = [fact for fact in desk.facts.all if fact.role in (Role.BEHAVIOUR, Role.SECTION) and _is_prose(fact.text)]
    for fact in desk.order(others, FALSE, statement.id, quote):
        for other in (one.text for one in whole_phrases_in(fact)):
            near = (not is_phrase or 0.6 <= len(other) / len(quote) <= 1.6) and desk.stems(other).isdisjoint(stated)
            if not near or names_a_value(desk, other):
                continue
            wrong = not_in_statement(desk, fact, of=statement.role)
            right = f"{wrong[:-1]}: “{around(fact, other)}”."
            said = Statement(FALSE, _origin(desk, statement, other), right, wrong)
            yield verdict(said, facts=(statement.id, fact.id), source=cite(fact))


def _is_prose(text: str) -> bool:
    """Not a name with a post, a title or the like: more words with small letters than with capitals."""
    words = text.split()
    return 2 * sum(word[:1].islower() for word in words) > len(words)


def _origin(desk: Desk, fact: Fact, quote: str) -> str:
    return f"These words come from {desk.of(fact.role.value)}: “{quote}”."


def _headed(desk: Desk, quote: HeadedQuote) -> Item:
    right = own_line(desk, quote.fact, quote=quote.text)
    wrong = f"{belongs_elsewhere(desk, quote.fact)[:-1]}, so the statement is true."
    said = Statement(TRUE, _place(desk, quote, quote.heading), right, wrong)
    return verdict(said, facts=(quote.fact.id,), source=cite(quote.fact), status=_status(quote))


def _moved(desk: Desk, quote: HeadedQuote) -> Iterator[Item]:
    """Under a heading of the same sort: nobody looks for buildings under a heading for people."""
    own = home_named_by(quote.heading)
    for heading in desk.order(quote.rivals, FALSE, quote.fact.id):
        home = home_named_by(heading)
        if own and home and own.is_of_people != home.is_of_people:
            continue
        right = own_line(desk, quote.fact, quote=quote.text)
        said = Statement(FALSE, _place(desk, quote, heading), right, other_heading(desk, heading, right=quote.heading))
        yield verdict(said, facts=(quote.fact.id,), source=cite(quote.fact), status=_status(quote))


def _status(quote: HeadedQuote) -> DraftStatus:
    return DraftStatus.DRAFT if quote.is_at_home else DraftStatus.REVIEW


def _place(desk: Desk, quote: HeadedQuote, heading: str) -> str:
    says = "says" if quote.is_statement else "speaks of" if quote.text.split()[0].endswith("ing") else "has the words"
    return f"Under the heading “{heading}”, {desk.who} {says} {with_dots(quote.fact, quote.text)}."
