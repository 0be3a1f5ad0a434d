"""People who hold certificates: one valid, one that was replaced, and one that ends on a known day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import Flask

from quizapp.access.policy import Actor, console
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.attempts import learning
from quizapp.services.attempts.certificates import completions
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from tests.builders import NOW, actor_of, add_person, give_password, set_the_scene, sign_in, sit
from tests.pages import PageClient
from tests.support.app import make_app, migrate
from tests.support.databases import Databases

ASHA, BEN, CYD = "asha.rahman@fernbrook.example", "ben.okafor@fernbrook.example", "cyd.lane@fernbrook.example"
RENEWED = datetime(2027, 5, 1, 9, 0, tzinfo=UTC)
LAST_DAY = date(2027, 6, 30)
AFTER = datetime(2027, 7, 1, 9, 0, tzinfo=UTC)


def build(url: str) -> None:
    """Asha and Ben pass an edition that is valid for a year, and Asha renews with the next, which prints the score; Cyd
    of another organisation has nothing."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        scene = set_the_scene()
        _publish(scene.operator, QuizBlueprint(valid_months=12), now=NOW)
        asha, ben = add_person(scene, "Asha Rahman"), add_person(scene, "Ben Okafor")
        for actor in (asha, ben):
            sit(actor, learning.list_my_quizzes(actor, now=NOW)[0].assignment_id, wrong=1, now=NOW)
        _publish(scene.operator, QuizBlueprint(certificate_has_score=True), now=RENEWED)
        sit(asha, learning.list_my_quizzes(asha, now=RENEWED)[0].assignment_id, wrong=1, now=RENEWED)
        other = set_the_scene("Other Trust")
        add_person(other, "Cyd Lane")
        for operator, email in ((scene.operator, ASHA), (scene.operator, BEN), (other.operator, CYD)):
            give_password(operator, email)
        db.session.remove()
        db.engine.dispose()


def _publish(operator: Actor, recipe: QuizBlueprint, *, now: datetime) -> None:
    quizzes.publish_quiz(operator, "Our values", document_title="Our values", recipe=recipe, now=now)


@dataclass
class Holders:
    """The application and its clock."""

    app: Flask
    now: datetime = AFTER

    def actor(self, email: str, *, organisation_id: int = 1) -> Actor:
        with self.app.app_context():
            return actor_of(console(organisation_id, "tests"), email)

    def codes(self, email: str) -> list[str]:
        """Of all of somebody's certificates, the newest first."""
        actor = self.actor(email)
        with self.app.app_context():
            return [one.code for one in completions.list_certificates(actor)]

    def browser(self, email: str | None = None, *, organisation_id: int = 1) -> PageClient:
        """A browser, in which somebody has just signed in."""
        client = self.app.test_client()
        if email is not None:
            with self.app.app_context():
                token = sign_in(console(organisation_id, "tests"), email, now=self.now)
            with client.session_transaction() as session:
                session["_user_id"] = token
        return PageClient(client)


@contextmanager
def open_holders(databases: Databases) -> Iterator[Holders]:
    """The application on a database of its own."""
    url = databases.copy_of("holders", build)
    app = make_app(url)
    yield Holders(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
