"""Starters against an oracle that goes from day to day, on lives with posts one after the other and at once."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.services.rehearsal import rehearse
from quizapp.storage.db import db
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.queries.reports.starters import count_starters, list_starters
from quizapp.storage.transaction import transaction
from tests.builders import set_the_scene
from tests.quizapp.storage.queries.reports.lives import FIRST_ID, Job, Life, lives, store_lives
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

EXAMPLES = settings().max_examples * 2 // 5
QUARTER = (date(2026, 4, 1), date(2026, 6, 30))
TODAY = date(2026, 7, 15)
LAST_YEAR, DAY = timedelta(days=365), timedelta(days=1)
NEVER = date(2028, 1, 1)

Found = tuple[int, date, date | None, date | None]
"""Person, first day, last day of the employment and first pass."""


def build(url: str) -> None:
    migrate(url)
    with make_app(url).app_context():
        set_the_scene()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def organisation(databases: Databases) -> Iterator[Flask]:
    with migrated_app(databases, name="nobody", build=build) as app, app.app_context():
        yield app


def work_out(life: Life, person_id: int) -> list[Found]:
    found = []
    for place, job in enumerate(life.jobs):
        start = job.span.from_date
        counts = job.is_primary and job.staff_type in HEADLINE_STAFF_TYPES and QUARTER[0] <= start <= QUARTER[1]
        given = any(
            one.span.from_date <= TODAY and (one.span.until_date is None or one.span.until_date > start)
            for one in life.given
        )
        if counts and given and not any(was_before(other, job) for other in life.jobs[:place] + life.jobs[place + 1 :]):
            passes = [
                passed_on
                for one in life.given
                for passed_on, ends in zip(one.passed_on, one.ends, strict=True)
                if passed_on <= TODAY and (ends is None or ends >= start)
            ]
            found.append((person_id, start, last_day_in_post(life, start), min(passes, default=None)))
    return found


def was_before(other: Job, job: Job) -> bool:
    """Whether a post that began earlier went on until less than a year before."""
    if other.span.from_date > job.span.from_date:
        return False
    ends = other.span.until_date
    return ends is None or ends - DAY + LAST_YEAR >= job.span.from_date


def last_day_in_post(life: Life, day: date) -> date | None:
    jobs = [job for job in life.jobs if job.staff_type in HEADLINE_STAFF_TYPES]
    while any(job.span.holds_on(day + DAY) for job in jobs):
        day += DAY
        if day > NEVER:
            return None
    return day


def begin_on_days_of_their_own(life: Life) -> bool:
    starts = [job.span.from_date for job in life.jobs]
    return len(set(starts)) == len(starts)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(people=st.lists(lives().filter(begin_on_days_of_their_own), min_size=1, max_size=12))
def test_the_oracle_agrees_on_every_starter(organisation: Flask, people: list[Life]) -> None:
    with rehearse(), transaction():
        store_lives(1, people, quiz_id=1, blueprint_id=list_quizzes(1)[0][1].id)
        first, last = QUARTER
        rows = list_starters(1, quiz_id=1, first=first, last=last, day=TODAY)
        counted = count_starters(1, quiz_id=1, first=first, last=last, day=TODAY)
    listed = [(row.person_id, row.start_date, row.end_date, row.passed_on) for row in rows]
    expected = [one for place, life in enumerate(people) for one in work_out(life, FIRST_ID + place)]
    assert sorted(listed, key=str) == sorted(expected, key=str)
    told_apart = [(one.start_date, one.end_date, one.passed_on) for one in counted for _ in range(one.people)]
    assert sorted(told_apart, key=str) == sorted((one[1:] for one in expected), key=str)
