import json
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.errors import Conflict, NotAllowed
from quizapp.services.reports import exports
from quizapp.services.reports.exports import About, FileKind, Table, export
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from tests.builders import NOW, add_organisation
from tests.support.workbooks import read_workbook

ABOUT = About("My team", "Our values", "As at 10am on 30 June 2026")
TABLE = Table(("Name", "Tries"), [["Asha", 3], ["=Ben", None]], ABOUT)


def taken(operator: Actor, table: Table, kind: FileKind) -> bytes:
    return b"".join(export(operator, table, kind=kind, subject="team report, quiz 3", now=NOW))


def endless() -> Iterator[list[str | int | None]]:
    while True:
        yield ["Asha", 1]


@pytest.mark.parametrize("kind", FileKind)
def test_a_table_becomes_a_file_and_a_note(record: Flask, kind: FileKind) -> None:
    operator = add_organisation()
    content = taken(operator, TABLE, kind)
    if kind is FileKind.CSV:
        assert content.decode("utf-8-sig") == '"Name","Tries"\r\n"Asha",3\r\n"\'=Ben",""\r\n'
    elif kind is FileKind.XLSX:
        assert read_workbook(content).rows == [["Name", "Tries"], ["Asha", 3], ["=Ben"]]
        assert "Our values. As at 10am on 30 June 2026" in read_workbook(content).parts["xl/worksheets/sheet1.xml"]
    else:
        rows = [{"Name": "Asha", "Tries": 3}, {"Name": "=Ben", "Tries": None}]
        head = {"report": "My team", "quiz": "Our values", "as_at": "As at 10am on 30 June 2026"}
        assert json.loads(content) == {**head, "rows": rows}
    note = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).one()
    assert (note.organisation_id, note.subject, note.details) == (
        operator.organisation_id,
        "team report, quiz 3",
        {"rows": 2, "file": kind.value},
    )


def test_rows_may_come_one_by_one(record: Flask) -> None:
    operator = add_organisation()
    table = Table(("Name", "Tries"), endless(), count=5_000_000)
    lines = export(operator, table, kind=FileKind.CSV, subject="list", now=NOW)
    assert [next(lines), next(lines)][1] == b'"Asha",1\r\n'
    note = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).one()
    assert note.details == {"rows": 5_000_000, "file": "csv"}
    assert Table(("Name",), endless()).row_count is None


@pytest.mark.parametrize("count", [None, 4])
def test_a_list_too_long_for_excel_is_refused_with_the_reason(
    record: Flask, monkeypatch: pytest.MonkeyPatch, count: int | None
) -> None:
    monkeypatch.setattr(exports, "MOST_XLSX_ROWS", 3)
    operator = add_organisation()
    with pytest.raises(Conflict, match="Take the CSV file"):
        taken(operator, Table(("Name", "Tries"), endless(), count=count), FileKind.XLSX)
    assert not db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "report exported")).all()
    assert len(read_workbook(taken(operator, Table(("Name",), [["a"]] * 3), FileKind.XLSX)).rows) == 4


def test_staff_take_nothing_away(record: Flask) -> None:
    operator = add_organisation()
    staff = Actor(operator.organisation_id, 1, frozenset({Role.STAFF}))
    with pytest.raises(NotAllowed):
        taken(staff, TABLE, FileKind.CSV)
