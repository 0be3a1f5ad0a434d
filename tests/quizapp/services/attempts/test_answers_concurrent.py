"""Many presses at once: one attempt, one answer, one result; and the same with each guard off, which must go wrong."""

from collections import Counter

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import answers, learning, papers, results, starts
from quizapp.services.attempts.answers import Answered, Outcome, SentAnswer
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.queries import assignments, places
from tests.builders import NOW, Scene, add_person, choose, sit
from tests.support.at_once import AT_ONCE, at_once, take_sqlites_lock_late

PEOPLE = 4


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def read_rows(statement: str) -> list[tuple[int, ...]]:
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(statement))]


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


def start_test(scene: Scene, *, answered: int) -> tuple[Actor, int]:
    """Somebody in a test with the first so many places answered rightly; the actor and the attempt."""
    recipe = QuizBlueprint(mode=Mode.TEST)
    quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    for position in range(1, answered + 1):
        sent = SentAnswer(choose(attempt, asha, position, right=True), f"press {position}")
        answers.answer(asha, attempt, position=position, sent=sent, now=NOW)
    db.session.remove()
    return asha, attempt


def start_and_answer(scene: Scene, *, upto: int) -> tuple[Actor, int]:
    """Somebody with the first so many places answered rightly, as they came; the actor and the attempt."""
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    for position in range(1, upto + 1):
        sent = SentAnswer(choose(attempt, asha, position, right=True), f"{position}")
        answers.answer(asha, attempt, position=position, sent=sent, now=NOW)
    return asha, attempt


def take_guards_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lock on the attempt, and SQLite's own only at the first write, as it does by itself."""
    find_place = places.find_place
    monkeypatch.setattr(places, "find_place", lambda *args, lock=False, **options: find_place(*args, **options))
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late()


def test_concurrent_starts_open_one_attempt_and_everybody_gets_it(record: Flask, scene: Scene) -> None:
    for presses in start_at_once(record, scene):
        assert len(set(presses)) == 1, presses
        assert isinstance(presses[0], int)
    assert read_rows("SELECT count(*) FROM attempt GROUP BY assignment_id") == [(1,)] * PEOPLE


def test_negative_control_concurrent_starts_without_lock_and_index_go_wrong(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late()
    monkeypatch.setattr(assignments, "lock_assignment", lambda *_args, assignment_id, **_options: assignment_id)
    with db.engine.begin() as connection:
        connection.execute(sa.text("DROP INDEX uq_attempt_open"))
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("ALTER TABLE attempt DROP CONSTRAINT uq_attempt_assignment_id_number"))
    presses = [press for person in start_at_once(record, scene) for press in person]
    doubled = max(read_rows("SELECT count(*) FROM attempt GROUP BY assignment_id")) > (1,)
    assert doubled or any(isinstance(press, Exception) for press in presses)


