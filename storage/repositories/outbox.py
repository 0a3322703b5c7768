"""The delivery table as its worker sees it: claim, then send, then say how it went.

A claim is one statement, so two workers never hold one delivery; every later word about it is fenced by
its attempt, so a worker whose lease has run out cannot speak for the one that took over.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, ScalarSelect, and_, case, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.delivery import TOO_LATE, Delivery, DeliveryId, DeliveryState
from storage.database_clock import database_now
from storage.engine import reading
from storage.repositories.owing import to_value
from storage.sessions import of_no_workspace
from storage.tables.deliveries import DeliveryRow
from storage.writing import update_if

_UNCERTAIN = (DeliveryState.POSTING, DeliveryState.UNKNOWN)


class SqlOutbox:
    """`bot.ports.Outbox` on SQL; each call is its own short transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, worker: str, now: datetime, lease: timedelta) -> Delivery | None:
        if not self._is_anything_due(now):
            return None  # an idle worker must not take turns with writers for the database's one write lock
        with of_no_workspace(self._engine) as session:
            _skip_what_is_too_late(session, now)
            started = database_now(session)
            row = session.scalars(
                update(DeliveryRow)
                .where(DeliveryRow.id == _next_due(now))
                .values(
                    state=DeliveryState.POSTING,
                    attempt=DeliveryRow.attempt + 1,
                    claimed_by=worker,
                    claimed_at=started,
                    lease_until=started + lease,
                    thread_ts=case(
                        (DeliveryRow.part > 0, func.coalesce(_first_part_ts(), DeliveryRow.thread_ts)),
                        else_=DeliveryRow.thread_ts,
                    ),
                )
                .returning(DeliveryRow)
                .execution_options(synchronize_session=False)
            ).one_or_none()
            return None if row is None else to_value(row)

    def posted(self, delivery_id: DeliveryId, attempt: int, ts: str) -> bool:
        return self._write(delivery_id, attempt, state=DeliveryState.POSTED, posted_ts=ts, reason=None)

    def later(self, delivery_id: DeliveryId, attempt: int, not_before: datetime, reason: str) -> bool:
        return self._write(
            delivery_id, attempt, state=DeliveryState.PENDING, not_before=not_before, reason=reason
        )

    def failed(self, delivery_id: DeliveryId, attempt: int, reason: str) -> bool:
        return self._write(delivery_id, attempt, state=DeliveryState.FAILED, reason=reason)

    def _is_anything_due(self, now: datetime) -> bool:
        with of_no_workspace(reading(self._engine)) as session:
            due = select(DeliveryRow.id).where(
                DeliveryRow.state == DeliveryState.PENDING, DeliveryRow.not_before <= now
            )
            return session.scalars(due.limit(1)).first() is not None

    def abandoned(self, settle: timedelta) -> tuple[Delivery, ...]:
        with of_no_workspace(reading(self._engine)) as session:
            rows = session.scalars(
                select(DeliveryRow)
                .where(
                    DeliveryRow.state == DeliveryState.POSTING,
                    DeliveryRow.lease_until <= database_now(session) - settle,
                )
                .order_by(DeliveryRow.lease_until, DeliveryRow.id)
            )
            return tuple(map(to_value, rows))

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        return self._write(delivery_id, attempt, _UNCERTAIN, state=state, posted_ts=ts)

    def _write(
        self,
        delivery_id: DeliveryId,
        attempt: int,
        only_from: tuple[DeliveryState, ...] = (DeliveryState.POSTING,),
        **values: object,
    ) -> bool:
        with of_no_workspace(self._engine) as session:
            return update_if(
                session,
                DeliveryRow,
                DeliveryRow.id == delivery_id,
                DeliveryRow.attempt == attempt,
                DeliveryRow.state.in_(only_from),
                **values,
            )


def _skip_what_is_too_late(session: Session, now: datetime) -> None:
    session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.state == DeliveryState.PENDING, DeliveryRow.late_after < now)
        .values(state=DeliveryState.SKIPPED, reason=TOO_LATE)
        .execution_options(synchronize_session=False)
    )


def _next_due(now: datetime) -> ScalarSelect[int]:
    """The earliest pending delivery whose part before it, if any, is posted; locked against other workers."""
    due, before = aliased(DeliveryRow), aliased(DeliveryRow)
    part_before_is_posted = (
        select(before.id)
        .where(
            before.workspace_id == due.workspace_id,
            before.channel == due.channel,
            before.kind == due.kind,
            before.period_key == due.period_key,
            before.part == due.part - 1,
            before.state == DeliveryState.POSTED,
        )
        .exists()
    )
    return (
        select(due.id)
        .where(
            and_(due.state == DeliveryState.PENDING, due.not_before <= now),
            or_(due.part == 0, part_before_is_posted),
        )
        .order_by(due.due_at, due.part, due.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )


def _first_part_ts() -> ScalarSelect[str | None]:
    first = aliased(DeliveryRow)
    return (
        select(first.posted_ts)
        .where(
            first.workspace_id == DeliveryRow.workspace_id,
            first.channel == DeliveryRow.channel,
            first.kind == DeliveryRow.kind,
            first.period_key == DeliveryRow.period_key,
            first.part == 0,
        )
        .correlate(DeliveryRow)
        .scalar_subquery()
    )
