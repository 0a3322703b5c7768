"""As at a past moment: what was known then comes back, whatever has happened since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.assessment import Assessed
from bot.changes import Change
from bot.draft import DraftAction
from bot.fields import stored_field
from bot.handovers import HandOver
from bot.meetings import MeetingDates
from bot.partnership import Meeting, Partnership, Platform
from bot.plan import Action, ActionPlan, ActionStatus, LeadRole
from bot.ports import UnitOfWork
from bot.rag import Rag, RagScale
from bot.services.arrangements import meetings
from bot.services.context.standings import live_plans, meetings_at, standing_of
from bot.services.standing.then import plans_at
from bot.timescale import Timescale
from storage import Record
from tests.databases import StoppedClock
from tests.storage.larkmere import add_plan

Known = tuple[tuple[Assessed, ...], tuple[Meeting, ...], int, RagScale]


def day(random: Random, begins: date) -> Timescale:
    on = begins + timedelta(days=random.randrange(300))
    return Timescale.of_day(on, on.isoformat())


def write(work: UnitOfWork, one: Action, **fields: Any) -> None:
    after = replace(one, **fields)
    work.plans.apply(
        [
            Change(one.id, one.version, name, stored_field(one, name), stored_field(after, name))
            for name in fields
        ],
        work.now,
    )


def say(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    one = random.choice(plan.actions)
    write(work, one, rag=random.choice(list(Rag)), narrative=f"said {random.random()}")
    work.plans.reported(one.id, work.now)


def finish(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    one = random.choice(plan.actions)
    status = random.choice(list(ActionStatus))
    on = work.now.date() if status is ActionStatus.COMPLETE else None
    write(work, one, status=status, completed_on=on)


def move(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    one, to = random.choice(plan.actions), day(random, work.now.date())
    write(work, one, forecast_due=to)
    work.plans.moved(one.id, one.forecast_due, to, "rooms", work.now.date(), None, None)


def hand_over(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    one = random.choice([action for action in plan.actions if action.leads])
    to = work.people.add(f"Z Newman {random.randrange(4)}", ["Dunvale NHS Trust"]).id
    if to not in {lead.person_id for lead in one.leads}:
        work.handovers.add(HandOver(one.id, one.leads[0].person_id, to, to, work.now))


def name_leads(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    names = random.sample(["K Bramley", "S Okoro", "J Tranter"], 2)
    roles = ((names[0], LeadRole.REPORTING), (names[1], LeadRole.SUPPORTING))
    work.versions.set_leads(random.choice(plan.actions).id, roles)


def reword(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    work.versions.rewrite({random.choice(plan.actions).id: {"text": f"Reworded {random.random()}"}}, work.now)


def set_tolerance(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    work.plans.set_tolerance(plan.id, random.choice([7, 14, 31, 62]))


def set_end(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    work.plans.set_end(plan.id, random.choice([None, day(random, work.now.date()).end]))


def set_scale(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    scale = random.choice([RagScale.THREE_POINT, RagScale.FIVE_POINT])
    work.plans.set_conventions(plan.id, replace(plan.conventions, scale=scale))


def correct(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    work.plans.correct_first_date(random.choice(plan.actions).id, day(random, work.now.date()))


def add_action(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    new = DraftAction(
        ref=f"N{len(plan.actions)}", theme=None, recommendation="", text="More", leads=("S Okoro",),
        timescale=day(random, work.now.date()), status=ActionStatus.NOT_STARTED, status_text="", rag=None,
        comments="", outcome="", row=0,
    )  # fmt: skip
    work.plans.add_action(plan.id, new)


def convene(work: UnitOfWork, random: Random, plan: ActionPlan) -> None:
    """A meeting is added, moved, or removed."""
    known = work.meetings.of(plan.partnership_id)
    on = day(random, work.now.date() - timedelta(days=60))
    if not known or random.random() < 0.4:
        meetings.add(work, plan.partnership_id, None, "Board", MeetingDates(on, None, None))
    elif random.random() < 0.5:
        meetings.remove(work, None, random.choice(known))
    else:
        one = random.choice(known)
        meetings.move(work, None, one, MeetingDates(on, on.start - timedelta(days=8), None))


ACTS: tuple[Callable[[UnitOfWork, Random, ActionPlan], None], ...] = (
    say, finish, move, hand_over, name_leads, reword, set_tolerance, set_end, set_scale, correct,
    add_action, convene,
)  # fmt: skip


def plain(found: tuple[Assessed, ...]) -> tuple[Assessed, ...]:
    """Without the version, which only guards against two writers."""
    return tuple(replace(one, action=replace(one.action, version=0)) for one in found)


def known_now(work: UnitOfWork, partnership: Partnership) -> Known:
    (plan,) = live_plans(work, partnership)
    stood = plain(standing_of(work, partnership, (plan,), work.now))
    return stood, meetings_at(work, partnership, work.now), plan.tolerance_days, plan.conventions.scale


def known_then(work: UnitOfWork, partnership: Partnership, at: datetime) -> Known:
    (plan,) = plans_at(work, live_plans(work, partnership), at)
    stood = plain(standing_of(work, partnership, (plan,), at))
    return stood, meetings_at(work, partnership, at), plan.tolerance_days, plan.conventions.scale


@pytest.mark.parametrize("seed", [1, 2])
def test_snapshots_of_random_moments_come_back_whatever_was_done_after_them(
    sqlite_record: Record, clock: StoppedClock, seed: int
) -> None:
    random, record = Random(seed), sqlite_record  # noqa: S311 - a sample, no secret
    workspace = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    with record.open_work(workspace.id) as work:
        plan = work.plans.go_live(add_plan(work, size=6).id, work.now)
        partnership = work.partnerships.get(plan.partnership_id)
    snapshots: dict[datetime, Known] = {}
    for _ in range(60):
        clock.instant += timedelta(hours=random.randrange(1, 90))
        if random.random() < 0.4:
            with record.open_work(workspace.id, read_only=True) as work:
                snapshots[work.now] = known_now(work, partnership)
            clock.instant += timedelta(minutes=1)
        with record.open_work(workspace.id) as work:
            (plan,) = live_plans(work, partnership)
            random.choice(ACTS)(work, random, plan)
    clock.instant += timedelta(days=1)
    with record.open_work(workspace.id, read_only=True) as work:
        told = {at: known_then(work, partnership, at) for at in snapshots}
    assert len(told) > 15
    for at, known in snapshots.items():
        assert told[at] == known, at
