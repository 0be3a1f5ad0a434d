"""The trust with everything that needs somebody's eye: who never signed in, refused mail, no manager, odd answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from quizapp.access.roles import Role
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.reminders.messages import MessageKind, MessageState
from quizapp.services.managing.data_queries import Word, report_people
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.item import Item, ItemVersion
from quizapp.storage.models.message import Message
from quizapp.storage.models.person import Person, WebSession
from quizapp.storage.models.post import Absence, Post, TeamMembership
from quizapp.storage.models.quiz import QuizBlueprint
from quizapp.storage.models.team import Team
from quizapp.storage.transaction import snapshot, transaction
from tests.builders import NOW, actor_of
from tests.quizapp.web.scenes.trust import BEN, WARD_1, WARD_2, Trust, email_of
from tests.quizapp.web.scenes.trust import build as build_trust
from tests.support.app import make_app
from tests.support.databases import Databases

TODAY = date(2026, 6, 30)
OURS = 1
TWO_VALUES = "Which line is about both?"
BOUNCED = "550 5.1.1 There is no such mailbox"


def build(url: str) -> None:
    """Newcomers who began on known days before 30 June, and what became of the mail to them."""
    build_trust(url)
    app = make_app(url)
    with app.app_context():
        with transaction():
            _add_newcomers()
            _add_mail()
            _add_odd_answers()
        _report_people(Trust(app))
        db.session.remove()
        db.engine.dispose()


def add_newcomer(
    name: str,
    *,
    days: int,
    team: str | None = WARD_1,
    has_email: bool = True,
    staff_type: StaffType = StaffType.PERMANENT,
    away: bool = False,
    ended: date | None = None,
) -> int:
    """Somebody who began so many days ago, holds the quiz, and was never heard of; their id."""
    begun = TODAY - timedelta(days=days)
    person = Person(organisation_id=OURS, name=name, email=email_of(name) if has_email else None, created_at=NOW)
    db.session.add(person)
    db.session.flush()
    post = Post(organisation_id=OURS, person_id=person.id, staff_type=staff_type, start_date=begun, end_date=ended)
    assignment = Assignment(organisation_id=OURS, person_id=person.id, quiz_id=1, from_date=begun, assigned_at=NOW)
    db.session.add_all([post, assignment])
    db.session.flush()
    due_on = begun + timedelta(days=28)
    db.session.add(DueDate(organisation_id=OURS, assignment_id=assignment.id, due_on=due_on, from_date=begun))
    if team is not None:
        team_id = db.session.scalars(sa.select(Team.id).where(Team.organisation_id == OURS, Team.name == team)).one()
        row = TeamMembership(organisation_id=OURS, post_id=post.id, team_id=team_id, from_date=begun)
        db.session.add(row)
    if away:
        kind = AbsenceKind.PARENTAL
        db.session.add(Absence(organisation_id=OURS, post_id=post.id, kind=kind, from_date=begun, source="tests"))
    return person.id


def person_id_of(name: str) -> int:
    return db.session.scalars(sa.select(Person.id).where(Person.organisation_id == OURS, Person.name == name)).one()


def add_session(person_id: int) -> None:
    db.session.add(
        WebSession(
            organisation_id=OURS, person_id=person_id, token_hash=f"hash {person_id}", created_at=NOW, seen_at=NOW
        )
    )


def add_message(person_id: int, state: MessageState, *, days_ago: int, address: str | None = None) -> None:
    at = NOW - timedelta(days=days_ago)
    db.session.add(
        Message(
            organisation_id=OURS,
            key=f"{person_id} {state} {days_ago}",
            kind=MessageKind.WELCOME,
            person_id=person_id,
            state=state,
            created_at=at,
            due_at=at,
            sent_at=at if state is MessageState.SENT else None,
            ended_at=None if state is MessageState.WAITING else at,
            reason=BOUNCED if state is MessageState.REFUSED else None,
            address=address or db.session.get_one(Person, person_id).email,
        )
    )


def _add_newcomers() -> None:
    for days in (6, 7, 13, 14):
        add_newcomer(f"Day {days}", days=days)
    add_newcomer("Ida Unread", days=10, has_email=False)
    add_newcomer("Abe Unread", days=40, has_email=False, team=WARD_2)
    add_newcomer("Jo Agency", days=10, staff_type=StaffType.AGENCY)
    add_newcomer("Kai Away", days=10, away=True)
    add_newcomer("Liv Away", days=40, away=True)
    add_newcomer("Ned Lost", days=60, team=None)
    add_session(add_newcomer("Oz Reader", days=9))


def _add_mail() -> None:
    refused = add_newcomer("Rex Bounce", days=8)
    add_message(refused, MessageState.SENT, days_ago=7)
    add_message(refused, MessageState.REFUSED, days_ago=2)
    add_message(refused, MessageState.WAITING, days_ago=0)
    mended = add_newcomer("Sid Mended", days=30)
    add_message(mended, MessageState.REFUSED, days_ago=5)
    add_message(mended, MessageState.SENT, days_ago=1)
    add_message(add_newcomer("Tess Bounce", days=50), MessageState.REFUSED, days_ago=20)
    moved = add_newcomer("Una Moved", days=20)
    add_message(moved, MessageState.REFUSED, days_ago=3, address="old@fernbrook.example")
    add_message(person_id_of("Asha Rahman"), MessageState.REFUSED, days_ago=4)


def _add_odd_answers() -> None:
    """A place that was answered again, and a question on two values that people who have left since answered."""
    first = db.session.scalars(
        sa.select(Response).where(Response.organisation_id == OURS).order_by(Response.id)
    ).first()
    assert first is not None
    add_response(first.attempt_id, first.item_version_id, chosen="another", mark=1 - first.mark, revision=2)
    item = db.session.scalars(sa.select(Item).where(Item.organisation_id == OURS).order_by(Item.id)).first()
    assert item is not None
    old = db.session.scalars(sa.select(ItemVersion).where(ItemVersion.item_id == item.id)).one()
    values = {column.name: getattr(old, column.name) for column in ItemVersion.__table__.c if column.name != "id"}
    options = [
        {"token": f"t{word}", "text": word, "correct": word == "one"} for word in ("one", "two", "three", "four")
    ]
    values |= {"number": 2, "stem": TWO_VALUES, "options": options, "value_names": ["Candour", "Thrift"]}
    version = ItemVersion(**values)
    db.session.add(version)
    db.session.flush()
    for number in range(25):
        _add_leaver(number, version.id, chosen="tone" if number else "ttwo")


def _add_leaver(number: int, version_id: int, *, chosen: str) -> None:
    """Somebody who answered one question in February, and another one in a second try, and has left."""
    begun, ended, at = date(2026, 1, 5), date(2026, 6, 1), datetime(2026, 2, 2, 9, tzinfo=UTC)
    person_id = add_newcomer(f"Past {number:02}", days=(TODAY - begun).days, ended=ended)
    assignment_id = db.session.scalars(sa.select(Assignment.id).where(Assignment.person_id == person_id)).one()
    blueprint_id = db.session.scalars(sa.select(QuizBlueprint.id).where(QuizBlueprint.quiz_id == 1)).first()
    for place, tokens in enumerate((chosen, "tfour"), start=1):
        attempt = Attempt(
            organisation_id=OURS,
            assignment_id=assignment_id,
            quiz_blueprint_id=blueprint_id,
            number=place,
            state=AttemptState.SUBMITTED,
            mode=Mode.LEARN,
            seed="0",
            start_token=f"{place}",
            item_count=1,
            pass_score=1,
            started_at=at,
            submitted_at=at,
            submitted_on=at.date(),
            score=int(tokens == "tone"),
        )
        db.session.add(attempt)
        db.session.flush()
        db.session.add(
            PaperItem(
                organisation_id=OURS, attempt_id=attempt.id, position=1, item_version_id=version_id, option_order=[]
            )
        )
        db.session.flush()
        add_response(attempt.id, version_id, chosen=tokens, mark=int(tokens == "tone"), minutes=number)


def add_response(
    attempt_id: int, version_id: int, *, chosen: str, mark: int, revision: int = 1, minutes: int = 45
) -> None:
    """One more answer, so many minutes after the attempt began."""
    at = db.session.get_one(Attempt, attempt_id).started_at + timedelta(minutes=minutes)
    db.session.add(
        Response(
            organisation_id=OURS,
            attempt_id=attempt_id,
            item_version_id=version_id,
            revision=revision,
            chosen=[chosen],
            mark=mark,
            parts_right=mark,
            parts=1,
            token=f"{revision} {chosen}",
            at=at,
        )
    )


def _report_people(trust: Trust) -> None:
    ben = actor_of(trust.operator, BEN, Role.MANAGER)
    kinds = {"Asha Rahman": QueryKind.HAS_LEFT, "Sol Bright": QueryKind.WAITING, "Lee Carter": QueryKind.CANNOT_SIGN_IN}
    for name, kind in kinds.items():
        with snapshot():
            person_id = person_id_of(name)
        report_people(ben, [person_id], quiz_id=1, word=Word(kind), now=NOW)


@contextmanager
def open_overseen(databases: Databases) -> Iterator[Trust]:
    """The application on a database of its own."""
    url = databases.copy_of("overseen", build)
    app = make_app(url)
    yield Trust(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
