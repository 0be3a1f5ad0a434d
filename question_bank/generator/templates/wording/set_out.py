"""Which document does the page name: what it says is set out in a plan, a report or a charter."""

import re
from collections.abc import Iterator

from question_bank.generator.material.facts import Fact, Role
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import documents
from question_bank.generator.writing.foil_choice import Asked, choose_among_foils
from question_bank.generator.writing.likeness import fit_together
from question_bank.model import Item

TEMPLATE = "T17d"
MOST_DOCUMENTS = 6
FEWEST_WORDS_BEFORE = 4
_CAPITAL = r"[A-Z][\w&’'-]*"
_SET_OUT = re.compile(
    rf"^(?P<before>[^.;:]*\bset out in (?:the |our |its )?)"
    rf"(?P<name>{_CAPITAL}(?: (?:(?:of|for|and|the|on) )?{_CAPITAL})*"
    r"(?: (?:plan|strategy|framework|charter|constitution|report|review|act))?)(?![\w-])"
)


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each document that something is said to be set out in."""
    for fact in desk.facts.all:
        found = _SET_OUT.match(fact.text)
        if found and fact.role is not Role.BEHAVIOUR:
            yield Slot(TEMPLATE, found["name"], _attempts(desk, fact, found), lacks="no-distractors")


def _attempts(desk: Desk, fact: Fact, found: re.Match[str]) -> Iterator[Item]:
    before, name, said = found["before"].strip(), found["name"], found.group()
    if len(before.split()) < FEWEST_WORDS_BEFORE or not fact.may_quote(said):
        return
    listed = documents(desk, besides=name)[:MOST_DOCUMENTS]
    fitting = [foil for foil in desk.order(listed, TEMPLATE) if fit_together((foil, name))]
    stem = f"Which document does {desk.who} name where it says “{before} …”?"
    yield from choose_among_foils(desk, fact, asked=Asked(TEMPLATE, stem, name, said), fitting=fitting)
