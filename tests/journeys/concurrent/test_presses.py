"""Two hundred people press start eight times at once, and many finish so: one attempt and one result for each."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from threading import Barrier
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa

from quizapp import clock
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.queries import assignments, attempts, places
from tests.builders import NOW
from tests.journeys.concurrent.crowd import LENGTH, Crowd, Press, Reply, Starter, open_crowd
from tests.support.at_once import AT_ONCE, take_sqlites_lock_late
from tests.support.databases import Databases

STARTERS, FINISHERS, MANY = 200, 25, 500
PER_QUIZ = "SELECT count(*) FROM attempt GROUP BY assignment_id"
FINISHED = "SELECT count(*), sum(score) FROM attempt WHERE state = 'submitted'"
CERTIFICATES = "SELECT count(*), count(DISTINCT attempt_id), count(DISTINCT certificate_code) FROM completion"


@pytest.fixture(autouse=True)
def _quiet_and_still(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    caplog.set_level(logging.WARNING, logger="quizapp")


def start(starter: Starter, number: int) -> Press:
    """Each press has a token of its own, as from windows that were opened one by one."""
    return f"/learning/quizzes/{starter.assignment_id}", {"token": f"start-press-{number}"}


def answer_last(starter: Starter, number: int) -> Press:
    return f"{starter.attempt}/questions/{LENGTH}", {"answer": list(starter.last), "token": f"last-press-{number}"}


def hand_in(starter: Starter, _number: int) -> Press:
    return f"{starter.attempt}/answers", {}


def faults(presses: list[list[Reply]]) -> list[Reply]:
    """Replies that did not lead on."""
    return [reply for replies in presses for reply in replies if reply.status != 303]


def assert_finished_once(crowd: Crowd, presses: list[list[Reply]]) -> None:
    """Everybody's presses lead to their own result, and there is one of it."""
    assert faults(presses) == []
    everybody = len(crowd.starters)
    assert crowd.rows(PER_QUIZ) == [(1,)] * everybody
    assert crowd.rows(FINISHED) == [(everybody, LENGTH * everybody)]
    assert crowd.rows(CERTIFICATES) == [(everybody,) * 3]
    for starter, replies in zip(crowd.starters, presses, strict=True):
        ends = {crowd.find_end(starter, location) for location in {reply.location for reply in replies}}
        assert ends == {f"{starter.attempt}/result"}


def let_all_read_first(monkeypatch: pytest.MonkeyPatch, queries: ModuleType, name: str) -> None:
    """Nobody goes on from a query before all eight have read: the worst moment, every time."""
    query, barrier = getattr(queries, name), Barrier(AT_ONCE)

    def read_and_wait(*args: Any, **options: Any) -> Any:
        options.pop("lock", None)
        found = query(*args, **options)
        barrier.wait(timeout=60)
        return found

    monkeypatch.setattr(queries, name, read_and_wait)


def take_guards_off(crowd: Crowd, *statements: str) -> None:
    """SQLite's lock comes only at the first write, as it does by itself; it drops indexes, but no constraints."""
    with crowd.app.app_context():
        if db.engine.dialect.name == "sqlite":
            take_sqlites_lock_late()
        for statement in statements:
            if db.engine.dialect.name == "postgresql" or "CONSTRAINT" not in statement:
                with db.engine.begin() as connection:
                    connection.execute(sa.text(statement))


def start_many(databases: Databases, size: int) -> None:
    with open_crowd(databases, size=size) as crowd:
        presses = crowd.press_at_once(start)
        assert faults(presses) == []
        assert [len(set(replies)) for replies in presses] == [1] * size
        assert len({replies[0].location for replies in presses}) == size
        assert crowd.rows(PER_QUIZ) == [(1,)] * size
        assert crowd.rows("SELECT count(*) FROM paper_item") == [(LENGTH * size,)]


def answer_last_many(databases: Databases, size: int) -> None:
    with open_crowd(databases, size=size, answered=LENGTH - 1) as crowd:
        assert_finished_once(crowd, crowd.press_at_once(answer_last))
        assert crowd.rows("SELECT count(*) FROM response") == [(LENGTH * size,)]


def hand_in_many(databases: Databases, size: int) -> None:
    with open_crowd(databases, size=size, mode=Mode.TEST, answered=LENGTH) as crowd:
        assert_finished_once(crowd, crowd.press_at_once(hand_in))


def test_concurrent_starts_of_200_people_lead_all_eight_windows_to_one_attempt(databases: Databases) -> None:
    start_many(databases, STARTERS)


def test_concurrent_last_answers_give_everybody_one_result_and_one_certificate(databases: Databases) -> None:
    answer_last_many(databases, FINISHERS)


def test_concurrent_handing_in_gives_everybody_one_result_and_one_certificate(databases: Databases) -> None:
    hand_in_many(databases, FINISHERS)


@pytest.mark.long
@pytest.mark.parametrize("press_many", [start_many, answer_last_many, hand_in_many])
def test_concurrent_presses_of_500_people_come_to_the_same(
    databases: Databases, press_many: Callable[[Databases, int], None]
) -> None:
    press_many(databases, MANY)


def test_negative_control_concurrent_starts_without_lock_and_index_are_doubled_or_refused(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_crowd(databases, size=2) as crowd:
        number = "ALTER TABLE attempt DROP CONSTRAINT uq_attempt_assignment_id_number"
        take_guards_off(crowd, "DROP INDEX uq_attempt_open", number)
        monkeypatch.setattr(assignments, "lock_assignment", lambda *_, assignment_id, **_options: assignment_id)
        let_all_read_first(monkeypatch, attempts, "list_attempts")
        presses = crowd.press_at_once(start)
        doubled = len(faults(presses)) == 0 and crowd.rows(PER_QUIZ) == [(AT_ONCE,)] * 2
        assert doubled or {reply.status for reply in faults(presses)} == {503}


def test_negative_control_concurrent_last_answers_without_lock_and_constraint_are_doubled_or_refused(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_crowd(databases, size=2, answered=LENGTH - 1) as crowd:
        revision = "ALTER TABLE response DROP CONSTRAINT uq_response_attempt_id_item_version_id_revision"
        take_guards_off(crowd, revision)
        let_all_read_first(monkeypatch, places, "find_place")
        presses = crowd.press_at_once(answer_last)
        doubled = crowd.rows("SELECT count(*) FROM response") == [(2 * (LENGTH - 1 + AT_ONCE),)]
        assert doubled or {reply.status for reply in faults(presses)} == {503}


def test_negative_control_concurrent_handing_in_without_lock_and_look_at_the_state_ends_in_errors(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database itself refuses to change what was handed in; who pressed is told of an error."""
    with open_crowd(databases, size=2, mode=Mode.TEST, answered=LENGTH) as crowd:
        take_guards_off(crowd)
        let_all_read_first(monkeypatch, places, "find_place")
        monkeypatch.setattr(attempts, "submit", submit_whatever_the_state)
        presses = crowd.press_at_once(hand_in)
        assert {reply.status for reply in faults(presses)} <= {500, 503}
        assert len(faults(presses)) == 2 * (AT_ONCE - 1)


def submit_whatever_the_state(_organisation_id: int, *, attempt_id: int, score: int, now: datetime, day: date) -> bool:
    values = {"state": "submitted", "score": score, "submitted_at": now, "submitted_on": day}
    db.session.execute(sa.update(Attempt).where(Attempt.id == attempt_id).values(values))
    return True
