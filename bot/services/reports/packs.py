"""The pack of a meeting: gathered, frozen at the paper deadline under a number, and told to its readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.assessment import Assessed, assess
from bot.boards import goes_to, monitoring, still_ahead
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.dated import DatedRecord, RecordKind
from bot.delivery import Delivery, DeliveryKind, Owed, Skip
from bot.errors import NotFound
from bot.governance import DecisionKind, DecisionState, ExtensionState
from bot.instants import instant, local_day
from bot.meetings import last_before, papers_go_on
from bot.pack import Pack, PlanInPack
from bot.pack_lines import PackLine, Unconfirmed, seen_of
from bot.pack_narrowed import only_open
from bot.partnership import Meeting, MeetingId, Partnership
from bot.past import as_known, withdrawn_between
from bot.phrases import packs as say
from bot.phrases.packs_on_a_phone import for_chair
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.rounds import meeting_round, silent_before
from bot.services.arrangements.bodies import distribution_of
from bot.services.context.credits import said_by
from bot.services.context.standings import live_plans, rounds_of
from bot.services.context.views_held import told_for
from bot.services.reports.outcomes import arising_from
from bot.versions.amended import was_taken_back

FREEZES_AT = time(17, 0)
"""When a pack freezes on the day its papers go: the end of the officer's working day."""

START_OF_DAY = time(0, 0)


def freezes_at(meeting: Meeting, partnership: Partnership) -> datetime | None:
    """When the pack of a meeting is frozen; None while its papers have no day."""
    on = papers_go_on(meeting, partnership)
    return None if on is None else instant(on, FREEZES_AT, partnership.zone)


