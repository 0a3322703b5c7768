"""Yes, no and undo in words, where an amendment, or a decision read back, is what they answer."""

from __future__ import annotations

from bot.amending import DRAFT_LASTS, AmendmentKind, KeptAmendment
from bot.card import Card
from bot.commands import Name
from bot.governance import Decision
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services.arrangements import calendar_confirmed
from bot.services.commanding import UNDO_LASTS
from bot.services.context.asked import last_saved, pending
from bot.services.context.targets import Target
from bot.services.governance import capture
from bot.services.plans.amend import read_back
from bot.services.plans.press_amendment import drop, save, undo


def answered_in_words(work: UnitOfWork, person: Person, name: Name) -> Card | None:
    """What the word does to the newest amendment, or decision; None where it answers something else."""
    if name is Name.UNDO:
        kept = _last_saved(work, person)
        return undo(work, person, kept) if kept is not None else None
    if name not in (Name.YES, Name.NO):
        return None
    meeting = calendar_confirmed.in_words(work, person, is_yes=name is Name.YES)
    if meeting is not None:
        return meeting
    kept, decision = _draft(work, person), _decision(work, person)
    if decision is not None and (kept is None or decision.made_at > kept.made_at):
        use = capture.on_save_decision if name is Name.YES else capture.on_drop_decision
        return use(work, person, Target(decision=decision.id)).card
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


def _decision(work: UnitOfWork, person: Person) -> Decision | None:
    """The decision or new action this person was read back last, while it can be meant."""
    found = work.decisions.latest_draft(person.id)
    if found is None or work.now - found.made_at > DRAFT_LASTS:
        return None
    return None if any(one.made_at > found.made_at for one in pending(work, person)) else found


def _last_saved(work: UnitOfWork, person: Person) -> KeptAmendment | None:
    """What this person saved last, unless they have saved an update since, or it is a round ago."""
    kept = work.amendments.last_saved(person.id)
    if kept is None or kept.settled_at is None or work.now - kept.settled_at > UNDO_LASTS:
        return None
    since = (one.settled_at for one in last_saved(work, person) if one.settled_at is not None)
    return None if any(at > kept.settled_at for at in since) else kept
