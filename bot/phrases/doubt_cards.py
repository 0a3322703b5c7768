"""One doubt at a time: the question, its form, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.draft import DoubtKind
from bot.kept_doubts import KeptDoubt
from bot.phrases import actions, dates
from bot.phrases.words import counted, listed, quoted
from bot.plan import Action
from bot.timescale import Timescale

MOST_IN_FORM = 8
"""How many actions one doubt's form asks about."""

AS_IT_STANDS: dict[DoubtKind, str] = {
    DoubtKind.NO_LEAD: "Nobody yet",
    DoubtKind.NO_DATE: "No date yet",
    DoubtKind.TWO_READINGS: "Right",
}
"""The button that leaves things as they were read."""

TO_TYPE: dict[DoubtKind, str] = {
    DoubtKind.NO_LEAD: "Say who…",
    DoubtKind.NO_DATE: "Say when…",
    DoubtKind.TWO_READINGS: "Type it…",
}
"""The button that opens the form."""

AS_READ = "Kept as I read it."
CAME_OF_IT: dict[DoubtKind, str] = {
    DoubtKind.NO_LEAD: "It stays without a lead, and is listed so.",
    DoubtKind.NO_DATE: "It stays without a date, and is listed so.",
    DoubtKind.WHOLLY_PAST: "Carried on with, as a plan whose leads are asked.",
}
"""What is said when things stay as they were read."""


def one(doubt: KeptDoubt, number: int, count: int, about: Sequence[Action], settled: str = "") -> Card:
    """A doubt that needs an answer, alone; `settled` is what came of the one before."""
    title = f"{number} of {count} · {doubt.where}"
    value = f"doubt:{doubt.id}"
    pieces: list[Line | Taps] = [Line(settled, Tone.QUIET)] if settled else []
    pieces += [Line(title, Tone.HEADING), Line(doubt.message)]
    pieces += [Line(_shown(action), Tone.QUIET) for action in about[:MOST_IN_FORM]]
    can_be_typed = bool(about) or doubt.kind in (DoubtKind.NO_LEAD, DoubtKind.NO_DATE)
    taps = [Button(AS_IT_STANDS[doubt.kind], Act.DOUBT_AS_READ, value)]
    if can_be_typed:
        is_missing = doubt.kind is not DoubtKind.TWO_READINGS
        form = Button(TO_TYPE[doubt.kind], Act.DOUBT_FORM, value, is_primary=is_missing)
        taps.insert(0 if is_missing else 1, form)
    taps.append(Button("Later", Act.DOUBT_LATER, value))
    pieces.append(Taps(tuple(taps)))
    return Card(f"{title}. {doubt.message}", tuple(pieces))


def _shown(action: Action) -> str:
    return f"{actions.named(action)} · {actions.leads_or_none(action)} · {actions.due(action)}"


def form(doubt: KeptDoubt, about: Sequence[Action]) -> Form:
    """What is missing or doubtful, filled in with what was read."""
    if doubt.kind is DoubtKind.NO_LEAD:
        fields: tuple[FormField, ...] = (_who(about),)
    elif doubt.kind is DoubtKind.NO_DATE:
        fields = (_when(about),)
    else:
        fields = tuple(part for action in about[:MOST_IN_FORM] for part in _both(action))
    return Form(
        title=doubt.where, act=Act.DOUBT_FORM, value=f"doubt:{doubt.id}", fields=fields,
        intro=doubt.message,
    )  # fmt: skip


def _who(about: Sequence[Action]) -> FormField:
    label = f"Who leads {listed([action.ref for action in about])}?" if about else "Who leads them all?"
    hint = "The first is asked. Several with a comma: S Okoro, L Pashley."
    return FormField("lead", label, FieldKind.SHORT_TEXT, hint=hint, is_required=True)


def _when(about: Sequence[Action]) -> FormField:
    label = f"When is {listed([action.ref for action in about])} due?" if about else "When are they all due?"
    hint = "As a plan would say it: Sept 2027, 14 Oct 2026, end of March 2027."
    return FormField("due", label, FieldKind.SHORT_TEXT, hint=hint, is_required=True)


def _both(action: Action) -> tuple[FormField, FormField]:
    due = dates.timescale(action.baseline_due) if action.baseline_due else ""
    return (
        FormField(
            f"lead_{action.id}", f"Who leads {action.ref}?", FieldKind.SHORT_TEXT,
            initial=", ".join(lead.name for lead in action.leads),
        ),
        FormField(
            f"due_{action.id}", f"When is {action.ref} due?", FieldKind.SHORT_TEXT, initial=due,
            hint="As a plan would say it: Sept 2027, 14 Oct 2026.",
        ),
    )  # fmt: skip


def not_a_name(words: str) -> str:
    """A lead's name that is none."""
    return f"I cannot read a name in {quoted(words)}. Try S Okoro, or several with a comma."


def ways_to_say(when: Timescale) -> frozenset[str]:
    """The words a date field may have been opened with."""
    return frozenset({when.words, dates.timescale(when)})


def came_of_typing(refs: Sequence[str], leads: Sequence[str], when: Timescale | None) -> str:
    """What was saved: who leads, or when it is due."""
    if not refs:
        return "Nothing was changed: it stands as I read it."
    said = [f"led by {listed(leads)}"] if leads else []
    said += [f"due {dates.timescale(when)}"] if when is not None else []
    return f"Saved. {listed(refs)}: {', '.join(said) or 'as you typed it'}."


def later(count: int) -> str:
    """One put off."""
    return f"Left for later. {counted(count, 'question')} still open."


def no_more(left: int) -> str:
    """The end of the questions."""
    if left:
        return f'That is all for now; {counted(left, "question")} left for later. Type "doubts" to go on.'
    return "That is every question answered."
