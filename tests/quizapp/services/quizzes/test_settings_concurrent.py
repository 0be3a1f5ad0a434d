"""Several people change, give or withdraw one quiz at the same moment, and tests that fail with the lock off."""

from collections import Counter
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.services.errors import Conflict
from quizapp.services.quizzes.assignments import Assigned, Audience, assign_quiz
from quizapp.services.quizzes.editions import PublishedQuiz
from quizapp.services.quizzes.quizzes import publish_quiz
from quizapp.services.quizzes.recipes import make_recipe
from quizapp.services.quizzes.settings import Change, change_settings
from quizapp.services.quizzes.withdrawals import withdraw_quiz
from quizapp.storage.db import db
from quizapp.storage.models.quiz import Quiz, QuizBlueprint
from quizapp.storage.queries import quizzes
from tests.builders import NOW, Scene, add_staff
from tests.support.at_once import AT_ONCE, at_once, take_sqlites_lock_late


def read_rows(statement: str) -> list[tuple[object, ...]]:
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(statement))]


def change_at_once(record: Flask, scene: Scene, *, seen: int = 1) -> list[object]:
    """Eight authors who looked at the same edition, each with other settings."""

    def press(number: int) -> object:
        change = Change(make_recipe(due_days=seen * 10 + number), seen_edition=seen, page_edition=1)
        return change_settings(scene.operator, scene.quiz_id, change=change, now=NOW)

    db.session.remove()
    return at_once(record, press)


def read_without_lock(organisation_id: int, *, quiz_id: int) -> Quiz | None:
    return db.session.scalars(
        sa.select(Quiz).where(Quiz.organisation_id == organisation_id, Quiz.id == quiz_id)
    ).one_or_none()


def take_the_lock_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody holds the quiz, and all have read it before one writes."""
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late()
    barrier, find_recipe = Barrier(AT_ONCE), quizzes.find_recipe

    def find_together(organisation_id: int, *, quiz_id: int) -> QuizBlueprint | None:
        found = find_recipe(organisation_id, quiz_id=quiz_id)
        barrier.wait(timeout=20)
        return found

    monkeypatch.setattr(quizzes, "lock_quiz", read_without_lock)
    monkeypatch.setattr(quizzes, "find_recipe", find_together)


def test_concurrent_changes_publish_one_edition_and_tell_the_others(record: Flask, scene: Scene) -> None:
    for seen in (1, 2, 3):
        outcomes = change_at_once(record, scene, seen=seen)
        assert Counter(type(outcome) for outcome in outcomes) == {PublishedQuiz: 1, Conflict: AT_ONCE - 1}, outcomes
    assert read_rows("SELECT number FROM quiz_blueprint ORDER BY number") == [(1,), (2,), (3,), (4,)]


def test_negative_control_concurrent_changes_without_the_lock_end_in_errors(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_the_lock_off(monkeypatch)
    outcomes = change_at_once(record, scene)
    assert any(not isinstance(outcome, PublishedQuiz | Conflict) for outcome in outcomes), outcomes


def test_concurrent_publishing_of_a_new_title_makes_one_quiz_with_an_edition_each(record: Flask, scene: Scene) -> None:
    def publish(number: int) -> object:
        recipe = make_recipe(due_days=number + 1)
        return publish_quiz(scene.operator, "New", document_title="Our values", recipe=recipe, now=NOW)

    outcomes = at_once(record, publish)
    assert all(isinstance(outcome, PublishedQuiz) for outcome in outcomes), outcomes
    editions = sorted(outcome.quiz.edition for outcome in outcomes if isinstance(outcome, PublishedQuiz))
    assert editions == list(range(1, AT_ONCE + 1))
    assert read_rows("SELECT count(*) FROM quiz WHERE title = 'New'") == [(1,)]


def test_concurrent_giving_and_withdrawing_leaves_nobody_with_a_withdrawn_quiz(record: Flask, scene: Scene) -> None:
    people = "\n".join(f"Person {n},p{n}@fernbrook.example,Ward 1,,2026-06-01,permanent" for n in range(20))
    add_staff(scene.operator, people)
    db.session.remove()

    def press(number: int) -> object:
        if number == AT_ONCE // 2:
            return withdraw_quiz(scene.operator, scene.quiz_id, now=NOW)
        return assign_quiz(scene.operator, scene.quiz_id, audience=Audience(everybody=True), now=NOW)

    outcomes = at_once(record, press)
    assert all(isinstance(outcome, Assigned | Conflict | int) for outcome in outcomes), outcomes
    assert sum(outcome.new for outcome in outcomes if isinstance(outcome, Assigned)) in (0, 20)
    assert read_rows("SELECT count(*) FROM assignment WHERE until_date IS NULL") == [(0,)]


def test_negative_control_concurrent_giving_without_the_lock_ends_in_errors(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_staff(scene.operator, "Asha Rahman,asha@fernbrook.example,Ward 1,,2026-06-01,permanent")
    db.session.remove()
    take_the_lock_off(monkeypatch)

    def give(_number: int) -> object:
        return assign_quiz(scene.operator, scene.quiz_id, audience=Audience(everybody=True), now=NOW)

    assert any(not isinstance(outcome, Assigned) for outcome in at_once(record, give))
