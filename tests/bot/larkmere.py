"""The invented Larkmere plan, small enough to hold in the head: values for tests of the pure core."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.draft import DraftAction, DraftPerson, DraftPlan
from bot.partnership import (
    Meeting,
    MeetingId,
    Organisation,
    OrganisationId,
    Partnership,
    PartnershipId,
    PersonId,
    Rhythm,
)
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, Lead, LeadRole, PlanId, PlanState, Theme
from bot.rag import Rag
from bot.timescale import Precision, Timescale

TRUST = Organisation(OrganisationId(1), "Dunvale NHS Trust")
COUNCIL = Organisation(OrganisationId(2), "Larkmere Council")
OKORO = Lead(PersonId(1), "S Okoro", LeadRole.REPORTING, (TRUST,))
BRAMLEY = Lead(PersonId(2), "K Bramley", LeadRole.REPORTING, (COUNCIL,))


def day(year: int, month: int, of: int) -> Timescale:
    """A single day."""
    when = date(year, month, of)
    return Timescale.of_day(when, when.isoformat())


def month(year: int, of: int, words: str = "") -> Timescale:
    """A whole month, in these words."""
    start = date(year, of, 1)
    after = date(year + of // 12, of % 12 + 1, 1)
    end = date.fromordinal(after.toordinal() - 1)
    return Timescale(start, end, Precision.MONTH, words or f"{start:%b} {year}")


SEPTEMBER = month(2026, 9, "Sept 2026")

ACTION = Action(
    id=ActionId(1),
    version=1,
    plan_id=PlanId(1),
    ref="2.7a",
    theme_ref="2.0",
    recommendation="Improve discharge",
    text="Discharge letters to GPs",
    outcome="Every letter sent within two days",
    leads=(OKORO,),
    status=ActionStatus.IN_PROGRESS,
    status_text="",
    rag=Rag.GREEN,
    baseline_due=SEPTEMBER,
    approved_due=SEPTEMBER,
    forecast_due=None,
    completed_on=None,
    reported_at=datetime(2026, 8, 14, 9, 0, tzinfo=UTC),
)


def action(**fields: object) -> Action:
    """The usual action, but for these fields."""
    return replace(ACTION, **fields)  # type: ignore[arg-type]


def plan(*actions: Action) -> ActionPlan:
    """A live plan of these actions."""
    return ActionPlan(
        PlanId(1),
        PartnershipId(1),
        "Larkmere plan",
        PlanState.LIVE,
        (Theme("2.0", "Leaving hospital"),),
        tuple(actions) or (ACTION,),
        went_live_at=datetime(2026, 6, 1, 8, 0, tzinfo=UTC),
    )


PARTNERSHIP = Partnership(
    PartnershipId(1),
    "Larkmere",
    "C1",
    rhythm=Rhythm(ask_at=time(9, 0)),
    chairs=(PersonId(8),),
    officers=(PersonId(9),),
)

OCTOBER_BOARD = Meeting(
    MeetingId(1),
    PartnershipId(1),
    "board",
    day(2026, 10, 14),
    papers_due_on=date(2026, 10, 4),
    updates_by=None,
)


def _draft(
    ref: str, text: str, lead: str | None, due: Timescale | None, rag: Rag | None, **fields: object
) -> DraftAction:
    drafted = DraftAction(
        ref=ref,
        theme=f"{ref[0]}.0",
        recommendation="",
        text=text,
        leads=(lead,) if lead else (),
        timescale=due,
        status=ActionStatus.IN_PROGRESS,
        status_text="",
        rag=rag,
        comments="",
        outcome="",
        row=0,
    )
    return replace(drafted, **fields)  # type: ignore[arg-type]


DRAFT = DraftPlan(
    title="Larkmere plan",
    themes=(Theme("2.0", "Leaving hospital"), Theme("4.0", "Workforce"), Theme("5.0", "Transition")),
    actions=(
        _draft("1.10", "Day-service agreement", "T Vance", month(2026, 6, "June 2026"), Rag.RED),
        _draft("2.7a", "Discharge letters to GPs", "S Okoro", SEPTEMBER, Rag.GREEN),
        _draft("2.7b", "Discharge letters to carers", "K Bramley", month(2026, 12, "Dec 2026"), Rag.GREEN),
        _draft(
            "4.1",
            "Supervision policy",
            "S Okoro",
            month(2026, 12, "Dec 2026"),
            Rag.GREEN,
            outcome="every supervisor trained, checked by audit",
        ),
        _draft("4.2", "Induction pack", None, None, None),
        _draft(
            "5.3",
            "Transition protocol",
            "S Okoro",
            month(2027, 3, "March 2027"),
            None,
            status=ActionStatus.NOT_STARTED,
        ),
        _draft("6.1", "Room on Tuesdays", "K Bramley", month(2026, 11, "Nov 2026"), Rag.AMBER),
    ),
    people=(
        DraftPerson("S Okoro", ("Dunvale NHS Trust",)),
        DraftPerson("K Bramley", ("Larkmere Council",)),
        DraftPerson("T Vance", ("Dunvale NHS Trust",)),
    ),
    meetings=(),
    doubts=(),
)
"""The plan as a document gives it: three leads, seven actions, one of them late, one without anybody."""
