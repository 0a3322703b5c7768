"""Deliveries as a unit of work plans them, in the transaction of what they tell of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bot.card import Card
from bot.delivery import Delivery, DeliveryId, DeliveryKind, DeliveryState, Owed
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PartnershipId, WorkspaceId
from storage.encoding import decode, encode
from storage.sessions import READS_ONLY
from storage.tables.deliveries import CalendarJobRow, DeliveryRow
from storage.writing import insert_if_new, update_if


def to_value(row: DeliveryRow) -> Delivery:
    """The delivery a row tells of."""
    return Delivery(
        id=DeliveryId(row.id),
        workspace_id=WorkspaceId(row.workspace_id),
        owed=Owed(
            channel=row.channel,
            kind=row.kind,
            period_key=row.period_key,
            due_at=row.due_at,
            subject=row.subject,
            partnership_id=None if row.partnership_id is None else PartnershipId(row.partnership_id),
            part=row.part,
            thread_ts=row.thread_ts,
            edits_ts=row.edits_ts,
            body=None if row.body is None else decode(Card, row.body),
            late_after=row.late_after,
        ),
        state=row.state,
        attempt=row.attempt,
        posted_ts=row.posted_ts,
        reason=row.reason,
        reposts=row.reposts,
        sweeps=row.sweeps,
        postmark=row.postmark,
    )


_RECENT = (
    select(DeliveryRow)
    .where(DeliveryRow.kind == bindparam("of_kind"), DeliveryRow.due_at >= bindparam("since"))
    .order_by(DeliveryRow.due_at, DeliveryRow.part, DeliveryRow.id)
    .execution_options(populate_existing=True)
)

_WAITING = select(DeliveryRow.channel, DeliveryRow.kind, DeliveryRow.period_key, DeliveryRow.part).where(
    DeliveryRow.state == DeliveryState.PENDING, DeliveryRow.kind == bindparam("of_kind")
)


class OwingRepository:
    """`bot.ports.Owing` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._noted: dict[tuple[object, ...], Owed] = {}
        self._waiting: dict[DeliveryKind, frozenset[tuple[object, ...]] | None] = {}

    @property
    def noted(self) -> tuple[Owed, ...]:
        return tuple(self._noted.values())

    def owe(self, owed: Owed) -> bool:
        if self._session.info[READS_ONLY]:
            return self._note(owed)
        return insert_if_new(
            self._session,
            DeliveryRow,
            partnership_id=owed.partnership_id,
            channel=owed.channel,
            kind=owed.kind,
            period_key=owed.period_key,
            part=owed.part,
            due_at=owed.due_at,
            not_before=owed.due_at,
            late_after=owed.late_after,
            subject=encode(owed.subject),
            thread_ts=owed.thread_ts,
            edits_ts=owed.edits_ts,
            body=None if owed.body is None else encode(owed.body),
            state=DeliveryState.PENDING,
            attempt=0,
        )

    def _note(self, owed: Owed) -> bool:
        key = (owed.channel, owed.kind, owed.period_key, owed.part)
        if key in self._noted or self._is_waiting(key, owed.kind) or self.find(*key) is not None:
            return False
        self._noted[key] = owed
        return True

    def _is_waiting(self, key: tuple[object, ...], kind: DeliveryKind) -> bool:
        """Whether it is owed and not posted yet. Who notes several of a kind is likely to meet them all at
        every look until they are posted, so from the second on they are asked for together."""
        if kind not in self._waiting:
            self._waiting[kind] = None
            return False
        waiting = self._waiting[kind]
        if waiting is None:
            rows = self._session.execute(_WAITING, {"of_kind": kind})
            waiting = self._waiting[kind] = frozenset(map(tuple, rows))
        return key in waiting

    def freeze(self, delivery_id: DeliveryId, attempt: int, body: Card) -> None:
        """Fix the body. Raises `NotFound` when another attempt has taken the delivery over."""
        self._write(delivery_id, attempt, body=encode(body))

    def skip(self, delivery_id: DeliveryId, attempt: int, reason: str) -> None:
        """Say why it need not be posted. Raises `NotFound` when another attempt has taken it over."""
        self._write(delivery_id, attempt, state=DeliveryState.SKIPPED, reason=reason)

    def put_off(self, delivery_id: DeliveryId, attempt: int, until: datetime, reason: str) -> None:
        """Let it wait. Raises `NotFound` when another attempt has taken it over."""
        self._write(delivery_id, attempt, state=DeliveryState.PENDING, not_before=until, reason=reason)

    def find(self, channel: str, kind: str, period_key: str, part: int = 0) -> Delivery | None:
        row = self._session.scalars(
            select(DeliveryRow)
            .where(
                DeliveryRow.channel == channel,
                DeliveryRow.kind == DeliveryKind(kind),
                DeliveryRow.period_key == period_key,
                DeliveryRow.part == part,
            )
            .execution_options(populate_existing=True)
        ).one_or_none()
        return None if row is None else to_value(row)

    def get(self, delivery_id: DeliveryId) -> Delivery:
        row = self._session.scalars(
            select(DeliveryRow).where(DeliveryRow.id == delivery_id).execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            raise NotFound("the message this button was for")
        return to_value(row)

    def found(self, delivery_id: DeliveryId) -> None:
        self._decide(delivery_id, state=DeliveryState.POSTED, reason=None)

    def post_again(self, delivery_id: DeliveryId, at: datetime) -> None:
        self._decide(
            delivery_id,
            state=DeliveryState.PENDING,
            not_before=at,
            late_after=None,
            reposts=DeliveryRow.reposts + 1,
            reason=None,
        )

    def _decide(self, delivery_id: DeliveryId, **values: object) -> None:
        is_unknown = (DeliveryRow.id == delivery_id, DeliveryRow.state == DeliveryState.UNKNOWN)
        if not update_if(self._session, DeliveryRow, *is_unknown, **values):
            raise AlreadySettled(self.get(delivery_id).state.value)

    def recent(self, kind: str, since: datetime) -> tuple[Delivery, ...]:
        rows = self._session.scalars(_RECENT, {"of_kind": DeliveryKind(kind), "since": since})
        return tuple(map(to_value, rows))

    def asked_before(self, delivery: Delivery, kinds: Sequence[DeliveryKind]) -> datetime | None:
        return self._session.scalar(
            select(func.max(DeliveryRow.due_at)).where(
                DeliveryRow.channel == delivery.owed.channel,
                DeliveryRow.kind.in_(kinds),
                DeliveryRow.state == DeliveryState.POSTED,
                DeliveryRow.due_at < delivery.owed.due_at,
            )
        )

    def planned_to(self, job: str) -> datetime | None:
        return self._session.scalars(
            select(CalendarJobRow.planned_to).where(CalendarJobRow.name == job)
        ).one_or_none()

    def set_planned_to(self, job: str, instant: datetime) -> None:
        if not insert_if_new(self._session, CalendarJobRow, name=job, planned_to=instant):
            update_if(self._session, CalendarJobRow, CalendarJobRow.name == job, planned_to=instant)

    def _write(self, delivery_id: DeliveryId, attempt: int, **values: object) -> None:
        is_held = (
            DeliveryRow.id == delivery_id,
            DeliveryRow.attempt == attempt,
            DeliveryRow.state == DeliveryState.POSTING,
        )
        if not update_if(self._session, DeliveryRow, *is_held, **values):
            raise NotFound(f"delivery {delivery_id}, attempt {attempt}")
