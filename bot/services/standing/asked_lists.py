"""What somebody on a board asks for without the bot's own words: a list, the pack, who has not answered."""

from __future__ import annotations

from datetime import date

from bot.asked_about import asked_about
from bot.commands import Command, Name, spoken
from bot.orders import OrderKind, order_in
from bot.partnership import Person
from bot.permissions import is_board
from bot.services.context.view import View
from bot.status_filter import NAMING, filter_of, is_bare
from bot.status_narrowed import filter_asked, is_of_many

_INSTEAD = {
    OrderKind.SEND_PACK: Command(Name.PAPER, "paper highlight"),
    OrderKind.WHO_WAITS: Command(Name.STATUS, "no update or not reported"),
}
"""What the board has of something that is the officer's: the paper of its pack, the actions of a round."""


def for_board(person: Person, text: str, view: View) -> Command | None:
    """What somebody on a board is given where the words ask for something that is the officer's alone."""
    order = order_in(text)
    return _INSTEAD.get(order.kind) if order is not None and _is_of_board(person, view) else None


def asks_list(person: Person, text: str, view: View, today: date) -> bool:
    """Whether the whole message asks for actions ("late", "red or amber in Dunvale", "2.7") and tells
    nothing of them; of whoever is on no board it may be an answer."""
    said = spoken(text)
    if not _is_of_board(person, view):
        return False
    if is_bare(said):
        return True
    plans = [plan for plan, _ in view.plans]
    named = filter_of(said, plans)
    if named is not None:
        return named.shown in NAMING
    about = asked_about(said)
    found = filter_asked(about, plans, today)
    return found is not None and is_of_many(found, is_asked=about != said.strip(" ?!."))


def _is_of_board(person: Person, view: View) -> bool:
    return any(is_board(person, partnership) for _, partnership in view.plans)
