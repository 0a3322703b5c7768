"""Bodies, which plans they follow, and what they are due to receive."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from bot.boards import Body, BodyId, Following, ForwardItem, ForwardItemId, ForwardKind, Remit
from bot.errors import NotFound
from bot.partnership import PartnershipId, PersonId
from bot.plan import PlanId
from bot.seats import Seat
from bot.timescale import Timescale
from storage.names import name_key
from storage.tables.boards import BodyRow, FollowingRow, ForwardItemRow, SeatRow
from storage.tables.plans import PlanRow
from storage.writing import insert_if_new, update_if


def _body(row: BodyRow) -> Body:
    return Body(
        BodyId(row.id), PartnershipId(row.partnership_id), row.name, row.least_yearly, row.distribution
    )


class BoardsRepository:
    """`bot.ports.Boards` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, partnership_id: PartnershipId, name: str) -> Body:
        insert_if_new(
            self._session, BodyRow, partnership_id=partnership_id, name=name, name_key=name_key(name)
        )
        of_name = (BodyRow.partnership_id == partnership_id, BodyRow.name_key == name_key(name))
        return _body(self._session.scalars(select(BodyRow).where(*of_name)).one())

    def of(self, partnership_id: PartnershipId) -> tuple[Body, ...]:
        rows = self._session.scalars(
            select(BodyRow)
            .where(BodyRow.partnership_id == partnership_id)
            .order_by(BodyRow.name_key)
            .execution_options(populate_existing=True)
        )
        return tuple(map(_body, rows))

    def describe(self, body_id: BodyId, least_yearly: int | None, distribution: str) -> None:
        said = {"least_yearly": least_yearly, "distribution": distribution}
        if not update_if(self._session, BodyRow, BodyRow.id == body_id, **said):
            raise NotFound("a body with this number")

    def seat(self, seat: Seat) -> None:
        said = {
            "role": seat.role,
            "supports_id": seat.supports,
            "until_on": seat.until_on,
            "constituency": seat.constituency,
        }
        whose = {"body_id": seat.body_id, "person_id": seat.person_id}
        if not insert_if_new(self._session, SeatRow, **whose, **said):
            is_it = (SeatRow.body_id == seat.body_id, SeatRow.person_id == seat.person_id)
            update_if(self._session, SeatRow, *is_it, **said)

    def seats(self, body_id: BodyId) -> tuple[Seat, ...]:
        rows = self._session.scalars(
            select(SeatRow)
            .where(SeatRow.body_id == body_id)
            .order_by(SeatRow.id)
            .execution_options(populate_existing=True)
        )
        return tuple(
            Seat(
                body_id,
                PersonId(row.person_id),
                row.role,
                None if row.supports_id is None else PersonId(row.supports_id),
                row.until_on,
                row.constituency,
            )
            for row in rows
        )

    def give(self, plan_id: PlanId, body_id: BodyId, remit: Remit, from_on: date) -> None:
        self._session.add(FollowingRow(plan_id=plan_id, body_id=body_id, remit=remit, from_on=from_on))
        self._session.flush()

    def end(self, plan_id: PlanId, body_id: BodyId, remit: Remit, until_on: date) -> None:
        update_if(
            self._session,
            FollowingRow,
            FollowingRow.plan_id == plan_id,
            FollowingRow.body_id == body_id,
            FollowingRow.remit == remit,
            FollowingRow.until_on.is_(None),
            until_on=until_on,
        )

    def following(self, partnership_id: PartnershipId) -> tuple[Following, ...]:
        rows = self._session.scalars(
            select(FollowingRow)
            .join(PlanRow, PlanRow.id == FollowingRow.plan_id)
            .where(PlanRow.partnership_id == partnership_id)
            .order_by(FollowingRow.from_on, FollowingRow.id)
            .options(selectinload(FollowingRow.body))
            .execution_options(populate_existing=True)
        )
        return tuple(
            Following(PlanId(row.plan_id), _body(row.body), row.remit, row.from_on, row.until_on)
            for row in rows
        )

    def promise(
        self,
        partnership_id: PartnershipId,
        kind: ForwardKind,
        what: str,
        when: Timescale,
        body_id: BodyId | None,
        every_months: int | None = None,
    ) -> ForwardItem:
        row = ForwardItemRow(
            partnership_id=partnership_id,
            kind=kind,
            what=what,
            when=when,
            body_id=body_id,
            every_months=every_months,
        )
        self._session.add(row)
        self._session.flush()
        return self._items(select(ForwardItemRow).where(ForwardItemRow.id == row.id))[0]

    def forward(self, partnership_id: PartnershipId) -> tuple[ForwardItem, ...]:
        return self._items(
            select(ForwardItemRow)
            .where(ForwardItemRow.partnership_id == partnership_id)
            .order_by(ForwardItemRow.when_end, ForwardItemRow.id)  # type: ignore[attr-defined]  # composite's
        )

    def settle(self, item_id: ForwardItemId, on: date) -> None:
        is_open = (ForwardItemRow.id == item_id, ForwardItemRow.settled_on.is_(None))
        if not update_if(self._session, ForwardItemRow, *is_open, settled_on=on):
            raise NotFound("an open item of the forward plan with this number")

    def _items(self, query: Select[ForwardItemRow]) -> tuple[ForwardItem, ...]:
        whole = query.options(selectinload(ForwardItemRow.body)).execution_options(populate_existing=True)
        return tuple(
            ForwardItem(
                ForwardItemId(row.id),
                PartnershipId(row.partnership_id),
                row.kind,
                row.what,
                row.when,
                row.body.name if row.body else None,
                row.settled_on,
                row.every_months,
            )
            for row in self._session.scalars(whole)
        )
