"""Types commands as an operator does, and looks at what they said and wrote."""

import shlex
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import Flask

from quizapp.storage.db import db

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
