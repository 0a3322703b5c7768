""" "views": what was asked of members for the meetings ahead, and what they said."""

from __future__ import annotations

from bot.card import Card
from bot.errors import NotFound
from bot.partnership import Partnership, Person
from bot.permissions import can_ask_views, can_give_view
from bot.phrases import views_asked as say
from bot.phrases.stack import stacked
from bot.ports import UnitOfWork
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.views_held import capacity
from bot.services.governance.view_asks import listed
from bot.views import View


def on_views(ordered: Ordered) -> Card:
    """All of them for the board, one's own (or those of whom one supports) for a member."""
    work, person = ordered.work, ordered.person
    cards = []
    for partnership in work.partnerships.all():
        cards += _of(work, person, partnership, ordered.order.other)
    if ordered.order.other and not cards and not _names_a_body(ordered):
        raise NotFound(f"a board or group called {ordered.order.other}")
    return stacked(cards) if cards else say.nothing_asked()


def _names_a_body(ordered: Ordered) -> bool:
    seen = dict.fromkeys(one for _, one in ordered.view.plans)
    return any(body_meant(ordered.order.other, bodies_of(ordered.work, one)) is not None for one in seen)


def _of(work: UnitOfWork, person: Person, partnership: Partnership, words: str) -> list[Card]:
    """A card for each meeting ahead for which this person may read any."""
    ahead = [
        one for one in work.views.ahead(today_of(work, partnership)) if one.partnership_id == partnership.id
    ]
    body = body_meant(words, bodies_of(work, partnership)) if words else None
    if words and body is None:
        return []
    is_board = can_ask_views(person, partnership)
    mine = [one for one in ahead if is_board or can_give_view(person, capacity(work, person, one))]
    by_meeting: dict[int, list[View]] = {}
    for view in mine:
        by_meeting.setdefault(view.meeting_id, []).append(view)
    cards = []
    for views in by_meeting.values():
        meeting = work.meetings.get(views[0].meeting_id)
        if body is None or meeting.body.casefold() == body.casefold():
            cards.append(listed(work, meeting, views))
    return cards
