"""An ask that is put off: to when, and that it comes back by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Menu, Taps, Tone
from bot.conversation import PromptId
from bot.phrases import dates
from bot.phrases.words import listed


def later(prompt_id: PromptId, mornings: Sequence[date]) -> list[Menu]:
    """The days an ask can be put off to, in one menu; none when it is too late for that."""
    value = f"prompt:{prompt_id} on:"
    choices = tuple(
        Choice(f"Ask me {dates.weekday_and_day(day)}", f"{value}{day.isoformat()}") for day in mornings
    )
    return [Menu("Not now…", Act.SNOOZE, choices)] if choices else []


def put_off(prompt_id: PromptId, on: date, refs: Sequence[str], by: str, *, is_earlier: bool) -> Card:
    """It comes back on this day. `is_earlier` is when that is sooner than was asked."""
    when = dates.weekday_and_day(on)
    text = f"I ask again on {when}: {listed(list(refs))}."
    because = f"Updates are due {by}, so not later than that. " if is_earlier else f"Updates are due {by}. "
    return Card(
        text,
        (
            Line(text),
            Line(f"{because}Your board officer sees that it is put off.", Tone.QUIET),
            Taps((Button("Answer now", Act.OPEN_FORM, f"prompt:{prompt_id}"),)),
        ),
    )


def too_late(prompt_id: PromptId, by: str) -> Card:
    """The reminder is out, or due."""
    text = f"Updates are due {by}, so I cannot put this off further. Nothing has been changed."
    taps = Taps((Button("Answer", Act.OPEN_FORM, f"prompt:{prompt_id}"), ask_deputy(prompt_id)))
    return Card(text, (Line(text), taps))


def nothing_asked() -> Card:
    """No ask is open."""
    text = "I am not waiting for anything of yours, so there is nothing to put off."
    return Card(text, (Line(text),))


def until_when(prompt_id: PromptId, mornings: Sequence[date]) -> Card:
    """Words that name no day to come."""
    text = 'Until when? For example "not now, Friday" or "remind me tomorrow".'
    menus = later(prompt_id, mornings)
    return Card(text, (Line(text), *([Taps(tuple(menus))] if menus else [])))


def ask_deputy(prompt_id: PromptId) -> Button:
    """Lets somebody else answer this round."""
    return Button("Ask my deputy", Act.ASK_DEPUTY, f"prompt:{prompt_id}")


def deputy_form(prompt_id: PromptId, lead: str, by: str, suggested: str) -> Form:
    """Who answers instead."""
    return Form(
        title="Ask my deputy",
        act=Act.ASK_DEPUTY,
        value=f"prompt:{prompt_id}",
        intro=f"They are asked instead of {lead} until updates are due, {by}. No reason is given.",
        fields=(
            FormField(
                "name", "Who?", FieldKind.SHORT_TEXT, hint="As it stands in the plan: J Tranter",
                initial=suggested, is_required=True,
            ),
        ),
        submit_label="Ask them",
    )  # fmt: skip


def deputy_asked(deputy: str, lead: str, refs: Sequence[str], at: datetime, *, is_now: bool) -> Card:
    """In place of the lead's prompt."""
    when = "" if is_now else f" on {dates.weekday_and_day(at.date())}"
    text = f"{deputy} is asked{when} about {listed(list(refs))}."
    shown = f'Their answer is shown as "{deputy} for {lead}". You can still answer yourself.'
    return Card(text, (Line(text), Line(shown, Tone.QUIET)))


def not_reached(name: str) -> str:
    """A deputy whom the bot cannot write to."""
    return f"I cannot write to {name} yet. The board officer can link their account."
