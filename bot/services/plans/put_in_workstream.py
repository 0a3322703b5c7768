"""Saying which actions belong to a workstream: by their numbers, or a theme's all at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conversation import MessageId
from bot.errors import NotFound
from bot.fields import changes_between
from bot.partnership import Person
from bot.permissions import check_can_amend
from bot.phrases import workstreams as say
from bot.plan import Action, ActionStatus, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements.workstreams import names_of
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.plans.amend import theme_meant
from bot.services.updates.changing import change
from bot.workstreams import exactly, meant

_NONE = frozenset({"no", "none", "nothing", "no workstream", "no sub-group", "nobody"})
_NUMBERS = re.compile(r"(?:(?-i:[A-Z]{2,5}) )?[A-Za-z]{0,3}\d[\w./()-]*")


def on_workstream(ordered: Ordered) -> Card:
    """ "workstream Finance: 1.4, 2.3", "1.4 belongs to Finance", "workstream Finance: theme 2"."""
    work, words, said = ordered.work, ordered.order.words, ordered.order.other
    places = _places(ordered, words)
    partnership = places[0].partnership
    if any(one.partnership.id != partnership.id for one in places):
        raise NotFound("one partnership that has all of these")
    check_can_amend(ordered.person, partnership, work.people.get)
    known = names_of(work, partnership, (plan for plan, _ in ordered.view.plans))
    if said.casefold() in _NONE:
        name = ""
    elif not ordered.order.when and work.people.named(said):
        return say.is_a_person(said, places[0].action.ref)
    else:  # a part of another's name begins a new one only where the word stands beside it
        name = (exactly(said, known) if ordered.order.when else meant(said, known)) or said
    moved = put(work, ordered.person, places, name, ordered.message_id)
    if not moved:
        return say.already(name, [one.action.ref for one in places])
    undo = " ".join(f"update:{one}" for _, one in moved if one is not None)
    were = [action for action, _ in moved]
    if not name:
        return say.taken_out(were, undo)
    total = known.get(name, 0) + sum(one.status is not ActionStatus.WITHDRAWN for one in were)
    strand = work.workstreams.named(partnership.id, name)
    others = () if name in known else sorted(known)
    return say.put(name, were, total, undo, others=others, has_channel=strand.channel is not None)


def put(
    work: UnitOfWork,
    person: Person | None,
    places: Sequence[Place],
    name: str,
    message_id: MessageId | None = None,
) -> list[tuple[Action, int | None]]:
    """Let these actions belong to the workstream of this name, "" for none: those that did not yet, as they
    were, each with the update that can be undone. Of a plan that is not live, and at the terminal (None), it
    is on record without one. The caller has checked the right to."""
    moved: list[tuple[Action, int | None]] = []
    for place in places:
        after = replace(place.action, workstream=name)
        changes = changes_between(place.action, after)
        if not changes:
            continue
        values: dict[str, object] = {"action": place.action.id}
        if name:
            values["workstream"] = work.workstreams.named(place.partnership.id, name).id
        update: int | None = None
        if person is not None and place.plan.state is PlanState.LIVE:
            words = f"workstream {name or 'none'}"
            update = change(
                work, person, place, after, Verb.WORKSTREAM_SET, words=words, message_id=message_id
            )
        else:
            work.plans.apply(changes, work.now)
            actor = person.id if person is not None else None
            subject = f"action:{place.action.id}"
            event = AuditEvent(place.partnership.id, Verb.WORKSTREAM_SET, actor, subject, values)
            work.audit.append(event, work.now)
        moved.append((place.action, update))
    return moved


def _places(ordered: Ordered, words: str) -> list[Place]:
    """The actions meant, each once. Raises `NotFound` or `SeveralActions`."""
    if not words.casefold().startswith("theme"):
        refs = dict.fromkeys(_NUMBERS.findall(words))
        return list({one.action.id: one for one in map(ordered.place, refs)}.values())
    for plan, _ in ordered.view.plans:
        theme = theme_meant(plan, words.split(maxsplit=1)[1])
        actions = [action for action in plan.actions if theme is not None and action.theme_ref == theme]
        if actions:
            return [place_of(ordered.work, action.id) for action in actions]
    raise NotFound(words)
