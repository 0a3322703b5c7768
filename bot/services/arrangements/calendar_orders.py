"""The board's calendar changed in words: "move the board to 21 October", "add a meeting of the Board on 9
December, papers 30 November". Each change is read back and saved by a word or a tap.

Nothing is kept of a change that waits: the message holds it, and its words are read again when they are
confirmed, by the calendar as it is then and the day on which they were written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.card import Card
from bot.conversation import PromptKind
from bot.errors import NotFound, UnfitMeeting
from bot.meeting_words import MeetingSaid, day_or_month, meeting_said, moved_to, these
from bot.meetings import MeetingDates, dates_of
from bot.orders import Order, OrderKind
from bot.partnership import Meeting, MeetingId, Partnership, Person
from bot.permissions import can_run, check_can_run
from bot.phrases import calendar_changes as say
from bot.ports import UnitOfWork
from bot.rounds import meeting_round
from bot.services.arrangements import meetings
from bot.services.arrangements.calendar_words import bodies_of, body_meant, moments
from bot.services.context.ordered import Ordered
from bot.services.context.standings import live_plans, today_of
from bot.services.context.view import View
from bot.timescale import Timescale

KINDS = frozenset(
    {
        *(OrderKind.ADD_MEETING, OrderKind.MOVE_MEETING, OrderKind.CANCEL_MEETING),
        *(OrderKind.PAPER_DATE, OrderKind.NEXT_MEETING),
    }
)
NOBODY_YET = MeetingId(0)
"""It stands for a meeting that is not in the calendar."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change as the words have it: of `meeting`, or of none where one is added. `is_gone` takes it out."""

    meeting: Meeting | None
    body: str
    dates: MeetingDates
    is_gone: bool = False


def speaks_of_a_meeting(work: UnitOfWork, view: View, person: Person, order: Order) -> bool:
    """Whether an order names a meeting of a board in view. A mere "meeting" may be a lead's own: only from
    somebody who runs the calendar is it the board's."""
    for partnership in dict.fromkeys(one for _, one in view.plans):
        said = meeting_said(order.other, today_of(work, partnership))
        bodies = bodies_of(work, partnership)
        if said.body and body_meant(said.body, bodies) is not None:
            return True
        if not said.body and (said.is_board or can_run(person, partnership)):
            return True
    return False


def on_calendar(ordered: Ordered) -> Card:
    """What the order would change, read back."""
    partnership = run_by(ordered.work, ordered.view, ordered.person, ordered.order)
    message = int(ordered.message_id) if ordered.message_id is not None else None
    today = today_of(ordered.work, partnership)
    wanted = wanted_by(ordered.work, partnership, ordered.order, today)
    return wanted if isinstance(wanted, Card) else _read_back(ordered.work, partnership, wanted, message)


def run_by(work: UnitOfWork, view: View, person: Person, order: Order) -> Partnership:
    """The partnership whose meeting is named. Raises `NotAllowed` or `NotFound`."""
    seen = tuple(dict.fromkeys(one for _, one in view.plans))
    runs = [one for one in seen if can_run(person, one)]
    for partnership in seen if not runs else ():
        check_can_run(person, partnership, work.people.get)
    for partnership in runs:
        said = meeting_said(order.other, today_of(work, partnership))
        if not said.body or body_meant(said.body, bodies_of(work, partnership)) is not None:
            return partnership
    raise NotFound(f"a board or group called {order.other}")


def wanted_by(work: UnitOfWork, partnership: Partnership, order: Order, today: date) -> Wanted | Card:
    """What the words want changed; a card where they do not say it, or it cannot be."""
    said = meeting_said(order.other, today)
    body = body_meant(said.body, bodies_of(work, partnership)) if said.body else None
    ahead = [one for one in work.meetings.of(partnership.id) if one.on.end >= today]
    if order.kind is OrderKind.ADD_MEETING:
        return _added(work, partnership, order, body, today)
    if order.kind is OrderKind.NEXT_MEETING:
        return _said_next(partnership, order, body, ahead, today)
    found = these(said, ahead, body)
    if len(found) != 1:
        return say.which(found) if found else say.none_such(order.other, ahead)
    return _OF_ONE[order.kind](found[0], order, ahead, today)


def _added(
    work: UnitOfWork, partnership: Partnership, order: Order, body: str | None, today: date
) -> Wanted | Card:
    bodies = bodies_of(work, partnership)
    if body is None and len(bodies) > 1 and "Board" not in bodies:
        return say.which(these(MeetingSaid("", None, is_board=True), work.meetings.of(partnership.id), None))
    name = body or (bodies[0] if len(bodies) == 1 else "Board")
    on = _ahead(order.when, today)
    if on is None:
        return say.no_day(order.when)
    papers = _papers(order.words, on, today)
    if isinstance(papers, Card):
        return papers
    known = [one for one in work.meetings.of(partnership.id) if one.body == name and one.on.same_time(on)]
    if known and papers in (None, known[0].papers_due_on):
        return say.taken(known[0])
    if known:
        return Wanted(known[0], name, replace(dates_of(known[0]), papers_due_on=papers))
    return Wanted(None, name, MeetingDates(on, papers, None))


