"""What the learner's journey adds: settings of a quiz, a score on the certificate, remarks, and boosters."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# In plain SQL: batch mode would make the tables anew and lose the triggers that freeze their rows.
COLUMNS = (
    ("quiz", "withdrawn_at", "TIMESTAMP WITH TIME ZONE", "DATETIME"),
    (
        "quiz_blueprint",
        "valid_months",
        "INTEGER CONSTRAINT ck_quiz_blueprint_validity_sane CHECK (valid_months BETWEEN 1 AND 120)",
        None,
    ),
    ("quiz_blueprint", "has_boosters", "BOOLEAN NOT NULL DEFAULT true", "BOOLEAN NOT NULL DEFAULT 1"),
    ("quiz_blueprint", "certificate_has_score", "BOOLEAN NOT NULL DEFAULT false", "BOOLEAN NOT NULL DEFAULT 0"),
    ("completion", "score", "INTEGER", None),
    ("completion", "item_count", "INTEGER", None),
)
FROZEN = ("remark", "remark_settlement", "booster", "booster_item", "booster_response", "booster_refusal")
REASONS = ("words", "several-right", "explanation", "not-my-work")


def upgrade() -> None:
    """Add the columns, make the tables, and freeze their rows."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, column, postgresql, sqlite in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {sqlite if on_sqlite and sqlite else postgresql}")
    _make_remarks()
    _make_boosters()
    for table in FROZEN:
        op.execute(
            f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"
            if on_sqlite
            else f"CREATE TRIGGER frozen_{table} BEFORE UPDATE ON {table} FOR EACH ROW"
            " EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    """Drop them all; the triggers go with their tables."""
    for table in reversed(FROZEN):
        op.drop_table(table)
    for table, column, _, _ in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")


def _make_remarks() -> None:
    _make_table(
        "remark",
        _integer("item_version_id"),
        _integer("person_id"),
        sa.Column(
            "reason",
            sa.Enum(*REASONS, name="remarkreason", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        _moment("at"),
        _reference("remark", "item_version"),
        _reference("remark", "person"),
        _unique("remark", "organisation_id", "id"),
        _unique("remark", "item_version_id", "person_id"),
    )
    _make_table(
        "remark_settlement",
        _integer("item_version_id"),
        _integer("last_remark_id"),
        _integer("person_id"),
        sa.Column("note", sa.Text(), nullable=False),
        _moment("at"),
        _reference("remark_settlement", "item_version"),
        _reference("remark_settlement", "remark", column="last_remark_id"),
        _reference("remark_settlement", "person"),
    )
    op.create_index("ix_remark_settlement_item_version_id", "remark_settlement", ["item_version_id"])


def _make_boosters() -> None:
    _make_table(
        "booster",
        _integer("attempt_id"),
        _integer("number"),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        _moment("issued_at"),
        _reference("booster", "attempt"),
        _unique("booster", "organisation_id", "id"),
        _unique("booster", "attempt_id", "number"),
        _unique("booster", "token"),
        sa.CheckConstraint("number BETWEEN 1 AND 2", name=op.f("ck_booster_two_at_most")),
    )
    _make_table(
        "booster_item",
        _integer("booster_id"),
        _integer("position"),
        _integer("item_version_id"),
        sa.Column("option_order", sa.JSON(), nullable=False),
        _reference("booster_item", "booster"),
        _reference("booster_item", "item_version"),
        _unique("booster_item", "booster_id", "position"),
        _unique("booster_item", "organisation_id", "booster_id", "item_version_id"),
    )
    _make_table(
        "booster_response",
        _integer("booster_id"),
        _integer("item_version_id"),
        sa.Column("chosen", sa.JSON(), nullable=False),
        _integer("mark"),
        _integer("parts_right"),
        _integer("parts"),
        _moment("at"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "booster_id", "item_version_id"],
            ["booster_item.organisation_id", "booster_item.booster_id", "booster_item.item_version_id"],
            name=op.f("fk_booster_response_organisation_id_booster_id_item_version_id"),
        ),
        _unique("booster_response", "booster_id", "item_version_id"),
        sa.CheckConstraint("mark IN (0, 1)", name=op.f("ck_booster_response_mark_one_or_nothing")),
    )
    _make_table(
        "booster_refusal",
        _integer("person_id"),
        _moment("at"),
        _reference("booster_refusal", "person"),
        _unique("booster_refusal", "person_id"),
    )


def _make_table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        *parts,
        _integer("id"),
        _integer("organisation_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f(f"fk_{name}_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _reference(table: str, to: str, *, column: str | None = None) -> sa.ForeignKeyConstraint:
    own = column or f"{to}_id"
    return sa.ForeignKeyConstraint(
        ["organisation_id", own],
        [f"{to}.organisation_id", f"{to}.id"],
        name=op.f(f"fk_{table}_organisation_id_{own}"),
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))
