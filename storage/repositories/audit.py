"""The audit trail: appended at the end of a unit of work, read only to verify it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Select, bindparam, select
from sqlalchemy.orm import Session

from bot.changes import AuditEvent, Refusal, Verb
from bot.errors import NotFound
from bot.partnership import PartnershipId, PersonId
from bot.plan import ActionId
from storage.audit_chain import Fault, Link, faults, keyed_hash, plain_values
from storage.engine import reading
from storage.plan_cache import ChainEnd
from storage.repositories.keys import key_of
from storage.sessions import of_no_workspace
from storage.tables.audit import AuditEventRow, AuditHeadRow
from storage.tables.people import PartnershipRow


class AuditRepository:
    """`bot.ports.Audit` on SQL.

    Events wait until everything else of the unit of work is written (`write`): the heads of chains are
    locked last and in one order, so that two units of work never wait for each other in a ring.
    """

    def __init__(self, session: Session, key: bytes) -> None:
        self._session = session
        self._key = key
        self._waiting: list[tuple[AuditEvent, datetime]] = []
        self.chained: dict[int, tuple[ChainEnd, ChainEnd]] = {}
        """The chains this unit of work has lengthened: the end of each as it was found and as it is."""

    def append(self, event: AuditEvent, at: datetime) -> None:
        self._waiting.append((event, at))

    def head(self, partnership_id: PartnershipId) -> str:
        """The hash of the last event, this unit of work's own included."""
        self.write()
        return self._head(partnership_id).hash

    def refusals(self, partnership_id: PartnershipId, since: datetime) -> tuple[Refusal, ...]:
        """Those on the chain, and those of this unit of work."""
        query = (
            select(AuditEventRow)
            .where(AuditEventRow.partnership_id == partnership_id)
            .where(AuditEventRow.verb.in_(_REFUSALS), AuditEventRow.at >= since)
            .order_by(AuditEventRow.seq)
        )
        written = [
            _refusal(row.at, row.actor_id, row.subject, row.details) for row in self._session.scalars(query)
        ]
        waiting = [
            _refusal(at, event.actor, event.subject, event.values)
            for event, at in self._waiting
            if event.partnership_id == partnership_id and event.verb in _REFUSALS
        ]
        return (*written, *waiting)

    def asked_now(
        self, partnership_id: PartnershipId, action_id: ActionId
    ) -> tuple[tuple[datetime, PersonId | None], ...]:
        query = (
            select(AuditEventRow)
            .where(AuditEventRow.partnership_id == partnership_id)
            .where(AuditEventRow.verb == Verb.UPDATE_ASKED_FOR)
            .where(AuditEventRow.subject == f"action:{action_id}")
            .order_by(AuditEventRow.seq)
        )
        return tuple(
            (row.at, None if row.actor_id is None else PersonId(row.actor_id))
            for row in self._session.scalars(query)
        )

    def write(self) -> None:
        """Chain every waiting event to its partnership's last."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._session.flush()
        for partnership_id in sorted({event.partnership_id for event, _ in waiting}):
            head = self._head(partnership_id, is_locked=True)
            found = self.chained.get(partnership_id, ((head.seq, head.hash),))[0]
            for event, at in waiting:
                if event.partnership_id == partnership_id:
                    row = self._row(event, at, head)
                    self._session.add(row)
                    head.seq, head.hash = row.seq, row.hash
            self.chained[partnership_id] = (found, (head.seq, head.hash))
        self._session.flush()

    def _row(self, event: AuditEvent, at: datetime, head: AuditHeadRow) -> AuditEventRow:
        link = Link(
            seq=head.seq + 1,
            at=at,
            actor=event.actor,
            verb=event.verb.value,
            subject=event.subject,
            details=plain_values(event.values),
            words_hmac=self._hashed(event),
            prev=head.hash,
        )
        return AuditEventRow(
            partnership_id=event.partnership_id,
            seq=link.seq,
            at=link.at,
            actor_id=link.actor,
            verb=event.verb,
            subject=link.subject,
            details=link.details,
            words_hmac=link.words_hmac,
            prev=link.prev,
            hash=link.digest(),
        )

    def _hashed(self, event: AuditEvent) -> str | None:
        """The words' hash under their person's own key, so that destroying it forgets them; nobody's words
        under the record's."""
        if event.words is None:
            return None
        person_id = event.words_of or event.actor
        key = self._key.hex() if person_id is None else key_of(self._session, person_id)
        return keyed_hash(bytes.fromhex(key), event.words) if key else None

    def _head(self, partnership_id: PartnershipId, *, is_locked: bool = False) -> AuditHeadRow:
        query = _HEAD.with_for_update() if is_locked else _HEAD
        head = self._session.scalars(query, {"partnership": partnership_id}).one_or_none()
        if head is None:
            raise NotFound("partnership")
        return head


