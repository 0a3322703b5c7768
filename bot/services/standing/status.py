"""What `status …` answers: for one person, for the channel, and for whoever runs the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.assessment import Assessed
from bot.card import Card, Line
from bot.errors import NotAllowed
from bot.instants import local_time
from bot.kept_doubts import DoubtState
from bot.meetings import next_meeting
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import can_accept, can_run, can_share, is_board
from bot.phrases import action_detail, actions, chair, dates, news, notices, statuses
from bot.phrases.stack import stacked
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.ports import UnitOfWork
from bot.rounds import round_for_news
from bot.services.asks.pause_plan import pause_line
from bot.services.context.closed_plans import closed_card, closed_view
from bot.services.context.plan_changes import what_became_of
from bot.services.context.standings import live_plans, rounds_of, standing_of, today_of
from bot.services.context.view import view_of
from bot.services.standing import beside
from bot.services.standing.status_then import as_at, since
from bot.services.standing.then import news_since, papers_went
from bot.status_filter import Filter, Shown, matches
from bot.status_narrowed import filter_asked
from bot.status_question import question_of


def status(work: UnitOfWork, person: Person, words: str, *, channel: str | None = None) -> Card:
    """The answer to a filter in words ("", "red", "2.7", "L Smith", "late as at 2 Oct"), as a card."""
    seen: dict[Partnership, tuple[ActionPlan, ...]] = {}
    for plan, partnership in view_of(work, person, channel).plans:
        seen[partnership] = (*seen.get(partnership, ()), plan)
    if words.strip(" .?").casefold() in ("key", "scale", "the key"):
        plans = [plan for plans in seen.values() for plan in plans]
        return statuses.key_of(plans) if plans else statuses.no_plan()
    closed = closed_view(work, person).plans if not seen else ()
    if closed:
        return stacked([closed_card(work, plan, person) for plan, _ in closed])
    return answer_for(work, seen, person, words)


def overview(work: UnitOfWork, words: str) -> Card:
    """The same over everything live, for whoever runs the program."""
    seen = {partnership: live_plans(work, partnership) for partnership in work.partnerships.all()}
    return answer_for(work, seen, None, words)


def of_plans(work: UnitOfWork, partnership: Partnership, plans: tuple[ActionPlan, ...], words: str) -> Card:
    """The same over these plans, for somebody who is nobody to them and may do nothing there."""
    return answer_for(work, {partnership: plans}, None, words)


def answer_for(
    work: UnitOfWork,
    seen: Mapping[Partnership, tuple[ActionPlan, ...]],
    person: Person | None,
    words: str,
) -> Card:
    """The answer over these plans; `person` is None for whoever runs the program."""
    groups = [(partnership, plans) for partnership, plans in seen.items() if plans]
    if not groups:
        return statuses.no_plan()
    asked_on = today_of(work, groups[0][0])
    asked = question_of(words, asked_on)
    if asked.unread:
        return news.not_a_day(asked.unread)
    if asked.since is not None:
        return since(work, groups, person, asked)
    if asked.as_at is not None:
        return as_at(work, groups, person, asked.words, asked.as_at)
    wanted = filter_asked(words, [plan for _, plans in groups for plan in plans], asked_on)
    if wanted is None:
        return _old_number(work, groups, person, words)
    if person is not None and wanted.shown is Shown.PERSON and _is_self(wanted, person):
        wanted = Filter(Shown.MINE)
    cards = [_of_partnership(work, partnership, plans, person, wanted) for partnership, plans in groups]
    told = [card for card, found in cards if found or wanted.shown is Shown.SUMMARY]
    return stacked(told or [cards[0][0]])


def _old_number(
    work: UnitOfWork,
    groups: Sequence[tuple[Partnership, tuple[ActionPlan, ...]]],
    person: Person | None,
    words: str,
) -> Card:
    """What a number that is no longer printed has become, and how that stands."""
    plans = [(plan, partnership) for partnership, held in groups for plan in held]
    became, found = what_became_of(work, plans, words.strip(" .?"))
    if not found:
        return statuses.unknown_filter(words)
    partnership, held = next((one, held) for one, held in groups if found[0].plan_id in {p.id for p in held})
    shown = [_of_partnership(work, partnership, held, person, Filter(Shown.ACTION, a.ref))[0] for a in found]
    return stacked([notices.plain(became), *shown])


def _is_self(wanted: Filter, person: Person) -> bool:
    return wanted.name == person.name


def _of_partnership(
    work: UnitOfWork,
    partnership: Partnership,
    plans: tuple[ActionPlan, ...],
    person: Person | None,
    wanted: Filter,
) -> tuple[Card, bool]:
    """The card for one partnership, and whether anything matched."""
    assessed = standing_of(work, partnership, plans, work.now)
    today = today_of(work, partnership)
    value = _share_value(partnership, person, wanted)
    if wanted.shown is Shown.SUMMARY:
        facts = _summary(work, partnership, assessed, value, person)
        facts = replace(facts, paused=_paused(work, partnership, plans))
        if person is not None and person.id in partnership.chairs:
            return chair.card(_for_chair(work, partnership, plans, facts)), True
        return statuses.summary(facts), True
    if wanted.shown is Shown.WITHDRAWN:
        return _withdrawn(plans), True
    found = [one for one in assessed if matches(wanted, one, person.id if person else None)]
    if wanted.shown is Shown.ACTION and not found:
        gone = [action for plan in plans for action in plan.actions if action.ref == wanted.name]
        return (action_detail.withdrawn(gone[0]), True) if gone else (statuses.unknown_filter(""), False)
    if wanted.shown is Shown.ACTION and len(found) == 1:
        may = _may_accept(work, person, partnership, found)
        return _detail(work, partnership, person, found[0], today, may_accept=bool(may)), True
    to_accept = _may_accept(work, person, partnership, found) if wanted.shown is Shown.REPORTED_DONE else []
    card = statuses.list_of(wanted, found, today, may_accept=to_accept, share_value=value)
    return card, bool(found)


def _detail(
    work: UnitOfWork,
    partnership: Partnership,
    person: Person | None,
    one: Assessed,
    today: date,
    *,
    may_accept: bool,
) -> Card:
    doubts = work.doubts.of(one.action.plan_id)
    return action_detail.detail(
        one,
        today,
        may_accept=may_accept,
        to_check=[
            doubt for doubt in doubts if doubt.state is DoubtState.TO_CHECK and one.action.id in doubt.actions
        ],
        may_check=person is not None and can_run(person, partnership),
        beside=beside.lines_of(work, one.action, today),
        may_take=person is not None and is_board(person, partnership),
    )


def _summary(
    work: UnitOfWork,
    partnership: Partnership,
    assessed: tuple[Assessed, ...],
    share_value: str,
    person: Person | None,
) -> statuses.Summary:
    return statuses.Summary(
        name=partnership.name,
        at=local_time(work.now, partnership.zone),
        assessed=assessed,
        next_meeting=_next(work, partnership),
        share_value=share_value,
        width=statuses.PHONE_WIDTH if person is not None else statuses.SCREEN_WIDTH,
        to_decide=beside.refs_to_decide(work, person, partnership),
        asked_of_you=beside.asked_of(work, person, partnership),
    )


def _paused(work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan]) -> tuple[str, ...]:
    """A line for each plan that is paused, by its name where there are several."""
    said = [(plan, pause_line(plan, partnership, work.now)) for plan in plans]
    return tuple(line if len(plans) == 1 else f"{plan.title}: {line}" for plan, line in said if line)


def _next(work: UnitOfWork, partnership: Partnership) -> str:
    """The next meeting of any body; of a partnership without a calendar, when updates close."""
    meeting = next_meeting(work.meetings.of(partnership.id), today_of(work, partnership))
    if meeting is not None:
        on = dates.weekday_and_day(meeting.on.end) if meeting.has_day else dates.timescale(meeting.on)
        return f"Next: {meeting.body}, {on}"
    coming = round_for_news(rounds_of(work, partnership, work.now), work.now)
    return f"Next: updates, {dates.weekday_and_day(coming.on)}" if coming else ""


def _for_chair(
    work: UnitOfWork, partnership: Partnership, plans: tuple[ActionPlan, ...], facts: statuses.Summary
) -> chair.ForChair:
    went = papers_went(work, partnership, work.now)
    if went is None or all(plan.went_live_at is None or plan.went_live_at > went for plan in plans):
        return chair.ForChair(facts, None)
    return chair.ForChair(facts, news_since(work, partnership, plans, facts.assessed, went))


def _withdrawn(plans: Sequence[ActionPlan]) -> Card:
    gone = [
        f"{actions.named(action)}: {action.status_reason or action.narrative or 'no reason given'}"
        for plan in plans
        for action in plan.actions
        if action.status is ActionStatus.WITHDRAWN
    ]
    title = f"Withdrawn ({len(gone)})"
    return Card(title, (Line(title), *(Line(line) for line in gone)))


def _share_value(partnership: Partnership, person: Person | None, wanted: Filter) -> str:
    """What a share button carries; empty for those who may not share, and for what is only theirs."""
    if person is None or wanted.shown is Shown.MINE or not can_share(person, partnership):
        return ""
    return f"partnership:{partnership.id} status:{words_of(wanted)}"


def words_of(wanted: Filter) -> str:
    """A filter as it can be typed."""
    if wanted.shown is Shown.WORKSTREAM:
        return f"workstream {wanted.name}"
    if wanted.parts:
        joint = " or " if wanted.shown is Shown.ANY_OF else " "
        return joint.join(map(words_of, wanted.parts))
    if wanted.window is not None:
        return f"{'due' if wanted.shown is Shown.DUE else 'completed'} {wanted.name}"
    return wanted.name or wanted.shown.value.replace("_", " ")


def _may_accept(
    work: UnitOfWork, person: Person | None, partnership: Partnership, found: Sequence[Assessed]
) -> list[Action]:
    if person is None:
        return []
    return [
        one.action
        for one in found
        if one.is_reported_done
        and can_accept(person, one.action, partnership, claimed_by(work, one.action.id))
    ]


def claimed_by(work: UnitOfWork, action_id: ActionId) -> frozenset[PersonId]:
    """Who had a hand in the claim of "done" that stands: whose it is, who spoke for them, who entered it."""
    for update in reversed(work.updates.history(action_id)):
        now = next((change.now for change in update.changed if change.field == "status"), None)
        if now == ActionStatus.CLAIMED_DONE.value:
            hands = (update.person_id, update.source.on_behalf_of, update.source.entered_by)
            return frozenset(one for one in hands if one is not None)
    return frozenset()


def check_sees(work: UnitOfWork, person: Person, action_id: ActionId) -> None:
    """Raise unless the person can see the plan of this action."""
    seen = (*view_of(work, person).actions(), *closed_view(work, person).actions())
    if not any(action.id == action_id for action in seen):
        raise NotAllowed("see the plan")
