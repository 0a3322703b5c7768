"""What an officer sets for a plan in words: its tolerance, and a first date that was typed wrongly."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.permissions import check_can_correct, check_can_record
from bot.phrases import conventions as scale_words
from bot.phrases import standing as say
from bot.plan import PlanState
from bot.recurring import Duty, months_between
from bot.scales import scale_named, scale_of, with_scale
from bot.services.arrangements.conventions import set_conventions
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered, plan_run
from bot.services.context.places import Place
from bot.services.context.standings import today_of
from bot.services.context.view import context_of
from bot.services.plans import settle_doubts
from bot.services.updates.changing import change
from bot.stored import stored_timescale

_DAYS = {"day": 1, "week": 7, "month": 31}


def on_tolerance(ordered: Ordered) -> Card:
    """ "tolerance 4 weeks", "tolerance of Larkmere plan is 4 weeks"."""
    plan, partnership = plan_run(ordered)
    number, unit = re.findall(r"\d+|[a-z]+", ordered.order.words.casefold())[:2]
    days = int(number) * _DAYS[unit.rstrip("s")]
    changed = ordered.work.plans.set_tolerance(plan.id, days)
    values: dict[str, object] = {"tolerance_days": [plan.tolerance_days, days]}
    event = AuditEvent(partnership.id, Verb.TOLERANCE_SET, ordered.person.id, f"plan:{plan.id}", values)
    ordered.work.audit.append(event, ordered.work.now)
    return say.tolerance(changed)


def on_delete(ordered: Ordered) -> Card:
    """ "delete the plan", "delete 2.7": the record is kept, and what there is instead is said."""
    return say.not_deleted(ordered.order.ref)


def on_scale(ordered: Ordered) -> Card:
    """ "scale" tells which there are, "scale delivery" sets it; what was said before stays as it was said."""
    if not ordered.order.words:
        return scale_words.scales([plan for plan, _ in ordered.view.plans])
    plan, _ = plan_run(ordered)
    wanted = scale_named(ordered.order.words)
    if wanted is None:
        raise NotFound(f"a scale called {ordered.order.words}")
    was = scale_of(plan.conventions)
    own = with_scale(plan.conventions, wanted)
    return scale_words.scale_set(set_conventions(ordered.work, plan, own, ordered.person.id), was)


def on_correct(ordered: Ordered) -> Card:
    """ "correct 2.7a date to Jan 2027": both values stay, and it is no move."""
    work, place = ordered.work, ordered.place()
    check_can_correct(ordered.person, place.action, place.partnership, work.people.get)
    context = context_of(work, ordered.view, ordered.person, ())
    found = dates_in(ordered.order.when, today_of(work, place.partnership), context)
    if len(found) != 1:
        return say.no_such_date(ordered.order.when)
    was, now = place.action.baseline_due, found[0]
    if place.plan.state is PlanState.DRAFT:
        settle_doubts.date(work, ordered.person.id, place.plan, place.action, now)
        return say.dated_in_draft(place.action, was, now)
    work.plans.correct_first_date(place.action.id, now)
    reason = ordered.order.words
    work.corrections.add(place.action.id, was, now, reason, ordered.person.id, work.now)
    values: dict[str, object] = {
        "action": place.action.id,
        "first_date": [_days(stored_timescale(was)), _days(stored_timescale(now))],
    }
    event = AuditEvent(
        place.partnership.id, Verb.DATE_CORRECTED, ordered.person.id, f"action:{place.action.id}", values
    )
    work.audit.append(event, work.now)
    return say.corrected(place.action, was, now)


def _days(stored: object) -> object:
    return {key: held for key, held in stored.items() if key != "words"} if isinstance(stored, dict) else None


def on_recur(ordered: Ordered) -> Card:
    """ "1.2 recurs every 3 months from 31 Oct until March 2028": each occurrence has a day of its own."""
    work, place, order = ordered.work, ordered.place(), ordered.order
    check_can_record(ordered.person, place.partnership, work.people.get)
    first, until = _day(ordered, place, order.when), _day(ordered, place, order.other)
    for words, day in ((order.when, first), (order.other, until)):
        if words and day is None:
            return say.no_such_date(words)
    months = months_between(order.words)
    if months is None:
        return say.no_such_period(order.words)
    first = first or today_of(work, place.partnership)
    if until is not None and until < first:
        return say.ends_before_it_begins(place.action, first, until)
    known = place.action.duty
    duty = Duty(months, first, known.done if known else (), until)
    after = replace(place.action, duty=duty)
    update_id = change(
        work, ordered.person, place, after, Verb.DUTY_SET, words=order.words, message_id=ordered.message_id
    )
    return say.done(say.recurs(after, duty), f"update:{update_id}")


def _day(ordered: Ordered, place: Place, words: str) -> date | None:
    """The last day of the one time the words name; None where they name none, or several."""
    context = context_of(ordered.work, ordered.view, ordered.person, ())
    found = dates_in(words, today_of(ordered.work, place.partnership), context) if words else ()
    return found[0].end if len(found) == 1 else None
