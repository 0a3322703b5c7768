"""Handing actions over: the lead changes, the history stays, and both leads are told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.handovers import HandOver
from bot.partnership import Person, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import handing_over as say
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.places import Places
from bot.services.context.targets import Target
from bot.services.persons.absences import led_by
from bot.services.persons.people_orders import one_person

_NEW = re.compile(r"\s*\(new\)$", re.IGNORECASE)


def on_hand_over(ordered: Ordered) -> Card:
    """ "hand over everything of R Dunmore to T Vance", "hand 1.6 to J Tranter", "hand over R Dunmore"."""
    work, order = ordered.work, ordered.order
    if order.ref:
        action = ordered.place().action
        last = one_person(ordered, order.other) if order.other else _reporting(work, action)
        actions: tuple[Action, ...] = (action,)
    else:
        last = one_person(ordered, order.other)
        actions = run_by(work, ordered.person, last.id)
    check_may_hand_over(work, ordered.person, last, actions)
    if not actions:
        return say.nothing_led(last.name)
    if not order.words:
        ask = say.who_takes if last.is_active else say.account_closed
        return ask(int(last.id), last.name, actions)
    to = person_named(work, order.words)
    if to is None:
        return say.nobody_called(order.words, last.name)
    return hand_over(work, ordered.person, last, to, actions)


def run_by(work: UnitOfWork, actor: Person, lead_id: PersonId) -> tuple[Action, ...]:
    """The open actions somebody leads in plans that the actor runs."""
    places = Places(work)
    return tuple(
        one
        for one in led_by(work, lead_id)
        if any(lead.person_id == lead_id for lead in one.leads)  # what a post leads stays the post's
        and can_run(actor, places.of(one.id).partnership)
    )


def _reporting(work: UnitOfWork, action: Action) -> Person:
    if not action.reporting_leads:
        raise NotFound(f"a lead of {action.ref}")
    return work.people.get(action.reporting_leads[0].person_id)


def check_may_hand_over(work: UnitOfWork, actor: Person, last: Person, actions: Sequence[Action]) -> None:
    """Raise unless the actor runs every plan concerned; of nothing they run, its officers are named."""
    places = Places(work)
    for action in actions or led_by(work, last.id)[:1]:
        check_can_run(actor, places.of(action.id).partnership, work.people.get)


def person_named(work: UnitOfWork, typed: str) -> Person | None:
    """The one person of this name; made when the name is followed by "(new)"."""
    name = " ".join(_NEW.sub("", typed).split())
    found = work.people.named(name)
    if len(found) == 1:
        return found[0]
    return work.people.add(name, ()) if _NEW.search(typed) and not found else None


def hand_over(work: UnitOfWork, actor: Person, last: Person, to: Person, actions: Sequence[Action]) -> Card:
    """Let another lead take these, all or none. Raises `NotAllowed`."""
    check_may_hand_over(work, actor, last, actions)
    places = Places(work)
    moved = [action for action in actions if to.id != last.id]
    for action in moved:
        work.handovers.add(HandOver(action.id, last.id, to.id, actor.id, work.now))
        event = AuditEvent(
            places.of(action.id).partnership.id,
            Verb.HANDED_OVER,
            actor.id,
            f"action:{action.id}",
            {"from": last.id, "to": to.id},
        )
        work.audit.append(event, work.now)
    ids = [int(action.id) for action in moved]
    for reader, what in ((to, "now_leads"), (last, "led_before")):
        _tell(work, reader, what, ids, {"last": last.id, "to": to.id, "by": actor.id})
    return say.done(actions, last.name, to.name, reached=to.external_id is not None)


def _tell(work: UnitOfWork, reader: Person, what: str, ids: list[int], who: dict[str, int]) -> None:
    if reader.is_active and ids:
        key = f"handed-over:{what}:{ids[0]}:{work.now.isoformat()}"
        notify(work, None, reader, key, {"say": what, "actions": ids, **who})


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What either lead is told."""
    held, places = subject["actions"], Places(work)
    actions = [places.action(ActionId(int(one))) for one in held] if isinstance(held, list) else []

    def name(role: str) -> str:
        return work.people.get(PersonId(int(str(subject[role])))).name

    if subject["say"] == "now_leads":
        return say.to_new_lead(actions, name("last"))
    return say.to_last_lead(actions, name("to"), name("by"))


def on_choose(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks who takes a leaver's actions."""
    last, actions = leaver(work, person, target)
    return say.form(int(last.id), last.name, actions)


def save(work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]) -> Answer | FormErrors:
    """Hand everything to whoever is named."""
    last, actions = leaver(work, person, target)
    to = person_named(work, answers.get("name", ""))
    if to is None:
        return FormErrors({"name": say.unknown_to_form(answers.get("name", ""))})
    return Answer(hand_over(work, person, last, to, actions), Placement.REPLACE)


def leaver(work: UnitOfWork, person: Person, target: Target) -> tuple[Person, tuple[Action, ...]]:
    """Somebody whose actions are to pass on, and those of them that this person runs. Raises `NotAllowed` or
    `NotFound`."""
    if target.person is None:
        raise NotFound("the person this button was for")
    last = work.people.get(target.person)
    actions = run_by(work, person, last.id)
    check_may_hand_over(work, person, last, actions)
    if not actions:
        raise NotFound("an open action of theirs")
    return last, actions
