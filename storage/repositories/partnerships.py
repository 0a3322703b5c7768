"""Partnerships, how each is served, and who chairs and runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from bot.errors import NotFound
from bot.partnership import Nation, Partnership, PartnershipId, PersonId, Rhythm
from bot.plan import Classification
from storage.audit_chain import GENESIS
from storage.names import name_key
from storage.people_cache import read_once
from storage.references import seen
from storage.tables.audit import AuditHeadRow
from storage.tables.people import PartnershipRole, PartnershipRoleRow, PartnershipRow


def to_value(row: PartnershipRow) -> Partnership:
    """The partnership a row tells of."""
    return Partnership(
        id=PartnershipId(row.id),
        name=row.name,
        channel=row.channel,
        zone=row.zone,
        nation=cast("Nation", row.nation),  # only `Partnerships.add` writes it, from a Nation
        rhythm=row.rhythm,
        chairs=_holders(row, PartnershipRole.CHAIR),
        officers=_holders(row, PartnershipRole.OFFICER),
        channel_is_restricted=row.channel_classification is Classification.RESTRICTED,
        posts_outside=row.posts_outside,
    )


def _holders(row: PartnershipRow, role: PartnershipRole) -> tuple[PersonId, ...]:
    return tuple(PersonId(held.person_id) for held in row.roles if held.role is role)


class PartnershipsRepository:
    """`bot.ports.Partnerships` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, partnership_id: PartnershipId) -> Partnership:
        found = read_once(self._session, ("partnership by id",), self._by_id).get(partnership_id)
        if found is None:
            raise NotFound("partnership")
        seen(self._session, PartnershipRow, (partnership_id,))
        return found

    def _by_id(self) -> dict[PartnershipId, Partnership]:
        return {one.id: one for one in self.all()}

    def all(self) -> tuple[Partnership, ...]:
        every = select(PartnershipRow).order_by(PartnershipRow.name_key)
        return read_once(self._session, ("partnerships",), lambda: self._values(every))

    def named(self, name: str) -> Partnership | None:
        found = self._values(select(PartnershipRow).where(PartnershipRow.name_key == name_key(name)))
        return found[0] if found else None

    def by_channel(self, channel: str) -> Partnership | None:
        found = [one for one in self.all() if one.channel == channel]
        return min(found, key=lambda one: one.id, default=None)

    def add(self, name: str, zone: str, nation: Nation) -> Partnership:
        row = PartnershipRow(
            name=name, name_key=name_key(name), channel=None, zone=zone, nation=nation, rhythm=Rhythm()
        )
        self._session.add(row)
        self._session.flush()
        self._session.add(AuditHeadRow(partnership_id=row.id, seq=0, hash=GENESIS))
        self._session.flush()
        return self.get(PartnershipId(row.id))

    def rename(self, partnership_id: PartnershipId, name: str) -> Partnership:
        row = self._row(partnership_id)
        row.name, row.name_key = name, name_key(name)
        self._session.flush()
        return to_value(row)

    def set_up(
        self,
        partnership_id: PartnershipId,
        *,
        channel: str | None,
        rhythm: Rhythm,
        chairs: Sequence[PersonId],
        officers: Sequence[PersonId],
    ) -> Partnership:
        row = self._row(partnership_id)
        row.channel = channel
        row.rhythm = rhythm
        row.roles = []
        self._session.flush()  # the old holders go before the new ones come: a role is held once
        row.roles = [
            PartnershipRoleRow(person_id=person_id, role=role, position=position)
            for role, holders in ((PartnershipRole.CHAIR, chairs), (PartnershipRole.OFFICER, officers))
            for position, person_id in enumerate(dict.fromkeys(holders))
        ]
        self._session.flush()
        return to_value(row)

    def locate(self, partnership_id: PartnershipId, zone: str, nation: Nation) -> None:
        row = self._row(partnership_id)
        row.zone, row.nation = zone, nation
        self._session.flush()

    def classify_channel(self, partnership_id: PartnershipId, classification: Classification) -> None:
        self._row(partnership_id).channel_classification = classification
        self._session.flush()

    def post_outside(self, partnership_id: PartnershipId, *, is_allowed: bool) -> None:
        self._row(partnership_id).posts_outside = is_allowed
        self._session.flush()

    def note_shared(self, channel: str, *, is_shared: bool) -> None:
        for row in self._session.scalars(select(PartnershipRow).where(PartnershipRow.channel == channel)):
            row.shared_channel = channel if is_shared else None
        self._session.flush()

    def is_known_shared(self, channel: str) -> bool:
        known = select(PartnershipRow.id).where(PartnershipRow.shared_channel == channel)
        return self._session.scalars(known).first() is not None

    def _row(self, partnership_id: PartnershipId) -> PartnershipRow:
        query = _whole(select(PartnershipRow).where(PartnershipRow.id == partnership_id))
        row = self._session.scalars(query).one_or_none()
        if row is None:
            raise NotFound("partnership")
        return row

    def _values(self, query: Select[PartnershipRow]) -> tuple[Partnership, ...]:
        return tuple(to_value(row) for row in self._session.scalars(_whole(query)))


def _whole(query: Select[PartnershipRow]) -> Select[PartnershipRow]:
    return query.options(selectinload(PartnershipRow.roles)).execution_options(populate_existing=True)
