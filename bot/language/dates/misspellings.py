"""Typing errors in the names of months and weekdays: one slip away, and no word of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONG = 7
"""From this length on any single slip is read; shorter names have too many neighbours ("marsh")."""

WORDS_OF_THEIR_OWN = frozenset(
    {
        "sundry",
        "manday",
        "mandays",
        "arch",
        "marc",
        "mach",
        "gust",
        "fray",
        "friary",
        "sunda",
        "frida",
        "monda",
    }
)
OFTEN_SEEN = {
    "january": ("janurary", "janaury", "jaunary", "janury", "januray"),
    "february": ("febuary", "feburay", "febuarary", "febraury", "feburary", "febr", "febuarry"),
    "april": ("apirl", "arpil", "aprill"),
    "july": ("jully", "juley"),
    "august": ("agust", "augst", "auguest", "augast"),
    "september": ("setember", "septembre", "setpmber"),
    "october": ("octobre", "ocober"),
    "november": ("novemeber", "novembre"),
    "december": ("decmeber", "decembre"),
    "tuesday": ("teusday", "tusday", "tueday"),
    "wednesday": ("wensday", "wendsday", "wednesdy", "wenesday", "wedensday", "weds"),
    "thursday": ("thrusday", "thurday", "thirsday"),
    "friday": ("fridya", "firday", "friiday"),
    "saturday": ("saterday",),
}


def _swaps(name: str) -> Iterator[str]:
    for i in range(len(name) - 1):
        yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def _drops(name: str) -> Iterator[str]:
    for i in range(1, len(name)):
        yield name[:i] + name[i + 1 :]


def _doublings(name: str) -> Iterator[str]:
    for i, letter in enumerate(name):
        yield name[:i] + letter + name[i:]


def _any_slips(name: str) -> Iterator[str]:
    for i in range(1, len(name) + 1):
        for letter in LETTERS:
            yield name[:i] + letter + name[i:]
            yield name[:i] + letter + name[i + 1 :]


def _slips(name: str) -> Iterator[str]:
    yield from OFTEN_SEEN.get(name, ())
    if len(name) < 5:
        return
    yield from _swaps(name)
    if len(name) > 5:
        yield from _drops(name)
        yield from _doublings(name)
    if len(name) >= LONG:
        yield from _any_slips(name)


def misspellings(names: Mapping[str, int]) -> dict[str, int]:
    """The ways these names are mistyped. Correct names, and real words that lie as near, are left out."""
    found: dict[str, int] = {}
    for name, number in names.items():
        for slip in _slips(name):
            if slip not in names and slip not in WORDS_OF_THEIR_OWN and not slip.endswith("s"):
                found[slip] = number
    return found
