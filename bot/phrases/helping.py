"""Blockers and who clears them, help asked of a group, and one update asked for now."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.governance import HelpKind, HelpRequest
from bot.partnership import Meeting
from bot.phrases import actions, dates
from bot.phrases.time_decided import the_body
from bot.phrases.words import listed, quoted
from bot.plan import Action


def _plain(text: str, *more: str) -> Card:
    return Card(text, (Line(text), *(Line(one, Tone.QUIET) for one in more)))


def take_button(action: Action) -> Button:
    """For a chair or officer beside a blocker."""
    return Button("I will take the blocker", Act.TAKE_BLOCKER, f"action:{action.id}")


def cleared_button(action: Action) -> Button:
    """For whoever may say that it is cleared."""
    return Button("Blocker cleared", Act.BLOCKER_CLEARED, f"action:{action.id}")


def no_blocker(action: Action) -> Card:
    """There is nothing to take on or to clear."""
    return _plain(f"{action.ref} has no blocker. Nothing has been changed.")


def taken(action: Action) -> Card:
    """To the chair who takes a blocker on."""
    text = f"You have taken on the blocker of {action.ref}: {quoted(action.blocker or '')}."
    return Card(
        text,
        (
            Line(f"{text} It stays under “Asked of you” until it is cleared."),
            Taps((cleared_button(action),)),
        ),
    )


def taken_already(action: Action) -> Card:
    """A second press."""
    return _plain(f"You have taken the blocker of {action.ref} on already.")


def told_taken(action: Action, by: str, words: str) -> Card:
    """To the leads: somebody of the board sees to it."""
    text = f"{by} has taken on the blocker of {action.ref}: {quoted(words)}."
    return Card(
        text,
        (Line(text), Line("When it is cleared, say so.", Tone.QUIET), Taps((cleared_button(action),))),
    )


def is_it_cleared(action: Action) -> Card:
    """Words that may mean that a blocker is gone: asked, never guessed."""
    text = f"Is the blocker of {action.ref} cleared: {quoted(action.blocker or '')}?"
    taps = (
        Button("Yes, cleared", Act.BLOCKER_CLEARED, f"action:{action.id}", is_primary=True),
        Button("Not yet", Act.LEAVE, f"action:{action.id}"),
    )
    return Card(text, (Line(text), Taps(taps), Line("Nothing is saved yet.", Tone.QUIET)))


def cleared(action: Action, words: str, undo_value: str) -> Card:
    """To whoever says so."""
    text = f"{action.ref}: blocker cleared ({quoted(words)})."
    return Card(text, (Line(text), Taps((Button("Undo", Act.UNDO, undo_value),))))


def told_cleared(action: Action, by: str) -> Card:
    """To whoever took it on, or asked."""
    return _plain(f"{action.ref}: the blocker is cleared, says {by}.")


def help_from(action: Action, who: str) -> Card:
    """Who could clear the blocker."""
    return _plain(
        f"{action.ref}: help wanted from {who}.", f"“ask {who} to help with {action.ref}” asks them."
    )


def asked_group(action: Action, group: str, officers: Sequence[str], *, in_channel: bool) -> Card:
    """To whoever had a group asked."""
    if in_channel:
        return _plain(f"Asked {group} in their channel to help with {action.ref}. I note their answer here.")
    who = listed(officers) or "the board officer"
    return _plain(f"I know no channel of {group}, so {who} is asked to pass it on for {action.ref}.")


def for_group(action: Action, request: HelpRequest, by: str) -> Card:
    """In the group's own channel."""
    wanted = quoted(request.words)
    text = f"{request.of}: can you help with {actions.named(action)}? It waits for this: {wanted}."
    who = f"Asked by {by}. Led by {actions.leads_or_none(action)}."
    return Card(text, (Line(text), Line(who, Tone.QUIET), Taps((_answer_button(request),))))


def _answer_button(request: HelpRequest) -> Button:
    return Button("Answer", Act.ANSWER_HELP, f"help:{request.id}", is_primary=True)


def pass_on(action: Action, request: HelpRequest, by: str) -> Card:
    """To an officer: the group has no channel here."""
    named, wanted = actions.named(action), quoted(request.words)
    text = f"Please ask {request.of} to help with {named}: {wanted}. Asked by {by}."
    how = f"Their answer: press Answer, or write “answer from {request.of} on {action.ref}: …”."
    return Card(text, (Line(text), Line(how, Tone.QUIET), Taps((_answer_button(request),))))


def answer_form(action: Action, request: HelpRequest) -> Form:
    """What the group says."""
    return Form(
        title=f"Answer on {action.ref}"[:24],
        act=Act.SAVE_HELP_ANSWER,
        value=f"help:{request.id}",
        intro=f"{request.of}: {request.words}",
        fields=(FormField("answer", f"What does {request.of} say?", FieldKind.LONG_TEXT, is_required=True),),
        submit_label="Record",
    )


