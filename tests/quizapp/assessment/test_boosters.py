from datetime import date, timedelta

import pytest

from quizapp.assessment.boosters import (
    choose_values,
    due_day,
    list_missed,
    may_answer,
    next_due_day,
    passes_due,
)

KNOWN = ("Candour", "Thrift", "Curiosity", "Steadiness")
PASSED = date(2026, 6, 30)


def choose(*missed: str, number: int = 1, seed: str = "s") -> list[str]:
    return choose_values(missed, known=KNOWN, number=number, seed=seed)


@pytest.mark.parametrize(("number", "due"), [(1, date(2026, 7, 28)), (2, date(2026, 9, 22))])
def test_the_two_are_due_four_and_twelve_weeks_after_the_pass(number: int, due: date) -> None:
    assert due_day(PASSED, number=number) == due


@pytest.mark.parametrize("number", [1, 2])
def test_one_is_sent_from_its_due_day_until_fourteen_days_later(number: int) -> None:
    due = due_day(PASSED, number=number)
    days = range(-2, 20)
    ranges = [passes_due(number, on=due + timedelta(days=day)) for day in days]
    sent = [day for day, (first, last) in zip(days, ranges, strict=True) if first <= PASSED <= last]
    assert sent == list(range(15))


def test_it_can_be_answered_for_four_weeks() -> None:
    answerable = [day for day in range(40) if may_answer(PASSED, on=PASSED + timedelta(days=day))]
    assert answerable == list(range(29))


def test_the_second_follows_eight_weeks_after_the_first_and_none_after_the_second() -> None:
    assert next_due_day(date(2026, 7, 28), number=1) == date(2026, 9, 22)
    assert next_due_day(date(2026, 9, 22), number=2) is None


def test_values_missed_first_stand_before_those_missed_later_and_each_once() -> None:
    attempts = [{"Curiosity", "Thrift"}, {"Candour", "Thrift"}, set[str]()]
    assert list_missed(attempts, known=KNOWN) == ["Thrift", "Curiosity", "Candour"]


def test_values_the_page_no_longer_has_are_left_out() -> None:
    assert list_missed([{"Gone", "Thrift"}], known=KNOWN) == ["Thrift"]


def test_missed_values_are_asked_about_before_any_other() -> None:
    assert choose("Thrift", "Curiosity") == ["Thrift", "Curiosity"]
    assert choose("Steadiness")[0] == "Steadiness"
    assert len({*choose("Steadiness")}) == 2


def test_the_second_goes_on_where_the_first_stopped() -> None:
    missed = ("Thrift", "Curiosity", "Candour")
    assert (choose(*missed), choose(*missed, number=2)) == (["Thrift", "Curiosity"], ["Candour", "Thrift"])
    assert choose("Thrift", "Candour", number=2) == ["Thrift", "Candour"]
    assert choose("Thrift", number=2)[0] == "Thrift"


def test_who_missed_nothing_is_asked_about_any_two_values() -> None:
    drawn = [tuple(choose(seed=f"{number}")) for number in range(60)]
    assert {name for pair in drawn for name in pair} == set(KNOWN)
    assert all(len(set(pair)) == 2 for pair in drawn)
    assert choose(seed="a") == choose(seed="a")


def test_a_page_with_one_value_or_none_gives_what_there_is() -> None:
    assert choose_values([], known=["Thrift"], number=1, seed="s") == ["Thrift"]
    assert choose_values([], known=[], number=2, seed="s") == []
