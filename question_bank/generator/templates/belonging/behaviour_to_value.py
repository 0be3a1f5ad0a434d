"""Which value means that we “…”: one line of a list, the names of the values to choose from."""

import re
from collections.abc import Iterator

from question_bank.generator.language.spans import openings
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import form_of
from question_bank.generator.writing.owner_quotes import OwnerQuote, find_quote, name_options
from question_bank.generator.writing.rationale import own_line, with_dots
from question_bank.model import Item, Kind, Option

WHOLE, TRIMMED = "T1", "T1t"
LEAST_IN_LINE = 3
LEAST_IN_OPENING = 5

_THIS_MEANS_WE = re.compile(r"this means (?:that )?we:?$", re.IGNORECASE)
_WE_WILL = re.compile(r"\bwe will:?$", re.IGNORECASE)


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each line that tells its value without naming it."""
    for value in desk.facts.values:
        for fact in value.behaviours:
            quote = quote_of_line(desk, value, fact=fact)
            items = (_item(desk, value, fact, quote),) if quote.text else ()
            yield Slot(WHOLE, fact.bare, items, lacks=quote.rule)


def quote_of_line(desk: Desk, value: NamedValue, *, fact: Fact) -> OwnerQuote:
    """The longest opening of a line that may be quoted where its value is asked."""
    return find_quote(desk, value, fact=fact, runs=runs_of_line(fact))


def runs_of_line(fact: Fact) -> tuple[str, ...]:
    """The line and its openings that say enough to be recognised, longest first; a whole line may be shorter."""
    whole = openings(fact.text, least=LEAST_IN_LINE)[:1]
    cut = openings(fact.text, least=LEAST_IN_OPENING)
    return tuple(dict.fromkeys((*(run for run in whole if run == fact.bare), *cut)))


def _item(desk: Desk, value: NamedValue, fact: Fact, found: OwnerQuote) -> Item:
    quote = found.text or ""
    right = Option(value.name, True, own_line(desk, fact, quote=quote))
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=WHOLE if quote == fact.bare else TRIMMED,
        status=found.status,
        stem=_stem(desk, fact, quote),
        options=(right, *name_options(desk, fact, quote=found, purpose=(WHOLE, fact.id))),
        facts=(fact.id,),
        source=cite(fact),
        value=value.name,
    )


def _stem(desk: Desk, fact: Fact, quote: str) -> str:
    """The lead-in takes up the words that open the list, so that the quotation reads on."""
    upper, opening = form_of(quote)
    shown = with_dots(fact, quote)
    if fact.lead and not upper and opening == "other":
        if _THIS_MEANS_WE.search(fact.lead):
            return f"Which of {desk.of('values')} means that we {shown}?"
        if _WE_WILL.search(fact.lead):
            return f"Under which of its values does {desk.who} say that we will {shown}?"
    return f"Under which of its values does {desk.who} list {shown}?"
