from datetime import date

import pytest

from quizapp.assessment.status import Status
from quizapp.web.shell.asked.report_day import AskedDay
from quizapp.web.shell.tables.ordering import Order
from quizapp.web.team.selection import Selection, read_selection

MARCH = AskedDay(date(2026, 3, 31), ("31", "3", "2026"))


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({}, Selection()),
        ({"quiz": "3", "team": "12", "status": "due-soon"}, Selection(3, 12, Status.DUE_SOON)),
        ({"sort": "due", "order": "desc"}, Selection(order=Order("due", descending=True))),
        ({"day": "2026-03-31"}, Selection(day=MARCH)),
        ({"on-day": "31", "on-month": "3", "on-year": "2026"}, Selection(day=MARCH)),
        ({"ticks": "none"}, Selection(ticks="none")),
        ({"ticks": "12-7"}, Selection(ticks="12-7")),
        ({"ticks": "12-x"}, Selection()),
        ({"sort": "reason"}, Selection(order=Order("name"))),
        ({"quiz": "x", "team": "-1", "status": "Overdue", "order": "desc"}, Selection()),
    ],
)
def test_what_an_address_asks_for_is_read(query: dict[str, str], selection: Selection) -> None:
    assert read_selection(query) == selection


def test_links_keep_the_day_as_one_word() -> None:
    selection = Selection(quiz=3, order=Order("due"), day=MARCH)
    assert selection.query == {"quiz": "3", "team": "", "status": "", "day": "2026-03-31", "sort": "due"}


def test_a_day_that_is_refused_is_today_with_the_reason() -> None:
    today = Selection(day=MARCH).without_day("Not yet.")
    assert (today.day.day, today.day.problem, today.day.typed) == (None, "Not yet.", ("31", "3", "2026"))
