"""The board officer's one message a round, and what stands behind its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import actions, dates
from bot.phrases.words import counted, listed
from bot.round_so_far import Awaited, RoundSoFar

FEW = 5


def summary(so_far: RoundSoFar, on: date, at: datetime, value: str, *, has_meeting: bool = False) -> Card:
    """Answered, waiting, and what is the officer's to do; a round of a meeting ends in a pack."""
    first = (
        f"Round for {dates.day_and_month(on)} · "
        f"{so_far.answered} of {counted(so_far.leads, 'lead')} answered, "
        f"{so_far.told} of {counted(so_far.actions, 'action')} · {at:%H:%M}"
    )
    parts = []
    if so_far.waiting:
        parts.append(f"Waiting: {_few(so_far.waiting)}")
    if yours := _for_you(so_far):
        parts.append(f"For you: {', '.join(yours)}")
    if so_far.views_asked:
        parts.append(f"Views: {so_far.views_given} of {so_far.views_asked} given")
    if not parts:
        parts.append("Everything is in, and nothing waits for you.")
    lines: list[Line | Taps] = [Line(first), Line(" · ".join(parts))]
    if so_far.nobody_to_ask:
        lines.append(Line(f"Nobody to ask: {_few(so_far.nobody_to_ask)}"))
    taps = [Button("See all", Act.ROUND_ALL, value)]
    if so_far.waiting:
        taps.append(Button("Remind once", Act.REMIND_ONCE, value))
    if so_far.awaited:
        taps.append(Button("Enter for someone", Act.HOW_TO_ENTER, value))
    if has_meeting:
        taps.append(Button("Preview the pack", Act.PREVIEW_PACK, value))
    return Card(first, (*lines, Taps(tuple(taps))))


def pack_preview(on: date) -> str:
    """The heading above a pack that is still to come."""
    return f"Preview: the pack of {dates.weekday_and_day(on)}, as things stand"


def shown(so_far: RoundSoFar) -> str:
    """Everything a summary tells but the time, to know whether it would say something new."""
    return " ".join(
        (
            f"{so_far.answered}/{so_far.leads} {so_far.told}/{so_far.actions} {so_far.unconfirmed}",
            f"{len(so_far.to_accept)} {len(so_far.without_lead)} {so_far.views_given}/{so_far.views_asked}",
            *(
                f"{one.lead.id}:{len(one.open)}:{one.can_be_asked}:{one.put_off_to or ''}"
                for one in so_far.awaited
            ),
        )
    )


def _for_you(so_far: RoundSoFar) -> list[str]:
    counts = (
        (so_far.unconfirmed, "not confirmed"),
        (len(so_far.to_accept), "to accept as done"),
        (len(so_far.without_lead), "with no lead"),
    )
    return [f"{count} {what}" for count, what in counts if count]


def _few(awaited: Sequence[Awaited]) -> str:
    named = [_named(one) for one in awaited[:FEW]]
    rest = len(awaited) - FEW
    return ", ".join([*named, *([f"+{rest}"] if rest > 0 else [])])


def _named(one: Awaited) -> str:
    count = len(one.open)
    if one.put_off_to is not None:
        return f"{_who(one)} ({count}; put off to {dates.weekday_and_day(one.put_off_to)})"
    if any(lead.is_vacant and lead.person_id == one.lead.id for each in one.open for lead in each.leads):
        return f"{one.lead.name} ({count}; vacant)"
    if one.away_until is not None:
        return f"{one.lead.name} ({count}; away until {dates.weekday_and_day(one.away_until)})"
    return f"{_who(one)} ({count})"


def _who(one: Awaited) -> str:
    is_covered = one.asked is not None and one.asked.id != one.lead.id
    return f"{one.asked.name} for {one.lead.name}" if is_covered and one.asked else one.lead.name


def everything(so_far: RoundSoFar) -> Card:
    """Every list whole."""
    title = f"{so_far.told} of {counted(so_far.actions, 'action')} told"
    lines = [Line(title, Tone.HEADING)]
    for heading, awaited in (("Waiting", so_far.waiting), ("Nobody to ask", so_far.nobody_to_ask)):
        if awaited:
            each = [f"{_named(one)}: {listed([action.ref for action in one.open])}" for one in awaited]
            lines.append(Line("\n".join((f"{heading} ({len(awaited)})", *each))))
    for heading, found in (("To accept as done", so_far.to_accept), ("With no lead", so_far.without_lead)):
        if found:
            each = [actions.named(action) for action in found]
            lines.append(Line("\n".join((f"{heading} ({len(found)})", *each))))
    if so_far.unconfirmed:
        lines.append(Line(f"Said, not confirmed: {so_far.unconfirmed}. Each is brought up once."))
    return Card(title, tuple(lines))


def reminded(names: Sequence[str], already: int, put_off: Sequence[Awaited] = ()) -> Card:
    """The one reminder, sent early; not to whoever put their ask off, who is asked again by itself."""
    text = f"Reminded: {listed(list(names))}. That is the one reminder of this round."
    if not names:
        text = (
            "Nobody is reminded: each who waits has had the one reminder of this round, or was not asked yet."
        )
    elif already:
        text += f" {already} had theirs before."
    later = [
        f"{one.lead.name} is asked again on {dates.weekday_and_day(one.put_off_to)}."
        for one in put_off
        if one.put_off_to is not None
    ]
    return Card(text, (Line(" ".join((text, *later))),))


def not_asked_yet(on: date, at: datetime) -> Card:
    """There is nobody to remind before the question has gone out."""
    text = (
        f"Nobody has been asked for {dates.day_and_month(on)} yet: the question goes out "
        f"{dates.weekday_and_day(at.date())}, {dates.clock(at)}. Nobody is reminded."
    )
    return Card(text, (Line(text),))


def has_answered(name: str, on: date) -> Card:
    """Nothing of theirs is open in the round."""
    text = f"Nothing of {name} is open for {dates.day_and_month(on)}. Nobody is reminded."
    return Card(text, (Line(text),))


def cannot_be_reminded(name: str) -> Card:
    """They are away, or not here."""
    text = f"I cannot reach {name} just now, so nobody is reminded."
    return Card(text, (Line(text), Line(f'"ask by e-mail {name}" gives you the text to send.')))


def how_to_enter(awaited: Sequence[Awaited]) -> Card:
    """How an officer enters what somebody said elsewhere."""
    one = awaited[0] if awaited else None
    name, ref = (one.lead.name, one.open[0].ref) if one is not None else ("L Pashley", "3.2")
    words = f"for {name} by phone: {ref} on track"
    text = f'Write to me "{words}", or paste their e-mail. I read it back to you first.'
    text_to_send = f'"ask by e-mail {name}" gives you the text to send.'
    return Card(text, (Line(text), Line(text_to_send)))


def no_round() -> Card:
    """No round is open or coming."""
    text = "No round is open or coming: the calendar has no meeting with papers ahead."
    return Card(text, (Line(text),))
