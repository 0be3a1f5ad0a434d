from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from quizapp.services.rehearsal import rehearse
from quizapp.services.reports.months.month_days import last_day, month_of
from quizapp.storage.db import db
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.queries.reports.due_months import count_due, find_first_due, list_due
from quizapp.storage.transaction import transaction
from tests.builders import set_the_scene
from tests.quizapp.storage.queries.reports.due_oracle import BENDS, Due, count_on_time, work_out_due
from tests.quizapp.storage.queries.reports.lives import Life, lives, store_lives
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

EXAMPLES = settings().max_examples * 2 // 5
UNSHRUNK = settings(max_examples=4000, database=None, derandomize=True, phases=[Phase.generate])
MONTHS = [date(2026, number, 1) for number in (4, 5, 6, 7)]


def build(url: str) -> None:
    migrate(url)
    with make_app(url).app_context():
        set_the_scene()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def organisation(databases: Databases) -> Iterator[Flask]:
    """An organisation with a quiz and nobody in it."""
    with migrated_app(databases, name="nobody", build=build) as app, app.app_context():
        yield app


def ask(people: list[Life]) -> tuple[dict[date, list[Due]], dict[date, tuple[int, int]]]:
    """What the database says about these people, month by month: who, and how many on time of how many."""
    with rehearse(), transaction():
        blueprint_id = list_quizzes(1)[0][1].id
        store_lives(1, people, quiz_id=1, blueprint_id=blueprint_id)
        listed: dict[date, list[Due]] = {}
        for month in MONTHS:
            rows = list_due(1, quiz_id=1, first=month, last=last_day(month))
            listed[month] = [(row.person_id, row.team, row.due_on, row.passed_on) for row in rows]
        counted = dict.fromkeys(MONTHS, (0, 0))
        for one in count_due(1, quiz_id=1, first=MONTHS[0], last=last_day(MONTHS[-1])):
            on_time, of = counted[month_of(one.due_on)]
            counted[month_of(one.due_on)] = on_time + one.on_time, of + one.people
        return listed, counted


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(people=st.lists(lives(), min_size=1, max_size=8))
def test_the_oracle_agrees_on_everybody_and_every_count(organisation: Flask, people: list[Life]) -> None:
    listed, counted = ask(people)
    for month in MONTHS:
        assert listed[month] == work_out_due(people, month=month)
        assert counted[month] == count_on_time(listed[month])


@pytest.mark.parametrize("bend", BENDS)
def test_an_oracle_with_a_mistake_does_not_agree_negative_control(organisation: Flask, bend: str) -> None:
    def differs(life: Life) -> bool:
        return any(
            work_out_due([life], month=month) != work_out_due([life], month=month, bend=bend) for month in MONTHS
        )

    life = find(lives(), differs, settings=UNSHRUNK)
    listed, _ = ask([life])
    assert listed == {month: work_out_due([life], month=month) for month in MONTHS}
    assert listed != {month: work_out_due([life], month=month, bend=bend) for month in MONTHS}


def test_before_anybody_is_given_the_quiz_there_is_no_first_month(organisation: Flask) -> None:
    assert find_first_due(1, quiz_id=1) is None
