"""What became of what a board was asked for: recorded after its meeting, shown as matters arising."""

from __future__ import annotations

from collections.abc import Sequence

from bot.arising import Arising
from bot.asks import (
    A_CONSULTATION,
    A_DATE,
    A_LEAD,
    A_RENEWAL,
    A_REPORT,
    A_REVIEW,
    LATE,
    MORE_TIME,
    REPORTED_DONE,
    AskKind,
    Result,
)
from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Menu, Taps, Tone
from bot.governance import Decision
from bot.partnership import Meeting
from bot.phrases import captured
from bot.phrases.time_decided import meeting_day, the_body
from bot.phrases.words import counted, quoted, shortened

MATTERS: dict[str, str] = {
    MORE_TIME: "More time for {}",
    A_LEAD: "A lead for {}",
    A_DATE: "A date for {}",
    REPORTED_DONE: "{}, reported done",
    LATE: "Late: {}",
    A_RENEWAL: "Renewal of {}",
    A_REVIEW: "Review of {}",
    A_CONSULTATION: "Consultation on {}",
    A_REPORT: "Report on {}",
    "": "{}",
}
"""How each matter is put."""

RESULTS: dict[Result, str] = {
    Result.AGREED: "agreed",
    Result.REFUSED: "not agreed",
    Result.COMMENTED: "commented on",
    Result.NOTED: "noted",
    Result.DEFERRED: "held over",
}

LINES_A_PIECE = 10
MOST_CHOICES = 50
LABEL = 60


def matter(one: Arising) -> str:
    """ "More time for 2.7a"."""
    return MATTERS[one.about].format(one.what)


def line(one: Arising) -> str:
    """ "More time for 2.7a: agreed, minute 5.2. "subject to funding"."""
    if one.result is None:
        return f"{matter(one)}: no outcome on record"
    minute = f", minute {one.minute_ref}" if one.minute_ref else ""
    note = f". {quoted(shortened(one.note, 160))}" if one.note else ""
    return f"{matter(one)}: {RESULTS[one.result]}{minute}{note}"


def _result(one: Arising) -> str:
    return RESULTS[one.result] if one.result else "no outcome on record"


def _start(meeting: Meeting) -> str:
    """A body as a sentence begins with it."""
    name = the_body(meeting.body)
    return f"{name[0].upper()}{name[1:]}"


def in_history(one: Arising, decision: Decision, meeting: Meeting | None, by: str) -> str:
    """ "More time for 2.7a: agreed (the board, 14 Oct, minute 6.2). Recorded by P Lowell."."""
    source = captured.source(decision, meeting)
    note = f" {quoted(shortened(one.note, 160))}" if one.note else ""
    return f"{matter(one)}: {_result(one)}{f' ({source})' if source else ''}.{note} Recorded by {by}."


def card(meeting: Meeting, found: Sequence[Arising], values: Sequence[str]) -> Card:
    """Every ask of a meeting's pack with what became of it; `values` are what a menu carries of each."""
    open_ = [(one, value) for one, value in zip(found, values, strict=True) if one.result is None]
    title = (
        f"{_start(meeting)}, {meeting_day(meeting)}: what became of "
        f"{counted(len(found), 'ask')} ({len(found) - len(open_)} on record)"
    )
    lines = [line(one) for one in found]
    pieces: list[Line | Taps] = [
        Line("\n".join(lines[start : start + LINES_A_PIECE])) for start in range(0, len(lines), LINES_A_PIECE)
    ]
    if open_:
        choices = tuple(Choice(shortened(matter(one), LABEL), value) for one, value in open_[:MOST_CHOICES])
        pieces.append(Taps((Menu("Record an outcome…", Act.RECORD_OUTCOME, choices),)))
        pieces.append(Line('Or in words: "outcome of 2.7a: agreed, minute 5.2".', Tone.QUIET))
    return Card(title, (Line(title, Tone.HEADING), *pieces))


def none_asked() -> Card:
    """No pack of a meeting held has asked for anything."""
    text = "No meeting whose pack asked for anything has been held yet."
    return Card(text, (Line(text),))


_USUAL = {AskKind.NOTE: Result.NOTED, AskKind.COMMENT: Result.COMMENTED}


def form(one: Arising, meeting: Meeting, value: str) -> Form:
    """What the board did about one ask."""
    return Form(
        title="Outcome",
        act=Act.RECORD_OUTCOME,
        value=value,
        intro=f"{_start(meeting)}, {meeting_day(meeting)}. {matter(one)}.",
        fields=(
            FormField(
                "result",
                "What did the board do?",
                FieldKind.CHOICE,
                choices=tuple(
                    Choice(f"{words[:1].upper()}{words[1:]}", kind.value) for kind, words in RESULTS.items()
                ),
                initial=_USUAL.get(one.kind, Result.AGREED).value,
                is_required=True,
            ),
            FormField("minute", "Minute reference", FieldKind.SHORT_TEXT, hint="5.2, or leave empty."),
            FormField("words", "In the board's words", FieldKind.LONG_TEXT, hint="May be left empty."),
        ),
        submit_label="Record",
    )


def read_back(one: Arising, decision: Decision, meeting: Meeting | None, consequence: str) -> Card:
    """What would be recorded; nothing is yet."""
    text = f"{line(one)}."
    source = captured.source(decision, meeting)
    lines = [Line(text)]
    if source:
        lines.append(Line(f"{source[0].upper()}{source[1:]}."))
    if consequence:
        lines.append(Line(consequence))
    value = f"decision:{decision.id}"
    taps = (
        Button("Record", Act.SAVE_DECISION, value, is_primary=True),
        Button("Drop", Act.DROP_DECISION, value),
    )
    return Card(text, (*lines, Line("Nothing is saved yet.", Tone.QUIET), Taps(taps)))


def consequence(one: Arising) -> str:
    """What recording an outcome does beside being on record."""
    if one.about == MORE_TIME and one.result is Result.AGREED:
        return f"With it the date asked for is agreed, and whoever leads {one.what} is told."
    if one.about == MORE_TIME and one.result is Result.REFUSED:
        return f"With it the agreed date stays, and whoever leads {one.what} is told."
    if one.about == REPORTED_DONE and one.result is Result.AGREED:
        return f"With it {one.what} is complete."
    return ""


def recorded(one: Arising, decision: Decision, meeting: Meeting | None) -> Card:
    """It is on record."""
    source = captured.source(decision, meeting)
    text = f"Recorded{f' ({source})' if source else ''}: {matter(one)}, {_result(one)}."
    note = (Line(quoted(one.note)),) if one.note else ()
    return Card(text, (Line(text), *note))


def which_result() -> str:
    """The form says nothing that a board can do."""
    return "Say what the board did."


def no_such_meeting(words: str) -> Card:
    """No meeting held is the one that was named."""
    text = f"No meeting that was held is {quoted(words)}. Nothing has been saved."
    return Card(text, (Line(text),))
