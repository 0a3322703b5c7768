"""The delivery table as its worker sees it: claim, then send, then say how it went.

A claim is one statement, so two workers never hold one delivery; every later word about it is fenced by
its attempt, so a worker whose lease has run out cannot speak for the one that took over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Engine, ScalarSelect, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from bot.delivery import Delivery, DeliveryId, DeliveryState
from storage.arrivals import Arrivals
from storage.database_clock import database_now
from storage.engine import reading
from storage.repositories.due import (
    is_abandoned,
    is_anything_due,
    leave_out,
    next_abandoned,
    next_due,
    thread_of_its_parts,
)
from storage.repositories.owing import to_value
from storage.sessions import of_no_workspace
from storage.tables.deliveries import DeliveryRow
from storage.writing import update_if

SWEEP_WITHIN = timedelta(days=1)
"""How long after it was due a look for copies is still worth making."""


class SqlOutbox:
    """`bot.ports.Outbox` on SQL; each call is its own short transaction."""

    def __init__(self, engine: Engine, arrivals: Arrivals) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._arrivals = arrivals
        self._is_busy = False

    def claim(self, worker: str, now: datetime, lease: timedelta) -> Delivery | None:
        self._arrivals.let_pass()
        if self._is_busy:
            found = self._claim(worker, now, lease)
            if found is not None:
                return found
        if not self._is_anything_due(now):
            self._is_busy = False
            return None  # an idle worker must not take turns with writers for the database's one write lock
        found = self._claim(worker, now, lease, is_to_leave_out=True)
        self._is_busy = found is not None
        return found

    def _claim(
        self, worker: str, now: datetime, lease: timedelta, *, is_to_leave_out: bool = False
    ) -> Delivery | None:
        """The next delivery. What will never be posted is left out when the queue is looked at anew: while
        one follows the other that can wait."""
        with of_no_workspace(self._engine) as session:
            if is_to_leave_out:
                leave_out(session, now)
            return _hold(session, _CLAIM, {"now": now}, worker, lease)

    def posted(self, delivery_id: DeliveryId, attempt: int, ts: str) -> bool:
        return self._end(delivery_id, attempt, DeliveryState.POSTING, DeliveryState.POSTED, ts)

    def later(self, delivery_id: DeliveryId, attempt: int, not_before: datetime, reason: str) -> bool:
        again = {"state": DeliveryState.PENDING, "not_before": not_before, "reason": reason}
        return self._write(delivery_id, attempt, DeliveryState.POSTING, **again)

    def failed(self, delivery_id: DeliveryId, attempt: int, reason: str) -> bool:
        ended = {"state": DeliveryState.FAILED, "reason": reason}
        return self._write(delivery_id, attempt, DeliveryState.POSTING, **ended)

    def take_over(self, worker: str, settle: timedelta, lease: timedelta) -> Delivery | None:
        with of_no_workspace(self._reading) as session:
            is_left = is_abandoned(DeliveryRow, database_now(session), settle)
            if session.scalars(select(DeliveryRow.id).where(is_left).limit(1)).first() is None:
                return None
        with of_no_workspace(self._engine) as session:
            abandoned = next_abandoned(database_now(session), settle)
            return _hold(session, _holding(abandoned, DeliveryState.CHECKING), {}, worker, lease)

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        return self._end(delivery_id, attempt, DeliveryState.CHECKING, state, ts)

    def repost(self, delivery_id: DeliveryId, attempt: int, not_before: datetime) -> bool:
        again = {"state": DeliveryState.PENDING, "not_before": not_before, "reason": "not found"}
        counted = DeliveryRow.reposts + 1
        return self._write(delivery_id, attempt, DeliveryState.CHECKING, **again, reposts=counted)

    def to_sweep(self, waits: Sequence[timedelta]) -> tuple[Delivery, ...]:
        with of_no_workspace(self._reading) as session:
            now = database_now(session)
            is_due = or_(
                *(
                    and_(
                        DeliveryRow.sweeps <= number,  # also where an earlier look was missed
                        DeliveryRow.posted_at <= now - wait,
                        DeliveryRow.posted_at > now - wait - SWEEP_WITHIN,
                    )
                    for number, wait in enumerate(waits)
                )
            )
            was_repeated = (DeliveryRow.state == DeliveryState.POSTED, DeliveryRow.reposts > 0)
            rows = session.scalars(select(DeliveryRow).where(*was_repeated, is_due).order_by(DeliveryRow.id))
            return tuple(map(to_value, rows))

    def swept(self, delivery_id: DeliveryId, sweeps: int) -> bool:
        with of_no_workspace(self._engine) as session:
            as_seen = (DeliveryRow.id == delivery_id, DeliveryRow.sweeps == sweeps)
            return update_if(session, DeliveryRow, *as_seen, sweeps=sweeps + 1)

    def _end(
        self, delivery_id: DeliveryId, attempt: int, held: DeliveryState, state: DeliveryState, ts: str | None
    ) -> bool:
        with of_no_workspace(self._engine) as session:
            at = database_now(session) if state is DeliveryState.POSTED else None
            ended = {"state": state, "posted_ts": ts, "posted_at": at, "reason": None}
            return update_if(session, DeliveryRow, *_is_held(delivery_id, attempt, held), **ended)

    def _write(self, delivery_id: DeliveryId, attempt: int, held: DeliveryState, **values: object) -> bool:
        with of_no_workspace(self._engine) as session:
            return update_if(session, DeliveryRow, *_is_held(delivery_id, attempt, held), **values)

    def _is_anything_due(self, now: datetime) -> bool:
        with of_no_workspace(self._reading) as session:
            return bool(session.scalar(_IS_ANYTHING_DUE, {"now": now}))


def _is_held(delivery_id: DeliveryId, attempt: int, held: DeliveryState) -> tuple[ColumnElement[bool], ...]:
    """The fence: nobody else has taken the delivery over since this attempt began."""
    return (DeliveryRow.id == delivery_id, DeliveryRow.attempt == attempt, DeliveryRow.state == held)


def _hold(
    session: Session,
    holding: ReturningUpdate[DeliveryRow],
    given: dict[str, object],
    worker: str,
    lease: timedelta,
) -> Delivery | None:
    """Take one delivery, if there is one, in an attempt of its own, leased by the database's clock."""
    started = database_now(session)
    held = {**given, "worker": worker, "started": started, "until": started + lease}
    row = session.scalars(holding, held).one_or_none()
    return None if row is None else to_value(row)


def _holding(which: ScalarSelect[int], state: DeliveryState) -> ReturningUpdate[DeliveryRow]:
    return (
        update(DeliveryRow)
        .where(DeliveryRow.id == which)
        .values(
            state=state,
            attempt=DeliveryRow.attempt + 1,
            claimed_by=bindparam("worker"),
            claimed_at=bindparam("started"),
            lease_until=bindparam("until"),
            thread_ts=thread_of_its_parts(),
        )
        .returning(DeliveryRow)
        .execution_options(synchronize_session=False)
    )


_CLAIM = _holding(next_due(), DeliveryState.POSTING)
_IS_ANYTHING_DUE = select(is_anything_due())
