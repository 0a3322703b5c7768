"""Whether somebody on a board, who was asked nothing, asks for a list without saying "status"."""

from __future__ import annotations

from datetime import date

from bot.asked_about import asked_about
from bot.commands import spoken
from bot.partnership import Person
from bot.permissions import is_board
from bot.services.context.view import View
from bot.status_filter import NAMING, filter_of, is_bare
from bot.status_narrowed import filter_asked, is_of_many


def asks_list(person: Person, text: str, view: View, today: date) -> bool:
    """Whether the whole message asks for actions ("late", "red or amber in Dunvale", "2.7") and tells
    nothing of them; of whoever is on no board it may be an answer."""
    said = spoken(text)
    if not any(is_board(person, partnership) for _, partnership in view.plans):
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
