"""Marks: one or nothing, and what is no answer."""

import pytest

from question_bank.model import Kind
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.assessment.scoring import AnswerKey, find_problem, mark_response

TOKENS = frozenset("abcd")
ONE = AnswerKey(Kind.SINGLE, ("a",), TOKENS)
TWO = AnswerKey(Kind.MULTIPLE, ("a", "b"), TOKENS)
PAIRS = AnswerKey(Kind.MATCHING, ("a", "b", "a"), TOKENS)


@pytest.mark.parametrize(
    ("key", "chosen", "earned", "parts_right"),
    [
        (ONE, ("a",), 1, 1),
        (ONE, ("b",), 0, 0),
        (TWO, ("b", "a"), 1, 2),
        (TWO, ("a", "c"), 0, 1),
        (PAIRS, ("a", "b", "a"), 1, 3),
        (PAIRS, ("a", "a", "a"), 0, 2),
    ],
)
def test_an_item_earns_one_or_nothing(key: AnswerKey, chosen: tuple[str, ...], earned: int, parts_right: int) -> None:
    mark = mark_response(key, chosen)
    assert (mark.earned, mark.parts_right) == (earned, parts_right)


def test_partly_right_is_said_but_earns_nothing() -> None:
    assert mark_response(TWO, ("a", "c")).is_partly_right
    assert not mark_response(TWO, ("c", "d")).is_partly_right
    assert not mark_response(TWO, ("a", "b")).is_partly_right


@pytest.mark.parametrize(
    ("key", "chosen", "problem"),
    [
        (ONE, (), "Select an answer."),
        (ONE, ("a", "b"), "Select an answer."),
        (TWO, ("a",), "Select 2 answers. You selected 1."),
        (TWO, ("a", "b", "c"), "Select 2 answers. You selected 3."),
        (TWO, ("a", "a"), "Select 2 answers. You selected 1."),
        (PAIRS, ("a", "", "b"), "Select an answer for every line."),
        (PAIRS, ("a", "b"), "Select an answer for every line."),
        (ONE, ("z",), "Select one of the answers on this page."),
    ],
)
def test_what_is_no_answer_is_said(key: AnswerKey, chosen: tuple[str, ...], problem: str) -> None:
    assert find_problem(key, chosen) == problem


@pytest.mark.parametrize(("count", "needed"), [(8, 7), (10, 8), (5, 4), (1, 1), (3, 3), (6, 5)])
def test_eight_in_ten_is_counted_in_whole_items_rounded_up(count: int, needed: int) -> None:
    assert QuizBlueprint().pass_score(count) == needed
