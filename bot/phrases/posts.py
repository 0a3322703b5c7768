"""Posts that lead actions, and who holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.card import AccountPicker, Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.words import listed


@dataclass(frozen=True, slots=True)
class Held:
    """A post and its holder; without one it is vacant, or, unless `is_said`, nothing is known of it."""

    post: str
    holder: str | None
    until: date | None
    is_interim: bool = False
    is_said: bool = True


def line(held: Held) -> str:
    """ "Director of Nursing: J Tranter (interim, until Wed 31 March 2027)"."""
    if not held.is_said:
        return f"{held.post}: {'linked to an account' if held.holder else 'holder not known yet'}"
    return f"{held.post}: {holder_words(held)}"


def holder_words(held: Held) -> str:
    """ "J Tranter", "J Tranter (interim, until Wed 31 March 2027)" or "vacant"."""
    if held.holder is None:
        return "vacant"
    more = [*(["interim"] if held.is_interim else [])]
    more += [f"until {dates.weekday_with_year(held.until)}"] if held.until is not None else []
    return f"{held.holder} ({', '.join(more)})" if more else held.holder


def filled(held: Held, refs: Sequence[str], *, reached: bool) -> Card:
    """To the officer."""
    text = f"Noted: {held.post} is held by {holder_words(held)}."
    asked = f"{held.holder} is asked about {listed(list(refs)) or 'nothing yet'}"
    rest = f'{asked}; their answer is shown as "{held.holder} for {held.post}".'
    if not reached:
        rest = f"I cannot write to {held.holder} yet: {listed(list(refs))} have nobody to ask until then."
    return Card(text, (Line(text), Line(rest, Tone.QUIET)))


def vacant(post: str, refs: Sequence[str]) -> Card:
    """Nobody holds it."""
    text = f"Noted: {post} is vacant."
    rest = f"{listed(list(refs)) or 'Nothing'}: nobody to ask; the round's message lists it."
    return Card(text, (Line(text), Line(rest, Tone.QUIET)))


def to_holder(post: str, refs: Sequence[str]) -> Card:
    """To whoever holds it now."""
    text = f"You now hold the post {post}, which leads {listed(list(refs)) or 'nothing yet'}."
    rest = "I ask you when an update is due. What was said before stays as it was."
    taps = Taps((Button("See them", Act.SHOW_STATUS, "status:mine"), Button("Not me", Act.NOT_ME, "")))
    return Card(text, (Line(text), Line(rest), taps))


def to_last_holder(post: str, by: str) -> Card:
    """To whoever held it before."""
    text = f"You no longer hold the post {post}, by {by}. You are not asked about its actions any more."
    return Card(text, (Line(text), Line("What you said of them stays, in your name.", Tone.QUIET)))


def question(post: str, refs: Sequence[str], value: str, done: str = "") -> Card:
    """Which person is a post?"""
    title = f"Who holds {post}?"
    pieces: list[Line | Taps] = [Line(done, Tone.QUIET)] if done else []
    taps = Taps(
        (
            Button("Name the holder…", Act.FILL_POST, value, is_primary=True),
            Button("Vacant", Act.POST_VACANT, value),
            Button("Later", Act.WHO_LATER, value),
        )
    )
    about = f"A post, which leads {listed(list(refs))}. Whoever holds it is asked."
    account = Taps((AccountPicker("Choose their account", Act.IS_MEMBER, value),))
    return Card(title, (*pieces, Line(title, Tone.HEADING), Line(about), account, taps))


def form(post_id: int, post: str) -> Form:
    """Who holds it, and for how long."""
    return Form(
        title="Who holds the post?",
        act=Act.FILL_POST,
        value=f"person:{post_id}",
        intro=post,
        fields=(
            FormField(
                "name", "Name", FieldKind.SHORT_TEXT, hint="As it stands in the plan: J Tranter",
                is_required=True,
            ),
            FormField(
                "until", "Interim until", FieldKind.SHORT_TEXT,
                hint="In words: end of March. Leave empty if they hold it for good.",
            ),
        ),
    )  # fmt: skip


def no_such_post(name: str) -> Card:
    """A post that leads nothing here."""
    text = f"I know no post called {name}, so nothing has been changed."
    rest = 'If that was news of an action, say it with its number: "4.1: the post is vacant".'
    return Card(text, (Line(text), Line(rest)))


def nobody_called(name: str, post: str) -> Card:
    """A holder whom nobody knows."""
    text = f"I know nobody called {name}, so {post} is as it was."
    return Card(text, (Line(text),))


def unknown(name: str) -> str:
    """The same, beside the field of a form."""
    return f"I know nobody called {name}."


def not_a_day(words: str) -> str:
    """An end that is no day to come."""
    return f'I cannot read "{words}" as a day to come. Try "end of March".'
