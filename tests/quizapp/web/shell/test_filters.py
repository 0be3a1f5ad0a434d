from datetime import UTC, date, datetime, time
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from quizapp.web.shell import filters

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Asha Rahman", "Asha"),
        ("Dr. Asha Rahman", "Asha"),
        ("Rahman, Asha", "Asha"),
        ("Asha", "Asha"),
        ("Mary-Jo Van Dyk", "Mary-Jo"),
        ("Sister", "Sister"),
        ("Rahman,", "Rahman,"),
    ],
)
def test_a_shared_mailbox_learns_no_more_than_a_first_name(name: str, first: str) -> None:
    assert filters.first_name(name) == first


def test_a_date_has_no_leading_nought_and_its_month_in_full() -> None:
    assert filters.long_date(date(2025, 6, 6)) == "6 June 2025"
    assert filters.short_date(date(2025, 12, 31)) == "31 December"
    assert filters.weekday_date(date(2025, 6, 6)) == "Friday 6 June 2025"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(0, 0), "midnight"),
        (time(0, 5), "12.05am"),
        (time(9, 0), "9am"),
        (time(11, 59), "11.59am"),
        (time(12, 0), "midday"),
        (time(12, 30), "12.30pm"),
        (time(17, 30), "5.30pm"),
        (time(23, 0), "11pm"),
    ],
)
def test_a_time_is_written_the_nhs_way(moment: time, words: str) -> None:
    assert filters.clock_time(moment) == words


def test_a_moment_belongs_to_the_day_it_has_where_the_organisation_is() -> None:
    late = datetime(2025, 6, 6, 23, 30, tzinfo=UTC)
    assert filters.local_date(late, LONDON) == "7 June 2025"
    assert filters.local_date_time(late, LONDON) == "7 June 2025 at 12.30am"
    assert filters.local_date(late, ZoneInfo("UTC")) == "6 June 2025"


def test_winter_and_summer_have_their_own_hours() -> None:
    assert filters.local_date_time(datetime(2025, 1, 6, 9, 0, tzinfo=UTC), LONDON).endswith("at 9am")
    assert filters.local_date_time(datetime(2025, 7, 6, 9, 0, tzinfo=UTC), LONDON).endswith("at 10am")


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (6412, "6,412 people")]
)
def test_a_count_agrees_with_its_word(value: int, words: str) -> None:
    assert filters.count(value, "person", many="people") == words


def test_most_words_only_gain_an_s() -> None:
    assert [filters.count(value, "question") for value in (0, 1, 8)] == ["0 questions", "1 question", "8 questions"]


def test_shares_are_cut_and_never_rounded_up() -> None:
    shares = (Fraction(8999, 10_000), Fraction(1), Fraction(0), Fraction(2, 3))
    assert [filters.cut_percentage(share) for share in shares] == ["89.9%", "100.0%", "0.0%", "66.6%"]


def test_a_month_can_be_said_shortly() -> None:
    assert filters.short_month(date(2026, 3, 31)) == "Mar 2026"


def test_large_numbers_have_commas() -> None:
    assert filters.number(999) == "999"
    assert filters.number(1000000) == "1,000,000"
    assert filters.part_of(412, 1480) == "412 of 1,480"


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["Kind"], "Kind"), (["Kind", "Open"], "Kind and Open"), (list("abc"), "a, b and c")]
)
def test_a_list_reads_as_a_sentence(words: list[str], text: str) -> None:
    assert filters.listed(words) == text
