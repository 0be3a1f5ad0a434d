"""What reports add: settings of the organisation, shares and data queries of managers, the outbox, frozen months."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

COLUMNS = (
    ("sends_reminders", "BOOLEAN NOT NULL DEFAULT true", "BOOLEAN NOT NULL DEFAULT 1"),
    ("target", "INTEGER NOT NULL DEFAULT 90 CONSTRAINT ck_organisation_target_sane CHECK (target BETWEEN 1 AND 100)"),
    (
        "amber_points",
        "INTEGER NOT NULL DEFAULT 5 CONSTRAINT ck_organisation_amber_sane CHECK (amber_points BETWEEN 0 AND 50)",
    ),
    (
        "probation_months",
        "INTEGER NOT NULL DEFAULT 6"
        " CONSTRAINT ck_organisation_probation_sane CHECK (probation_months BETWEEN 1 AND 24)",
    ),
    ("esr_competence", "VARCHAR(200)"),
)
FROZEN = ("data_query", "data_query_settlement", "frozen_month", "frozen_standing", "frozen_due")
TABLES = ("team_share", "data_query", "data_query_settlement", "message", "frozen_month", "frozen_standing", "frozen_due")
QUERY_KINDS = ("waiting", "on-leave", "cannot-sign-in", "has-left", "not-in-my-team", "done-on-paper")
MESSAGE_KINDS = (
    *("welcome", "sign-in-help", "due-in-a-week", "due-tomorrow", "overdue"),
    *("from-manager", "digest", "booster"),
)
MESSAGE_STATES = ("waiting", "sending", "sent", "dropped", "refused", "unknown")
STAFF_TYPES = ("permanent", "fixed-term", "bank", "honorary", "agency", "volunteer", "student")
ABSENCES = ("parental", "career-break", "secondment", "suspension", "long-term-sickness")


def upgrade() -> None:
    """Add the columns, make the tables, and freeze the rows that are only ever added."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    # In plain SQL: batch mode would make the table anew.
    for column, *kinds in COLUMNS:
        op.execute(f"ALTER TABLE organisation ADD COLUMN {column} {kinds[-1] if on_sqlite else kinds[0]}")
    op.create_index("ix_team_place_parent_id", "team_place", ["parent_id"])
    _make_shares()
    _make_data_queries()
    _make_messages()
    _make_months()
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
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_index("ix_team_place_parent_id", "team_place")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if on_sqlite:  # which does not drop a column that a constraint speaks of
        with op.batch_alter_table("organisation") as batch:
            for name in ("target_sane", "amber_sane", "probation_sane"):
                batch.drop_constraint(op.f(f"ck_organisation_{name}"), type_="check")
            for column, *_ in reversed(COLUMNS):
                batch.drop_column(column)
        return
    for column, *_ in reversed(COLUMNS):
        op.execute(f"ALTER TABLE organisation DROP COLUMN {column}")


def _make_shares() -> None:
    _make_table(
        "team_share",
        _integer("manager_id"),
        _integer("deputy_id"),
        _day("from_date"),
        _day("until_date"),
        _moment("created_at"),
        _reference("team_share", "person", column="manager_id"),
        _reference("team_share", "person", column="deputy_id"),
        _unique("team_share", "organisation_id", "id"),
        _check("team_share", "dates_in_order", "until_date IS NULL OR until_date >= from_date"),
        _check("team_share", "somebody_else", "manager_id <> deputy_id"),
    )
    op.create_index("ix_team_share_deputy_id", "team_share", ["deputy_id"])
    op.create_index("ix_team_share_manager_id", "team_share", ["manager_id"])


def _make_data_queries() -> None:
    _make_table(
        "data_query",
        _integer("person_id"),
        _integer("quiz_id"),
        _integer("team_id"),
        _integer("reporter_id"),
        _choice("kind", "querykind", QUERY_KINDS),
        _day("until_date", nullable=True),
        _day("on_date"),
        _moment("at"),
        _reference("data_query", "person"),
        _reference("data_query", "quiz"),
        _reference("data_query", "team"),
        _reference("data_query", "person", column="reporter_id"),
        _unique("data_query", "organisation_id", "id"),
        _check("data_query", "leave_until_a_day", "(kind = 'on-leave') = (until_date IS NOT NULL)"),
    )
    op.create_index("ix_data_query_person_id", "data_query", ["person_id"])
    _make_table(
        "data_query_settlement",
        _integer("data_query_id"),
        _integer("person_id"),
        sa.Column("note", sa.String(length=300)),
        _day("on_date"),
        _moment("at"),
        _reference("data_query_settlement", "data_query"),
        _reference("data_query_settlement", "person"),
        _unique("data_query_settlement", "data_query_id"),
    )


