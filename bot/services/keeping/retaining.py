"""What has been kept long enough is forgotten; and a plan ends, from when its words' time counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.changes import AuditEvent, Verb
from bot.partnership import PartnershipId
from bot.ports import UnitOfWork
from bot.retention import Kept, Outdated

_AT_ONCE = 500
"""More are not named in one question to the record."""


def outdated(work: UnitOfWork) -> tuple[Outdated, ...]:
    """Everything whose time is over. `work` may be one that only reads."""
    return work.retention.outdated(work.now)


def forget(work: UnitOfWork, among: Sequence[Outdated]) -> Mapping[Kept, int]:
    """Forget what of these has had its time still; how much, on every chain, when it was anything."""
    done = dict.fromkeys(Kept, 0)
    for begin in range(0, len(among), _AT_ONCE):
        for kind, number in work.retention.forget(work.now, among[begin : begin + _AT_ONCE]).items():
            done[kind] += number
    if any(done.values()):
        values: dict[str, object] = {kind.value: number for kind, number in done.items() if number}
        for partnership in work.partnerships.all():
            event = AuditEvent(partnership.id, Verb.WORDS_DELETED, None, "retention", values)
            work.audit.append(event, work.now)
    return done


def forget_due(work: UnitOfWork) -> Mapping[Kept, int]:
    """Forget everything whose time is over, in one unit of work."""
    return forget(work, outdated(work))


def set_years(work: UnitOfWork, partnership_id: PartnershipId, years: int) -> None:
    """Say how many years after a plan's end its words are kept."""
    was = work.retention.years(partnership_id)
    work.retention.set_years(partnership_id, years)
    values: dict[str, object] = {"was": was, "now": years}
    subject = f"partnership:{partnership_id}"
    work.audit.append(AuditEvent(partnership_id, Verb.RETENTION_SET, None, subject, values), work.now)
