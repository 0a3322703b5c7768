"""Partnerships by the number, and what their leads write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.draft import DraftAction, DraftPerson, DraftPlan
from bot.partnership import Platform, Rhythm
from bot.plan import ActionStatus, Theme
from bot.services.arrangements import set_up
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.timescale import Timescale
from storage import Record
from storage.engine import open_engine

KEY = b"\x07" * 32
TEAM = "T1"
ACTIONS_A_LEAD = 10
EVENT_TIME = 1


class OffsetClock:
    """The machine's clock, set to another time once."""

    def __init__(self, ahead: float = 0.0) -> None:
        self._ahead = timedelta(seconds=ahead)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


def channel(partnership: int) -> str:
    return f"CPART{partnership}"


def account(partnership: int, lead: int) -> str:
    return f"UPART{partnership}L{lead}"


def settle(url: str, clock: OffsetClock, partnerships: int, actions: int, *, on_slack: bool) -> None:
    """So many live partnerships, each with a channel of its own. Leads without an account hear nothing."""
    record = Record(open_engine(url), clock, KEY)
    here = record.workspaces.of(Platform.SLACK, TEAM, "Large")
    leads = max(1, actions // ACTIONS_A_LEAD)
    for number in range(partnerships):
        with record.open_patient_work(here.id) as work:
            plan = bring_in.bring_in(work, _draft(number, actions), partnership_name=f"Partnership {number}")
            if on_slack:
                known = {lead.name: lead.person_id for action in plan.actions for lead in action.leads}
                for lead in range(leads):
                    people.link(work, known[_name(number, lead)], account(number, lead))
            set_up.set_up(
                work, plan.partnership_id, actor=None, channel=channel(number), rhythm=Rhythm(), chairs=[],
                officers=[],
            )  # fmt: skip
            go_live.go_live(work, plan.id, None)
    record.close()


def updates(partnerships: int, actions: int, run: str) -> Iterator[bytes]:
    """What leads write, without end: one after another, each about an action of theirs."""
    leads, number = max(1, actions // ACTIONS_A_LEAD), 0
    while True:
        partnership, turn = number % partnerships, number // partnerships
        lead, about = turn % leads, (turn // leads) % ACTIONS_A_LEAD
        ref = f"1.{lead * ACTIONS_A_LEAD + about + 1}"
        yield _event(run, number, account(partnership, lead), f"{ref} on track, letter {number} is out")
        number += 1


def _event(run: str, number: int, who: str, text: str) -> bytes:
    ts = f"{1_790_000_000 + number}.{run:0>6}"
    body = {
        "team_id": TEAM,
        "api_app_id": "A1",
        "type": "event_callback",
        "event_id": f"Ev{run}{number}",
        "event_time": EVENT_TIME,
        "authorizations": [{"enterprise_id": None, "team_id": TEAM, "user_id": "U0BOT", "is_bot": True}],
        "event": {
            "type": "message", "user": who, "channel": f"D{who}", "channel_type": "im", "ts": ts,
            "event_ts": ts, "text": text, "team": TEAM, "client_msg_id": f"client-{run}-{number}",
        },
    }  # fmt: skip
    return json.dumps(body).encode()


def _name(partnership: int, lead: int) -> str:
    return f"L{lead} Of-{partnership}"


def _draft(partnership: int, actions: int) -> DraftPlan:
    start = date(2026, 10, 31)
    leads = max(1, actions // ACTIONS_A_LEAD)
    return DraftPlan(
        title=f"Plan {partnership}",
        themes=(Theme("1", "Everything"),),
        actions=tuple(
            DraftAction(
                ref=f"1.{number + 1}",
                theme="1",
                recommendation=f"Recommendation {number}",
                text=f"A piece of work numbered {number}",
                leads=(_name(partnership, min(number // ACTIONS_A_LEAD, leads - 1)),),
                timescale=Timescale.of_day(start + timedelta(days=number), "as agreed"),
                status=ActionStatus.IN_PROGRESS,
                status_text="",
                rag=None,
                comments="",
                outcome="",
                row=number + 1,
            )
            for number in range(actions)
        ),
        people=tuple(DraftPerson(_name(partnership, lead), ("Dunvale NHS Trust",)) for lead in range(leads)),
        meetings=(),
        doubts=(),
    )
