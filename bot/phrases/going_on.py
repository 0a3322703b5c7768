"""A finished action beside which some work goes on, in words."""

from __future__ import annotations

from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line
from bot.phrases import actions
from bot.plan import Action

TITLE_WIDTH = 24
LABEL = "Done, but some work goes on"
AS_NOTE = "note"
AS_ACTION = "action"

CONTINUING = "Delivered, continuing"
"""The plan's word beside an action that is done while work of its kind goes on."""


def button(value: str) -> Button:
    """Beside what is asked of a claim of "done"."""
    return Button(LABEL, Act.WORK_GOES_ON, value)


def form(action: Action, value: str, goes_on: str) -> Form:
    """What goes on, until when, and where it is kept: never silently either."""
    return Form(
        title=f"{action.ref}: what goes on"[:TITLE_WIDTH],
        act=Act.WORK_GOES_ON,
        value=value,
        intro=f"{actions.named(action)} is reported done.",
        fields=(
            FormField("what", "What goes on?", FieldKind.SHORT_TEXT, initial=goes_on, is_required=True),
            FormField(
                "kept", "How shall it be kept?", FieldKind.CHOICE, is_required=True, initial=AS_NOTE,
                choices=(
                    Choice(f"A note beside {action.ref}: delivered, continuing", AS_NOTE),
                    Choice("A new action of the plan", AS_ACTION),
                ),
            ),
            FormField(
                "when", "By when?", FieldKind.SHORT_TEXT,
                hint="Of a new action, in words: end of Jan, Sept 2027. May be left empty.",
            ),
        ),
    )  # fmt: skip


def noted(action: Action) -> Card:
    """The note is kept, and "done" stands."""
    text = f"{action.ref} stays reported done, with the note that some work goes on."
    return Card(text, (Line(text),))
