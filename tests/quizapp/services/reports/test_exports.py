import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.errors import NotAllowed
from quizapp.services.reports.exports import Table, export_csv
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from tests.builders import NOW, add_organisation

TABLE = Table(("Name", "Tries"), [["Asha", 3], ["=Ben", None]])


def test_a_table_becomes_a_file_and_a_note(record: Flask) -> None:
    operator = add_organisation()
    lines = export_csv(operator, TABLE, subject="team report, quiz 3", now=NOW)
    assert b"".join(lines).decode("utf-8-sig") == '"Name","Tries"\r\n"Asha",3\r\n"\'=Ben",""\r\n'
    note = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).one()
    assert (note.organisation_id, note.subject, note.details) == (
        operator.organisation_id,
        "team report, quiz 3",
        {"rows": 2},
    )


def test_staff_take_nothing_away(record: Flask) -> None:
    operator = add_organisation()
    staff = Actor(operator.organisation_id, 1, frozenset({Role.STAFF}))
    with pytest.raises(NotAllowed):
        export_csv(staff, TABLE, subject="team report", now=NOW)
