"""Select the TWO phrases that come from the vision (or the mission)."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from question_bank.generator.material.facts import Role, cite
from question_bank.generator.material.phrases import Phrase, phrases_in, whole_phrases_in
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.rationale import phrase_in
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T10"
KEYS = 2
DISTRACTORS = 3
MOST_TRIES = 60
MOST_SETS = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """Pairs of phrases of a statement among phrases that the page uses elsewhere."""
    for role in (Role.VISION, Role.MISSION):
        own = [phrase for fact in desk.facts.statements if fact.role is role for phrase in phrases_in(fact)]
        if not any(fact.role is role for fact in desk.facts.statements):
            continue
        about = f"phrases of the {role.value}"
        pairs = list(combinations(own[: MOST_SETS * KEYS], KEYS))[:MOST_SETS]
        if not pairs:
            yield Slot(TEMPLATE, about, (), lacks="no-phrases")
        for keys in pairs:
            yield Slot(TEMPLATE, about, _attempts(desk, role, keys), lacks="no-distractors")


def _attempts(desk: Desk, role: Role, keys: Sequence[Phrase]) -> Iterator[Item]:
    pool = desk.order(_elsewhere(desk, role), TEMPLATE, *(key.text for key in keys))
    for wrong in islice(combinations(pool, DISTRACTORS), MOST_TRIES):
        asked = f"the {NUMBER_WORDS[KEYS]} phrases that come from {desk.of(role.value)}"
        texts = tuple(phrase.text for phrase in (*keys, *wrong))
        longest = max(len(phrase.text) for phrase in wrong)
        if not fit_together(texts) or not differ(desk, texts) or any(len(key.text) > 1.6 * longest for key in keys):
            continue
        yield Item(
            id="",
            kind=Kind.MULTIPLE,
            template=TEMPLATE,
            status=DraftStatus.DRAFT,
            stem=f"Select {asked}.",
            options=tuple(
                Option(
                    p.text,
                    p in keys,
                    phrase_in(desk, p.fact, phrase=p.text),
                    None if p in keys else Proof.OTHER_SECTION,
                )
                for p in (*keys, *wrong)
            ),
            facts=tuple(dict.fromkeys(phrase.fact.id for phrase in (*keys, *wrong))),
            source=cite(*(key.fact for key in keys)),
        )


def _elsewhere(desk: Desk, role: Role) -> tuple[Phrase, ...]:
    """Phrases of the page that share no word with the statement and name no value, one from each passage."""
    stated = frozenset[str]().union(*(desk.stems(f.text) for f in desk.facts.statements if f.role is role))
    names = frozenset[str]().union(*(desk.stems(value.name) for value in desk.facts.values))
    found: dict[str, Phrase] = {}
    for fact in desk.facts.all:
        if fact.role in (Role.VISION, Role.MISSION):
            continue
        for phrase in whole_phrases_in(fact):
            if desk.stems(phrase.text).isdisjoint(stated | names) and fact.id not in found:
                found[fact.id] = phrase
    return tuple(found.values())
