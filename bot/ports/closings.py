"""How plans are closed: what is to become of their open actions, until a chair confirms it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.closing import ActionEnd, Closing, ClosingId, ClosingState
from bot.conversation import UpdateId
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId


class Closings(Protocol):
    """The closings of one workspace."""

    def begin(self, plan_id: PlanId, by: PersonId, at: datetime) -> Closing:
        """The closing that is under way, else a new draft."""
        ...

    def get(self, closing_id: ClosingId) -> Closing: ...
    def latest(self, plan_id: PlanId) -> Closing | None:
        """The last closing of a plan, whatever became of it."""
        ...

    def give(self, closing_id: ClosingId, end: ActionEnd) -> Closing:
        """Say what becomes of one action, again if need be: what was put to the chairs is a draft again.
        Raises `AlreadySettled`."""
        ...

    def put_to_chairs(self, closing_id: ClosingId) -> Closing:
        """Ask for confirmation. Raises `AlreadySettled`."""
        ...

    def settle(self, closing_id: ClosingId, state: ClosingState, by: PersonId, at: datetime) -> Closing:
        """Confirm or drop what is under way, or note that a confirmed one was taken back. Raises
        `AlreadySettled` to whoever comes second."""
        ...

    def written(self, closing_id: ClosingId, action_id: ActionId, update_id: UpdateId) -> None:
        """Note which update wrote an action's end."""
        ...
