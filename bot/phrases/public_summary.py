"""A pack in a few sentences for the public: numbers and causes, nobody's name and nobody's words."""

from __future__ import annotations

from collections.abc import Callable

from bot.causes import main_causes
from bot.pack import Pack
from bot.phrases import packs
from bot.phrases.views_told import public as heard
from bot.phrases.words import counted, listed
from bot.rag import Standing

_PUBLIC: tuple[tuple[frozenset[Standing], Callable[[int], str]], ...] = (
    (frozenset({Standing.NOT_YET_DUE}), lambda n: f"{n} {'is' if n == 1 else 'are'} not due to start."),
    (frozenset({Standing.NOT_REPORTED}), lambda n: f"We have heard nothing yet on {n}."),
)


def public(pack: Pack) -> str:
    """In plain English, without anybody's name and without anybody's words."""
    found = pack.counts
    done, well = found[Standing.COMPLETE], found[Standing.GREEN] + found[Standing.AMBER_GREEN]
    risky = found[Standing.AMBER] + found[Standing.AMBER_RED]
    off = found[Standing.RED]
    whole = counted(len(pack.lines), "action")
    said = [f"{done} of our {whole} {_are(done)} finished and {well} {_are(well)} going to plan."]
    if risky or off:
        causes = main_causes(pack.assessed)
        because = ""
        if causes:
            because = f": the main {'causes are' if len(causes) > 1 else 'cause is'} {listed(causes)}"
        said.append(f"{risky} {_are(risky)} at risk and {off} {_are(off)} off track{because}.")
    said += [tell(number) for standings, tell in _PUBLIC if (number := sum(found[one] for one in standings))]
    groups = [
        one.constituency for one in pack.views if one.is_said and not one.is_nothing and one.constituency
    ]
    said += [heard(list(dict.fromkeys(groups)))] if groups else []
    return " ".join(part for part in (*said, packs.plans_end(pack)) if part)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