def _said_next(
    partnership: Partnership, order: Order, body: str | None, ahead: list[Meeting], today: date
) -> Card:
    on = _ahead(order.when, today)
    if on is None:
        return say.no_day(order.when)
    theirs = [one for one in ahead if body is None or one.body == body]
    same = [one for one in theirs if one.on.same_time(on)]
    if same:
        return say.is_so(moments(same[0], partnership))
    first = min(theirs, key=lambda one: one.on.end, default=None)
    return say.move_or_add(first, body or (first.body if first else "Board"), on.words)


def _moved(one: Meeting, order: Order, ahead: list[Meeting], today: date) -> Wanted | Card:
    if not order.when:
        return say.to_which_day(one)
    on = moved_to(order.when, one.on, today)
    if on is None or on.end < today:
        return say.no_day(order.when)
    other = [known for known in ahead if known.body == one.body and known.on.same_time(on) and known != one]
    if other:
        return say.taken(other[0])
    papers = _papers(order.words, on, today)
    if isinstance(papers, Card):
        return papers
    dates = replace(dates_of(one), on=on, papers_due_on=papers or one.papers_due_on)
    if papers is not None:
        dates = replace(dates, updates_by=None)
    return Wanted(one, one.body, dates)


def _papers_moved(one: Meeting, order: Order, _: list[Meeting], today: date) -> Wanted | Card:
    papers = _papers(order.when, one.on, today)
    if papers is None or isinstance(papers, Card):
        return papers or say.no_day(order.when)
    return Wanted(one, one.body, replace(dates_of(one), papers_due_on=papers, updates_by=None))


def _cancelled(one: Meeting, _: Order, __: list[Meeting], ___: date) -> Wanted | Card:
    return Wanted(one, one.body, replace(dates_of(one), is_removed=True), is_gone=True)


_OF_ONE: dict[OrderKind, Callable[[Meeting, Order, list[Meeting], date], Wanted | Card]] = {
    OrderKind.MOVE_MEETING: _moved,
    OrderKind.PAPER_DATE: _papers_moved,
    OrderKind.CANCEL_MEETING: _cancelled,
}


def _ahead(words: str, today: date) -> Timescale | None:
    found = day_or_month(words, today)
    return found if found is not None and found.end >= today else None


def _papers(words: str, on: Timescale, today: date) -> date | Card | None:
    """The day the papers are due; None where none is named, and a card where it is no day."""
    if not words:
        return None
    found = moved_to(words, on, today, is_before=True)
    return found.end if found is not None and found.start == found.end else say.no_day(words)


def _read_back(work: UnitOfWork, partnership: Partnership, wanted: Wanted, message: int | None) -> Card:
    try:
        meetings.check(wanted.dates)
    except UnfitMeeting as error:
        return say.does_not_fit(error.why, wanted.meeting)
    was, new = wanted.meeting, _after(partnership, wanted)
    if was is not None and dates_of(was) == wanted.dates:
        return say.is_so(moments(was, partnership))
    follows = _follows(work, partnership, was, new)
    if was is None:
        return say.to_add(moments(new, partnership), follows, message)
    if wanted.is_gone:
        return say.to_cancel(moments(was, partnership), replace(follows, asks_now=False), message)
    return say.to_change(moments(was, partnership), moments(new, partnership), follows, message)


def _after(partnership: Partnership, wanted: Wanted) -> Meeting:
    """The meeting as it would stand."""
    dates = wanted.dates
    was = wanted.meeting or Meeting(NOBODY_YET, partnership.id, wanted.body, dates.on, None, None)
    return replace(
        was,
        on=dates.on,
        papers_due_on=dates.papers_due_on,
        updates_by=dates.updates_by,
        briefing_on=dates.briefing_on,
    )


def _follows(work: UnitOfWork, partnership: Partnership, was: Meeting | None, new: Meeting) -> say.Follows:
    prompts = [
        prompt
        for plan in live_plans(work, partnership)
        for prompt in (work.prompts.of_round(plan.id, f"meeting:{was.id}") if was is not None else ())
    ]
    asked = {prompt.person_id for prompt in prompts if prompt.kind is PromptKind.ASK}
    pack = work.records.of_meeting(was.id) if was is not None else None
    this = meeting_round(new, partnership)
    opens = this is not None and this.ask_at <= work.now < this.updates_by
    return say.Follows(
        asked=len(asked),
        is_reminded=any(prompt.kind is PromptKind.REMINDER for prompt in prompts),
        pack=pack.number if pack is not None else "",
        asks_now=opens and not asked and bool(live_plans(work, partnership)),
    )
