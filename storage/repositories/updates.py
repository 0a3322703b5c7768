"""Progress updates: what was said of one action, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from bot.conversation import (
    OWN_WORD,
    FieldChange,
    MessageId,
    ProgressUpdate,
    Route,
    Source,
    UpdateId,
    UpdateState,
)
from bot.errors import AlreadySettled, NotFound
from bot.language.reading import ReadUpdate
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId
from storage.encoding import decode, encode
from storage.tables.conversations import UpdateRow
from storage.writing import update_if

COMES_FROM: dict[UpdateState, UpdateState | None] = {
    UpdateState.PROPOSED: None,
    UpdateState.CONFIRMED: UpdateState.PROPOSED,
    UpdateState.CANCELLED: UpdateState.PROPOSED,
    UpdateState.EXPIRED: UpdateState.PROPOSED,
    UpdateState.UNDONE: UpdateState.CONFIRMED,
}
"""The one state each state is reached from."""


def to_value(row: UpdateRow) -> ProgressUpdate:
    """The update a row tells of."""
    return ProgressUpdate(
        id=UpdateId(row.id),
        message_id=None if row.message_id is None else MessageId(row.message_id),
        person_id=PersonId(row.person_id),
        plan_id=None if row.plan_id is None else PlanId(row.plan_id),
        action_id=None if row.action_id is None else ActionId(row.action_id),
        reading=decode(ReadUpdate, row.reading),
        words=row.words,
        state=row.state,
        route=row.route,
        made_at=row.made_at,
        candidates=tuple(ActionId(candidate) for candidate in row.candidates),
        settled_at=row.settled_at,
        settled_by=None if row.settled_by is None else PersonId(row.settled_by),
        changed=tuple(decode(FieldChange, change) for change in row.changed),
        source=Source(
            on_behalf_of=None if row.on_behalf_of is None else PersonId(row.on_behalf_of),
            entered_by=None if row.entered_by is None else PersonId(row.entered_by),
            by=row.heard_by,
            on=row.heard_on,
        ),
    )


def _of(person_id: PersonId | BindParameter[PersonId]) -> ColumnElement[bool]:
    """Whose it is to confirm, edit or take back: whoever entered it, else whoever said it."""
    said = and_(UpdateRow.person_id == person_id, UpdateRow.entered_by.is_(None))
    return or_(UpdateRow.entered_by == person_id, said)


_LATEST_FIRST = (UpdateRow.made_at.desc(), UpdateRow.id.desc())
_BY = _of(bindparam("person"))
_OPEN = select(UpdateRow).where(_BY, UpdateRow.state == UpdateState.PROPOSED).order_by(*_LATEST_FIRST)
_NEWEST = (
    select(UpdateRow)
    .where(_BY, UpdateRow.state == UpdateState.CONFIRMED)
    .order_by(*_LATEST_FIRST)
    .limit(1)
    .execution_options(populate_existing=True)
)
"""Put together once: that takes longer than to carry it out."""


class UpdatesRepository:
    """`bot.ports.Updates` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[tuple[str, PersonId], tuple[ProgressUpdate, ...]] = {}
        """Whose updates have been read, until this unit of work writes one."""

    def add(
        self,
        *,
        message_id: MessageId | None,
        person_id: PersonId,
        plan_id: PlanId | None,
        action_id: ActionId | None,
        candidates: Sequence[ActionId],
        reading: ReadUpdate,
        words: str,
        state: UpdateState,
        route: Route,
        at: datetime,
        source: Source = OWN_WORD,
    ) -> UpdateId:
        """Keep an update; one that is added already settled was settled by its own author."""
        self._read.clear()
        is_open = state is UpdateState.PROPOSED
        row = UpdateRow(
            message_id=message_id,
            person_id=person_id,
            plan_id=plan_id,
            action_id=action_id,
            candidates=list(candidates),
            reading=encode(reading),
            words=words,
            state=state,
            route=route,
            made_at=at,
            settled_at=None if is_open else at,
            settled_by=None if is_open else person_id,
            changed=[],
            on_behalf_of=source.on_behalf_of,
            entered_by=source.entered_by,
            heard_by=source.by,
            heard_on=source.on,
        )
        self._session.add(row)
        self._session.flush()
        return UpdateId(row.id)

    def get(self, update_id: UpdateId) -> ProgressUpdate:
        found = self._values(select(UpdateRow).where(UpdateRow.id == update_id))
        if not found:
            raise NotFound("update")
        return found[0]

    def of_message(self, message_id: MessageId) -> tuple[ProgressUpdate, ...]:
        return self._values(
            select(UpdateRow).where(UpdateRow.message_id == message_id).order_by(UpdateRow.id)
        )

    def revise(
        self, update_id: UpdateId, reading: ReadUpdate, plan_id: PlanId | None, action_id: ActionId | None
    ) -> None:
        """Replace what was understood. Raises `AlreadySettled` when nothing is open any more."""
        values: dict[str, object] = {"reading": encode(reading), "words": reading.words}
        self._write(update_id, UpdateState.PROPOSED, **values, plan_id=plan_id, action_id=action_id)

    def settle(
        self,
        update_id: UpdateId,
        state: UpdateState,
        at: datetime,
        by: PersonId,
        changed: Sequence[FieldChange] = (),
    ) -> None:
        """End an update, or undo it; what confirming it changed stays known after an undo.

        Raises `AlreadySettled` to whoever comes second, however close.
        """
        values: dict[str, object] = {"state": state, "settled_at": at, "settled_by": by}
        if state is UpdateState.CONFIRMED:
            values["changed"] = [encode(change) for change in changed]
        self._write(update_id, COMES_FROM[state], **values)

    def open_for(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        if ("open", person_id) not in self._read:
            self._read["open", person_id] = self._values(_OPEN, {"person": person_id})
        return self._read["open", person_id]

    def latest_by(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        if ("latest", person_id) not in self._read:
            self._read["latest", person_id] = self._latest_by(person_id)
        return self._read["latest", person_id]

    def _latest_by(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        newest = self._session.scalars(_NEWEST, {"person": person_id}).one_or_none()
        confirmed = select(UpdateRow).where(_of(person_id), UpdateRow.state == UpdateState.CONFIRMED)
        if newest is None:
            return ()
        together = confirmed.where(UpdateRow.message_id.is_not_distinct_from(newest.message_id))
        if newest.message_id is None:  # a tap makes all its updates in one operation, at one instant
            together = together.where(UpdateRow.made_at == newest.made_at)
        return self._values(together.order_by(UpdateRow.id))

    def history(self, action_id: ActionId) -> tuple[ProgressUpdate, ...]:
        return self._values(
            select(UpdateRow)
            .where(UpdateRow.action_id == action_id)
            .order_by(UpdateRow.made_at, UpdateRow.id)
        )

    def unsettled_since(self, plan_id: PlanId, since: datetime) -> tuple[ProgressUpdate, ...]:
        return self._values(
            select(UpdateRow)
            .where(
                UpdateRow.plan_id == plan_id,
                UpdateRow.action_id.is_not(None),
                UpdateRow.state.in_((UpdateState.PROPOSED, UpdateState.EXPIRED)),
                UpdateRow.made_at >= since,
            )
            .order_by(UpdateRow.made_at, UpdateRow.id)
        )

    def unplaced_since(self, since: datetime) -> tuple[ProgressUpdate, ...]:
        return self._values(
            select(UpdateRow)
            .where(
                UpdateRow.action_id.is_(None),
                UpdateRow.state == UpdateState.PROPOSED,
                UpdateRow.made_at >= since,
            )
            .order_by(UpdateRow.made_at, UpdateRow.id)
        )

    def _write(self, update_id: UpdateId, only_from: UpdateState | None, **values: object) -> None:
        self._read.clear()
        stands_so = UpdateRow.state == only_from
        if not update_if(self._session, UpdateRow, UpdateRow.id == update_id, stands_so, **values):
            raise AlreadySettled(self.get(update_id).state.value)

    def _values(
        self, query: Select[UpdateRow], given: dict[str, object] | None = None
    ) -> tuple[ProgressUpdate, ...]:
        fresh = query.execution_options(populate_existing=True)
        return tuple(to_value(row) for row in self._session.scalars(fresh, given))
