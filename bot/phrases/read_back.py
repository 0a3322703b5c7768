"""What was understood, read back field by field: was → now, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.card import Act, Button, Card, Choice, Line, Menu, Taps, Tone
from bot.conversation import FieldChange, UpdateId, UpdateState
from bot.phrases import actions, dates
from bot.phrases.field_changes import field_lines
from bot.phrases.more_time import ask_button
from bot.phrases.words import listed, quoted
from bot.plan import Action, ActionStatus
from bot.rag import Rag, Standing
from bot.slippage import Disagreement
from bot.stored import timescale_of


@dataclass(frozen=True, slots=True)
class Told:
    """One update as it is read back: the action as it stands (or would stand) with it, and what it changes.

    `implied` is a colour its words suggest, offered and never saved unasked; `is_stalled` that it said "no
    change" the last time as well; `says_colour` that the colour is told
    though it stays.
    """

    update_id: UpdateId
    state: UpdateState
    action: Action
    changed: tuple[FieldChange, ...]
    wants_reason: bool = False
    disagreement: Disagreement | None = None
    implied: Rag | None = None
    may_ask_time: bool = False
    is_stalled: bool = False
    says_colour: bool = False


def _value(told: Sequence[Told], **extra: str) -> str:
    ids = [f"update:{one.update_id}" for one in told]
    return " ".join([*ids, *(f"{name}:{value}" for name, value in extra.items())])


def told_lines(told: Sequence[Told]) -> list[str]:
    """Each update, field by field, with what changed."""
    said = []
    for one in told:
        fields = field_lines(one.action, one.changed)
        if fields and one.says_colour and one.action.rag is not None:
            is_new = any(change.field == "rag" for change in one.changed)
            fields = fields if is_new else [f"Colour: {actions.colour(one.action.rag)}, as before", *fields]
        if fields:
            said.append("\n ".join([actions.named(one.action), *fields]))
        else:
            said.append(f"{one.action.ref}: no change.")
    return said


def saved(told: Sequence[Told], news_for: date | None) -> Card:
    """Saved at once, or confirmed: what changed, Undo and Edit, and then what is still missing."""
    opening = f"Saved for {dates.day_and_month(news_for)}." if news_for else "Saved."
    lines = told_lines(told)
    body = "\n".join([f"{opening} {lines[0]}", *lines[1:]]) if lines else opening
    pieces: list[Line | Taps] = [Line(body)]
    pieces.append(Taps((Button("Undo", Act.UNDO, _value(told)), *_edit(told))))
    return Card(_summary(opening, told), (*pieces, *_follow_up(told)))


def corrected(told: Sequence[Told], in_digest: str = "") -> Card:
    """A misreading put right by the lead's next words; `in_digest` says what else was put right."""
    lines = told_lines(told)
    dated = any(change.field == "forecast_due" for one in told for change in one.changed)
    last = " It does not count as a second move." if dated else ""
    text = f"Corrected: {lines[0] if lines else 'nothing changed.'}"
    rest = f"I misread you.{last}{' ' if in_digest else ''}{in_digest}"
    return Card(text, (Line(text), Line(rest), Taps((Button("Undo", Act.UNDO, _value(told)), *_edit(told)))))


def proposed(told: Sequence[Told]) -> Card:
    """Read, not saved: Confirm, Edit or Cancel. A colour the dates do not bear is shown here first."""
    opening = "I read this. Nothing is saved yet."
    pieces: list[Line | Taps] = [Line(opening), Line("\n".join(told_lines(told)))]
    pieces += [Line(_by_the_dates(one)) for one in told if one.disagreement is not None]
    pieces.append(
        Taps(
            (
                Button("Confirm", Act.CONFIRM, _value(told), is_primary=True),
                *_edit(told),
                Button("Cancel", Act.CANCEL, _value(told)),
            )
        )
    )
    return Card(_summary(opening, told), tuple(pieces))


def also_read(told: Sequence[Told]) -> Line:
    """Under a question about another action of the same message."""
    lines = "\n".join(told_lines(told))
    return Line(f"I also read this, and nothing of it is saved yet:\n{lines}", Tone.QUIET)


def _summary(opening: str, told: Sequence[Told]) -> str:
    return f"{opening} {listed([one.action.ref for one in told])}"


