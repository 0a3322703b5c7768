"""Who sits on a body, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.card import Card, Line, Tone
from bot.partnership import PersonId
from bot.phrases import dates
from bot.phrases.words import counted, quoted
from bot.seats import Role, Seat

GROUPS: dict[Role, str] = {
    Role.VOTING: "Voting members",
    Role.NON_VOTING: "Non-voting members",
    Role.MEMBER: "Members",
    Role.CO_OPTED: "Co-opted",
    Role.SUPPORTER: "Supporters",
    Role.ADVISER: "Advisers",
}
"""The heading of each role in a list, in the order of the list."""

AS: dict[Role, str] = {
    Role.VOTING: "a voting member",
    Role.NON_VOTING: "a non-voting member",
    Role.MEMBER: "a member",
    Role.CO_OPTED: "co-opted",
    Role.SUPPORTER: "a supporter",
    Role.ADVISER: "an adviser",
}

NO_RIGHT = "A record of who sits there. It gives no right here but to give a view that is asked for."


def members(body: str, seats: Sequence[Seat], names: Mapping[PersonId, str]) -> Card:
    """Everybody on a body, by what they are there."""
    if not seats:
        text = f"Nobody is recorded on {body} yet."
        hint = f"The board officer can say, for example: S Okoro is a voting member of {body}."
        return Card(text, (Line(text), Line(hint, Tone.QUIET)))
    title = f"{body}: {counted(len(seats), 'person', 'people')}"
    lines = [
        f"{heading}: {', '.join(_named(one, names) for one in found)}"
        for role, heading in GROUPS.items()
        if (found := [one for one in seats if one.role is role])
    ]
    return Card(title, (Line(title, Tone.HEADING), Line("\n".join(lines)), Line(NO_RIGHT, Tone.QUIET)))


def _named(seat: Seat, names: Mapping[PersonId, str]) -> str:
    notes = [f"with {names[seat.supports]}"] if seat.supports is not None else []
    notes += [f"speaks for {seat.constituency}"] if seat.constituency else []
    notes += [f"until {dates.day_with_year(seat.until_on)}"] if seat.until_on is not None else []
    return f"{names[seat.person_id]} ({', '.join(notes)})" if notes else names[seat.person_id]


def is_set(body: str, seat: Seat, names: Mapping[PersonId, str]) -> Card:
    """Somebody sits on a body from now on, or as something else."""
    whose = f" of {names[seat.supports]}" if seat.supports is not None else ""
    until = f", until {dates.day_with_year(seat.until_on)}" if seat.until_on is not None else ""
    text = f"{body}: {names[seat.person_id]} is {AS[seat.role]}{whose}{until}."
    undo = f"To put it back: {names[seat.person_id]} is no longer on {body}."
    return Card(text, (Line(text), Line(f"{NO_RIGHT} {undo}", Tone.QUIET)))


def speaks_for(body: str, name: str, constituency: str) -> Card:
    """Whom a member speaks for, from now on."""
    whom = f"speaks for {constituency}" if constituency else "speaks for nobody in particular"
    text = f"{body}: {name} {whom}."
    hint = f"To ask for their view: “ask {name} for a view on 2.7”."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def no_members_seat(body: str, name: str) -> Card:
    """Who speaks for somebody is a member."""
    text = f"{name} is not a member of {body} today. Nothing has been saved."
    return Card(text, (Line(text), Line(f"First: {name} is a voting member of {body}.", Tone.QUIET)))


def is_over(body: str, name: str) -> Card:
    """Somebody no longer sits there."""
    text = f"{body}: {name} is no longer on it."
    return Card(text, (Line(text),))


def nobody_called(name: str) -> Card:
    """No one person has this name."""
    text = f"I do not know which person {quoted(name)} is. Nothing has been saved."
    return Card(text, (Line(text), Line(f"For somebody I have not met: {name} (new) is …", Tone.QUIET)))


def when_until(words: str) -> Card:
    """An end that cannot be read, or is over."""
    text = f"I cannot read until when {quoted(words)} is, or it is past. Nothing has been saved."
    return Card(text, (Line(text),))
