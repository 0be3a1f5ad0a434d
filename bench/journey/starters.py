"""New starters to measure with: an organisation with one quiz of 8 questions, and so many people who are to take it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from flask import Flask
from flask_migrate import upgrade

from bench.journey.learner import QUESTIONS, Answers, Person
from quizapp import clock
from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.app import create_app
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.config import Config, Environment
from quizapp.services.bank import documents, items, page_files
from quizapp.services.bank.answer_keys import answer_key
from quizapp.services.people import accounts, organisations, people, staff_import
from quizapp.services.quizzes import assignments, quizzes
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import PaperItem
from quizapp.storage.models.item import ItemVersion

PASSWORD = "bramble lantern harvest"
PAGE = "nhs-somerset"
JOB = "journey"
TEAM_SIZE = 12


@dataclass(frozen=True, slots=True)
class Starters:
    """A database with people who have not begun, in the order they begin."""

    app: Flask
    people: Iterator[Person]

    def find_answers(self, attempt_id: int) -> Answers:
        """The right choices of a paper."""
        query = (
            sa.select(PaperItem.position, ItemVersion)
            .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
            .where(PaperItem.attempt_id == attempt_id)
        )
        with self.app.app_context():
            found = {position: answer_key(words).right for position, words in db.session.execute(query).tuples()}
            db.session.rollback()
        return found


@contextmanager
def add_starters(url: str, count: int) -> Iterator[Starters]:
    """Fill an empty database by the services everybody uses; its connections are closed at the end."""
    app = create_app(
        Config(
            environment=Environment.TEST,
            secret_key="a key for measuring, 0123456789",
            database_url=url,
            log_level="warning",
        )
    )
    emails = [f"starter.{number:04}@trust.example" for number in range(count)]
    now = clock.now()
    with app.app_context():
        upgrade()
        organisations.add_organisation("Somerset Measures", slug=JOB, time_zone="Europe/London", job=JOB, now=now)
        operator, _ = organisations.console_for(JOB, job=JOB)
        quiz_id = _publish(operator, now=now)
        staff_import.load_staff(
            operator, write_staff(emails, on=now.date()), file_name="staff.csv", token="staff of the journey", now=now
        )
        assignments.assign_quiz(operator, quiz_id, audience=assignments.Audience(everybody=True), now=now)
        for email in emails:
            link = accounts.issue_link(operator, people.find_by_email(operator, email).id, now=now)
            accounts.end_session(accounts.use_link(link, password=PASSWORD, now=now), now=now)
        if db.engine.dialect.name == "postgresql":  # which does it by itself, but a minute later
            with db.engine.begin() as connection:
                connection.execute(sa.text("ANALYZE"))
        db.session.remove()
        db.engine.dispose()
    try:
        yield Starters(
            app, (Person(email, PASSWORD, f"10.0.{n // 250}.{n % 250 + 1}") for n, email in enumerate(emails))
        )
    finally:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def write_staff(emails: list[str], *, on: date) -> bytes:
    """A staff file of these people, who all start on a day, in teams of a dozen."""
    rows = [
        f"Person Number{number:04},{email},Ward {number // TEAM_SIZE + 1},,{on.isoformat()},permanent"
        for number, email in enumerate(emails)
    ]
    return "\n".join(["name,e-mail,team,manager's e-mail,start date,staff type", *rows]).encode()


def _publish(operator: Actor, *, now: datetime) -> int:
    person = people.add_person(
        operator, name="Asha Author", email="author@trust.example", roles=frozenset({Role.AUTHOR}), now=now
    )
    author = Actor(operator.organisation_id, person.id, frozenset({Role.STAFF, Role.AUTHOR}))
    page = page_files.list_shipped_pages()[PAGE]
    details = page_files.find_details(page)
    assert details is not None
    added = documents.add_page(author, page, details=details, now=now)
    items.approve_drafts(author, added.document_id, now=now)
    recipe = QuizBlueprint(length=QUESTIONS)
    return quizzes.publish_quiz(author, "Values quiz", document_title=details.title, recipe=recipe, now=now).quiz.id
