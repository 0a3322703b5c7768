"""When things go out, in words: "send the digest on Tuesdays at 10:00", "prompts on Thursdays"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.card import Card
from bot.orders import Order, OrderKind
from bot.permissions import check_can_run
from bot.phrases import settings as say
from bot.phrases.stack import stacked
from bot.services.arrangements.settings_on_record import facts_of
from bot.services.context.ordered import Ordered
from bot.services.officer_words import in_hand
from bot.services.set_setting import on_setting
from bot.settings import DAYS, NAMES

_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
_CLOCK = re.compile(r"\b(noon|\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?m?\.?)?)\s*$", re.IGNORECASE)
FIRST_HOUR, LAST_HOUR = 7, 18
"""An hour alone is one of the working day: at 10 is 10:00, at 4 is 16:00."""


def on_rhythm(ordered: Ordered) -> Card:
    """The digest's day and time are set; asking follows the meetings, and how to change that is said."""
    order = ordered.order
    day, clock = _DAY.search(order.words), _CLOCK.search(order.words)
    if "digest" not in order.other.casefold():
        facts = facts_of(ordered.work, in_hand(ordered.work, ordered.person))
        check_can_run(ordered.person, facts.partnership, ordered.work.people.get)
        if clock is not None and day is None:
            return _set(ordered, "asking time", clock[1])
        told = [NAMES[name].tell(NAMES[name].value(facts)) for name in ("asking", "asking time")]
        return say.asked_by_meeting(*told)
    if day is None and clock is None:
        facts = facts_of(ordered.work, in_hand(ordered.work, ordered.person))
        return say.digest_goes_on(NAMES["digest day"].tell(NAMES["digest day"].value(facts)))
    cards = []
    if day is not None:
        cards.append(_set(ordered, "digest day", next(one for one in DAYS if one.startswith(day[1].title()))))
    if clock is not None:
        cards.append(_set(ordered, "digest time", clock[1]))
    return stacked(cards)


def _set(ordered: Ordered, name: str, words: str) -> Card:
    order = Order(OrderKind.SETTING, other=name, words=_hour(words) if "time" in name else words)
    return on_setting(replace(ordered, order=order))


def _hour(words: str) -> str:
    """A clock time as the settings read one."""
    said = words.strip().casefold()
    if said == "noon":
        return "12:00"
    if not said.isdigit() or len(said) > 2:
        return said
    hour = int(said)
    return f"{hour if FIRST_HOUR <= hour <= LAST_HOUR else hour + 12}:00"
