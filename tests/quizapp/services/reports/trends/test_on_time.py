"""On-time completion as a trend: the months of the record, the organisation's target, and what they add up to."""

from collections.abc import Sequence
from datetime import date

import pytest

from quizapp.assessment.measures import Share
from quizapp.services.reports.months.on_time import OnTimeMonth, OnTimeSeries
from quizapp.services.reports.trends import on_time
from tests.builders import NOW, Scene, set_the_scene

CALM = [80, 84, 79, 83, 81, 85, 78, 82, 84, 80, 83, 79]


@pytest.fixture
def scene(record: object) -> Scene:
    return set_the_scene()


def use(monkeypatch: pytest.MonkeyPatch, percentages: Sequence[int]) -> None:
    months = tuple(
        OnTimeMonth(date(2025 + number // 12, number % 12 + 1, 1), Share(value, 100), is_frozen=True)
        for number, value in enumerate(percentages)
    )
    series = OnTimeSeries(1, "Our values", ((1, "Our values"),), NOW, months)
    monkeypatch.setattr(on_time, "list_on_time", lambda actor, *, now, quiz_id: series)


def test_the_sentences_speak_of_the_months_and_the_target(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, [*CALM, 40])
    found = on_time.trace_on_time(scene.operator, now=NOW)
    assert (found.organisation, found.target) == ("Fernbrook Trust", 90)
    assert found.sentence.startswith("The last month, Jan 2026, is below the lower limit")
    assert found.target_sentence.startswith("None of the last 6 months met the target of 90%.")
    assert [(one.first, one.words, one.is_up) for one in found.spans] == [
        (date(2026, 1, 1), "Below lower limit", False)
    ]


def test_with_a_day_only_months_that_were_over_count(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, [*CALM, 40])
    assert len(on_time.trace_on_time(scene.operator, now=NOW, until=date(2026, 1, 31)).trend.months) == 13
    found = on_time.trace_on_time(scene.operator, now=NOW, until=date(2026, 1, 30))
    assert len(found.series.months) == len(found.trend.months) == 12
    assert found.sentence == "No significant change in the last 12 months."


def test_before_anything_was_due_there_is_a_sentence_and_no_chart(scene: Scene) -> None:
    found = on_time.trace_on_time(scene.operator, now=NOW)
    assert (found.trend.months, found.sentence) == ((), "Nobody was due in a whole month so far.")
