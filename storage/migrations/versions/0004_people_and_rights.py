"""Absences, deputies, hand-overs, snoozes, and what the law asks of a record of people."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create it."""


def downgrade() -> None:
    """Take it away again."""
