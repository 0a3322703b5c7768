"""The weekly slippage digest of a partnership: composed once, as a dated record, or previewed."""

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
from bot.partnership import Partnership, PartnershipId
from bot.past import as_known, withdrawn_between
from bot.phrases import digests
from bot.phrases.stack import stacked
from bot.plan import Action, ActionPlan, Classification
from bot.ports import UnitOfWork
from bot.rounds import silent_before
from bot.services.context.standings import plans_for_channel, rounds_of, standing_of
from bot.versions.reshaped import new_actions, reshaped, reworded

LOOK_BACK = timedelta(days=70)


def preview(
    work: UnitOfWork, partnership: Partnership, on: date, drafts: tuple[ActionPlan, ...] = ()
) -> tuple[Card, ...]:
    """What the digest of this day would say: its header, then the parts of its thread. Writes nothing.
    `drafts` are shown as if they were live."""
    at = instant(on, partnership.rhythm.digest_at, partnership.zone)
    return digests.cards(digest_at(work, partnership, at, drafts))


def compose_digest(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The header; the parts of its thread are owed with it, frozen, so that the whole is of one moment."""
    partnership = work.partnerships.get(PartnershipId(int(str(delivery.owed.subject["partnership"]))))
    if not _counted(work, partnership, work.now):
        return Skip("each plan is paused" if plans_for_channel(work, partnership) else "no live plan")
    made = digest_at(work, partnership, work.now)
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
    _keep(work, partnership, delivery, made)
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


def last_lists(work: UnitOfWork, partnership: Partnership) -> Card:
    """The lists of the last digest as it was, in one card. Raises `NotFound` where there was none."""
    record = work.records.latest(partnership.id, RecordKind.WEEKLY, work.now)
    if record is None or not isinstance(record.facts, Digest):
        raise NotFound("a digest of this partnership")
    return stacked(digests.detail(record.facts)) if digests.detail(record.facts) else digests.nothing_listed()


def _keep(work: UnitOfWork, partnership: Partnership, delivery: Delivery, made: Digest) -> None:
    """Freeze the digest's facts: what it says stays what it said."""
    restricted = any(plan.is_restricted for plan in _counted(work, partnership, work.now))
    work.records.keep(
        partnership.id,
        RecordKind.WEEKLY,
        delivery.owed.period_key.removeprefix("weekly:"),
        work.now,
        Classification.RESTRICTED if restricted else Classification.UNRESTRICTED,
        frozen(made),
    )


def _counted(work: UnitOfWork, partnership: Partnership, at: datetime) -> tuple[ActionPlan, ...]:
    """The plans a digest of this instant speaks of."""
    return tuple(plan for plan in plans_for_channel(work, partnership) if not plan.is_paused(at))


def digest_at(
    work: UnitOfWork, partnership: Partnership, at: datetime, drafts: tuple[ActionPlan, ...] = ()
) -> Digest:
    """The digest of an instant that is now or ahead, against the last one that people have seen. `drafts`
    count as if they were live."""
    plans = (*_counted(work, partnership, at), *drafts)
    now = standing_of(work, partnership, plans, at)
    last = _last_posted(work, partnership, at)
    on, name = local_day(at, partnership.zone), partnership.name
    if last is None:
        return _governed(work, plans, digest_of(name, on, now, None, (), None, is_news=False), None)
    then = last.owed.due_at
    then_day = local_day(then, partnership.zone)
    around = rounds_of(work, partnership, then)
    before: list[Assessed] = []
    withdrawn: list[Action] = []
    is_news = False
    shape = News()
    for plan in plans:
        past = work.plans.past(plan.id, then)
        was = as_known(plan, past)
        silent = silent_before(around, then, plan.asked_since(then), partnership.rhythm.grace_rounds)
        before += assess(was, then_day, silent)
        withdrawn += withdrawn_between(plan, was)
        is_news = is_news or past.is_news
        shape = _with_shape(work, shape, plan, then)
    is_news = is_news or bool(shape)
    made = digest_of(name, on, now, before, withdrawn, then_day, is_news=is_news)
    news = replace(made.news, added=shape.added, reshaped=shape.reshaped, reworded=shape.reworded)
    return _governed(work, plans, replace(made, news=news), then)


def _with_shape(work: UnitOfWork, news: News, plan: ActionPlan, then: datetime) -> News:
    """The news of several plans with how this one's own shape has changed since."""
    revisions = [one.revision for one in work.versions.since(plan.id, then)]
    return replace(
        news,
        added=(*news.added, *new_actions(plan, revisions)),
        reshaped=(*news.reshaped, *reshaped(plan, revisions)),
        reworded=(*news.reworded, *reworded(plan, revisions)),
    )


def _governed(work: UnitOfWork, plans: tuple[ActionPlan, ...], made: Digest, then: datetime | None) -> Digest:
    """The digest with the help that is still asked of others, and the time that was granted since `then`; the
    first digest is a starting position and tells of none."""
    ids = [plan.id for plan in plans]
    return replace(
        made,
        partnership_id=plans[0].partnership_id if plans else None,
        help=tuple(one for one in work.helping.of_plans(ids) if one.is_open),
        granted=tuple(
            one
            for one in work.extensions.of_plans(ids)
            if one.state is ExtensionState.GRANTED and _is_after(one.decided_at, then)
        ),
    )


def _is_after(at: datetime | None, then: datetime | None) -> bool:
    return at is not None and then is not None and at > then


def _last_posted(work: UnitOfWork, partnership: Partnership, at: datetime) -> Delivery | None:
    """The last digest of this partnership that people have seen, before the day of this one."""
    today = local_day(at, partnership.zone)
    posted = [
        delivery
        for delivery in work.owing.recent(DeliveryKind.WEEKLY_DIGEST.value, at - LOOK_BACK)
        if delivery.owed.partnership_id == partnership.id
        and delivery.owed.part == 0
        and delivery.state is DeliveryState.POSTED
        and local_day(delivery.owed.due_at, partnership.zone) < today
    ]
    return max(posted, key=lambda delivery: delivery.owed.due_at, default=None)
