"""The scales a board can choose by name; beside them stand a plan's own words."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from bot.conventions import PlanConventions
from bot.rag import RagScale


class NamedScale(StrEnum):
    """What a board calls its way of rating."""

    CLASSIC = "classic"
    DELIVERY = "delivery"
    FIVE_POINT = "five-point"


_DELIVERED = frozenset({"green", "blue"})
_MEANS: dict[NamedScale, tuple[RagScale, frozenset[str]]] = {
    NamedScale.CLASSIC: (RagScale.THREE_POINT, frozenset()),
    NamedScale.DELIVERY: (RagScale.THREE_POINT, _DELIVERED),
    NamedScale.FIVE_POINT: (RagScale.FIVE_POINT, frozenset()),
}
"""The colours of each, and those of them that mean complete."""

_NAMES = {
    "classic": NamedScale.CLASSIC,
    "three point": NamedScale.CLASSIC,
    "3 point": NamedScale.CLASSIC,
    "delivery": NamedScale.DELIVERY,
    "five point": NamedScale.FIVE_POINT,
    "5 point": NamedScale.FIVE_POINT,
    "ipa five point": NamedScale.FIVE_POINT,
    "ipa": NamedScale.FIVE_POINT,
}


def scale_named(words: str) -> NamedScale | None:
    """The scale of this name, however it is typed."""
    return _NAMES.get(" ".join(re.findall(r"[a-z0-9]+", words.casefold())).removesuffix("s"))


def with_scale(own: PlanConventions, scale: NamedScale) -> PlanConventions:
    """The conventions with this scale; the plan's own words stay."""
    colours, complete = _MEANS[scale]
    return replace(own, scale=colours, scale_complete=complete)


def scale_of(own: PlanConventions) -> NamedScale:
    """What the plan's scale is called."""
    if own.scale is RagScale.FIVE_POINT:
        return NamedScale.FIVE_POINT
    return NamedScale.DELIVERY if "green" in own.scale_complete else NamedScale.CLASSIC
