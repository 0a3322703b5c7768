"""Chasing in words: "remind S Okoro", "chase everyone". One reminder a round, as the button sends it."""

from __future__ import annotations

import re

from bot.card import Card
from bot.instants import local_time
from bot.partnership import Partnership, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import officer_rounds as say
from bot.rounds import round_for_news
from bot.services.context.ordered import Ordered
from bot.services.context.standings import asked_plans, rounds_of
from bot.services.persons.people_orders import one_person
from bot.services.rounds.officer_round import round_card, so_far_of
from bot.services.rounds.press_round import remind_once

_BY_LATENESS = re.compile(r"\b(?:late|overdue|slow)\b", re.IGNORECASE)


def on_remind(ordered: Ordered) -> Card:
    """ "remind S Okoro", "chase everyone": the one reminder of the round, now. "the late ones" could be
    the late actions or the late answers, so the round is shown with its button."""
    work, person = ordered.work, ordered.person
    partnership = _run(ordered)
    this = round_for_news(rounds_of(work, partnership, work.now), work.now)
    if this is None:
        return say.no_round()
    if this.ask_at > work.now:
        return say.not_asked_yet(this.on, local_time(this.ask_at, partnership.zone))
    only: PersonId | None = None
    if ordered.order.other:
        whom = one_person(ordered, ordered.order.other)
        so_far = so_far_of(work, partnership, asked_plans(work, partnership), this)
        if all(one.lead.id != whom.id for one in so_far.waiting):
            beyond = any(one.lead.id == whom.id for one in so_far.nobody_to_ask)
            return say.cannot_be_reminded(whom.name) if beyond else say.has_answered(whom.name, this.on)
        only = whom.id
    elif _BY_LATENESS.search(ordered.order.words):
        return round_card(work, partnership)
    return remind_once(work, person, partnership, this, only)


def _run(ordered: Ordered) -> Partnership:
    seen = tuple(dict.fromkeys(one for _, one in ordered.view.plans))
    runs = [one for one in seen if can_run(ordered.person, one)]
    for partnership in seen if not runs else ():
        check_can_run(ordered.person, partnership, ordered.work.people.get)
    return runs[0]
