"""Rows that are only ever added: the database refuses to change them."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Each table, and the condition under which its rows may no longer change.
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
}


def upgrade() -> None:
    """Make the triggers."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $$"
        )
        for table, condition in FROZEN.items():
            op.execute(
                f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table} FOR EACH ROW"
                f"{f' WHEN ({condition})' if condition else ''} EXECUTE FUNCTION refuse_change()"
            )
        return
    for table, condition in FROZEN.items():
        op.execute(
            f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table}{f' WHEN {condition}' if condition else ''}"
            f" BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"
        )


def downgrade() -> None:
    """Drop the triggers."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for table in FROZEN:
        op.execute(f"DROP TRIGGER frozen_{table}{f' ON {table}' if on_postgresql else ''}")
    if on_postgresql:
        op.execute("DROP FUNCTION refuse_change()")
