"""What somebody said elsewhere, entered for them: read as theirs, saved once whoever entered it confirms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.conversation import Said, Source, Voice
from bot.errors import NotFound
from bot.language.reading import Context, Outcome, Reading
from bot.language.understand import understand
from bot.partnership import Person
from bot.permissions import can_relay, check_can_relay
from bot.ports import UnitOfWork
from bot.relaying import Relay, relay_in
from bot.services.context.replying import Heard, owe_beside
from bot.services.context.standings import today_of
from bot.services.context.view import View, context_of
from bot.services.persons.absences_told import take_absence
from bot.services.persons.people import partnerships_of
from bot.services.updates.take_updates import take


@dataclass(frozen=True, slots=True)
class Relayed:
    """Words that are relayed and whose they are; `speaker` is None when nobody here has that name alone."""

    relay: Relay
    speaker: Person | None
    today: date
    context: Context


def relayed_in(work: UnitOfWork, said: Said, view: View, person: Person) -> Relayed | None:
    """What a message relays, with what its reader needs to know of whose words it is. "S Okoro rang, 2.7a is
    amber" relays only what a lead of a plan told somebody who enters such words: from others it is news."""
    relay = relay_in(said.text)
    if relay is None or said.is_deleted:
        return None
    named = work.people.named(relay.name)
    speaker = named[0] if len(named) == 1 else None
    if relay.is_told and (
        speaker is None
        or speaker.id == person.id
        or not any(can_relay(person, one) and plan.led_by(speaker.id) for plan, one in view.plans)
    ):
        return None
    today = today_of(work, view.partnership) if view.partnership is not None else said.at.date()
    context = context_of(work, view, speaker, ()) if speaker is not None else Context()
    return Relayed(relay, speaker, today, context)


def take_relayed(
    work: UnitOfWork, heard: Heard, relayed: Relayed, reading: Reading, view: View
) -> dict[str, object]:
    """Propose what was said, in both names; the subject of the reply. Raises `NotAllowed` or `NotFound`."""
    speaker = relayed.speaker
    if speaker is None:
        raise NotFound(relayed.relay.name)
    concerned = partnerships_of(work, speaker.id)
    for partnership in concerned or tuple(one for _, one in view.plans[:1]):
        check_can_relay(heard.person, partnership, work.people.get)
    source = Source(entered_by=heard.person.id, by=relayed.relay.by, on=_heard_on(relayed))
    heard = replace(heard, voice=Voice(speaker.id, source))
    absence = take_absence(work, heard.person, reading, heard.said, of=speaker)
    if absence is not None and not reading.updates:
        return absence
    if absence is not None:
        owe_beside(work, heard, absence)
    if not reading.updates or reading.outcome is Outcome.NOT_UNDERSTOOD:
        return {"say": "nothing_relayed", "person": speaker.id}
    return take(work, heard, reading, view, frozenset())


def _heard_on(relayed: Relayed) -> date:
    """The day it was said: today, unless another was given."""
    if not relayed.relay.when:
        return relayed.today
    dates = understand(f"completed on {relayed.relay.when}", relayed.today, Context()).dates
    return min(dates[0].timescale.end, relayed.today) if dates else relayed.today
