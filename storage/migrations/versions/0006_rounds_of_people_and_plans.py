"""What snoozes, closed plans and outcomes recorded afterwards need to remember."""

from __future__ import annotations

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet: each capability adds its own columns here."""


def downgrade() -> None:
    """Take it away again."""
