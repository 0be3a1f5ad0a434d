"""A crowd of new starters, each with eight windows open in which the same button is pressed at the same moment."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Barrier

import sqlalchemy as sa
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.quiz_blueprint import Mode, QuizBlueprint
from quizapp.services.attempts import answers
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.people import accounts
from quizapp.services.quizzes import assignments, quizzes
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from tests.builders import NOW, add_staff, choose, make_bank, set_the_scene, start
from tests.support.app import make_app, migrate
from tests.support.at_once import AT_ONCE
from tests.support.databases import Databases

LENGTH = 2
ORGANISATION = 1
MAIN_BUTTON = re.compile(r'<a class="nhsuk-button[^"]*"[^>]* href="(?P<address>[^"]*)"')

Press = tuple[str, Mapping[str, object]]
"""The address a form is sent to, and its fields."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A new starter: the cookie of a browser that is signed in, the quiz, and perhaps the attempt that is open.

    `last` are the tokens of a right answer to the last question.
    """

    cookie: str
    assignment_id: int
    attempt_id: int = 0
    last: tuple[str, ...] = ()

    @property
    def attempt(self) -> str:
        """The address of the attempt."""
        return f"/learning/attempts/{self.attempt_id}"


@dataclass(frozen=True, slots=True)
class Reply:
    """What one press came to."""

    status: int
    location: str


@dataclass(frozen=True)
class Crowd:
    """The application with its starters."""

    app: Flask
    starters: Sequence[Starter]

    def press_at_once(self, form: Callable[[Starter, int], Press]) -> list[list[Reply]]:
        """The replies to each starter's eight presses, which all begin at the same moment."""
        barrier = Barrier(AT_ONCE)

        def press_for_all(number: int) -> list[Reply]:
            client, replies = self.app.test_client(), []
            for starter in self.starters:
                client.set_cookie("session", starter.cookie)
                path, fields = form(starter, number)
                barrier.wait(timeout=60)
                response = client.post(path, data=fields)
                replies.append(Reply(response.status_code, response.location or ""))
            return replies

        with ThreadPoolExecutor(AT_ONCE) as pool:
            windows = list(pool.map(press_for_all, range(AT_ONCE)))
        return [list(replies) for replies in zip(*windows, strict=True)]

    def find_end(self, starter: Starter, location: str) -> str:
        """The page that a reply leads to in the end: its own address, or that of the button on it."""
        if location.endswith("/result"):
            return location
        client = self.app.test_client()
        client.set_cookie("session", starter.cookie)
        button = MAIN_BUTTON.search(client.get(location).get_data(as_text=True))
        assert button is not None, location
        return client.get(button["address"], follow_redirects=True).request.path

    def rows(self, statement: str) -> list[tuple[int, ...]]:
        with self.app.app_context(), db.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(statement))]


def build(url: str, *, size: int, mode: Mode) -> None:
    """So many people in post with a short quiz to do."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        scene = set_the_scene(bank=make_bank(a_value=2), length=LENGTH)
        if mode is Mode.TEST:
            recipe = QuizBlueprint(length=LENGTH, mode=mode)
            quizzes.publish_quiz(scene.operator, "Our values", document_title="Our values", recipe=recipe, now=NOW)
        emails = tuple(map(_email, range(size)))
        add_staff(scene.operator, "\n".join(f"Asha Rahman,{email},Ward 1,,2026-06-01,permanent" for email in emails))
        assignments.assign_quiz(scene.operator, scene.quiz_id, audience=assignments.Audience(emails=emails), now=NOW)
        db.session.remove()
        db.engine.dispose()


@contextmanager
def open_crowd(
    databases: Databases, *, size: int, mode: Mode = Mode.LEARN, answered: int | None = None
) -> Iterator[Crowd]:
    """A crowd on a database of its own, who may have begun and answered so many questions.

    Whatever they send is believed to come from a page of ours.
    """
    url = databases.copy_of(f"crowd-{size}-{mode}", partial(build, size=size, mode=mode))
    app = make_app(url)
    app.config.update(WTF_CSRF_ENABLED=False, PROPAGATE_EXCEPTIONS=False)
    with app.app_context():
        starters = [_bring_in(app, person_id, assignment_id, answered) for person_id, assignment_id in _find_starters()]
        assert len(starters) == size
        db.session.remove()
    try:
        yield Crowd(app, starters)
    finally:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
        databases.drop(url)


def _email(number: int) -> str:
    return f"person.{number}@fernbrook.example"


def _find_starters() -> list[tuple[int, int]]:
    """Everybody with their quiz, in one look: there are hundreds of them."""
    held = sa.select(Assignment.person_id, Assignment.id).order_by(Assignment.id)
    return [(person_id, assignment_id) for person_id, assignment_id in db.session.execute(held)]


def _bring_in(app: Flask, person_id: int, assignment_id: int, answered: int | None) -> Starter:
    account = accounts.Account(person_id, ORGANISATION, "", accounts.prove(None))
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    cookie = str(serializer.dumps({"_user_id": accounts.start_session(account, now=NOW)}))
    if answered is None:
        return Starter(cookie, assignment_id)
    actor = Actor(ORGANISATION, person_id, frozenset({Role.STAFF}))
    attempt_id = start(actor, assignment_id)
    for position in range(1, answered + 1):
        sent = SentAnswer(choose(attempt_id, actor, position, right=True), f"press {position}")
        answers.answer(actor, attempt_id, position=position, sent=sent, now=NOW)
    last = choose(attempt_id, actor, answered + 1, right=True) if answered < LENGTH else ()
    return Starter(cookie, assignment_id, attempt_id, last)
