"""Requests for more time, decisions, and corrections of the plan's dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from bot.asks import Outcome
from bot.boards import ForwardItemId
from bot.errors import AlreadySettled, NotFound
from bot.governance import (
    Correction,
    Decision,
    DecisionId,
    DecisionKind,
    DecisionState,
    ExtensionId,
    ExtensionRequest,
    ExtensionState,
)
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.timescale import Timescale
from storage.tables.governance import CorrectionRow, DecisionRow, ExtensionRow, OutcomeRow
from storage.tables.plans import ActionRow
from storage.writing import update_if


def _extension(row: ExtensionRow) -> ExtensionRequest:
    return ExtensionRequest(
        id=ExtensionId(row.id),
        action_id=ActionId(row.action_id),
        asked_by=PersonId(row.asked_by),
        asked_at=row.asked_at,
        was=row.was,
        wanted=row.wanted,
        reason=row.reason,
        state=row.state,
        meeting_id=None if row.meeting_id is None else MeetingId(row.meeting_id),
        decided_by=None if row.decided_by is None else PersonId(row.decided_by),
        decided_at=row.decided_at,
        minute_ref=row.minute_ref,
        answer=row.answer,
    )


class ExtensionsRepository:
    """`bot.ports.Extensions` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        action_id: ActionId,
        asked_by: PersonId,
        was: Timescale | None,
        wanted: Timescale,
        reason: str,
        at: datetime,
    ) -> ExtensionRequest:
        row = ExtensionRow(
            action_id=action_id,
            asked_by=asked_by,
            asked_at=at,
            was=was,
            wanted=wanted,
            reason=reason,
            state=ExtensionState.PENDING,
            minute_ref="",
            answer="",
        )
        self._session.add(row)
        self._session.flush()
        return _extension(row)

    def get(self, extension_id: ExtensionId) -> ExtensionRequest:
        found = self._values(select(ExtensionRow).where(ExtensionRow.id == extension_id))
        if not found:
            raise NotFound("request for more time")
        return found[0]

    def of_action(self, action_id: ActionId) -> tuple[ExtensionRequest, ...]:
        return self._values(
            select(ExtensionRow).where(ExtensionRow.action_id == action_id).order_by(ExtensionRow.id)
        )

    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[ExtensionRequest, ...]:
        return self._values(
            select(ExtensionRow)
            .join(ActionRow, ActionRow.id == ExtensionRow.action_id)
            .where(ActionRow.plan_id.in_(plan_ids))
            .order_by(ExtensionRow.id)
        )

    def put_down(self, extension_id: ExtensionId, meeting_id: MeetingId) -> ExtensionRequest:
        return self._write(extension_id, meeting_id=meeting_id)

    def settle(
        self,
        extension_id: ExtensionId,
        state: ExtensionState,
        at: datetime,
        by: PersonId,
        *,
        meeting_id: MeetingId | None = None,
        minute_ref: str = "",
        answer: str = "",
    ) -> ExtensionRequest:
        return self._write(
            extension_id,
            state=state,
            decided_at=at,
            decided_by=by,
            meeting_id=meeting_id,
            minute_ref=minute_ref,
            answer=answer,
        )

    def reopen(self, extension_id: ExtensionId) -> ExtensionRequest:
        is_granted = (ExtensionRow.id == extension_id, ExtensionRow.state == ExtensionState.GRANTED)
        undecided: dict[str, object] = {
            "decided_at": None,
            "decided_by": None,
            "minute_ref": "",
            "answer": "",
        }
        if not update_if(self._session, ExtensionRow, *is_granted, state=ExtensionState.PENDING, **undecided):
            raise NotFound("granted request for more time")
        return self.get(extension_id)

    def _write(self, extension_id: ExtensionId, **values: object) -> ExtensionRequest:
        is_it = (ExtensionRow.id == extension_id, ExtensionRow.state == ExtensionState.PENDING)
        if not update_if(self._session, ExtensionRow, *is_it, **values):
            raise AlreadySettled(self.get(extension_id).state.value)
        return self.get(extension_id)

    def _values(self, query: Select[ExtensionRow]) -> tuple[ExtensionRequest, ...]:
        fresh = query.execution_options(populate_existing=True)
        return tuple(_extension(row) for row in self._session.scalars(fresh))


