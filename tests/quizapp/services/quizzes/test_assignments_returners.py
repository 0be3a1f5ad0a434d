from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.status import Status
from quizapp.services.attempts import learning
from quizapp.services.people import people
from quizapp.services.quizzes import assignments
from quizapp.services.quizzes.assignments import Audience
from quizapp.services.reports import reports
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import PeopleQuery
from quizapp.services.reports.rows import ReportRow
from quizapp.storage.db import db
from tests.builders import NOW, Scene, add_person, add_staff, set_the_scene, sit

EMAIL = "asha.rahman@fernbrook.example"
LEFT = date(2026, 7, 10)
EVERYBODY = Audience(everybody=True)


@pytest.fixture
def scene(record: Flask) -> Iterator[Scene]:
    yield set_the_scene()
    db.session.remove()


@pytest.fixture
def asha(scene: Scene) -> Actor:
    """In post since 1 June, due on 28 July, gone from 11 July on."""
    asha = add_person(scene, "Asha Rahman")
    people.end_post(scene.operator, asha.person_id or 0, last_day=LEFT, now=NOW)
    return asha


def come_back(scene: Scene, on: date) -> None:
    now = NOW.replace(year=on.year, month=on.month, day=on.day)
    add_staff(scene.operator, f"Asha Rahman,{EMAIL},Ward 2,,{on},permanent", now=now)
    assignments.assign_quiz(scene.operator, scene.quiz_id, audience=EVERYBODY, now=now)


def row_on(scene: Scene, day: date) -> ReportRow | None:
    later = NOW + timedelta(days=365)
    rows = reports.list_group(scene.operator, PeopleQuery(Group.EVERYBODY), now=later, day=day).rows
    return next(iter(rows), None)


def test_a_returner_without_a_pass_has_as_long_as_a_new_starter(scene: Scene, asha: Actor) -> None:
    come_back(scene, date(2026, 10, 1))
    row = row_on(scene, date(2026, 10, 2))
    assert row is not None
    assert (row.status, row.due_on, row.team) == (Status.NOT_STARTED, date(2026, 10, 29), "Ward 2")


def test_a_report_on_the_quarter_before_shows_what_held_then(scene: Scene, asha: Actor) -> None:
    come_back(scene, date(2026, 10, 1))
    then = row_on(scene, date(2026, 7, 9))
    assert then is not None
    assert (then.status, then.due_on, then.team) == (Status.NOT_STARTED, date(2026, 7, 28), "Ward 1")
    between = row_on(scene, date(2026, 7, 11))
    assert between is not None
    assert between.status is Status.NOT_IN_POST


def test_giving_the_quiz_twice_gives_no_more_time(scene: Scene, asha: Actor) -> None:
    come_back(scene, date(2026, 10, 1))
    later = NOW.replace(month=10, day=20)
    assignments.assign_quiz(scene.operator, scene.quiz_id, audience=EVERYBODY, now=later)
    row = row_on(scene, date(2026, 10, 21))
    assert row is not None
    assert row.due_on == date(2026, 10, 29)


def test_a_returner_with_a_pass_has_nothing_to_do(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    sit(asha, learning.list_my_quizzes(asha, now=NOW)[0].assignment_id)
    people.end_post(scene.operator, asha.person_id or 0, last_day=LEFT, now=NOW)
    come_back(scene, date(2026, 10, 1))
    row = row_on(scene, date(2026, 10, 2))
    assert row is not None
    assert (row.status, row.due_on) == (Status.PASSED, date(2026, 7, 28))


def test_a_move_without_a_gap_gives_no_more_time(scene: Scene) -> None:
    add_person(scene, "Asha Rahman")
    come_back(scene, date(2026, 9, 1))
    row = row_on(scene, date(2026, 9, 2))
    assert row is not None
    assert (row.status, row.due_on) == (Status.OVERDUE, date(2026, 7, 28))
