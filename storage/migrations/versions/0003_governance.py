"""Boards and their papers, extensions, decisions, help asked for, and digests as dated records."""

from __future__ import annotations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create it."""


def downgrade() -> None:
    """Take it away again."""
