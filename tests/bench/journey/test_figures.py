"""The figures of a journey from what was measured, with costs chosen so that the sums can be done in one's head."""

from collections.abc import Mapping

import pytest

from bench.journey.figures import Counts, Round, costs, last_line, statements_of_posts, table
from bench.journey.learner import ANSWER, LAST_ANSWER, SIGN_IN, STEPS, Hit


def counts(**most: int) -> Counts:
    """One page a step; answers are a POST and a page after it."""
    hits = {step: [Hit("GET", "/x", 200, 3000, is_page=True, statements=2)] for step in STEPS}
    hits[ANSWER] = [Hit("POST", "/q", 303, 90_000, is_page=False, statements=most["post"]), *hits[ANSWER]]
    hits[LAST_ANSWER] = [Hit("POST", "/q", 303, 200, is_page=False, statements=9), *hits[LAST_ANSWER]]
    hits[SIGN_IN] = [Hit("GET", "/x", 200, most["page"], is_page=True, statements=0)]
    return Counts(hits)


def a_round(*, floor: float, answers: float = 14.0, database: float = 3.0) -> Round:
    spent: Mapping[str, float] = dict.fromkeys(STEPS, 2.0) | {SIGN_IN: 20.0, ANSWER: answers, LAST_ANSWER: 7.0}
    return Round(spent, dict.fromkeys(STEPS, 0.0) | {LAST_ANSWER: database}, floor=floor, password_hash=18.0)


PEOPLE = [counts(post=4, page=5000), counts(post=6, page=4000)]
ROUNDS = [a_round(floor=1.0), a_round(floor=0.5), a_round(floor=2.0, answers=30.0)]


def test_a_journey_leaves_the_password_hash_out() -> None:
    assert ROUNDS[0].journey == 2.0 + 14.0 + 10.0 + 6 * 2.0


def test_a_save_step_is_the_mean_of_all_answers() -> None:
    assert ROUNDS[0].save_step == 3.0


def test_the_last_line_has_the_middle_of_the_rounds_and_the_most_of_the_people() -> None:
    assert last_line(PEOPLE, ROUNDS) == (
        "journey_cpu_ratio=1.46 save_step_ratio=3.00 save_post_statements=6 requests=11 largest_page_bytes=5000"
    )


def test_the_last_answer_is_told_apart() -> None:
    assert statements_of_posts(PEOPLE).endswith("6 at most; the last answer's, which also finishes: 9")


def test_the_table_has_every_step_and_their_sum() -> None:
    lines = [line.split() for line in table(PEOPLE, ROUNDS)]
    assert [line[0] for line in lines] == ["step", *(step.split()[0] for step in STEPS), "journey"]
    assert lines[2][-2:] == ["2.00", "0.00"]
    assert lines[-1] == ["journey", "11", "31", "5,000", "38.00", "3.00"]


@pytest.mark.parametrize("words", ["save step 3.00 ms, 3.00 (2.50 to 6.00) floors", "floor 1.00 ms"])
def test_costs_are_said_with_their_spread(words: str) -> None:
    assert any(line.startswith(words) for line in costs(ROUNDS))
