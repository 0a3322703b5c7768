"""`record 2.7` and `record close 3`: what an officer types for a freedom-of-information request."""

from __future__ import annotations

from bot.card import Card
from bot.card_files import CardFile
from bot.disclosure import RequestId, covered
from bot.errors import NotFound
from bot.exporting.table import Format
from bot.partnership import Person
from bot.phrases import disclosures as say
from bot.ports import UnitOfWork
from bot.services.context.refusing import not_allowed_here
from bot.services.keeping.disclosing import close, disclose, plans_run_by


def record_of(work: UnitOfWork, person: Person, ref: str) -> Card:
    """Everything held on what this number covers, in Word and Excel; made when they are sent.

    Raises `NotAllowed` for somebody who runs no plan.
    """
    plans = plans_run_by(work, person)
    if not plans:
        raise not_allowed_here(work, person, "give the record")
    plan = next((plan for plan in plans if covered(plan.actions, ref)), None)
    if plan is None:
        return say.nothing_of(ref)
    found = disclose(work, plan, ref, person)
    kinds = (Format.DOCX, Format.XLSX)
    return say.card(found, tuple(CardFile(plan.id, person.id, kind.value, found.asked) for kind in kinds))


def close_request(work: UnitOfWork, person: Person, number: str) -> Card:
    """End a request, so that what it held may be deleted again."""
    try:
        close(work, RequestId(int(number)), person)
    except NotFound:
        return say.no_request(int(number))
    return say.closed(int(number))
