"""What was understood, read back field by field: was → now, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, Choice, Line, Menu, Taps, Tone
from bot.conversation import UpdateState
from bot.phrases import actions, dates
from bot.phrases.follow_ups import by_the_dates, follow_up
from bot.phrases.told import Told, told_lines, value_of
from bot.phrases.words import listed
from bot.plan import Action, ActionStatus
from bot.rag import Rag, Standing
from bot.stored import timescale_of


def saved(told: Sequence[Told], news_for: date | None) -> Card:
    """Saved at once, or confirmed: what changed, Undo and Edit, and then what is still missing."""
    opening = f"Saved for {dates.day_and_month(news_for)}." if news_for else "Saved."
    lines = told_lines(told)
    body = "\n".join([f"{opening} {lines[0]}", *lines[1:]]) if lines else opening
    pieces: list[Line | Taps] = [Line(body)]
    pieces.append(Taps((Button("Undo", Act.UNDO, value_of(told)), *_edit(told))))
    return Card(_summary(opening, told), (*pieces, *follow_up(told)))


def corrected(told: Sequence[Told], in_digest: str = "") -> Card:
    """A misreading put right by the lead's next words; `in_digest` says what else was put right."""
    lines = told_lines(told)
    dated = any(change.field == "forecast_due" for one in told for change in one.changed)
    last = " It does not count as a second move." if dated else ""
    text = f"Corrected: {lines[0] if lines else 'nothing changed.'}"
    rest = f"I misread you.{last}{' ' if in_digest else ''}{in_digest}"
    return Card(
        text, (Line(text), Line(rest), Taps((Button("Undo", Act.UNDO, value_of(told)), *_edit(told))))
    )


def proposed(told: Sequence[Told]) -> Card:
    """Read, not saved: Confirm, Edit or Cancel. A colour the dates do not bear is shown here first."""
    opening = "I read this. Nothing is saved yet."
    pieces: list[Line | Taps] = [Line(opening), Line("\n".join(told_lines(told)))]
    pieces += [Line(by_the_dates(one)) for one in told if one.disagreement is not None]
    pieces.append(
        Taps(
            (
                Button("Confirm", Act.CONFIRM, value_of(told), is_primary=True),
                *_edit(told),
                Button("Cancel", Act.CANCEL, value_of(told)),
            )
        )
    )
    return Card(_summary(opening, told), tuple(pieces))


def also_read(told: Sequence[Told]) -> Line:
    """Under a question about another action of the same message."""
    lines = "\n".join(told_lines(told))
    return Line(f"I also read this, and nothing of it is saved yet:\n{lines}", Tone.QUIET)


def kept_as_grounds(words: str) -> Line:
    """Below what is read back: a word that otherwise asks for something was taken for the answer."""
    return Line(f'Kept "{words}" as what this is based on. If you want to see it, say it again.')


def _summary(opening: str, told: Sequence[Told]) -> str:
    return f"{opening} {listed([one.action.ref for one in told])}"


def _edit(told: Sequence[Told]) -> tuple[Button | Menu, ...]:
    if len(told) == 1:
        return (Button("Edit", Act.EDIT, value_of(told)),)
    choices = tuple(Choice(actions.named(one.action, 60), value_of([one])) for one in told)
    return (Menu("Edit one", Act.EDIT, choices),)


def confirmed_line(told: Told, by: str, on: date) -> Card:
    """In the channel thread an update came from, once it is confirmed; nothing private."""
    parts = []
    by_field = {one.field: one for one in told.changed}
    if "rag" in by_field:
        was = by_field["rag"].was
        was_word = actions.colour_word(Rag(str(was))) if was else Standing.NOT_REPORTED.word
        now = by_field["rag"].now
        parts.append(f"{actions.colour(Rag(str(now)))} (was {was_word})" if now else "no colour")
    if "status" in by_field:
        parts.append(actions.STATUS_WORDS[ActionStatus(str(by_field["status"].now))].lower())
    forecast = timescale_of(by_field["forecast_due"].now) if "forecast_due" in by_field else None
    if forecast is not None:
        parts.append(f"forecast {dates.timescale(forecast)}")
    news = ", ".join(parts) or ("noted" if told.changed else "no change")
    text = f"{told.action.ref}: {news}. {by}, {dates.day_and_month(on)}."
    return Card(
        text,
        (Line(text), Taps((Button("History", Act.SHOW_HISTORY, f"action:{told.action.id}"),))),
    )


def undone(told: Sequence[Told], kept: Sequence[Action]) -> Card:
    """What was put back, and what could not be because it has changed since."""
    lines = []
    if told:
        refs = listed([one.action.ref for one in told])
        lines.append(f"Undone: {refs} {'is' if len(told) == 1 else 'are'} as before. Your words are kept.")
    if kept:
        refs = listed([action.ref for action in kept])
        lines.append(
            f"{refs} {'has' if len(kept) == 1 else 'have'} changed again since, so I have left "
            f"{'it' if len(kept) == 1 else 'them'} as {'it is' if len(kept) == 1 else 'they are'}."
        )
    text = "\n".join(lines)
    return Card(lines[0], (Line(text),))


def nothing_to_undo() -> Card:
    """There is no saved update of this person to take back."""
    text = "There is nothing of yours from the last seven days to undo."
    return Card(text, (Line(text),))


def cancelled(actions_named: Sequence[Action]) -> Card:
    """Nothing was saved."""
    refs = listed([action.ref for action in actions_named])
    text = f"Cancelled{': ' + refs if refs else ''}. Nothing was saved."
    return Card(text, (Line(text),))


def left(action: Action) -> Card:
    """The lead leaves a colour as they gave it."""
    shown = actions.colour(action.rag) if action.rag else str(Standing.NOT_REPORTED)
    text = f"{action.ref} stays {shown}."
    return Card(text, (Line(text),))


def already(state: UpdateState) -> Card:
    """A button of an update that has been settled before."""
    text = {
        UpdateState.CONFIRMED: "This was saved already.",
        UpdateState.CANCELLED: "This was cancelled; nothing was saved.",
        UpdateState.UNDONE: "This was undone already.",
        UpdateState.EXPIRED: "This has lapsed; nothing was saved. Please tell me again.",
        UpdateState.PROPOSED: "This still waits for your confirmation.",
    }[state]
    return Card(text, (Line(text),))
