"""Which services are meant where the page speaks of the expansion of some."""

import re
from collections.abc import Iterator

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import foils
from question_bank.generator.writing.foil_choice import Asked, choose_among_foils
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.model import Item

TEMPLATE = "T17e"
_EXPANSION = re.compile(
    r"\b(?P<before>the (?:expansion|growth|widening) of) "
    r"(?P<kind>[a-z-]+(?: [a-z-]+)? and [a-z-]+(?: [a-z-]+)?) services\b"
)


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each sentence that speaks of the expansion of two kinds of services."""
    for fact in desk.facts.all:
        found = _EXPANSION.search(fact.text)
        if found and fact.role is not Role.BEHAVIOUR:
            yield Slot(TEMPLATE, found.group(), _attempts(desk, fact, found), lacks="no-distractors")


def _attempts(desk: Desk, fact: Fact, found: re.Match[str]) -> Iterator[Item]:
    kind, said = found["kind"], found.group()
    if not fact.may_quote(said):
        return
    listed = desk.order(foils(desk, "service-lines"), TEMPLATE)
    fitting = [foil for foil in listed if fit_together((foil, kind)) and differ(desk, (foil, kind))]
    stem = f"Which services are meant where {desk.who} speaks of “{found['before']} … services”?"
    yield from choose_among_foils(desk, fact, asked=Asked(TEMPLATE, stem, kind, said), fitting=fitting)
