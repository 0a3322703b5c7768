"""The sentence that councils minute: every action in exactly one place, so that the counts add up."""

from __future__ import annotations

from enum import StrEnum

from bot.assessment import Assessed
from bot.rag import Standing
from bot.slippage import is_extended

MONTH = 31
"""Days up to which an action is "up to one month late"."""


class Place(StrEnum):
    """Where an action stands in the sentence that is minuted; each action has exactly one place."""

    ON_TARGET = "on_target"
    EXTENDED = "extended"
    FORECAST_LATE = "forecast_late"
    UP_TO_A_MONTH = "up_to_a_month"
    OVER_A_MONTH = "over_a_month"
    NOT_REPORTED = "not_reported"


def place_of(now: Assessed) -> Place:
    """An action's place: by its dates first; silence next; an extended date last of all."""
    if now.standing is Standing.COMPLETE:
        return Place.ON_TARGET
    if now.is_late:
        return Place.UP_TO_A_MONTH if (now.days_past_agreed or 0) <= MONTH else Place.OVER_A_MONTH
    if now.is_forecast_late:
        return Place.FORECAST_LATE
    if now.standing is Standing.NOT_REPORTED or now.is_silent:
        return Place.NOT_REPORTED
    return Place.EXTENDED if is_extended(now.action) else Place.ON_TARGET
