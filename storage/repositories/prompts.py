"""What was asked of whom, in which round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session, selectinload

from bot.conversation import Prompt, PromptId, PromptKind
from bot.errors import NotFound
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId
from storage.tables.conversations import PromptItemRow, PromptRow
from storage.writing import insert_if_new, update_if


def to_value(row: PromptRow) -> Prompt:
    """The prompt a row tells of."""
    return Prompt(
        id=PromptId(row.id),
        person_id=PersonId(row.person_id),
        plan_id=PlanId(row.plan_id),
        round_key=row.round_key,
        kind=row.kind,
        items=tuple(ActionId(item.action_id) for item in row.items),
        made_at=row.made_at,
        channel=row.channel,
        ts=row.ts,
        deputy_id=None if row.deputy_id is None else PersonId(row.deputy_id),
        snoozed_until=row.snoozed_until,
    )


_ASKED: BindParameter[PersonId] = bindparam("person")
_LATEST = (
    select(PromptRow)
    .where(
        or_(
            PromptRow.deputy_id == _ASKED,
            and_(PromptRow.person_id == _ASKED, PromptRow.deputy_id.is_(None)),
        )
    )
    .order_by(PromptRow.made_at.desc(), PromptRow.id.desc())
    .limit(1)
)


class PromptsRepository:
    """`bot.ports.Prompts` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._latest: dict[PersonId, Prompt | None] = {}
        """Whose latest has been read, until this unit of work writes one."""

    def add(
        self,
        person_id: PersonId,
        plan_id: PlanId,
        round_key: str,
        kind: PromptKind,
        items: Sequence[ActionId],
        at: datetime,
        deputy_id: PersonId | None = None,
    ) -> Prompt:
        self._latest.clear()
        is_new = insert_if_new(
            self._session,
            PromptRow,
            person_id=person_id,
            plan_id=plan_id,
            round_key=round_key,
            kind=kind,
            made_at=at,
            deputy_id=deputy_id,
        )
        this_one = select(PromptRow).where(
            PromptRow.person_id == person_id,
            PromptRow.plan_id == plan_id,
            PromptRow.round_key == round_key,
            PromptRow.kind == kind,
        )
        if is_new:
            prompt_id = self._session.scalars(this_one.with_only_columns(PromptRow.id)).one()
            self._session.add_all(
                PromptItemRow(prompt_id=prompt_id, action_id=action_id, position=position)
                for position, action_id in enumerate(dict.fromkeys(items))
            )
            self._session.flush()
        return self._one(this_one)

    def get(self, prompt_id: PromptId) -> Prompt:
        return self._one(select(PromptRow).where(PromptRow.id == prompt_id))

    def posted(self, prompt_id: PromptId, channel: str, ts: str) -> None:
        self._write(prompt_id, channel=channel, ts=ts)

    def snooze(self, prompt_id: PromptId, until: datetime) -> None:
        self._write(prompt_id, snoozed_until=until)

    def asked_again(self, prompt_id: PromptId, deputy_id: PersonId | None) -> Prompt:
        again: dict[str, object] = {"snoozed_until": None, "deputy_id": deputy_id}
        self._write(prompt_id, **again)
        return self.get(prompt_id)

    def latest_for(self, person_id: PersonId) -> Prompt | None:
        if person_id not in self._latest:
            self._latest[person_id] = self._latest_for(person_id)
        return self._latest[person_id]

    def _latest_for(self, person_id: PersonId) -> Prompt | None:
        return self._first(_LATEST, {"person": person_id})

    def in_thread(self, channel: str, ts: str) -> Prompt | None:
        return self._first(select(PromptRow).where(PromptRow.channel == channel, PromptRow.ts == ts))

    def of_round(self, plan_id: PlanId, round_key: str) -> tuple[Prompt, ...]:
        return self._values(
            select(PromptRow)
            .where(PromptRow.plan_id == plan_id, PromptRow.round_key == round_key)
            .order_by(PromptRow.id)
        )

    def of_plan(self, plan_id: PlanId) -> tuple[Prompt, ...]:
        return self._values(
            select(PromptRow).where(PromptRow.plan_id == plan_id).order_by(PromptRow.made_at, PromptRow.id)
        )

    def _write(self, prompt_id: PromptId, **values: object) -> None:
        self._latest.clear()
        update_if(self._session, PromptRow, PromptRow.id == prompt_id, **values)

    def _one(self, query: Select[PromptRow]) -> Prompt:
        prompt = self._first(query)
        if prompt is None:
            raise NotFound("prompt")
        return prompt

    def _first(self, query: Select[PromptRow], given: dict[str, object] | None = None) -> Prompt | None:
        found = self._values(query, given)
        return found[0] if found else None

    def _values(self, query: Select[PromptRow], given: dict[str, object] | None = None) -> tuple[Prompt, ...]:
        whole = query.options(selectinload(PromptRow.items)).execution_options(populate_existing=True)
        return tuple(to_value(row) for row in self._session.scalars(whole, given))
