from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from quizapp.assessment.population import StaffType
from quizapp.services.rehearsal import rehearse
from quizapp.services.reports.months.month_days import last_day, month_of
from quizapp.storage.db import db
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.queries.reports.due_months import count_due, find_first_due, list_due
from quizapp.storage.transaction import transaction
from tests.builders import set_the_scene
from tests.quizapp.storage.queries.reports.due_oracle import BENDS, Due, count_on_time, work_out_due
from tests.quizapp.storage.queries.reports.lives import Given, Job, Life, Span, day_of, lives, store_lives
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

EXAMPLES = settings().max_examples * 2 // 5
UNSHRUNK = settings(max_examples=4000, database=None, derandomize=True, phases=[Phase.generate])
MONTHS = [date(2026, number, 1) for number in (4, 5, 6, 7)]


def live(*, passed: int, until: int | None = None, away: tuple[int, int] | None = None) -> Life:
    """Somebody in one post from 1 April, due on the 15th, by the days of April; the 31st is 1 May."""
    always = Span(MONTHS[0], None)
    absences = (Span(day_of(away[0] - 1), day_of(away[1] - 1)),) if away else ()
    ends = None if until is None else day_of(until - 1)
    given = Given(always, (Span(MONTHS[0], None, day_of(14)),), (day_of(passed - 1),), (ends,))
    return Life((Job(always, StaffType.PERMANENT, is_primary=True, absences=absences, teams=()),), (given,))


RARE = {
    "a pass that has run out counts": live(passed=6, until=10),
    "who has passed is put off": live(passed=10, away=(20, 51)),
    "who passes while away is not put off": live(passed=10, away=(5, 20)),
}
"""Mistakes that random lives show one time in hundreds."""


@cache
def find_life(bend: str) -> Life:
    """Somebody whom a mistake counts otherwise; the same on both engines."""
    return find(
        lives(),
        lambda life: any(
            work_out_due([life], month=month) != work_out_due([life], month=month, bend=bend) for month in MONTHS
        ),
        settings=UNSHRUNK,
    )


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
    life = RARE.get(bend) or find_life(bend)
    listed, _ = ask([life])
    assert listed == {month: work_out_due([life], month=month) for month in MONTHS}
    assert listed != {month: work_out_due([life], month=month, bend=bend) for month in MONTHS}


@pytest.mark.parametrize(
    ("life", "due"),
    [
        (live(passed=10, away=(20, 51)), [(day_of(14), day_of(9))]),
        (live(passed=18, away=(20, 51)), [(day_of(14), day_of(17))]),
        (live(passed=10, away=(5, 20)), [(date(2026, 5, 18), day_of(9))]),
        (live(passed=3, away=(5, 20)), []),
        (live(passed=6, until=10), [(day_of(14), None)]),
        (live(passed=6, until=15, away=(20, 51)), [(day_of(14), day_of(5))]),
        (live(passed=3, until=10, away=(12, 20)), [(date(2026, 5, 18), None)]),
    ],
    ids=[
        "passed in time, then away",
        "passed late, then away",
        "passed while away",
        "passed, then away on the due date",
        "the pass had run out",
        "the last valid day is the due date",
        "the pass had run out, then away",
    ],
)
def test_an_absence_puts_nothing_off_for_whoever_had_passed(
    organisation: Flask, life: Life, due: list[tuple[date, date | None]]
) -> None:
    listed, counted = ask([life])
    found = [(due_on, passed_on) for month in MONTHS for _, _, due_on, passed_on in listed[month]]
    assert found == due
    on_time = sum(passed_on is not None and passed_on <= due_on for due_on, passed_on in due)
    assert tuple(map(sum, zip(*counted.values(), strict=True))) == (on_time, len(due))


def test_before_anybody_is_given_the_quiz_there_is_no_first_month(organisation: Flask) -> None:
    assert find_first_due(1, quiz_id=1) is None
