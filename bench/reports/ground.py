"""One database with the synthetic organisation in it, and somebody to open each page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from bench.journey.ground import Place
from bench.journey.starters import JOB, PASSWORD, add_starters
from bench.reports.loading import load_population
from bench.reports.population import DIRECTORATES, Tenant, plan_tree
from quizapp import clock
from quizapp.access.roles import Role
from quizapp.assessment.deadlines import local_day
from quizapp.services.people import accounts, organisations, people

ADMINISTRATOR = "administrator@trust.example"


@dataclass(frozen=True, slots=True)
class Trust:
    """A database that is filled: the tenant, how many rows each table has, and whom the pages are opened by."""

    place: Place
    tenant: Tenant
    rows: dict[str, int]
    administrator: str
    manager: str
    top_team: int

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this process's machine, with no server of its own."""
        return self.place.process_id is None


@contextmanager
def fill_trust(place: Place, *, size: int) -> Iterator[Trust]:
    """Migrate, publish a quiz through the services, and load so many people who hold it."""
    now = clock.now()
    with add_starters(place.url, 1) as starters:
        tenant = find_tenant(place.url, today=local_day(now, "Europe/London"))
        rows = load_population(place.url, tenant, size=size)
        # The heads of teams are the first people; this one has a single ward.
        ward = DIRECTORATES + plan_tree(size).departments
        manager = f"person.{ward:07}@trust.example"
        with starters.app.app_context():
            operator, _ = organisations.console_for(JOB, job=JOB)
            people.add_person(
                operator, name="Ada Lead", email=ADMINISTRATOR, roles=frozenset({Role.ADMINISTRATOR}), now=now
            )
            for email in (ADMINISTRATOR, manager):
                link = accounts.issue_link(operator, people.find_by_email(operator, email).id, now=now)
                accounts.end_session(accounts.use_link(link, password=PASSWORD, now=now), now=now)
        yield Trust(place, tenant, rows, ADMINISTRATOR, manager, top_team=tenant.first_id)


def find_tenant(url: str, *, today: date) -> Tenant:
    """The one organisation of a database with its one quiz."""
    engine = sa.create_engine(url)
    try:
        with engine.connect() as connection:
            query = "SELECT organisation.id, quiz.id, quiz_blueprint.id FROM organisation, quiz, quiz_blueprint"
            organisation_id, quiz_id, blueprint_id = connection.execute(sa.text(query)).one()
            return Tenant(organisation_id, quiz_id, blueprint_id, today)
    finally:
        engine.dispose()
