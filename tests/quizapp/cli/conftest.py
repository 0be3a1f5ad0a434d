"""Installations for commands to be run on, each on a database of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from question_bank.document import shipped_documents
from quizapp.storage.db import db
from tests.support.app import make_app, migrate, migrated_app
from tests.support.console import STAFF, Console
from tests.support.databases import SqliteDatabases

FERNBROOK = ('organisation add "Fernbrook Trust" --slug fernbrook', "people import staff.csv --organisation fernbrook")
WITH_PAGE = (
    *FERNBROOK,
    f"page add '{shipped_documents()['mersey-care']}' --organisation fernbrook --title 'Our values'",
)
APPROVED = (*WITH_PAGE, "items approve --organisation fernbrook --page 'Our values'")
PUBLISHED = (*APPROVED, "quiz publish --organisation fernbrook --page 'Our values' --title Welcome")


@pytest.fixture
def console(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """An installation without any organisation."""
    with migrated_app(sqlite) as app:
        yield Console(app, tmp_path)


@pytest.fixture
def fernbrook(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """An installation with one organisation and its staff."""
    yield from console_after(FERNBROOK, sqlite, tmp_path)


@pytest.fixture
def with_page(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """The same with a page and its drafts."""
    yield from console_after(WITH_PAGE, sqlite, tmp_path)


@pytest.fixture
def approved(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """The same with the drafts approved."""
    yield from console_after(APPROVED, sqlite, tmp_path)


@pytest.fixture
def published(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """The same with a quiz."""
    yield from console_after(PUBLISHED, sqlite, tmp_path)


def console_after(lines: tuple[str, ...], sqlite: SqliteDatabases, folder: Path) -> Iterator[Console]:
    """An installation on which these commands were run: once, into a database that every test gets a copy of."""

    def run_lines(url: str) -> None:
        migrate(url)
        console = Console(make_app(url), folder)
        staff = console.write("staff.csv", STAFF)
        for line in lines:
            console.run(line.replace("staff.csv", str(staff)))
        with console.app.app_context():
            db.session.remove()
            db.engine.dispose()

    with migrated_app(sqlite, name=f"after-{len(lines)}-commands", build=run_lines) as app:
        yield Console(app, folder)
