"""A crowd of people who are all to be welcomed on one day, and a carrier that answers as a test wants."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

import sqlalchemy as sa

from quizapp.access.policy import Actor, console
from quizapp.assessment.reminders.messages import MessageState
from quizapp.output.mail import Deliver, Envelope, Outcome, Receipt
from quizapp.services.quizzes import assignments
from quizapp.services.reminders import planning, sending
from quizapp.services.reminders.post_office import PostOffice
from quizapp.storage.db import db
from quizapp.storage.models.message import Message
from tests.builders import add_staff, set_the_scene
from tests.support.app import make_app, migrate

TODAY = datetime(2026, 7, 6, 9, 0, tzinfo=UTC)
"""A Monday, in summer time."""

TAKEN = Receipt(Outcome.TAKEN)
Answer = Callable[[Envelope], Receipt]


@dataclass
class Postbag:
    """A carrier that keeps what it is given; `answer` says what a server would."""

    answer: Answer = lambda _envelope: TAKEN
    letters: list[Envelope] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def connect(self) -> AbstractContextManager[Deliver]:
        return self._open()

    @contextmanager
    def _open(self) -> Iterator[Deliver]:
        def deliver(envelope: Envelope) -> Receipt:
            receipt = self.answer(envelope)
            if receipt.outcome is not Outcome.NOT_NOW and receipt.outcome is not Outcome.REFUSED:
                with self.lock:
                    self.letters.append(envelope)
            return receipt

        yield deliver

    @property
    def recipients(self) -> list[str]:
        return sorted(one.to_address for one in self.letters)


def office_of(carrier: object) -> PostOffice:
    """An installation with this carrier."""
    return PostOffice(
        carrier,  # type: ignore[arg-type]  # a carrier of the tests
        learning="https://quiz.example/learning",
        team="https://quiz.example/team",
        booster=lambda token: f"https://quiz.example/boosters/{token}",
        reply_to="learning@fernbrook.example",
    )


def build_crowd(url: str, people: int) -> None:
    """So many people who begin today and have just been given the quiz; their welcomes are planned."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        scene = set_the_scene()
        rows = (f"Person {number},{address_of(number)},Ward 1,,{TODAY.date()},permanent" for number in range(people))
        add_staff(scene.operator, "\n".join(rows), now=TODAY)
        everybody = assignments.Audience(everybody=True)
        assignments.assign_quiz(scene.operator, scene.quiz_id, audience=everybody, now=TODAY)
        assert planning.plan_messages(scene.operator, now=TODAY).new == people
        db.session.remove()
        db.engine.dispose()


def address_of(number: int) -> str:
    return f"person{number:04}@fernbrook.example"


def operator() -> Actor:
    return console(1, "tests")


def send_all(office: PostOffice, *, now: datetime = TODAY, worker: str = "") -> dict[MessageState, int]:
    """Send until nothing is left to be sent; what became of it all."""
    ended: dict[MessageState, int] = {}
    name = worker or sending.new_worker()
    for _ in range(1000):
        batch = sending.send_batch(operator(), office, worker=name, tell_time=lambda: now)
        for state, number in batch.ended.items():
            ended[state] = ended.get(state, 0) + number
        if not batch.claimed or batch.away:
            return ended
    raise AssertionError("there was always more to send")


def states() -> dict[MessageState, int]:
    """How many messages are in each state."""
    with db.engine.connect() as connection:
        rows = connection.execute(sa.select(Message.state, sa.func.count()).group_by(Message.state))
        return {state: number for state, number in rows}  # noqa: C416 - dict() does not take rows
