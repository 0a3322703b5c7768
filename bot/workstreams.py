"""Workstreams: strands of actions under one group ("Finance", "IMT"), which may cut across a plan's themes.

An action carries its workstream's name; what is said of the workstream itself (who runs it, where its digest
goes) is kept once, for all plans of a partnership.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NewType

from bot.partnership import Partnership, PartnershipId
from bot.plan import Action, ActionPlan, ActionStatus

WorkstreamId = NewType("WorkstreamId", int)


@dataclass(frozen=True, slots=True)
class Workstream:
    """A strand of a partnership's actions; within the partnership it is known by its name.

    `body` is the group that runs it, one of the partnership's own; `channel` the external id of the channel
    its digest goes to, None for none. A restricted plan is spoken of there only if `channel_is_restricted`.
    """

    id: WorkstreamId
    partnership_id: PartnershipId
    name: str
    body: str | None = None
    channel: str | None = None
    channel_is_restricted: bool = False


def is_called(name: str, words: str) -> bool:
    """Whether these words are that name, however they are written."""
    return _key(name) == _key(words)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def is_of(action: Action, name: str) -> bool:
    """Whether an action belongs to the workstream of this name."""
    return bool(action.workstream) and is_called(action.workstream, name)


def names_in(plans: Iterable[ActionPlan]) -> dict[str, int]:
    """The workstreams that actions of these plans belong to, as first written in printed order, and how many
    actions each has; what is withdrawn does not count."""
    written: dict[str, str] = {}
    found: dict[str, int] = {}
    for plan in plans:
        for action in plan.actions:
            if action.workstream:
                name = written.setdefault(_key(action.workstream), action.workstream)
                found[name] = found.get(name, 0) + (action.status is not ActionStatus.WITHDRAWN)
    return found


def exactly(words: str, names: Iterable[str]) -> str | None:
    """The name said in full, as it is written here."""
    return next((name for name in names if is_called(name, words)), None)


def meant(words: str, names: Iterable[str]) -> str | None:
    """The name said in full, or the only one that holds its words ("carers" of "Users and carers")."""
    known = tuple(names)
    said = set(_key(words).split())
    holding = [name for name in known if said <= set(_key(name).split())]
    return exactly(words, known) or (holding[0] if said and len(holding) == 1 else None)


def narrowed(plan: ActionPlan, name: str) -> ActionPlan:
    """The plan with the actions of this workstream alone."""
    return replace(plan, actions=tuple(action for action in plan.actions if is_of(action, name)))


def spoken_of(plans: Sequence[ActionPlan], one: Workstream) -> tuple[ActionPlan, ...]:
    """What may be spoken of in a workstream's channel: of each plan that is open to it, its own actions."""
    seen = (plan for plan in plans if one.channel_is_restricted or not plan.is_restricted)
    return tuple(plan for plan in (narrowed(plan, one.name) for plan in seen) if plan.actions)


def posts_digest(one: Workstream, partnership: Partnership) -> bool:
    """Whether a workstream has a digest of its own: in a channel that is not its partnership's, whose digest
    holds every action already."""
    return one.channel is not None and one.channel != partnership.channel
