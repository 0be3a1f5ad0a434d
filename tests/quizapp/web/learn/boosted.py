"""The school some weeks later: one learner has passed, and a booster has been sent."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import sqlalchemy as sa

from quizapp.access.policy import Actor, console
from quizapp.services.attempts import answers, learning, papers, starts
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.services.bank import items
from quizapp.storage.db import db
from quizapp.storage.models.attempts.booster import Booster
from tests.builders import NOW, actor_of, sign_in
from tests.pages import PageClient
from tests.quizapp.web.learn.school import ASHA, BEN, School, build
from tests.support.app import make_app
from tests.support.databases import Databases

SENT = NOW + timedelta(days=28)
OPERATOR = console(1, "tests")


@contextmanager
def open_boosted(databases: Databases, *, codes: Sequence[str] = ()) -> Iterator[School]:
    """The application on a database of its own; `codes` are the only questions left to be asked, all where none."""

    def build_boosted(url: str) -> None:
        build(url)
        school = School(make_app(url))
        with school.app.app_context():
            for email in (ASHA, BEN):
                take(school, actor_of(OPERATOR, email))
            keep_only(codes)
            issue_boosters(OPERATOR, now=SENT)
            db.session.remove()
            db.engine.dispose()

    url = databases.copy_of("boosted-" + "-".join(codes), build_boosted)
    app = make_app(url)
    yield School(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)


def keep_only(codes: Sequence[str]) -> None:
    """Retire every question but these."""
    document_id = items.find_bank(OPERATOR, "Our values")
    for item in items.show_bank(OPERATOR, document_id).items:
        if codes and item.code not in codes:
            items.retire(OPERATOR, item.id, reason="not for this test", now=SENT)


def take(school: School, actor: Actor) -> None:
    """Pass with every answer right."""
    (card,) = learning.list_my_quizzes(actor, now=NOW)
    attempt_id = starts.start_attempt(actor, card.assignment_id, token=starts.new_token(), now=NOW)
    position: int | None = 1
    while position is not None:
        question = papers.show_place(actor, attempt_id, position=position).question
        keys, pairs = school.keys[frozenset(choice.token for choice in question.choices)]
        chosen = tuple(pairs[left] for left in question.lefts) or keys
        answers.answer(actor, attempt_id, position=position, sent=SentAnswer(chosen, starts.new_token()), now=NOW)
        position = papers.find_next(actor, attempt_id).position


def link_of(school: School, *, place: int = 0) -> str:
    """The address of a booster, the first or a later one of those sent."""
    with school.app.app_context():
        tokens = db.session.scalars(sa.select(Booster.token).order_by(Booster.attempt_id)).all()
        db.session.remove()
    return f"/boosters/{tokens[place]}"


def anybody(school: School) -> PageClient:
    """A browser in which nobody is signed in."""
    return PageClient(school.app.test_client())


def signed_in(school: School, email: str = ASHA) -> PageClient:
    """A browser in which somebody has signed in on the day it was sent."""
    with school.app.app_context():
        token = sign_in(OPERATOR, email, now=SENT)
    client = school.app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = token
    return PageClient(client)
