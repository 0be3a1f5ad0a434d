"""What the bank leaves out although the gates let it pass: a stricter reading of them that others may hold it to."""

import re
from collections.abc import Iterator

from question_bank.generator.writing.desk import Desk
from question_bank.lexicon import concepts
from question_bank.model import Item, Kind, Option, Proof
from question_bank.text import fold_for_match
from question_bank.words import jaccard, words

MOST_SHARED = 0.07
FEWEST_WORDS, SHORTEST_WORD = 4, 4
LONGEST_KEY, LONG_KEY_WORDS = 1.1, 3
_FUNCTION_WORDS = """
    about also because been before between could does each from have into more most only other over should some such
    than that their them then there these they this those through upon very were what when where which while whom
    whose will with within without would your yours
"""
# Words that open like a value's matter and may be taken for it: care homes and carers, one's own work.
_TAKEN_FOR = {
    "compassion": re.compile(r"\bcar(?:e|er|ing)", re.IGNORECASE),
    "account": re.compile(r"\b(?:own|responsib)", re.IGNORECASE),
}
_NO_DOING = ("bring", "ring", "spring", "string", "king", "thing", "wellbeing", "during", "evening", "morning")
_QUOTED = re.compile(r"[“\"](.+)[”\"]")


def read_literally(desk: Desk, item: Item) -> str | None:
    """The rule that a stricter reader would hold against an item; None where there is none."""
    return next(_faults(desk, item), None)


def _faults(desk: Desk, item: Item) -> Iterator[str]:
    if item.kind is Kind.TRUE_FALSE or item.setting:
        return
    if item.kind in (Kind.SINGLE, Kind.GAP) and not any(
        _form(option) == _form(item.keys[0]) for option in item.distractors
    ):
        yield "grammar"
    if any(_is_too_long(key, item) for key in item.keys):
        yield "length"
    if any(_share_words(key, other) for key in item.keys for other in item.distractors):
        yield "clash"
    page = fold_for_match(desk.facts.page.text)
    said = _QUOTED.findall(item.stem)
    for option in item.distractors:
        if option.proof is Proof.NOT_ON_PAGE and fold_for_match(option.text).casefold() in page.casefold():
            yield "proof"
        if option.proof is Proof.NOT_ON_PAGE and item.template in ("T5", "T6") and _may_mean(option, page):
            yield "concept"
        if item.template.startswith(("T1", "T13")) and any(_may_mean(option, text) for text in said):
            yield "concept"


def _form(option: Option) -> str:
    """A doing, an infinitive, or anything else: the leading form by the first word alone."""
    first = next(iter(words(option.text)), "").casefold()
    if first.endswith("ing") and first not in _NO_DOING:
        return "ing"
    return "to" if first == "to" else "other"


def _is_too_long(key: Option, item: Item) -> bool:
    longest = max((len(option.text) for option in item.distractors), default=0)
    return len(key.text.split()) >= LONG_KEY_WORDS and len(key.text) > LONGEST_KEY * longest


def _share_words(key: Option, other: Option) -> bool:
    if other.proof is Proof.NOT_WANTED:
        return False
    one, two = _long_words(key.text), _long_words(other.text)
    return min(len(one), len(two)) >= FEWEST_WORDS and jaccard(one, two) >= MOST_SHARED


def _long_words(text: str) -> frozenset[str]:
    found = (word.casefold() for word in words(text))
    return frozenset(word for word in found if len(word) >= SHORTEST_WORD and word not in _FUNCTION_WORDS.split())


def _may_mean(option: Option, text: str) -> bool:
    """A name whose matter somebody could see in the text, by the opening of a word."""
    return any(concept in concepts(option.text) and opening.search(text) for concept, opening in _TAKEN_FOR.items())
