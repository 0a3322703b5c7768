"""Action plans, loaded whole, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from bot.conventions import PlanConventions
from bot.draft import DraftAction, DraftPlan
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PartnershipId, PersonId
from bot.past import Past
from bot.plan import ActionId, ActionPlan, Classification, PlanId, PlanState
from bot.stored import stored_date
from storage.plan_cache import PlanCache, Stamp
from storage.plan_writes import plan_writes
from storage.references import seen
from storage.repositories.absences import with_deputies
from storage.repositories.action_changes import ActionChanges
from storage.repositories.beside_actions import beside_actions
from storage.repositories.conventions import columns_of, word_rows
from storage.repositories.drafts import keep_action, keep_draft
from storage.repositories.past import note_of_plan, past_of
from storage.repositories.plan_values import WHOLE_PLAN, actions_of, to_value
from storage.sessions import READS_ONLY
from storage.tables.audit import AuditHeadRow
from storage.tables.people import WorkspaceRow
from storage.tables.plans import ActionRow, LeadRow, LocalWordRow, PlanRow
from storage.writing import update_if

_ENDS = select(
    AuditHeadRow.partnership_id, AuditHeadRow.seq, AuditHeadRow.hash, WorkspaceRow.plans_version
).join(WorkspaceRow, WorkspaceRow.id == AuditHeadRow.workspace_id)
_WAS_LIVE = (PlanRow.went_live_at.is_not(None),)
"""A draft that was set aside is closed as well, and never was a plan that anybody was asked about."""


class PlansRepository(ActionChanges):
    """`bot.ports.Plans` on SQL."""

    def __init__(self, session: Session, now: datetime, cache: PlanCache) -> None:
        super().__init__(session, now)
        self._cache = cache
        self._seen: tuple[ActionPlan, ...] | None = None
        self._stamped: dict[int, Stamp] | None = None

    def get(self, plan_id: PlanId) -> ActionPlan:
        return self._one(select(PlanRow).where(PlanRow.id == plan_id), "plan")

    def all(self) -> tuple[ActionPlan, ...]:
        return self._values(select(PlanRow))

    def drafts(self) -> tuple[ActionPlan, ...]:
        return self._values(select(PlanRow).where(PlanRow.state == PlanState.DRAFT))

    def led_in(self, people: Collection[PersonId]) -> frozenset[PartnershipId]:
        led = (
            select(PlanRow.partnership_id)
            .join(PlanRow.actions)
            .join(LeadRow, LeadRow.action_id == ActionRow.id)
            .where(LeadRow.person_id.in_(people))
            .distinct()
        )
        return frozenset(map(PartnershipId, self._session.scalars(led)))

    def live(self) -> tuple[ActionPlan, ...]:
        if not self._session.info[READS_ONLY]:
            return with_deputies(self._session, self._live(), self._now)
        if self._seen is None:  # who only reads sees one instant: it need not be looked for twice
            self._seen = with_deputies(self._session, self._live(), self._now)
        return self._seen

    def _live(self) -> tuple[ActionPlan, ...]:
        """The live plans without deputies, who change with the day and not with the plan. Kept ones are used
        for every partnership whose plans this unit of work has not written to itself."""
        live = select(PlanRow).where(PlanRow.state == PlanState.LIVE)
        written = plan_writes(self._session)
        if written.is_of_many:
            return self._read(live)
        return self._of_state(PlanState.LIVE, live, written.touched(self._session))

    def _of_state(
        self, state: PlanState, query: Select[PlanRow], touched: frozenset[int]
    ) -> tuple[ActionPlan, ...]:
        """Plans of this state, which is what the query asks for; of partnerships that were not touched those
        that are kept, if any are."""
        stamps = self._stamps()
        kept = self._cache.find({one: stamp for one, stamp in stamps.items() if one not in touched}, state)
        missing = [partnership_id for partnership_id in stamps if partnership_id not in kept]
        found: dict[int, tuple[ActionPlan, ...]] = dict.fromkeys(missing, ())
        for plan in self._read(query.where(PlanRow.partnership_id.in_(missing))) if missing else ():
            found[plan.partnership_id] += (plan,)
        for partnership_id in missing:
            if partnership_id not in touched:
                self._cache.keep(partnership_id, stamps[partnership_id], found[partnership_id], state)
        every = (plan for plans in (*kept.values(), *found.values()) for plan in plans)
        return tuple(sorted(every, key=lambda plan: plan.id))

    def holding(self, action_id: ActionId) -> ActionPlan:
        for plan in self._live() if not plan_writes(self._session).has_any else ():
            if plan.holds(action_id):
                seen(self._session, PlanRow, (plan.id,))
                seen(self._session, ActionRow, (action_id,))
                return with_deputies(self._session, (plan,), self._now)[0]
        return self._one(select(PlanRow).join(PlanRow.actions).where(ActionRow.id == action_id), "action")

    def add(self, partnership_id: PartnershipId, draft: DraftPlan, at: datetime) -> ActionPlan:
        return self.get(keep_draft(self._session, partnership_id, draft, at))

    def go_live(self, plan_id: PlanId, at: datetime) -> ActionPlan:
        is_draft = (PlanRow.id == plan_id, PlanRow.state == PlanState.DRAFT)
        update_if(self._session, PlanRow, *is_draft, state=PlanState.LIVE, went_live_at=at)
        return self.get(plan_id)

    def began(self, plan_id: PlanId, at: datetime) -> ActionPlan:
        is_live = (PlanRow.id == plan_id, PlanRow.state == PlanState.LIVE)
        update_if(self._session, PlanRow, *is_live, went_live_at=at)
        return self.get(plan_id)

    def archive(self, plan_id: PlanId) -> ActionPlan:
        is_draft = (PlanRow.id == plan_id, PlanRow.state == PlanState.DRAFT)
        update_if(self._session, PlanRow, *is_draft, state=PlanState.ARCHIVED, ended_at=self._now)
        return self.get(plan_id)

    def set_aside(self, plan_id: PlanId) -> ActionPlan:
        is_draft = (PlanRow.id == plan_id, PlanRow.state == PlanState.DRAFT)
        update_if(self._session, PlanRow, *is_draft, state=PlanState.CLOSED, ended_at=self._now)
        return self.get(plan_id)

    def pause(self, plan_id: PlanId, until: datetime | None) -> ActionPlan:
        is_live = (PlanRow.id == plan_id, PlanRow.state == PlanState.LIVE)
        update_if(self._session, PlanRow, *is_live, paused_at=self._now, paused_until=until)
        return self.get(plan_id)

    def resume(self, plan_id: PlanId) -> ActionPlan:
        is_paused = (PlanRow.id == plan_id, PlanRow.paused_at.is_not(None))
        update_if(self._session, PlanRow, *is_paused, paused_until=self._now)
        return self.get(plan_id)

    def close(self, plan_id: PlanId) -> ActionPlan:
        is_live = (PlanRow.id == plan_id, PlanRow.state == PlanState.LIVE)
        if not update_if(self._session, PlanRow, *is_live, state=PlanState.CLOSED, ended_at=self._now):
            raise AlreadySettled("closed")
        return self.get(plan_id)

    def reopen(self, plan_id: PlanId) -> ActionPlan:
        was_live = (PlanRow.id == plan_id, PlanRow.state == PlanState.CLOSED, *_WAS_LIVE)
        again = {"state": PlanState.LIVE, "paused_at": PlanRow.ended_at, "paused_until": self._now}
        if not update_if(self._session, PlanRow, *was_live, ended_at=None, **again):
            raise AlreadySettled("opened again")
        return self.get(plan_id)

    def closed(self) -> tuple[ActionPlan, ...]:
        were_live = select(PlanRow).where(PlanRow.state == PlanState.CLOSED, *_WAS_LIVE)
        written = plan_writes(self._session)
        if written.is_of_many:
            return self._values(were_live)
        found = self._of_state(PlanState.CLOSED, were_live, written.touched(self._session))
        return with_deputies(self._session, found, self._now)

    def set_conventions(self, plan_id: PlanId, conventions: PlanConventions) -> ActionPlan:
        was = self.get(plan_id).conventions.scale.value
        note_of_plan(self._session, plan_id, self._now, "scale", was, conventions.scale.value)
        if not update_if(self._session, PlanRow, PlanRow.id == plan_id, **columns_of(conventions)):
            raise NotFound("plan")
        self._session.execute(delete(LocalWordRow).where(LocalWordRow.plan_id == plan_id))
        self._session.add_all(word_rows(conventions, plan_id))
        self._session.flush()
        return self.get(plan_id)

    def set_tolerance(self, plan_id: PlanId, days: int) -> ActionPlan:
        was = self.get(plan_id).tolerance_days
        note_of_plan(self._session, plan_id, self._now, "tolerance_days", was, days)
        update_if(self._session, PlanRow, PlanRow.id == plan_id, tolerance_days=days)
        return self.get(plan_id)

    def set_end(self, plan_id: PlanId, day: date | None) -> ActionPlan:
        was = self.get(plan_id).ends_on
        note_of_plan(self._session, plan_id, self._now, "ends_on", stored_date(was), stored_date(day))
        update_if(self._session, PlanRow, PlanRow.id == plan_id, ends_on=day)
        return self.get(plan_id)

    def note_setting(self, plan_id: PlanId, field: str, was: object, now: object) -> None:
        if self._session.scalars(select(PlanRow.id).where(PlanRow.id == plan_id)).one_or_none() is None:
            raise NotFound("plan")
        note_of_plan(self._session, plan_id, self._now, field, was, now)

    def add_action(self, plan_id: PlanId, draft: DraftAction) -> ActionId:
        action_id = keep_action(self._session, self.get(plan_id), draft, self._now)
        update_if(self._session, ActionRow, ActionRow.id == action_id, added_at=self._now)
        return action_id

    def classify(self, plan_id: PlanId, classification: Classification) -> None:
        if not update_if(self._session, PlanRow, PlanRow.id == plan_id, classification=classification):
            raise NotFound("plan")

    def past(self, plan_id: PlanId, since: datetime) -> Past:
        if plan_writes(self._session).has_any:
            return past_of(self._session, plan_id, since)
        of_it = select(PlanRow.partnership_id).where(PlanRow.id == plan_id)
        partnership_id, key = self._session.scalars(of_it).one_or_none(), (int(plan_id), since)
        if partnership_id is None:
            raise NotFound("plan")
        stamp = self._stamps()[partnership_id]
        kept = self._cache.find_past(key, stamp)
        if kept is None:
            kept = past_of(self._session, plan_id, since)
            self._cache.keep_past(key, stamp, kept)
        return kept

    def _stamps(self) -> dict[int, Stamp]:
        """What has happened so far: the end of each partnership's audit chain, and the workspace's count of
        what no one chain tells of. One statement, so that both are of one instant; a unit of work asks once,
        since what it writes itself is noted."""
        if self._stamped is not None:
            return self._stamped
        ends = self._session.execute(_ENDS)
        self._stamped = {end.partnership_id: (end.plans_version, (end.seq, end.hash)) for end in ends}
        return self._stamped

    def _one(self, query: Select[PlanRow], what: str) -> ActionPlan:
        found = self._values(query)
        if not found:
            raise NotFound(what)
        return found[0]

    def _values(self, query: Select[PlanRow]) -> tuple[ActionPlan, ...]:
        return with_deputies(self._session, self._read(query), self._now)

    def _read(self, query: Select[PlanRow]) -> tuple[ActionPlan, ...]:
        whole = query.order_by(PlanRow.id).options(*WHOLE_PLAN).execution_options(populate_existing=True)
        rows = self._session.scalars(whole).all()
        beside = beside_actions(self._session, [row.id for row in rows])
        actions = actions_of(self._session, [row.id for row in rows], beside)
        return tuple(to_value(row, actions[row.id]) for row in rows)
