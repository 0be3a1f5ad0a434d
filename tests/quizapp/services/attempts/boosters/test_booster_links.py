"""Answering by link, on both engines: one row however many press, and nothing for who has left."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.scoring import AnswerKey, find_problem
from quizapp.services.attempts import learning
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.people import people
from quizapp.storage.db import db
from tests.builders import NOW, Scene, add_person, sit
from tests.support.at_once import AT_ONCE, at_once, take_sqlites_lock_late

SENT = NOW + timedelta(days=28)


@pytest.fixture
def asha(scene: Scene) -> Actor:
    asha = add_person(scene, "Asha Rahman")
    sit(asha, learning.list_my_quizzes(asha, now=NOW)[0].assignment_id)
    return asha


@pytest.fixture
def token(scene: Scene, asha: Actor) -> str:
    (sent,) = issue_boosters(scene.operator, now=SENT)
    db.session.remove()
    return sent.token


def options_of(token: str) -> list[str]:
    place = booster_links.show_booster_question(token, position=1, now=SENT)
    return [choice.token for choice in place.question.choices]


def count_responses() -> int:
    with db.engine.connect() as connection:
        return int(connection.scalar(sa.text("SELECT count(*) FROM booster_response")) or 0)


def answer_at_once(record: Flask, token: str, monkeypatch: pytest.MonkeyPatch, *, meet: bool) -> list[object]:
    """Eight presses, every other one with the same option; where they `meet`, all have read before one writes."""
    first, second, *_ = options_of(token)
    barrier = Barrier(AT_ONCE)

    def wait_for_all(key: AnswerKey, chosen: Sequence[str]) -> str | None:
        barrier.wait(timeout=20)
        return find_problem(key, chosen)

    if meet:
        monkeypatch.setattr(booster_links, "find_problem", wait_for_all)

    def press(number: int) -> object:
        chosen = ((first, second)[number % 2],)
        return booster_links.answer_booster(token, position=1, chosen=chosen, now=SENT)

    return at_once(record, press)


def test_concurrent_answers_are_one_row(record: Flask, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    meet = db.engine.dialect.name == "postgresql"  # SQLite lets one in at a time
    outcomes = Counter(map(str, answer_at_once(record, token, monkeypatch, meet=meet)))
    same = AT_ONCE // 2
    assert outcomes == {"saved": 1, "saved before": same - 1, "answered before": same}
    assert count_responses() == 1


def test_negative_control_without_lock_and_constraint_answers_are_doubled(
    record: Flask, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "uq_booster_response_booster_id_item_version_id"
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text(f"ALTER TABLE booster_response DROP CONSTRAINT {name}"))
        else:
            made = str(connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'booster_response'")))
            unique = f"CONSTRAINT {name} UNIQUE (booster_id, item_version_id)"
            assert unique in made
            connection.exec_driver_sql("DROP TABLE booster_response")
            connection.exec_driver_sql(made.replace(unique, "CHECK (1)"))
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late()
    presses = answer_at_once(record, token, monkeypatch, meet=True)
    assert count_responses() > 1 or any(isinstance(press, Exception) for press in presses)


def test_what_is_no_answer_is_refused_and_kept_nowhere(token: str) -> None:
    for chosen in ((), ("nonsense",), tuple(options_of(token)[:2])):
        with pytest.raises(Invalid):
            booster_links.answer_booster(token, position=1, chosen=chosen, now=SENT)
    with pytest.raises(NotFound):
        booster_links.answer_booster(token, position=2, chosen=("x",), now=SENT)
    assert count_responses() == 0


def test_a_question_holds_no_explanation_before_its_answer(token: str) -> None:
    asked = booster_links.show_booster_question(token, position=1, now=SENT)
    assert asked.explanation is None
    assert "The page says so" not in repr(asked)
    booster_links.answer_booster(token, position=1, chosen=(options_of(token)[0],), now=SENT)
    assert "The page says so" in repr(booster_links.show_booster_question(token, position=1, now=SENT))


def test_after_four_weeks_and_after_a_refusal_nothing_is_shown_or_taken(token: str) -> None:
    (first, *_) = options_of(token)
    late = SENT + timedelta(days=29)
    with pytest.raises(Conflict):
        booster_links.answer_booster(token, position=1, chosen=(first,), now=late)
    booster_links.refuse_boosters(token, now=late)
    with pytest.raises(Conflict):
        booster_links.show_booster_question(token, position=1, now=SENT)
    with pytest.raises(Conflict):
        booster_links.answer_booster(token, position=1, chosen=(first,), now=SENT)


def test_nothing_waits_for_who_has_left_and_nothing_is_asked_of_a_command(
    scene: Scene, asha: Actor, token: str
) -> None:
    assert [one.token for one in booster_links.list_my_boosters(asha, now=SENT)] == [token]
    assert booster_links.list_my_boosters(asha, now=SENT + timedelta(days=29)) == []
    with pytest.raises(NotAllowed):
        booster_links.list_my_boosters(scene.operator, now=SENT)
    people.end_post(scene.operator, asha.person_id or 0, last_day=NOW.date(), now=SENT)
    assert booster_links.list_my_boosters(asha, now=SENT) == []
    with pytest.raises(NotFound):
        booster_links.open_booster(token, now=SENT)
