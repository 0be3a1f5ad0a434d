"""Quizzes, assignments, attempts and completions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "quiz",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "document_id"],
            ["document.organisation_id", "document.id"],
            name=op.f("fk_quiz_organisation_id_document_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_quiz_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_quiz_organisation_id_id")),
        sa.UniqueConstraint("organisation_id", "title", name=op.f("uq_quiz_organisation_id_title")),
    )
    op.create_table(
        "assignment",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_date IS NULL OR until_date >= from_date", name=op.f("ck_assignment_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["person.organisation_id", "person.id"],
            name=op.f("fk_assignment_organisation_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quiz_id"],
            ["quiz.organisation_id", "quiz.id"],
            name=op.f("fk_assignment_organisation_id_quiz_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_assignment_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_assignment_organisation_id_id")),
    )
    op.create_index("ix_assignment_quiz_id", "assignment", ["quiz_id"], unique=False)
    op.create_index(
        "uq_assignment_current",
        "assignment",
        ["person_id", "quiz_id"],
        unique=True,
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.create_table(
        "quiz_blueprint",
        sa.Column("quiz_id", sa.Integer(), nullable=False),
        sa.Column("document_version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("pass_in", sa.Integer(), nullable=False),
        sa.Column("pass_of", sa.Integer(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("learn", "test", name="mode", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("due_days BETWEEN 1 AND 730", name=op.f("ck_quiz_blueprint_due_sane")),
        sa.CheckConstraint("length BETWEEN 1 AND 50", name=op.f("ck_quiz_blueprint_length_sane")),
        sa.CheckConstraint("pass_in BETWEEN 1 AND pass_of", name=op.f("ck_quiz_blueprint_pass_sane")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "document_version_id"],
            ["document_version.organisation_id", "document_version.id"],
            name=op.f("fk_quiz_blueprint_organisation_id_document_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quiz_id"],
            ["quiz.organisation_id", "quiz.id"],
            name=op.f("fk_quiz_blueprint_organisation_id_quiz_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_quiz_blueprint_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_blueprint")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_quiz_blueprint_organisation_id_id")),
        sa.UniqueConstraint("quiz_id", "number", name=op.f("uq_quiz_blueprint_quiz_id_number")),
    )
    op.create_table(
        "attempt",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("quiz_blueprint_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "submitted", name="attemptstate", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "mode",
            sa.Enum("learn", "test", name="mode", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("seed", sa.String(length=64), nullable=False),
        sa.Column("start_token", sa.String(length=64), nullable=False),
        sa.Column("item_count", sa.Integer(), nullable=False),
        sa.Column("pass_score", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'open') = (submitted_at IS NULL) AND (state = 'open') = (score IS NULL) AND (state = 'open') = (submitted_on IS NULL)",
            name=op.f("ck_attempt_result_once_submitted"),
        ),
        sa.CheckConstraint("pass_score BETWEEN 1 AND item_count", name=op.f("ck_attempt_pass_score_in_range")),
        sa.CheckConstraint("score IS NULL OR score BETWEEN 0 AND item_count", name=op.f("ck_attempt_score_in_range")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "assignment_id"],
            ["assignment.organisation_id", "assignment.id"],
            name=op.f("fk_attempt_organisation_id_assignment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "quiz_blueprint_id"],
            ["quiz_blueprint.organisation_id", "quiz_blueprint.id"],
            name=op.f("fk_attempt_organisation_id_quiz_blueprint_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_attempt_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
        sa.UniqueConstraint("assignment_id", "number", name=op.f("uq_attempt_assignment_id_number")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_attempt_organisation_id_id")),
        sa.UniqueConstraint("assignment_id", "start_token", name=op.f("uq_attempt_assignment_id_start_token")),
    )
    op.create_index(
        "uq_attempt_open",
        "attempt",
        ["assignment_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "due_date",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_date IS NULL OR until_date >= from_date", name=op.f("ck_due_date_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "assignment_id"],
            ["assignment.organisation_id", "assignment.id"],
            name=op.f("fk_due_date_organisation_id_assignment_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_due_date_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_date")),
    )
    op.create_index(
        "uq_due_date_current",
        "due_date",
        ["assignment_id"],
        unique=True,
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.create_table(
        "completion",
        sa.Column("assignment_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("passed_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("certificate_code", sa.String(length=20), nullable=False),
        sa.Column("person_name", sa.String(length=200), nullable=False),
        sa.Column("organisation_name", sa.String(length=200), nullable=False),
        sa.Column("quiz_title", sa.String(length=200), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "assignment_id"],
            ["assignment.organisation_id", "assignment.id"],
            name=op.f("fk_completion_organisation_id_assignment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "attempt_id"],
            ["attempt.organisation_id", "attempt.id"],
            name=op.f("fk_completion_organisation_id_attempt_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_completion_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completion")),
        sa.UniqueConstraint("attempt_id", name=op.f("uq_completion_attempt_id")),
        sa.UniqueConstraint("certificate_code", name=op.f("uq_completion_certificate_code")),
    )
    op.create_index("ix_completion_assignment_id", "completion", ["assignment_id"], unique=False)
    op.create_table(
        "paper_item",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_version_id", sa.Integer(), nullable=False),
        sa.Column("option_order", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "attempt_id"],
            ["attempt.organisation_id", "attempt.id"],
            name=op.f("fk_paper_item_organisation_id_attempt_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "item_version_id"],
            ["item_version.organisation_id", "item_version.id"],
            name=op.f("fk_paper_item_organisation_id_item_version_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_paper_item_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_item")),
        sa.UniqueConstraint("attempt_id", "item_version_id", name=op.f("uq_paper_item_attempt_id_item_version_id")),
        sa.UniqueConstraint("attempt_id", "position", name=op.f("uq_paper_item_attempt_id_position")),
        sa.UniqueConstraint(
            "organisation_id",
            "attempt_id",
            "item_version_id",
            name=op.f("uq_paper_item_organisation_id_attempt_id_item_version_id"),
        ),
    )
    op.create_index("ix_paper_item_item_version_id", "paper_item", ["item_version_id"], unique=False)
    op.create_table(
        "response",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("item_version_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("parts_right", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("mark IN (0, 1)", name=op.f("ck_response_mark_one_or_nothing")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_response_revision_counts")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "attempt_id", "item_version_id"],
            ["paper_item.organisation_id", "paper_item.attempt_id", "paper_item.item_version_id"],
            name=op.f("fk_response_organisation_id_attempt_id_item_version_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_response_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint(
            "attempt_id", "item_version_id", "revision", name=op.f("uq_response_attempt_id_item_version_id_revision")
        ),
        sa.UniqueConstraint("attempt_id", "item_version_id", "token", name=op.f("uq_response_attempt_id_item_version_id_token")),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("response")
    op.drop_index("ix_paper_item_item_version_id", table_name="paper_item")
    op.drop_table("paper_item")
    op.drop_index("ix_completion_assignment_id", table_name="completion")
    op.drop_table("completion")
    op.drop_index(
        "uq_due_date_current",
        table_name="due_date",
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.drop_table("due_date")
    op.drop_index(
        "uq_attempt_open",
        table_name="attempt",
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.drop_table("attempt")
    op.drop_table("quiz_blueprint")
    op.drop_index(
        "uq_assignment_current",
        table_name="assignment",
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.drop_index("ix_assignment_quiz_id", table_name="assignment")
    op.drop_table("assignment")
    op.drop_table("quiz")