def _edit(told: Sequence[Told]) -> tuple[Button | Menu, ...]:
    if len(told) == 1:
        return (Button("Edit", Act.EDIT, _value(told)),)
    choices = tuple(Choice(actions.named(one.action, 60), _value([one])) for one in told)
    return (Menu("Edit one", Act.EDIT, choices),)


def _follow_up(told: Sequence[Told]) -> tuple[Line | Taps, ...]:
    """One thing at a time: the first of these that any update calls for."""
    for ask in _FOLLOW_UPS:
        for one in told:
            if asked := ask(one):
                return asked
    return ()


def _reason(one: Told) -> tuple[Line | Taps, ...]:
    if one.wants_reason and one.action.rag is not None:
        return (Line(reason_question(one.action)),)
    return ()


def reason_question(action: Action) -> str:
    """Asks for just the line that amber and red need."""
    shown = actions.colour(action.rag) if action.rag else str(Standing.NOT_REPORTED)
    return (
        f"{action.ref}: {shown} needs one line for the board: what brings it back, and by when? "
        'For example "mailbox open by 16 Oct".'
    )


def _by_the_dates(one: Told) -> str:
    found = one.disagreement
    if found is None:
        return ""
    declared, by_dates = actions.colour(found.declared), actions.colour(found.suggested)
    late = dates.weeks(found.days_past_agreed)
    holds = "is" if any(change.field == "rag" for change in one.changed) else "stays"
    return (
        f"{one.action.ref} {holds} {declared}; by the dates it is {by_dates} ({late} past the agreed date). "
        "The board will see both."
    )


def _disagreement(one: Told) -> tuple[Line | Taps, ...]:
    found = one.disagreement
    if found is None:
        return ()
    make = actions.colour_word(found.suggested)
    leave = actions.colour_word(found.declared)
    return (
        Line(_by_the_dates(one)),
        Taps(
            (
                *((ask_button(one.action),) if one.may_ask_time else ()),
                Button(f"Say why {leave}", Act.SAY_WHY, _value([one])),
                Button(f"Make it {make}", Act.SET_RAG, _value([one], rag=found.suggested.value)),
                Button(f"Leave {leave}", Act.LEAVE, _value([one])),
            )
        ),
    )


def _more_time(one: Told) -> tuple[Line | Taps, ...]:
    if not one.may_ask_time:
        return ()
    return (
        Line(f"The agreed date of {one.action.ref} stays as it is until the board gives more time."),
        Taps((ask_button(one.action),)),
    )


def _offer(one: Told) -> tuple[Line | Taps, ...]:
    implied = one.implied
    if implied is None or implied is one.action.rag:
        return ()
    return (
        Line(f"You gave no colour for {one.action.ref}. Shall it be {actions.colour(implied)}?"),
        Taps(
            (
                Button(
                    f"Make it {actions.colour_word(implied)}",
                    Act.SET_RAG,
                    _value([one], rag=implied.value),
                ),
                Button("Leave it", Act.LEAVE, _value([one])),
            )
        ),
    )


def _is_new_claim(one: Told) -> bool:
    return any(change.field == "status" for change in one.changed)


def _outcome(one: Told) -> tuple[Line | Taps, ...]:
    if one.action.status is not ActionStatus.CLAIMED_DONE or not _is_new_claim(one):
        return ()
    if one.action.outcome:
        asked = (
            f"The plan's outcome for {one.action.ref} is {quoted(one.action.outcome)}. "
            "Is that in place, and what shows it?"
        )
    else:
        asked = f"What shows that {one.action.ref} is done? A line is enough."
    return (
        Line(asked),
        Taps(
            (
                Button("Add a line", Act.EDIT, _value([one])),
                Button("Not done yet", Act.UNDO, _value([one])),
            )
        ),
        Line('Shown as "reported done" until the chair or board officer accepts it.', Tone.QUIET),
    )


def _stalled(one: Told) -> tuple[Line | Taps, ...]:
    if not one.is_stalled:
        return ()
    text = (
        f"{one.action.ref}: no change twice in a row. What would help it move? If nothing would, leave this."
    )
    return (Line(text), Taps((Button("Need help", Act.NEED_HELP, f"action:{one.action.id}"),)))


_FOLLOW_UPS: tuple[Callable[[Told], tuple[Line | Taps, ...]], ...] = (
    _reason,
    _disagreement,
    _more_time,
    _offer,
    _outcome,
    _stalled,
)
"""What may be asked after saving, in order: a reason, the dates' view, more time, a colour, proof, help."""


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
