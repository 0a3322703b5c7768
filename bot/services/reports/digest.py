"""The weekly slippage digest, of a partnership or of one workstream: composed once, as a dated record, or
previewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.assessment import Assessed, assess
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.dated import RecordKind
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed, Skip
from bot.digest import Digest, News, digest_of, frozen
from bot.errors import NotFound
from bot.governance import ExtensionState
from bot.instants import instant, local_day
from bot.pack import Pack
from bot.partnership import Partnership, PartnershipId
from bot.past import as_known, withdrawn_between
from bot.phrases import digests
from bot.phrases.stack import stacked
from bot.plan import Action, ActionPlan, Classification
from bot.ports import UnitOfWork
from bot.rounds import silent_before
from bot.services.context.standings import live_plans, plans_for_channel, rounds_of, standing_of
from bot.versions.reshaped import new_actions, reshaped, reworded
from bot.workstreams import Workstream, WorkstreamId, narrowed, posts_digest, spoken_of

LOOK_BACK = timedelta(days=70)


def preview(
    work: UnitOfWork,
    partnership: Partnership,
    on: date,
    drafts: tuple[ActionPlan, ...] = (),
    strand: Workstream | None = None,
) -> tuple[Card, ...]:
    """What the digest of this day would say: its header, then the parts of its thread. Writes nothing.
    `drafts` are shown as if they were live; with a `strand` it is of that workstream."""
    at = instant(on, partnership.rhythm.digest_at, partnership.zone)
    return digests.cards(digest_at(work, partnership, at, drafts, strand))


def compose_digest(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The header; the parts of its thread are owed with it, frozen, so that the whole is of one moment."""
    partnership = work.partnerships.get(PartnershipId(int(str(delivery.owed.subject["partnership"]))))
    of = _strand_in(delivery.owed)
    strand = work.workstreams.get(of) if of is not None else None
    if strand is not None and not (
        posts_digest(strand, partnership) and strand.channel == delivery.owed.channel
    ):
        return Skip("its workstream has no digest in this channel any more")
    if not _counted(work, partnership, work.now, strand):
        return Skip("each plan is paused" if _spoken_of(work, partnership, strand) else "no live plan")
    made = digest_at(work, partnership, work.now, strand=strand)
    header, *parts = digests.cards(made)
    for number, part in enumerate(parts, start=1):
        work.owing.owe(
            Owed(
                channel=delivery.owed.channel,
                kind=DeliveryKind.WEEKLY_DIGEST,
                period_key=delivery.owed.period_key,
                due_at=delivery.owed.due_at,
                subject=delivery.owed.subject,
                partnership_id=partnership.id,
                part=number,
                body=part,
            )
        )
    _keep(work, partnership, str(delivery.owed.subject["week"]), made, strand)
    work.audit.append(
        AuditEvent(
            partnership.id,
            Verb.DIGEST_COMPOSED,
            None,
            f"digest:{delivery.owed.period_key}",
            {
                "on": made.on.isoformat(),
                "parts": len(parts),
                "late": [int(one.action.id) for one in made.late],
                "forecast_late": [int(one.action.id) for one in made.forecast_late],
                "no_update": [int(one.action.id) for one in made.no_update],
            },
        ),
        work.now,
    )
    return header


def last_lists(work: UnitOfWork, partnership: Partnership, strand: Workstream | None = None) -> Card:
    """The lists of the last digest as it was, in one card. Raises `NotFound` where there was none."""
    if strand is None:
        record = work.records.latest(partnership.id, RecordKind.WEEKLY, work.now)
    else:
        records = work.records.since(partnership.id, work.now - LOOK_BACK, RecordKind.WORKSTREAM)
        of_strand = [one for one in records if _is_of(one.facts, strand)]
        record = of_strand[-1] if of_strand else None
    if record is None or not isinstance(record.facts, Digest):
        raise NotFound("a digest of this partnership")
    return stacked(digests.detail(record.facts)) if digests.detail(record.facts) else digests.nothing_listed()


def _is_of(facts: Digest | Pack, strand: Workstream) -> bool:
    return isinstance(facts, Digest) and facts.workstream == strand.id


def _keep(
    work: UnitOfWork, partnership: Partnership, week: str, made: Digest, strand: Workstream | None
) -> None:
    """Freeze the digest's facts: what it says stays what it said."""
    restricted = any(plan.is_restricted for plan in _counted(work, partnership, work.now, strand))
    work.records.keep(
        partnership.id,
        RecordKind.WEEKLY if strand is None else RecordKind.WORKSTREAM,
        week if strand is None else f"{week} {strand.name}",
        work.now,
        Classification.RESTRICTED if restricted else Classification.UNRESTRICTED,
        frozen(made),
    )


def _spoken_of(
    work: UnitOfWork, partnership: Partnership, strand: Workstream | None
) -> tuple[ActionPlan, ...]:
    """The live plans, whole, that may be spoken of where the digest goes, and have something to tell."""
    if strand is None:
        return plans_for_channel(work, partnership)
    live = live_plans(work, partnership)
    ids = {plan.id for plan in spoken_of(live, strand)}
    return tuple(plan for plan in live if plan.id in ids)


