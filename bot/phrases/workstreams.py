"""Workstreams in words: which actions belong to one, who runs it, where its digest goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.partnership import Partnership
from bot.phrases.words import counted, listed, quoted
from bot.plan import Action
from bot.workstreams import Workstream, posts_digest

ENTRIES_A_LINE = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One workstream of a list: how many actions it has, and what is arranged for it, if anything is."""

    name: str
    count: int
    arranged: Workstream | None = None


def listed_all(partnership: Partnership, entries: Sequence[Entry], *, may_run: bool) -> Card:
    """Every workstream of a partnership."""
    if not entries:
        text = f"{partnership.name}: no action belongs to a workstream yet."
        hint = "For example: workstream Finance: 1.4, 2.3, 3.1"
        return Card(text, (Line(text), *((Line(hint, Tone.QUIET),) if may_run else ())))
    title = f"{partnership.name}: {counted(len(entries), 'workstream')}"
    pieces = []
    for start in range(0, len(entries), ENTRIES_A_LINE):
        some = entries[start : start + ENTRIES_A_LINE]
        channels = tuple(one.arranged.channel for one in some if one.arranged and one.arranged.channel)
        pieces.append(Line("\n".join(_entry(one, partnership) for one in some), channels=channels))
    name = min((one.name for one in entries), key=len)
    hints = f"status workstream {name}"
    if may_run:
        hints += f" · workstream {name}: 1.4, 2.3 · {name}'s channel is #… · {name} is run by …"
    return Card(title, (Line(title, Tone.HEADING), *pieces, Line(hints, Tone.QUIET)))


def _entry(one: Entry, partnership: Partnership) -> str:
    parts = [one.name, counted(one.count, "action")]
    arranged = one.arranged
    if arranged is not None and arranged.body:
        parts.append(f"run by {arranged.body}")
    parts.append(_where(arranged, partnership))
    return " · ".join(parts)


def _where(arranged: Workstream | None, partnership: Partnership) -> str:
    if arranged is None or arranged.channel is None:
        return "no channel of its own"
    if not posts_digest(arranged, partnership):
        return "in the partnership's own channel"
    return f"digest to #{arranged.channel}{' (restricted)' if arranged.channel_is_restricted else ''}"


def put(
    name: str,
    moved: Sequence[Action],
    total: int,
    undo_value: str,
    *,
    others: Sequence[str] = (),
    has_channel: bool,
) -> Card:
    """Actions belong to a workstream from now on; `moved` as they were before, `others` the workstreams there
    were before this one, where it is new."""
    refs = listed([action.ref for action in moved])
    belong = "belongs" if len(moved) == 1 else "belong"
    text = f"{refs} now {belong} to the workstream {name}, which has {counted(total, 'action')}."
    was = [f"{action.ref} was in {action.workstream}" for action in moved if action.workstream]
    pieces: list[Line | Taps] = [Line(" ".join((text, *(f"{one}." for one in was))))]
    if undo_value:
        pieces.append(Taps((Button("Undo", Act.UNDO, undo_value),)))
    if others:
        pieces.append(Line(f"{name} is new here, beside {listed(others)}.", Tone.QUIET))
    if not has_channel:
        hint = f"Its weekly digest can go to a channel of its own: {name}'s channel is #…"
        pieces.append(Line(hint, Tone.QUIET))
    return Card(text, tuple(pieces))


def taken_out(moved: Sequence[Action], undo_value: str) -> Card:
    """Actions belong to no workstream any more."""
    told = [f"{action.ref} (was in {action.workstream})" for action in moved]
    text = f"{listed(told)} now {'belongs' if len(moved) == 1 else 'belong'} to no workstream."
    taps = (Taps((Button("Undo", Act.UNDO, undo_value),)),) if undo_value else ()
    return Card(text, (Line(text), *taps))


def already(name: str, refs: Sequence[str]) -> Card:
    """Nothing changes."""
    where = f"to {name}" if name else "to no workstream"
    belong = "belongs" if len(refs) == 1 else "belong"
    text = f"{listed(refs)} {belong} {where} already. Nothing has been changed."
    return Card(text, (Line(text),))


def is_a_person(name: str, ref: str) -> Card:
    """What "2.7 belongs to S Okoro" may have meant."""
    text = f"{name} is a person, not a workstream. Nothing has been changed."
    return Card(text, (Line(text), Line(f"To make them the lead: {ref} lead is now {name}", Tone.QUIET)))


def channel_set(name: str, channel: str, count: int, *, holds_restricted: bool) -> Card:
    """Its digest goes to a channel of its own."""
    text = f"The weekly digest of {name} ({counted(count, 'action')}) also goes to #{channel} from now on."
    rest = "The partnership's digest stays whole. Invite me to that channel first, if I am not in it."
    pieces = [Line(text, channels=(channel,)), Line(rest, Tone.QUIET)]
    if holds_restricted:
        pieces.append(
            Line(
                "What is in a restricted plan is left out there, until only its own people are in the "
                f"channel and you say: {name}'s channel is restricted",
                Tone.QUIET,
            )
        )
    return Card(text, tuple(pieces))


def partnerships_own(name: str) -> Card:
    """The channel has a digest already."""
    text = (
        f"That is the partnership's own channel. Its digest holds {name} already, so nothing more is posted."
    )
    return Card(text, (Line(text),))


def no_channel(name: str) -> Card:
    """It has no digest of its own any more."""
    text = f"{name} has no channel of its own now. The partnership's digest holds its actions as before."
    return Card(text, (Line(text),))


def which_channel(name: str) -> Card:
    """The words name no channel the bot can tell."""
    text = "I cannot tell which channel that is. Nothing has been saved."
    hint = (
        "Choose it from the list that opens as you type #, in a message to me; or give its id: "
        f"{name}'s channel is C0123456789"
    )
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def marked(name: str, *, is_restricted: bool, has_channel: bool) -> Card:
    """Whether restricted plans may be spoken of in its channel."""
    may = "may be" if is_restricted else "is not"
    text = f"What is in a restricted plan {may} told in the channel of {name} from now on."
    hint = "" if has_channel else f"It has none yet: {name}'s channel is #…"
    return Card(text, (Line(text), *((Line(hint, Tone.QUIET),) if hint else ())))


def group_set(name: str, body: str | None) -> Card:
    """Which group runs it."""
    text = f"{name} is run by {body}." if body else f"{name} is run by no group in particular."
    return Card(text, (Line(text),))


def no_such_group(words: str, bodies: Sequence[str]) -> Card:
    """A group nobody has met yet."""
    known = f"There is {listed(bodies)}." if bodies else "None is known yet."
    text = f"I know no board or group called {quoted(words)} here. Nothing has been saved."
    return Card(text, (Line(text), Line(known, Tone.QUIET)))
