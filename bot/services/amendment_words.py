"""Yes, no and undo in words, where an amendment is what they answer."""

from __future__ import annotations

from bot.amending import AmendmentKind, KeptAmendment
from bot.card import Card
from bot.commands import Name
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services.amend import read_back
from bot.services.asked import last_saved, pending
from bot.services.commanding import UNDO_LASTS
from bot.services.press_amendment import drop, save, undo


def answered_in_words(work: UnitOfWork, person: Person, name: Name) -> Card | None:
    """What the word does to the newest amendment; None where it answers something else."""
    if name is Name.UNDO:
        kept = _last_saved(work, person)
        return undo(work, person, kept) if kept is not None else None
    kept = _draft(work, person) if name in (Name.YES, Name.NO) else None
    if kept is None:
        return None
    if name is Name.NO:
        return drop(work, person, kept)
    is_asked = kept.amendment.kind is AmendmentKind.WORDS and kept.amendment.is_correction is None
    return read_back(work, kept) if is_asked else save(work, person, kept)


def _draft(work: UnitOfWork, person: Person) -> KeptAmendment | None:
    kept = work.amendments.latest_open(person.id)
    newer = kept is not None and any(one.made_at > kept.made_at for one in pending(work, person))
    return None if newer else kept


def _last_saved(work: UnitOfWork, person: Person) -> KeptAmendment | None:
    """What this person saved last, unless they have saved an update since, or it is a round ago."""
    kept = work.amendments.last_saved(person.id)
    if kept is None or kept.settled_at is None or work.now - kept.settled_at > UNDO_LASTS:
        return None
    since = (one.settled_at for one in last_saved(work, person) if one.settled_at is not None)
    return None if any(at > kept.settled_at for at in since) else kept
