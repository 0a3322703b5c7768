"""Who is away and who stands in: dates and names, never a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.absences import Away
from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.words import listed
from bot.plan import Action

NOT_KEPT = "I keep the dates, not the reason."


def days(from_on: date, until_on: date) -> str:
    """ "Mon 19 Oct to Fri 6 Nov"."""
    if from_on == until_on:
        return dates.weekday_and_day(from_on)
    return f"{dates.weekday_and_day(from_on)} to {dates.weekday_and_day(until_on)}"


def kept(from_on: date, until_on: date) -> str:
    """What is kept of a message in place of the words that tell of an absence."""
    return f"[away {dates.day_with_year(from_on)} to {dates.day_with_year(until_on)}]"


def kept_undated() -> str:
    """The same where no dates were given."""
    return "[away, without dates]"


def kept_back() -> str:
    """The same where somebody is back."""
    return "[back]"


def _refs(led: Sequence[Action]) -> str:
    return listed([action.ref for action in led]) if len(led) <= 6 else f"{len(led)} actions"


def noted(
    away: Away,
    whose: str,
    led: Sequence[Action],
    deputy: str,
    officers: Sequence[str],
    *,
    is_own: bool,
    suggested: tuple[int, str] | None = None,
) -> Card:
    """An absence read back: the days, and who is asked meanwhile. `suggested` stood in before."""
    who = "" if is_own else f"{whose}: "
    first = f"Noted: {who}away {days(away.from_on, away.until_on)}. {NOT_KEPT}"
    value = f"away:{away.id}"
    someone = Button("Someone else", Act.CHOOSE_DEPUTY, value)
    nobody = Button("Nobody: tell the board officer", Act.NO_DEPUTY, value)
    wrong = Button("Not away", Act.NOT_AWAY, value)
    if not led:
        return Card(first, (Line(first), Taps((wrong,))))
    if deputy:
        text = f"{first} {deputy} will be asked about {_refs(led)}."
        return Card(first, (Line(text), Taps((someone, nobody, wrong))))
    list_of = f"{listed(officers) or 'the board officer'}'s list"
    asks = f"Who is asked about {_refs(led)} meanwhile? Until you say, {list_of} has them."
    if suggested is None:
        taps = Taps((Button("Name a deputy", Act.CHOOSE_DEPUTY, value, is_primary=True), nobody, wrong))
        return Card(first, (Line(first), Line(asks), taps))
    person_id, name = suggested
    text = f"{first} {name} will be asked about {_refs(led)}."
    right = Button("Right", Act.DEPUTY_IS_RIGHT, f"{value} person:{person_id}", is_primary=True)
    until = f"Until you say, {list_of} has them."
    return Card(first, (Line(text), Taps((right, someone, nobody, wrong)), Line(until, Tone.QUIET)))


def stands_in(deputy: str, lead: str, from_on: date, until_on: date, led: Sequence[Action]) -> Card:
    """A deputy has been named: said to whoever named them."""
    text = f"Noted: {deputy} answers for {lead}, {days(from_on, until_on)}, on {_refs(led) or 'nothing yet'}."
    shown = f'Their answers are shown as "{deputy} for {lead}".'
    return Card(text, (Line(text), Line(shown, Tone.QUIET)))


def not_reached(name: str) -> Line:
    """A deputy whom the bot cannot write to."""
    return Line(
        f"I cannot write to {name} yet, so the board officer's list has what would be asked.", Tone.QUIET
    )


def told_deputy(deputy: str, lead: str, away: Away, led: Sequence[Action]) -> Card:
    """To the deputy."""
    text = f"You stand in for {lead}, {days(away.from_on, away.until_on)}, on {_refs(led)}."
    rest = f'I ask you when an update is due. Your answer is shown as "{deputy} for {lead}".'
    taps = Taps((Button("My actions", Act.SHOW_STATUS, "status:mine"),))
    return Card(text, (Line(text), Line(rest), taps))


def told_officer(lead: str, away: Away, led: Sequence[Action]) -> Card:
    """To a board officer: nobody answers meanwhile."""
    text = f"{lead} is away {days(away.from_on, away.until_on)}, with no deputy."
    rest = f"{_refs(led)}: nobody to ask then."
    taps = Taps((Button("Name a deputy", Act.CHOOSE_DEPUTY, f"away:{away.id}"),))
    return Card(text, (Line(text), Line(rest), taps))


def nobody(officers: Sequence[str]) -> Card:
    """The lead wants no deputy."""
    who = listed(officers) or "your board officer"
    text = f"Noted: no deputy. I have told {who}, with the dates only."
    return Card(text, (Line(text),))


def back(name: str, deputies: Sequence[str], *, is_own: bool) -> Card:
    """Somebody is back, early or as said."""
    who = "you are" if is_own else f"{name} is"
    text = f"Noted: {who} back, and asked from today."
    if deputies:
        text += f" {listed(deputies)} no longer {'stands' if len(deputies) == 1 else 'stand'} in."
    return Card(text, (Line(text),))


def no_longer(lead: str) -> Card:
    """To the deputy: it is over early."""
    text = f"You no longer stand in for {lead}: they are back. What you said stays, in both names."
    return Card(text, (Line(text),))


def nothing_to_end(name: str, *, is_own: bool) -> Card:
    """No absence is known."""
    text = f"I have no absence noted for {'you' if is_own else name}. Nothing has been changed."
    return Card(text, (Line(text),))


def not_away() -> Card:
    """An absence that was misread has been taken back."""
    text = "Taken back: no absence is noted."
    return Card(text, (Line(text),))


def over_already() -> Card:
    """Days that are past."""
    text = "Those days are past, so there is nothing to note. I have kept no reason."
    return Card(text, (Line(text),))


def when() -> Card:
    """An absence without dates."""
    text = 'From when to when? For example "I\'m away 19 Oct to 6 Nov". A reason is not needed, and not kept.'
    return Card(text, (Line(text),))


def whose() -> Card:
    """An absence of somebody who is not named in full."""
    text = (
        'Who is away? Of yourself write "I\'m away 19 Oct to 6 Nov"; a board officer can write '
        '"S Okoro is away 19 Oct to 6 Nov".'
    )
    return Card(text, (Line(text), Line("Nothing has been noted.", Tone.QUIET)))


def deputy_form(value: str, lead: str) -> Form:
    """Who stands in."""
    return Form(
        title="Who stands in?",
        act=Act.CHOOSE_DEPUTY,
        value=value,
        intro=f"For {lead}. They are asked instead, and told that they stand in; no reason is given.",
        fields=(
            FormField(
                "name", "Name", FieldKind.SHORT_TEXT, hint="As it stands in the plan: J Tranter",
                is_required=True,
            ),
        ),
    )  # fmt: skip


def no_such_deputy(name: str) -> str:
    """A name that nobody here has."""
    return f"I know nobody called {name}. The board officer can add them."


def not_a_deputy(name: str, why: str) -> str:
    """Somebody who cannot stand in."""
    return f"{name} cannot stand in: {why}."


IS_POST = "that is a post, not a person"
IS_SELF = "that is the lead"
IS_CHAIR = "prompts never go to a chair"
