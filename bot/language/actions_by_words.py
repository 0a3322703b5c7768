"""Actions by the words that name them: "the crisis line is slipping", "carers post: interviews done"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import Final, NamedTuple

from bot.language.known import Known, KnownAction, leads
from bot.language.late import Late
from bot.language.lexicon.ordinary import ORDINARY
from bot.language.reading import PlanInView

_WORD: Final = Late(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+/\d+")
_JOINED: Final = Late(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_ENDINGS: Final = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ised",
    "ises",
    "ise",
    "ized",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "s",
    "e",
    "y",
)
SAME_AS: Final = {
    "police": "constabulary",
    "post": "recruit",
    "posts": "recruit",
    "vacancy": "recruit",
    "vacancies": "recruit",
    "recruiting": "recruit",
    "hire": "recruit",
    "appointment": "recruit",
    "appoint": "recruit",
    "hotline": "line",
    "helpline": "line",
    "phoneline": "line",
    "gp": "gps",
    "doc": "document",
    "sop": "protocol",
    "comms": "communications",
    "isa": "sharing",
    "dsa": "sharing",
    "mou": "memorandum",
    "yp": "young",
    "cyp": "young",
    "wards": "ward",
    "policies": "policy",
    "staffing": "staff",
}
"""Words managers use for one another, when naming an action."""
_ENOUGH: Final = 0.6
_ENOUGH_OF_OWN: Final = 0.4
_CLEARLY: Final = 0.75


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending, so that "carers'" and "carer", "recruited" and "recruitment" meet."""
    word = word.removesuffix("'s").removesuffix("'")
    word = SAME_AS.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Vocabulary(NamedTuple):
    """The telling words of every action in view, and how telling each is."""

    stems: tuple[frozenset[str], ...]
    weight: dict[str, float]
    holders: dict[str, tuple[int, ...]]
    rarest: float


@lru_cache(maxsize=32)
def vocabulary(plans: tuple[PlanInView, ...]) -> Vocabulary:
    """Index the plans' words once."""
    stems = tuple(
        frozenset(stem(word) for word in _words_of(action.text.lower()) if word not in ORDINARY)
        for plan in plans
        for action in plan.actions
    )
    holders: dict[str, list[int]] = {}
    for place, own in enumerate(stems):
        for one in own:
            holders.setdefault(one, []).append(place)
    total = len(stems)
    weight = {one: log(1 + total / len(found)) for one, found in holders.items()}
    return Vocabulary(stems, weight, {one: tuple(found) for one, found in holders.items()}, log(1 + total))


def _words_of(text: str) -> list[str]:
    """The words of an action, and those of a hyphen written as one: "e-rostering" is "erostering" as well."""
    joined = (one.replace("-", "") for one in _JOINED.pattern.findall(text))
    return [*_WORD.pattern.findall(text), *joined]


def telling(words: Iterable[str]) -> list[str]:
    """The stems of the words that could name an action."""
    return [stem(word) for word in words if word[0].isalpha() and len(word) > 1 and word not in ORDINARY]


def match(
    said: list[str],
    plans: tuple[PlanInView, ...],
    known: Known,
    asked: tuple[str, ...],
    speaker: str | None,
) -> tuple[KnownAction, ...]:
    """The actions these stems name: one, several as likely, or none. Those asked come first."""
    if not said or not plans:
        return ()
    words = vocabulary(plans)
    scores = _scores(said, words)
    if not scores:
        return ()
    order = known.order
    wanted = set(asked)
    pools = (
        {place for place in scores if order[place].action.ref in wanted},
        {place for place in scores if leads(order[place], speaker)},
        set(scores),
    )
    for pool, enough in zip(pools, (_ENOUGH_OF_OWN, _ENOUGH_OF_OWN, _ENOUGH), strict=True):
        good = {place: scores[place] for place in pool if scores[place] >= enough}
        if good:
            best = max(good.values())
            return tuple(order[place] for place in sorted(good) if good[place] >= best * _CLEARLY)
    return ()


def likeness(said: list[str], plans: tuple[PlanInView, ...], place: int) -> float:
    """How far these stems name this one action, from 0 to 1."""
    return _scores(said, vocabulary(plans)).get(place, 0.0) if said else 0.0


def _scores(said: list[str], words: Vocabulary) -> dict[int, float]:
    asked_for = dict.fromkeys(said)
    whole = sum(words.weight.get(one, words.rarest) for one in asked_for)
    scores: dict[int, float] = {}
    for one in asked_for:
        for place in words.holders.get(one, ()):
            scores[place] = scores.get(place, 0.0) + words.weight[one] / whole
    return scores
