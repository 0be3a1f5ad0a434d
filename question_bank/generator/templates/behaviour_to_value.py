"""Which value means that we “…”: one line of a list, the names of the values to choose from."""

import re
from collections.abc import Iterator

from question_bank.generator.language.spans import openings
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import form_of, gives_away, own_stems, rival_names
from question_bank.generator.writing.rationale import other_value, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

WHOLE, TRIMMED = "T1", "T1t"
LEAST_CONTENT_WORDS = 5
LEAST_OWN_STEMS = 2
MOST_DISTRACTORS = 3

_THIS_MEANS_WE = re.compile(r"this means (?:that )?we:?$", re.IGNORECASE)
_WE_WILL = re.compile(r"\bwe will:?$", re.IGNORECASE)


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each line that tells its value without naming it."""
    for value in desk.facts.values:
        for fact in value.behaviours:
            yield Slot(WHOLE, fact.bare, _attempts(desk, value, fact), lacks="clang")


def fair_quote(desk: Desk, value: NamedValue, fact: Fact) -> str | None:
    """The longest opening of a line that tells its value without naming it, and leaves two other names standing."""
    for quote in openings(fact.text, least=LEAST_CONTENT_WORDS):
        if not fact.may_quote(quote) or gives_away(desk, value.name, quote):
            continue
        if len(own_stems(desk, fact, quote)) < LEAST_OWN_STEMS:
            continue
        if len(rival_names(desk, value, quote)) >= 2:
            return quote
    return None


def _attempts(desk: Desk, value: NamedValue, fact: Fact) -> Iterator[Item]:
    quote = fair_quote(desk, value, fact)
    if quote is None:
        return
    rivals = desk.order(rival_names(desk, value, quote), WHOLE, fact.id)
    same_form = [name for name in rivals if form_of(name)[0] == form_of(value.name)[0]]
    names = {other.name: other for other in desk.facts.values}
    wrong = [
        Option(name, False, other_value(desk, names[name], value.name), Proof.OTHER_VALUE)
        for name in same_form[:MOST_DISTRACTORS]
    ]
    yield Item(
        id="",
        kind=Kind.SINGLE,
        template=WHOLE if quote == fact.bare else TRIMMED,
        status=DraftStatus.DRAFT,
        stem=_stem(desk, fact, quote),
        options=(Option(value.name, True, own_line(desk, fact, quote=quote)), *wrong),
        facts=(fact.id,),
        source=cite(fact),
        value=value.name,
    )


def _stem(desk: Desk, fact: Fact, quote: str) -> str:
    """The lead-in takes up the words that open the list, so that the quotation reads on."""
    upper, opening = form_of(quote)
    if fact.lead and not upper and opening == "other":
        if _THIS_MEANS_WE.search(fact.lead):
            return f"Which of {desk.of('values')} means that we “{quote}”?"
        if _WE_WILL.search(fact.lead):
            return f"Under which of its values does {desk.who} say that we will “{quote}”?"
    return f"Under which of its values does {desk.who} list “{quote}”?"
