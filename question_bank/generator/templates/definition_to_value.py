"""Which value is explained in these words: “…”?"""

from collections.abc import Iterator

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.owner_quotes import FEWEST_RIVALS, OwnerQuote, find_quote, name_options
from question_bank.generator.writing.rationale import own_line
from question_bank.model import DraftStatus, Item, Kind, Option

WHOLE, TRIMMED = "T13", "T13t"
LEAST_CONTENT_WORDS = 2


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each definition that explains its value without naming it."""
    for value in desk.facts.values:
        if value.definition:
            quote = quote_of_definition(desk, value, fact=value.definition)
            items = (_item(desk, value, value.definition, quote.text),) if quote.text else ()
            yield Slot(WHOLE, value.definition.bare, items, lacks=quote.rule)


def quote_of_definition(desk: Desk, value: NamedValue, *, fact: Fact, fewest_rivals: int = FEWEST_RIVALS) -> OwnerQuote:
    """The longest run of a definition that may be quoted where its value is asked."""
    runs = clauses(fact.text, least=LEAST_CONTENT_WORDS, phrases=True)
    return find_quote(desk, value, fact=fact, runs=runs, fewest_rivals=fewest_rivals)


def _item(desk: Desk, value: NamedValue, fact: Fact, quote: str) -> Item:
    whole = quote == fact.bare
    asking = f"Which of {desk.of('values')} is explained in these words:"
    if not whole:
        asking = f"Which of {desk.of('values')} is explained with the words"
    right = Option(value.name, True, own_line(desk, fact, quote=quote))
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=WHOLE if whole else TRIMMED,
        status=DraftStatus.DRAFT,
        stem=f"{asking} “{quote}”?",
        options=(right, *name_options(desk, value, quote=quote, purpose=(WHOLE, fact.id))),
        facts=(fact.id,),
        source=cite(fact),
        value=value.name,
    )
