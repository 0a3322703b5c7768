"""Actions that pass to another lead, and accounts that have closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.words import counted, listed
from bot.plan import Action


def _refs(actions: Sequence[Action]) -> str:
    return listed([action.ref for action in actions])


def done(actions: Sequence[Action], last: str, to: str, *, reached: bool) -> Card:
    """To the officer."""
    verb = "has" if len(actions) == 1 else "have"
    text = f"{_refs(actions)} {verb} passed from {last} to {to}, with their history."
    if reached:
        return Card(text, (Line(f"{text} Both are told."),))
    unreached = f"I cannot write to {to} yet: they are listed as nobody to ask."
    return Card(text, (Line(text), Line(unreached, Tone.QUIET)))


def to_new_lead(actions: Sequence[Action], last: str) -> Card:
    """To the new lead."""
    text = f"You now lead {_refs(actions)}, from {last}."
    rest = "Their history comes with them; moves before today stay as they were."
    taps = Taps((Button("See them", Act.SHOW_STATUS, "status:mine"), Button("Not me", Act.NOT_ME, "")))
    return Card(text, (Line(text), Line(rest), taps))


def to_last_lead(actions: Sequence[Action], to: str, by: str) -> Card:
    """To whoever led them before."""
    text = f"{to} now leads {_refs(actions)}, handed over by {by}. You are not asked about them any more."
    return Card(text, (Line(text), Line("What you said of them stays, in your name.", Tone.QUIET)))


def nothing_led(name: str) -> Card:
    """There is nothing to hand over."""
    text = f"{name} leads no open action here. Nothing has been changed."
    return Card(text, (Line(text),))


def nobody_called(name: str, last: str) -> Card:
    """A new lead whom nobody knows yet."""
    text = f"I know nobody called {name}. Nothing has been changed."
    rest = f'If they are new here, write "hand over everything of {last} to {name} (new)".'
    return Card(text, (Line(text), Line(rest)))


def unknown_to_form(name: str) -> str:
    """The same, beside the field of a form."""
    return f'I know nobody called {name}. If they are new here, add "(new)" after the name.'


def account_closed(person_id: int, name: str, actions: Sequence[Action]) -> Card:
    """To a board officer: a lead has gone."""
    text = f"{name}'s account has closed."
    if not actions:
        return Card(text, (Line(f"{text} They lead no open action."),))
    be = "has" if len(actions) == 1 else "have"
    whole = f"{text} {_refs(actions)} {be} nobody to ask."
    count = "it" if len(actions) == 1 else f"all {len(actions)}"
    one = f'One by one: "hand {actions[0].ref} to J Tranter". Until then they are on the round\'s list.'
    taps = Taps((Button(f"Hand {count} to…", Act.HAND_OVER, f"person:{person_id}", is_primary=True),))
    return Card(whole, (Line(whole), taps, Line(one, Tone.QUIET)))


def form(person_id: int, name: str, actions: Sequence[Action]) -> Form:
    """Who takes them."""
    return Form(
        title="Hand over",
        act=Act.HAND_OVER,
        value=f"person:{person_id}",
        intro=f"{counted(len(actions), 'action')} of {name}: {_refs(actions)}.",
        fields=(
            FormField(
                "name", "New lead, or interim holder", FieldKind.SHORT_TEXT,
                hint="As it stands in the plan: J Tranter", is_required=True,
            ),
        ),
        submit_label="Hand over",
    )  # fmt: skip


def remembered(last: str, to: str, by: str, on: date, today: date) -> str:
    """A line of an action's history."""
    return f"{dates.near(on, today)}, {by}: handed over from {last} to {to}"
