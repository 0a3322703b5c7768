"""What is kept no longer: counted for a dry run, and forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select
from sqlalchemy.orm import Session

from bot.amending import AmendmentState
from bot.delivery import DeliveryState
from bot.erasing import without_words, words_in
from bot.governance import DecisionState
from bot.partnership import PartnershipId
from bot.retention import RULES, Kept, Outdated, years_before
from storage.tables.amendments import AmendmentRow
from storage.tables.closings import ClosingEndRow
from storage.tables.conversations import MessageRow, MessageVersionRow, PromptItemRow, PromptRow, UpdateRow
from storage.tables.deliveries import DeliveryRow
from storage.tables.governance import DecisionRow, ExtensionRow, HelpRow
from storage.tables.people import PartnershipRow
from storage.tables.plans import ActionChangeRow, ActionRow, MoveRow, PlanRow
from storage.tables.protection import RecordRequestRow
from storage.tables.views import ViewRow, WordingRow
from storage.writing import update_if

_OVER = (DeliveryState.POSTED, DeliveryState.SKIPPED, DeliveryState.FAILED)
_NEVER_SAVED = (AmendmentState.DRAFT, AmendmentState.PROPOSED, AmendmentState.DROPPED)
_NEVER_RECORDED = (DecisionState.DRAFT, DecisionState.DROPPED)
_TEXTS: tuple[tuple[type[Any], tuple[str, ...]], ...] = (
    (UpdateRow, ("words", "reading", "changed")),
    (ExtensionRow, ("reason", "answer")),
    (HelpRow, ("words", "answer")),
    (MoveRow, ("reason",)),
    (ClosingEndRow, ("words",)),
    (ViewRow, ("matter",)),
    (WordingRow, ("words",)),
    (ActionChangeRow, ("changed",)),
    (ActionRow, ("narrative", "path_to_green", "blocker", "rag_reason", "status_reason", "help_from")),
)


class RetentionRepository:
    """`bot.ports.Retention` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._among: Mapping[str, Sequence[int]] | None = None
        """The rows that are looked at, by table; None for all."""

    def years(self, partnership_id: PartnershipId) -> int:
        found = select(PartnershipRow.keep_years).where(PartnershipRow.id == partnership_id)
        return self._session.scalars(found).one_or_none() or 0

    def set_years(self, partnership_id: PartnershipId, years: int) -> None:
        update_if(self._session, PartnershipRow, PartnershipRow.id == partnership_id, keep_years=years)

    def outdated(self, at: datetime) -> tuple[Outdated, ...]:
        self._among = None
        return tuple(
            Outdated(kind, row.__tablename__, row.id)
            for kind, (find, _) in _KINDS.items()
            for row in find(self, at)
        )

    def forget(self, at: datetime, among: Sequence[Outdated]) -> Mapping[Kept, int]:
        done = dict.fromkeys(Kept, 0)
        for kind in dict.fromkeys(one.kind for one in among):
            find, forget = _KINDS[kind]
            rows_of = defaultdict[str, list[int]](list)
            for one in among:
                if one.kind is kind:
                    rows_of[one.table].append(one.id)
            self._among = rows_of
            rows = find(self, at)
            for row in rows:
                forget(self, row)
            self._session.flush()
            done[kind] += len(rows)
        return done

    def _sent(self, at: datetime) -> list[Any]:
        before = at - (RULES[Kept.SENT].length or at - at)
        return self._all(
            select(DeliveryRow).where(
                DeliveryRow.state.in_(_OVER), DeliveryRow.due_at < before, DeliveryRow.body.is_not(None)
            )
        )

    def _drafts(self, at: datetime) -> list[Any]:
        before = at - (RULES[Kept.DRAFTS].length or at - at)
        waits = (
            DecisionRow.state.in_(_NEVER_RECORDED),
            DecisionRow.made_at < before,
            DecisionRow.words != "",
        )
        never = (AmendmentRow.state.in_(_NEVER_SAVED), AmendmentRow.made_at < before)
        said = self._all(select(AmendmentRow).where(*never))
        return self._all(select(DecisionRow).where(*waits)) + [one for one in said if len(one.said) > 1]

    def _prompts(self, at: datetime) -> list[Any]:
        before = at - (RULES[Kept.PROMPTS].length or at - at)
        return self._all(select(PromptRow).where(PromptRow.made_at < before))

    def _talk(self, at: datetime) -> list[Any]:
        """Messages that no update came of, all of whose versions are old; while any request for the record
        is open they are held, since they may be of what it covers."""
        before = at - (RULES[Kept.TALK].length or at - at)
        if self._open_requests():
            return []
        came_of = select(UpdateRow.message_id).where(UpdateRow.message_id.is_not(None))
        gave = select(WordingRow.message_id).where(WordingRow.message_id.is_not(None))
        versions = select(MessageVersionRow.message_id)
        recent = versions.where(MessageVersionRow.at >= before)
        old = (MessageRow.id.in_(versions), MessageRow.id.not_in(recent))
        without = (MessageRow.id.not_in(came_of), MessageRow.id.not_in(gave))
        return self._all(select(MessageRow).where(*old, *without))

    def _words(self, at: datetime) -> list[Any]:
        """Rows of ended plans that still hold words, but for what an open request covers."""
        held = {action_id for request in self._open_requests() for action_id in request.action_ids}
        free = [one for one in self._actions_of_ended_plans(at) if one not in held]
        rows: list[Any] = []
        for table, columns in _TEXTS:
            found = self._all(select(table).where(self._is_of(table, free, at)))
            rows += [row for row in found if any(any(words_in(getattr(row, one))) for one in columns)]
        return rows

    def _is_of(self, table: type[Any], actions: Sequence[int], at: datetime) -> ColumnElement[bool]:
        """Whether a row is of one of these actions; a view of another matter is of its whole plan, and held
        while anything of that is asked for."""
        if table not in (ViewRow, WordingRow):
            of_action = ActionRow.id if table is ActionRow else table.action_id
            return of_action.in_(actions)
        asked_of = {request.plan_id for request in self._open_requests()}
        free = [one for one in self._ended_plans(at) if one not in asked_of]
        of_plan = and_(ViewRow.action_id.is_(None), ViewRow.plan_id.in_(free))
        is_it = or_(ViewRow.action_id.in_(actions), of_plan)
        return is_it if table is ViewRow else WordingRow.view_id.in_(select(ViewRow.id).where(is_it))

    def _actions_of_ended_plans(self, at: datetime) -> list[int]:
        return list(
            self._session.scalars(select(ActionRow.id).where(ActionRow.plan_id.in_(self._ended_plans(at))))
        )

    def _ended_plans(self, at: datetime) -> list[int]:
        ended: list[int] = []
        for partnership in self._session.execute(select(PartnershipRow.id, PartnershipRow.keep_years)):
            is_over = PlanRow.ended_at < years_before(at, partnership.keep_years)
            of_it = PlanRow.partnership_id == partnership.id
            ended += self._session.scalars(select(PlanRow.id).where(of_it, is_over))
        return ended

    def _forget_words(self, row: Any) -> None:
        columns = next(columns for table, columns in _TEXTS if isinstance(row, table))
        for column in columns:
            said = without_words(getattr(row, column))
            setattr(row, column, None if isinstance(row, ActionRow) else said)
        if isinstance(row, UpdateRow | WordingRow) and row.message_id is not None:
            self._forget_message(row.message_id)

    def _forget_message(self, message_id: int) -> None:
        """A message goes with the last of its updates, and views, that still has words."""
        self._session.flush()
        left = [
            self._session.scalars(
                select(of.id).where(of.message_id == message_id, of.words != "").limit(1)
            ).first()
            for of in (UpdateRow, WordingRow)
        ]
        if left == [None, None]:
            of_it = MessageVersionRow.message_id == message_id
            self._session.execute(delete(MessageVersionRow).where(of_it))
            update_if(self._session, MessageRow, MessageRow.id == message_id, author_external_id="")

    def _forget_talk(self, row: MessageRow) -> None:
        self._forget_message(row.id)

    def _forget_prompt(self, row: PromptRow) -> None:
        self._session.execute(delete(PromptItemRow).where(PromptItemRow.prompt_id == row.id))
        self._session.execute(delete(PromptRow).where(PromptRow.id == row.id))

    def _forget_body(self, row: DeliveryRow) -> None:
        row.body = None

    def _forget_draft(self, row: DecisionRow | AmendmentRow) -> None:
        if isinstance(row, AmendmentRow):
            row.said = {"kind": row.said["kind"]}
        else:
            row.words = row.lead_name = ""

    def _open_requests(self) -> Sequence[RecordRequestRow]:
        return self._session.scalars(
            select(RecordRequestRow).where(RecordRequestRow.closed_at.is_(None))
        ).all()

    def _all(self, query: Select[Any]) -> list[Any]:
        table = query.column_descriptions[0]["entity"]
        if self._among is not None:
            query = query.where(table.id.in_(self._among.get(table.__tablename__, ())))
        return list(self._session.scalars(query.execution_options(populate_existing=True)))


Find = Callable[[RetentionRepository, datetime], list[Any]]
Forget = Callable[[RetentionRepository, Any], None]

_KINDS: dict[Kept, tuple[Find, Forget]] = {
    Kept.SENT: (RetentionRepository._sent, RetentionRepository._forget_body),
    Kept.DRAFTS: (RetentionRepository._drafts, RetentionRepository._forget_draft),
    Kept.PROMPTS: (RetentionRepository._prompts, RetentionRepository._forget_prompt),
    Kept.TALK: (RetentionRepository._talk, RetentionRepository._forget_talk),
    Kept.WORDS: (RetentionRepository._words, RetentionRepository._forget_words),
}
"""Each kind: the rows whose time is over, and how one is forgotten."""
