"""The actions a speaker may mean, indexed once for each plan in view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.language.reading import ActionInPlan, Context, PlanInView

_PREFIX: Final = re.compile(r"^(?:recommendation|action|rec|ref|no|item|r|a)\.?\s*(?=\d)")
_SPACES: Final = re.compile(r"\s+")


def ref_key(ref: str) -> str:
    """A printed reference as it is compared: no spaces, lower case, no full stop after it."""
    return _SPACES.sub("", ref).lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action of one plan in view."""

    plan: str
    action: ActionInPlan
    place: int


@dataclass(frozen=True, slots=True)
class Known:
    """Every action in view, by reference; with `several` plans a reference alone may not settle which."""

    by_key: dict[str, tuple[KnownAction, ...]]
    by_number: dict[str, tuple[KnownAction, ...]]
    order: tuple[KnownAction, ...]
    several: bool

    @property
    def any(self) -> bool:
        """Whether any plan is known."""
        return bool(self.order)

    def look_up(self, key: str) -> tuple[KnownAction, ...]:
        """The actions printed with this reference, in every plan."""
        return self.by_key.get(key, ())

    def under(self, key: str) -> tuple[KnownAction, ...]:
        """The lettered lines of a reference: 1.4a and 1.4b under 1.4."""
        return tuple(
            k for k in self.order if (own := ref_key(k.action.ref))[:-1] == key and own[-1:].isalpha()
        )


def known_actions(context: Context) -> Known:
    """The index of the plans in view."""
    return _index(context.plans)


@lru_cache(maxsize=32)
def _index(plans: tuple[PlanInView, ...]) -> Known:
    order = tuple(
        KnownAction(plan.name, action, place)
        for place, (plan, action) in enumerate((plan, action) for plan in plans for action in plan.actions)
    )
    by_key: dict[str, list[KnownAction]] = {}
    by_number: dict[str, list[KnownAction]] = {}
    for one in order:
        key = ref_key(one.action.ref)
        by_key.setdefault(key, []).append(one)
        by_number.setdefault(_PREFIX.sub("", key), []).append(one)
    return Known(
        {key: tuple(found) for key, found in by_key.items()},
        {key: tuple(found) for key, found in by_number.items()},
        order,
        len(plans) > 1,
    )


def leads(one: KnownAction, speaker: str | None) -> bool:
    """Whether the speaker leads this action."""
    if not speaker:
        return False
    said = speaker.casefold().strip()
    return any(said == lead.casefold().strip() for lead in one.action.leads)
