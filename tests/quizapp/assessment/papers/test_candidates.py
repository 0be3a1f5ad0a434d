"""What somebody who knows nothing may expect from an item."""

import pytest

from question_bank.model import Kind
from quizapp.assessment.papers.candidates import GUESS_UNIT, Candidate


@pytest.mark.parametrize(
    ("kind", "options", "one_in"),
    [(Kind.SINGLE, 3, 3), (Kind.GAP, 4, 4), (Kind.MATCHING, 4, 4), (Kind.TRUE_FALSE, 2, 2)],
)
def test_one_of_the_options_is_right_by_chance(kind: Kind, options: int, one_in: int) -> None:
    item = Candidate(1, kind, frozenset(), (), option_count=options)
    assert item.guess_score * one_in == GUESS_UNIT


def test_choosing_several_at_random_earns_nothing() -> None:
    assert Candidate(1, Kind.MULTIPLE, frozenset(), (), option_count=5).guess_score == 0
