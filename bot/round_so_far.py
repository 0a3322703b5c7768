"""How a round of asking stands: who has answered, who is awaited, and who cannot be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.absences import Away, asked_for, away_on
from bot.partnership import Person, PersonId
from bot.plan import Action, ActionPlan, ActionStatus
from bot.prompting import reporting_leads
from bot.slippage import awaits_lead, is_due_to_start, is_left_for_now


@dataclass(frozen=True, slots=True)
class Awaited:
    """A lead of whom something is still open. `asked` answers for them, None is nobody; `away_until` is when
    an absence without a deputy ends, `put_off_to` the day they asked to be asked again."""

    lead: Person
    asked: Person | None
    open: tuple[Action, ...]
    away_until: date | None = None
    put_off_to: date | None = None

    @property
    def can_be_asked(self) -> bool:
        """Whether a message reaches whoever answers."""
        return self.asked is not None and self.asked.external_id is not None and self.asked.is_active


@dataclass(frozen=True, slots=True)
class RoundSoFar:
    """Whole counts; an action with two leads counts once. `views_asked` is how many views members were asked
    for at the round's meeting."""

    leads: int
    answered: int
    actions: int
    told: int
    awaited: tuple[Awaited, ...]
    unconfirmed: int
    to_accept: tuple[Action, ...]
    without_lead: tuple[Action, ...]
    views_given: int = 0
    views_asked: int = 0

    @property
    def waiting(self) -> tuple[Awaited, ...]:
        """Those who have been, or can be, asked."""
        return tuple(one for one in self.awaited if one.can_be_asked)

    @property
    def nobody_to_ask(self) -> tuple[Awaited, ...]:
        """Those who are the board officer's to see to."""
        return tuple(one for one in self.awaited if not one.can_be_asked)


def round_so_far(
    plans: Sequence[ActionPlan],
    people: dict[PersonId, Person],
    known: Sequence[Away],
    today: date,
    fresh_since: datetime,
    unconfirmed: int,
    horizon: date,
) -> RoundSoFar:
    """How a round stands, from the plans as they are; `horizon` is how far "due soon" reaches."""
    asked_about = [
        action
        for plan in plans
        for action in plan.actions
        if awaits_lead(action) and is_due_to_start(action, today) and action.reporting_leads
        if not is_left_for_now(action, today, fresh_since, horizon) or _told(action, fresh_since)
    ]
    leads = dict.fromkeys(
        person_id
        for plan in plans
        for person_id in reporting_leads(plan)
        if any(_reports(action, person_id) for action in asked_about)
    )
    awaited = [
        _awaited(people, known, person_id, still, today)
        for person_id in leads
        if (
            still := tuple(
                one for one in asked_about if _reports(one, person_id) and not _told(one, fresh_since)
            )
        )
    ]
    every = [action for plan in plans for action in plan.actions]
    return RoundSoFar(
        leads=len(leads),
        answered=len(leads) - len(awaited),
        actions=len(asked_about),
        told=sum(_told(action, fresh_since) for action in asked_about),
        awaited=tuple(awaited),
        unconfirmed=unconfirmed,
        to_accept=tuple(one for one in every if one.status is ActionStatus.CLAIMED_DONE),
        without_lead=tuple(one for one in every if awaits_lead(one) and not one.reporting_leads),
    )


def _awaited(
    people: dict[PersonId, Person],
    known: Sequence[Away],
    person_id: PersonId,
    still: tuple[Action, ...],
    today: date,
) -> Awaited:
    asked_id = asked_for(known, person_id, today)
    away = away_on(known, person_id, today)
    return Awaited(
        people[person_id],
        people[asked_id] if asked_id is not None else None,
        still,
        away.until_on if away is not None and asked_id is None else None,
    )


def _reports(action: Action, person_id: PersonId) -> bool:
    return any(lead.speaks == person_id for lead in action.reporting_leads)


def _told(action: Action, fresh_since: datetime) -> bool:
    return action.reported_at is not None and action.reported_at >= fresh_since
