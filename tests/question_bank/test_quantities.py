"""Numbers, dates and times are told apart and put in order; texts that cannot be compared are left alone."""

import pytest

from question_bank.quantities import in_order, numbers


@pytest.mark.parametrize(
    ("texts", "ordered"),
    [
        (("2", "4", "6"), True),
        (("6", "4", "2"), True),
        (("2", "6", "4"), False),
        (("two", "five", "seven"), True),
        (("five", "two", "seven"), False),
        (("50%", "25%", "75%"), False),
        (("10 per cent", "25 per cent", "5 per cent"), False),
        (("3 May 2026", "14 April 2027", "1 June 2028"), True),
        (("3 May 2026", "1 June 2026", "4 April 2026"), False),
        (("May 3, 2026", "June 1, 2026", "July 4, 2026"), True),
        (("2026-05-03", "2026-06-01", "2026-04-04"), False),
        (("30/04/2026", "01/05/2026", "02/06/2026"), True),
        (("March 2026", "January 2026", "May 2026"), False),
        (("24 hours", "2 days", "1 week"), True),
        (("2 days", "24 hours", "1 week"), False),
        (("within 10 working days", "within 5 working days", "within 20 working days"), False),
        (("once a year", "twice a year"), True),
        (("twenty-one beds", "thirty beds", "twelve beds"), False),
        (("1,000", "200", "3,000"), False),
    ],
)
def test_comparable_options_rise_or_fall_or_are_out_of_order(texts: tuple[str, ...], ordered: bool) -> None:
    assert in_order(texts) is ordered


@pytest.mark.parametrize(
    "texts",
    [
        ("2 days", "1 day", "no day"),
        ("2 or 3 days", "1 day", "10 days"),
        ("one team", "two teams", "one board"),
        ("answer letters within five working days", "compare at least three quotes", "hold twelve briefings a year"),
        ("listen", "learn", "lead"),
    ],
)
def test_options_that_hold_no_comparable_number_have_no_order(texts: tuple[str, ...]) -> None:
    assert in_order(texts) is None


def test_numbers_are_found_in_figures_and_in_words() -> None:
    assert numbers("Four of the 12 teams, twenty-one in all, 1,500 people and 2.5 days") == {4, 12, 21, 1500, 2.5}
    assert numbers("Someone to lean on") == frozenset()
