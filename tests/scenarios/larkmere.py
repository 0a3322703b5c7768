"""A small invented partnership: five actions, four people on the platform, one who is not."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date

from bot.draft import DraftAction, DraftPerson, DraftPlan
from bot.partnership import Rhythm, Workspace
from bot.plan import ActionStatus, Theme
from bot.ports import OpenWork
from bot.services.arrangements import set_up
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.timescale import Precision, Timescale

CHANNEL = "CLARKMERE"
OFFICER = "P Lowell"
CHAIR = "Cllr A Merrin"
ON_SLACK = ("S Okoro", "K Bramley", OFFICER, CHAIR)


def account(name: str) -> str:
    """The platform's id of somebody: "S Okoro" is USOKORO."""
    return "U" + "".join(letter for letter in name.upper() if letter.isalpha())


def month(year: int, number: int) -> Timescale:
    """A whole month, printed as the plan prints it."""
    last = calendar.monthrange(year, number)[1]
    words = f"{calendar.month_name[number]} {year}"
    return Timescale(date(year, number, 1), date(year, number, last), Precision.MONTH, words)


def action(ref: str, text: str, lead: str, due: Timescale, row: int) -> DraftAction:
    return DraftAction(
        ref=ref,
        theme=ref.split(".", maxsplit=1)[0],
        recommendation=f"Recommendation {ref}",
        text=text,
        leads=(lead,),
        timescale=due,
        status=ActionStatus.IN_PROGRESS,
        status_text="",
        rag=None,
        comments="",
        outcome="",
        row=row,
    )


PLAN = DraftPlan(
    title="Larkmere plan",
    themes=(Theme("1", "Agreements"), Theme("2", "Letters"), Theme("4", "People"), Theme("6", "Advice")),
    actions=(
        action("1.10", "Day-service agreement", "T Vance", month(2026, 6), 1),
        action("2.7a", "Discharge letters to GPs", "S Okoro", month(2026, 9), 2),
        action("4.1", "Supervision policy", "S Okoro", month(2026, 12), 3),
        action("5.3", "Transition protocol", "S Okoro", month(2027, 3), 4),
        action("6.2", "Out-of-hours legal advice", "K Bramley", month(2026, 10), 5),
    ),
    people=(
        DraftPerson("S Okoro", ("Dunvale NHS Trust",)),
        DraftPerson("T Vance", ("Dunvale NHS Trust",)),
        DraftPerson("K Bramley", ("Larkmere Council",)),
    ),
    meetings=(),
    doubts=(),
)


def settle_in(
    open_work: OpenWork, workspace: Workspace, accounts: Mapping[str, str], channel: str = CHANNEL
) -> None:
    """The plan is live, its people are known by these accounts, and its board meets on 14 October."""
    with open_work(workspace.id) as work:
        plan = bring_in.bring_in(work, PLAN, partnership_name="Larkmere plan")
        for name, known_as in accounts.items():
            people.link(work, work.people.add(name, ()).id, known_as)
        partnership = work.partnerships.get(plan.partnership_id)
        set_up.set_up(
            work,
            partnership.id,
            actor=None,
            channel=channel,
            rhythm=Rhythm(),
            chairs=[work.people.add(CHAIR, ()).id],
            officers=[work.people.add(OFFICER, ()).id],
        )
        set_up.add_meeting(
            work,
            partnership.id,
            body="Board",
            on=Timescale.of_day(date(2026, 10, 14), "14 October 2026"),
            papers_due_on=date(2026, 10, 4),
        )
        go_live.go_live(work, plan.id, None)
