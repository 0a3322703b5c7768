"""Orders about people: who stands in, who is away, who is back."""

from __future__ import annotations

from datetime import date

from bot.absences import away_on
from bot.card import Card
from bot.errors import NotFound
from bot.partnership import Person
from bot.phrases import absences as say
from bot.phrases.notices import plain
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.persons import absences


def on_deputy(ordered: Ordered) -> Card:
    """ "J Tranter for S Okoro until 6 Nov", by the lead or a board officer."""
    work, order = ordered.work, ordered.order
    is_own = order.words.casefold() in ("", "me")
    lead = ordered.person if is_own else one_person(ordered, order.words)
    today = _today(ordered)
    found = absences.deputy_named(work, lead.id, order.other)
    if isinstance(found, str):
        return plain(found, "Nothing has been changed.")
    days = absences.days_in(order.when, today)
    if days is None and order.when:
        return say.when()
    known = away_on(work.absences.of(lead.id), lead.id, days.start if days else today)
    if days is None and known is None:
        coming = [one for one in work.absences.of(lead.id) if one.ended_at is None and one.from_on > today]
        known = coming[0] if coming else None
        if known is None:
            return say.when()
    if known is None or (days is not None and (known.from_on, known.until_on) != (days.start, days.end)):
        start, end = (days.start, days.end) if days is not None else (today, today)
        known = absences.note(work, ordered.person, lead, start, end)
    return absences.appoint(work, ordered.person, known, found)


def on_away(ordered: Ordered) -> Card:
    """ "S Okoro is away 19 Oct to 6 Nov", by a board officer."""
    person, today = one_person(ordered, ordered.order.other), _today(ordered)
    days = absences.days_in(ordered.order.when, today)
    if days is None:
        return say.when()
    if days.end < today:
        return say.over_already()
    away = absences.note(ordered.work, ordered.person, person, days.start, days.end)
    return absences.noted_card(ordered.work, away, ordered.person)


def on_back(ordered: Ordered) -> Card:
    """ "I'm back", or "S Okoro is back" by a board officer."""
    other = ordered.order.other
    person = one_person(ordered, other) if other else ordered.person
    return absences.come_back(ordered.work, ordered.person, person)


def one_person(ordered: Ordered, name: str) -> Person:
    """The one person of this name. Raises `NotFound`."""
    found = ordered.work.people.named(name)
    if len(found) != 1:
        raise NotFound(name)
    return found[0]


def _today(ordered: Ordered) -> date:
    partnership = ordered.view.partnership
    return today_of(ordered.work, partnership) if partnership is not None else ordered.work.now.date()
