"""On-time completion as a trend: the months of the record, the organisation's target, and what they add up to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from quizapp.assessment.measures import Share
from quizapp.services.reports.months import on_time as months
from quizapp.services.reports.months.on_time import OnTimeMonth, OnTimeSeries
from quizapp.services.reports.trends import on_time
from quizapp.services.reports.trends.board import report_to_board
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import NOW, Scene, set_the_scene
from tests.quizapp.services.reports.test_worked_example import store, twenty_people

CALM = [80, 84, 79, 83, 81, 85, 78, 82, 84, 80, 83, 79]


@pytest.fixture
def scene(record: object) -> Scene:
    return set_the_scene()


def store_twenty(scene: Scene) -> None:
    """The people of the worked example, who fall due in June, July and August."""
    with transaction():
        blueprint_id = list_quizzes(scene.operator.organisation_id)[0][1].id
        for row in twenty_people():
            store(scene, row, blueprint_id)


def use(monkeypatch: pytest.MonkeyPatch, percentages: Sequence[int]) -> None:
    listed = tuple(
        OnTimeMonth(date(2025 + number // 12, number % 12 + 1, 1), Share(value, 100), is_frozen=True)
        for number, value in enumerate(percentages)
    )
    series = OnTimeSeries(1, "Our values", ((1, "Our values"),), NOW, listed)
    monkeypatch.setattr(on_time, "list_on_time", lambda actor, *, now, quiz_id, until: series)


def test_the_sentences_speak_of_the_months_and_the_target(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, [*CALM, 40])
    found = on_time.trace_on_time(scene.operator, now=NOW)
    assert (found.organisation, found.target) == ("Fernbrook Trust", 90)
    assert found.sentence.startswith("The last month, Jan 2026, is below the lower limit")
    assert found.target_sentence.startswith("None of the last 6 months met the target of 90%.")
    assert [(one.first, one.words, one.is_up) for one in found.spans] == [
        (date(2026, 1, 1), "Below lower limit", False)
    ]


def test_with_a_day_only_months_that_were_over_count_and_no_earlier_one_is_lost(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_twenty(scene)
    monkeypatch.setattr(months, "MOST_MONTHS", 2)
    in_october = datetime(2026, 10, 2, 9, tzinfo=UTC)

    def listed(until: date | None) -> list[int]:
        found = on_time.trace_on_time(scene.operator, now=in_october, until=until)
        assert [one.month for one in found.trend.months] == [one.month for one in found.series.months if one.on_time.of]
        return [one.month.month for one in found.series.months]

    assert listed(None) == [8, 9]
    assert listed(date(2026, 8, 30)) == listed(date(2026, 7, 31)) == [6, 7]
    board = report_to_board(scene.operator, now=in_october, day=date(2026, 7, 31))
    assert [one.month.month for one in board.trend.series.months] == [6, 7]


def test_before_anything_was_due_there_is_a_sentence_and_no_chart(scene: Scene) -> None:
    found = on_time.trace_on_time(scene.operator, now=NOW)
    assert (found.trend.months, found.sentence) == ((), "Nobody was due in a whole month so far.")
