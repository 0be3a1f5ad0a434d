"""Through what is something done: a clause that names its means at its end."""

from collections.abc import Iterator

from question_bank.generator.language.grammar import QUALITIES, classes, count_content, is_verb, tokens
from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.material.phrases import phrases_in
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import differ, fit_together
from question_bank.generator.writing.rationale import own_line, phrase_in
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T17"
MARK = " through "
MOST_WORDS_OF_MEANS = 3
DISTRACTORS = 3
LEAST_CONTENT_WORDS = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """One question for each “do something through something”."""
    for fact in desk.facts.all:
        for doing, means in _means_in(fact):
            yield Slot(TEMPLATE, f"{doing}{MARK}{means}", _attempts(desk, fact, doing, means), lacks="no-distractors")


def _means_in(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.role is Role.BEHAVIOUR and fact.owner is None:
        return
    for clause in clauses(fact.text, least=LEAST_CONTENT_WORDS):
        whole, mark, means = clause.rpartition(MARK)
        doing = _verb_phrase(whole)
        if not mark or not doing or not fact.may_quote(clause):
            continue
        nouns = tokens(means)
        single = len(nouns) == 1 and not classes(nouns[0].word).isdisjoint(QUALITIES)
        if single or any(phrase.text == means for phrase in phrases_in(fact)):
            yield doing, means
            return


def _verb_phrase(text: str) -> str:
    """From the last “to …” on, or the whole where it opens with a verb."""
    words = tokens(text)
    for place in range(len(words) - 1, 0, -1):
        opens = words[place - 1].word == "to" and is_verb(words[place].word)
        if opens and count_content(text[words[place].start :]) >= LEAST_CONTENT_WORDS + 1:
            return text[words[place].start :]
    return text if words and is_verb(words[0].word) and text[:1].islower() else ""


def _attempts(desk: Desk, fact: Fact, doing: str, means: str) -> Iterator[Item]:
    asked = desk.stems(f"{doing} {means}")
    pool = [
        phrase
        for other in desk.facts.all
        if other.owner != fact.owner or other.role is not fact.role or other.id != fact.id
        for phrase in phrases_in(other)
        if len(phrase.text.split()) <= MOST_WORDS_OF_MEANS and desk.stems(phrase.text).isdisjoint(asked)
    ]
    names = {value.name.casefold() for value in desk.facts.values}
    wrong = [phrase for phrase in desk.order(pool, TEMPLATE, fact.id) if phrase.text.casefold() not in names]
    wrong = wrong[:DISTRACTORS]
    texts = (means, *(phrase.text for phrase in wrong))
    if len(wrong) < 2 or not fit_together(texts) or not differ(desk, texts):
        return
    asking = (
        f"Through what does {desk.organisation} aim to" if desk.organisation else "Through what, on this page, do we"
    )
    yield Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"{asking} “{doing}”?",
        options=(
            Option(means, True, own_line(desk, fact, quote=f"{doing}{MARK}{means}")),
            *(Option(p.text, False, phrase_in(desk, p.fact, p.text), Proof.OTHER_SECTION) for p in wrong),
        ),
        facts=tuple(dict.fromkeys((fact.id, *(phrase.fact.id for phrase in wrong)))),
        source=cite(fact),
    )
