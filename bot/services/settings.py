"""A partnership's settings, shown and changed from chat by its board officer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

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
from bot.ports import UnitOfWork
from bot.services import meetings, set_up
from bot.services.held_settings import held
from bot.services.setting_up import setup_card
from bot.services.standings import today_of
from bot.services.targets import Target

BODY = "Board"
"""Whose meetings are meant until the calendar says otherwise."""


def settings_card(work: UnitOfWork, partnership: Partnership) -> Card:
    """Everything that is set."""
    return say.card(held(work, partnership), f"partnership:{partnership.id}")


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
    for line in lines:
        meetings.add(work, partnership.id, person.id, BODY, MeetingDates(line.on, line.papers_due, None))
    if target.plan is not None:
        return Answer(setup_card(work, work.plans.get(target.plan), say.saved()), Placement.REPLACE)
    return Answer(settings_card(work, work.partnerships.get(partnership.id)), Placement.REPLACE)


def _names(words: str, role: str, errors: dict[str, str]) -> tuple[str, ...]:
    found = read_leads(words)
    if words.strip() and (not found or any(one.is_post for one in found)):
        errors[role] = say.not_a_name(words)
    return tuple(one.name for one in found)


def _people(work: UnitOfWork, names: tuple[str, ...]) -> list[PersonId]:
    return [work.people.add(name, ()).id for name in names]


def _rhythm(rhythm: Rhythm, answers: Mapping[str, str], errors: dict[str, str]) -> Rhythm:
    return replace(
        rhythm,
        cadence=Cadence(answers.get("cadence") or rhythm.cadence),
        ask_at=_time("ask_at", answers, rhythm.ask_at, errors),
        digest_weekday=int(answers.get("digest_day") or rhythm.digest_weekday),
        digest_at=_time("digest_at", answers, rhythm.digest_at, errors),
    )


def _time(name: str, answers: Mapping[str, str], before: time, errors: dict[str, str]) -> time:
    words = answers.get(name, "").strip()
    if not words:
        return before
    try:
        return datetime.strptime(words.replace(".", ":"), "%H:%M").time()  # noqa: DTZ007 - a wall time has no zone
    except ValueError:
        errors[name] = say.not_a_time(words)
        return before


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
