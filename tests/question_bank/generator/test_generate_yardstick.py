"""Items that good authors wrote by hand for both shipped pages: the bank holds one with the same kind and key."""

import pytest

from bench.yardstick import ORGANISATIONS, Wanted, wanted_items
from question_bank.model import Item
from tests.question_bank.build import shipped_bank

SITUATIONS = [wanted for wanted in wanted_items() if wanted.tier == "C"]
OTHERS = [wanted for wanted in wanted_items() if wanted.tier != "C"]


def items(name: str, seed: int) -> tuple[Item, ...]:
    return shipped_bank(name, organisation=ORGANISATIONS[name], seed=seed).items


@pytest.mark.parametrize("seed", [0, 11])
@pytest.mark.parametrize("wanted", OTHERS, ids=str)
def test_the_bank_holds_what_a_good_author_would_ask(wanted: Wanted, seed: int) -> None:
    assert wanted.is_in(items(wanted.page, seed))


@pytest.mark.parametrize("wanted", SITUATIONS, ids=str)
def test_most_seeds_hold_the_situation_a_good_author_would_tell(wanted: Wanted) -> None:
    assert sum(wanted.is_in(items(wanted.page, seed)) for seed in range(5)) >= 3
