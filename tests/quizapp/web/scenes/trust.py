"""A trust with two wards, a night team under one of them, people in many statuses, and their browsers."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from bs4 import Tag
from flask import Flask

from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.services.attempts import learning
from quizapp.services.people import absences, people
from quizapp.services.quizzes import assignments
from quizapp.storage.db import db
from tests.builders import NOW, Scene, actor_of, add_staff, set_the_scene, sign_in, sit, start
from tests.pages import Page, PageClient
from tests.support.app import make_app, migrate
from tests.support.databases import Databases
from tests.support.page_checks import fold

MATRONS, WARD_1, NIGHTS, WARD_2 = "Matrons", "Ward 1", "Ward 1 (nights)", "Ward 2"
FORMULA = "=SUM(A1) Jones"
OPENING = datetime(2026, 4, 1, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on file: where, since when, and the wrong answers of each try, or None for one left open."""

    name: str
    team: str
    start: date
    tries: tuple[int | None, ...] = ()
    staff_type: str = "permanent"
    away: bool = False

    @property
    def email(self) -> str:
        return email_of(self.name)


MEMBERS = (
    Member("Ben Okafor", MATRONS, date(2026, 4, 1), (0,)),
    Member("Gus Lindqvist", MATRONS, date(2026, 4, 1), (0,)),
    Member("Asha Rahman", WARD_1, date(2026, 5, 1)),
    Member("Eve Adeyemi", WARD_1, date(2026, 5, 4), (1,)),
    Member("Lee Carter", WARD_1, date(2026, 6, 5), (None,)),
    Member("Max Farrell", WARD_1, date(2026, 6, 20), (4, 3, 5)),
    Member("Nia O'Neill", WARD_1, date(2026, 5, 11), (6, 1)),
    Member("Pat Nowak", WARD_1, date(2026, 5, 1), away=True),
    Member("Quin Abara", WARD_1, date(2026, 7, 13), (0,)),
    Member("Rae Singh", WARD_1, date(2026, 5, 20), staff_type="agency"),
    Member("Sol Bright", WARD_1, date(2026, 6, 25)),
    Member("Tia Mensah", NIGHTS, date(2026, 5, 25), (8, None)),
    Member("Uma Price", NIGHTS, date(2026, 6, 15), (2,)),
    Member(FORMULA, NIGHTS, date(2026, 5, 28), (0,)),
    Member("Val Stone", WARD_2, date(2026, 5, 6)),
    Member("Wes Young", WARD_2, date(2026, 5, 7), (0,)),
)
OTHERS = (Member("Dev Marsh", MATRONS, date(2026, 4, 1)), Member("Zed Hidden", WARD_1, date(2026, 5, 1)))
MANAGERS = {WARD_1: "Ben Okafor", NIGHTS: "Eve Adeyemi", WARD_2: "Gus Lindqvist", MATRONS: ""}
WARD_1_AND_BELOW = sorted(member.name for member in MEMBERS if member.team in (WARD_1, NIGHTS))
ASHA, BEN, CARA, DEV, EVE, GUS = (
    f"{name}@fernbrook.example"
    for name in ("asha.rahman", "ben.okafor", "cara.quayle", "dev.marsh", "eve.adeyemi", "gus.lindqvist")
)


def email_of(name: str) -> str:
    letters = "".join(letter if letter.isalnum() else "." for letter in name.lower())
    return f"{'.'.join(part for part in letters.split('.') if part)}@fernbrook.example"