def plans_of(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> tuple[ActionPlan, ...]:
    """The live plans that go to the meeting's body on its day."""
    followings = work.boards.following(partnership.id)
    return tuple(
        plan
        for plan in live_plans(work, partnership)
        if goes_to(followings, plan.id, meeting.body, meeting.on.end)
    )


def gather(work: UnitOfWork, partnership: Partnership, meeting: Meeting, at: datetime) -> Pack:
    """The facts of a meeting as they stand; writes nothing."""
    plans = plans_of(work, partnership, meeting)
    last = last_before(work.meetings.of(partnership.id), meeting)
    lines: list[PackLine] = []
    withdrawn: list[Action] = []
    unconfirmed: list[Unconfirmed] = []
    since = _since(partnership, last)
    for plan in plans:
        before, gone = _before(work, partnership, plan, since)
        seen = seen_of(before)
        lines += [PackLine(one, seen.get(one.action.id)) for one in _standing(work, partnership, plan, at)]
        withdrawn += gone
        unconfirmed += _unconfirmed(work, partnership, plan, since)
    followings = work.boards.following(partnership.id)
    monitors = {plan.id: monitoring(followings, plan.id, meeting.on.end) for plan in plans}
    pack = Pack(
        name=partnership.name,
        meeting=meeting,
        as_at=at,
        on=local_day(at, partnership.zone),
        since=last.on.end if last else None,
        plans=tuple(
            PlanInPack(plan.id, plan.title, plan.classification, body.name if body else "", plan.ends_on)
            for plan in plans
            for body in (monitors[plan.id],)
        ),
        lines=tuple(lines),
        withdrawn=tuple(withdrawn),
        unconfirmed=tuple(unconfirmed),
        forward=tuple(
            item
            for item in still_ahead(work.boards.forward(partnership.id))
            if item.body is None or item.body.casefold() == meeting.body.casefold()
        ),
        arising=arising_from(work, partnership, last) if last is not None else (),
        distribution=distribution_of(work, partnership, meeting.body),
        views=told_for(work, meeting, {plan.id for plan in plans}, at),
    )
    return _governed(work, partnership, plans, pack, since)


def _since(partnership: Partnership, last: Meeting | None) -> datetime | None:
    """The end of the day on which the board last met."""
    if last is None:
        return None
    return instant(last.on.end + timedelta(days=1), START_OF_DAY, partnership.zone)


def _before(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, since: datetime | None
) -> tuple[tuple[Assessed, ...], tuple[Action, ...]]:
    """How the plan stood when the board last met, and what was withdrawn since."""
    if since is None or plan.went_live_at is None or plan.went_live_at > since:
        return (), ()
    was = as_known(plan, work.plans.past(plan.id, since))
    return _standing(work, partnership, was, since), withdrawn_between(plan, was)


def _standing(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, at: datetime
) -> tuple[Assessed, ...]:
    around = rounds_of(work, partnership, at)
    silent = silent_before(around, at, plan.asked_since(at), partnership.rhythm.grace_rounds)
    return assess(plan, local_day(at, partnership.zone), silent)


def _unconfirmed(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, since: datetime | None
) -> list[Unconfirmed]:
    begins = since or plan.went_live_at or work.now
    return [
        Unconfirmed(
            update.action_id,
            said_by(work, update),
            update.words,
            local_day(update.made_at, partnership.zone),
        )
        for update in work.updates.unsettled_since(plan.id, begins)
        if update.action_id is not None
    ]


def _governed(
    work: UnitOfWork,
    partnership: Partnership,
    plans: tuple[ActionPlan, ...],
    pack: Pack,
    since: datetime | None,
) -> Pack:
    """The pack with what was asked and decided: everything pending, and what was settled since."""
    ids = [plan.id for plan in plans]

    def is_new(at: datetime | None) -> bool:
        return at is not None and (since is None or at > since)

    extensions = tuple(
        one
        for one in work.extensions.of_plans(ids)
        if one.state is ExtensionState.PENDING or is_new(one.decided_at)
    )
    asked = tuple(one for one in work.helping.of_plans(ids) if one.is_open or is_new(one.ended_at))
    undone = {action.id for plan in plans for action in plan.actions if was_taken_back(action)}
    decided = tuple(
        one
        for one in work.decisions.of(partnership.id)
        if one.state is DecisionState.RECORDED
        and one.action_id not in undone
        and one.kind is not DecisionKind.OUTCOME
        and is_new(one.made_at)
        and (one.plan_id is None or one.plan_id in ids)
    )
    people = dict.fromkeys(
        (
            *(one.asked_by for one in extensions),
            *(one.asked_by for one in asked),
            *(one.recorded_by for one in decided),
        )
    )
    names = tuple((person, work.people.get(person).name) for person in people)
    return replace(pack, extensions=extensions, decisions=decided, help=asked, names=names)


def freeze(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> DatedRecord:
    """Freeze the pack of a meeting under its number; the one that was frozen before stays as it is."""
    known = work.records.of_meeting(meeting.id)
    if known is not None:
        return known
    number = _number(work, partnership, meeting)
    head = work.audit.head(partnership.id)
    pack = replace(gather(work, partnership, meeting, work.now), number=number, audit_head=head)
    record = work.records.keep(
        partnership.id, RecordKind.PACK, number, work.now, pack.classification, pack, head, meeting.id
    )
    values: dict[str, object] = {"number": number, "actions": len(pack.lines), "audit_head": head}
    event = AuditEvent(partnership.id, Verb.PACK_FROZEN, None, f"meeting:{meeting.id}", values)
    work.audit.append(event, work.now)
    return record


def _number(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> str:
    """ "2026-10" by the month of the meeting; "2026-10-2" for the second pack of a month."""
    month = f"{meeting.on.end:%Y-%m}"
    for second in range(1, 100):
        number = month if second == 1 else f"{month}-{second}"
        if work.records.numbered(partnership.id, number) is None:
            return number
    raise NotFound("a free number for this pack")


def owe_packs(work: UnitOfWork, partnership: Partnership, since: datetime, now: datetime) -> None:
    """Owe what falls due in (since, now]: previews to the officers when updates close, and the packs."""
    for meeting in work.meetings.of(partnership.id):
        frozen_at, this = freezes_at(meeting, partnership), meeting_round(meeting, partnership)
        if frozen_at is None or this is None:
            continue
        ends = instant(meeting.on.end + timedelta(days=1), START_OF_DAY, partnership.zone)
        if since < frozen_at <= now:
            _owe(work, partnership, meeting, "pack", partnership.channel, frozen_at, ends)
            for chair in partnership.chairs:
                account = work.people.get(chair).external_id
                _owe(work, partnership, meeting, "chair", account, frozen_at, ends)
        if since < this.updates_by <= now and this.updates_by < frozen_at:
            for officer in partnership.officers:
                account = work.people.get(officer).external_id
                _owe(work, partnership, meeting, "preview", account, this.updates_by, frozen_at)


def _owe(
    work: UnitOfWork,
    partnership: Partnership,
    meeting: Meeting,
    rung: str,
    channel: str | None,
    due_at: datetime,
    late_after: datetime,
) -> None:
    if channel is None:
        return
    work.owing.owe(
        Owed(
            channel=channel,
            kind=DeliveryKind.PRE_BOARD,
            period_key=f"board:{meeting.id}:{rung}",
            due_at=due_at,
            subject={"meeting": meeting.id, "rung": rung},
            partnership_id=partnership.id,
            late_after=late_after,
        )
    )


def compose_pre_board(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """What a pre-board delivery says: to the channel, to a chair's phone, or to an officer as a preview."""
    meeting = work.meetings.get(MeetingId(int(str(delivery.owed.subject["meeting"]))))
    if meeting.removed_at is not None:
        return Skip("the meeting was removed")
    partnership = work.partnerships.get(meeting.partnership_id)
    if not plans_of(work, partnership, meeting):
        return Skip("no live plan goes to this body")
    rung = delivery.owed.subject["rung"]
    if rung == "preview":
        pack = gather(work, partnership, meeting, work.now)
        return _with_parts(work, delivery, say.cards(pack, partnership.zone))
    record = freeze(work, partnership, meeting)
    if not isinstance(record.facts, Pack):
        raise NotFound("the pack of this meeting")
    if rung == "chair":
        return for_chair(record.facts)
    shown = record.facts if partnership.channel_is_restricted else only_open(record.facts)
    if not shown.plans:
        return Skip("the plan is restricted, the channel is not")
    return _with_parts(work, delivery, say.cards(shown, partnership.zone))


def _with_parts(work: UnitOfWork, delivery: Delivery, cards: tuple[Card, ...]) -> Card:
    """The header; its parts are owed with it, frozen, so that the whole is of one moment."""
    header, *parts = cards
    for number, part in enumerate(parts, start=1):
        work.owing.owe(replace(delivery.owed, part=number, body=part))
    return header


def preview(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> tuple[Card, ...]:
    """The pack as it would be frozen now, or as it was frozen. Writes nothing."""
    known = work.records.of_meeting(meeting.id)
    frozen = known.facts if known is not None else None
    pack = frozen if isinstance(frozen, Pack) else gather(work, partnership, meeting, work.now)
    return say.cards(pack, partnership.zone)