def test_concurrent_answers_to_one_place_keep_one(record: Flask, scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    right, wrong = (choose(attempt, asha, 1, right=flag) for flag in (True, False))
    db.session.remove()

    def press(number: int) -> object:
        sent = SentAnswer(right if number % 2 else wrong, f"press {number}")
        return answers.answer(asha, attempt, position=1, sent=sent, now=NOW).outcome

    assert Counter(at_once(record, press)) == {Outcome.SAVED: 1, Outcome.ANSWERED_BEFORE: AT_ONCE - 1}


def test_the_same_press_sent_eight_times_concurrently_is_kept_once_and_said_to_be_saved(
    record: Flask, scene: Scene
) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    sent = SentAnswer(choose(attempt, asha, 1, right=True), "one press")
    db.session.remove()
    found = at_once(record, lambda _: answers.answer(asha, attempt, position=1, sent=sent, now=NOW).outcome)
    assert Counter(found) == {Outcome.SAVED: 1, Outcome.SAVED_BEFORE: AT_ONCE - 1}


def test_concurrent_last_answers_give_one_result_and_one_certificate(record: Flask, scene: Scene) -> None:
    asha, attempt = start_and_answer(scene, upto=7)
    last = choose(attempt, asha, 8, right=True)
    db.session.remove()

    def press(number: int) -> object:
        sent = SentAnswer(last, f"last {number}")
        return answers.answer(asha, attempt, position=8, sent=sent, now=NOW).outcome

    assert Counter(at_once(record, press)) == {Outcome.SAVED: 1, Outcome.ANSWERED_BEFORE: AT_ONCE - 1}
    assert results.show_result(asha, attempt).score == 8
    assert read_rows("SELECT count(*) FROM completion") == [(1,)]


def test_the_last_press_sent_eight_times_concurrently_leads_everybody_to_what_it_came_to(
    record: Flask, scene: Scene
) -> None:
    asha, attempt = start_and_answer(scene, upto=7)
    sent = SentAnswer(choose(attempt, asha, 8, right=True), "one press")
    db.session.remove()
    found = at_once(record, lambda _: answers.answer(asha, attempt, position=8, sent=sent, now=NOW))
    assert {answered.onward.position for answered in found if isinstance(answered, Answered)} == {8}
    assert Counter(answered.outcome for answered in found if isinstance(answered, Answered)) == {
        Outcome.SAVED: 1,
        Outcome.SAVED_BEFORE: AT_ONCE - 1,
    }


def test_a_test_handed_in_eight_times_concurrently_has_one_result(record: Flask, scene: Scene) -> None:
    asha, attempt = start_test(scene, answered=8)

    def press(_number: int) -> object:
        answers.submit_attempt(asha, attempt, now=NOW)
        return "handed in"

    assert at_once(record, press) == ["handed in"] * AT_ONCE
    assert results.show_result(asha, attempt).score == 8
    assert read_rows("SELECT count(*) FROM completion") == [(1,)]


def test_what_was_acknowledged_in_a_test_is_scored_when_it_is_handed_in_concurrently(
    record: Flask, scene: Scene
) -> None:
    """Seven presses change the last answers while the eighth hands the test in: saved means counted."""
    asha, attempt = start_test(scene, answered=1)
    chosen = {position: choose(attempt, asha, position, right=True) for position in range(2, 9)}
    db.session.remove()

    def press(number: int) -> object:
        if number == 0:
            answers.submit_attempt(asha, attempt, now=NOW)
            return "handed in"
        sent = SentAnswer(chosen[number + 1], f"late {number}")
        return answers.answer(asha, attempt, position=number + 1, sent=sent, now=NOW).outcome

    outcomes = Counter(at_once(record, press))
    assert outcomes.keys() <= {"handed in", Outcome.SAVED, Outcome.CLOSED}
    assert results.show_result(asha, attempt).score == 1 + outcomes[Outcome.SAVED]


def test_negative_control_without_the_lock_a_concurrent_answer_is_saved_and_not_scored(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer reads an open attempt, then the test is handed in, then the answer is written."""
    asha, attempt = start_test(scene, answered=7)
    late = SentAnswer(choose(attempt, asha, 8, right=True), "late")
    db.session.remove()
    take_guards_off(monkeypatch)
    add_response = places.add_response

    def hand_in_first(organisation_id: int, *, values: dict[str, object]) -> bool:
        at_once(record, lambda _: answers.submit_attempt(asha, attempt, now=NOW), times=1)
        return add_response(organisation_id, values=values)

    monkeypatch.setattr(places, "add_response", hand_in_first)
    try:
        outcome = answers.answer(asha, attempt, position=8, sent=late, now=NOW).outcome
    except sa.exc.OperationalError:
        return  # SQLite sees that what was read has changed and gives up: a failure a learner would meet
    assert (outcome, results.show_result(asha, attempt).score) == (Outcome.SAVED, 7)


def test_concurrent_changes_of_one_answer_in_a_test_keep_one_of_each_revision(record: Flask, scene: Scene) -> None:
    asha, attempt = start_test(scene, answered=1)
    shown = papers.show_place(asha, attempt, position=1)
    others = [choice.token for choice in shown.question.choices]
    db.session.remove()

    def press(number: int) -> object:
        sent = SentAnswer((others[number % len(others)],), f"change {number}", shown.revision)
        return answers.answer(asha, attempt, position=1, sent=sent, now=NOW).outcome

    assert Counter(at_once(record, press)) == {Outcome.SAVED: 1, Outcome.CHANGED_MEANWHILE: AT_ONCE - 1}
    assert read_rows("SELECT revision FROM response ORDER BY revision") == [(1,), (2,)]


def test_people_who_answer_concurrently_do_not_stop_each_other(record: Flask, scene: Scene) -> None:
    actors = [add_person(scene, f"Person {chr(65 + number)}") for number in range(AT_ONCE)]
    todo = [(actor, assignment_of(actor)) for actor in actors]
    db.session.remove()
    found = at_once(record, lambda number: sit(*todo[number]))
    assert all(isinstance(one, int) for one in found), found
