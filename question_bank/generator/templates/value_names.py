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
    spare = list(_foils_as_printed(desk, names))
    for start in range(0, len(names) if len(names) > KEYS else 1, 2):
        keys = [names[(start + step) % len(names)] for step in range(KEYS)]
        yield Slot(TEMPLATE, about, _attempts(desk, keys, spare), lacks="not-on-page")


def _foils_as_printed(desk: Desk, names: Sequence[NamedValue]) -> tuple[str, ...]:
    """The foils in the seed's order, with capitals as the page prints them in its own names."""
    later = [word for value in names for word in value.name.split()[1:]]
    listed = desk.order(foils(desk, "names"), TEMPLATE)
    return tuple(foil.capitalize() if any(word.islower() for word in later) else foil for foil in listed)


def _attempts(desk: Desk, keys: Sequence[NamedValue], spare: list[str]) -> Iterator[Item]:
    """`spare` are the foils that no earlier question of this kind has used; what is used here leaves it."""
    small = keys[0].name.islower()
    if any(value.name.islower() != small for value in keys):
        return
    fitting = [foil for foil in spare if fit_together((foil, *(value.name for value in keys)))][:DISTRACTORS]
    if len(fitting) < 2:
        return
    for foil in fitting:
        spare.remove(foil)
    wrong = [foil.lower() if small else foil for foil in fitting]
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
    count = len(desk.facts.values)
    number = NUMBER_WORDS[count].lower() if count < len(NUMBER_WORDS) else str(count)
    return f"“{value.name}” is one of the {number} values that {desk.our_page.lower()} names."


def _why_not(desk: Desk, foil: str) -> str:
    return f"{desk.our_page} does not name “{foil}” among its values, and speaks of it nowhere else."
