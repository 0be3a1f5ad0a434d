"""Commands as an operator types them, against the application on a database of its own."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from question_bank.document import shipped_documents
from quizapp.storage.db import db
from tests.support.app import migrated_app
from tests.support.databases import SqliteDatabases

STAFF = """\
name,e-mail,team,manager's e-mail,start date,staff type
Ben Hale,ben@fernbrook.example,Matrons,,2024-02-05,permanent
Asha Rahman,asha@fernbrook.example,Ward 1,ben@fernbrook.example,2026-06-01,permanent
Dev Nair,dev@fernbrook.example,Ward 1,ben@fernbrook.example,2026-06-08,bank
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    said: str
    complained: str


@dataclass(frozen=True, slots=True)
class Console:
    """Runs commands; `count_rows` shows whether one wrote anything."""

    app: Flask
    folder: Path

    def run(self, line: str, *, status: int = 0) -> Answer:
        """Type one line after `flask --app wsgi`; its exit status must be as expected."""
        result = self.app.test_cli_runner().invoke(args=shlex.split(line))
        answer = Answer(result.exit_code, result.stdout, result.stderr)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert answer.status == status, answer
        return answer

    def write(self, name: str, content: str | bytes) -> Path:
        """A file to give to a command."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def count_rows(self) -> dict[str, int]:
        """How many rows each table has."""
        with self.app.app_context(), db.engine.connect() as connection:
            tables = db.metadata.sorted_tables
            return {
                table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
                for table in tables
            }


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
    fernbrook.run(f"page add {shipped_documents()['mersey-care']} --organisation fernbrook --title 'Our values'")
    return fernbrook
