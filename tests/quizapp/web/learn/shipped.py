"""A trust whose quiz is made from one of the pages that are shipped, with one learner."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.bank import documents, items
from quizapp.services.bank.documents import PageDetails
from quizapp.services.quizzes import quizzes
from quizapp.storage.db import db
from tests.builders import NOW, Scene, add_organisation, add_person, give_password
from tests.quizapp.web.learn.school import ASHA, School
from tests.support.app import make_app, migrate
from tests.support.databases import Databases
from tests.support.source import ROOT

SOMERSET, MERSEY_CARE = "nhs-somerset", "mersey-care"
TITLE = "Our values"


def build(url: str, *, page: str) -> None:
    """The page is read, its whole bank approved, and the quiz given to one person."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        operator = add_organisation("Fernbrook Trust")
        details = PageDetails(TITLE, "https://values.example/page", NOW.date())
        added = documents.add_page(
            operator, ROOT / "question_bank/content" / page / "page.txt", details=details, now=NOW
        )
        items.approve_drafts(operator, added.document_id, now=NOW)
        published = quizzes.publish_quiz(operator, TITLE, document_title=TITLE, recipe=QuizBlueprint(), now=NOW)
        add_person(Scene(operator, "Fernbrook Trust", added.document_id, published.quiz.id), "Asha Rahman")
        give_password(operator, ASHA)
        db.session.remove()
        db.engine.dispose()


@contextmanager
def open_shipped(databases: Databases, page: str) -> Iterator[School]:
    """The application on a database of its own."""
    url = databases.copy_of(page, partial(build, page=page))
    app = make_app(url)
    yield School(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
