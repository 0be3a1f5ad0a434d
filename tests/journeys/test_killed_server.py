"""A server process that is killed between two answers: whatever it acknowledged is there afterwards."""

import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.services.attempts import answers, learning
from quizapp.services.attempts.answers import SentAnswer
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Response
from quizapp.storage.transaction import rehearsal
from tests.builders import NOW, add_person, choose, set_the_scene, start

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied, which this system cannot do")

ANSWERS = 5


@pytest.fixture
def sitting(record: Flask) -> Iterator[tuple[Actor, int]]:
    """Somebody in an attempt that has just begun."""
    actor = add_person(set_the_scene(), "Asha Rahman")
    yield actor, start(actor, learning.list_my_quizzes(actor, now=NOW)[0].assignment_id)
    db.session.remove()


def answer_and_be_killed(sitting: tuple[Actor, int], *, inside: AbstractContextManager[None]) -> int:
    """How many answers a copy of this process acknowledged before it was killed."""
    db.session.remove()
    db.engine.dispose()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with inside:
            _answer_until_killed(sitting, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        acknowledged = len(said.read())
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    return acknowledged


def _answer_until_killed(sitting: tuple[Actor, int], writing: int) -> None:
    actor, attempt_id = sitting
    try:
        for position in range(1, ANSWERS + 1):
            sent = SentAnswer(choose(attempt_id, actor, position, right=True), f"press {position}")
            answers.answer(actor, attempt_id, position=position, sent=sent, now=NOW)
            os.write(writing, b".")
    finally:
        os.kill(os.getpid(), signal.SIGKILL)  # nothing is tidied up, and no test goes on in the copy


def count_kept() -> int:
    with db.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(Response)) or 0


def test_every_answer_that_was_acknowledged_is_there_after_the_process_was_killed(sitting: tuple[Actor, int]) -> None:
    assert answer_and_be_killed(sitting, inside=nullcontext()) == ANSWERS
    assert count_kept() == ANSWERS


def test_negative_control_an_answer_acknowledged_before_it_is_committed_is_lost(sitting: tuple[Actor, int]) -> None:
    assert answer_and_be_killed(sitting, inside=rehearsal()) == 1  # the second place is not reached
    assert count_kept() == 0
