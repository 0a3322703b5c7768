"""The role of a date governed by a colour or a state: "green by March", "done by Friday"."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.reading import Progress, Role
from bot.language.scope import Standing
from bot.language.surroundings import Surroundings
from bot.rag import Rag

Judged = tuple[Role, str]
_UNTIL: Final = frozenset({"until", "till", "til"})
_HELD_TO: Final = _UNTIL | {
    "to",
    "pending",
    "resume",
    "resuming",
    "resumes",
    "restart",
    "restarting",
    "restarts",
    "now",
}
_BY: Final = frozenset({"by", "within", "before"})
_PERHAPS: Final = frozenset({"might", "may", "could"})
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR: Final = 5
_SOON: Final = 120
_APPROVED: Final = frozenset({"approved", "agreed", "ratified", "adopted", "endorsed"})
_UNDATED: Final = frozenset({"complete", "done", "finished", "closed"})


def by_colour(near: Surroundings, hit: Hit) -> Judged | None:
    """A colour to come makes a recovery, or a supposition where it is only feared."""
    between = set(near.words[hit.last : near.at])
    if near.at - hit.last > _NEAR or {"if", "but", "once", "when", "after", "unless"} & between:
        return None
    until = bool(_UNTIL & between)
    future = near.scopes.standing(hit) is Standing.FUTURE
    if hit.cue.value is Rag.RED:
        return (
            (Role.RECOVERY, "red until") if until else (Role.HYPOTHETICAL, "red by then") if future else None
        )
    if future and not until and _PERHAPS & set(near.words[near.first : hit.first]):
        return Role.HYPOTHETICAL, "colour perhaps"
    return (Role.RECOVERY, "colour by then") if future or until or _BY & between else None


def by_state(near: Surroundings, hit: Hit) -> Judged | None:
    """When it was done, or will be; when it starts; until when it is held."""
    standing = near.scopes.standing(hit)
    if hit.cue.value is Progress.COMPLETE:
        if standing is Standing.FUTURE or _leads_on(near, hit):
            return step(near, "event finishes") if near.events else (Role.FORECAST, "done by then")
        return (
            None
            if standing in (Standing.NEGATED, Standing.STRUCK, Standing.ASKED)
            else (Role.COMPLETION, "done then")
        )
    if hit.cue.value is Progress.ON_TRACK:
        back = near.words[hit.first] == "back" or standing is Standing.FUTURE
        recovers = back and "by" in near.words[hit.last : near.at]
        return (Role.RECOVERY, "back on track") if recovers else (Role.FORECAST, "on track for")
    if hit.cue.value is Progress.NOT_STARTED:
        return Role.EVENT, "starts"
    return _by_hold(near, hit) if hit.cue.value is Progress.ON_HOLD else None


def _by_hold(near: Surroundings, hit: Hit) -> Judged:
    """ "on hold until April" gives a date; "paused for winter", "on hold over Christmas" a length."""
    steps = [one for one in near.left if one.sense in (Sense.EVENT, Sense.PART) and one.first > hit.last]
    if steps and near.words[hit.last] == "pending":
        return Role.EVENT, "held for it"  # "on hold pending the budget in March"
    between = set(near.words[hit.last : near.at])
    led = between | set(near.words[hit.first : hit.last]) | set(near.span.words.lower().split()[:1])
    if led & _HELD_TO:
        return Role.FORECAST, "held until"
    return (Role.PAST_EVENT, "held since") if near.is_past() or "since" in led else (Role.EVENT, "held then")


def _leads_on(near: Surroundings, hit: Hit) -> bool:
    """Whether "done" is said of a day to come: "done by Friday", "complete Jan-27"."""
    today, coming = near.message.today, near.coming
    if coming.end < today:
        return False
    if near.said(hit) == "completes" or (near.span.has_year and coming.start > today):
        return True
    between = set(near.words[hit.last : near.at])
    if {"by", "before", "until", "within", "ahead"} & between:
        return not {"was", "were"} & set(near.words[near.first : hit.first])
    if near.span.words.startswith(("in ", "next", "tomorrow", "this coming", "a fortnight", "within")):
        return True
    by_weekday = any(near.span.words.lower().endswith(day) for day in _WEEKDAYS)
    if near.said(hit) in _UNDATED and not between and not by_weekday and _is_nearer_ahead(near):
        return True
    still_to_do = near.said(hit) in {"complete", "done", "close", "sorted"} and {"for", "in"} & between
    return bool(still_to_do) and (coming.start - today).days < _SOON and near.span.rule != "weekday"


def _is_nearer_ahead(near: Surroundings) -> bool:
    """ "complete 11 Dec", in November: the coming one is weeks away, the last one nearly a year gone."""
    days = (near.coming.start - near.message.today).days
    return 0 < days < _SOON and near.span.rule != "weekday" and not near.turned(Sense.WAS)


def step(near: Surroundings, rule: str) -> Judged:
    """A step on the way, gone by or to come; "done, approved by the board on 15 Sept" is the finish."""
    if not near.is_past():
        return Role.EVENT, rule
    return (Role.COMPLETION, "done then") if is_approval(near) else (Role.PAST_EVENT, rule)


def is_approval(near: Surroundings) -> bool:
    """ "done, approved by the board on": what finished the action, said straight after that it is done."""
    end = near.first - 1
    return near.words[near.first] in _APPROVED and any(
        hit.sense is Sense.STATE
        and hit.cue.value is Progress.COMPLETE
        and hit.last == end
        and near.scopes.standing(hit) is Standing.ASSERTED
        for hit in near.message.hits_between(max(near.floor, end - _NEAR), max(0, end))
    )