_HEAD = (
    select(AuditHeadRow)
    .where(AuditHeadRow.partnership_id == bindparam("partnership"))
    .execution_options(populate_existing=True)
)
_REFUSALS = (Verb.REFUSED, Verb.UPDATE_REFUSED)


def _refusal(at: datetime, actor: int | None, subject: str, values: dict[str, Any]) -> Refusal:
    kind, _, number = subject.partition(":")
    return Refusal(
        at=at,
        actor=PersonId(actor) if actor is not None else None,
        act=str(values.get("act", "update")),
        action_id=ActionId(int(number)) if kind == "action" else None,
        message_id=values.get("message"),
    )


def verify(engine: Engine) -> tuple[Fault, ...]:
    """Walk every chain of the database; every row where one no longer holds."""
    with of_no_workspace(reading(engine)) as session:
        found: list[Fault] = []
        for partnership_id in session.scalars(select(PartnershipRow.id).order_by(PartnershipRow.id)):
            head = session.get(AuditHeadRow, partnership_id)
            links = _links(session, PartnershipId(partnership_id))
            found += faults(
                PartnershipId(partnership_id), links, None if head is None else (head.seq, head.hash)
            )
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Anchored:
    """An event of a chain by the hash that was printed of it: the head of its day."""

    partnership: str
    seq: int
    hash: str


def heads(engine: Engine) -> tuple[Anchored, ...]:
    """Where every chain ends now; those that have an event."""
    with of_no_workspace(reading(engine)) as session:
        ends = select(PartnershipRow.name, AuditHeadRow.seq, AuditHeadRow.hash)
        ends = ends.join(AuditHeadRow, AuditHeadRow.partnership_id == PartnershipRow.id)
        found = session.execute(ends.where(AuditHeadRow.seq > 0).order_by(PartnershipRow.id))
        return tuple(Anchored(name, seq, digest) for name, seq, digest in found)


def printed(engine: Engine, digits: str) -> tuple[Anchored, ...]:
    """The events whose hash begins with what was printed; none where the record was cut or rewritten."""
    with of_no_workspace(reading(engine)) as session:
        events = select(PartnershipRow.name, AuditEventRow.seq, AuditEventRow.hash)
        events = events.join(PartnershipRow, AuditEventRow.partnership_id == PartnershipRow.id)
        found = session.execute(events.where(AuditEventRow.hash.startswith(digits, autoescape=True)))
        return tuple(Anchored(name, seq, digest) for name, seq, digest in found)


def _links(session: Session, partnership_id: PartnershipId) -> list[tuple[Link, str]]:
    """Every event of a chain with its stored hash. One that holds what no event of ours can hold is read as
    nothing that was ever hashed: it was changed, and is to be named like any other."""
    whole = (
        select(AuditEventRow)
        .where(AuditEventRow.partnership_id == partnership_id)
        .order_by(AuditEventRow.seq)
    )
    try:
        return [(_link(row), row.hash) for row in session.scalars(whole)]
    except _UNREADABLE:
        texts = select(AuditEventRow.seq, AuditEventRow.prev, AuditEventRow.hash)
        texts = texts.where(AuditEventRow.partnership_id == partnership_id).order_by(AuditEventRow.seq)
        found = session.execute(texts).all()
        return [
            (_readable(session, whole.where(AuditEventRow.seq == seq)) or _nothing(seq, prev), stored)
            for seq, prev, stored in found
        ]


_UNREADABLE = (LookupError, ValueError, TypeError, AttributeError)
"""What reading a value raises that is no word of ours, no date, or no JSON."""


def _readable(session: Session, one: Select[AuditEventRow]) -> Link | None:
    try:
        return _link(session.scalars(one).one())
    except _UNREADABLE:
        return None


def _nothing(seq: int, prev: str) -> Link:
    return Link(seq, datetime.fromtimestamp(0, UTC), None, "", "", {}, None, prev)


def _link(row: AuditEventRow) -> Link:
    return Link(
        seq=row.seq,
        at=row.at,
        actor=row.actor_id,
        verb=str(row.verb.value),
        subject=row.subject,
        details=row.details,
        words_hmac=row.words_hmac,
        prev=row.prev,
    )
