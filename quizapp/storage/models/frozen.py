"""Rows that are only ever added: the database refuses to change them, whoever asks."""

from typing import Any

import sqlalchemy as sa

from quizapp.storage.db import Base

FROZEN = {
    "document_version": "",
    "passage": "",
    "item_version": "",
    "item_citation": "",
    "item_review": "",
    "concern_decision": "",
    "quiz_blueprint": "",
    "attempt": "old.state = 'submitted'",
    "paper_item": "",
    "response": "",
    "completion": "",
    "audit_entry": "",
    "remark": "",
    "remark_settlement": "",
    "booster": "",
    "booster_item": "",
    "booster_response": "",
    "booster_refusal": "",
    "data_query": "",
    "data_query_settlement": "",
    "frozen_month": "",
    "frozen_standing": "",
    "frozen_due": "",
}
"""Each table and the condition under which its rows may no longer change; none means from the first moment."""


def freeze_statements(dialect: str) -> list[str]:
    """The triggers for one engine."""
    if dialect == "postgresql":
        return [
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $$",
            *(
                f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table} FOR EACH ROW"
                f"{f' WHEN ({condition})' if condition else ''} EXECUTE FUNCTION refuse_change()"
                for table, condition in FROZEN.items()
            ),
        ]
    return [
        f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table}{f' WHEN {condition}' if condition else ''}"
        f" BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"
        for table, condition in FROZEN.items()
    ]


@sa.event.listens_for(Base.metadata, "after_create")
def _freeze(_metadata: sa.MetaData, connection: sa.Connection, **_options: Any) -> None:
    for statement in freeze_statements(connection.dialect.name):
        connection.execute(sa.text(statement))
