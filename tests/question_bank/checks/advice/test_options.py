"""Advice on options speaks of length, sort and shared words, and leaves names as they are."""

import pytest

from question_bank.checks.advice.options import implausible, odd_one_out, shared_words
from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.model import Kind, Proof
from tests.question_bank.build import item, right, shipped_page, wrong

LONG = "keep the doors of the ward open at night"


def _case(key: str, *others: str, kind: Kind = Kind.SINGLE, page: str | None = None) -> Case:
    options = [right(key), *(wrong(other, Proof.NOT_ON_PAGE) for other in others)]
    printed = index_page(shipped_page(page), organisation=None) if page else None
    return open_case(item(kind, "Which of these is it?", options), printed=printed, organisation=None)


@pytest.mark.parametrize(
    ("key", "other", "notes"),
    [
        (LONG, "x" * 24, 0),
        (LONG, "x" * 23, 1),
        (LONG, "x" * 66, 0),
        (LONG, "x" * 67, 1),
        ("six", "seventeen", 0),
    ],
)
def test_a_wrong_option_of_quite_another_length_is_noted(key: str, other: str, notes: int) -> None:
    assert len(LONG) == 40
    assert len(list(implausible(_case(key, other, key[::-1])))) == notes


def test_names_of_the_page_may_differ_in_length() -> None:
    names = ("Respect", "Continuous improvement")
    assert list(implausible(_case(*names, page="mersey-care"))) == []
    assert len(list(implausible(_case(*names)))) == 1


@pytest.mark.parametrize(
    ("key", "others", "notes"),
    [
        ("Thrift", (LONG, "mend whatever is broken at once"), 1),
        ("Thrift", ("haste", LONG), 0),
        ("12 beds", ("a bed", "a chair"), 1),
        ("keep one door open at night", ("mend what is broken at once", LONG), 0),
        ("12 beds", ("14 beds", "16 beds"), 0),
    ],
)
def test_a_key_of_another_sort_is_noted(key: str, others: tuple[str, ...], notes: int) -> None:
    assert len(list(odd_one_out(_case(key, *others)))) == notes


def test_matching_and_statements_have_no_odd_one() -> None:
    assert list(odd_one_out(_case("True", LONG, kind=Kind.TRUE_FALSE))) == []
    assert list(odd_one_out(_case("Thrift", LONG, kind=Kind.MATCHING))) == []


@pytest.mark.parametrize(
    ("others", "notes"),
    [
        (("mend doors quickly", "paint walls nightly"), 0),
        (("mend walls quickly", "mend gates nightly"), 0),
        (("mend walls quickly", "lock doors nightly"), 1),
        (("mend doors", "lock doors nightly"), 0),
    ],
)
def test_a_key_that_shares_the_most_words_is_noted(others: tuple[str, ...], notes: int) -> None:
    assert len(list(shared_words(_case("mend doors gladly", *others)))) == notes
