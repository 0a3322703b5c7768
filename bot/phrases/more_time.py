"""More time: what a lead asks, and what those who may decide are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.conversation import MessageId
from bot.governance import ExtensionRequest
from bot.partnership import Meeting
from bot.phrases import actions, dates
from bot.phrases.time_decided import meeting_day, the_body
from bot.phrases.words import counted, listed, quoted
from bot.plan import Action
from bot.timescale import Timescale

TITLE_WIDTH = 24


def ask_button(action: Action) -> Button:
    """The way to ask, beside a forecast that lies after the agreed date."""
    return Button("Ask for more time", Act.MORE_TIME, f"action:{action.id}")


def which(candidates: Sequence[Action], message_id: MessageId | None) -> Card:
    """More time was asked for without saying for which action."""
    if not candidates:
        text = "You lead no open action to ask more time for. Nothing has been asked."
        return Card(text, (Line(text),))
    text = "Which action needs more time? Nothing has been asked yet."
    taps = tuple(
        Button(
            actions.named(action, actions.BUTTON_WIDTH),
            Act.MORE_TIME,
            _value(action, message_id),
        )
        for action in candidates[:5]
    )
    more = [action.ref for action in candidates[5:]]
    rest = (Line(f"Or write it with its number: {listed(more)}.", Tone.QUIET),) if more else ()
    return Card(text, (Line(text), Taps(taps), *rest))


def _value(action: Action, message_id: MessageId | None) -> str:
    return f"action:{action.id}" + (f" message:{message_id}" if message_id is not None else "")


def missing(action: Action, message_id: MessageId | None, *, has_date: bool) -> Card:
    """Asked without a date, or without a reason: the form has the rest."""
    what = "The board will want to know why." if has_date else "Until when?"
    text = f"{action.ref}: {what} Nothing has been asked yet."
    label = "Say why" if has_date else "Say until when"
    value = _value(action, message_id)
    return Card(text, (Line(text), Taps((Button(label, Act.MORE_TIME, value, is_primary=True),))))


def form(action: Action, wanted: Timescale | None, reason: str) -> Form:
    """Until when, and why."""
    return Form(
        title=f"More time for {action.ref}"[:TITLE_WIDTH],
        act=Act.SAVE_MORE_TIME,
        value=f"action:{action.id}",
        intro=f"{actions.named(action)} · {actions.due(action)}",
        fields=(
            FormField(
                "when",
                "Until when?",
                FieldKind.SHORT_TEXT,
                hint="In words: end of Jan, Sept 2027, 14 Oct.",
                initial=dates.timescale(wanted) if wanted else "",
                is_required=True,
            ),
            FormField(
                "why",
                "Why?",
                FieldKind.LONG_TEXT,
                hint="A line the board can decide by. No patient details, please.",
                initial=reason,
                is_required=True,
            ),
        ),
        submit_label="Ask",
    )


def not_later(action: Action, wanted: Timescale) -> str:
    """The date asked for is no later than the one agreed."""
    agreed = dates.timescale(action.approved_due) if action.approved_due else "no date"
    return f"{action.ref} is agreed for {agreed}, which is not before {dates.timescale(wanted)}."


def nothing_asked(sentence: str) -> Card:
    """Why nothing was asked."""
    text = f"{sentence} Nothing has been asked."
    return Card(text, (Line(text),))


def pending_already(asked: ExtensionRequest, action: Action) -> Card:
    """A second request while the first one waits."""
    text = (
        f"You have asked for {dates.timescale(asked.wanted)} for {action.ref}, and it is not decided yet. "
        "Take that back first to ask for another date."
    )
    return Card(text, (Line(text), Taps((take_back_button(asked),))))


def take_back_button(asked: ExtensionRequest) -> Button:
    """The lead's way out."""
    return Button("Take the request back", Act.WITHDRAW_TIME, f"extension:{asked.id}")


def asked(action: Action, request: ExtensionRequest, deciders: Sequence[str], *, leads_it: bool) -> Card:
    """To the lead: who was asked, and what holds until it is decided."""
    wanted = dates.timescale(request.wanted)
    if not deciders:
        who = "Nobody but you could decide it: ask for a second chair or officer to be named."
    elif leads_it:
        who = f"You lead {action.ref}, so someone else decides its extension. Asked: {listed(deciders)}."
    else:
        who = f"Asked: {listed(deciders)}."
    text = f"More time asked for {action.ref}: {wanted}. {who}"
    return Card(
        text,
        (
            Line(text),
            Line(f"Until it is decided {action.ref} stays {actions.due(action)}.", Tone.QUIET),
            Taps((take_back_button(request),)),
        ),
    )


