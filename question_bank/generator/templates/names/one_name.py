"""Which of these is one of the values: one name among foils that the page does not speak of."""

from collections.abc import Iterator
from itertools import combinations

from question_bank.generator.material.facts import NamedValue, name_fact
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.name_foils import first_that_differ, foils_like, is_no_value, is_one_of
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T5"
DISTRACTORS = 3
LONG_NAME = 3  # words, from which on the longest name would stand out
MOST_FOILS = 9
MOST_TRIES = 12


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each name that has foils of its own form; two where the page says nothing else of the value."""
    for value in desk.facts.values:
        lacks = "headless" if desk.facts.has_lost_heading else "grammar"
        for variant in range(1 if value.behaviours or value.definition else 2):
            attempts = () if desk.facts.has_lost_heading else _attempts(desk, value, variant)
            yield Slot(TEMPLATE, f"“{value.name}” as one of the values", attempts, lacks=lacks)


def _attempts(desk: Desk, value: NamedValue, variant: int) -> Iterator[Item]:
    listed = foils_like(desk, value.name)
    shuffled = [foil for foil in desk.order(listed, TEMPLATE, value.name, variant) if fit_together((foil, value.name))]
    size = len(value.name.split())
    alike = [foil for foil in shuffled if len(foil.split()) == size] if size <= LONG_NAME else shuffled
    fitting = first_that_differ(alike, count=MOST_FOILS)
    sets = ([(foil, foil) for foil in foils] for foils in combinations(fitting, DISTRACTORS))
    for wrong in by_chance_of_length(desk, value.name, sets=sets, purpose=(TEMPLATE, value.name, variant))[:MOST_TRIES]:
        texts = (value.name, *wrong)
        too_long = size >= LONG_NAME and len(value.name) > 1.1 * max(map(len, wrong))
        if too_long or not differ(desk, texts) or not fit_together(texts):
            continue
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Which of these is one of {desk.of('values')}?",
            options=(
                Option(value.name, True, is_one_of(desk, value.name)),
                *(Option(foil, False, is_no_value(desk, foil), Proof.NOT_ON_PAGE) for foil in wrong),
            ),
            facts=(name_fact(value.name),),
            source=(Citation(line=value.line, text=value.name),),
            value=value.name,
        )
