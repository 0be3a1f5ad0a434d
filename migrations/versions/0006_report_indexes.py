"""A report on one team looks up its own people, not the organisation's."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDEXES = (
    ("ix_assignment_person_id_quiz_id", "assignment", ["person_id", "quiz_id"]),
    ("ix_due_date_assignment_id", "due_date", ["assignment_id"]),
    ("ix_team_membership_post_id", "team_membership", ["post_id"]),
)


def upgrade() -> None:
    """Make the indexes."""
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)


def downgrade() -> None:
    """Drop them."""
    for name, table, _ in INDEXES:
        op.drop_index(name, table_name=table)