def _counted(
    work: UnitOfWork, partnership: Partnership, at: datetime, strand: Workstream | None = None
) -> tuple[ActionPlan, ...]:
    """The plans a digest of this instant speaks of."""
    return tuple(plan for plan in _spoken_of(work, partnership, strand) if not plan.is_paused(at))


def digest_at(
    work: UnitOfWork,
    partnership: Partnership,
    at: datetime,
    drafts: tuple[ActionPlan, ...] = (),
    strand: Workstream | None = None,
) -> Digest:
    """The digest of an instant that is now or ahead, against the last one that people have seen. `drafts`
    count as if they were live; with a `strand` it counts that workstream's actions alone."""
    plans = (*_counted(work, partnership, at, strand), *drafts)
    now = standing_of(work, partnership, [_part(plan, strand) for plan in plans], at)
    last = _last_posted(work, partnership, at, strand)
    on = local_day(at, partnership.zone)
    name = partnership.name if strand is None else f"{partnership.name}, {strand.name}"
    if last is None:
        first = digest_of(name, on, now, None, (), None, is_news=False)
        return _governed(work, plans, first, None, strand)
    then = last.owed.due_at
    then_day = local_day(then, partnership.zone)
    around = rounds_of(work, partnership, then)
    before: list[Assessed] = []
    withdrawn: list[Action] = []
    is_news = False
    shape = News()
    for plan in plans:
        past = work.plans.past(plan.id, then)
        was = _part(as_known(plan, past), strand)
        silent = silent_before(around, then, plan.asked_since(then), partnership.rhythm.grace_rounds)
        before += assess(was, then_day, silent)
        withdrawn += withdrawn_between(plan, was)
        part = _part(plan, strand)
        told = {action.id for action in (*part.actions, *was.actions)}
        is_news = is_news or past.is_news_of(told)
        shape = _with_shape(work, shape, part, then)
    is_news = is_news or bool(shape)
    made = digest_of(name, on, now, before, withdrawn, then_day, is_news=is_news)
    news = replace(made.news, added=shape.added, reshaped=shape.reshaped, reworded=shape.reworded)
    return _governed(work, plans, replace(made, news=news), then, strand)


def _part(plan: ActionPlan, strand: Workstream | None) -> ActionPlan:
    """What a digest tells of a plan."""
    return plan if strand is None else narrowed(plan, strand.name)


def _with_shape(work: UnitOfWork, news: News, plan: ActionPlan, then: datetime) -> News:
    """The news of several plans with how this one's own shape has changed since."""
    since = (one.revision for one in work.versions.since(plan.id, then))
    revisions = [one for one in since if plan.holds(one.action_id)]
    return replace(
        news,
        added=(*news.added, *new_actions(plan, revisions)),
        reshaped=(*news.reshaped, *reshaped(plan, revisions)),
        reworded=(*news.reworded, *reworded(plan, revisions)),
    )


def _governed(
    work: UnitOfWork,
    plans: tuple[ActionPlan, ...],
    made: Digest,
    then: datetime | None,
    strand: Workstream | None,
) -> Digest:
    """The digest with the help that is still asked of others, and the time that was granted since `then`; the
    first digest is a starting position and tells of none."""
    ids = [plan.id for plan in plans]
    told = {one.action.id for one in made.assessed}
    return replace(
        made,
        partnership_id=plans[0].partnership_id if plans else None,
        workstream=strand.id if strand is not None else None,
        help=tuple(one for one in work.helping.of_plans(ids) if one.is_open and one.action_id in told),
        granted=tuple(
            one
            for one in work.extensions.of_plans(ids)
            if one.state is ExtensionState.GRANTED
            and one.action_id in told
            and _is_after(one.decided_at, then)
        ),
    )


def _is_after(at: datetime | None, then: datetime | None) -> bool:
    return at is not None and then is not None and at > then


def _strand_in(owed: Owed) -> WorkstreamId | None:
    """The workstream a digest is of; None for the partnership's."""
    held = owed.subject.get("workstream")
    return WorkstreamId(int(str(held))) if held is not None else None


def _last_posted(
    work: UnitOfWork, partnership: Partnership, at: datetime, strand: Workstream | None
) -> Delivery | None:
    """The last digest of the same that people have seen, before the day of this one."""
    today, of = local_day(at, partnership.zone), strand.id if strand is not None else None
    posted = [
        delivery
        for delivery in work.owing.recent(DeliveryKind.WEEKLY_DIGEST.value, at - LOOK_BACK)
        if delivery.owed.partnership_id == partnership.id
        and _strand_in(delivery.owed) == of
        and delivery.owed.part == 0
        and delivery.state is DeliveryState.POSTED
        and local_day(delivery.owed.due_at, partnership.zone) < today
    ]
    return max(posted, key=lambda delivery: delivery.owed.due_at, default=None)
