"""What a body decided, read back before it joins the record."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Taps, Tone
from bot.governance import Decision, DecisionKind
from bot.partnership import Meeting
from bot.phrases import actions, dates
from bot.phrases.time_decided import meeting_day, the_body
from bot.phrases.words import listed, quoted
from bot.plan import Action

DECISION, NEW_ACTION = DecisionKind.DECISION.value, DecisionKind.NEW_ACTION.value


def source(decision: Decision, meeting: Meeting | None) -> str:
    """ "the board, 14 Oct, minute 6.2", as far as it is known."""
    minute = f"minute {decision.minute_ref}" if decision.minute_ref else ""
    where = f"{the_body(meeting.body)}, {meeting_day(meeting)}" if meeting is not None else ""
    return ", ".join(part for part in (where, minute) if part)


def read_back(decision: Decision, meeting: Meeting | None, plan_title: str, *, lead_is_new: bool) -> Card:
    """What would be recorded; nothing is yet."""
    by = source(decision, meeting)
    if decision.kind is DecisionKind.DECISION:
        text = f"Decision: {quoted(decision.words)}."
        label = "Record"
    else:
        lead = decision.lead_name or "nobody yet"
        due = dates.timescale(decision.due) if decision.due else "no date"
        text = (
            f"New action {decision.ref} for {plan_title}: {quoted(decision.words)}. Lead: {lead}. Due: {due}."
        )
        label = "Add to the plan"
    lines = [Line(text)]
    if by:
        lines.append(Line(f"{by[0].upper()}{by[1:]}."))
    if lead_is_new:
        lines.append(Line(f"{decision.lead_name} is not in the plan yet; I add them with it.", Tone.QUIET))
    value = f"decision:{decision.id}"
    taps = (
        Button(label, Act.SAVE_DECISION, value, is_primary=True),
        Button("Drop", Act.DROP_DECISION, value),
    )
    return Card(text, (*lines, Line("Nothing is saved yet.", Tone.QUIET), Taps(taps)))


def recorded(
    decision: Decision, meeting: Meeting | None, live: Sequence[str], waiting: Sequence[Action]
) -> Card:
    """A decision is on record; what waited for it is live, or may be."""
    by = source(decision, meeting)
    text = f"Recorded{f' ({by})' if by else ''}: {quoted(decision.words)}."
    pieces: list[Line | Taps] = [Line(text)]
    if live:
        pieces.append(Line(f"No longer waiting for it: {listed(live)}."))
    if waiting:
        pieces.append(Line("Does it settle what these wait for?"))
        pieces.append(
            Taps(
                tuple(
                    Button(f"{action.ref} is live", Act.WAIT_IS_OVER, f"action:{action.id}")
                    for action in waiting[:5]
                )
            )
        )
    return Card(text, tuple(pieces))


def added(action: Action, decision: Decision, meeting: Meeting | None, undo_value: str) -> Card:
    """A new action has joined the plan; with the way back."""
    by = source(decision, meeting)
    text = (
        f"{actions.named(action)} is in the plan, {actions.due(action)}{f'; agreed by {by}' if by else ''}."
    )
    who = f"Led by {actions.leads_or_none(action)}."
    undo = Taps((Button("Undo", Act.UNDO_AMENDMENT, undo_value),))
    return Card(text, (Line(text), Line(who, Tone.QUIET), undo))


def dropped() -> Card:
    """A draft is dropped."""
    text = "Dropped. Nothing was saved."
    return Card(text, (Line(text),))


def told_new_lead(action: Action, by: str) -> Card:
    """To whoever leads the new action."""
    text = f"You now lead {actions.named(action)}, {actions.due(action)}. Recorded by {by}."
    return Card(text, (Line(text), Line("It comes with your next ask; nothing to do today.", Tone.QUIET)))


def number_taken(ref: str) -> Card:
    """The number asked for is another action's."""
    text = f"{ref} is another action's number. Nothing has been saved; write it again with a free one."
    return Card(text, (Line(text),))


def nothing_said() -> Card:
    """There are no words to record."""
    text = "What was decided? Write “decision: …” or “action: …, lead J Tranter, by Dec 2026”."
    return Card(text, (Line(text),))


def no_date(words: str) -> str:
    """The date of a new action cannot be read."""
    return f"I cannot read one date in {quoted(words)}. Nothing has been saved."


def form(words: str, value: str) -> Form:
    """A message is recorded as a decision or a new action."""
    return Form(
        title="Record for the board",
        act=Act.CAPTURE,
        value=value,
        intro="It is read back to you before it joins the record.",
        fields=(
            FormField(
                "kind",
                "What is it?",
                FieldKind.CHOICE,
                choices=(Choice("A decision", DECISION), Choice("A new action", NEW_ACTION)),
                initial=DECISION,
                is_required=True,
            ),
            FormField("words", "In words", FieldKind.LONG_TEXT, initial=words, is_required=True),
            FormField("minute", "Minute reference", FieldKind.SHORT_TEXT, hint="6.2, or leave empty."),
            FormField("lead", "Lead of a new action", FieldKind.SHORT_TEXT, hint="As the plan has it."),
            FormField("when", "Due", FieldKind.SHORT_TEXT, hint="In words: Dec 2026, end of March."),
        ),
        submit_label="Read back",
    )
