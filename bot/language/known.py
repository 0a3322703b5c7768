"""The actions a speaker may mean, indexed once for each plan in view."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from bot.language.late import Late
from bot.language.reading import ActionInPlan, Context, PlanInView

_PREFIX: Final = Late(r"^(?:recommendation|action|rec|ref|no|item|r|a)\.?\s*(?=\d)")
_SPACES: Final = Late(r"\s+")


def ref_key(ref: str) -> str:
    """A printed reference as it is compared: no spaces, lower case, no full stop after it."""
    return _SPACES.pattern.sub("", ref).lower().rstrip(".")


class KnownAction(NamedTuple):
    """An action of one plan in view."""

    plan: str
    action: ActionInPlan
    place: int


class Known(NamedTuple):
    """Every action in view, by reference; with `several` plans a reference alone may not settle which."""

    by_key: dict[str, tuple[KnownAction, ...]]
    by_number: dict[str, tuple[KnownAction, ...]]
    by_stem: dict[str, tuple[KnownAction, ...]]
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
        return self.by_stem.get(key, ())


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
    by_stem: dict[str, list[KnownAction]] = {}
    for one in order:
        key = ref_key(one.action.ref)
        by_key.setdefault(key, []).append(one)
        by_number.setdefault(_PREFIX.pattern.sub("", key), []).append(one)
        if key[-1:].isalpha():
            by_stem.setdefault(key[:-1], []).append(one)
    return Known(
        _fixed(by_key),
        _fixed(by_number),
        _fixed(by_stem),
        order,
        len(plans) > 1,
    )


def _fixed(table: dict[str, list[KnownAction]]) -> dict[str, tuple[KnownAction, ...]]:
    return {key: tuple(found) for key, found in table.items()}


def leads(one: KnownAction, speaker: str | None) -> bool:
    """Whether the speaker leads this action."""
    if not speaker:
        return False
    said = _name(speaker)
    return any(_is_same_name(said, _name(lead)) for lead in one.action.leads)


_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "cllr", "councillor", "sir", "dame"}
)


@lru_cache(maxsize=512)
def _name(written: str) -> tuple[str, ...]:
    words = written.casefold().replace(".", " ").split()
    return tuple(word for word in words if word not in _TITLES)


def _is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "S Okoro" is "Sam Okoro", but two full first names must agree."""
    if one == other:
        return True
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1)