def moves_before(action: Action, request: ExtensionRequest) -> int:
    """How often the action was moved before what is asked for; its forecast may say so already."""
    moves = action.moves
    is_this_one = bool(moves) and moves[-1].now.same_time(request.wanted)
    return len(moves) - is_this_one


def card(
    action: Action, request: ExtensionRequest, by: str, meeting: Meeting | None, down_for: Meeting | None
) -> Card:
    """To a chair or officer: decide between meetings, at the board, or refuse. `down_for` is set already."""
    first = dates.timescale(action.baseline_due) if action.baseline_due else "no date"
    before = moves_before(action, request)
    moves = {0: "no", 1: "once"}.get(before) or counted(before, "time")
    stands = action.approved_due
    agreed = "" if stands is None or stands.same_time(action.baseline_due) else (
        f", agreed {dates.timescale(stands)}"
    )  # fmt: skip
    text = (
        f"{action.ref}: {by} asks for {dates.timescale(request.wanted)} (first {first}{agreed}). "
        f"Reason: {quoted(request.reason)}. Moved before: {moves}."
    )
    pieces: list[Line | Taps] = [Line(text)]
    if down_for is not None:
        pieces.append(Line(f"Down for {the_body(down_for.body)}, {meeting_day(down_for)}."))
    pieces.append(Taps(_taps(request, meeting, down_for)))
    pieces.append(Line(f"Until decided it stays {actions.due(action)}.", Tone.QUIET))
    return Card(text, tuple(pieces))


def _taps(request: ExtensionRequest, meeting: Meeting | None, down_for: Meeting | None) -> tuple[Button, ...]:
    value = f"extension:{request.id}"
    if down_for is not None:
        return (
            Button("Granted by the board…", Act.DECIDE_TIME, f"{value} choice:1", is_primary=True),
            Button("Refused by the board…", Act.DECIDE_TIME, f"{value} choice:0"),
        )
    taps = [Button("Grant, chair's action", Act.GRANT_TIME, value, is_primary=True)]
    if meeting is not None:
        label = f"For {the_body(meeting.body)} on {meeting_day(meeting)}"[: actions.BUTTON_WIDTH]
        taps.append(Button(label, Act.BOARD_TIME, f"{value} meeting:{meeting.id}"))
    taps.append(Button("Refuse…", Act.DECIDE_TIME, f"{value} choice:0"))
    return tuple(taps)


def taken_back(action: Action) -> Card:
    """The lead takes the request back."""
    text = f"Taken back: no more time is asked for {action.ref}. It stays {actions.due(action)}."
    return Card(text, (Line(text),))


def no_longer_asked(action: Action, by: str) -> Card:
    """To those who were asked."""
    text = f"{action.ref}: {by} has taken the request for more time back. Nothing is left to decide."
    return Card(text, (Line(text),))


def nothing_pending(ref: str) -> Card:
    """There is no request to decide or take back."""
    text = f"No request for more time waits for {ref}. Nothing has been changed."
    return Card(text, (Line(text),))


def granted_unasked(action: Action, when: str) -> Card:
    """To an officer who says that a board gave more time nobody has asked me for."""
    who = listed([lead.name for lead in action.reporting_leads]) or "its lead"
    text = f"Nobody has asked me for more time on {action.ref}, so there is no request to grant yet."
    lines = (
        f"{who} writes “more time for {action.ref} until {when} because …”.",
        f"Then you write “grant {action.ref}, minute 6.2”, and the agreed date moves.",
        f"To keep only what was decided: “decision: {action.ref} extended to {when}, minute 6.2”.",
    )
    return Card(text, (Line(text), *map(Line, lines), Line("Nothing has been changed.", Tone.QUIET)))


def which_minute(action: Action, request: ExtensionRequest) -> Card:
    """A board's grant goes on record with its minute."""
    text = f"{action.ref}: which minute agreed {dates.timescale(request.wanted)}?"
    how = (
        f"“grant {action.ref}, minute 6.2” records it as the board's; without a minute it is chair's action."
    )
    return Card(text, (Line(text), Line(how), Line("Nothing has been changed.", Tone.QUIET)))


def another_date_granted(action: Action, request: ExtensionRequest, when: str) -> Card:
    """The board gave another date than was asked for."""
    text = f"{action.ref} asks for {dates.timescale(request.wanted)}, and you say {when}."
    how = (
        f"“grant {action.ref}, minute 6.2” grants what was asked. For another date its lead takes the "
        f"request back (“withdraw my request for {action.ref}”) and asks for {when}."
    )
    return Card(text, (Line(text), Line(how), Line("Nothing has been changed.", Tone.QUIET)))


def to_decide(count: int) -> str:
    """What `decide` opens with."""
    return f"{counted(count, 'request')} for more time to decide"


def nothing_to_decide() -> Card:
    """`decide` with nothing open."""
    text = "There is nothing for you to decide."
    return Card(text, (Line(text),))
