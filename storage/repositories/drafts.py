"""Keeping a draft plan: the plan, its people, its actions and the meetings its document lists."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.conventions import PlanConventions
from bot.draft import DraftAction, DraftMeeting, DraftPlan
from bot.instants import local_day
from bot.partnership import PartnershipId, PersonId
from bot.plan import ActionId, ActionPlan, LeadRole, PlanId, PlanState
from bot.rag import scale_of
from bot.recurring import duty_from
from bot.stored import stored_duty
from bot.waiting import waiting_from
from storage.encoding import encode
from storage.names import name_key
from storage.repositories.conventions import columns_of, word_rows
from storage.repositories.meetings import MeetingsRepository
from storage.repositories.partnerships import PartnershipsRepository
from storage.repositories.people import PeopleRepository
from storage.tables.plans import ActionRow, LeadRow, PlanRow, ThemeRow

_TOLERANCE_DAYS = 31


def keep_draft(session: Session, partnership_id: PartnershipId, draft: DraftPlan, at: datetime) -> PlanId:
    """Write the draft as a plan of this partnership; nothing of it is written if anything fails."""
    today = local_day(at, PartnershipsRepository(session).get(partnership_id).zone)
    people = _keep_people(session, draft)
    scale = scale_of(action.rag for action in draft.actions)
    conventions = PlanConventions(status_words=draft.status_words, scale=scale)
    plan = PlanRow(
        partnership_id=partnership_id,
        title=draft.title,
        state=PlanState.DRAFT,
        tolerance_days=_TOLERANCE_DAYS,
        made_at=at,
        **columns_of(conventions),
        document_columns=encode(draft.columns),
        marking=draft.marking,
        local_words=word_rows(conventions),
        themes=[
            ThemeRow(position=position, ref=theme.ref, title=theme.title)
            for position, theme in enumerate(draft.themes)
        ],
        actions=[_action(position, action, people, today) for position, action in enumerate(draft.actions)],
    )
    session.add(plan)
    session.flush()
    for meeting in draft.meetings:
        _keep_meeting(session, partnership_id, meeting)
    return PlanId(plan.id)


def keep_action(session: Session, plan: ActionPlan, draft: DraftAction, at: datetime) -> ActionId:
    """Write one more action at the end of a plan. Its leads are made if unknown."""
    today = local_day(at, PartnershipsRepository(session).get(plan.partnership_id).zone)
    people = PeopleRepository(session).add_all([(name, (), False) for name in draft.leads])
    known = {name_key(person.name): person.id for person in people}
    row = _action(len(plan.actions), draft, known, today)
    row.plan_id = plan.id
    session.add(row)
    session.flush()
    return ActionId(row.id)


def _keep_people(session: Session, draft: DraftPlan) -> dict[str, PersonId]:
    described = {name_key(person.name) for person in draft.people}
    named = dict.fromkeys(lead for action in draft.actions for lead in action.leads)
    people = [(person.name, person.organisations, person.is_post) for person in draft.people]
    people += [(name, (), False) for name in named if name_key(name) not in described]
    return {name_key(person.name): person.id for person in PeopleRepository(session).add_all(people)}


def _action(position: int, draft: DraftAction, people: dict[str, PersonId], today: date) -> ActionRow:
    waiting = waiting_from(draft.waits_for) if draft.status.is_open else None
    return ActionRow(
        position=position,
        row=draft.row,
        ref=draft.ref,
        theme_ref=draft.theme,
        recommendation=draft.recommendation,
        text=draft.text,
        outcome=draft.outcome,
        status=draft.status,
        status_text=draft.status_text,
        rag=draft.rag,
        baseline_due=draft.first_due,
        approved_due=draft.latest_due,
        forecast_due=draft.forecast,
        comments=draft.comments,
        workstream=draft.workstream,
        duty=stored_duty(duty_from(draft.repeats, today) if draft.status.is_open else None),
        waiting_for=waiting.stored() if waiting else None,
        leads=_leads(draft, people),
    )


def _leads(draft: DraftAction, people: dict[str, PersonId]) -> list[LeadRow]:
    """The leads as named, once each; the first named reports unless an officer says otherwise."""
    in_order = dict.fromkeys(people[name_key(name)] for name in draft.leads)
    return [
        LeadRow(
            person_id=person_id,
            position=position,
            role=LeadRole.SUPPORTING if position else LeadRole.REPORTING,
        )
        for position, person_id in enumerate(in_order)
    ]


def _keep_meeting(session: Session, partnership_id: PartnershipId, draft: DraftMeeting) -> None:
    """Papers due over an interval are due on its first day: nobody is ever told too late."""
    papers_due_on = draft.papers_due.start if draft.papers_due else None
    MeetingsRepository(session).add(partnership_id, draft.name, draft.on, papers_due_on, None)
