"""How long a quiz takes people, against a count that looks at every answer by itself."""

from collections import defaultdict
from datetime import date
from statistics import median

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.insight.staff_time import active_seconds
from quizapp.services.errors import NotAllowed
from quizapp.services.reports.groups import Group
from quizapp.services.reports.oversight.staff_time import USUAL_SECONDS, report_staff_time
from quizapp.services.reports.reports import PeopleQuery, list_group
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, Response
from tests.builders import NOW, set_the_scene
from tests.quizapp.web.reports.oversight.overseen import OURS
from tests.quizapp.web.scenes.trust import Trust, statements_of


def count_again() -> dict[int, list[tuple[date, int]]]:
    """For each person the month and the seconds of each attempt with an answer."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for attempt in db.session.scalars(sa.select(Attempt).where(Attempt.organisation_id == OURS)):
        moments = list(db.session.scalars(sa.select(Response.at).where(Response.attempt_id == attempt.id)))
        if moments:
            person_id = db.session.get_one(Assignment, attempt.assignment_id).person_id
            month = attempt.started_at.date().replace(day=1)
            found[person_id].append((month, active_seconds(attempt.started_at, moments)))
    return found


def test_the_figures_are_those_of_a_count_by_hand(looked_at: Trust) -> None:
    report = report_staff_time(looked_at.operator, now=NOW)
    found = count_again()
    totals = [sum(seconds for _, seconds in attempts) for attempts in found.values()]
    assert (report.people, report.seconds) == (len(found), sum(totals))
    assert report.attempts == sum(map(len, found.values()))
    assert report.median_seconds == int(median(totals))
    by_month: dict[date, int] = defaultdict(int)
    for attempts in found.values():
        for month, seconds in attempts:
            by_month[month] += seconds
    assert [(one.month, one.seconds) for one in report.months] == sorted(by_month.items(), reverse=True)
    assert sum(one.attempts for one in report.months) == report.attempts


def test_the_cost_of_asking_everybody_again_is_of_those_in_post(looked_at: Trust) -> None:
    report = report_staff_time(looked_at.operator, now=NOW)
    groups = (Group.IN_SCOPE, Group.OTHER_STAFF)
    of_every_type = [list_group(looked_at.operator, PeopleQuery(group), now=NOW).total for group in groups]
    assert all(of_every_type)
    assert report.in_post == sum(of_every_type)
    assert report.is_measured
    assert abs(report.requiz_seconds * report.people - report.seconds) <= report.people / 2
    assert report.requiz_seconds != report.median_seconds


def test_until_ten_people_have_taken_it_a_quiz_is_meant_to_take_ten_minutes(overseen: Trust) -> None:
    report = report_staff_time(set_the_scene("New Trust").operator, now=NOW)
    assert (report.people, report.seconds, report.median_seconds) == (0, 0, None)
    assert (report.requiz_seconds, report.is_measured) == (USUAL_SECONDS, False)


def test_it_takes_few_statements(looked_at: Trust) -> None:
    with statements_of(looked_at.app) as said:
        report_staff_time(looked_at.operator, now=NOW)
    assert len(said) <= 4


def test_staff_and_managers_do_not_see_it(looked_at: Trust) -> None:
    for role in (Role.STAFF, Role.MANAGER):
        with pytest.raises(NotAllowed):
            report_staff_time(Actor(OURS, 1, frozenset({role})), now=NOW)
