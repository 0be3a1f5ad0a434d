"""Which value is explained in these words: “…”?"""

from collections.abc import Iterator

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import form_of, gives_away, own_stems, rival_names
from question_bank.generator.writing.rationale import other_value, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

WHOLE, TRIMMED = "T13", "T13t"
LEAST_CONTENT_WORDS = 2
LEAST_OWN_STEMS = 2
MOST_DISTRACTORS = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each definition that explains its value without naming it."""
    for value in desk.facts.values:
        if value.definition:
            yield Slot(WHOLE, value.definition.bare, _attempts(desk, value, value.definition), lacks="clang")


def fair_definition(desk: Desk, value: NamedValue, fact: Fact) -> str | None:
    """The longest run of a definition that names neither its value nor too many others."""
    for quote in clauses(fact.text, least=LEAST_CONTENT_WORDS, phrases=True):
        if not fact.may_quote(quote) or gives_away(desk, value.name, quote):
            continue
        if len(own_stems(desk, fact, quote)) >= LEAST_OWN_STEMS and len(rival_names(desk, value, quote)) >= 2:
            return quote
    return None


def _attempts(desk: Desk, value: NamedValue, fact: Fact) -> Iterator[Item]:
    quote = fair_definition(desk, value, fact)
    if quote is None:
        return
    names = {other.name: other for other in desk.facts.values}
    rivals = desk.order(rival_names(desk, value, quote), WHOLE, fact.id)
    same_form = [name for name in rivals if form_of(name)[0] == form_of(value.name)[0]]
    wrong = [
        Option(name, False, other_value(desk, names[name], value.name), Proof.OTHER_VALUE)
        for name in same_form[:MOST_DISTRACTORS]
    ]
    whole = quote == fact.bare
    asking = f"Which of {desk.of('values')} is explained in these words:"
    if not whole:
        asking = f"In explaining which of its values does {desk.who} use the words"
    yield Item(
        id="",
        kind=Kind.SINGLE,
        template=WHOLE if whole else TRIMMED,
        status=DraftStatus.DRAFT,
        stem=f"{asking} “{quote}”?",
        options=(Option(value.name, True, own_line(desk, fact, quote=quote)), *wrong),
        facts=(fact.id,),
        source=cite(fact),
        value=value.name,
    )
