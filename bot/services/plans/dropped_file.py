"""A file dropped in a direct message: who may bring a plan in, what was read, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.card import Card, Line, Taps
from bot.conversation import Said
from bot.draft import DraftPlan
from bot.errors import LeadlineError
from bot.importing.plan import read_document
from bot.instants import local_day
from bot.kept_doubts import DoubtState
from bot.language.reading import Conventions
from bot.partnership import Partnership, Person
from bot.patient_data import without_patients
from bot.permissions import can_run
from bot.phrases import importing, refusals
from bot.phrases import setting_up as say
from bot.plan import ActionPlan, PlanState
from bot.ports import Files, UnitOfWork
from bot.services.arrangements.setting_up import is_unclaimed, setup_card
from bot.services.context.refusing import not_allowed_here, note
from bot.services.context.replying import owe_reply
from bot.services.plans import press_version
from bot.services.plans.bring_in import bring_in
from bot.versions.printed import is_version_of

HOME_ZONE = "Europe/London"
"""Whose day it is while a file is read: its partnership may not be known yet."""


class Standing(StrEnum):
    """What whoever dropped a file is to us."""

    OFFICER = "officer"
    FIRST = "first"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file dropped with a message. `others` is how many more were dropped with it."""

    said: Said
    name: str
    others: int = 0


def standing(work: UnitOfWork, account: str) -> Standing:
    """Whether this account runs a partnership, comes first where nobody does, or neither."""
    if is_unclaimed(work):
        return Standing.FIRST
    person = work.people.by_identity(account)
    runs = person is not None and any(can_run(person, one) for one in work.partnerships.all())
    return Standing.OFFICER if runs else Standing.OTHER


def read(files: Files, dropped: Dropped, content: bytes, opened: Callable[[int], None]) -> DraftPlan:
    """The plan a file holds, as of the day it was dropped; `opened` is told its number of rows before
    they are read. Raises `PlanUnreadable`. Opens no transaction."""
    today = local_day(dropped.said.at, HOME_ZONE)
    document = files.tables(dropped.name, content)
    opened(sum(not row.is_blank for table in document.tables for row in table.rows))
    return read_document(document, today, Conventions())


def bring(work: UnitOfWork, dropped: Dropped, outcome: DraftPlan | LeadlineError | None) -> None:
    """Keep the draft that was read, or say why there is none; owe the answer. Done once for a message.
    `outcome` is None where the file was not fetched, because this person brings nothing in.

    What is written beside a file is not kept: it only names a partnership.
    """
    dropped = replace(dropped, name=without_patients(dropped.name))
    said = dropped.said
    person = work.people.by_identity(said.author_external_id)
    _, is_new = work.messages.keep(replace(said, text="", author=person.id if person else None))
    if not is_new:
        return
    card = _answer(work, dropped, outcome)
    if dropped.others:
        card = Card(card.summary, (*card.pieces, say.one_of_several(dropped.name, dropped.others + 1)))
    owe_reply(work, said, 0, {"say": "dropped_file"}, card)


def _answer(work: UnitOfWork, dropped: Dropped, outcome: DraftPlan | LeadlineError | None) -> Card:
    account = dropped.said.author_external_id
    held = standing(work, account)
    if outcome is None or held is Standing.OTHER:
        return _only_officers(work, work.people.by_identity(account))
    if isinstance(outcome, LeadlineError):
        return refusals.refused(outcome)
    opening = importing.opening(dropped.name, outcome)
    before = list(work.plans.drafts())
    if held is Standing.FIRST:
        plan = bring_in(work, outcome, partnership_name=_free_name(work, outcome.title))
        return _with(say.becoming_officer(f"plan:{plan.id}", opening), _of_the_others(work, before, plan))
    run = _run_by(work, account)
    named = [one for one in run if one.name.casefold() == dropped.said.text.strip().casefold()]
    if len(run) > 1 and not named:
        return say.which_partnership([one.name for one in run])
    partnership = (named or run)[0]
    officer = work.people.by_identity(account)
    live = _already_live(work, partnership, outcome)
    if live is not None:
        by = officer.id if officer is not None else None
        return press_version.offer(work, live, outcome, dropped.name, by)
    plan = bring_in(
        work, outcome, partnership_name=partnership.name, actor=officer.id if officer is not None else None
    )
    return _with(setup_card(work, plan, opening), _of_the_others(work, before, plan))


def _with(card: Card, pieces: Sequence[Line | Taps]) -> Card:
    """The card with these pieces below its first line."""
    return Card(card.summary, (*card.pieces[:1], *pieces, *card.pieces[1:]))


def _of_the_others(work: UnitOfWork, before: Sequence[ActionPlan], plan: ActionPlan) -> list[Line | Taps]:
    """What became of the drafts that this partnership had before this one."""
    pieces: list[Line | Taps] = []
    for one in before:
        if one.partnership_id != plan.partnership_id:
            continue
        if work.plans.get(one.id).state is PlanState.DRAFT:
            pieces += say.another_draft(one.title, f"plan:{one.id}")
        else:
            carried = sum(doubt.state is not DoubtState.OPEN for doubt in work.doubts.of(plan.id))
            pieces.append(say.takes_the_place(one.title, carried))
    return pieces


def _run_by(work: UnitOfWork, account: str) -> list[Partnership]:
    person = work.people.by_identity(account)
    return [one for one in work.partnerships.all() if person is not None and can_run(person, one)]


def _only_officers(work: UnitOfWork, person: Person | None) -> Card:
    """Who brings a plan in, by name to somebody who sees what they run."""
    if person is None:
        return say.only_officers(())
    refusal = not_allowed_here(work, person, "set up")
    note(work, person, refusal)
    return say.only_officers(refusal.who_can)


def _free_name(work: UnitOfWork, title: str) -> str:
    """The plan's title as its partnership's first name; the only draft's, when there is one already."""
    known = work.partnerships.all()
    return known[0].name if len(known) == 1 else _short(title)


def _short(title: str) -> str:
    """ "Brackenridge Partnership" of "Brackenridge Partnership: improvement plan 2026": it is read in every
    message."""
    first, *rest = re.split(r"\s*:\s+|\s+[–—-]\s+", title, maxsplit=1)
    is_of_a_plan = bool(rest) and "plan" in rest[0].casefold() and "plan" not in first.casefold()
    return first if is_of_a_plan and len(first.split()) > 1 else title


def _already_live(work: UnitOfWork, partnership: Partnership, draft: DraftPlan) -> ActionPlan | None:
    """The live plan of this partnership that a file is the next version of."""
    own = (plan for plan in work.plans.live() if plan.partnership_id == partnership.id)
    return next((plan for plan in own if is_version_of(draft, plan)), None)
