"""Saying that a question is unclear, on both engines."""

from collections import Counter

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.assessment.remarks import RemarkReason
from quizapp.services.attempts import answers, learning, remarks
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from quizapp.storage.models.item import Remark
from quizapp.storage.queries.bank import remarks as queries
from tests.builders import NOW, Scene, add_person, choose, start
from tests.support.at_once import AT_ONCE, at_once


def begin(actor: Actor, *, answered: int) -> int:
    """An attempt with its first few places answered."""
    attempt_id = start(actor, learning.list_my_quizzes(actor, now=NOW)[0].assignment_id)
    for position in range(1, answered + 1):
        sent = SentAnswer(choose(attempt_id, actor, position, right=True), f"press {position}")
        answers.answer(actor, attempt_id, position=position, sent=sent, now=NOW)
    return attempt_id


def remark(actor: Actor, attempt_id: int, position: int, reason: RemarkReason = RemarkReason.WORDS) -> bool:
    return remarks.add_remark(actor, attempt_id, position=position, reason=reason, now=NOW)


def kept() -> list[RemarkReason]:
    with db.engine.connect() as connection:
        return list(connection.execute(sa.select(Remark.reason).order_by(Remark.id)).scalars())


def test_an_answered_question_can_be_called_unclear_once(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = begin(asha, answered=1)
    assert remark(asha, attempt_id, 1) is True
    assert remark(asha, attempt_id, 1, RemarkReason.EXPLANATION) is False
    assert kept() == [RemarkReason.WORDS]


def test_a_question_that_is_not_explained_yet_cannot(scene: Scene) -> None:
    asha, ben = add_person(scene, "Asha Rahman"), add_person(scene, "Ben Okafor")
    attempt_id = begin(asha, answered=1)
    for actor, position in ((asha, 2), (asha, 9), (ben, 1)):
        with pytest.raises(NotFound):
            remark(actor, attempt_id, position)
    with pytest.raises(NotAllowed):
        remark(scene.operator, attempt_id, 1)
    assert kept() == []


def test_a_test_is_called_unclear_only_after_it_was_sent_in(scene: Scene) -> None:
    quizzes.publish_quiz(
        scene.operator, "Our values", document_title="Our values", recipe=QuizBlueprint(mode=Mode.TEST), now=NOW
    )
    asha = add_person(scene, "Asha Rahman")
    attempt_id = begin(asha, answered=8)
    with pytest.raises(NotFound):
        remark(asha, attempt_id, 1)
    answers.submit_attempt(asha, attempt_id, now=NOW)
    assert remark(asha, attempt_id, 1) is True


def press_at_once(record: Flask, scene: Scene) -> list[object]:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = begin(asha, answered=1)
    db.session.remove()
    return at_once(record, lambda _: remark(asha, attempt_id, 1))


def test_concurrent_presses_keep_one_remark(record: Flask, scene: Scene) -> None:
    pressed = press_at_once(record, scene)
    assert Counter(pressed) == {True: 1, False: AT_ONCE - 1}
    assert len(kept()) == 1


def test_negative_control_concurrent_presses_collide_where_a_second_remark_is_not_expected(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_blindly(organisation_id: int, *, values: dict[str, object]) -> bool:
        db.session.execute(sa.insert(Remark).values(organisation_id=organisation_id, **values))
        return True

    monkeypatch.setattr(queries, "add_remark", add_blindly)
    pressed = press_at_once(record, scene)
    assert sum(isinstance(press, sa.exc.IntegrityError) for press in pressed) == AT_ONCE - 1
    assert len(kept()) == 1
