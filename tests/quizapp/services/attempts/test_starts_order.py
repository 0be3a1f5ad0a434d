"""Where the right options of the shipped banks stand on ten thousand papers is a matter of chance alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import cycle, islice

import pytest

from bench.papers import bank_items, candidates_of
from question_bank.checks.measures.chance import chance_of_more, chi_square
from question_bank.document import shipped_documents
from question_bank.model import Item, Kind
from question_bank.quantities import in_order
from quizapp.assessment.papers.candidates import PaperRequest
from quizapp.assessment.papers.chance import draw
from quizapp.assessment.papers.paper import assemble_paper
from quizapp.services.attempts.starts import order_options

PAPERS, LENGTH = 10_000, 8
LEAST_CHANCE = 0.001

Order = Callable[..., Sequence[str]]
Asked = tuple[str, Mapping[str, str], str]
"""A question: its code, the words of its options by their tokens, and the token of a right one."""


@cache
def shipped_items() -> tuple[Item, ...]:
    """What a paper may hold whose options are put in another order: no numbers and dates, no lines to be matched."""
    found = (item for page in shipped_documents().values() for item in bank_items(page).values())
    kinds = (Kind.SINGLE, Kind.GAP, Kind.MULTIPLE)
    return tuple(one for one in found if one.kind in kinds and not in_order([option.text for option in one.options]))


def asked(item: Item) -> Asked:
    tokens = [sha256(f"{item.id}|{option.text}".encode()).hexdigest()[:8] for option in item.options]
    texts = dict(zip(tokens, (option.text for option in item.options), strict=True))
    return item.id, texts, next(token for token, option in zip(tokens, item.options, strict=True) if option.correct)


def deal(items: Sequence[Item], *, papers: int = PAPERS) -> Iterator[tuple[str, Asked]]:
    """Papers of eight questions, with the seed of each as attempts have it."""
    questions = cycle([asked(item) for item in items])
    for number in range(papers):
        seed = sha256(f"1|{number}|1".encode()).hexdigest()
        for question in islice(questions, LENGTH):
            yield seed, question


def places_of_keys(dealt: Iterator[tuple[str, Asked]], order: Order) -> dict[int, Counter[int]]:
    """How often a right option stands in each place, by how many options there are."""
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for seed, (code, texts, key) in dealt:
        places[len(texts)][order(texts, seed=f"{seed}|{code}").index(key)] += 1
    return places


def chances(places: Mapping[int, Counter[int]]) -> dict[int, float]:
    """The chance of counts as uneven as these, for each number of options."""
    return {
        size: chance_of_more(*chi_square([counts[place] for place in range(size)])) for size, counts in places.items()
    }


def test_right_options_stand_in_any_place_on_ten_thousand_papers() -> None:
    places = places_of_keys(deal(shipped_items()), order_options)
    assert sum(counts.total() for counts in places.values()) == PAPERS * LENGTH
    assert min(chances(places).values()) > LEAST_CHANCE


def test_negative_control_an_order_that_puts_the_right_option_first_in_three_of_ten_is_seen() -> None:
    keys = {code: key for code, _, key in map(asked, shipped_items())}

    def lean(texts: Mapping[str, str], *, seed: str) -> Sequence[str]:
        order = order_options(texts, seed=seed)
        key = keys[seed.partition("|")[2]]
        return [key, *(one for one in order if one != key)] if draw(10, seed=f"{seed}|lean") < 3 else order

    assert max(chances(places_of_keys(deal(shipped_items(), papers=PAPERS // 5), lean)).values()) < LEAST_CHANCE


@pytest.mark.long
@pytest.mark.parametrize("shipped", sorted(shipped_documents()))
def test_right_options_stand_in_any_place_on_ten_thousand_papers_that_were_drawn(shipped: str) -> None:
    items = bank_items(shipped_documents()[shipped])
    shuffled = {item.id for item in shipped_items()}
    pool = candidates_of(items)
    names = tuple(dict.fromkeys(name for one in pool for name in one.value_names))

    def draw_papers() -> Iterator[tuple[str, Asked]]:
        for number in range(PAPERS):
            seed = sha256(f"1|{number}|1".encode()).hexdigest()
            for one in assemble_paper(pool, PaperRequest(LENGTH, names, seed=seed)):
                if items[one.id].id in shuffled:
                    yield seed, asked(items[one.id])

    assert min(chances(places_of_keys(draw_papers(), order_options)).values()) > LEAST_CHANCE
