"""What is arranged for a workstream: who runs it and where its digest goes; and the list of them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.orders import Order, OrderKind
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import can_run, check_can_run
from bot.phrases import workstreams as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.arrangements.set_up import check_free
from bot.services.context.ordered import Ordered
from bot.services.context.view import View
from bot.workstreams import Workstream, exactly, meant, names_in, posts_digest

_ID = re.compile(r"#?(?P<id>[CG][A-Z0-9]{6,})")
_NO = frozenset({"no", "none", "nothing"})
_NOBODY = re.compile(r"(?:nobody|no[\s-]one|none|no\s+group)", re.IGNORECASE)


def names_of(work: UnitOfWork, partnership: Partnership, plans: Iterable[ActionPlan]) -> dict[str, int]:
    """The workstreams of a partnership with how many actions each has in these plans: those that actions
    belong to, and those for which something is arranged."""
    found = names_in(plan for plan in plans if plan.partnership_id == partnership.id)
    for one in work.workstreams.of(partnership.id):
        if (one.channel or one.body) and exactly(one.name, found) is None:
            found[one.name] = 0
    return found


def set_channel(
    work: UnitOfWork, actor: PersonId | None, partnership: Partnership, name: str, channel: str | None
) -> Workstream:
    """Say where the digest of a workstream goes; None for nowhere. Raises `ChannelTaken` for a channel that
    is another partnership's."""
    if channel is not None:
        check_free(work, partnership.id, channel)
    one = work.workstreams.named(partnership.id, name)
    if channel != one.channel:
        work.workstreams.set_channel(one.id, channel)
    return _arranged(work, actor, one, channel=channel)


def restrict_channel(
    work: UnitOfWork, actor: PersonId | None, partnership: Partnership, name: str, *, is_restricted: bool
) -> Workstream:
    """Say whether restricted plans may be spoken of in a workstream's channel."""
    one = work.workstreams.named(partnership.id, name)
    work.workstreams.restrict_channel(one.id, is_restricted=is_restricted)
    return _arranged(work, actor, one, is_restricted=is_restricted)


def set_body(
    work: UnitOfWork, actor: PersonId | None, partnership: Partnership, name: str, body: str | None
) -> Workstream:
    """Say which of the partnership's groups runs a workstream; None for none."""
    one = work.workstreams.named(partnership.id, name)
    body_id = work.boards.named(partnership.id, body).id if body is not None else None
    work.workstreams.set_body(one.id, body_id)
    return _arranged(work, actor, one, body=body_id)


def _arranged(
    work: UnitOfWork, actor: PersonId | None, one: Workstream, **values: str | int | bool | None
) -> Workstream:
    event = AuditEvent(
        one.partnership_id, Verb.WORKSTREAM_ARRANGED, actor, f"workstream:{one.id}", dict(values)
    )
    work.audit.append(event, work.now)
    return work.workstreams.get(one.id)


def on_channel(ordered: Ordered) -> Card:
    """ "Finance's channel is #finance", "Finance has no channel"."""
    work, words = ordered.work, ordered.order.words
    partnership, name, count = _run(ordered)
    channel = None if words.casefold() in _NO else _channel(ordered, words)
    if channel is None and words.casefold() not in _NO:
        return say.which_channel(name)
    one = set_channel(work, ordered.person.id, partnership, name, channel)
    if channel is None:
        return say.no_channel(name)
    if not posts_digest(one, partnership):
        return say.partnerships_own(name)
    own = [plan for plan, of in ordered.view.plans if of.id == partnership.id]
    held_back = any(plan.is_restricted and name in names_in([plan]) for plan in own)
    return say.channel_set(name, channel, count, holds_restricted=held_back)


def on_marking(ordered: Ordered) -> Card:
    """ "Finance's channel is restricted"."""
    partnership, name, _ = _run(ordered)
    is_restricted = ordered.order.words.casefold() == "restricted"
    one = restrict_channel(ordered.work, ordered.person.id, partnership, name, is_restricted=is_restricted)
    return say.marked(name, is_restricted=is_restricted, has_channel=one.channel is not None)


