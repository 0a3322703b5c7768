"""A filled form as readings: the same values that free words become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.language.reading import (
    Context,
    DateMention,
    Outcome,
    PlanInView,
    Progress,
    Reading,
    ReadUpdate,
    Role,
)
from bot.language.understand import understand
from bot.narrative import is_empty
from bot.phrases import forms
from bot.plan import Action
from bot.rag import Rag
from bot.timescale import Timescale
from bot.updating import AT_RISK, decide


def read_action_form(
    action: Action, answers: Mapping[str, str], today: date, context: Context
) -> ReadUpdate | dict[str, str]:
    """What the form of one action says, or what is wrong with it, by field."""
    said = {name: " ".join(words.split()) for name, words in answers.items()}
    errors: dict[str, str] = {}
    when = _finish(said.get("finish", ""), today, context)
    if isinstance(when, str):
        errors["finish"] = when
        when = None
    if errors:
        return errors
    reading = replace(
        _standing(said.get("standing", forms.KEEP)),
        action=action.ref,
        forecast=when,
        blocked=bool(said.get("blocker")),
        blocker=said.get("blocker") or None,
        path_to_green=said.get("path") or None,
        words=said.get("note", ""),
    )
    if reading.rag in AT_RISK and decide(action, reading, today).wants_reason:
        return {"path": forms.needs_a_line(reading.rag)}
    return replace(reading, no_change=is_empty(reading) and not reading.words)


def _standing(chosen: str) -> ReadUpdate:
    nothing = ReadUpdate(Outcome.UNDERSTOOD, None)
    if chosen == forms.DONE:
        return replace(nothing, progress=Progress.COMPLETE)
    if chosen in (forms.KEEP, ""):
        return nothing
    rag = Rag(chosen)
    return replace(nothing, rag=rag, progress=Progress.ON_TRACK if rag is Rag.GREEN else None)


def _finish(words: str, today: date, context: Context) -> Timescale | str | None:
    """The one date the words give, what is wrong with them, or None when there are none."""
    if not words:
        return None
    found = dates_in(words, today, context)
    if not found:
        return forms.not_a_date(words)
    return found[0] if len(found) == 1 else forms.two_dates(found)


def dates_in(words: str, today: date, context: Context) -> tuple[Timescale, ...]:
    """The dates that words give which are to be a finish and nothing else."""
    reading = understand(f"now due {words}", today, replace(context, plans=(), asked=()))
    return tuple(dict.fromkeys(one.timescale for one in reading.dates if one.role is not Role.NEGATED))


def read_line(
    action: Action, chosen: str, line: str, today: date, context: Context
) -> ReadUpdate | str | None:
    """One action of the long form: the choice, with what its line says; None when it was left."""
    words = " ".join(line.split())
    if not chosen and not words:
        return None
    spoken = _read_of(action, words, today, context) if words else ReadUpdate(Outcome.UNDERSTOOD, action.ref)
    stood = _standing(chosen)
    reading = replace(
        spoken,
        action=action.ref,
        outcome=Outcome.UNDERSTOOD,
        rag=stood.rag or (spoken.rag if not chosen else None),
        progress=stood.progress or (spoken.progress if not chosen else None),
        questions=(),
        words=words,
    )
    if reading.rag in AT_RISK and decide(action, reading, today).wants_reason:
        return forms.needs_a_line(reading.rag) if reading.rag else None
    return replace(reading, no_change=is_empty(reading) and not words)


def _read_of(action: Action, words: str, today: date, context: Context) -> ReadUpdate:
    """What a line says of the action beside it."""
    only = replace(context, plans=_only(context.plans, action.ref), asked=(action.ref,))
    reading: Reading = understand(words, today, only)
    if len(reading.updates) == 1:
        return reading.updates[0]
    finish = [one.timescale for one in reading.dates if _is_finish(one)]
    return ReadUpdate(Outcome.UNDERSTOOD, action.ref, forecast=finish[0] if len(finish) == 1 else None)


def _only(plans: tuple[PlanInView, ...], ref: str) -> tuple[PlanInView, ...]:
    return tuple(
        replace(plan, actions=tuple(action for action in plan.actions if action.ref == ref)) for plan in plans
    )


def _is_finish(one: DateMention) -> bool:
    return one.role in (Role.FORECAST, Role.RECOVERY)