def _make_messages() -> None:
    _make_table(
        "message",
        sa.Column("key", sa.String(length=160), nullable=False),
        _choice("kind", "messagekind", MESSAGE_KINDS),
        _integer("person_id"),
        _integer("assignment_id", nullable=True),
        _integer("sender_id", nullable=True),
        _integer("booster_id", nullable=True),
        sa.Column("note", sa.String(length=300)),
        _choice("state", "messagestate", MESSAGE_STATES),
        _moment("created_at"),
        _moment("due_at"),
        _integer("tries"),
        sa.Column("claim", sa.String(length=64)),
        _moment("claimed_at", nullable=True),
        _moment("sent_at", nullable=True),
        _moment("ended_at", nullable=True),
        sa.Column("reason", sa.String(length=300)),
        sa.Column("address", sa.String(length=254)),
        sa.Column("subject", sa.String(length=200)),
        sa.Column("body", sa.Text()),
        _reference("message", "person"),
        _reference("message", "assignment"),
        _reference("message", "person", column="sender_id"),
        _reference("message", "booster"),
        _unique("message", "organisation_id", "id"),
        _unique("message", "organisation_id", "key"),
        _check("message", "sent_somewhere", "state <> 'sent' OR (sent_at IS NOT NULL AND address IS NOT NULL)"),
    )
    op.create_index("ix_message_state_due_at", "message", ["state", "due_at"])
    op.create_index("ix_message_person_id", "message", ["person_id", "sent_at"])


def _make_months() -> None:
    _make_table(
        "frozen_month",
        _integer("quiz_id"),
        _day("month"),
        _integer("edition"),
        _moment("taken_at"),
        _integer("person_id", nullable=True),
        sa.Column("job", sa.String(length=80)),
        sa.Column("reason", sa.String(length=500)),
        sa.Column("figures", sa.JSON(), nullable=False),
        _reference("frozen_month", "quiz"),
        _reference("frozen_month", "person"),
        _unique("frozen_month", "organisation_id", "id"),
        _unique("frozen_month", "quiz_id", "month", "edition"),
        _check("frozen_month", "reopened_with_reason", "edition = 1 OR reason IS NOT NULL"),
        _check("frozen_month", "somebody_did_it", "person_id IS NOT NULL OR job IS NOT NULL"),
    )
    _make_table(
        "frozen_standing",
        *_person_of_month("frozen_standing"),
        _integer("score", nullable=True),
        _integer("count", nullable=True),
        _choice("staff_type", "stafftype", STAFF_TYPES),
        _day("start_date"),
        _day("end_date", nullable=True),
        _choice("absence", "absencekind", ABSENCES, nullable=True),
        _day("returned_on", nullable=True),
        _day("due_on", nullable=True),
        sa.Column("has_open_attempt", sa.Boolean(), nullable=False),
        _integer("submitted_attempts"),
        _day("passed_on", nullable=True),
        _day("valid_until", nullable=True),
    )
    _make_table(
        "frozen_due",
        *_person_of_month("frozen_due"),
        _day("due_on"),
        _day("passed_on", nullable=True),
    )


def _person_of_month(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        _integer("frozen_month_id"),
        _integer("person_id"),
        sa.Column("name", sa.String(length=200), nullable=False),
        _integer("team_id", nullable=True),
        sa.Column("team", sa.String(length=200)),
        _reference(table, "frozen_month"),
        _reference(table, "person"),
        _unique(table, "frozen_month_id", "person_id"),
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


def _integer(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _choice(name: str, kind: str, values: tuple[str, ...], *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(
        name, sa.Enum(*values, name=kind, native_enum=False, create_constraint=True, length=40), nullable=nullable
    )


def _reference(table: str, to: str, *, column: str | None = None) -> sa.ForeignKeyConstraint:
    own = column or f"{to}_id"
    return sa.ForeignKeyConstraint(
        ["organisation_id", own],
        [f"{to}.organisation_id", f"{to}.id"],
        name=op.f(f"fk_{table}_organisation_id_{own}"),
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))
