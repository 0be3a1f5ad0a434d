"""A choice between words of the page and words of our own lists that the page does not print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from question_bank.generator.material.facts import Fact, cite
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import differ
from question_bank.generator.writing.rationale import not_printed, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

DISTRACTORS = 3
LONGEST_KEY = 1.1


@dataclass(frozen=True, slots=True)
class Asked:
    """The template, the question, the key, and the words of the page that hold it."""

    template: str
    stem: str
    key: str
    said: str


def choose_among_foils(desk: Desk, fact: Fact, *, asked: Asked, fitting: Sequence[str]) -> Iterator[Item]:
    """Every set of foils beside the key, those first in which the key's length says nothing."""
    sets = ([(foil, foil) for foil in some] for some in combinations(fitting, DISTRACTORS))
    for wrong in by_chance_of_length(desk, asked.key, sets=sets, purpose=(asked.template,)):
        if len(asked.key) > LONGEST_KEY * max(map(len, wrong)) or not differ(desk, (asked.key, *wrong)):
            continue
        foils = (Option(foil, False, not_printed(desk, foil, instead=asked.said), Proof.NOT_ON_PAGE) for foil in wrong)
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=asked.template,
            status=DraftStatus.DRAFT,
            stem=asked.stem,
            options=(Option(asked.key, True, own_line(desk, fact, quote=asked.said)), *foils),
            facts=(fact.id,),
            source=cite(fact),
        )
