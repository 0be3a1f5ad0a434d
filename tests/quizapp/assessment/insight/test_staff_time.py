from datetime import UTC, datetime, timedelta

import pytest

from quizapp.assessment.insight.staff_time import active_seconds

START = datetime(2026, 6, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gaps", "seconds"),
    [
        ([], 0),
        ([30], 30),
        ([30, 45], 75),
        ([1200], 1200),
        ([1201], 1200),
        ([30, 86_400, 30], 1260),
        ([-5, 10], 10),
    ],
)
def test_no_page_counts_for_more_than_20_minutes(gaps: list[int], seconds: int) -> None:
    moments = [START + timedelta(seconds=sum(gaps[:place])) for place in range(1, len(gaps) + 1)]
    assert active_seconds(START, list(reversed(moments))) == seconds
