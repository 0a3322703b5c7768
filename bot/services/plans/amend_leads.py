"""Orders that say who leads an action: one takes another's place, joins, or leaves."""

from __future__ import annotations

from bot.amending import Amendment, AmendmentKind, lead_words
from bot.card import Card
from bot.partnership import PersonId
from bot.phrases import amendments_unclear
from bot.plan import Lead, LeadRole
from bot.ports import UnitOfWork
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place
from bot.services.plans.amend import of_action
from bot.services.plans.amendment_people import named

UNKNOWN = PersonId(0)
"""Somebody whom nobody here knows yet."""


def on_new_lead(ordered: Ordered) -> Card:
    """ "2.7 lead is now J Tranter instead of S Okoro", or the lead's own "I don't lead 2.7 any more, ask J
    Tranter": somebody takes a lead's place, in the same part."""
    place, order = ordered.place(), ordered.order
    leads, other = place.action.leads, ordered.person.name if order.when else order.other
    last = _led_by(place, other) if other else next(iter(place.action.reporting_leads), None)
    if other and last is None:
        return amendments_unclear.leads_it_not(place.action.ref, other)
    to = _as_lead(ordered.work, order.words, last.role if last is not None else LeadRole.REPORTING)
    others = [one for one in leads if one.name != to.name]
    after = [to if one is last else one for one in others]
    return _led(ordered, place, after if to in after else [to, *(one for one in others if one is not last)])


def on_join_lead(ordered: Ordered) -> Card:
    """ "add J Tranter as a supporting lead to 2.7"."""
    place, order = ordered.place(), ordered.order
    is_first = not place.action.leads or bool(order.when)
    one = _as_lead(ordered.work, order.words, LeadRole.REPORTING if is_first else LeadRole.SUPPORTING)
    return _led(ordered, place, [*(lead for lead in place.action.leads if lead.name != one.name), one])


def on_leave_lead(ordered: Ordered) -> Card:
    """ "remove J Tranter from 2.7"; the next in line reports when who did leaves."""
    place, order = ordered.place(), ordered.order
    name = ordered.person.name if order.when else order.words
    gone = _led_by(place, name)
    if gone is None:
        return amendments_unclear.leads_it_not(place.action.ref, name)
    return _led(ordered, place, [one for one in place.action.leads if one is not gone])


def _led(ordered: Ordered, place: Place, leads: list[Lead]) -> Card:
    were, now = lead_words(place.action.leads), lead_words(leads)
    return of_action(ordered, place, Amendment(AmendmentKind.LEADS, leads_were=were, leads=now))


def _led_by(place: Place, name: str) -> Lead | None:
    wanted = _plain(name)
    return next((lead for lead in place.action.leads if _plain(lead.name) == wanted), None)


def _plain(name: str) -> str:
    return "".join(name.replace(".", " ").casefold().split())


def _as_lead(work: UnitOfWork, typed: str, role: LeadRole) -> Lead:
    """Somebody who may not be in the plan yet, as a lead; only their name is kept of it."""
    found = work.people.named(named(work, typed))
    return Lead(found[0].id, found[0].name, role) if found else Lead(UNKNOWN, named(work, typed), role)
