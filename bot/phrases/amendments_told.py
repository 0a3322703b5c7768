"""What is told of a change of the plan: to its leads, to its officers, and to whoever proposed it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.amending import Amendment
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases.amendments import UNDONE, sentence
from bot.phrases.words import listed
from bot.plan import Action


def proposed(one: Amendment, officers: Sequence[str]) -> Card:
    """To whoever may not change the plan: their words have gone to who may."""
    who = listed(officers)
    passed = f"I have passed this to {who} as your proposal" if who else "I can reach none of them yet"
    text = f"The board officer changes the plan itself; {passed}: {sentence(one, is_done=False)}"
    return Card(text, (Line(text), Line("Nothing has been changed.", Tone.QUIET)))


def answered(one: Amendment, by: str, *, is_taken: bool) -> Card:
    """To whoever proposed it."""
    text = (
        f"{by} took up your proposal. {sentence(one, is_done=True)}"
        if is_taken
        else f"{by} left the plan as it is. You had proposed: {sentence(one, is_done=False)}"
    )
    return Card(text, (Line(text),))


def told(one: Amendment, by: str, led: Sequence[Action], *, led_before: bool, is_undone: bool) -> Card:
    """To a lead concerned. `led` are the actions of it that they lead now."""
    text = f"{by} changed the plan. {sentence(one, is_done=True)}"
    if is_undone:
        text = f"{by} put the plan back: {UNDONE[one.kind](one)}"
    refs = listed([action.ref for action in led])
    if not led:
        rest = "You do not lead it any more. What you said of it stays, in your name."
    elif led_before:
        rest = f"You lead {refs}."
    else:
        rest = f"You now lead {refs}. It comes with your next ask; nothing to do today."
    taps = Taps((Button("My actions", Act.SHOW_STATUS, "status:mine"),))
    return Card(text, (Line(text), Line(rest, Tone.QUIET), taps))
