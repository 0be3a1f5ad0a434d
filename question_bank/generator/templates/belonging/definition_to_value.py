"""Which value is explained in these words: “…”?"""

from collections.abc import Iterator

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.owner_quotes import OwnerQuote, find_quote, name_options
from question_bank.generator.writing.rationale import own_line, with_dots
from question_bank.model import Item, Kind, Option

WHOLE, TRIMMED = "T13", "T13t"
LEAST_CONTENT_WORDS = 2


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each definition that explains its value without naming it."""
    for value in desk.facts.values:
        if value.definition:
            quote = quote_of_definition(desk, value, fact=value.definition)
            items = (_item(desk, value, value.definition, quote),) if quote.text else ()
            yield Slot(WHOLE, value.definition.bare, items, lacks=quote.rule)


def quote_of_definition(desk: Desk, value: NamedValue, *, fact: Fact) -> OwnerQuote:
    """The longest run of a definition that may be quoted where its value is asked."""
    return find_quote(desk, value, fact=fact, runs=runs_of_definition(fact))


def runs_of_definition(fact: Fact) -> tuple[str, ...]:
    """The definition and its runs that say enough to be recognised, longest first."""
    return clauses(fact.text, least=LEAST_CONTENT_WORDS, phrases=True)


def in_explanation(fact: Fact, quote: str) -> str:
    """How part of an explanation is asked for."""
    return f"the words {with_dots(fact, quote)} in its explanation"


def _item(desk: Desk, value: NamedValue, fact: Fact, found: OwnerQuote) -> Item:
    quote = found.text or ""
    whole = quote == fact.bare
    asked = f"is explained in these words: “{quote}”?" if whole else f"has {in_explanation(fact, quote)}?"
    right = Option(value.name, True, own_line(desk, fact, quote=quote))
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=WHOLE if whole else TRIMMED,
        status=found.status,
        stem=f"Which of {desk.of('values')} {asked}",
        options=(right, *name_options(desk, fact, quote=found, purpose=(WHOLE, fact.id))),
        facts=(fact.id,),
        source=cite(fact),
        value=value.name,
    )
