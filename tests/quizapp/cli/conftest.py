"""Installations for commands to be run on, each on a database of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from question_bank.document import shipped_documents
from tests.quizapp.cli.console import STAFF, Console
from tests.support.app import migrated_app
from tests.support.databases import SqliteDatabases


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    """One engine is enough where a command only hands over to services that are tested on both."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite-cli"))


@pytest.fixture
def console(sqlite: SqliteDatabases, tmp_path: Path) -> Iterator[Console]:
    """An installation without any organisation."""
    with migrated_app(sqlite) as app:
        yield Console(app, tmp_path)


@pytest.fixture
def fernbrook(console: Console) -> Console:
    """An installation with one organisation and its staff."""
    console.run('organisation add "Fernbrook Trust" --slug fernbrook')
    path = console.write("staff.csv", STAFF)
    console.run(f"people import {path} --organisation fernbrook")
    return console


@pytest.fixture
def with_page(fernbrook: Console) -> Console:
    """The same with a page and its drafts."""
    fernbrook.run(f"page add '{shipped_documents()['mersey-care']}' --organisation fernbrook --title 'Our values'")
    return fernbrook
