"""Which of these does the page want to see: a line among one it does not want and lines it wants elsewhere."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from question_bank.generator.language.spans import bare
from question_bank.generator.material.facts import NamedValue, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import Line, fair_lines, lines_of_others
from question_bank.generator.writing.likeness import differ, fit_together, form_of, gives_away
from question_bank.generator.writing.rationale import belongs_elsewhere, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T7"
UNWANTED, WANTED_ELSEWHERE = 1, 2
MOST_A_VALUE = 2
MOST_TRIES = 40


def ask(desk: Desk) -> Iterator[Slot]:
    """Some questions for each value that also says what is not wanted, each with another line of that."""
    for value in desk.facts.values:
        unwanted = [bare(text) for text in value.unwanted if not gives_away(desk, value.name, quote=text)]
        if not unwanted:
            continue
        lines = desk.order(fair_lines(desk, value.behaviours, name=value.name), TEMPLATE, value.name)
        for number, key in enumerate(lines[: min(MOST_A_VALUE, len(unwanted))]):
            first = unwanted[number:] + unwanted[:number]
            yield Slot(TEMPLATE, key.text, _attempts(desk, value, key, first), lacks="length")


def _attempts(desk: Desk, value: NamedValue, key: Line, unwanted: Sequence[str]) -> Iterator[Item]:
    """One unwanted line and two that stand under other values: decent conduct alone does not tell."""
    others = desk.order(lines_of_others(desk, value, keys=[key]), TEMPLATE, key.fact.id)
    pairs = list(islice(combinations(others, WANTED_ELSEWHERE), MOST_TRIES))
    for bad, lines in islice(product(unwanted, pairs), MOST_TRIES):
        wrong = (bad, *(line.text for line in lines))
        texts = (key.text, *wrong)
        fits = form_of(bad) == form_of(key.text) and fit_together(texts) and differ(desk, texts)
        if not fits or len(key.text) > 1.1 * max(map(len, wrong)):
            continue
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Which of these does {desk.who} want to see under “{value.name}”?",
            options=(
                Option(key.text, True, own_line(desk, key.fact, quote=key.text)),
                Option(bad, False, _why_not(desk, value), Proof.NOT_WANTED),
                *(Option(line.text, False, belongs_elsewhere(desk, line.fact), Proof.OTHER_VALUE) for line in lines),
            ),
            facts=(key.fact.id, *(line.fact.id for line in lines)),
            source=cite(key.fact),
            value=value.name,
        )


def _why_not(desk: Desk, value: NamedValue) -> str:
    return f"Under “{value.name}” {desk.our_page.lower()} says that it does not want this."
