"""Many presses at once: one attempt, one answer, one result, and a test that fails with the guard off."""

from collections import Counter
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.services.attempts import answers, learning, results, starts
from quizapp.services.attempts.answers import Outcome, SentAnswer
from quizapp.storage.db import db
from quizapp.storage.queries import assignments
from tests.builders import NOW, Scene, add_person, choose, set_the_scene, sit
from tests.support.at_once import AT_ONCE, at_once

PEOPLE = 6


@pytest.fixture
def scene(record: Flask) -> Iterator[Scene]:
    yield set_the_scene()
    db.session.remove()


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def count_attempts() -> Counter[int]:
    with db.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT assignment_id, count(*) FROM attempt GROUP BY assignment_id"))
        return Counter({row[0]: row[1] for row in rows})


def start_at_once(record: Flask, scene: Scene) -> list[list[object]]:
    """Everybody starts eight times at once, each press with a token of its own."""
    found = []
    for number in range(PEOPLE):
        actor = add_person(scene, f"Person {chr(65 + number)}")
        assignment = assignment_of(actor)
        db.session.remove()

        def start(press: int, actor: Actor = actor, assignment: int = assignment) -> object:
            return starts.start_attempt(actor, assignment, token=f"{assignment}-{press}", now=NOW)

        found.append(at_once(record, start))
    return found


def test_eight_starts_at_once_open_one_attempt_and_everybody_gets_it(record: Flask, scene: Scene) -> None:
    for presses in start_at_once(record, scene):
        assert len(set(presses)) == 1, presses
        assert isinstance(presses[0], int)
    assert set(count_attempts().values()) == {1}


def test_without_the_lock_and_the_index_there_are_doubles(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late(monkeypatch)
    monkeypatch.setattr(assignments, "lock_assignment", lambda *_args, assignment_id, **_options: assignment_id)
    with db.engine.begin() as connection:
        connection.execute(sa.text("DROP INDEX uq_attempt_open"))
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("ALTER TABLE attempt DROP CONSTRAINT uq_attempt_assignment_id_number"))
    presses = [press for person in start_at_once(record, scene) for press in person]
    doubled = max(count_attempts().values()) > 1
    assert doubled or any(isinstance(press, Exception) for press in presses)


def take_sqlites_lock_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin as SQLite does by itself: with a lock that comes only at the first write."""

    def begin_late(connection: sa.Connection) -> None:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")

    sa.event.listen(db.engine, "begin", begin_late)


def test_eight_answers_at_once_keep_one(record: Flask, scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    right, wrong = (choose(attempt, asha, 1, right=flag) for flag in (True, False))
    db.session.remove()

    def press(number: int) -> object:
        chosen = right if number % 2 else wrong
        return answers.answer(asha, attempt, position=1, sent=SentAnswer(chosen, f"press {number}"), now=NOW).outcome

    outcomes = Counter(at_once(record, press))
    assert outcomes == {Outcome.SAVED: 1, Outcome.ANSWERED_BEFORE: AT_ONCE - 1}


def test_eight_last_answers_at_once_give_one_result_and_one_certificate(record: Flask, scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    for position in range(1, 8):
        chosen = choose(attempt, asha, position, right=True)
        answers.answer(asha, attempt, position=position, sent=SentAnswer(chosen, f"{position}"), now=NOW)
    last = choose(attempt, asha, 8, right=True)
    db.session.remove()
    outcomes = Counter(
        at_once(
            record,
            lambda number: (
                answers.answer(asha, attempt, position=8, sent=SentAnswer(last, f"last {number}"), now=NOW).outcome
            ),
        )
    )
    assert outcomes[Outcome.SAVED] == 1
    assert results.show_result(asha, attempt).score == 8
    with db.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM completion")) == 1


def test_people_who_answer_side_by_side_do_not_stop_each_other(record: Flask, scene: Scene) -> None:
    actors = [add_person(scene, f"Person {chr(65 + number)}") for number in range(AT_ONCE)]
    todo = [(actor, assignment_of(actor)) for actor in actors]
    db.session.remove()
    results = at_once(record, lambda number: sit(*todo[number]))
    assert all(isinstance(result, int) for result in results), results
