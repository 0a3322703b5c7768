"""A misreading that a digest or a pack repeated is put right: in place, in the thread, and to the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot import errata
from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.conversation import FieldChange, ProgressUpdate, UpdateId
from bot.dated import DIGESTS, DatedRecord, Erratum, ErratumState
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed
from bot.digest import Digest, period_key
from bot.errors import AlreadySettled, NotFound
from bot.instants import local_day, local_time
from bot.partnership import Partnership, Person
from bot.permissions import check_can_share
from bot.phrases import digests
from bot.phrases import errata as say
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import place_of
from bot.services.context.targets import Target

LOOK_BACK = timedelta(days=70)
"""Records older than this are history: nobody is told that a lead corrects what they said of them."""

DUE_BEFORE = timedelta(days=14)
"""No digest is made longer than this after it was due."""


def put_records_right(
    work: UnitOfWork,
    plan: ActionPlan,
    partnership: Partnership,
    corrected: ProgressUpdate,
    update: ProgressUpdate,
    changed: Sequence[FieldChange],
) -> None:
    """Correct every record made between a misread update and the one that sets it right."""
    if update.action_id is None or corrected.settled_at is None:
        return
    misread = {one.field for one in corrected.changed}
    meant = [one for one in changed if one.field in misread]
    since = max(corrected.settled_at, work.now - LOOK_BACK)
    is_undone = corrected.id == update.id
    for record in _that_may_repeat(work, partnership, corrected, since):
        printed = errata.shown_in(record.facts, update.action_id)
        if printed is None:
            continue
        earlier = [one for one in work.records.errata(record.id) if one.action_id == printed.id]
        shown = errata.as_corrected(printed, [one for noted in earlier for one in noted.changed])
        wrong = errata.misstated(shown, meant)
        if not wrong:
            continue
        before = _as_corrected(work, partnership, plan, record)
        is_digest = record.kind in DIGESTS and before is not None
        held = wrong if is_digest else errata.against_print(printed, wrong)
        noted = work.records.correct(record.id, shown.id, update.id, work.now, held)
        event = AuditEvent(
            partnership.id,
            Verb.MISREADING_CORRECTED,
            update.person_id,
            f"record:{record.number}",
            {"action": shown.id, "update": update.id, "fields": [one.field for one in wrong]},
        )
        work.audit.append(event, work.now)
        if is_digest and before is not None:
            _edit(work, partnership, plan, record, before, shown, wrong, is_undone=is_undone)
        else:
            _tell_board(work, partnership, record, noted, shown)


def _that_may_repeat(
    work: UnitOfWork, partnership: Partnership, corrected: ProgressUpdate, since: datetime
) -> tuple[DatedRecord, ...]:
    """The records made since an update was saved, and those it had itself put right."""
    made_since = work.records.since(partnership.id, since)
    put_right = [work.records.get(one.record_id) for one in work.records.corrected_by(corrected.id)]
    return tuple({one.id: one for one in (*put_right, *made_since)}.values())


def _as_corrected(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, record: DatedRecord
) -> Digest | None:
    """A digest with the corrections it has had so far."""
    digest = record.facts
    if not isinstance(digest, Digest):
        return None
    for one in work.records.errata(record.id):
        at = f"{local_time(one.at, partnership.zone):%H:%M}"
        digest = errata.put_right(digest, one.action_id, one.changed, plan, at)
    return digest


def _edit(
    work: UnitOfWork,
    partnership: Partnership,
    plan: ActionPlan,
    record: DatedRecord,
    before: Digest,
    action: Action,
    wrong: Sequence[FieldChange],
    *,
    is_undone: bool,
) -> None:
    """Give the posted messages that said it other words, and say so in the thread."""
    now = local_time(work.now, partnership.zone)
    after = errata.put_right(before, action.id, wrong, plan, f"{now:%H:%M}")
    posted = _posted(work, partnership, record)
    if not posted:
        return
    was, right = digests.cards(before), digests.cards(after)
    for part, delivery in enumerate(posted):
        card = right[part] if part < len(right) else say.gone_from_list(f"{now:%H:%M}")
        if part >= len(was) or was[part] != card:
            _owe(
                work, partnership, delivery, DeliveryKind.CORRECTION, f"{action.id}:{part}", card, edits=True
            )
    for part, card in enumerate(right[len(posted) :], start=len(posted)):
        _owe(work, partnership, posted[0], DeliveryKind.NOTICE, f"{action.id}:{part}", card)
    same_totals = errata.same_totals(before, after)
    note = say.in_thread(action, wrong, now, same_totals=same_totals, is_undone=is_undone)
    _owe(work, partnership, posted[0], DeliveryKind.NOTICE, f"{action.id}:note", note)


def _posted(work: UnitOfWork, partnership: Partnership, record: DatedRecord) -> list[Delivery]:
    """The messages a digest was posted in, header first, wherever such digests go by now."""
    strand = record.facts.workstream if isinstance(record.facts, Digest) else None
    key = period_key(record.number.partition(" ")[0], strand)
    parts = {
        one.owed.part: one
        for one in work.owing.recent(DeliveryKind.WEEKLY_DIGEST.value, record.as_at - DUE_BEFORE)
        if one.owed.partnership_id == partnership.id
        and one.owed.period_key == key
        and one.state is DeliveryState.POSTED
    }
    found: list[Delivery] = []
    while len(found) in parts:
        found.append(parts[len(found)])
    return found


def _owe(
    work: UnitOfWork,
    partnership: Partnership,
    of: Delivery,
    kind: DeliveryKind,
    key: str,
    card: Card,
    *,
    edits: bool = False,
) -> None:
    work.owing.owe(
        Owed(
            channel=of.owed.channel,
            kind=kind,
            period_key=f"corrected:{of.owed.period_key}:{key}:{work.now.isoformat()}",
            due_at=work.now,
            subject={"say": "correction"},
            partnership_id=partnership.id,
            thread_ts=None if edits else of.posted_ts,
            edits_ts=of.posted_ts if edits else None,
            body=card,
        )
    )


def _tell_board(
    work: UnitOfWork, partnership: Partnership, record: DatedRecord, noted: Erratum, action: Action
) -> None:
    is_right = errata.is_right_after_all(noted.changed)
    text = say.line(record.number, action.ref, noted.changed)
    card = say.right_after_all(record.number, action.ref) if is_right else say.to_board(noted.id, text)
    for person_id in dict.fromkeys((*partnership.chairs, *partnership.officers)):
        person = work.people.get(person_id)
        notify(work, partnership, person, f"erratum:{noted.id}", {"say": "erratum"}, body=card)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What an update has put right: digests by their day, packs by their number."""

    digests: tuple[date, ...]
    packs: tuple[str, ...]


