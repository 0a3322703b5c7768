"""Whether the list of leads is still right: asked of the board officers twice a year, shown at any time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.card import Card
from bot.errors import NotFound
from bot.partnership import Partnership, PartnershipId, Person, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import lead_list as say
from bot.ports import UnitOfWork
from bot.services.asks.owed_asks import in_hours
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.standings import live_plans, today_of

EVERY = timedelta(days=182)
"""Half a year, counted from going live."""

LATEST = timedelta(days=14)
"""So long after its day it is still asked; a bot that was away longer waits for the next."""


def on_lead_list(ordered: Ordered) -> Card:
    """ "lead list": for a board officer."""
    runs = [one for _, one in ordered.view.plans if can_run(ordered.person, one)]
    if not runs:
        for _, partnership in ordered.view.plans[:1]:
            check_can_run(ordered.person, partnership, ordered.work.people.get)
        raise NotFound("a plan whose board you sit on")
    return _card(ordered.work, runs[0])


def composed(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """The list as it stands when it is sent."""
    return _card(work, work.partnerships.get(PartnershipId(int(str(subject["partnership"])))))


def owe_lead_list(work: UnitOfWork, partnership: Partnership, now: datetime) -> None:
    """Ask the officers, each half year after the partnership's first plan went live."""
    began = _live_since(work, partnership)
    times = (now - began) // EVERY if began is not None else 0
    if began is None or times < 1 or now - (began + times * EVERY) > LATEST:
        return
    for officer in map(work.people.get, partnership.officers):
        key = f"lead-list:{partnership.id}:{times}"
        subject: dict[str, object] = {"say": "lead_list", "partnership": partnership.id}
        notify(work, partnership, officer, key, subject, due_at=in_hours(now, partnership, officer))


def _live_since(work: UnitOfWork, partnership: Partnership) -> datetime | None:
    """When the first of a partnership's live plans went live."""
    live = [plan.went_live_at for plan in live_plans(work, partnership) if plan.went_live_at is not None]
    return min(live, default=None)


def _card(work: UnitOfWork, partnership: Partnership) -> Card:
    """Everybody who leads something, told apart by what is worth a look."""
    open_refs: dict[PersonId, list[str]] = defaultdict(list)
    everybody: dict[PersonId, None] = {}
    without_lead = []
    for plan in live_plans(work, partnership):
        for action in plan.actions:
            everybody |= dict.fromkeys(lead.person_id for lead in action.leads)
            for lead in action.leads if action.status.is_open else ():
                open_refs[lead.person_id].append(action.ref)
            if action.status.is_open and not action.leads:
                without_lead.append(action.ref)
    began = _live_since(work, partnership) or work.now
    kinds: dict[str, list[say.Led]] = defaultdict(list)
    for person_id in everybody:
        person, refs = work.people.get(person_id), tuple(open_refs[person_id])
        kinds[_kind(person, refs, began, work.now)].append(say.Led(person.name, refs))
    return say.lead_list(
        say.LeadList(
            name=partnership.name,
            on=today_of(work, partnership),
            without_lead=tuple(without_lead),
            **{kind: tuple(kinds[kind]) for kind in ("gone", "not_here", "joined", "done", "others")},
        )
    )


def _kind(person: Person, refs: tuple[str, ...], began: datetime, now: datetime) -> str:
    """Why somebody is worth a look, the gravest reason first."""
    if not refs:
        return "done"
    if not person.is_active:
        return "gone"
    if person.external_id is None:
        return "not_here"
    came = person.introduced_at
    is_new = came is not None and came > began + LATEST and now - came < EVERY
    return "joined" if is_new else "others"
