from datetime import UTC, date, datetime

import pytest
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.measures import Share
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.reports.months import on_time
from quizapp.services.reports.months.on_time import OnTimeMonth, list_on_time
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import Scene, add_organisation, set_the_scene
from tests.quizapp.services.reports.test_worked_example import store, twenty_people

IN_SEPTEMBER = datetime(2026, 9, 2, 9, tzinfo=UTC)


@pytest.fixture
def scene(record: Flask) -> Scene:
    scene = set_the_scene()
    with transaction():
        blueprint_id = list_quizzes(scene.operator.organisation_id)[0][1].id
        for row in twenty_people():
            store(scene, row, blueprint_id)
    return scene


def test_worked_example_month_by_month(scene: Scene) -> None:
    series = list_on_time(scene.operator, now=IN_SEPTEMBER)
    assert (series.quiz_id, series.quiz_title, series.quizzes) == (scene.quiz_id, "Our values", ((1, "Our values"),))
    # In June no. 17 is counted, who left after the due date; nos. 10 (away), 18, 19 and 20 are not.
    assert series.months == (
        OnTimeMonth(date(2026, 6, 1), Share(8, 12), is_frozen=False),
        OnTimeMonth(date(2026, 7, 1), Share(2, 4), is_frozen=False),
        OnTimeMonth(date(2026, 8, 1), Share(1, 1), is_frozen=False),
    )
    assert list_on_time(scene.operator, now=IN_SEPTEMBER, quiz_id=scene.quiz_id) == series


def test_the_running_month_is_left_out(scene: Scene) -> None:
    at_the_end_of_july = datetime(2026, 7, 31, 22, 30, tzinfo=UTC)  # 11.30pm in London
    assert [one.month.month for one in list_on_time(scene.operator, now=at_the_end_of_july).months] == [6]
    an_hour_later = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)
    assert [one.month.month for one in list_on_time(scene.operator, now=an_hour_later).months] == [6, 7]


def test_a_month_without_anybody_due_stands_between_the_others(scene: Scene) -> None:
    months = list_on_time(scene.operator, now=datetime(2026, 11, 1, 9, tzinfo=UTC)).months
    assert [one.on_time for one in months][2:] == [Share(1, 1), Share(0, 0), Share(0, 0)]


def test_only_the_newest_months_are_listed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_time, "MOST_MONTHS", 2)
    assert [one.month.month for one in list_on_time(scene.operator, now=IN_SEPTEMBER).months] == [7, 8]


def test_the_months_up_to_a_past_day_reach_as_far_back_as_those_up_to_today(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def months(until: date) -> list[int]:
        return [one.month.month for one in list_on_time(scene.operator, now=IN_SEPTEMBER, until=until).months]

    monkeypatch.setattr(on_time, "MOST_MONTHS", 2)
    assert months(date(2026, 7, 31)) == [6, 7]
    assert months(date(2026, 7, 30)) == [6]
    assert months(date(2026, 5, 31)) == months(date(2020, 1, 1)) == []
    assert months(date(2026, 9, 30)) == [7, 8]  # the running month is in none


def test_it_is_for_administrators_and_their_own_quizzes(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        list_on_time(Actor(scene.operator.organisation_id, 1, frozenset({Role.MANAGER})), now=IN_SEPTEMBER)
    other = set_the_scene("Other Trust")
    assert list_on_time(other.operator, now=IN_SEPTEMBER).months == ()
    with pytest.raises(NotFound):
        list_on_time(other.operator, now=IN_SEPTEMBER, quiz_id=scene.quiz_id)
    with pytest.raises(NotFound, match="No quiz has been published yet"):
        list_on_time(add_organisation("New Trust"), now=IN_SEPTEMBER)
