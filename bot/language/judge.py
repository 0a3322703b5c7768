"""The role of one date, by the words that govern it: those beside it, then leftward, then to its right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.language.cues import Hit
from bot.language.denied import is_denied
from bot.language.finishing import is_finished_after, is_finishing
from bot.language.judge_states import by_colour, by_state, is_approval, step
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FIRM, TOLD_OF, WEAK
from bot.language.proposed import is_proposed, is_supposed
from bot.language.reading import Progress, Role
from bot.language.replaced import by_contrast, by_past_hope, by_reach
from bot.language.scope import Standing
from bot.language.set_aside import Aside, set_aside
from bot.language.surroundings import Surroundings
from bot.language.tokens import DATE
from bot.rag import Rag
from bot.timescale import Precision

Judged = tuple[Role, str]
LED_TO: Final = "led to"
TARGET_FIRM: Final = "the finish by name"
FINISHING_STEP: Final = "a step that finishes"
_UNTIL: Final = frozenset({"until", "till", "til"})
_WERE: Final = frozenset({"was", "were", "been", "got"})
_NEAR: Final = 5
_ITS_DATE: Final = ("revised", "new date", "new target", "new deadline", "new forecast", "forecast")
_DID: Final = (Standing.ASSERTED, Standing.PAST)
_STEPS: Final = frozenset({Role.EVENT, Role.PAST_EVENT})
_OR_ELSE: Final = (
    ["or", "it"],
    ["or", "we"],
    ["or", "else"],
    ["or", "this"],
    ["or", "that"],
    ["otherwise", "it"],
)
"""Before "slips", what is feared: "a decision by Friday or it slips to March"."""


def judged(near: Surroundings, asides: tuple[Aside, ...]) -> tuple[Role, str, bool]:
    """The role, the rule's name, and whether the words leave it open that this is the action's own finish."""
    aside = set_aside(near, asides)
    if aside is not None:
        return *aside, False
    for judge in (_by_brackets, by_contrast, by_past_hope, _by_phrase, by_reach, _by_left, _by_right):
        settled = judge(near)
        if settled is not None:
            role, rule = settled
            if role is Role.FORECAST and is_denied(near):
                return Role.NEGATED, "denied", False
            unsure = (
                near.turned(Sense.OTHERS)
                or is_proposed(near)
                or near.is_awaited()
                or _is_at_risk(near)
                or (rule is LED_TO and _is_vague(near))
            )
            if role in _STEPS and is_finished_after(near):
                return Role.FORECAST, "after a step", True
            if role is Role.EVENT and is_finishing(near):
                return role, FINISHING_STEP, False
            role = _checked(near, role)
            if role is Role.HYPOTHETICAL and is_proposed(near):
                return Role.FORECAST, "proposed", True  # "should we aim for March"
            return role, rule, role is Role.FORECAST and (unsure or _is_beside(near))
    return _by_default(near)


def _checked(near: Surroundings, role: Role) -> Role:
    """A condition makes a forecast hypothetical, save where good follows: "if approved we can go live"."""
    if role is Role.FORECAST and is_supposed(near):
        return Role.HYPOTHETICAL
    if role is not Role.FORECAST or not near.scopes.is_conditional(near.at):
        return role
    promise = any(hit.sense is Sense.TARGET and near.said(hit) in FIRM for hit in near.left)
    promise = promise or near.scopes.condition_is_good(near.at)
    slips = any(hit.sense is Sense.SLIPS for hit in near.left)
    return Role.FORECAST if promise and not slips else Role.HYPOTHETICAL


def _is_vague(near: Surroundings) -> bool:
    """ "HR can't replace them until April": a date led to by "until" or "from", after other matters."""
    if near.words[near.at - 1] == "by":
        return False
    told = near.words[near.at - 1] in _UNTIL or any(hit.sense is Sense.PAST for hit in near.left)
    return (told or near.turned(Sense.NEGATES)) and not near.is_light()


def _is_at_risk(near: Surroundings) -> bool:
    """ "the March deadline is at risk": the date stands before words that doubt it."""
    return any(
        hit.sense is Sense.HINT and hit.cue.value in (Rag.RED, Rag.AMBER) and hit.first - near.at <= _NEAR
        for hit in near.right
    )


def _by_brackets(near: Surroundings) -> Judged | None:
    """ "complete (5/11)": the day of what stands before the brackets."""
    if near.words[near.first] != "(" or near.at - near.first > 1 or near.first <= near.floor:
        return None
    for hit in near.message.hits_between(max(near.floor, near.first - _NEAR), near.first):
        if hit.sense is Sense.STATE and hit.last == near.first and hit.cue.value is Progress.COMPLETE:
            return (Role.COMPLETION, "done then") if near.scopes.standing(hit) in _DID else None
    return None


def _by_phrase(near: Surroundings) -> Judged | None:
    """A phrase with the date inside it ("due to start in April"), or a step named straight after it."""
    for hit in near.spanning:
        starts = hit.sense is Sense.STATE and hit.cue.value is Progress.NOT_STARTED
        if starts or hit.sense is Sense.EVENT:
            return Role.EVENT, "starts"
        if hit.sense is Sense.SAME:
            return Role.PAST_EVENT, "last time"
        if hit.sense is Sense.STATE:
            return Role.FORECAST, "held until"
        if hit.sense is Sense.TARGET and not near.is_past():
            return Role.FORECAST, "target"
    if any(
        hit.sense is Sense.EVENT and hit.first - near.at <= 1 for hit in near.right
    ) and not _is_signed_there(near):
        return step(near, "event after")
    return None


def _is_signed_there(near: Surroundings) -> bool:
    """ "sign off due at the 9 December board": the meeting is where the action itself is finished."""
    return "at" in near.words[max(near.first, near.at - 2) : near.at] and any(
        (hit.sense is Sense.TARGET and near.said(hit) in FIRM)
        or (hit.sense is Sense.STATE and hit.cue.value is Progress.COMPLETE)
        for hit in near.left
    )


def _by_left(near: Surroundings) -> Judged | None:
    for hit in near.left:
        judge = _BY_SENSE.get(hit.sense)
        settled = judge(near, hit) if judge is not None else None
        if settled is not None:
            return settled
    if near.is_this_round():
        return Role.PAST_EVENT, "this round"
    if near.events and not _starts_again(near):
        return step(near, "event")
    if any(hit.sense is Sense.TARGET for hit in near.left):
        return (Role.PAST_EVENT, "gone by") if near.is_gone_by() else (Role.FORECAST, LED_TO)
    return None


def _starts_again(near: Surroundings) -> bool:
    """ "if the audit overruns it'll be Feb": the date is not the audit's."""
    after = set(near.words[near.events[0].last : near.at])
    return near.scopes.is_conditional(near.at) and bool({"it'll", "it", "we", "we'll", "this"} & after)


