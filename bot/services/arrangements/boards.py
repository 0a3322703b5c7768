"""Which body follows which plan and from when, how a plan is classified, and the forward plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.boards import ForwardItem, ForwardItemId, ForwardKind, Remit, still_ahead
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.held_checks import held_checks
from bot.meetings import this_year
from bot.partnership import Partnership, PartnershipId, Person, PersonId
from bot.phrases import boards as say
from bot.phrases import statuses
from bot.plan import ActionPlan, Classification
from bot.ports import UnitOfWork
from bot.services.context.standings import live_plans, today_of
from bot.services.context.view import view_of
from bot.shifting import later
from bot.timescale import Timescale


def give(
    work: UnitOfWork, actor: PersonId | None, plan: ActionPlan, body: str, remit: Remit, from_on: date
) -> None:
    """Let a body follow a plan from a day on. One body monitors: the one before it ends the day before."""
    found = work.boards.named(plan.partnership_id, body)
    if remit is Remit.MONITORS:
        for one in work.boards.following(plan.partnership_id):
            if one.plan_id == plan.id and one.remit is remit and one.until_on is None:
                work.boards.end(plan.id, one.body.id, remit, from_on - timedelta(days=1))
    work.boards.give(plan.id, found.id, remit, from_on)
    values: dict[str, object] = {"body": found.id, "remit": remit.value, "from": from_on.isoformat()}
    event = AuditEvent(plan.partnership_id, Verb.PLAN_GIVEN, actor, f"plan:{plan.id}", values)
    work.audit.append(event, work.now)


def classify(
    work: UnitOfWork, actor: PersonId | None, plan: ActionPlan, classification: Classification
) -> None:
    """Say how a plan may be handled."""
    work.plans.classify(plan.id, classification)
    values: dict[str, object] = {"classification": classification.value}
    event = AuditEvent(plan.partnership_id, Verb.PLAN_CLASSIFIED, actor, f"plan:{plan.id}", values)
    work.audit.append(event, work.now)


def classify_channel(
    work: UnitOfWork, actor: PersonId | None, partnership: Partnership, classification: Classification
) -> None:
    """Say whether restricted plans may be spoken of in a partnership's channel."""
    work.partnerships.classify_channel(partnership.id, classification)
    values: dict[str, object] = {"channel": classification.value}
    subject = f"partnership:{partnership.id}"
    event = AuditEvent(partnership.id, Verb.PLAN_CLASSIFIED, actor, subject, values)
    work.audit.append(event, work.now)


def promise(
    work: UnitOfWork,
    actor: PersonId | None,
    partnership_id: PartnershipId,
    kind: ForwardKind,
    what: str,
    when: Timescale,
    body: str | None,
    every_months: int | None = None,
) -> ForwardItem:
    """Put something a body is due to receive, or to look at, into the forward plan; with `every_months` it
    comes round again once it is dealt with."""
    found = work.boards.named(partnership_id, body).id if body else None
    item = work.boards.promise(partnership_id, kind, what, when, found, every_months)
    values: dict[str, object] = {
        "kind": kind.value,
        "from": when.start.isoformat(),
        "to": when.end.isoformat(),
    }
    event = AuditEvent(partnership_id, Verb.FORWARD_PROMISED, actor, f"forward:{item.id}", values, what)
    work.audit.append(event, work.now)
    return item


def settle(
    work: UnitOfWork, actor: PersonId | None, partnership: Partnership, item_id: ForwardItemId
) -> ForwardItem | None:
    """Note that an item of the forward plan was dealt with today; the next one, where it comes round. Raises
    `NotFound`."""
    item = next((one for one in work.boards.forward(partnership.id) if one.id == item_id), None)
    work.boards.settle(item_id, today_of(work, partnership))
    event = AuditEvent(partnership.id, Verb.FORWARD_SETTLED, actor, f"forward:{item_id}")
    work.audit.append(event, work.now)
    if item is None or item.every_months is None:
        return None
    when = later(item.when, item.every_months)
    return promise(work, actor, partnership.id, item.kind, item.what, when, item.body, item.every_months)


def forward_plan(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan] | None = None
) -> Card:
    """What is still ahead for a partnership's bodies, and when to look whether what was done has held: of
    these plans, or of all for whoever runs the program."""
    seen = live_plans(work, partnership) if plans is None else plans
    held = [one for plan in seen for one in held_checks(plan.actions, partnership.id)]
    ahead = still_ahead((*work.boards.forward(partnership.id), *held))
    today = today_of(work, partnership)
    year = this_year(work.meetings.of(partnership.id), work.boards.of(partnership.id), today)
    return say.forward_plan(partnership.name, ahead, today, [one for one in year if one.least is not None])


def forward_for(work: UnitOfWork, person: Person, channel: str | None = None) -> Card:
    """The forward plan of the partnership a person most likely means."""
    view = view_of(work, person, channel)
    partnership = view.partnership
    if partnership is None:
        return statuses.no_plan()
    return forward_plan(work, partnership, [plan for plan, of in view.plans if of.id == partnership.id])
