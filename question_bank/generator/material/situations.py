"""Which passages of a page a situation shows, and which values and lines are clear of it."""

import re
from dataclasses import dataclass

from question_bank.generator.material.facts import Fact, NamedValue, PageFacts
from question_bank.generator.material.scenarios import Stub, Theme, list_themes
from question_bank.generator.material.scenes import shows_what_it_names

_GOES_ON = re.compile(r"(?:we |they |it )?(?:also|therefore|too)\b", re.IGNORECASE)
MOST_THEMES = 2  # a passage on more matters than these has no main point


@dataclass(frozen=True, slots=True)
class Match:
    """A situation, and a passage that has what it is about for its main point."""

    stub: Stub
    fact: Fact


def find_matches(facts: PageFacts, stub: Stub) -> tuple[Match, ...]:
    """The definitions and behaviours of named values that a situation shows, in page order."""
    passages = (*facts.definitions, *facts.behaviours)
    scene = f"{stub.situation} {stub.deed}"
    return tuple(
        Match(stub, fact)
        for fact in passages
        if _is_main_point(stub.theme, fact) and shows_what_it_names(fact.text, scene=scene)
    )


def is_clear(theme: Theme, value: NamedValue) -> bool:
    """Whether nobody could argue for a value: neither its name nor anything listed under it touches the theme."""
    said = [fact.text for fact in value.behaviours]
    said += [value.definition.text] if value.definition else []
    return not any(theme.is_touched_by(text) for text in (value.name, *said))


def is_shown_elsewhere(facts: PageFacts, match: Match) -> bool:
    """Whether another value has the theme for its name or for a main point too."""
    others = [value for value in facts.values if value.name != match.fact.owner]
    owners = {found.fact.owner for found in find_matches(facts, match.stub)}
    return any(match.stub.theme.is_shown_by(value.name) or value.name in owners for value in others)


def _is_main_point(theme: Theme, fact: Fact) -> bool:
    if not fact.owner or not theme.is_shown_by(fact.text) or not fact.may_quote(fact.bare):
        return False
    if _GOES_ON.match(fact.bare):
        return False
    return sum(one.is_shown_by(fact.text) for one in list_themes()) <= MOST_THEMES