def _by_target(near: Surroundings, hit: Hit) -> Judged | None:
    said = near.said(hit)
    after = near.words[hit.last] if hit.last < len(near.words) else ""
    if said in WEAK or (said.endswith(" by") and after not in (DATE, "the", "around", "about")):
        return None
    told = said.startswith(TOLD_OF) and (near.is_gone_by() or (near.is_lately() and near.is_past()))
    if told or (said.endswith(" by") and near.words[max(0, hit.first - 1)] in _WERE):
        return None  # "signed off on 15 Sept", a week after; "was approved by the board on Tuesday"
    if said.startswith(_ITS_DATE):
        return Role.FORECAST, TARGET_FIRM
    if near.events and said not in FIRM:
        return step(near, "event due")
    if near.is_subject_of(hit, 3):
        return step(near, "event finishes")
    return Role.FORECAST, TARGET_FIRM if said in FIRM else "target"


def _by_move(near: Surroundings, hit: Hit) -> Judged | None:
    if near.words[max(near.first, hit.first - 2) : hit.first] in _OR_ELSE:
        return Role.HYPOTHETICAL, "or else"
    return step(near, "event moves") if near.is_subject_of(hit, 2) else (Role.FORECAST, "moved")


def _by_event(near: Surroundings, hit: Hit) -> Judged | None:
    return step(near, "event") if hit in near.events else None


def _by_past(near: Surroundings, hit: Hit) -> Judged | None:  # noqa: ARG001 - one of a table of judges
    if not near.is_past():
        return None
    return (
        (Role.COMPLETION, "done then")
        if near.is_done() or is_approval(near)
        else (Role.PAST_EVENT, "happened")
    )


def _by_original(near: Surroundings, hit: Hit) -> Judged | None:  # noqa: ARG001 - one of a table of judges
    return Role.BASELINE, "original"


def _by_right(near: Surroundings) -> Judged | None:
    for hit in near.right:
        if hit.sense is Sense.EVENT:
            return step(near, "event after")
        if hit.sense is Sense.PAST and not near.left and near.is_past():
            return Role.PAST_EVENT, "happened"
        if hit.sense is Sense.ORIGINAL and near.words[hit.last : hit.last + 1] != [DATE]:
            return Role.BASELINE, "original"
        if hit.sense is Sense.TARGET and near.said(hit) not in WEAK:
            if near.scopes.standing(hit) is Standing.NEGATED:
                return Role.NEGATED, "denied after"
            return Role.FORECAST, "target after"
    return None


def _follows_another(near: Surroundings) -> bool:
    """ "was Sept now Nov", "was Sept then Oct now Nov": what came after a date that no longer holds."""
    i = near.at - 1
    while i > near.first and near.words[i] in ("now", "then") and near.words[i - 1] == DATE:
        i -= 2
    return i < near.at - 1 and near.words[i] == "was"


def _by_default(near: Surroundings) -> tuple[Role, str, bool]:
    if near.is_past() and _follows_another(near):
        return _checked(near, Role.FORECAST), "now", False
    if near.is_past() or near.is_gone_by() or near.is_this_round():
        return Role.PAST_EVENT, "happened", False
    role = _checked(near, Role.FORECAST)
    if is_proposed(near):
        return role, "proposed", role is Role.FORECAST
    if near.is_light():
        return role, "bare date", False
    if role is Role.FORECAST and is_denied(near):
        return Role.NEGATED, "denied", False
    if near.turned(Sense.NOW, reach=2):
        return role, "now", any(hit.sense is Sense.PART for hit in near.left)
    if any(hit.sense is Sense.PART for hit in near.left) and near.coming.precision is Precision.RANGE:
        return Role.EVENT, "from day to day", False  # "cohort two 11-22 January"
    unsure = _is_at_risk(near) or not near.turned(Sense.FUTURE) or _is_beside(near)
    return role, "date to come", unsure and not near.is_last_of_it()


def _is_beside(near: Surroundings) -> bool:
    """Whether the date is of something beside the action, and not of its printing."""
    return near.is_of_something_else() and not near.is_at_print()


_BY_SENSE: Final[dict[Sense, Callable[[Surroundings, Hit], Judged | None]]] = {
    Sense.TARGET: _by_target,
    Sense.SLIPS: _by_move,
    Sense.BRINGS: _by_move,
    Sense.ARROW: _by_move,
    Sense.EVENT: _by_event,
    Sense.PAST: _by_past,
    Sense.ORIGINAL: _by_original,
    Sense.COLOUR: by_colour,
    Sense.STATE: by_state,
}
