"""The people an amendment names: as they are known here, and those whom nobody knows yet."""

from __future__ import annotations

import re

from bot.amending import Amendment, roles_of
from bot.importing.names import read_leads
from bot.ports import UnitOfWork

_NEW = re.compile(r"\s*\(new\)$", re.IGNORECASE)


def new_here(work: UnitOfWork, amendment: Amendment) -> list[str]:
    """The people an amendment names whom nobody here knows yet."""
    return [name for name in names_of(amendment) if not work.people.named(name)]


def names_of(amendment: Amendment) -> list[str]:
    """The people who come to lead something by it, once each."""
    named_now = [*amendment.leads, *(name for part in amendment.parts for name in part.leads)]
    were = {name for name, _ in roles_of(amendment.leads_were)}
    return list(dict.fromkeys(name for name, _ in roles_of(named_now) if name not in were))


def named(work: UnitOfWork, typed: str) -> str:
    """A person's name as it is known here, however it was typed; as typed where it is not."""
    name = " ".join(_NEW.sub("", typed).split())
    found = work.people.named(name)
    return found[0].name if len(found) == 1 else name


def all_named(work: UnitOfWork, typed: str) -> tuple[str, ...]:
    """Every person of "S Okoro and K Bramley", by the names they are known by."""
    found = read_leads(typed)
    return tuple(named(work, one.name) for one in found) or ((named(work, typed),) if typed else ())
