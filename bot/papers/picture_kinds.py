"""The pictures by name, as a plan's Home and its direct messages have them: few enough rows for a phone."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, StrEnum

from bot.pack import Pack
from bot.papers.pictures import (
    History,
    Picture,
    rag_by_body,
    rag_strip,
    slip_chart,
)


class PictureKind(StrEnum):
    """How far actions have slipped, how their colours went, and how each organisation's did."""

    SLIP = "slip"
    COLOURS = "colours"
    BODIES = "bodies"


class Size(IntEnum):
    """As many actions as a picture shows. Among the lines of a Home a platform scales it to some 400 points
    either way, so that it must not be tall; a file of its own may fill a phone's screen."""

    HOME = 6
    FILE = 12


_MADE: dict[PictureKind, Callable[[Pack, History, Size], Picture | None]] = {
    PictureKind.SLIP: lambda pack, _, size: slip_chart(pack, size),
    PictureKind.COLOURS: rag_strip,
    PictureKind.BODIES: lambda pack, history, size: rag_by_body(pack, history, _BODIES[size]),
}
_BODIES: dict[Size, int] = {Size.HOME: 4, Size.FILE: 8}


def picture_of(kind: PictureKind, pack: Pack, history: History, size: Size) -> Picture | None:
    """The picture of this kind; None where there is nothing to draw."""
    return _MADE[kind](pack, history, size)
