"""Events of the platform: kept before they are acknowledged, handled once, their words gone when done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Engine,
    ScalarSelect,
    and_,
    bindparam,
    case,
    func,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session, aliased

from bot.delivery import MOST_FAILURES, InboxEvent, InboxId
from bot.errors import AlreadySettled
from storage.arrivals import Arrivals
from storage.database_clock import database_now
from storage.engine import ARRIVAL_WAIT, reading
from storage.sessions import of_no_workspace
from storage.tables.deliveries import InboxRow, InboxState
from storage.writing import update_if


def to_value(row: InboxRow) -> InboxEvent:
    """The event a row tells of."""
    return InboxEvent(InboxId(row.id), row.team, row.key, row.body, row.attempts)


class HandledEvents:
    """`bot.ports.Handled` on SQL: an event is done in the transaction of its effect, and only once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def done(self, inbox_id: InboxId) -> None:
        """Close the event and empty it. Raises `AlreadySettled`, so that no effect happens twice."""
        is_open = (InboxRow.id == inbox_id, InboxRow.state != InboxState.DONE)
        if not update_if(self._session, InboxRow, *is_open, state=InboxState.DONE, body="", lease_until=None):
            raise AlreadySettled(InboxState.DONE.value)


class SqlInbox:
    """`bot.ports.Inbox` on SQL; each call is its own short transaction."""

    def __init__(self, engine: Engine, arrivals: Arrivals) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._arrivals = arrivals
        self._is_busy = False

    def keep(self, team: str, key: str, body: str, at: datetime, author: str = "", sent_ts: str = "") -> bool:
        """Keep an event. The platform waits for our word, so another writer is given less than it waits."""
        row = {
            "team": team,
            "key": key,
            "author": author,
            "sent_ts": sent_ts,
            "body": body,
            "kept_at": at,
            "state": InboxState.PENDING,
            "attempts": 0,
        }
        return self._arrivals.keep(row, ARRIVAL_WAIT)

    def claim(self, worker: str, lease: timedelta) -> InboxEvent | None:
        self._arrivals.let_pass()
        if not (self._is_busy or self._is_anything_open()):
            return None  # an idle worker must not take turns with writers for the database's one write lock
        with of_no_workspace(self._engine) as session:
            now = database_now(session)
            held = {"now": now, "worker": worker, "until": now + lease}
            row = session.scalars(_CLAIM, held).one_or_none()
            self._is_busy = row is not None
            return None if row is None else to_value(row)

    def _is_anything_open(self) -> bool:
        with of_no_workspace(self._reading) as session:
            is_open = InboxRow.state.in_((InboxState.PENDING, InboxState.CLAIMED))
            return session.scalars(select(InboxRow.id).where(is_open).limit(1)).first() is not None

    def failed(self, inbox_id: InboxId, error_class: str, pause: timedelta = timedelta()) -> bool:
        with of_no_workspace(self._engine) as session:
            until = database_now(session) + pause
            state = session.scalars(
                update(InboxRow)
                .where(InboxRow.id == inbox_id, InboxRow.state == InboxState.CLAIMED)
                .values(
                    state=case(
                        (InboxRow.attempts >= MOST_FAILURES, InboxState.FAILED), else_=InboxState.CLAIMED
                    ),
                    error_class=error_class,
                    lease_until=until,  # held by nobody, and free again when that is over
                )
                .returning(InboxRow.state)
                .execution_options(synchronize_session=False)
            ).one_or_none()
            return state is InboxState.FAILED

    def forget(self, kept_before: datetime) -> int:
        with of_no_workspace(self._engine) as session:
            forgotten = session.scalars(
                update(InboxRow)
                .where(
                    InboxRow.state == InboxState.FAILED, InboxRow.kept_at < kept_before, InboxRow.body != ""
                )
                .values(body="")
                .returning(InboxRow.id)
                .execution_options(synchronize_session=False)
            )
            return len(forgotten.all())

    def done(self, inbox_id: InboxId) -> None:
        with of_no_workspace(self._engine) as session:
            HandledEvents(session).done(inbox_id)


def _next_of(is_free: Callable[[type[InboxRow]], ColumnElement[bool]]) -> ScalarSelect[int]:
    """The earliest event that is free in this way and whose author has no earlier one open, locked against
    other workers. Two messages that somebody sends in one breath may arrive in either order, or fail."""
    event, earlier = aliased(InboxRow), aliased(InboxRow)
    has_an_earlier_one = (
        select(earlier.id)
        .where(
            earlier.team == event.team,
            earlier.author == event.author,
            earlier.author != "",
            earlier.state.in_((InboxState.PENDING, InboxState.CLAIMED)),
            tuple_(earlier.sent_ts, earlier.id) < tuple_(event.sent_ts, event.id),
        )
        .correlate(event)
        .exists()
    )
    return (
        select(event.id)
        .where(is_free(event), ~has_an_earlier_one)
        .order_by(event.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )


def _next_waiting(now: BindParameter[datetime]) -> ColumnElement[int]:
    """What somebody let go of, else the earliest that nobody has held yet. Asked for one after the other,
    each is found at the beginning of its own stretch of an index, however many wait; asked for together, all
    that wait would be looked at and sorted for each."""

    def was_let_go(event: type[InboxRow]) -> ColumnElement[bool]:
        return and_(event.state == InboxState.CLAIMED, event.lease_until <= now)

    def is_new(event: type[InboxRow]) -> ColumnElement[bool]:
        return event.state == InboxState.PENDING

    return func.coalesce(_next_of(was_let_go), _next_of(is_new))


_CLAIM = (
    update(InboxRow)
    .where(InboxRow.id == _next_waiting(bindparam("now")))
    .values(
        state=InboxState.CLAIMED,
        attempts=InboxRow.attempts + 1,
        claimed_by=bindparam("worker"),
        lease_until=bindparam("until"),
    )
    .returning(InboxRow)
    .execution_options(synchronize_session=False)
)
"""Put together once: that takes longer than to carry it out."""
