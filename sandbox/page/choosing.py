"""What a menu offers, and what of it is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.page.surface import Choice, Json, Place, Surface, literal

Groups = list[tuple[str, list[Choice]]]
"""Choices under their headings; one group without a heading where there are none."""


def static_options(source: Json, _: Surface) -> Groups:
    """The options an app wrote into the menu, in their groups."""
    groups = [(literal(group.get("label")), group) for group in source.get("option_groups") or []]
    return [
        (
            label,
            [(str(option.get("value")), literal(option.get("text"))) for option in group.get("options", [])],
        )
        for label, group in groups or [("", source)]
    ]


def all_people(_: Json, surface: Surface) -> Groups:
    """Everybody."""
    return [("", list(surface.people))]


def all_channels(_: Json, surface: Surface) -> Groups:
    """The channels the viewer is in."""
    return [("", list(surface.channels))]


def everywhere(source: Json, surface: Surface) -> Groups:
    """Channels and people, each under their heading, as far as the app's filter lets them in."""
    wanted = set((source.get("filter") or {}).get("include") or ("public", "private", "im"))
    groups = [("Channels", list(surface.channels))] if wanted & {"public", "private"} else []
    return groups + ([("People", list(surface.people))] if "im" in wanted else [])


_SELECTED = ("selected_user", "selected_channel", "selected_conversation")
_SELECTED_MANY = ("selected_users", "selected_channels", "selected_conversations")


def chosen_value(source: Json, place: Place) -> str | None:
    """The one option that is chosen: by the person, or before that by the app."""
    filled = place.filled_in
    if filled is None:
        option = source.get("initial_option")
        names: Iterable[str] = (name.replace("selected", "initial") for name in _SELECTED)
        holder = source
    else:
        option, names, holder = filled.get("selected_option"), _SELECTED, filled
    if option:
        return str(option.get("value"))
    return next((str(holder[name]) for name in names if holder.get(name)), None)


def chosen_values(source: Json, place: Place) -> set[str]:
    """The options that are ticked: by the person, or before that by the app."""
    filled = place.filled_in
    holder, prefix = (source, "initial") if filled is None else (filled, "selected")
    options = list(holder.get(f"{prefix}_options") or [])
    if holder.get(f"{prefix}_option"):
        options.append(holder[f"{prefix}_option"])
    ids = [value for name in _SELECTED_MANY for value in holder.get(name.replace("selected", prefix)) or []]
    return {str(option.get("value")) for option in options} | {str(value) for value in ids}