def build(url: str) -> None:
    """The trust on 30 June, and a second one with a manager of its own."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        ours = set_the_scene("Fernbrook Trust")
        join(ours, MEMBERS, managers=MANAGERS)
        roles = frozenset({Role.AUTHOR, Role.ADMINISTRATOR})
        people.add_person(ours.operator, name="Cara Quayle", email=CARA, roles=roles, now=NOW)
        join(set_the_scene("Other Trust"), OTHERS, managers={MATRONS: "", WARD_1: "Dev Marsh"})
        db.session.remove()
        db.engine.dispose()


def join(scene: Scene, members: Sequence[Member], *, managers: Mapping[str, str]) -> None:
    """Load everybody in one file, then give each the quiz on the first day and let them try it."""
    add_staff(scene.operator, "\n".join(_row(member, managers[member.team]) for member in members), now=OPENING)
    for member in members:
        first = min(datetime(member.start.year, member.start.month, member.start.day, 8, tzinfo=UTC), NOW)
        audience = assignments.Audience(emails=(member.email,))
        assignments.assign_quiz(scene.operator, scene.quiz_id, audience=audience, now=first)
        actor = actor_of(scene.operator, member.email)
        for number, wrong in enumerate(member.tries):
            try_quiz(actor, wrong, now=first + timedelta(minutes=30 * number))
        if member.away:
            since = max(member.start, date(2026, 5, 20))
            person_id, kind = actor.person_id or 0, AbsenceKind.LONG_TERM_SICKNESS
            absences.record_absence(scene.operator, person_id, kind=kind, from_date=since, returns_on=None, now=NOW)


def _row(member: Member, manager: str) -> str:
    manager_email = email_of(manager) if manager else ""
    return f'"{member.name}",{member.email},"{member.team}",{manager_email},{member.start},{member.staff_type}'


def try_quiz(actor: Actor, wrong: int | None, *, now: datetime = NOW) -> None:
    """Take the quiz with so many wrong answers; None begins and leaves it."""
    assignment_id = learning.list_my_quizzes(actor, now=now)[0].assignment_id
    if wrong is None:
        start(actor, assignment_id, now=now)
    else:
        sit(actor, assignment_id, wrong=wrong, now=now)


@dataclass(frozen=True)
class Trust:
    """The application with its people."""

    app: Flask

    @property
    def operator(self) -> Actor:
        return console(1, "tests")

    @property
    def scene(self) -> Scene:
        return Scene(self.operator, "Fernbrook Trust", 1, 1)

    def token(self, email: str, *, organisation_id: int = 1) -> str:
        """A web session that has just begun."""
        with self.app.app_context():
            return sign_in(console(organisation_id, "tests"), email, now=NOW)

    def pages(self, email: str, *, organisation_id: int = 1) -> PageClient:
        """A browser in which somebody has just signed in."""
        client = self.app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = self.token(email, organisation_id=organisation_id)
        return PageClient(client)

    def dev(self) -> PageClient:
        """The browser of the other trust's manager."""
        return self.pages(DEV, organisation_id=2)


@contextmanager
def open_trust(databases: Databases) -> Iterator[Trust]:
    """The application on a database of its own."""
    url = databases.copy_of("trust", build)
    app = make_app(url)
    yield Trust(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)


@contextmanager
def statements_of(app: Flask) -> Iterator[list[str]]:
    """Every statement the application sends while the block runs, but the beginning of a transaction."""
    with app.app_context():
        engine = db.engine
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            said.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    yield said
    sa.event.remove(engine, "before_cursor_execute", note)


def table_words(page: Page, caption: str) -> list[list[str]]:
    """The cells of one table as they are read, without the labels that only a phone shows."""
    for table in page.soup.select("main table"):
        if table.caption and fold(table.caption.get_text()).startswith(caption):
            return [[_cell_words(cell) for cell in row.select("th, td")] for row in table.select("tr")]
    return []


def assert_same(tables: Sequence[list[list[str]]], file: list[list[str]]) -> None:
    """Require that a file holds the rows of the tables in their order, each cell under its heading.

    Its columns are those of the tables together; what can be done about a row has no heading and is in no file.
    """
    shown = [dict(zip(head, row, strict=True)) for head, *rows in tables for row in rows]
    wanted = [{heading: words for heading, words in row.items() if heading} for row in shown]
    kept = [dict(zip(file[0], row, strict=True)) for row in file[1:]]
    assert [{heading: row[heading] for heading in of} for row, of in zip(kept, wanted, strict=True)] == wanted
    assert {heading for row in wanted for heading in row} <= set(file[0])
    if len(tables) > 1:
        assert {heading for row in wanted for heading in row} >= set(file[0])


def _cell_words(cell: Tag) -> str:
    hidden = cell.select(".nhsuk-table__heading, .nhsuk-u-visually-hidden")
    left_out = {id(text) for part in hidden for text in part.find_all(string=True)}
    return fold("".join(text for text in cell.find_all(string=True) if id(text) not in left_out))


def file_words(page: Page) -> list[list[str]]:
    """The cells of a CSV file, without the quote that disarms a formula."""
    rows = csv.reader(io.StringIO(page.html.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), newline=""))
    return [[cell.removeprefix("'") for cell in row] for row in rows]
