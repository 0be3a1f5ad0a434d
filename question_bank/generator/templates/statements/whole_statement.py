"""Which of these is the vision (or the mission): the whole of it among other things the page wants."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from question_bank.generator.language.grammar import is_verb, tokens
from question_bank.generator.language.spans import openings
from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import (
    CLASH,
    CLASH_OF_THE_GATE,
    differ,
    fit_together,
    form_of,
    lines_clash,
    says_nearly,
)
from question_bank.generator.writing.rationale import own_line
from question_bank.generator.writing.visions import is_of_their_trade, visions_like
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T9"
DISTRACTORS = 2
VISIONS, MOST_VISIONS = 3, 9
OPENING_WORDS = 4
MOST_TRIES = 40
MOST_WORDS = 30
LEAST_CONTENT_WORDS = 4
_FORMS = frozenset({"to", "we"})
_BEFORE_AIM = frozenset({"is", "are", "and", "strive", "aim", "seek", "seeks", "aims"})


def ask(desk: Desk) -> Iterator[Slot]:
    """One question beside visions of others, and one beside aims of the page where it has them in the same form."""
    for role in (Role.VISION, Role.MISSION):
        facts = [fact for fact in desk.facts.statements if fact.role is role]
        if len(facts) == 1:
            lacks = "likely-typo" if facts[0].typo_places else "no-distractors"
            yield Slot(TEMPLATE, f"the whole {role.value}", _beside_visions(desk, facts[0]), lacks=lacks)
            yield Slot(TEMPLATE, f"the whole {role.value}", _attempts(desk, facts[0]), lacks=lacks)


def _attempts(desk: Desk, fact: Fact) -> Iterator[Item]:
    key = fact.bare
    form = form_of(key)[1]
    if form not in _FORMS or len(key.split()) > MOST_WORDS or not fact.may_quote(key):
        return
    for limit, status in ((CLASH, DraftStatus.DRAFT), (CLASH_OF_THE_GATE, DraftStatus.REVIEW)):
        pool = [
            (text, other)
            for other in desk.facts.all
            if other.role not in (Role.VISION, Role.MISSION)
            for text in _aims(other, form)
            if not lines_clash(desk, text, other=key, limit=limit)
        ]
        for wrong in islice(combinations(desk.order(pool, TEMPLATE, fact.id), DISTRACTORS), MOST_TRIES):
            texts = (key, *(_with_capital(text) for text, _ in wrong))
            if any(says_nearly(desk, one, other=other) for one, other in combinations(texts[1:], 2)):
                continue
            longest = max(len(text) for text in texts[1:])
            if len(key) <= 1.1 * longest and fit_together(texts) and differ(desk, texts):
                yield _item(desk, fact, wrong, status)


def _beside_visions(desk: Desk, fact: Fact) -> Iterator[Item]:
    """The statement among visions that others of its trade might have; of another trade, a person decides."""
    key = fact.bare
    if len(key.split()) > MOST_WORDS or not fact.may_quote(key):
        return
    listed = desk.order(visions_like(desk, key), TEMPLATE, fact.id)[:MOST_VISIONS]
    status = DraftStatus.DRAFT if is_of_their_trade(desk) else DraftStatus.REVIEW
    sets = ([(text, text) for text in wrong] for wrong in combinations(listed, VISIONS))
    for wrong in by_chance_of_length(desk, key, sets=sets, purpose=(TEMPLATE, fact.id)):
        texts = (key, *wrong)
        if not fit_together(texts) or not differ(desk, texts) or len(key) > 1.1 * max(map(len, wrong)):
            continue
        options = [Option(text, False, _of_others(desk, fact), Proof.NOT_ON_PAGE) for text in wrong]
        yield _with_options(desk, fact, options, status)


def _of_others(desk: Desk, fact: Fact) -> str:
    opening = " ".join(fact.bare.split()[:OPENING_WORDS])
    return f"Nothing like this stands on {desk.our_page.lower()}; its {fact.role.value} opens with “{opening}”."


def _item(desk: Desk, fact: Fact, wrong: Sequence[tuple[str, Fact]], status: DraftStatus) -> Item:
    options = [
        Option(_with_capital(text), False, own_line(desk, other, quote=text), Proof.OTHER_SECTION)
        for text, other in wrong
    ]
    item = _with_options(desk, fact, options, status)
    return replace(item, facts=tuple(dict.fromkeys((fact.id, *(other.id for _, other in wrong)))))


def _with_options(desk: Desk, fact: Fact, wrong: Sequence[Option], status: DraftStatus) -> Item:
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=status,
        stem=f"Which of these is {desk.of(fact.role.value)}?",
        options=(
            Option(fact.bare, True, own_line(desk, fact)),
            *(replace(option, text=_with_first_letter_like(fact.bare, option.text)) for option in wrong),
        ),
        facts=(fact.id,),
        source=cite(fact),
    )


def _aims(fact: Fact, form: str) -> Iterator[str]:
    """Clauses of a passage in the form of the statement: “to …” inside a sentence, “We …” as a whole one."""
    if form == "we":
        if form_of(fact.bare)[1] == "we" and fact.may_quote(fact.bare):
            yield fact.bare
        return
    words = tokens(fact.text)
    for place, word in enumerate(words[:-1]):
        opens = word.word == "to" and is_verb(words[place + 1].word)
        if opens and (word.gap or words[place - 1].word in _BEFORE_AIM):
            runs = openings(fact.text[word.start :], least=LEAST_CONTENT_WORDS)
            yield from (run for run in runs if fact.may_quote(run))


def _with_capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _with_first_letter_like(key: str, text: str) -> str:
    """The key stays as the page has it, so the others open with a small or a large letter as it does."""
    return text[0].lower() + text[1:] if key[0].islower() else _with_capital(text)
