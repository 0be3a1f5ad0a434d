"""The rules the database itself holds, whoever writes to it."""

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.exc import DBAPIError, IntegrityError

from quizapp.access.policy import Actor
from quizapp.services.attempts import learning, starts
from quizapp.storage.db import db
from quizapp.storage.transaction import transaction
from tests.builders import NOW, Scene, add_person, set_the_scene, sit


def assignment_of(actor: Actor) -> int:
    return learning.list_my_quizzes(actor, now=NOW)[0].assignment_id


def execute(statement: str) -> None:
    with transaction():
        db.session.execute(sa.text(statement))


@pytest.mark.parametrize(
    "table",
    [
        "document_version",
        "passage",
        "item_version",
        "item_citation",
        "item_review",
        "quiz_blueprint",
        "attempt",
        "paper_item",
        "response",
        "completion",
        "audit_entry",
    ],
)
def test_rows_that_are_only_added_cannot_be_changed(scene: Scene, table: str) -> None:
    asha = add_person(scene, "Asha Rahman")
    sit(asha, assignment_of(asha))
    with pytest.raises(DBAPIError, match="never changed"):
        execute(f"UPDATE {table} SET organisation_id = organisation_id")


def test_an_open_attempt_may_still_be_submitted(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    execute(f"UPDATE attempt SET seed = 'other' WHERE id = {attempt_id}")


def copy_row(table: str, row_id: int, **changes: str) -> str:
    """An INSERT that repeats a row, but for the columns given as SQL."""
    columns = [column.name for column in db.metadata.tables[table].columns if column.name != "id"]
    values = ", ".join(changes.get(name, name) for name in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE id = {row_id}"


def refused(statement: str) -> None:
    with pytest.raises(IntegrityError):
        execute(statement)


def newest(table: str) -> int:
    with transaction():
        return int(db.session.scalar(sa.text(f"SELECT max(id) FROM {table}")) or 0)


def test_there_is_at_most_one_open_attempt(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    refused(copy_row("attempt", attempt_id, number="2", start_token="'other'"))


def test_an_attempt_number_is_given_once(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = sit(asha, assignment_of(asha))
    refused(copy_row("attempt", attempt_id, start_token="'other'"))
    execute(copy_row("attempt", attempt_id, number="2", start_token="'other'"))


def test_a_response_belongs_to_an_item_of_that_paper(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    sit(asha, assignment_of(asha))
    response = newest("response")
    outside = "(SELECT min(id) FROM item_version WHERE id NOT IN (SELECT item_version_id FROM paper_item))"
    refused(copy_row("response", response, item_version_id=outside, token="'other'"))


def test_an_answer_is_kept_once_a_place(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    sit(asha, assignment_of(asha))
    refused(copy_row("response", newest("response"), token="'other'"))


def test_a_row_cannot_point_into_another_organisation(scene: Scene) -> None:
    other = set_the_scene("Otherwhere Trust")
    add_person(scene, "Asha Rahman")
    stranger = str(other.operator.organisation_id)
    for table in ("assignment", "post", "team_membership"):
        refused(copy_row(table, newest(table), organisation_id=stranger, until_date="from_date"))


def test_an_attempt_without_a_result_cannot_count_as_submitted(scene: Scene) -> None:
    asha = add_person(scene, "Asha Rahman")
    attempt_id = starts.start_attempt(asha, assignment_of(asha), token="t", now=NOW)
    refused(f"UPDATE attempt SET state = 'submitted' WHERE id = {attempt_id}")


def test_an_audit_entry_names_somebody(scene: Scene) -> None:
    refused(copy_row("audit_entry", newest("audit_entry"), person_id="NULL", job="NULL"))


def test_a_retired_item_has_a_reason(scene: Scene) -> None:
    refused(copy_row("item_review", newest("item_review"), status="'retired'", reason="NULL"))


def ask(question: str) -> object:
    with db.engine.connect() as connection:
        return connection.scalar(sa.text(question))


def test_an_answer_reaches_the_disk_before_it_is_acknowledged(record: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        settings = [ask(f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "foreign_keys")]
        assert settings == ["wal", 2, 1]
    else:
        # The tests' server is told not to wait; a real one keeps PostgreSQL's own setting, which does.
        assert ask("SELECT boot_val FROM pg_settings WHERE name = 'synchronous_commit'") == "on"
