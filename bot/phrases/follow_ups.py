"""What is asked once an update is saved: one thing at a time, with the button that answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.card import Act, Button, Line, Taps, Tone
from bot.phrases import actions, dates, going_on
from bot.phrases.more_time import ask_button
from bot.phrases.told import Told, value_of
from bot.phrases.words import quoted
from bot.plan import Action, ActionStatus
from bot.rag import Standing


def follow_up(told: Sequence[Told]) -> tuple[Line | Taps, ...]:
    """One thing at a time: the first of these that any update calls for."""
    for ask in _FOLLOW_UPS:
        for one in told:
            if asked := ask(one):
                return asked
    return ()


def _reason(one: Told) -> tuple[Line | Taps, ...]:
    if one.wants_reason and one.action.rag is not None:
        return (Line(_reason_question(one.action)),)
    return ()


def _reason_question(action: Action) -> str:
    """Asks for just the line that amber and red need."""
    shown = actions.colour(action.rag) if action.rag else str(Standing.NOT_REPORTED)
    return (
        f"{action.ref}: {shown} needs one line for the board: what brings it back, and by when? "
        'For example "mailbox open by 16 Oct".'
    )


def by_the_dates(one: Told) -> str:
    """What the dates say of a colour they do not bear; "" where they bear it."""
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
        Line(by_the_dates(one)),
        Taps(
            (
                *((ask_button(one.action),) if one.may_ask_time else ()),
                Button(f"Say why {leave}", Act.SAY_WHY, value_of([one])),
                Button(f"Make it {make}", Act.SET_RAG, value_of([one], rag=found.suggested.value)),
                Button(f"Leave {leave}", Act.LEAVE, value_of([one])),
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
                    value_of([one], rag=implied.value),
                ),
                Button("Leave it", Act.LEAVE, value_of([one])),
            )
        ),
    )


def _is_new_claim(one: Told) -> bool:
    return any(change.field == "status" for change in one.changed)


def _outcome(one: Told) -> tuple[Line | Taps, ...]:
    if one.action.status is not ActionStatus.CLAIMED_DONE or not _is_new_claim(one):
        return ()
    if one.shown_by:
        asked = f"Kept as what shows that {one.action.ref} is done: {quoted(one.shown_by)}."
        if one.action.outcome:
            asked += f" The plan's outcome is {quoted(one.action.outcome)}."
    elif one.action.outcome:
        asked = (
            f"The plan's outcome for {one.action.ref} is {quoted(one.action.outcome)}. "
            "Is that in place, and what shows it?"
        )
    else:
        asked = f"What shows that {one.action.ref} is done? A line is enough."
    if one.goes_on:
        asked = f"{asked} You also say: {quoted(one.goes_on)}. Say whether that is to be kept."
    return (
        Line(asked),
        Taps(
            (
                Button("Add a line", Act.EDIT, value_of([one])),
                going_on.button(value_of([one])),
                Button("Not done yet", Act.UNDO, value_of([one])),
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
