"""The shape of an item: how many options, gaps and pairs, and whether each is whole."""

import re
from collections.abc import Iterator
from itertools import combinations

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.gap import gap_context
from question_bank.checks.evidence.printed import is_blank, small
from question_bank.checks.evidence.quotation import GAP
from question_bank.model import Item, Kind
from question_bank.quantities import in_order, numbers
from question_bank.words import jaccard, words

ALIKE = 0.60
WORDS_BEFORE_GAP = 2

_GAPS = re.compile(r"_{2,}")
_OF_THESE = re.compile(r"\b\w+ (?:of (?:these|them|the following)|options|answers|choices)\b", re.IGNORECASE)
_FULL_STOP = re.compile(r"\.[\"'”’)]*$")
_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def rationale(case: Case) -> Iterator[str]:
    """Every option says why it is right or wrong.

    Van der Kleij 2015. A blank is none. Explained feedback has an effect of 0.49, right or wrong alone 0.05.
    """
    for option in case.item.options:
        if is_blank(option.rationale):
            yield f"“{option.text}” has none"


def count(case: Case) -> Iterator[str]:
    """Each kind has its number of keys, options, pairs and gaps.

    Rodriguez 2005: three options lose nothing. Single 3 to 4, multiple 4 to 6, matching 3 pairs and a spare.
    """
    item = case.item
    if item.kind is Kind.MULTIPLE:
        yield from _count_multiple(case)
    elif item.kind is Kind.MATCHING:
        yield from _count_matching(item)
    elif item.kind is Kind.TRUE_FALSE:
        yield from _count_true_false(item)
    else:
        yield from _count_single(item)


def gap_start(case: Case) -> Iterator[str]:
    """Enough of the sentence stands before the gap to recognise it.

    Ours. Two quoted words. No rate is published.
    """
    if case.item.kind is not Kind.GAP or GAP not in case.item.stem:
        return
    before = gap_context(case).partition(GAP)[0]
    if len(words(before)) < WORDS_BEFORE_GAP:
        yield f"“{before.strip()}” before the gap"


def options(case: Case) -> Iterator[str]:
    """Options are filled, different and not one inside another.

    Haladyna 2002: independent choices. Stems of one in another, or Jaccard of 0.60. No rate is published.
    """
    texts = [option.text for option in case.item.options]
    yield from ("an option is empty" for text in texts if is_blank(text))
    for one, other in combinations((text for text in texts if not is_blank(text)), 2):
        first, second = case.stems(one), case.stems(other)
        if small(one) == small(other):
            yield f"“{other}” stands there twice"
        elif _differ_in_numbers(one, other):
            continue  # “2 weeks” and “4 weeks” share their words and say different things
        elif first and second and (first <= second or second <= first):
            yield f"“{one}” and “{other}”: one says what the other says"
        elif jaccard(first, second) >= ALIKE:
            yield f"“{one}” and “{other}” are alike"


def sequence(case: Case) -> Iterator[str]:
    """Options that hold one comparable number, date or time each stand in order.

    NBME: illogical order. One out of order is enough. 8.8 % of labelled items.
    """
    if case.item.kind in {Kind.MATCHING, Kind.TRUE_FALSE} or len(case.item.options) < 2:
        return
    texts = [option.text for option in case.item.options]
    if in_order(texts) is False:
        yield ", ".join(texts)


def _differ_in_numbers(one: str, other: str) -> bool:
    return bool(numbers(one)) and bool(numbers(other)) and numbers(one) != numbers(other)


def _count_single(item: Item) -> Iterator[str]:
    if len(item.keys) != 1:
        yield f"{len(item.keys)} keys, not 1"
    if not 3 <= len(item.options) <= 4:
        yield f"{len(item.options)} options, not 3 or 4"
    gaps = _GAPS.findall(item.stem)
    if item.kind is Kind.GAP and gaps != [GAP]:
        yield f"{len(gaps)} gaps, not one {GAP}"


def _count_multiple(case: Case) -> Iterator[str]:
    item = case.item
    if len(item.keys) < 2 or len(item.distractors) < 2:
        yield f"{len(item.keys)} right and {len(item.distractors)} wrong, not 2 of each or more"
    if not 4 <= len(item.options) <= 6:
        yield f"{len(item.options)} options, not 4 to 6"
    said_before = _OF_THESE.search(case.stem.outside)
    if len(item.keys) not in _stated_numbers(" ".join((*case.questions, said_before.group() if said_before else ""))):
        yield f"the stem does not say how many to select ({len(item.keys)})"


def _count_matching(item: Item) -> Iterator[str]:
    pairs = item.pairs or ()
    lefts = [small(left) for left, _ in pairs]
    rights = {small(right) for _, right in pairs}
    choices = {small(option.text) for option in item.options}
    if len(pairs) < 3:
        yield f"{len(pairs)} pairs, not 3 or more"
    yield from (
        f"“{left}” stands on the left twice" for left in sorted({left for left in lefts if lefts.count(left) > 1})
    )
    if not [option for option in item.distractors if small(option.text) not in rights]:
        yield "no choice is left over"
    yield from (f"“{right}” is not among the choices" for _, right in pairs if small(right) not in choices)
    for option in item.options:
        if option.correct != (small(option.text) in rights):
            yield f"“{option.text}” is marked {'right' if option.correct else 'wrong'} but the pairs say otherwise"


def _count_true_false(item: Item) -> Iterator[str]:
    if sorted(option.text.strip() for option in item.options) != ["False", "True"]:
        yield "the options are not True and False"
    elif len(item.keys) != 1:
        yield f"{len(item.keys)} keys, not 1"
    if not _FULL_STOP.search(item.stem.strip()):
        yield "the statement has no full stop"


def _stated_numbers(text: str) -> set[int]:
    found = {int(digits) for digits in re.findall(r"(?<![\w.])\d{1,2}(?!\w)", text)}
    lower = [word.casefold() for word in words(text)]
    return found | {number for number, word in enumerate(_NUMBER_WORDS) if word in lower}
