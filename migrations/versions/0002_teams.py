"""Teams, their tree and managers, posts and absences."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "team",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_team_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_team_organisation_id_id")),
        sa.UniqueConstraint("organisation_id", "name", name=op.f("uq_team_organisation_id_name")),
    )
    op.create_table(
        "post",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "staff_type",
            sa.Enum(
                "permanent",
                "fixed-term",
                "bank",
                "honorary",
                "agency",
                "volunteer",
                "student",
                name="stafftype",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("end_date IS NULL OR end_date >= start_date", name=op.f("ck_post_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["person.organisation_id", "person.id"],
            name=op.f("fk_post_organisation_id_person_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_post_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_post_organisation_id_id")),
    )
    op.create_index("ix_post_person_id", "post", ["person_id"], unique=False)
    op.create_index(
        "uq_post_primary",
        "post",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("is_primary AND end_date IS NULL"),
        postgresql_where=sa.text("is_primary AND end_date IS NULL"),
    )
    op.create_table(
        "team_manager",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_date IS NULL OR until_date >= from_date", name=op.f("ck_team_manager_dates_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["person.organisation_id", "person.id"],
            name=op.f("fk_team_manager_organisation_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["team.organisation_id", "team.id"],
            name=op.f("fk_team_manager_organisation_id_team_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_team_manager_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_manager")),
    )
    op.create_index("ix_team_manager_person_id", "team_manager", ["person_id"], unique=False)
    op.create_index(
        "uq_team_manager_current",
        "team_manager",
        ["team_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.create_table(
        "team_place",
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("team_id <> parent_id", name=op.f("ck_team_place_not_its_own_parent")),
        sa.CheckConstraint("until_date IS NULL OR until_date >= from_date", name=op.f("ck_team_place_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "parent_id"],
            ["team.organisation_id", "team.id"],
            name=op.f("fk_team_place_organisation_id_parent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["team.organisation_id", "team.id"],
            name=op.f("fk_team_place_organisation_id_team_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_team_place_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_place")),
    )
    op.create_index(
        "uq_team_place_current",
        "team_place",
        ["team_id"],
        unique=True,
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.create_table(
        "absence",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "parental",
                "career-break",
                "secondment",
                "suspension",
                "long-term-sickness",
                name="absencekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("until_date IS NULL OR until_date >= from_date", name=op.f("ck_absence_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "post_id"],
            ["post.organisation_id", "post.id"],
            name=op.f("fk_absence_organisation_id_post_id"),
        ),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_absence_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_post_id", "absence", ["post_id"], unique=False)
    op.create_table(
        "team_membership",
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "until_date IS NULL OR until_date >= from_date", name=op.f("ck_team_membership_dates_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "post_id"],
            ["post.organisation_id", "post.id"],
            name=op.f("fk_team_membership_organisation_id_post_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["team.organisation_id", "team.id"],
            name=op.f("fk_team_membership_organisation_id_team_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_team_membership_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_membership")),
    )
    op.create_index("ix_team_membership_team_id", "team_membership", ["team_id"], unique=False)
    op.create_index(
        "uq_team_membership_current",
        "team_membership",
        ["post_id"],
        unique=True,
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(
        "uq_team_membership_current",
        table_name="team_membership",
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.drop_index("ix_team_membership_team_id", table_name="team_membership")
    op.drop_table("team_membership")
    op.drop_index("ix_absence_post_id", table_name="absence")
    op.drop_table("absence")
    op.drop_index(
        "uq_team_place_current",
        table_name="team_place",
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.drop_table("team_place")
    op.drop_index(
        "uq_team_manager_current",
        table_name="team_manager",
        sqlite_where=sa.text("until_date IS NULL"),
        postgresql_where=sa.text("until_date IS NULL"),
    )
    op.drop_index("ix_team_manager_person_id", table_name="team_manager")
    op.drop_table("team_manager")
    op.drop_index(
        "uq_post_primary",
        table_name="post",
        sqlite_where=sa.text("is_primary AND end_date IS NULL"),
        postgresql_where=sa.text("is_primary AND end_date IS NULL"),
    )
    op.drop_index("ix_post_person_id", table_name="post")
    op.drop_table("post")
    op.drop_table("team")
