"""The pack of a meeting for its chair's phone: decisions first, and numbers instead of words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asks import AskKind
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.phrases import dates
from bot.phrases.phone import lines_of, refs_after


def for_chair(pack: Pack) -> Card:
    """For a phone: at most ten lines of at most forty characters, decisions first."""
    decide = [ask for ask in pack.asks if ask.kind is AskKind.DECIDE]
    refs = list(dict.fromkeys(_ref(pack, one) for ask in decide for one in ask.actions))
    meeting = pack.meeting
    when = dates.weekday_and_day(meeting.on.end) if meeting.has_day else dates.timescale(meeting.on)
    lines = lines_of(
        (
            f"{meeting.body}, {when}",
            f"Pack {pack.number}" if pack.number else "Preview of the pack",
            refs_after("Decide", refs),
            refs_after("Completed", _refs_of(pack.completed)),
            refs_after("Newly late", _refs_of(pack.newly_late)),
            refs_after("Worse", _refs_of(pack.worse)),
            refs_after("Better", _refs_of(pack.better)),
            f"Late {len(pack.late)} · forecast late {len(pack.forecast_late)}",
            refs_after("Not confirmed", sorted({_ref(pack, one.action_id) for one in pack.unconfirmed})),
            refs_after("Help wanted", _refs_of(pack.help_wanted)),
            refs_after("Views on", _refs_of_views(pack)),
        )
    )
    taps = (
        Button("Decide", Act.SHOW_DECISIONS, "status:decide"),
        Button("Late", Act.SHOW_STATUS, "status:late"),
    )
    return Card(" · ".join(lines[:2]), (Line(lines[0], Tone.HEADING), Line("\n".join(lines[1:])), Taps(taps)))


def _ref(pack: Pack, action_id: int) -> str:
    return next((line.action.ref for line in pack.lines if line.action.id == action_id), "")


def _refs_of_views(pack: Pack) -> list[str]:
    """The actions on which members said something."""
    ids = dict.fromkeys(one.action_id for one in pack.views if one.is_said and not one.is_nothing)
    return [ref for one in ids if one is not None and (ref := _ref(pack, one))]


def _refs_of(found: Sequence[PackLine]) -> list[str]:
    return [line.action.ref for line in found]
