"""People who sign in: with one account, with one in each of two organisations, and with several roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from flask import Flask

from quizapp import clock
from quizapp.access.policy import console
from quizapp.access.roles import Role
from quizapp.services.people import accounts, people
from quizapp.storage.db import db
from tests.builders import NOW, PASSWORD, add_organisation, add_staff, give_password
from tests.pages import Page, PageClient
from tests.support.app import make_app, migrate
from tests.support.databases import Databases

ASHA, SAM, CARA = "asha@fernbrook.example", "sam@both.example", "cara@fernbrook.example"


def build(url: str) -> None:
    """Two organisations; Sam is in both."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        for name in ("Fernbrook Trust", "Other Trust"):
            operator = add_organisation(name)
            add_staff(operator, f"Sam Both,{SAM},Ward 1,,2026-06-01,permanent", now=NOW)
            give_password(operator, SAM)
        first = console(1, "tests")
        add_staff(first, f"Asha Rahman,{ASHA},Ward 1,,2026-06-01,permanent", now=NOW + timedelta(seconds=1))
        roles = frozenset({Role.AUTHOR, Role.ADMINISTRATOR})
        people.add_person(first, name="Cara Lane", email=CARA, roles=roles, now=NOW)
        for email in (ASHA, CARA):
            give_password(first, email)
        db.session.remove()
        db.engine.dispose()


@dataclass
class Entrance:
    """The application and its clock."""

    app: Flask
    now: datetime = NOW

    def browser(self) -> PageClient:
        return PageClient(self.app.test_client())

    def sign_in(self, pages: PageClient, email: str, password: str = PASSWORD, *, address: str = "/sign-in") -> Page:
        return pages.submit(pages.get(address), {"email": email, "password": password})

    def link(self, email: str) -> str:
        """A one-time link's token, just issued."""
        operator = console(1, "tests")
        with self.app.app_context():
            return accounts.issue_link(operator, people.find_by_email(operator, email).id, now=self.now)


@pytest.fixture
def entrance(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Entrance]:
    url = databases.copy_of("entrance", build)
    entrance = Entrance(make_app(url))
    monkeypatch.setattr(clock, "now", lambda: entrance.now)
    yield entrance
    with entrance.app.app_context():
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)
