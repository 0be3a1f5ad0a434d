"""Which document does the page name: what it says is set out in a plan, a report or a charter."""

import re
from collections.abc import Iterator
from itertools import combinations

from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import documents
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.rationale import not_printed, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T17d"
DISTRACTORS = 3
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
    sets = ([(foil, foil) for foil in some] for some in combinations(fitting, DISTRACTORS))
    for wrong in by_chance_of_length(desk, name, sets=sets, purpose=(TEMPLATE,)):
        if len(name) > 1.1 * max(map(len, wrong)) or not differ(desk, (name, *wrong)):
            continue
        yield Item(
            id="",
            kind=Kind.SINGLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Which document does {desk.who} name where it says “{before} …”?",
            options=(
                Option(name, True, own_line(desk, fact, quote=said)),
                *(
                    Option(foil, False, not_printed(desk, foil, instead=found.group()), Proof.NOT_ON_PAGE)
                    for foil in wrong
                ),
            ),
            facts=(fact.id,),
            source=cite(fact),
        )
