"""What is written to single actions: what an update changed, when it was reported, how a date moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from bot.changes import Change
from bot.conversation import UpdateId
from bot.errors import ActionChanged, NotFound
from bot.fields import REPORTED_AT
from bot.partnership import PersonId
from bot.plan import ActionId
from bot.stored import stored_timescale
from bot.timescale import Timescale
from storage.action_fields import new_value
from storage.plan_writes import OF_PLAN
from storage.repositories.past import note_changes
from storage.tables.plans import ActionRow, MoveRow


class ActionChanges:
    """The part of `bot.ports.Plans` that changes single actions."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    def apply(self, changes: Sequence[Change], at: datetime) -> None:
        if not changes:
            return
        row = self._session.scalars(
            select(ActionRow)
            .where(ActionRow.id == changes[0].action_id)
            .execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            raise NotFound("action")
        for change in changes:
            if (change.action_id, change.version) != (row.id, row.version):
                raise ActionChanged(row.ref)
            setattr(row, change.field, new_value(change))
        note_changes(self._session, row, at, [(one.field, one.was, one.now) for one in changes])
        row.changed_at = at
        ref = row.ref
        try:
            self._session.flush()
        except StaleDataError as stale:
            raise ActionChanged(ref) from stale

    def reported(self, action_id: ActionId, at: datetime | None) -> None:
        row = self._session.scalars(select(ActionRow).where(ActionRow.id == action_id)).one_or_none()
        if row is None:
            return
        was, now = (None if one is None else one.isoformat() for one in (row.reported_at, at))
        note_changes(self._session, row, self._now, [(REPORTED_AT, was, now)])
        self._session.execute(  # in SQL, since an action's version counts what was decided of it
            update(ActionRow)
            .where(ActionRow.id == action_id)
            .values(reported_at=at)
            .execution_options(synchronize_session=False, **{OF_PLAN: row.plan_id})
        )

    def moved(
        self,
        action_id: ActionId,
        was: Timescale | None,
        now: Timescale,
        reason: str | None,
        on: date,
        by: PersonId | None,
        update_id: UpdateId | None,
    ) -> None:
        self._session.add(
            MoveRow(
                action_id=action_id,
                update_id=update_id,
                was=was,
                now=now,
                reason=reason,
                moved_on=on,
                moved_by=by,
                at=self._now,
            )
        )
        self._session.flush()

    def unmoved(self, update_id: UpdateId) -> None:
        standing = (MoveRow.update_id == update_id, MoveRow.taken_back_at.is_(None))
        for row in self._session.scalars(select(MoveRow).where(*standing)):
            row.taken_back_at = self._now
        self._session.flush()

    def correct_first_date(self, action_id: ActionId, now: Timescale) -> None:
        row = self._session.scalars(
            select(ActionRow).where(ActionRow.id == action_id).execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            raise NotFound("action")
        noted = [("baseline_due", stored_timescale(row.baseline_due), stored_timescale(now))]
        if row.approved_due is None or row.approved_due.same_time(row.baseline_due):
            noted.append(("approved_due", stored_timescale(row.approved_due), stored_timescale(now)))
            row.approved_due = now
        row.baseline_due = now
        note_changes(self._session, row, self._now, noted)
        self._session.flush()