def on_group(ordered: Ordered) -> Card:
    """ "Finance is run by the LIT subgroup", "Finance is run by nobody"."""
    work, words = ordered.work, ordered.order.words
    partnership, name, _ = _run(ordered)
    if _NOBODY.fullmatch(words):
        set_body(work, ordered.person.id, partnership, name, None)
        return say.group_set(name, None)
    said = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)
    bodies = bodies_of(work, partnership)
    body = body_meant(said, bodies)
    if body is None:
        return say.no_such_group(said, bodies)
    set_body(work, ordered.person.id, partnership, name, body)
    return say.group_set(name, body)


def on_workstreams(ordered: Ordered) -> Card:
    """ "workstreams": those of the partnership most likely meant."""
    partnership = ordered.view.partnership
    if partnership is None:
        raise NotFound("a plan of yours")
    plans = [plan for plan, of in ordered.view.plans if of.id == partnership.id]
    return listed(ordered.work, partnership, plans, may_run=can_run(ordered.person, partnership))


def listed(work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], *, may_run: bool) -> Card:
    """Every workstream with its actions and what is arranged for it; for whoever runs the partnership with
    the words that change it."""
    arranged: Mapping[str, Workstream] = {one.name: one for one in work.workstreams.of(partnership.id)}
    entries = [
        say.Entry(name, count, arranged.get(exactly(name, arranged) or ""))
        for name, count in names_of(work, partnership, plans).items()
        if count or may_run
    ]
    return say.listed_all(partnership, sorted(entries, key=lambda one: one.name.casefold()), may_run=may_run)


def speaks_of_a_workstream(work: UnitOfWork, person: Person, view: View, order: Order) -> bool:
    """Whether an order is one here: it says the word, or names a workstream there is; of what is new, what a
    board officer says."""
    if order.when or order.kind is OrderKind.WORKSTREAMS:
        return True
    runs = order.kind in _BEGINS and any(can_run(person, of) for _, of in view.plans)
    return runs or _known_as(work, person, view, order.other) is not None


_BEGINS = frozenset({OrderKind.WORKSTREAM, OrderKind.WORKSTREAM_CHANNEL})


def _known_as(work: UnitOfWork, person: Person, view: View, words: str) -> tuple[Partnership, str] | None:
    """The workstream in view that these words name, and whose it is; one that no action in view belongs to is
    known to those alone who arrange it."""
    for partnership in dict.fromkeys(of for _, of in view.plans):
        plans = [plan for plan, of in view.plans if of.id == partnership.id]
        runs = can_run(person, partnership)
        name = meant(words, names_of(work, partnership, plans) if runs else names_in(plans))
        if name is not None:
            return partnership, name
    return None


def _run(ordered: Ordered) -> tuple[Partnership, str, int]:
    """The workstream an order names, of a partnership this person runs, and how many actions it has. Raises
    `NotAllowed`, or `NotFound` where no action belongs to such a one."""
    work, view = ordered.work, ordered.view
    found = _known_as(work, ordered.person, view, ordered.order.other)
    if found is None:
        for _, partnership in view.plans[:1]:
            check_can_run(ordered.person, partnership, work.people.get)
        raise NotFound(f"a workstream called {ordered.order.other}")
    partnership, name = found
    check_can_run(ordered.person, partnership, work.people.get)
    return partnership, name, names_of(work, partnership, (plan for plan, _ in view.plans))[name]


def _channel(ordered: Ordered, words: str) -> str | None:
    """The id of the channel these words name: as the platform knows it, or as it was typed."""
    known = dict(ordered.channels)
    if (found := known.get(words.removeprefix("#").casefold())) is not None:
        return found
    typed = _ID.fullmatch(words)
    return typed["id"] if typed else None