def answer_kept(action: Action, request: HelpRequest) -> Card:
    """To whoever recorded it."""
    return _plain(
        f"Noted: {request.of} on {action.ref}: {quoted(request.answer)}. Who asked and who leads it is told."
    )


def told_answer(action: Action, request: HelpRequest, by: str) -> Card:
    """To the leads and whoever asked."""
    text = f"{request.of} on {action.ref}: {quoted(request.answer)}."
    return Card(text, (Line(text), Line(f"Recorded by {by}.", Tone.QUIET), Taps((cleared_button(action),))))


def nobody_asked(group: str, action: Action) -> Card:
    """An answer to something that was not asked."""
    return _plain(f"{group} has not been asked about {action.ref}. Nothing has been saved.")


def group_set(name: str, channel: str) -> Card:
    """An officer says which channel a group has."""
    return _plain(f"{name} is asked in the channel {channel} from now on. Invite me there.")


def help_lines(requests: Sequence[HelpRequest]) -> list[str]:
    """What has been asked of others for an action and is open, a line each."""
    lines = []
    for one in requests:
        if not one.is_open:
            continue
        if one.kind is HelpKind.TAKEN:
            lines.append(f"Taken on by {one.of}")
        else:
            lines.append(f"Asked {one.of}: {quoted(one.answer) if one.answer else 'no answer yet'}")
    return lines


def would_like_a_line(action: Action, by: str, before: Meeting | None, stands_for: str = "") -> Card:
    """To a lead, or to whoever answers for them: a chair would like one update now."""
    when = ""
    if before is not None:
        is_day = before.on.start == before.on.end
        on = dates.weekday_and_day(before.on.end) if is_day else dates.timescale(before.on)
        when = f" before {the_body(before.body)} on {on}"
    whose = f"For {stands_for}: " if stands_for else ""
    text = f"{whose}{by} would like a line on {action.ref}{when}. What would help counts as an answer."
    taps = (
        Button("Answer", Act.OPEN_FORM, f"action:{action.id}", is_primary=True),
        Button("Cannot before then", Act.CANNOT_NOW, f"action:{action.id}"),
    )
    return Card(text, (Line(text), Line(actions.named(action), Tone.QUIET), Taps(taps)))


def asked_for_line(action: Action, leads: Sequence[str], unreached: Sequence[str]) -> Card:
    """To the chair who asked."""
    if not leads:
        who = listed(unreached) or "anybody: it has no lead"
        return _plain(f"I cannot reach {who}, so nobody was asked about {action.ref}.")
    rest = f" {listed(unreached)} cannot be reached here." if unreached else ""
    return _plain(f"Asked, and noted on {action.ref}: {listed(leads)}.{rest}")


def asked_today(action: Action) -> Card:
    """Once a day is enough."""
    return _plain(f"{action.ref} was asked about today already. I ask once a day; the answer comes to you.")


def answered_line(action: Action, by: str, words: str) -> Card:
    """To the chair: what the lead said."""
    colour = actions.colour(action.rag) if action.rag else "no colour"
    said = f": {quoted(words)}" if words else ""
    text = f"{action.ref}, {by}{said}. It stands at {colour}, {actions.due(action)}."
    return Card(text, (Line(text), Taps((Button("History", Act.SHOW_HISTORY, f"action:{action.id}"),))))


def cannot_now(action: Action, by: str) -> Card:
    """To the chair: no line before then."""
    return _plain(f"{action.ref}: {by} cannot give a line before then.")


def cannot_noted(by: str) -> Card:
    """To the lead."""
    return _plain(f"Noted, and {by} is told. Nothing else has been changed.")


def breach(action: Action, tolerance_days: int, past: int) -> Card:
    """To chairs and officers, once: the forecast goes beyond the plan's tolerance."""
    finish = dates.timescale(action.forecast_due) if action.forecast_due else "later"
    agreed = dates.timescale(action.approved_due) if action.approved_due else "no date"
    text = (
        f"{actions.named(action)} is forecast {dates.weeks(past)} past its agreed date "
        f"({agreed}; now {finish}), beyond the plan's tolerance of {dates.weeks(tolerance_days)}."
    )
    more = [f"Why: {quoted(words)}" for words in (action.blocker or action.narrative,) if words]
    more += [f"Back on track: {quoted(action.path_to_green)}"] if action.path_to_green else []
    taps: tuple[Button, ...] = (Button("History", Act.SHOW_HISTORY, f"action:{action.id}"),)
    if action.blocker:
        taps = (take_button(action), *taps)
    return Card(text, (Line(text), *(Line(one) for one in more), Taps(taps)))
