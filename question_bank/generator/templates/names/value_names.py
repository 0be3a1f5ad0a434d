"""Select the THREE that are among the values: names of the page, and foils that it does not speak of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from question_bank.generator.material.facts import NamedValue, name_fact
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.likeness import fit_together
from question_bank.generator.writing.name_foils import (
    first_that_differ,
    foils_like,
    form_on_page,
    is_no_value,
    is_one_of,
)
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T6"
KEYS = 3
DISTRACTORS = 3
MOST_SETS = 5
DRAFTS = 2


def ask(desk: Desk) -> Iterator[Slot]:
    """Three names at a time, each as often as any other, names of one form together."""
    about = "which names are among the values"
    if not desk.facts.values:
        return
    if desk.facts.has_lost_heading:
        yield Slot(TEMPLATE, about, (), lacks="headless")
        return
    forms: dict[tuple[str, bool], list[NamedValue]] = {}
    for value in desk.facts.values:
        form = form_on_page(desk, value.name)
        if form:
            forms.setdefault((form, value.name.islower()), []).append(value)
    groups = [sorted(names, key=lambda value: len(value.name.split())) for names in forms.values()]
    if not any(len(names) >= KEYS for names in groups):
        yield Slot(TEMPLATE, about, (), lacks="grammar")
    for names in groups:
        spare: Counter[str] = Counter()
        for number, keys in enumerate(_key_sets(names)):
            status = DraftStatus.DRAFT if number < DRAFTS else DraftStatus.REVIEW
            items = (replace(item, status=status) for item in _attempts(desk, keys, spare))
            yield Slot(TEMPLATE, about, items, lacks="not-on-page")


def _key_sets(names: Sequence[NamedValue]) -> list[tuple[NamedValue, ...]]:
    """Up to five sets, the names that were asked least first."""
    left = list(combinations(names, KEYS))
    asked: Counter[str] = Counter()
    chosen: list[tuple[NamedValue, ...]] = []
    while left and len(chosen) < MOST_SETS:
        best = min(left, key=lambda keys: sum(asked[value.name] for value in keys))
        left.remove(best)
        chosen.append(best)
        asked.update(value.name for value in best)
    return chosen


def _attempts(desk: Desk, keys: Sequence[NamedValue], used: Counter[str]) -> Iterator[Item]:
    """The foils that earlier questions of this kind have used least."""
    listed = desk.order(foils_like(desk, keys[0].name), TEMPLATE)
    fitting = [foil for foil in listed if fit_together((foil, *(value.name for value in keys)))]
    size = max(len(value.name.split()) for value in keys)
    ranked = sorted(fitting, key=lambda foil: (used[foil], abs(len(foil.split()) - size)))
    wrong = first_that_differ(ranked, count=DISTRACTORS)
    if len(wrong) < DISTRACTORS:
        return
    used.update(wrong)
    yield Item(
        id="",
        kind=Kind.MULTIPLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"Select the {_names(desk)} that are among {desk.of('values')}.",
        options=(
            *(Option(value.name, True, is_one_of(desk, value.name)) for value in keys),
            *(Option(foil, False, is_no_value(desk, foil), Proof.NOT_ON_PAGE) for foil in wrong),
        ),
        facts=tuple(name_fact(value.name) for value in keys),
        source=tuple(Citation(line=value.line, text=value.name) for value in keys),
    )


def _names(desk: Desk) -> str:
    """“THREE” alone would say that there are no more."""
    number = NUMBER_WORDS[KEYS]
    return number if len(desk.facts.values) == KEYS else f"{number} of these"