def _decision(row: DecisionRow) -> Decision:
    return Decision(
        id=DecisionId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        kind=row.kind,
        words=row.words,
        recorded_by=PersonId(row.recorded_by),
        made_at=row.made_at,
        state=row.state,
        plan_id=None if row.plan_id is None else PlanId(row.plan_id),
        meeting_id=None if row.meeting_id is None else MeetingId(row.meeting_id),
        minute_ref=row.minute_ref,
        lead_name=row.lead_name,
        due=row.due,
        ref=row.ref,
        action_id=None if row.action_id is None else ActionId(row.action_id),
        outcome=None if row.outcome is None else _outcome(row.outcome),
    )


def _outcome(row: OutcomeRow) -> Outcome:
    item = None if row.forward_item_id is None else ForwardItemId(row.forward_item_id)
    return Outcome(row.about, row.result, item)


def _outcome_row(outcome: Outcome) -> OutcomeRow:
    return OutcomeRow(about=outcome.about, result=outcome.result, forward_item_id=outcome.item)


class DecisionsRepository:
    """`bot.ports.Decisions` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        partnership_id: PartnershipId,
        kind: DecisionKind,
        words: str,
        recorded_by: PersonId,
        at: datetime,
        *,
        plan_id: PlanId | None = None,
        meeting_id: MeetingId | None = None,
        minute_ref: str = "",
        lead_name: str = "",
        due: Timescale | None = None,
        ref: str = "",
        action_id: ActionId | None = None,
        outcome: Outcome | None = None,
    ) -> Decision:
        row = DecisionRow(
            partnership_id=partnership_id,
            kind=kind,
            words=words,
            recorded_by=recorded_by,
            made_at=at,
            state=DecisionState.DRAFT,
            plan_id=plan_id,
            meeting_id=meeting_id,
            minute_ref=minute_ref,
            lead_name=lead_name,
            due=due,
            ref=ref,
            action_id=action_id,
            outcome=None if outcome is None else _outcome_row(outcome),
        )
        self._session.add(row)
        self._session.flush()
        return _decision(row)

    def get(self, decision_id: DecisionId) -> Decision:
        found = self._values(select(DecisionRow).where(DecisionRow.id == decision_id))
        if not found:
            raise NotFound("decision")
        return found[0]

    def of(self, partnership_id: PartnershipId) -> tuple[Decision, ...]:
        return self._values(
            select(DecisionRow)
            .where(DecisionRow.partnership_id == partnership_id, DecisionRow.state == DecisionState.RECORDED)
            .order_by(DecisionRow.id)
        )

    def latest_draft(self, by: PersonId) -> Decision | None:
        drafts = (DecisionRow.recorded_by == by, DecisionRow.state == DecisionState.DRAFT)
        found = self._values(select(DecisionRow).where(*drafts).order_by(DecisionRow.id.desc()).limit(1))
        return found[0] if found else None

    def settle(
        self, decision_id: DecisionId, state: DecisionState, action_id: ActionId | None = None
    ) -> Decision:
        is_it = (DecisionRow.id == decision_id, DecisionRow.state == DecisionState.DRAFT)
        if not update_if(self._session, DecisionRow, *is_it, state=state, action_id=action_id):
            raise AlreadySettled(self.get(decision_id).state.value)
        return self.get(decision_id)

    def _values(self, query: Select[DecisionRow]) -> tuple[Decision, ...]:
        whole = query.options(joinedload(DecisionRow.outcome))
        fresh = whole.execution_options(populate_existing=True)
        return tuple(_decision(row) for row in self._session.scalars(fresh))


class CorrectionsRepository:
    """`bot.ports.Corrections` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        action_id: ActionId,
        was: Timescale | None,
        now: Timescale,
        reason: str,
        by: PersonId,
        at: datetime,
    ) -> Correction:
        row = CorrectionRow(
            action_id=action_id, was=was, now=now, reason=reason, corrected_by=by, corrected_at=at
        )
        self._session.add(row)
        self._session.flush()
        return _correction(row)

    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[Correction, ...]:
        rows = self._session.scalars(
            select(CorrectionRow)
            .join(ActionRow, ActionRow.id == CorrectionRow.action_id)
            .where(ActionRow.plan_id.in_(plan_ids))
            .order_by(CorrectionRow.id)
        )
        return tuple(_correction(row) for row in rows)


def _correction(row: CorrectionRow) -> Correction:
    return Correction(
        action_id=ActionId(row.action_id),
        was=row.was,
        now=row.now,
        reason=row.reason,
        by=PersonId(row.corrected_by),
        at=row.corrected_at,
    )
