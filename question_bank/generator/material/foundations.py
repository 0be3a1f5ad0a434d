"""What a page says something is built on, and qualifiers that could be said of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from question_bank.generator.language.grammar import is_only_adjective, tokens
from question_bank.generator.language.vocabulary import modifiers
from question_bank.generator.material.facts import Fact, Role

LEAST_WORDS = 3

_BUILT_ON = re.compile(
    r"^Our (?P<what>[^,.;]+(?:, [^,.;]+)*?) (?:is|are) (?:built|based|founded) on (?:an? )?(?:[a-z]+ )?"
    r"(?:foundations?|basis) of (?:an? )?(?P<kind>[a-z][a-z -]+) (?P<noun>[a-z]+)\.?$"
)


@dataclass(frozen=True, slots=True)
class Foundation:
    """“Our goals are built on a foundation of <kind> <noun>.”"""

    what: str
    kind: str
    noun: str
    fact: Fact


def foundation_in(fact: Fact) -> Foundation | None:
    """What a sentence says something of ours is built on, where it says so."""
    found = _BUILT_ON.match(fact.text)
    if not found or fact.role is Role.BEHAVIOUR or not fact.may_quote(found["kind"]):
        return None
    return Foundation(found["what"], found["kind"], found["noun"], fact)


def joint_qualifiers_in(fact: Fact) -> Iterator[str]:
    """Two qualifiers before their noun, not cut out of a list: “productive and high performing”."""
    words = tokens(fact.text)
    said = [word.word for word in words]
    for start in range(len(words)):
        middle = start + _qualifier_at(said[start:])
        end = middle + 1 + _qualifier_at(said[middle + 1 :])
        joined = start < middle < end - 1 < len(words) - 1 and said[middle] == "and" and end - start >= LEAST_WORDS
        if not joined or any(word.gap for word in words[start : end + 1]):
            continue
        text = fact.text[words[start].start : words[end - 1].end]
        cut = start and is_only_adjective(said[start - 1])
        if not cut and not _qualifier_at(said[end:]) and said[end] != "and" and fact.may_quote(text):
            yield text


def _qualifier_at(words: Sequence[str]) -> int:
    """How many words qualify as one from here."""
    for modifier in modifiers():
        run = modifier.split()
        if list(words[: len(run)]) == run:
            return len(run)
    return int(bool(words) and is_only_adjective(words[0]))
