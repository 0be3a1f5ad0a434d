from datetime import date

import pytest

from quizapp.assessment.data_queries import QueryKind, asks_administrator

ON = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("kind", "until", "asks"),
    [
        (QueryKind.WAITING, None, False),
        (QueryKind.ON_LEAVE, date(2026, 7, 1), False),
        (QueryKind.ON_LEAVE, date(2026, 7, 2), True),
        (QueryKind.CANNOT_SIGN_IN, None, True),
        (QueryKind.HAS_LEFT, None, True),
        (QueryKind.NOT_IN_MY_TEAM, None, True),
        (QueryKind.DONE_ON_PAPER, None, True),
    ],
)
def test_waiting_and_up_to_28_days_of_leave_ask_nothing_of_anybody(
    kind: QueryKind, until: date | None, asks: bool
) -> None:
    assert asks_administrator(kind, on_date=ON, until_date=until) is asks
