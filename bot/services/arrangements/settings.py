"""A partnership's settings, shown and changed from chat by its board officer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.errors import NotFound, UnfitMeeting
from bot.importing.names import read_leads
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.meeting_lines import MeetingLine, read_meeting_lines
from bot.meetings import MeetingDates
from bot.partnership import Cadence, Partnership, Person, PersonId, Rhythm
from bot.permissions import check_can_run
from bot.phrases import refusals
from bot.phrases import settings as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements import meetings, set_up
from bot.services.arrangements.held_settings import held
from bot.services.arrangements.setting_up import setup_card
from bot.services.arrangements.settings_on_record import facts_of, note_settings
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.settings import read_clock

BODY = "Board"
"""Whose meetings are meant until the calendar says otherwise."""


def settings_card(work: UnitOfWork, plan: ActionPlan) -> Card:
    """Everything that is set for a plan and its partnership."""
    facts = facts_of(work, plan)
    return say.card(held(work, facts.partnership), facts, f"partnership:{facts.partnership.id}")


def on_settings(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form of the settings."""
    partnership = _own(work, person, target)
    plan = f" plan:{target.plan}" if target.plan is not None else ""
    return say.form(held(work, partnership), f"partnership:{partnership.id}{plan}")


def save_settings(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Save the settings as a whole, or say what is wrong with them; nothing is saved then."""
    partnership = _own(work, person, target)
    errors: dict[str, str] = {}
    name = " ".join(answers.get("name", "").split()) or partnership.name
    other = work.partnerships.named(name)
    if other is not None and other.id != partnership.id:
        errors["name"] = say.name_taken(name)
    names = {role: _names(answers.get(role, ""), role, errors) for role in ("chairs", "officers")}
    if not names["officers"] and "officers" not in errors:
        errors["officers"] = say.at_least_one()
    rhythm = _rhythm(partnership.rhythm, answers, errors)
    lines = _lines(work, partnership, answers.get("meetings", ""), errors)
    if errors:
        return FormErrors(errors)
    before = facts_of(work, _plan_of(work, partnership))
    work.partnerships.rename(partnership.id, name)
    set_up.set_up(
        work,
        partnership.id,
        actor=person.id,
        channel=answers.get("channel") or partnership.channel,
        rhythm=rhythm,
        chairs=_people(work, names["chairs"]),
        officers=_people(work, names["officers"]),
    )
    note_settings(work, person.id, before, facts_of(work, before.plan))
    for line in lines:
        meetings.add(
            work, partnership.id, person.id, line.body or BODY, MeetingDates(line.on, line.papers_due, None)
        )
    if target.plan is not None:
        return Answer(setup_card(work, work.plans.get(target.plan), say.saved()), Placement.REPLACE)
    return Answer(settings_card(work, before.plan), Placement.REPLACE)


def _plan_of(work: UnitOfWork, partnership: Partnership) -> ActionPlan:
    """The plan whose settings are shown beside the partnership's: the live one, else the newest."""
    own = [plan for plan in work.plans.all() if plan.partnership_id == partnership.id]
    if not own:
        raise NotFound("a plan of this partnership")
    return next((plan for plan in own if plan.state is PlanState.LIVE), own[-1])


def _names(words: str, role: str, errors: dict[str, str]) -> tuple[str, ...]:
    found = read_leads(words.title() if words.islower() else words)
    if words.strip() and (not found or any(one.is_post for one in found)):
        errors[role] = say.not_a_name(words)
    return tuple(one.name for one in found)


def _people(work: UnitOfWork, names: tuple[str, ...]) -> list[PersonId]:
    return [work.people.add(name, ()).id for name in names]


def _rhythm(rhythm: Rhythm, answers: Mapping[str, str], errors: dict[str, str]) -> Rhythm:
    quiet_from, quiet_until = _quiet(rhythm, answers, errors)
    return replace(
        rhythm,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        cadence=Cadence(answers.get("cadence") or rhythm.cadence),
        ask_at=_time("ask_at", answers, rhythm.ask_at, errors),
        digest_weekday=int(answers.get("digest_day") or rhythm.digest_weekday),
        digest_at=_time("digest_at", answers, rhythm.digest_at, errors),
    )


def _quiet(rhythm: Rhythm, answers: Mapping[str, str], errors: dict[str, str]) -> tuple[time, time]:
    """ "18:00 to 08:00": from when in the evening until when in the morning nobody is asked."""
    words = answers.get("quiet_hours", "").strip()
    if not words:
        return rhythm.quiet_from, rhythm.quiet_until
    read = [read_clock(part) for part in re.split(r"\s*(?:to|until|till|[-–])\s*", words.casefold())]
    times = [one for one in read if one is not None]
    if len(read) != 2 or len(times) != 2 or not _leaves_a_day(times[0], times[1]):
        errors["quiet_hours"] = say.not_quiet_hours(words)
        return rhythm.quiet_from, rhythm.quiet_until
    return times[0], times[1]


def _leaves_a_day(quiet_from: time, quiet_until: time) -> bool:
    return quiet_from.hour * 60 + quiet_from.minute - quiet_until.hour * 60 - quiet_until.minute >= 120


def _time(name: str, answers: Mapping[str, str], before: time, errors: dict[str, str]) -> time:
    words = answers.get(name, "").strip()
    if not words:
        return before
    read = read_clock(words)
    if read is None:
        errors[name] = say.not_a_time(words)
    return read or before


def _lines(
    work: UnitOfWork, partnership: Partnership, text: str, errors: dict[str, str]
) -> tuple[MeetingLine, ...]:
    today: date = today_of(work, partnership)
    read = read_meeting_lines(text, lambda words: read_timescale(words, today, Conventions()))
    if isinstance(read, str):
        errors["meetings"] = say.not_a_meeting(read)
        return ()
    try:
        for line in read:
            meetings.check(MeetingDates(line.on, line.papers_due, None))
    except UnfitMeeting as unfit:
        errors["meetings"] = refusals.sentence(unfit)
    return read


def _own(work: UnitOfWork, person: Person, target: Target) -> Partnership:
    if target.partnership is None:
        raise NotFound("the partnership this button was for")
    partnership = work.partnerships.get(target.partnership)
    check_can_run(person, partnership, work.people.get)
    return partnership
