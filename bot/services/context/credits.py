"""Whose word an update is, as it is shown beside it."""

from __future__ import annotations

from bot.conversation import HeardBy, ProgressUpdate
from bot.phrases import credits as say
from bot.ports import UnitOfWork


def said_by(work: UnitOfWork, update: ProgressUpdate) -> str:
    """ "S Okoro", "J Tranter for S Okoro", or "L Pashley, by phone 24 Sept, entered by P Lowell"."""
    source, name = update.source, work.people.get(update.person_id).name
    if source.on_behalf_of is not None:
        name = say.for_lead(name, work.people.get(source.on_behalf_of).name)
    if source.entered_by is None:
        return name
    entered_by = work.people.get(source.entered_by).name
    return say.relayed(name, source.by or HeardBy.ELSEWHERE, source.on, entered_by)
