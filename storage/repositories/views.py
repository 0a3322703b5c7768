"""What members were asked for the people they speak for, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.orm import Session, selectinload

from bot.conversation import OWN_WORD, MessageId, Source
from bot.errors import AlreadySettled, NotFound
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.views import Capacity, View, ViewId, Wording, WordingId
from storage.tables.people import MeetingRow
from storage.tables.views import ViewRow, WordingRow
from storage.writing import update_if


def _wording(row: WordingRow) -> Wording:
    return Wording(
        id=WordingId(row.id),
        words=row.words,
        is_nothing=row.is_nothing,
        said_by=PersonId(row.said_by),
        capacity=row.capacity,
        at=row.at,
        message_id=None if row.message_id is None else MessageId(row.message_id),
        source=Source(
            entered_by=None if row.entered_by is None else PersonId(row.entered_by),
            by=row.heard_by,
            on=row.heard_on,
        ),
        undone_at=row.undone_at,
    )


def _view(row: ViewRow) -> View:
    return View(
        id=ViewId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        meeting_id=MeetingId(row.meeting_id),
        member_id=PersonId(row.member_id),
        constituency=row.constituency,
        plan_id=PlanId(row.plan_id),
        action_id=None if row.action_id is None else ActionId(row.action_id),
        matter=row.matter,
        asked_by=PersonId(row.asked_by),
        asked_at=row.asked_at,
        by_at=row.by_at,
        put_to=None if row.put_to is None else PersonId(row.put_to),
        put_at=row.put_at,
        channel=row.channel,
        ts=row.ts,
        reminder_ts=row.reminder_ts,
        called_off_at=row.called_off_at,
        wordings=tuple(map(_wording, row.wordings)),
    )


class ViewsRepository:
    """`bot.ports.Views` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ask(
        self,
        partnership_id: PartnershipId,
        meeting_id: MeetingId,
        member_id: PersonId,
        constituency: str,
        plan_id: PlanId,
        action_id: ActionId | None,
        matter: str,
        asked_by: PersonId,
        at: datetime,
        by_at: datetime,
    ) -> View:
        row = ViewRow(
            partnership_id=partnership_id,
            meeting_id=meeting_id,
            member_id=member_id,
            constituency=constituency,
            plan_id=plan_id,
            action_id=action_id,
            matter=matter,
            asked_by=asked_by,
            asked_at=at,
            by_at=by_at,
        )
        self._session.add(row)
        self._session.flush()
        return self.get(ViewId(row.id))

    def get(self, view_id: ViewId) -> View:
        found = self._views(select(ViewRow).where(ViewRow.id == view_id))
        if not found:
            raise NotFound("the view this is about")
        return found[0]

    def of_meeting(self, meeting_id: MeetingId) -> tuple[View, ...]:
        return self._views(select(ViewRow).where(ViewRow.meeting_id == meeting_id))

    def of_action(self, action_id: ActionId) -> tuple[View, ...]:
        return self._views(select(ViewRow).where(ViewRow.action_id == action_id))

    def ahead(self, day: date) -> tuple[View, ...]:
        return self._views(
            select(ViewRow)
            .join(MeetingRow, MeetingRow.id == ViewRow.meeting_id)
            .where(
                MeetingRow.on_end >= day,  # type: ignore[attr-defined]  # a composite's column
                MeetingRow.removed_at.is_(None),
                ViewRow.called_off_at.is_(None),
            )
        )

    def put(self, view_ids: Sequence[ViewId], to: PersonId, at: datetime) -> None:
        self._set(view_ids, put_to=to, put_at=at)

    def posted(self, view_ids: Sequence[ViewId], channel: str, ts: str, *, is_reminder: bool) -> None:
        where = {"reminder_ts": ts} if is_reminder else {"ts": ts}
        self._set(view_ids, channel=channel, **where)

    def say(
        self,
        view_id: ViewId,
        words: str,
        said_by: PersonId,
        capacity: Capacity,
        at: datetime,
        *,
        is_nothing: bool = False,
        message_id: MessageId | None = None,
        source: Source = OWN_WORD,
    ) -> Wording:
        row = WordingRow(
            view_id=view_id,
            words=words,
            is_nothing=is_nothing,
            said_by=said_by,
            capacity=capacity,
            at=at,
            message_id=message_id,
            entered_by=source.entered_by,
            heard_by=source.by,
            heard_on=source.on,
        )
        self._session.add(row)
        self._session.flush()
        return _wording(row)

    def take_back(self, wording_id: WordingId, at: datetime) -> None:
        counts = (WordingRow.id == wording_id, WordingRow.undone_at.is_(None))
        if not update_if(self._session, WordingRow, *counts, undone_at=at):
            raise AlreadySettled("taken back")

    def of_message(self, message_id: MessageId) -> tuple[View, ...]:
        gave = select(WordingRow.view_id).where(WordingRow.message_id == message_id)
        return self._views(select(ViewRow).where(ViewRow.id.in_(gave)))

    def last_given_by(self, person_id: PersonId) -> tuple[View, ...]:
        own = (WordingRow.said_by == person_id, WordingRow.entered_by.is_(None))
        theirs = (or_(WordingRow.entered_by == person_id, and_(*own)), WordingRow.undone_at.is_(None))
        newest = select(func.max(WordingRow.at)).where(*theirs).scalar_subquery()
        gave = select(WordingRow.view_id).where(*theirs, WordingRow.at == newest)
        return self._views(select(ViewRow).where(ViewRow.id.in_(gave)))

    def call_off(self, view_ids: Sequence[ViewId], at: datetime) -> None:
        self._set(view_ids, called_off_at=at)

    def _set(self, view_ids: Sequence[ViewId], **values: object) -> None:
        self._session.execute(
            update(ViewRow)
            .where(ViewRow.id.in_(view_ids))
            .values(**values)
            .execution_options(synchronize_session=False)
        )

    def _views(self, query: Select[ViewRow]) -> tuple[View, ...]:
        whole = query.options(selectinload(ViewRow.wordings)).execution_options(populate_existing=True)
        return tuple(map(_view, self._session.scalars(whole.order_by(ViewRow.id))))
