"""Changes of the plan itself: read back before they are saved, told to the leads, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.amending import Amendment, AmendmentKind, Part, roles_of
from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.words import listed, quoted
from bot.plan import LeadRole

_TEXTS = {"text": "wording", "recommendation": "wording", "outcome": "outcome"}
FIELDS = {
    "title": "text",
    "wording": "text",
    "words": "text",
    "text": "text",
    "outcome": "outcome",
    "": "text",
}
"""What people call the words of an action, and the field that holds them."""

NOTHING_SAVED = Line("Nothing is saved yet.", Tone.QUIET)


def sentence(one: Amendment, *, is_done: bool) -> str:
    """What the amendment does, or has done: "2.7 becomes 2.7a and 2.7b"."""
    return _SENTENCES[one.kind](one, "is now" if is_done else "becomes")


def _added(one: Amendment, _: str) -> str:
    (part,) = one.parts
    due = dates.timescale(part.due) if part.due else "no date"
    theme = f" Theme: {one.now}." if one.now else ""
    strand = f" Workstream: {part.workstream}." if part.workstream else ""
    outcome = f" Outcome: {quoted(part.outcome)}." if part.outcome else ""
    lead = listed(part.leads) or "nobody yet"
    return f"New action {part.ref}: {quoted(part.text)}. Lead: {lead}. Due: {due}.{theme}{strand}{outcome}"


def _split(one: Amendment, becomes: str) -> str:
    return f"{one.ref} {becomes} {listed([part.ref for part in one.parts])}."


def _merged(one: Amendment, becomes: str) -> str:
    return f"{one.ref} {becomes} part of {one.other}."


def _renumbered(one: Amendment, becomes: str) -> str:
    return f"{one.ref} {becomes} {one.other}."


def _led(one: Amendment, _: str) -> str:
    return f"{one.ref} is led by {led_by(one.leads)} (was {led_by(one.leads_were)})."


def led_by(names: Sequence[str]) -> str:
    """ "S Okoro, supported by K Bramley"."""
    roles = roles_of(names)
    reporting = [name for name, role in roles if role is LeadRole.REPORTING]
    supporting = [name for name, role in roles if role is LeadRole.SUPPORTING]
    support = f", supported by {listed(supporting)}" if supporting else ""
    return f"{listed(reporting)}{support}" if names else "nobody"


def _worded(one: Amendment, _: str) -> str:
    was = f" (was {quoted(one.was)})" if one.was else ""
    return f"{one.ref}, {_TEXTS[one.field]}: {quoted(one.now)}{was}."


def _moved(one: Amendment, becomes: str) -> str:
    was = f" (was {one.was})" if one.was else ""
    stands = "is now" if becomes == "is now" else "moves to stand"
    return f"{one.ref} {stands} under theme {one.now}{was}."


def _headed(one: Amendment, _: str) -> str:
    return f"Theme {one.ref} is headed {quoted(one.now)} (was {quoted(one.was)})."


_SENTENCES: dict[AmendmentKind, Callable[[Amendment, str], str]] = {
    AmendmentKind.ADD: _added,
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: _merged,
    AmendmentKind.RENUMBER: _renumbered,
    AmendmentKind.LEADS: _led,
    AmendmentKind.WORDS: _worded,
    AmendmentKind.THEME: _moved,
    AmendmentKind.HEADING: _headed,
}


def read_back(one: Amendment, value: str, new_here: Sequence[str], by: str = "") -> Card:
    """What would be saved. `new_here` are people the plan does not know yet; `by` who proposes it, when that
    is not its reader."""
    said = sentence(one, is_done=False)
    first = f"{by} proposes: {said}" if by else said
    lines = [Line(first), *(Line(line, Tone.QUIET) for line in _follows(one))]
    if new_here:
        verb = "is" if len(new_here) == 1 else "are"
        lines.append(Line(f"{listed(new_here)} {verb} new here; I add them with it.", Tone.QUIET))
    return Card(
        first, (*lines, *_asked(one), NOTHING_SAVED, Taps(_buttons(one, value, is_proposal=bool(by))))
    )


def _follows(one: Amendment) -> tuple[str, ...]:
    """What comes with it, a line each."""
    if one.kind is AmendmentKind.SPLIT:
        first, *rest = one.parts
        return (
            f"{first.ref}{_words_of(first)}. It keeps the history of {one.ref}.",
            *(
                f"{part.ref}{_words_of(part)}{_lead_of(part)}. It has the dates and the colour of {one.ref}."
                for part in rest
            ),
        )
    if one.kind is AmendmentKind.MERGE:
        who = f" {listed(one.leads)} joins it as a supporting lead." if one.leads else ""
        return (f"{one.ref} is withdrawn and keeps its history; whoever asks for it finds {one.other}.{who}",)
    if one.kind is AmendmentKind.RENUMBER:
        return (f"Its history comes with it, and {one.ref} still finds it.",)
    if one.kind is AmendmentKind.LEADS:
        return ("The history stays as it is.",)
    return ()


def _words_of(part: Part) -> str:
    return f": {quoted(part.text)}" if part.text else ": the same words"


def _lead_of(part: Part) -> str:
    return f", led by {listed(part.leads)}" if part.leads else ""


def _asked(one: Amendment) -> tuple[Line, ...]:
    if one.kind is not AmendmentKind.WORDS or one.is_correction is not None:
        return ()
    return (Line("Was it typed wrongly, or is something else to be done now?"),)


def _buttons(one: Amendment, value: str, *, is_proposal: bool) -> tuple[Button, ...]:
    drop = Button("Decline" if is_proposal else "Cancel", Act.DROP_AMENDMENT, value)
    if one.kind is AmendmentKind.WORDS and one.is_correction is None:
        return (
            Button("Save: typed wrongly", Act.SAVE_AMENDMENT, f"{value} choice:1"),
            Button("Save: it has changed", Act.SAVE_AMENDMENT, f"{value} choice:0"),
            drop,
        )
    save = Button("Save", Act.SAVE_AMENDMENT, value, is_primary=True)
    word = Button("Edit…", Act.WORD_AMENDMENT, value)
    return (save, *((word,) if one.parts else ()), drop)


def form(one: Amendment, value: str) -> Form:
    """The words of a new action, or of the parts of one that is split."""
    fields = [
        FormField(f"text_{number}", f"{part.ref}: what is to be done", FieldKind.LONG_TEXT, initial=part.text,
                  hint="" if one.kind is AmendmentKind.ADD else "Empty: the words stay as they are.")
        for number, part in enumerate(one.parts)
    ]  # fmt: skip
    if one.kind is AmendmentKind.ADD:
        (part,) = one.parts
        due = dates.timescale(part.due) if part.due else ""
        fields += [
            FormField("lead", "Lead", FieldKind.SHORT_TEXT, hint="As the plan spells it.",
                      initial=listed(part.leads)),
            FormField("when", "Due", FieldKind.SHORT_TEXT, hint="In words: Dec 2026, end of March.",
                      initial=due),
            FormField("outcome", "Outcome", FieldKind.LONG_TEXT, hint="What will be so when it is done.",
                      initial=part.outcome),
        ]  # fmt: skip
    return Form("Change the plan", Act.WORD_AMENDMENT, value, tuple(fields), submit_label="Read back")


def saved(one: Amendment, value: str, told: Sequence[str], unreached: Sequence[str] = ()) -> Card:
    """Saved, with the way back. `unreached` are leads who have no account here yet."""
    text = f"Saved. {sentence(one, is_done=True)}"
    lines = [Line(text)]
    if told:
        lines.append(Line(f"{listed(told)} {'is' if len(told) == 1 else 'are'} told.", Tone.QUIET))
    if unreached:
        lines.append(
            Line(f"I cannot write to {listed(unreached)} yet; “people” says who is who.", Tone.QUIET)
        )
    return Card(text, (*lines, Taps((Button("Undo", Act.UNDO_AMENDMENT, value),))))


def dropped() -> Card:
    """Called off, or declined."""
    text = "Left as it is. Nothing has been changed."
    return Card(text, (Line(text),))


def undone(one: Amendment) -> Card:
    """Undone."""
    text = f"Undone: {UNDONE[one.kind](one)}"
    return Card(text, (Line(text),))


UNDONE: dict[AmendmentKind, Callable[[Amendment], str]] = {
    AmendmentKind.ADD: lambda one: f"{one.parts[0].ref} is withdrawn, and its number is free again.",
    AmendmentKind.SPLIT: lambda one: f"{one.ref} is one action again.",
    AmendmentKind.MERGE: lambda one: f"{one.ref} is an action of its own again.",
    AmendmentKind.RENUMBER: lambda one: f"{one.other} is {one.ref} again.",
    AmendmentKind.LEADS: lambda one: f"{one.ref} is led by {led_by(one.leads_were)} again.",
    AmendmentKind.WORDS: lambda one: f"{one.ref} reads {quoted(one.was)} again.",
    AmendmentKind.THEME: lambda one: f"{one.ref} stands where it stood.",
    AmendmentKind.HEADING: lambda one: f"theme {one.ref} is headed {quoted(one.was)} again.",
}
"""What undoing each kind has brought about."""


def not_undone(one: Amendment, ref: str) -> Card:
    """Something has been said or changed since, which undoing would lose."""
    text = f"{ref} has changed since, so I left it: {sentence(one, is_done=True)}"
    return Card(text, (Line(text),))


def lapsed() -> Card:
    """A draft that is too old to save."""
    text = "This has lapsed; nothing was saved. Please tell me again."
    return Card(text, (Line(text),))


def changed_meanwhile(one: Amendment) -> Card:
    """What it was about has changed since it was read back."""
    what = f"Theme {one.ref}" if one.kind is AmendmentKind.HEADING else one.ref
    text = f"{what} has changed since I read this back, so nothing was saved. Please tell me again."
    return Card(text, (Line(text),))


def already_so(one: Amendment) -> Card:
    """There is nothing to change."""
    what = f"Theme {one.ref}" if one.kind is AmendmentKind.HEADING else one.ref
    text = f"{what} is like that already. Nothing has been changed."
    return Card(text, (Line(text),))
