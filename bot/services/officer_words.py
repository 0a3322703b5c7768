"""The board officer's own words: carry on, people, settings, preview, go live, record. Each shows; only a
request for the record is noted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.card import Card
from bot.commands import Name
from bot.errors import LeadlineError
from bot.language.dates import Direction, read_timescale
from bot.language.reading import Conventions
from bot.partnership import Partnership, Person
from bot.permissions import can_run
from bot.phrases import forms, going_live, notices, officer_rounds
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.arrangements.setting_up import carried_on, drafts_of
from bot.services.arrangements.settings import settings_card
from bot.services.asks.previews import digest_preview, prompt_preview
from bot.services.context.refusing import not_allowed_here, refused
from bot.services.context.standings import today_of
from bot.services.keeping import disclosure_words
from bot.services.plans.press_live import outlook_card
from bot.services.plans.who_is_who import asked_about, next_one, of_plan
from bot.services.reports import packs
from bot.status_filter import Shown, filter_of

_AS_IF = re.compile(r"\s+(?:as\s+if(?:\s+(?:it\s+(?:were|was)|on))?|on|for|as\s+at)\s+", re.IGNORECASE)

_PACK = re.compile(r"(?:the\s+)?(?:(?:next|board)\s+)?(?:pack|papers?)", re.IGNORECASE)


def said(work: UnitOfWork, person: Person, name: Name, argument: str) -> Card:
    """The answer; a refusal says who can."""
    try:
        return OFFICER_WORDS[name](work, person, argument)
    except LeadlineError as error:
        return refused(work, person, error)


def in_hand(work: UnitOfWork, person: Person) -> ActionPlan:
    """The draft this person works on, else the plan they run. Raises `NotAllowed`, saying who runs one."""
    drafts = drafts_of(work, person)
    if drafts:
        return drafts[0]
    partnerships = {one.id: one for one in work.partnerships.all()}
    for plan in work.plans.live():
        if can_run(person, partnerships[plan.partnership_id]):
            return plan
    raise not_allowed_here(work, person, "set up")


def _people(work: UnitOfWork, person: Person, argument: str) -> Card:
    plan = in_hand(work, person)
    if not argument:
        return next_one(work, plan)
    named = _lead_meant(work, plan, argument)
    return asked_about(work, plan, named) if named else going_live.nobody_called(argument)


def _settings(work: UnitOfWork, person: Person, _: str) -> Card:
    plan = in_hand(work, person)
    return settings_card(work, plan)


def _go_live(work: UnitOfWork, person: Person, _: str) -> Card:
    return outlook_card(work, in_hand(work, person))


def _preview(work: UnitOfWork, person: Person, argument: str) -> Card:
    plan = in_hand(work, person)
    what, *when = _AS_IF.split(argument, maxsplit=1)
    today = today_of(work, work.partnerships.get(plan.partnership_id))
    on = _day(when[0], today) if when else None
    if when and on is None:
        return notices.plain(forms.not_a_date(when[0]))
    if "digest" in what.casefold():
        return digest_preview(work, plan, on)
    if _PACK.fullmatch(what.strip()):
        return _pack(work, work.partnerships.get(plan.partnership_id), today)
    named = _lead_meant(work, plan, what)
    return prompt_preview(work, plan, named, on) if named else going_live.nobody_called(what)


def _pack(work: UnitOfWork, partnership: Partnership, today: date) -> Card:
    """The pack of the next meeting, as it would be frozen now, or as it was frozen."""
    coming = [one for one in work.meetings.of(partnership.id) if one.on.end >= today]
    meeting = min(coming, key=lambda one: one.on.end, default=None)
    if meeting is None or not any(one.partnership_id == partnership.id for one in work.plans.live()):
        return going_live.no_pack_yet()
    heading = officer_rounds.pack_preview(meeting.on.end)
    return going_live.preview(heading, packs.preview(work, partnership, meeting))


def _lead_meant(work: UnitOfWork, plan: ActionPlan, words: str) -> Person | None:
    """Whoever of the plan has this name; else the one lead of it whose name holds these words ("okoro")."""
    known = of_plan(work, plan)
    if found := [one for one in work.people.named(words) if one.id in known]:
        return found[0]
    wanted = filter_of(words, [plan])
    is_lead = wanted is not None and wanted.shown is Shown.PERSON
    return next(iter(work.people.named(wanted.name)), None) if wanted is not None and is_lead else None


def _day(words: str, today: date) -> date | None:
    """The day these words name, near today: "3 September" without a year may be past or to come."""
    said = words.strip(" .?")
    found = [read_timescale(said, today, Conventions(), direction) for direction in Direction]
    days = [one.start for one in found if one is not None]
    return min(days, key=lambda day: abs(day - today), default=None)


OFFICER_WORDS: dict[Name, Callable[[UnitOfWork, Person, str], Card]] = {
    Name.CARRY_ON: lambda work, person, _: carried_on(work, person),
    Name.PEOPLE: _people,
    Name.SETTINGS: _settings,
    Name.PREVIEW: _preview,
    Name.GO_LIVE: _go_live,
    Name.RECORD: disclosure_words.record_of,
    Name.CLOSE_REQUEST: disclosure_words.close_request,
}
"""What each of the officer's words shows."""
