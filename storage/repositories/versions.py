"""Versions of a plan's document: what each changed, and the plan rewritten by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from bot.draft import DraftPlan
from bot.errors import NotFound
from bot.layout import DocumentColumn
from bot.partnership import PersonId
from bot.plan import ActionId, LeadRole, PlanId, Theme
from bot.ports.versioned import PendingId, PendingVersion, PlanVersion, Revised, VersionId
from bot.versions.taking import Answer, Answers, Revision, Ruling
from storage.encoding import decode, encode
from storage.repositories.past import note_changes, noting_leads
from storage.repositories.people import PeopleRepository
from storage.tables.plans import ActionRow, LeadRow, PlanRow, ThemeRow
from storage.tables.versions import PendingVersionRow, PlanVersionRow, VersionChangeRow
from storage.writing import update_if


def _version(row: PlanVersionRow) -> PlanVersion:
    return PlanVersion(
        id=VersionId(row.id),
        plan_id=PlanId(row.plan_id),
        number=row.number,
        name=row.name,
        taken_at=row.taken_at,
        taken_by=None if row.taken_by is None else PersonId(row.taken_by),
    )


def _revision(row: VersionChangeRow) -> Revision:
    return Revision(ActionId(row.action_id), row.field, row.kind, row.was, row.now, row.reason or "")


def _pending(row: PendingVersionRow) -> PendingVersion:
    rulings = {
        of: {ref: Answer(Ruling(ruling), words) for ref, (ruling, words) in given.items()}
        for of, given in row.answers.items()
    }
    return PendingVersion(
        id=PendingId(row.id),
        plan_id=PlanId(row.plan_id),
        name=row.name,
        draft=decode(DraftPlan, row.draft),
        answers=Answers(**rulings),
    )


def _as_json(answers: Answers) -> dict[str, dict[str, list[str]]]:
    given = {"dates": answers.dates, "gone": answers.gone}
    return {
        of: {ref: [one.ruling.value, one.words] for ref, one in said.items()} for of, said in given.items()
    }


class VersionsRepository:
    """`bot.ports.Versions` on SQL."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    def take(self, plan_id: PlanId, name: str, by: PersonId | None, at: datetime) -> PlanVersion:
        number = len(self.of(plan_id)) + 2
        row = PlanVersionRow(plan_id=plan_id, number=number, name=name, taken_at=at, taken_by=by)
        self._session.add(row)
        self._session.flush()
        return _version(row)

    def propose(
        self, plan_id: PlanId, name: str, draft: DraftPlan, by: PersonId | None, at: datetime
    ) -> PendingVersion:
        self._session.execute(delete(PendingVersionRow).where(PendingVersionRow.plan_id == plan_id))
        row = PendingVersionRow(
            plan_id=plan_id,
            name=name,
            draft=encode(replace(draft, doubts=(), status_words=())),
            answers=_as_json(Answers()),
            proposed_by=by,
            proposed_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return _pending(row)

    def pending(self, pending_id: PendingId) -> PendingVersion | None:
        row = self._session.scalars(
            select(PendingVersionRow).where(PendingVersionRow.id == pending_id)
        ).one_or_none()
        return None if row is None else _pending(row)

    def answer(self, pending_id: PendingId, answers: Answers) -> None:
        is_this = PendingVersionRow.id == pending_id
        if not update_if(self._session, PendingVersionRow, is_this, answers=_as_json(answers)):
            raise NotFound("version")

    def forget(self, pending_id: PendingId) -> None:
        self._session.execute(delete(PendingVersionRow).where(PendingVersionRow.id == pending_id))

    def of(self, plan_id: PlanId) -> tuple[PlanVersion, ...]:
        rows = self._session.scalars(
            select(PlanVersionRow).where(PlanVersionRow.plan_id == plan_id).order_by(PlanVersionRow.number)
        )
        return tuple(map(_version, rows))

    def note(self, version_id: VersionId, revisions: Sequence[Revision]) -> None:
        self._session.add_all(
            VersionChangeRow(
                version_id=version_id,
                action_id=one.action_id,
                field=one.field,
                kind=one.kind,
                was=one.was,
                now=one.now,
                reason=one.reason or None,
            )
            for one in revisions
        )
        self._session.flush()

    def changes_of(self, action_id: ActionId) -> tuple[Revised, ...]:
        return self._revised(VersionChangeRow.action_id == action_id)

    def revisions_of(self, version_id: VersionId) -> tuple[Revision, ...]:
        return tuple(one.revision for one in self._revised(VersionChangeRow.version_id == version_id))

    def renumbered_from(self, plan_id: PlanId, ref: str) -> tuple[Revised, ...]:
        wanted = ref.casefold()
        numbers = self._revised(PlanVersionRow.plan_id == plan_id, VersionChangeRow.field == "ref")
        return tuple(one for one in numbers if str(one.revision.was or "").casefold() == wanted)

    def since(self, plan_id: PlanId, at: datetime) -> tuple[Revised, ...]:
        return self._revised(PlanVersionRow.plan_id == plan_id, PlanVersionRow.taken_at > at)

    def _revised(self, *wanted: ColumnElement[bool]) -> tuple[Revised, ...]:
        rows = self._session.execute(
            select(VersionChangeRow, PlanVersionRow)
            .join(PlanVersionRow, PlanVersionRow.id == VersionChangeRow.version_id)
            .where(*wanted)
            .order_by(VersionChangeRow.id)
        )
        return tuple(Revised(_version(version), _revision(row)) for row, version in rows)

    def rewrite(self, words: Mapping[ActionId, Mapping[str, str | None]], at: datetime) -> None:
        rows = self._rows(words)
        for action_id, row in rows.items():
            was = [(field, getattr(row, field), now) for field, now in words[action_id].items()]
            note_changes(self._session, row, at, was)
        for row in rows.values():
            if "ref" in words[ActionId(row.id)]:
                row.ref = f"→{row.id}"
        self._session.flush()
        for action_id, row in rows.items():
            for field, value in words[action_id].items():
                setattr(row, field, value)
        self._session.flush()

    def set_leads(self, action_id: ActionId, leads: Sequence[tuple[str, LeadRole]]) -> None:
        people = PeopleRepository(self._session).add_all([(name, (), False) for name, _ in leads])
        roles: dict[PersonId, LeadRole] = {}
        for person, (_, role) in zip(people, leads, strict=True):
            roles.setdefault(person.id, role)
        with noting_leads(self._session, action_id, self._now):
            self._session.execute(delete(LeadRow).where(LeadRow.action_id == action_id))
            self._session.add_all(
                LeadRow(action_id=action_id, person_id=person_id, position=position, role=role)
                for position, (person_id, role) in enumerate(roles.items())
            )

    def arrange(
        self,
        plan_id: PlanId,
        order: Sequence[ActionId],
        themes: Sequence[Theme] | None,
        columns: Sequence[DocumentColumn] | None,
    ) -> None:
        rows = self._rows(dict.fromkeys(order))
        moved = [
            (rows[action_id], place)
            for place, action_id in enumerate(order)
            if rows[action_id].position != place
        ]
        for row, place in moved:
            row.position = -1 - place
        self._session.flush()
        for row, place in moved:
            row.position = place
        self._session.flush()
        if columns is not None:
            update_if(self._session, PlanRow, PlanRow.id == plan_id, document_columns=encode(tuple(columns)))
        if themes is not None:
            self._session.execute(delete(ThemeRow).where(ThemeRow.plan_id == plan_id))
            self._session.add_all(
                ThemeRow(plan_id=plan_id, position=position, ref=theme.ref, title=theme.title)
                for position, theme in enumerate(themes)
            )
            self._session.flush()

    def _rows(self, ids: Mapping[ActionId, object]) -> dict[ActionId, ActionRow]:
        found = self._session.scalars(
            select(ActionRow).where(ActionRow.id.in_(ids)).execution_options(populate_existing=True)
        )
        rows = {ActionId(row.id): row for row in found}
        if len(rows) < len(ids):
            raise NotFound("action")
        return rows
