"""What an officer types of a doubtful action, read: who leads it and when it is due."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.draft import Proposal
from bot.importing.names import NamedLead, read_leads
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.patient_data import holds_nhs_number
from bot.phrases import doubt_cards, forms
from bot.plan import Action, ActionId
from bot.timescale import Timescale

LEAD, DUE = "lead", "due"

_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\b(?:spring|summer|autumn|winter)\b"
)
"""Months and seasons typed without their capital: the words stand in the plan from then on."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What becomes of one action; None leaves a field as it is."""

    action: ActionId
    leads: tuple[NamedLead, ...] | None = None
    due: Timescale | None = None
    taken: Proposal | None = None


def read_mends(
    answers: Mapping[str, str], about: Sequence[Action], today: date, conventions: Conventions
) -> tuple[Mend, ...] | dict[str, str]:
    """What the answers say of these actions, or what is wrong with them by field.

    A field is "lead" or "due", for all of the actions, or has one action's id after it ("due_12"). An
    answer that was left empty, or stands as it was, changes nothing.
    """
    errors: dict[str, str] = {}
    mends: list[Mend] = []
    for name, words in answers.items():
        kind, _, own = name.partition("_")
        concerned = [one for one in about if not own or str(one.id) == own]
        if not words.strip() or _stands(kind, words, concerned):
            continue
        read = _read(kind, words, today, conventions)
        if isinstance(read, str):
            errors[name] = read
        elif isinstance(read, Timescale):
            mends += [Mend(one.id, due=read) for one in concerned]
        else:
            mends += [Mend(one.id, leads=read) for one in concerned]
    return errors or tuple(mends)


def _read(
    kind: str, words: str, today: date, conventions: Conventions
) -> tuple[NamedLead, ...] | Timescale | str:
    """A lead or a date, or the sentence that says why it is none."""
    if holds_nhs_number(words):
        return forms.patient_data()
    if kind == LEAD:
        return read_leads(words) or doubt_cards.not_a_name(words)
    return read_timescale(_MONTH.sub(_capital, words), today, conventions) or forms.not_a_date(words)


def _capital(found: re.Match[str]) -> str:
    return found[0].capitalize()


def _stands(kind: str, words: str, concerned: Sequence[Action]) -> bool:
    """Whether a form was sent with what it was opened with."""
    if len(concerned) != 1:
        return False
    (action,) = concerned
    if kind == LEAD:
        return words.strip() == ", ".join(lead.name for lead in action.leads)
    return action.baseline_due is not None and words.strip() in doubt_cards.ways_to_say(action.baseline_due)
