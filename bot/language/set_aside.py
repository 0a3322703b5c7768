"""Dates put aside before their words are weighed: struck out, of leave, asked for, a reason, a promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FIRM, WEAK
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.reading import Role
from bot.language.scope import Scopes
from bot.language.surroundings import Surroundings

Judged = tuple[Role, str]
_WINDOW: Final = 40
_NEAR: Final = 12
_NEXT_NEAR: Final = 5
_AGAIN: Final = words_in("one ones batch round lot cohort group tranche issue edition visit")
_PROMISES: Final = words_in("will i'll we'll shall he'll she'll they'll can i'm we're")
_TELLS: Final = words_in(
    """
    send sending ring ringing call calling email emailing mail phone forward forwarding provide give giving
    add adding post pop drop share sharing write writing let know chase chasing speak speaking talk see
    check checking find ask asking try confirm confirming raise discuss flag update updating report feed
    reply respond look fill advise tell text message know hear contact
    """
)
"""What is done to tell somebody more, and finishes no action."""
_FEASTS: Final = frozenset({"holiday", "season", "named_day", "bank_holiday", "new_year"})
_GIVES_REASON: Final = frozenset({"because", "owing", "thanks", "due"})
_IN_ORDER: Final = frozenset({"next", "first"})
_RESULTS: Final = frozenset({"so", "therefore", "hence", "meaning"})


Aside = tuple[Callable[[Surroundings], bool], Judged]


def asides_of(message: Message, scopes: Scopes) -> tuple[Aside, ...]:
    """Those of the rules below whose words the message has at all; found once for all its dates."""
    said, senses = scopes.said, message.senses
    there = (
        bool(message.struck),
        bool(scopes.absences),
        scopes.tells_beside,
        not _GIVES_REASON.isdisjoint(said),
        Sense.THANKS in senses or "see" in said or not _TELLS.isdisjoint(said),
        not _IN_ORDER.isdisjoint(said),
    )
    return tuple(aside for aside, is_there in zip(_ASIDE, there, strict=True) if is_there)


def set_aside(near: Surroundings, asides: tuple[Aside, ...]) -> Judged | None:
    """The role of a date that cannot be the finish whatever governs it, with the rule's name."""
    return next((judged for holds, judged in asides if holds(near)), None)


def _is_struck(near: Surroundings) -> bool:
    """Whether the date was struck through."""
    return near.at in near.message.struck


def _is_leave(near: Surroundings) -> bool:
    """Whether the sentence tells of somebody's absence before the date."""
    if not near.scopes.absences:
        return False
    first = max(near.message.sentence(near.at)[0], near.at - _WINDOW)
    if near.words[near.first] in _RESULTS:
        first = near.first  # "the lead is off sick, so end of January now"
    moved = [hit.first for hit in near.left if hit.sense in (Sense.SLIPS, Sense.BRINGS)]
    first = max([first, *moved])  # "two are on leave, 2.2 slipping to Feb"
    return any(
        hit.sense is Sense.AWAY and not near.is_named_since(hit.last)
        for hit in near.message.hits_between(first, near.at)
    )


def _is_asked_for(near: Surroundings) -> bool:
    """ "can I have until March? amber for now": a date asked for, beside what is reported."""
    sentence = near.message.sentence_of[near.at]
    if any(hit.sense is Sense.SLIPS for hit in near.left):
        return False  # an extension asked for on record gives its date
    return near.scopes.tells_beside and sentence in near.scopes.questions


def _is_a_reason(near: Surroundings) -> bool:
    """ "slipped a fortnight because of Christmas": why, and not until when."""
    lead = near.words[max(near.first, near.at - 2) : near.at]
    return lead in (["because", "of"], ["owing", "to"], ["thanks", "to"]) or (
        lead == ["due", "to"] and near.span.rule in _FEASTS
    )


def _is_promise_to_reply(near: Surroundings) -> bool:
    """ "will look at this tomorrow", "I'll send detail Friday": when an answer comes, and no finish."""
    told = range(max(near.first, near.floor, near.at - _NEAR), near.at)
    if "see you" in " ".join(near.words[told[0] : near.at] if told else ()):
        return True
    verb = next((i for i in told if near.words[i] in _TELLS and i not in near.message.own_words), None)
    if verb is not None and _PROMISES & set(near.words[max(told[0], verb - 2) : verb]):
        return not any(
            hit.sense is Sense.TARGET and hit.last <= near.at and near.said(hit) in FIRM and hit.first > verb
            for hit in near.left
        )
    return Sense.THANKS in near.message.senses and any(
        hit.sense is Sense.THANKS and hit.last == near.at and near.words[hit.first] in ("will", "i'll")
        for hit in near.message.hits_between(max(near.first, near.at - _NEAR), near.at)
    )


def _is_the_next_round(near: Surroundings) -> bool:
    """ "next forum 10 December", of an action that is a forum: one of many, and not its end."""
    words = near.words
    if words[near.at - 1] == "next" and near.at > near.first:
        return True  # "met on 3/11, next 1/12"
    for i in range(max(near.first, near.floor, near.at - _NEXT_NEAR), near.at - 1):
        again = words[i] == "next" and words[i + 1] in _AGAIN
        if again or (words[i] in ("next", "first") and i + 1 in near.message.own_words):
            return not near.is_past() and not any(
                hit.sense is Sense.TARGET and near.said(hit) not in WEAK for hit in near.left
            )
    return False


_ASIDE: Final[tuple[Aside, ...]] = (
    (_is_struck, (Role.NEGATED, "struck")),
    (_is_leave, (Role.EVENT, "away")),
    (_is_asked_for, (Role.HYPOTHETICAL, "asked for")),
    (_is_a_reason, (Role.EVENT, "a reason")),
    (_is_promise_to_reply, (Role.EVENT, "will reply")),
    (_is_the_next_round, (Role.EVENT, "the next of them")),
)
"""In the order they are tried."""
