"""What one stretch of a message says of its actions: every field, each by its own reader."""

from __future__ import annotations

from bot.language.amounts import read_percent, read_shift
from bot.language.colours import read_colour
from bot.language.forecasts import read_forecast
from bot.language.hints import read_hints
from bot.language.message import Message
from bot.language.needs import read_needs, read_no_change
from bot.language.roles import Dated
from bot.language.scope import Scopes
from bot.language.states import read_state
from bot.language.stretch import Facts, Stretch
from bot.language.subjects import Segment


def facts_of(message: Message, scopes: Scopes, dated: list[Dated], segment: Segment) -> Facts:
    """Read one segment."""
    stretch = Stretch(message, scopes, dated, segment)
    if stretch.by_sense:
        read_colour(stretch)
        read_state(stretch)
        read_hints(stretch)
        read_no_change(stretch)
    if stretch.things:
        read_percent(stretch)
        read_shift(stretch)
    if stretch.dated:
        read_forecast(stretch)
    if stretch.by_sense:
        read_needs(stretch)
    return stretch.facts
