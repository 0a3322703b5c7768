"""Which delivery may be claimed next, and which never will be: the conditions of the outbox in SQL."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Update,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session, aliased

from bot.delivery import TOO_LATE, DeliveryState
from storage.tables.deliveries import DeliveryRow

WITHOUT_ITS_BEGINNING = "the part before it is not there"
"""Why a later part of a message is left out when an earlier one failed or was left out."""

_NEVER = (DeliveryState.FAILED, DeliveryState.SKIPPED)


NOW: BindParameter[datetime] = bindparam("now")
"""The instant at which what is due is asked for; the statements are put together once, since that takes
longer than to carry them out."""


def is_anything_due() -> ColumnElement[bool]:
    """Whether a claim would find something to post or to leave out."""
    row = aliased(DeliveryRow)
    ended = or_(_before_it(row, DeliveryState.POSTED), _before_it(row, *_NEVER))
    return (
        select(row.id)
        .where(_is_pending(row), or_(row.part == 0, row.late_after < NOW, ended))
        .limit(1)
        .exists()
    )


def next_due() -> ScalarSelect[int]:
    """The earliest pending delivery whose part before it, if any, is posted; locked against other workers."""
    row = aliased(DeliveryRow)
    return (
        select(row.id)
        .where(_is_pending(row), or_(row.part == 0, _before_it(row, DeliveryState.POSTED)))
        .order_by(row.due_at, row.part, row.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )


def next_abandoned(now: datetime, settle: timedelta) -> ScalarSelect[int]:
    """The delivery that has been left in doubt longest; locked against other workers."""
    row = aliased(DeliveryRow)
    return (
        select(row.id)
        .where(is_abandoned(row, now, settle))
        .order_by(row.lease_until, row.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )


def is_abandoned(row: Any, now: datetime, settle: timedelta) -> ColumnElement[bool]:
    """Whether a delivery's posting, or the looking for it, was begun and never ended."""
    begun = row.state.in_((DeliveryState.POSTING, DeliveryState.CHECKING))
    return and_(begun, row.lease_until <= now - settle)


def leave_out(session: Session, now: datetime) -> None:
    """Skip what came too late, and the later parts of what will never have its beginning."""
    for statement in _leavings():
        session.execute(statement, {"now": now})


@cache
def _leavings() -> tuple[Update, ...]:
    return tuple(
        update(DeliveryRow)
        .where(DeliveryRow.state == DeliveryState.PENDING, condition)
        .values(state=DeliveryState.SKIPPED, reason=reason)
        .execution_options(synchronize_session=False)
        for condition, reason in (
            (DeliveryRow.late_after < NOW, TOO_LATE),
            (and_(DeliveryRow.part > 0, _before_it(DeliveryRow, *_NEVER)), WITHOUT_ITS_BEGINNING),
        )
    )


def thread_of_its_parts() -> ColumnElement[str | None]:
    """The thread a delivery goes into: its own, else, for a later part, that of the first part."""
    first = aliased(DeliveryRow)
    begun = (
        select(first.posted_ts)
        .where(*_same_message(first, DeliveryRow), first.part == 0, DeliveryRow.part > 0)
        .correlate(DeliveryRow)
        .scalar_subquery()
    )
    return func.coalesce(DeliveryRow.thread_ts, begun)


def _is_pending(row: Any) -> ColumnElement[bool]:
    return and_(row.state == DeliveryState.PENDING, row.not_before <= NOW)


def _before_it(row: Any, *states: DeliveryState) -> ColumnElement[bool]:
    before = aliased(DeliveryRow)
    return (
        select(before.id)
        .where(*_same_message(before, row), before.part == row.part - 1, before.state.in_(states))
        .correlate(row)
        .exists()
    )


def _same_message(one: Any, other: Any) -> tuple[ColumnElement[bool], ...]:
    return (
        one.workspace_id == other.workspace_id,
        one.channel == other.channel,
        one.kind == other.kind,
        one.period_key == other.period_key,
    )
