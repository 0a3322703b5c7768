"""The board officer's one message a round: sent when leads are asked, and edited in place as they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.card import Card
from bot.conversation import UpdateState
from bot.delivery import Delivery, DeliveryKind, Owed
from bot.errors import NotFound
from bot.instants import local_day, local_time
from bot.partnership import MeetingId, Partnership, PartnershipId, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import officer_rounds as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.round_so_far import RoundSoFar, round_so_far
from bot.rounds import Round, fresh_since, horizon_of, round_for_news
from bot.services.asks.owed_asks import in_hours
from bot.services.asks.prompts import round_keyed
from bot.services.context.ordered import Ordered
from bot.services.context.standings import asked_plans, rounds_of, today_of
from bot.views import View


def so_far_of(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], this: Round
) -> RoundSoFar:
    """How a round stands now."""
    today = today_of(work, partnership)
    around = rounds_of(work, partnership, work.now)
    since = fresh_since(around, this)
    unconfirmed = sum(
        update.state is UpdateState.PROPOSED
        for plan in plans
        for update in work.updates.unsettled_since(plan.id, since)
    )
    people = {person.id: person for person in work.people.all()}
    known, horizon = work.absences.since(today), horizon_of(around, this)
    so_far = round_so_far(plans, people, known, today, since, unconfirmed, horizon)
    put_off = _put_off(work, partnership, plans, this)
    asked = _views(work, this)
    return replace(
        so_far,
        views_asked=len(asked),
        views_given=sum(one.said is not None for one in asked),
        awaited=tuple(replace(one, put_off_to=put_off.get(one.lead.id)) for one in so_far.awaited),
    )


def _views(work: UnitOfWork, this: Round) -> list[View]:
    """What members were asked for the meeting of a round."""
    kind, _, number = this.key.partition(":")
    if kind != "meeting":
        return []
    return [one for one in work.views.of_meeting(MeetingId(int(number))) if one.called_off_at is None]


def _put_off(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], this: Round
) -> dict[PersonId, date]:
    """The days to which leads have put their ask off, and which are still to come."""
    return {
        prompt.person_id: local_day(prompt.snoozed_until, partnership.zone)
        for plan in plans
        for prompt in work.prompts.of_round(plan.id, this.key)
        if prompt.snoozed_until is not None and prompt.snoozed_until > work.now
    }


def owe_officer_round(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], this: Round, now: datetime
) -> None:
    """Owe each officer the message of an open round, or its edit when it would say something new."""
    if not this.ask_at <= now < this.updates_by or not partnership.officers:
        return
    shown = say.shown(so_far_of(work, partnership, plans, this))
    held = [one for one in work.owing.recent(DeliveryKind.NOTICE.value, this.ask_at) if _is_of(one, this)]
    for officer_id in partnership.officers:
        account = work.people.get(officer_id).external_id
        if account is not None:
            _owe(
                work, partnership, this, account, shown, [one for one in held if one.owed.channel == account]
            )


def _is_of(delivery: Delivery, this: Round) -> bool:
    subject = delivery.owed.subject
    return subject.get("say") == "round" and subject.get("round") == this.key


def _owe(
    work: UnitOfWork,
    partnership: Partnership,
    this: Round,
    account: str,
    shown: str,
    held: list[Delivery],
) -> None:
    """The first is posted; later ones edit it, once it stands, and only with news."""
    first = next((one for one in held if one.owed.edits_ts is None), None)
    if first is not None and (first.posted_ts is None or held[-1].owed.subject.get("shown") == shown):
        return
    edit = "" if first is None else f":{work.now.isoformat()}"
    work.owing.owe(
        Owed(
            channel=account,
            kind=DeliveryKind.NOTICE,
            period_key=f"round:{partnership.id}:{this.key}{edit}",
            due_at=in_hours(work.now, partnership) if first is None else work.now,  # an edit disturbs nobody
            subject={"say": "round", "partnership": partnership.id, "round": this.key, "shown": shown},
            partnership_id=partnership.id,
            edits_ts=None if first is None else first.posted_ts,
            late_after=this.updates_by,
        )
    )


def composed(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """The message as the round stands when it is sent. Raises `NotFound` when the round is gone."""
    partnership = work.partnerships.get(PartnershipId(int(str(subject["partnership"]))))
    return _summary(work, partnership, kept_round(work, partnership, str(subject["round"])))


def kept_round(work: UnitOfWork, partnership: Partnership, key: str) -> Round:
    """The round of a key. Raises `NotFound` when its meeting has been taken out of the calendar."""
    this = round_keyed(work, partnership, key)
    if this is None:
        raise NotFound("that round")
    return this


def _summary(work: UnitOfWork, partnership: Partnership, this: Round) -> Card:
    so_far = so_far_of(work, partnership, asked_plans(work, partnership), this)
    value = f"partnership:{partnership.id} round:{this.key}"
    at = local_time(work.now, partnership.zone)
    return say.summary(so_far, this.on, at, value, has_meeting=this.key.startswith("meeting:"))


def round_card(work: UnitOfWork, partnership: Partnership) -> Card:
    """How the open or the coming round of a partnership stands."""
    this = round_for_news(rounds_of(work, partnership, work.now), work.now)
    return _summary(work, partnership, this) if this is not None else say.no_round()


def on_round(ordered: Ordered) -> Card:
    """ "round": how the open or the coming round stands, for a board officer."""
    work = ordered.work
    runs = [one for _, one in ordered.view.plans if can_run(ordered.person, one)]
    if not runs:
        for _, partnership in ordered.view.plans[:1]:
            check_can_run(ordered.person, partnership, work.people.get)
        return say.no_round()
    return round_card(work, runs[0])
