"""Through what is something done, and on what is it built: clauses that name this at their end."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from question_bank.generator.language.grammar import count_content, is_verb, tokens
from question_bank.generator.language.spans import clauses
from question_bank.generator.language.vocabulary import PLURALS, QUALITIES, WordClass, are_near, classes
from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.material.foundations import Foundation, foundation_in, joint_qualifiers_in
from question_bank.generator.material.lists import kinds_of, lists_in
from question_bank.generator.material.phrases import phrases_in
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.rationale import own_line, phrase_in, used_elsewhere
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE, FOUNDATION = "T17", "T17f"
MARK = " through "
MOST_WORDS_OF_MEANS = 3
DISTRACTORS = 3
MOST_TRIES = 12
LEAST_CONTENT_WORDS = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each “do something through something” and “built on a foundation of something”."""
    for fact in desk.facts.all:
        built = foundation_in(fact)
        if built:
            yield Slot(FOUNDATION, fact.bare, _kinds(desk, built), lacks="no-distractors")
        for doing, means in _means_in(fact):
            yield Slot(
                TEMPLATE,
                f"{doing}{MARK}{means}",
                _attempts(desk, fact, doing=doing, means=means),
                lacks="no-distractors",
            )


def _means_in(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.role is Role.BEHAVIOUR and fact.owner is None:
        return
    for clause in clauses(fact.text, least=LEAST_CONTENT_WORDS):
        whole, mark, means = clause.rpartition(MARK)
        doing = _verb_phrase(whole)
        if not mark or not doing or not fact.may_quote(clause):
            continue
        if means in _nouns_of(fact) or means in _lists_of(fact) or _is_one_quality(means):
            yield doing, means
            return


def _is_one_quality(text: str) -> bool:
    words = tokens(text)
    return len(words) == 1 and not classes(words[0].word).isdisjoint(QUALITIES)


def _nouns_of(fact: Fact) -> tuple[str, ...]:
    """Qualities by themselves, members of a list, and phrases; nothing that would call for an article."""
    texts = [phrase.text for phrase in phrases_in(fact)] + [member for one in lists_in(fact) for member in one.members]
    whole = (text for text in dict.fromkeys(texts) if len(text.split()) <= MOST_WORDS_OF_MEANS)
    return tuple(text for text in whole if "adjective" not in kinds_of(text) and not _wants_article(text))


def _wants_article(text: str) -> bool:
    found = classes(tokens(text)[-1].word)
    return WordClass.SINGULAR in found or found.isdisjoint(QUALITIES | PLURALS)


def _lists_of(fact: Fact) -> tuple[str, ...]:
    """Whole lists of nouns."""
    return tuple(one.text for one in lists_in(fact) if "adjective" not in kinds_of(one.members[0]))


def _verb_phrase(text: str) -> str:
    """From the last “to …” on, or the whole where it opens with a verb."""
    words = tokens(text)
    for place in range(len(words) - 1, 0, -1):
        opens = words[place - 1].word == "to" and is_verb(words[place].word)
        if opens and count_content(text[words[place].start :]) >= LEAST_CONTENT_WORDS + 1:
            return text[words[place].start :]
    return text if words and is_verb(words[0].word) and text[:1].islower() else ""


def _attempts(desk: Desk, fact: Fact, *, doing: str, means: str) -> Iterator[Item]:
    asked = desk.stems(f"{doing} {means}")
    names = {value.name.casefold() for value in desk.facts.values}
    own = desk.stems(fact.text)
    parts = _lists_of if means in _lists_of(fact) else _nouns_of
    pool = [
        (text, other)
        for other in desk.facts.all
        for text in parts(other)
        if other.id != fact.id
        and desk.stems(text).isdisjoint(asked | own if parts is _nouns_of else asked)
        and text.casefold() not in names
        and not are_near(text, means)
        and (parts is _lists_of or not kinds_of(text).isdisjoint(kinds_of(means)))
    ]
    shuffled = desk.order(list(dict(pool).items()), TEMPLATE, fact.id)
    others = sorted(shuffled, key=lambda entry: len(entry[0].split()) != len(means.split()))
    for count in (DISTRACTORS, DISTRACTORS - 1):
        for wrong in islice(combinations(others, count), MOST_TRIES):
            texts = (means, *(text for text, _ in wrong))
            if fit_together(texts) and differ(desk, texts):
                yield _item(desk, fact, asked=(doing, means), wrong=wrong)


def _item(desk: Desk, fact: Fact, *, asked: tuple[str, str], wrong: Sequence[tuple[str, Fact]]) -> Item:
    doing, means = asked
    asking = (
        f"What does {desk.organisation} say it will use to"
        if desk.organisation
        else "What does this page say will be used to"
    )
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"{asking} “{doing}”?",
        options=(
            Option(means, True, own_line(desk, fact, quote=f"{doing}{MARK}{means}")),
            *(Option(text, False, phrase_in(desk, other, phrase=text), Proof.OTHER_SECTION) for text, other in wrong),
        ),
        facts=tuple(dict.fromkeys((fact.id, *(other.id for _, other in wrong)))),
        source=cite(fact),
    )


def _kinds(desk: Desk, built: Foundation) -> Iterator[Item]:
    own = desk.stems(built.fact.text)
    pool = [
        (text, fact)
        for fact in desk.facts.all
        for text in joint_qualifiers_in(fact)
        if fact.id != built.fact.id and desk.stems(text).isdisjoint(own)
    ]
    others = desk.order(list(dict(pool).items()), FOUNDATION, built.fact.id)
    for count in (DISTRACTORS, DISTRACTORS - 1):
        for wrong in islice(combinations(others, count), MOST_TRIES):
            texts = (built.kind, *(text for text, _ in wrong))
            if fit_together(texts) and differ(desk, texts):
                yield _kind_item(desk, built, wrong)


def _kind_item(desk: Desk, built: Foundation, wrong: Sequence[tuple[str, Fact]]) -> Item:
    owner = f"{desk.organisation} say its" if desk.organisation else "this page say our"
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=FOUNDATION,
        status=DraftStatus.DRAFT,
        stem=f"What kind of {built.noun} does {owner} “{built.what}” are built on?",
        options=(
            Option(built.kind, True, own_line(desk, built.fact)),
            *(Option(text, False, used_elsewhere(desk, fact, word=text), Proof.OTHER_SECTION) for text, fact in wrong),
        ),
        facts=tuple(dict.fromkeys((built.fact.id, *(fact.id for _, fact in wrong)))),
        source=cite(built.fact),
    )
