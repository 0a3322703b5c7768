"""Somebody leaves, as a board officer says it: what they lead, and who takes it."""

from __future__ import annotations

from bot.card import Card
from bot.phrases import handing_over as say
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.view import context_of
from bot.services.persons.hand_over import check_may_hand_over, run_by
from bot.services.persons.people_orders import one_person


def on_left(ordered: Ordered) -> Card:
    """ "S Okoro has left", "S Okoro is leaving on 30 October": nothing changes until somebody takes over."""
    work, order = ordered.work, ordered.order
    last = one_person(ordered, order.other)
    actions = run_by(work, ordered.person, last.id)
    check_may_hand_over(work, ordered.person, last, actions)
    if not actions:
        return say.nothing_led(last.name)
    partnership = ordered.view.plans[0][1]
    today = today_of(work, partnership)
    context = context_of(work, ordered.view, ordered.person, ())
    found = dates_in(order.when, today, context) if order.when else ()
    on = found[0].end if len(found) == 1 and found[0].end > today else None
    return say.leaving(int(last.id), last.name, actions, on)
