"""The forward plan in chat: reports promised, reviews, renewals and consultations, and reminders of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.boards import ForwardItem, ForwardItemId, ForwardKind
from bot.calendar import add_working_days, working_day_on_or_before
from bot.card import Answer, Card, Placement
from bot.errors import NotFound
from bot.instants import instant, local_day
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Partnership, PartnershipId, Person
from bot.permissions import check_can_run
from bot.phrases import forward as say
from bot.ports import UnitOfWork
from bot.recurring import months_between
from bot.services.arrangements.boards import promise, settle
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.timescale import Timescale

NOTICE = timedelta(days=14)
"""So long before its time, and before a window opens, the officers are told."""

CLOSING = 3
"""Working days before a consultation closes on which they are told again."""

_TO = re.compile(r"^(?:(?:to|for|at)\s+)?(?:the\s+)?", re.IGNORECASE)
_BY = re.compile(r"^(?:by|in|on|due|from)\s+", re.IGNORECASE)
_EVERY = re.compile(r"^(?:and\s+)?(?:then\s+)?(?:every|each)\b|(?:ly|annual)$", re.IGNORECASE)


def on_promise(ordered: Ordered) -> Card:
    """ "review: Partnership agreement, Board, Sept 2027, every 6 months"."""
    work = ordered.work
    partnership = next(iter(ordered.boards() or dict.fromkeys(one for _, one in ordered.view.plans)), None)
    if partnership is None:
        raise NotFound("a plan whose board you sit on")
    check_can_run(ordered.person, partnership, work.people.get)
    today = today_of(work, partnership)
    read = _read(work, partnership, ordered.order.words, today)
    if read is None:
        return say.what_is_missing(ordered.order.words)
    kind = ForwardKind(ordered.order.other.casefold())
    item = promise(
        work, ordered.person.id, partnership.id, kind, read.what, read.when, read.body, read.every_months
    )
    return say.promised(item, today)


@dataclass(frozen=True, slots=True)
class Promised:
    """An item of the forward plan as it was said."""

    what: str
    when: Timescale
    body: str | None
    every_months: int | None


def _read(work: UnitOfWork, partnership: Partnership, words: str, today: date) -> Promised | None:
    """What is promised, when, to whom, and how often again; None where what or when is missing."""
    bodies = bodies_of(work, partnership)
    conventions = Conventions(nation=partnership.nation)
    what: list[str] = []
    when: Timescale | None = None
    body: str | None = None
    months: int | None = None
    for part in (piece.strip(" .") for piece in words.split(",")):
        named = body_meant(_TO.sub("", part), bodies) if body is None else None
        time = read_timescale(_BY.sub("", part), today, conventions) if when is None else None
        if _EVERY.search(part) and what and (every := months_between(part)):
            months = every
        elif what and named is not None:
            body = named
        elif what and time is not None:
            when = time
        elif part:
            what.append(part)
    return None if not what or when is None else Promised(", ".join(what), when, body, months)


def on_dealt_with(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """An item was dealt with; one that comes round is promised again."""
    if target.partnership is None or target.forward is None:
        raise NotFound("the item this button was for")
    partnership = work.partnerships.get(target.partnership)
    check_can_run(person, partnership, work.people.get)
    item = _item(work, partnership.id, target.forward)
    following = settle(work, person.id, partnership, item.id)
    return Answer(say.settled(item, following), Placement.REPLACE)


def _item(work: UnitOfWork, partnership_id: PartnershipId, item_id: ForwardItemId) -> ForwardItem:
    found = next((one for one in work.boards.forward(partnership_id) if one.id == item_id), None)
    if found is None or found.settled_on is not None:
        raise NotFound("that item of the forward plan, or it is dealt with already")
    return found


def reminder(work: UnitOfWork, partnership_id: PartnershipId, item_id: ForwardItemId) -> Card:
    """What an officer is told of an item. Raises `NotFound` once it is dealt with."""
    partnership = work.partnerships.get(partnership_id)
    return say.reminder(_item(work, partnership_id, item_id), today_of(work, partnership))


def owe_forward(work: UnitOfWork, partnership: Partnership, now: datetime) -> None:
    """Tell the officers of what is near, opens, closes or is past its time, each once."""
    today = local_day(now, partnership.zone)
    for item in work.boards.forward(partnership.id):
        if item.settled_on is not None:
            continue
        due = [
            (rung, day)
            for rung, day in rungs(item, partnership.nation)
            if day <= today and instant(day, partnership.rhythm.ask_at, partnership.zone) <= now
        ]
        if due:
            _owe(work, partnership, item, max(due, key=lambda one: one[1])[0], now)


def rungs(item: ForwardItem, nation: str) -> Iterator[tuple[str, date]]:
    """When officers are told of an item, each a working day: before its time, before its window closes, and
    when it is over."""
    yield "before", working_day_on_or_before(item.when.start - NOTICE, nation)
    if item.kind is ForwardKind.CONSULTATION:
        yield "opens", working_day_on_or_before(item.when.start, nation)
        yield "closes", add_working_days(item.when.end, -CLOSING, nation)
    yield "past", add_working_days(item.when.end, 1, nation)


def _owe(work: UnitOfWork, partnership: Partnership, item: ForwardItem, rung: str, now: datetime) -> None:
    for officer in partnership.officers:
        key = f"forward:{item.id}:{item.when.start}:{rung}:{officer}"
        subject: dict[str, object] = {
            "say": "forward_item",
            "partnership": int(partnership.id),
            "item": int(item.id),
        }
        notify(work, partnership, work.people.get(officer), key, subject, due_at=now)
