"""More time: how it is decided, and how what was decided is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.governance import ExtensionRequest
from bot.partnership import Meeting
from bot.phrases import actions, dates
from bot.phrases.words import quoted
from bot.plan import Action

TITLE_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decided, where, and by which minute: the board at a meeting, or one of its members between two."""

    by: str
    role: str
    on: date
    body: str = ""
    minute_ref: str = ""

    @property
    def whose(self) -> str:
        """ "the board, 14 Oct, minute 6.2" or "Cllr A Merrin (chair), 14 Oct"."""
        on = dates.day_and_month(self.on)
        minute = f", minute {self.minute_ref}" if self.minute_ref else ""
        return (
            f"{the_body(self.body)}, {on}{minute}" if self.body else f"{self.by} ({self.role}), {on}{minute}"
        )


def the_body(body: str) -> str:
    """A body in a sentence: "the board", "the Programme Board"."""
    name = body.lower() if body.casefold() == "board" else body
    return name if name.casefold().startswith("the ") else f"the {name}"


def meeting_day(meeting: Meeting) -> str:
    """ "14 Oct", or the month while the day is to be fixed."""
    is_day = meeting.on.start == meeting.on.end
    return dates.day_and_month(meeting.on.end) if is_day else dates.timescale(meeting.on)


def decision_form(action: Action, request: ExtensionRequest, *, is_grant: bool, at_board: bool) -> Form:
    """The minute of a board's decision, and the reason of a refusal."""
    fields = []
    if at_board:
        fields.append(
            FormField(
                "minute",
                "Minute reference",
                FieldKind.SHORT_TEXT,
                hint="As the minutes number it: 6.2. Leave empty if it is not numbered yet.",
            )
        )
    fields.append(
        FormField(
            "answer",
            "Anything to tell the lead?" if is_grant else "Why not?",
            FieldKind.LONG_TEXT,
            hint="The lead reads it in these words.",
            is_required=not is_grant,
        )
    )
    return Form(
        title=f"{'Grant' if is_grant else 'Refuse'} {action.ref}"[:TITLE_WIDTH],
        act=Act.SAVE_TIME_DECISION,
        value=f"extension:{request.id} choice:{1 if is_grant else 0}",
        intro=f"{actions.named(action)}: {dates.timescale(request.wanted)} asked for.",
        fields=tuple(fields),
        submit_label="Record",
    )


def chosen_for_board(action: Action, meeting: Meeting) -> Card:
    """The request goes to a meeting."""
    text = f"{action.ref} is down for {the_body(meeting.body)} on {meeting_day(meeting)}."
    return Card(text, (Line(text), Line(f"Until then it stays {actions.due(action)}.", Tone.QUIET)))


def granted(action: Action, request: ExtensionRequest, decided: Decided) -> str:
    """What was agreed; `action` is as it stands since."""
    first = dates.timescale(action.baseline_due) if action.baseline_due else ""
    counted_moves = "moved once" if len(action.moves) == 1 else f"moved {len(action.moves)} times"
    later = ""
    if action.baseline_due is not None:
        weeks = dates.weeks((request.wanted.end - action.baseline_due.end).days)
        later = f" The first date, {first}, stays on record: {weeks} later, {counted_moves}."
    answer = f" {quoted(request.answer)}." if request.answer else ""
    due = dates.timescale(request.wanted)
    return f"Granted by {decided.whose}: {action.ref} is now due {due}.{answer}{later}"


def refused(action: Action, request: ExtensionRequest, decided: Decided) -> str:
    """What stays as it was, and why."""
    on = dates.day_and_month(decided.on)
    minute = f", minute {decided.minute_ref}" if decided.minute_ref else ""
    who = the_body(decided.body).capitalize() if decided.body else f"{decided.by} ({decided.role})"
    agreed = dates.timescale(action.approved_due) if action.approved_due else "no date"
    answer = f": {quoted(request.answer)}" if request.answer else ""
    stays = "It shows as late; your" if _is_past(action, decided.on) else "Your"
    return (
        f"{who} kept {agreed} for {action.ref} ({on}{minute}){answer}. {stays} forecast stays as you gave it."
    )


def _is_past(action: Action, today: date) -> bool:
    return action.approved_due is not None and action.approved_due.is_past(today)


def told_lead(text: str, action: Action, ways: Sequence[Button], *, is_refused: bool) -> Card:
    """The decision, to the lead; after a refusal, the way to help and to the officer (`ways`)."""
    taps: tuple[Button, ...] = (Button("History", Act.SHOW_HISTORY, f"action:{action.id}"),)
    if is_refused:
        taps = (Button("Ask for help", Act.NEED_HELP, f"action:{action.id}"), *ways)
    return Card(text, (Line(text), Taps(taps)))


def recorded(text: str) -> Card:
    """To whoever decided."""
    return Card(text, (Line(text), Line("The lead is told.", Tone.QUIET)))


def told(text: str) -> Card:
    """On the card of those who were asked: it is decided."""
    return Card(text, (Line(text),))


def wants_reason(action: Action, request: ExtensionRequest) -> Card:
    """A refusal without its reason."""
    text = f"Why is {action.ref} refused? The lead reads your words. Nothing has been decided."
    return Card(
        text, (Line(text), Taps((Button("Say why", Act.DECIDE_TIME, f"extension:{request.id} choice:0"),)))
    )


def reopened(action: Action, request: ExtensionRequest) -> Card:
    """To the lead: the grant was undone by whoever gave it."""
    text = (
        f"The decision on more time for {action.ref} was taken back. "
        f"Your request for {dates.timescale(request.wanted)} waits again; it stays {actions.due(action)}."
    )
    return Card(text, (Line(text),))


def extended_line(requests: Sequence[ExtensionRequest], today: date) -> str:
    """ "Extended twice, last on 14 Oct, minute 6.2"; empty without a granted request."""
    if not requests:
        return ""
    last = requests[-1]
    times = "once" if len(requests) == 1 else f"{len(requests)} times"
    on = f" on {dates.near(last.decided_at.date(), today)}" if last.decided_at else ""
    minute = f", minute {last.minute_ref}" if last.minute_ref else ""
    return f"Extended {times}, last{on}{minute}" if len(requests) > 1 else f"Extended {times}{on}{minute}"


def pending_line(request: ExtensionRequest, down_for: Meeting | None) -> str:
    """ "Asks for end of Jan 2027: for the board, 14 Oct"."""
    where = f"for {the_body(down_for.body)}, {meeting_day(down_for)}" if down_for else "not decided yet"
    return f"Asks for {dates.timescale(request.wanted)}: {where}"
