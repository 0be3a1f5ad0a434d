"""Which services are meant where the page speaks of the expansion of some."""

import re
from collections.abc import Iterator
from itertools import combinations

from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import foils
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.rationale import not_printed, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T17e"
DISTRACTORS = 3
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
    sets = ([(foil, foil) for foil in some] for some in combinations(fitting, DISTRACTORS))
    for wrong in by_chance_of_length(desk, kind, sets=sets, purpose=(TEMPLATE,)):
        if len(kind) > 1.1 * max(map(len, wrong)) or not differ(desk, (kind, *wrong)):
            continue
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Which services are meant where {desk.who} speaks of “{found['before']} … services”?",
            options=(
                Option(kind, True, own_line(desk, fact, quote=said)),
                *(
                    Option(foil, False, not_printed(desk, foil, instead=found.group()), Proof.NOT_ON_PAGE)
                    for foil in wrong
                ),
            ),
            facts=(fact.id,),
            source=cite(fact),
        )
