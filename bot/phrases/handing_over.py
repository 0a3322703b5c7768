"""Actions that pass to another lead, and accounts that have closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.actions import named
from bot.phrases.words import counted, listed
from bot.plan import Action

MOST_FIELDS = 40
"""More questions than that fit no form."""

LABEL_WIDTH = 60


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
    be, until = ("has", "it is") if len(actions) == 1 else ("have", "they are")
    whole = f"{text} {_refs(actions)} {be} nobody to ask."
    rest = Line(f"Until then {until} on the round's list.", Tone.QUIET)
    return Card(whole, (Line(whole), _ways(person_id, actions), rest))


def who_takes(person_id: int, name: str, actions: Sequence[Action]) -> Card:
    """To a board officer who hands over without saying to whom."""
    text = f"{name} leads {_refs(actions)}. Who takes {'it' if len(actions) == 1 else 'them'}?"
    return Card(text, (Line(text), _ways(person_id, actions)))


def leaving(person_id: int, name: str, actions: Sequence[Action], on: date | None) -> Card:
    """To a board officer who says that somebody leaves; `on` is a day to come."""
    leaves = f" leaves on {dates.weekday_and_day(on)} and" if on is not None else ""
    it = "it" if len(actions) == 1 else "them"
    text = f"{name}{leaves} leads {_refs(actions)}. Who takes {it}?"
    until = f"Nothing is changed yet: until somebody takes {it}, I ask {name}, and the round's list has {it}."
    return Card(text, (Line(text), _ways(person_id, actions), Line(until, Tone.QUIET)))


def _ways(person_id: int, actions: Sequence[Action]) -> Taps:
    value = f"person:{person_id}"
    count = "it" if len(actions) == 1 else f"all {len(actions)}"
    taps = [Button(f"Hand {count} to…", Act.HAND_OVER, value, is_primary=True)]
    taps += [Button("One by one…", Act.HAND_EACH, value)] if len(actions) > 1 else []
    return Taps((*taps, Button("Post is vacant…", Act.LEFT_VACANT, value)))


def form(person_id: int, name: str, actions: Sequence[Action]) -> Form:
    """Who takes them."""
    return Form(
        title="Hand over",
        act=Act.HAND_OVER,
        value=f"person:{person_id}",
        intro=f"{counted(len(actions), 'action')} of {name}: {_refs(actions)}.",
        fields=(_wanted("name", "New lead, or interim holder", "As it stands in the plan: J Tranter"),),
        submit_label="Hand over",
    )


def _wanted(name: str, label: str, hint: str) -> FormField:
    """The one question of a form."""
    return FormField(name, label, FieldKind.SHORT_TEXT, hint=hint, is_required=True)


def form_for_each(person_id: int, name: str, actions: Sequence[Action]) -> Form:
    """Who takes which of them."""
    shown = actions[:MOST_FIELDS]
    left = f" The other {len(actions) - len(shown)} come after these." if len(actions) > len(shown) else ""
    return Form(
        title="One by one",
        act=Act.HAND_EACH,
        value=f"person:{person_id}",
        intro=f"{counted(len(actions), 'action')} of {name}. What is left empty stays with them.{left}",
        fields=tuple(
            FormField(
                f"to_{one.id}", named(one, LABEL_WIDTH), FieldKind.SHORT_TEXT, hint="New lead: J Tranter"
            )
            for one in shown
        ),
        submit_label="Hand over",
    )


def nobody_chosen() -> str:
    """A form sent empty, beside its first field."""
    return "Name somebody for at least one of them. Nothing has been changed."


def each_done(given: Sequence[Card], person_id: int, name: str, rest: Sequence[Action]) -> Card:
    """What came of it, a line a new lead, and what still has nobody to ask."""
    lines = [piece for card in given for piece in card.pieces]
    after = who_takes(person_id, name, rest).pieces if rest else ()
    return Card(given[0].summary, (*lines, *after))


def vacant_form(person_id: int, name: str, actions: Sequence[Action]) -> Form:
    """Which post it is that nobody holds."""
    return Form(
        title="Post is vacant",
        act=Act.LEFT_VACANT,
        value=f"person:{person_id}",
        intro=f"{_refs(actions)} pass from {name} to their post, which nobody holds for now.",
        fields=(_wanted("post", "What is the post called?", "Ward manager, Beech ward"),),
        submit_label="Vacant",
    )


def a_persons_name(name: str) -> str:
    """A post cannot be called as somebody is."""
    return f"{name} is somebody's name. What is the post called?"


def left_vacant(actions: Sequence[Action], last: str, post: str) -> Card:
    """To the officer."""
    verb = "has" if len(actions) == 1 else "have"
    text = f"{_refs(actions)} {verb} passed from {last} to the post {post}, which is vacant."
    rest = f'Nobody is asked for now. When it is filled, write "J Tranter holds {post}".'
    return Card(text, (Line(text), Line(rest, Tone.QUIET)))


def remembered(last: str, to: str, by: str, on: date, today: date) -> str:
    """A line of an action's history."""
    return f"{dates.near(on, today)}, {by}: handed over from {last} to {to}"
