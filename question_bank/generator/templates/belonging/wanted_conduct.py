"""Which of these does the page want to see: a line it wants among lines it says it does not want."""

from collections.abc import Iterator
from itertools import combinations, islice

from question_bank.generator.language.spans import bare
from question_bank.generator.material.facts import Fact, NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import fair_lines
from question_bank.generator.writing.likeness import differ, fit_together, form_of, gives_away
from question_bank.generator.writing.rationale import own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T7"
DISTRACTORS = 2
MOST_A_VALUE = 4
MOST_TRIES = 40


def ask(desk: Desk) -> Iterator[Slot]:
    """Some questions for each value that also says what is not wanted."""
    for value in desk.facts.values:
        if len(value.unwanted) < DISTRACTORS:
            continue
        lines = desk.order(fair_lines(desk, value.behaviours, name=value.name), TEMPLATE, value.name)
        for line in lines[:MOST_A_VALUE]:
            yield Slot(TEMPLATE, line.text, _attempts(desk, value, line.fact, line.text), lacks="length")


def _attempts(desk: Desk, value: NamedValue, fact: Fact, key: str) -> Iterator[Item]:
    unwanted = [bare(text) for text in value.unwanted if not gives_away(desk, value.name, quote=text)]
    pool = [text for text in desk.order(unwanted, TEMPLATE, fact.id) if form_of(text) == form_of(key)]
    for wrong in islice(combinations(pool, DISTRACTORS), MOST_TRIES):
        texts = (key, *wrong)
        if not fit_together(texts) or not differ(desk, texts) or len(key) > 1.1 * max(map(len, wrong)):
            continue
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Under “{value.name}”, which of these does {desk.who} want to see?",
            options=(
                Option(key, True, own_line(desk, fact, quote=key)),
                *(Option(text, False, _why_not(desk, value), Proof.NOT_WANTED) for text in wrong),
            ),
            facts=(fact.id,),
            source=cite(fact),
            value=value.name,
        )


def _why_not(desk: Desk, value: NamedValue) -> str:
    return f"Under “{value.name}” {desk.our_page.lower()} says that it does not want this."
