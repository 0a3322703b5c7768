"""Real documents as live plans, without a database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.draft import DraftPlan
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from bot.partnership import Organisation, OrganisationId, PartnershipId, PersonId
from bot.plan import Action, ActionId, ActionPlan, Lead, LeadRole, PlanId, PlanState
from documents.files import read_file

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
FILES = {
    "sample": ROOT / "leadline" / "sample" / "larkmere_plan.csv",
    "halton": SEEDS / "halton_improvement_review_action_plan.txt",
    "manchester": SEEDS / "manchester_boyington_action_plan.txt",
}
TODAY = date(2026, 11, 22)


def read(path: Path) -> DraftPlan:
    """The draft a file holds."""
    return read_document(read_file(path), TODAY, Conventions())


def live(draft: DraftPlan) -> ActionPlan:
    """The draft as a live plan, as the record would keep it."""
    names = list(dict.fromkeys(name for action in draft.actions for name in action.leads))
    employers = {person.name: person.organisations for person in draft.people}

    def lead(name: str, place: int) -> Lead:
        bodies = tuple(Organisation(OrganisationId(1), body) for body in employers.get(name, ()))
        role = LeadRole.SUPPORTING if place else LeadRole.REPORTING
        return Lead(PersonId(names.index(name) + 1), name, role, bodies)

    actions = tuple(
        Action(
            id=ActionId(number),
            version=1,
            plan_id=PlanId(1),
            ref=one.ref,
            theme_ref=one.theme,
            recommendation=one.recommendation,
            text=one.text,
            outcome=one.outcome,
            leads=tuple(lead(name, place) for place, name in enumerate(one.leads)),
            status=one.status,
            status_text=one.status_text,
            rag=one.rag,
            baseline_due=one.first_due,
            approved_due=one.latest_due,
            forecast_due=one.forecast,
            completed_on=None,
            comments=one.comments,
            workstream=one.workstream,
            row=one.row,
        )
        for number, one in enumerate(draft.actions, start=1)
    )
    return ActionPlan(
        PlanId(1),
        PartnershipId(1),
        draft.title,
        PlanState.LIVE,
        draft.themes,
        actions,
        columns=draft.columns,
        marking=draft.marking,
    )
