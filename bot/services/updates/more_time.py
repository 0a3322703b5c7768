"""More time for an action: asked by its lead, decided by somebody else of the board, on record."""

from __future__ import annotations

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.delivery import DeliveryKind, Owed
from bot.governance import ExtensionRequest, ExtensionState
from bot.instants import local_day
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import can_decide_extension, check_can_ask_more_time
from bot.phrases import more_time as say
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import Place, place_of
from bot.timescale import Timescale


def pending(work: UnitOfWork, action_id: ActionId) -> ExtensionRequest | None:
    """The request that waits to be decided, if one does."""
    return next(
        (one for one in work.extensions.of_action(action_id) if one.state is ExtensionState.PENDING), None
    )


def deciders(work: UnitOfWork, place: Place, asked_by: PersonId) -> tuple[Person, ...]:
    """Who of the board may decide: nobody who leads the action or asked, chairs first."""
    board = dict.fromkeys((*place.partnership.chairs, *place.partnership.officers))
    return tuple(
        person
        for member in board
        if can_decide_extension(person := work.people.get(member), place.action, place.partnership, asked_by)
    )


def ask(work: UnitOfWork, person: Person, place: Place, wanted: Timescale, reason: str) -> Card:
    """Put a lead's request to those who may decide it. Raises `NotAllowed`; what else stops it is said."""
    check_can_ask_more_time(person, place.action, place.partnership)
    waiting = pending(work, place.action.id)
    if waiting is not None:
        return say.pending_already(waiting, place.action)
    agreed = place.action.approved_due
    if agreed is not None and wanted.end <= agreed.end:
        return say.nothing_asked(say.not_later(place.action, wanted))
    request = work.extensions.add(place.action.id, person.id, agreed, wanted, reason, work.now)
    audit(work, place.partnership, Verb.EXTENSION_ASKED, person, request, words=reason)
    asked = deciders(work, place, person.id)
    for member in asked:
        owe_about(work, place, member, f"extension:{request.id}:{member.id}", "extension", request)
    leads_it = person.id in (*place.partnership.chairs, *place.partnership.officers)
    names = [with_role(member, place.partnership) for member in asked]
    return say.asked(place.action, request, names, leads_it=leads_it)


def take_back(work: UnitOfWork, person: Person, request: ExtensionRequest) -> Card:
    """The lead needs no more time after all; those who were asked are told."""
    place = place_of(work, request.action_id)
    check_can_ask_more_time(person, place.action, place.partnership)
    settled = work.extensions.settle(request.id, ExtensionState.WITHDRAWN, work.now, person.id)
    audit(work, place.partnership, Verb.EXTENSION_TAKEN_BACK, person, settled)
    owe_cards_redrawn(work, settled)
    for member in deciders(work, place, request.asked_by):
        owe_about(work, place, member, f"extension:{request.id}:back:{member.id}", "extension_back", request)
    return say.taken_back(place.action)


def owe_cards_redrawn(work: UnitOfWork, request: ExtensionRequest) -> None:
    """Everybody who was asked sees on the card they were sent what has become of the request since, so that
    nobody decides what is decided, or by chair's action what a board is to decide."""
    place = place_of(work, request.action_id)
    for member in deciders(work, place, request.asked_by):
        account = member.external_id
        if account is None:
            continue
        key = f"extension:{request.id}:{member.id}"
        sent = work.owing.find(account, DeliveryKind.NOTICE.value, key)
        if sent is None or sent.posted_ts is None:
            continue  # what is not posted yet is composed when it is
        work.owing.owe(
            Owed(
                channel=account,
                kind=DeliveryKind.NOTICE,
                period_key=f"{key}:redrawn:{work.now.isoformat()}",
                due_at=work.now,
                subject={"say": "extension", "extension": request.id},
                partnership_id=place.partnership.id,
                edits_ts=sent.posted_ts,
            )
        )


def card_for(work: UnitOfWork, request: ExtensionRequest) -> Card:
    """The request as it is put to somebody who may decide it."""
    place = place_of(work, request.action_id)
    meetings = work.meetings.of(place.partnership.id)
    today = local_day(work.now, place.partnership.zone)
    coming = next((one for one in meetings if one.on.end >= today), None)
    down_for = next((one for one in meetings if one.id == request.meeting_id), None)
    return say.card(place.action, request, work.people.get(request.asked_by).name, coming, down_for)


def to_decide(work: UnitOfWork, person: Person, partnership: Partnership) -> tuple[ExtensionRequest, ...]:
    """The pending requests of a partnership that this person may decide."""
    plans = [plan for plan in work.plans.live() if plan.partnership_id == partnership.id]
    actions = {action.id: action for plan in plans for action in plan.actions}
    return tuple(
        one
        for one in work.extensions.of_plans([plan.id for plan in plans])
        if one.state is ExtensionState.PENDING
        and can_decide_extension(person, actions[one.action_id], partnership, one.asked_by)
    )


def owe_about(
    work: UnitOfWork, place: Place, to: Person, key: str, what: str, request: ExtensionRequest
) -> None:
    """Owe somebody a notice about a request."""
    notify(work, place.partnership, to, key, {"say": what, "extension": request.id})


def role(person: Person, partnership: Partnership) -> str:
    """What somebody of the board is to it."""
    if person.id in partnership.chairs:
        return "chair" if len(partnership.chairs) == 1 else "co-chair"
    return "board officer"


def with_role(person: Person, partnership: Partnership) -> str:
    """ "Cllr A Merrin (chair)"."""
    return f"{person.name} ({role(person, partnership)})"


def audit(
    work: UnitOfWork,
    partnership: Partnership,
    verb: Verb,
    person: Person,
    request: ExtensionRequest,
    *,
    words: str | None = None,
) -> None:
    """Put what happened to a request on record."""
    values: dict[str, object] = {
        "action": request.action_id,
        "wanted": request.wanted.end.isoformat(),
        "minute": request.minute_ref,
        "meeting": request.meeting_id,
    }
    event = AuditEvent(
        partnership.id, verb, person.id, f"extension:{request.id}", values, words=words or None
    )
    work.audit.append(event, work.now)
