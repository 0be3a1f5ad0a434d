"""Select the names that are among the values: only where no heading is lost and no foil can be right."""

from collections.abc import Iterator, Sequence

from question_bank.generator.language.grammar import is_noun, tokens
from question_bank.generator.language.vocabulary import is_listed
from question_bank.generator.material.facts import NamedValue, name_fact
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.distractors import foils
from question_bank.generator.writing.likeness import fit_together
from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T6"
KEYS = 3
DISTRACTORS = 3
LONGEST_NAME = 2


def ask(desk: Desk) -> Iterator[Slot]:
    """Three names at a time, round the list, so that each name is asked as often as any other."""
    about = "which names are among the values"
    if not desk.facts.values:
        return
    if desk.facts.has_lost_heading:
        yield Slot(TEMPLATE, about, (), lacks="headless")
        return
    names = [value for value in desk.facts.values if _is_noun_name(value.name)]
    if len(names) < KEYS:
        yield Slot(TEMPLATE, about, (), lacks="grammar")
        return
    names.sort(key=lambda value: len(value.name.split()))
    for start in range(0, len(names) if len(names) > KEYS else 1, 2):
        keys = [names[(start + step) % len(names)] for step in range(KEYS)]
        yield Slot(TEMPLATE, about, _attempts(desk, keys), lacks="not-on-page")


def _attempts(desk: Desk, keys: Sequence[NamedValue]) -> Iterator[Item]:
    small = keys[0].name.islower()
    if any(value.name.islower() != small for value in keys):
        return
    named = [foil.lower() if small else foil for foil in foils(desk, "names")]
    wrong = desk.order(named, TEMPLATE, *(value.name for value in keys))[:DISTRACTORS]
    if len(wrong) < 2 or not fit_together((*wrong, *(value.name for value in keys))):
        return
    yield Item(
        id="",
        kind=Kind.MULTIPLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"Select the {NUMBER_WORDS[KEYS]} that are among {desk.of('values')}.",
        options=(
            *(Option(value.name, True, _why(desk, value)) for value in keys),
            *(Option(foil, False, _why_not(desk, foil), Proof.NOT_ON_PAGE) for foil in wrong),
        ),
        facts=tuple(name_fact(value.name) for value in keys),
        source=tuple(Citation(line=value.line, text=value.name) for value in keys),
    )


def _is_noun_name(name: str) -> bool:
    """A name that a foil, a noun too, can stand beside: not a sentence, an adverb or a phrase."""
    words = tokens(name)
    if not 0 < len(words) <= LONGEST_NAME or not is_noun(words[-1].word):
        return False
    return len(words) == 1 or is_listed(words[0].word)


def _why(desk: Desk, value: NamedValue) -> str:
    return f"“{value.name}” is one of the {len(desk.facts.values)} values that {desk.our_page.lower()} names."


def _why_not(desk: Desk, foil: str) -> str:
    return f"{desk.our_page} does not name “{foil}” among its values, and speaks of it nowhere else."