def records_corrected(work: UnitOfWork, update_id: UpdateId, partnership: Partnership) -> Corrected:
    """The digests and packs that an update has put right."""
    records = [work.records.get(one.record_id) for one in work.records.corrected_by(update_id)]
    digests = [local_day(one.as_at, partnership.zone) for one in records if one.kind in DIGESTS]
    packs = [one.number for one in records if one.kind not in DIGESTS]
    return Corrected(tuple(dict.fromkeys(digests)), tuple(packs))


def on_copy(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The erratum line alone."""
    _, _, text, _ = _asked(work, person, target)
    return Answer(say.to_copy(text), Placement.PRIVATE)


def on_issue(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put the erratum line into the thread of the pack's digest."""
    noted, record, text, partnership = _asked(work, person, target)
    _settle(work, person, partnership, noted, ErratumState.ISSUED)
    key = f"board:{record.meeting_id}:pack"
    channel = partnership.channel or ""
    header = work.owing.find(channel, DeliveryKind.PRE_BOARD.value, key)
    if header is not None and header.posted_ts is not None:
        card = say.issued(text, person.name)
        _owe(work, partnership, header, DeliveryKind.NOTICE, f"erratum:{noted.id}", card)
    return Answer(say.settled(is_issued=True), Placement.PRIVATE)


def on_raise(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Note that the erratum is raised in the meeting."""
    noted, _, _, partnership = _asked(work, person, target)
    _settle(work, person, partnership, noted, ErratumState.RAISED)
    return Answer(say.settled(is_issued=False), Placement.PRIVATE)


def _asked(work: UnitOfWork, person: Person, target: Target) -> tuple[Erratum, DatedRecord, str, Partnership]:
    """The erratum a button carries, for a chair or officer of its partnership. Raises `NotAllowed`."""
    if target.erratum is None:
        raise NotFound("the correction this button was for")
    noted = work.records.erratum(target.erratum)
    record = work.records.get(noted.record_id)
    partnership = work.partnerships.get(record.partnership_id)
    check_can_share(person, partnership, work.people.get)
    text = say.line(record.number, place_of(work, noted.action_id).action.ref, noted.changed)
    return noted, record, text, partnership


def _settle(
    work: UnitOfWork, person: Person, partnership: Partnership, noted: Erratum, state: ErratumState
) -> None:
    if noted.state is not ErratumState.READY:
        raise AlreadySettled(noted.state.value)
    work.records.settle(noted.id, state)
    values: dict[str, object] = {"state": state.value}
    event = AuditEvent(partnership.id, Verb.ERRATUM_SETTLED, person.id, f"erratum:{noted.id}", values)
    work.audit.append(event, work.now)
