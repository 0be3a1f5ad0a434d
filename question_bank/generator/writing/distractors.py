"""Wrong options that the page itself proves wrong, and reviewed foils that the page does not speak of."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import combinations, islice

from question_bank.generator.language.spans import bare, openings
from question_bank.generator.material.facts import Fact, NamedValue
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import differ, fit_together, form_of, gives_away, lines_clash, points_at
from question_bank.text import fold_for_match

MOST_TRIES = 60
LEAST_CONTENT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page as an option prints it: whole or trimmed."""

    fact: Fact
    text: str


def fair_lines(desk: Desk, facts: Sequence[Fact], *, name: str) -> tuple[Line, ...]:
    """Each line, cut where it would name the value asked about; lines that cannot be cut are left out."""
    found: list[Line] = []
    for fact in facts:
        fair = (text for text in _forms(fact) if fact.may_quote(text) and not gives_away(desk, name, quote=text))
        text = next(fair, None)
        if text:
            found.append(Line(fact, text))
    return tuple(found)


def lines_of_others(desk: Desk, value: NamedValue, *, keys: Sequence[Line]) -> tuple[Line, ...]:
    """Lines of other named values that cannot pass for one of this value's, nor for one of the keys."""
    others = [fact for other in desk.facts.values if other.name != value.name for fact in other.behaviours]
    form = form_of(keys[0].text)
    own = [key.text for key in keys]
    strict = [
        line
        for line in fair_lines(desk, others, name=value.name)
        if form_of(line.text) == form and not any(lines_clash(desk, line.text, other=text) for text in own)
    ]
    all_own = [fact.text for fact in value.behaviours] + ([value.definition.text] if value.definition else [])
    clear = [line for line in strict if not any(lines_clash(desk, line.text, other=text) for text in all_own)]
    return tuple(clear if len(clear) >= 3 else strict)


def choices(desk: Desk, keys: Sequence[Line], *, pool: Sequence[Line], count: int) -> Iterator[tuple[Line, ...]]:
    """Sets of wrong lines that go with the keys in length and do not repeat one another; a bounded search."""
    tries = islice(combinations(pool, count), MOST_TRIES)
    for wrong in tries:
        texts = tuple(line.text for line in (*keys, *wrong))
        if _key_is_not_longest(keys, wrong) and fit_together(texts) and differ(desk, texts):
            yield wrong


def foils(desk: Desk, section: str) -> tuple[str, ...]:
    """Reviewed words of a kind that the page neither prints nor speaks of, in their listed order."""
    page = desk.facts.page.text
    listed = [foil for foil in _foil_lists()[section] if desk.stems(foil).isdisjoint(desk.stems(page))]
    return tuple(foil for foil in listed if not points_at(desk, foil, quote=page))


def documents(desk: Desk, *, besides: str) -> tuple[str, ...]:
    """Reviewed names of documents of a kind that the page does not name, those of the key's own kind first."""
    own = besides.split()[-1].casefold()
    passages = [desk.stems(fact.text) for fact in desk.facts.all]
    listed = [
        name
        for name in _foil_lists()["documents"]
        if fold_for_match(name).casefold() not in fold_for_match(desk.facts.page.text).casefold()
        and not any(desk.stems(name) <= said for said in passages)
    ]
    return tuple(sorted(listed, key=lambda name: name.split()[-1].casefold() != own))


def _forms(fact: Fact) -> tuple[str, ...]:
    return (bare(fact.text), *openings(fact.text, least=LEAST_CONTENT_WORDS))


def _key_is_not_longest(keys: Sequence[Line], wrong: Sequence[Line]) -> bool:
    longest = max(len(line.text) for line in wrong)
    return all(len(key.text) <= 1.1 * longest for key in keys)


@lru_cache(maxsize=1)
def _foil_lists() -> dict[str, tuple[str, ...]]:
    data = resources.files(__package__).joinpath("foils.toml").read_text(encoding="utf-8")
    return {name: tuple(entry["foils"]) for name, entry in tomllib.loads(data).items()}
