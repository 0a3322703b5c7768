"""A pack with nothing of some plans in it, for who may not see them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.arising import Arising
from bot.pack import Pack
from bot.plan import ActionId, Classification, PlanId


def only_open(pack: Pack) -> Pack:
    """The pack as an unrestricted channel may see it: nothing of a restricted plan, not even in a count."""
    return only_of(
        pack, {plan.id for plan in pack.plans if plan.classification is Classification.UNRESTRICTED}
    )


def only_of(pack: Pack, kept: AbstractSet[PlanId]) -> Pack:
    """The pack with nothing of any other plan in it, not even in a count."""
    lines = tuple(line for line in pack.lines if line.action.plan_id in kept)
    withdrawn = tuple(action for action in pack.withdrawn if action.plan_id in kept)
    ids = {**{line.action.id: line.action.ref for line in lines}, **{one.id: one.ref for one in withdrawn}}
    return replace(
        pack,
        plans=tuple(plan for plan in pack.plans if plan.id in kept),
        lines=lines,
        withdrawn=withdrawn,
        unconfirmed=tuple(one for one in pack.unconfirmed if one.action_id in ids),
        extensions=tuple(one for one in pack.extensions if one.action_id in ids),
        decisions=tuple(one for one in pack.decisions if one.plan_id in kept),
        views=tuple(one for one in pack.views if one.plan_id in kept),
        help=tuple(one for one in pack.help if one.action_id in ids),
        arising=tuple(found for one in pack.arising if (found := _only_among(one, ids)) is not None),
    )


def _only_among(one: Arising, refs: Mapping[ActionId, str]) -> Arising | None:
    """The matter as far as it is about these actions; None when it is about others alone."""
    among = tuple(action for action in one.actions if action in refs)
    if among == one.actions:
        return one
    return replace(one, actions=among, what=", ".join(refs[action] for action in among)) if among else None
