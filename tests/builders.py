"""Small functions that make saved rows with sensible defaults, through the services wherever one exists."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from question_bank.model import Citation, DraftStatus, Item, Kind, Option, Proof
from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.assessment.quiz_blueprint import QuizBlueprint
from quizapp.services.attempts import answers, learning, papers, starts
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.bank import items
from quizapp.services.bank.item_storage import store_items
from quizapp.services.people import accounts, organisations, passwords, people, staff_import
from quizapp.services.quizzes import assignments, quizzes
from quizapp.storage.db import db
from quizapp.storage.models.document import Document, DocumentVersion
from quizapp.storage.models.person import Person
from quizapp.storage.transaction import snapshot, transaction

NOW = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)
VALUES = ("Candour", "Thrift", "Curiosity", "Steadiness")
PASSWORD = "kettle orchid ladder"


@dataclass(frozen=True, slots=True)
class Scene:
    """An organisation with a published quiz; `operator` may do everything but take it."""

    operator: Actor
    name: str
    document_id: int
    quiz_id: int


def add_organisation(name: str = "Fernbrook Trust") -> Actor:
    """An empty organisation, and the operator's actor for it."""
    record = organisations.add_organisation(name, slug=None, time_zone="Europe/London", job="tests", now=NOW)
    return console(record.id, "tests")


def set_the_scene(name: str = "Fernbrook Trust", *, bank: Sequence[Item] | None = None, length: int = 8) -> Scene:
    """An organisation with an approved bank and a published quiz."""
    operator = add_organisation(name)
    document_id = add_bank(operator, bank or make_bank())
    items.approve_drafts(operator, document_id, now=NOW)
    published = quizzes.publish_quiz(
        operator, "Our values", document_title="Our values", recipe=QuizBlueprint(length=length), now=NOW
    )
    return Scene(operator, name, document_id, published.quiz.id)


def add_bank(operator: Actor, bank: Sequence[Item]) -> int:
    """A document with one edition and these items as drafts; the document's id."""
    with transaction():
        document = Document(
            organisation_id=operator.organisation_id,
            title="Our values",
            source="https://values.example/page",
            created_at=NOW,
        )
        db.session.add(document)
        db.session.flush()
        version = DocumentVersion(
            organisation_id=operator.organisation_id,
            document_id=document.id,
            number=1,
            sha256="0" * 64,
            text="\n".join(f"line {number}" for number in range(1, 60)),
            taken_on=NOW.date(),
            added_at=NOW,
        )
        db.session.add(version)
        db.session.flush()
        store_items(operator, bank, version=version, now=NOW)
        return document.id


def make_bank(*, a_value: int = 4) -> list[Item]:
    """Single-choice items, so many a value and each on a fact of its own, with four more from the vision."""
    bank = [
        make_item(f"{name.lower()}-{number}", value=name, others=[other for other in VALUES if other != name])
        for name in VALUES
        for number in range(a_value)
    ]
    return bank + [make_item(f"vision-{number}", value=None, others=["then", "there"]) for number in range(4)]


def make_item(code: str, *, value: str | None, others: Sequence[str], line: int = 7) -> Item:
    """A single-choice item whose key is the value's name, or "now" for the vision."""
    right = value or "now"
    options = (
        Option(right, True, f"The page says so: “{code} right”."),
        *(
            Option(other, False, f"The page lists this elsewhere, not in {code}.", Proof.OTHER_VALUE)
            for other in others
        ),
    )
    return Item(
        id=code,
        kind=Kind.SINGLE,
        template="behaviour-to-value",
        status=DraftStatus.DRAFT,
        stem=f"Which word belongs to the line {code}?",
        options=options,
        facts=(code,),
        source=(Citation(line, f"the page's words for {code}"),),
        value=value,
    )


def add_staff(operator: Actor, rows: str, *, now: datetime = NOW) -> None:
    """Load people: lines of name, e-mail, team, manager's e-mail, start date, staff type."""
    text = "name,e-mail,team,manager's e-mail,start date,staff type\n" + "\n".join(
        line.strip() for line in rows.strip().splitlines()
    )
    staff_import.load_staff(operator, text.encode(), file_name="staff.csv", token=secrets.token_hex(), now=now)


def add_person(
    scene: Scene, name: str, *, start: date = date(2026, 6, 1), team: str = "Ward 1", now: datetime = NOW
) -> Actor:
    """Somebody in post who holds the quiz; their actor."""
    email = f"{name.lower().replace(' ', '.')}@fernbrook.example"
    add_staff(scene.operator, f"{name},{email},{team},,{start},permanent", now=now)
    assignments.assign_quiz(scene.operator, scene.quiz_id, audience=assignments.Audience(emails=(email,)), now=now)
    return actor_of(scene.operator, email)


def actor_of(operator: Actor, email: str, *roles: Role) -> Actor:
    """The actor of an account, with roles as given beside staff."""
    person = people.find_by_email(operator, email)
    return Actor(operator.organisation_id, person.id, frozenset({Role.STAFF, *roles}))


def give_password(operator: Actor, email: str, password: str = PASSWORD) -> None:
    """Let an account sign in."""
    person_id = people.find_by_email(operator, email).id
    with transaction():
        db.session.get_one(Person, person_id).password_hash = passwords.hash_password(password)


def sign_in(operator: Actor, email: str, *, now: datetime = NOW) -> str:
    """A web session's token for an account, without going through the password."""
    person_id = people.find_by_email(operator, email).id
    with snapshot():
        proof = accounts.prove(db.session.get_one(Person, person_id).password_hash)
    return accounts.start_session(accounts.Account(person_id, operator.organisation_id, "", proof), now=now)


def start(actor: Actor, assignment_id: int, *, token: str = "", now: datetime = NOW) -> int:
    """Start, or start again from the review of the last try; the attempt's id."""
    reviewed = learning.show_my_quiz(actor, assignment_id, now=now).last_attempt_id
    return starts.start_attempt(actor, assignment_id, token=token or starts.new_token(), now=now, reviewed=reviewed)


def sit(actor: Actor, assignment_id: int, *, wrong: int = 0, now: datetime = NOW) -> int:
    """Take a quiz from start to result with so many wrong answers; the attempt's id."""
    attempt_id = start(actor, assignment_id, now=now)
    onward = papers.find_next(actor, attempt_id)
    while onward.position is not None:
        sent = SentAnswer(choose(attempt_id, actor, onward.position, right=onward.position > wrong), starts.new_token())
        now += timedelta(seconds=30)
        answers.answer(actor, attempt_id, position=onward.position, sent=sent, now=now)
        onward = papers.find_next(actor, attempt_id)
    if not onward.is_submitted:
        answers.submit_attempt(actor, attempt_id, now=now)
    return attempt_id


def choose(attempt_id: int, actor: Actor, position: int, *, right: bool) -> tuple[str, ...]:
    """A right or a wrong answer to a single-choice item of `make_bank`, by its printed words."""
    question = papers.show_place(actor, attempt_id, position=position).question
    code = question.stem.removeprefix("Which word belongs to the line ").removesuffix("?")
    value = next((name for name in VALUES if code.startswith(name.lower())), "now")
    return next((choice.token,) for choice in question.choices if (choice.text == value) is right)
