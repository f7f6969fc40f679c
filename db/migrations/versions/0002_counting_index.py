"""The index of shown events also holds how sure each is, so that they are counted from it alone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BEFORE = ("start", "end", "type", "id")


def upgrade() -> None:
    _make_anew(*BEFORE, "confidence")


def downgrade() -> None:
    _make_anew(*BEFORE)


def _make_anew(*columns: str) -> None:
    op.drop_index("ix_event_timeline", table_name="event")
    op.create_index(
        "ix_event_timeline",
        "event",
        list(columns),
        sqlite_where=sa.text("redirect_to IS NULL AND dropped IS NULL AND hidden = 0"),
        postgresql_where=sa.text("redirect_to IS NULL AND dropped IS NULL AND NOT hidden"),
    )
