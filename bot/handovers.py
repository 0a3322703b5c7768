"""An action that passes from one lead to another: who, when, and by whose hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.partnership import PersonId
from bot.plan import ActionId


@dataclass(frozen=True, slots=True)
class HandOver:
    """One action, from its lead until then to the next. What was said before stays as it was."""

    action_id: ActionId
    from_id: PersonId
    to_id: PersonId
    by: PersonId
    at: datetime
