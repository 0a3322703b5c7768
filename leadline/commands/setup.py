"""`leadline setup`: a partnership's channel, times, chairs, board officers and meetings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from typing import Annotated

import typer

from bot.partnership import Cadence, Meeting, Partnership, PersonId, Rhythm
from bot.phrases import dates
from bot.ports import UnitOfWork
from bot.services.arrangements import set_up as service
from bot.timescale import Precision, Timescale
from leadline.office import open_office, the_partnership

CHANNEL_ID = re.compile(r"[CG][A-Z0-9]{2,}")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def setup(
    partnership: Annotated[str, typer.Argument(help="The partnership's name, as given at import.")],
    channel: Annotated[str | None, typer.Option(help="The channel's id (C…), for the digests.")] = None,
    chair: Annotated[list[str] | None, typer.Option(help="A chair's name; may be repeated.")] = None,
    officer: Annotated[list[str] | None, typer.Option(help="A board officer; may be repeated.")] = None,
    meeting: Annotated[
        list[datetime] | None, typer.Option(formats=["%Y-%m-%d"], help="A meeting; may be repeated.")
    ] = None,
    papers: Annotated[
        list[datetime] | None,
        typer.Option(formats=["%Y-%m-%d"], help="When its papers are due; one for each --meeting."),
    ] = None,
    body: Annotated[str, typer.Option(help="Whose meetings these are.")] = "Board",
    digest_day: Annotated[str | None, typer.Option(help="The weekly digest's day: monday … sunday.")] = None,
    digest_at: Annotated[
        datetime | None, typer.Option(formats=["%H:%M"], help="The weekly digest's time.")
    ] = None,
    ask_at: Annotated[datetime | None, typer.Option(formats=["%H:%M"], help="When leads are asked.")] = None,
    cadence: Annotated[
        Cadence | None, typer.Option(help="What a round is tied to: meeting, monthly or weekly.")
    ] = None,
) -> None:
    """Set a partnership up: its channel, chairs, officers, times and meetings. What is not named stays."""
    meetings = _paired(meeting or [], papers or [])
    weekday = _weekday(digest_day)
    _check_channel(channel)
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        unheard_of = [name for name in (*(chair or ()), *(officer or ())) if not work.people.named(name)]
        wanted = replace(
            found,
            channel=channel or found.channel,
            rhythm=_rhythm(found, cadence, weekday, digest_at, ask_at),
            chairs=_people(work, chair) or found.chairs,
            officers=_people(work, officer) or found.officers,
        )
        if wanted != found:
            service.set_up(
                work,
                found.id,
                actor=None,
                channel=wanted.channel,
                rhythm=wanted.rhythm,
                chairs=wanted.chairs,
                officers=wanted.officers,
            )
        for on, papers_due in meetings:
            service.add_meeting(
                work,
                found.id,
                body=body,
                on=Timescale.of_day(on, on.isoformat()),
                papers_due_on=papers_due,
            )
        typer.echo(_summary(work, wanted))
        typer.echo(_advice(work, wanted, unheard_of), nl=False)


def _check_channel(channel: str | None) -> None:
    if channel is not None and CHANNEL_ID.fullmatch(channel) is None:
        raise typer.BadParameter(
            f"“{channel}” is not a channel's id. Slack shows it at the foot of the channel's details: "
            "it starts with C.",
            param_hint="--channel",
        )


def _paired(meetings: list[datetime], papers: list[datetime]) -> list[tuple[date, date | None]]:
    if papers and len(papers) != len(meetings):
        raise typer.BadParameter(
            f"there are {len(meetings)} meetings and {len(papers)} paper dates; give one for each, in order.",
            param_hint="--papers",
        )
    deadlines: list[date | None] = [paper.date() for paper in papers] or [None for _ in meetings]
    paired = [(meeting.date(), deadline) for meeting, deadline in zip(meetings, deadlines, strict=True)]
    for meeting, deadline in paired:
        if deadline is not None and deadline > meeting:
            raise typer.BadParameter(
                f"the papers of {dates.weekday_with_year(meeting)} would be due after it, on "
                f"{dates.weekday_with_year(deadline)}.",
                param_hint="--papers",
            )
    return paired


def _weekday(name: str | None) -> int | None:
    if name is None:
        return None
    if name.casefold() not in WEEKDAYS:
        raise typer.BadParameter(f"“{name}” is not a day of the week.", param_hint="--digest-day")
    return WEEKDAYS.index(name.casefold()) + 1


def _rhythm(
    partnership: Partnership,
    cadence: Cadence | None,
    weekday: int | None,
    digest_at: datetime | None,
    ask_at: datetime | None,
) -> Rhythm:
    rhythm = partnership.rhythm
    return replace(
        rhythm,
        cadence=cadence or rhythm.cadence,
        digest_weekday=weekday or rhythm.digest_weekday,
        digest_at=_wall(digest_at) or rhythm.digest_at,
        ask_at=_wall(ask_at) or rhythm.ask_at,
    )


def _wall(given: datetime | None) -> time | None:
    return given.time() if given else None


def _people(work: UnitOfWork, names: list[str] | None) -> tuple[PersonId, ...]:
    return tuple(work.people.add(name, ()).id for name in names or [])


def _summary(work: UnitOfWork, partnership: Partnership) -> str:
    def names(ids: tuple[PersonId, ...]) -> str:
        return ", ".join(work.people.get(one).name for one in ids) or "nobody yet"

    rhythm = partnership.rhythm
    day = WEEKDAYS[rhythm.digest_weekday - 1].title()
    meetings = "; ".join(_told(meeting) for meeting in work.meetings.of(partnership.id)) or "none yet"
    return "\n".join(
        (
            f"{partnership.name}",
            f"  Channel: {partnership.channel or 'not set: digests wait until it is'}",
            f"  Chairs: {names(partnership.chairs)}",
            f"  Board officers: {names(partnership.officers)}",
            f"  Digest: {day} {rhythm.digest_at:%H:%M} ({partnership.zone})",
            f"  Leads are asked: each {rhythm.cadence.value} round, at {rhythm.ask_at:%H:%M}",
            f"  Meetings: {meetings}",
        )
    )


def _told(meeting: Meeting) -> str:
    papers = meeting.papers_due_on
    due = f", papers due {dates.weekday_with_year(papers)}" if papers else ""
    is_fixed = meeting.on.precision is Precision.DAY
    on = dates.weekday_with_year(meeting.on.end) if is_fixed else dates.timescale(meeting.on)
    return f"{meeting.body}, {on}{due}"


def _advice(work: UnitOfWork, partnership: Partnership, unheard_of: list[str]) -> str:
    """What still keeps the chairs and board officers from using the bot; empty when nothing does."""
    lines = ""
    if unheard_of:
        lines += (
            f"New, and named in no plan: {', '.join(unheard_of)}. "
            "If a plan spells a name otherwise, give it as the plan does.\n"
        )
    everybody = (work.people.get(one) for one in (*partnership.officers, *partnership.chairs))
    without = list(dict.fromkeys(one.name for one in everybody if one.external_id is None))
    if without:
        lines += (
            f"Not linked to an account yet: {', '.join(without)}.\n"
            f'Type: leadline people link "{without[0]}" U012ABCDEF\n'
        )
    return lines
