"""The whole examination, in the order in which one thing rests on another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import LeadlineError, UnfitDatabase
from bot.phrases.refusals import sentence
from bot.ports import Clock
from bot.workstreams import posts_digest
from handlers.slack.examination import Examiner, TokenSeen
from leadline.config import Settings
from leadline.doctor import slack
from leadline.doctor.database import database, zones
from leadline.doctor.files import audit_key_found, files
from leadline.doctor.finding import Finding, Verdict, mend, right
from storage.engine import sqlite_file
from storage.examination import examined
from storage.record import Record


@dataclass(frozen=True, slots=True)
class Place:
    """Where a partnership posts, and the zone it lives in."""

    partnership: str
    channel: str | None
    zone: str


def examine(settings: Settings, clock: Clock, env_file: Path) -> Iterator[Finding]:
    """Look at everything; nothing is made, changed or posted."""
    yield from files(settings, env_file)
    tokens = slack.tokens(settings)
    yield tokens
    yield slack.command(settings)
    examiner, seen = Examiner(settings.slack_bot_token, settings.slack_api_url, clock), None
    if tokens.verdict is Verdict.RIGHT:
        for found in slack.workspace(examiner, settings):
            if isinstance(found, TokenSeen):
                seen = found
            else:
                yield found
    places: list[Place] = []
    yield from _record(settings, clock, seen, places)
    yield zones(place.zone for place in places)
    if seen is not None:
        for place in places:
            yield slack.channel(examiner, place.partnership, place.channel, settings.slack_api_url)


def _record(
    settings: Settings, clock: Clock, seen: TokenSeen | None, places: list[Place]
) -> Iterator[Finding]:
    """The database, and the places its partnerships are at in the workspace that was seen, or in all."""
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        yield right("database", "none yet: it is made when it is first needed")
        return
    try:
        with examined(settings.database_url, clock) as (found, record):
            yield from database(found, clock.now())
            key = audit_key_found(settings.audit_key_file, found.audit_events)
            if key is not None:
                yield key
            if found.is_current:
                places += _places(record, None if seen is None else seen.team_id)
    except (UnfitDatabase, LeadlineError) as unfit:
        yield mend("database", sentence(unfit))


def _places(record: Record, team: str | None) -> Iterator[Place]:
    for workspace in record.workspaces.all():
        if team is None or workspace.external_id in ("", team):
            with record.open_work(workspace.id, read_only=True) as work:
                for one in work.partnerships.all():
                    yield Place(one.name, one.channel, one.zone)
                    for strand in work.workstreams.of(one.id):
                        if posts_digest(strand, one):
                            yield Place(f"{one.name}, {strand.name}", strand.channel, one.zone)
