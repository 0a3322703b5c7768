"""Words about more time: ask for it, take the request back, and decide on it."""

from __future__ import annotations

import re

from bot.card import Card, Piece, Rule
from bot.errors import NotFound
from bot.governance import ExtensionRequest
from bot.language.understand import understand
from bot.minute_refs import without_minute
from bot.permissions import check_can_record
from bot.phrases import more_time as say
from bot.phrases import time_decided as decided_words
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.asked import last_saved
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.standings import today_of
from bot.services.context.view import context_of
from bot.services.updates import deciding_time, more_time
from bot.shifting import shifted
from bot.slippage import awaits_lead
from bot.timescale import Timescale

_UNTIL = re.compile(r"\b(?:(?:un)?till?|to|by)\s+(?P<when>.+)$", re.IGNORECASE)
_BY_SO_MUCH = re.compile(
    r"\b(?:another|extra|a\s+further)\s+(?P<length>.*?(?:day|week|fortnight|month)s?)\b"
    r"|\b(?P<more>\S+|a\s+few)\s+more\s+(?P<unit>(?:day|week|month)s?)\b",
    re.IGNORECASE,
)

_FOR_NUMBER = re.compile(
    r"\b(?:(?:time|extension)\s+(?:for|on|of)|extend)\s+(?:action\s+)?(?P<ref>[A-Za-z]{0,3}\d[\w./()-]*)\b"
    r"(?!\s*(?:more|extra|further|days?|weeks?|fortnights?|months?|years?)\b)",
    re.IGNORECASE,
)
"""What is plainly said to be an action's number, whether there is such an action or not."""


def on_more_time(ordered: Ordered) -> Card:
    """Ask; what is missing is asked for first."""
    meant = _actions_meant(ordered)
    if len(meant) != 1:
        return say.which(meant, ordered.message_id)
    return ask_for(ordered, place_of(ordered.work, meant[0].id))


def ask_for(ordered: Ordered, place: Place) -> Card:
    """Ask more time for this action, as the order says it."""
    wanted = until_in(ordered, place)
    reason = ordered.order.words or place.action.blocker or ""
    if wanted is None or not reason:
        return say.missing(place.action, ordered.message_id, has_date=wanted is not None)
    return more_time.ask(ordered.work, ordered.person, place, wanted, reason)


def until_in(ordered: Ordered, place: Place) -> Timescale | None:
    """The one date the order gives, outright or as so much longer than what is agreed."""
    work, words = ordered.work, ordered.order.when.replace(place.action.ref, " ")
    context, today = context_of(work, ordered.view, ordered.person, ()), today_of(work, place.partnership)
    said = _UNTIL.search(words)
    found = dates_in(said["when"] if said else words, today, context)
    if len(found) == 1 and not _BY_SO_MUCH.search(words):
        return found[0]
    longer = _BY_SO_MUCH.search(words)
    known = place.action.approved_due
    if longer is None or known is None:
        return None
    length = longer["length"] or f"{longer['more']} {longer['unit']}"
    read = understand(f"{place.action.ref} slips by {length}", today, context).updates
    shift = read[0].shift if read else None
    return shifted(known, shift, place.partnership.nation) if shift else None


def _actions_meant(ordered: Ordered) -> tuple[Action, ...]:
    """The action the words name; else of the person's own the one spoken of last, or all that are open.
    Raises `NotFound` for a number that no action has."""
    named = ordered.view.named_in(ordered.order.when)
    if named:
        return tuple(one for one in named if one.is_led_by(ordered.person.id)) or named[:1]
    numbered = _FOR_NUMBER.search(ordered.order.when)
    if numbered is not None:
        return (ordered.place(numbered["ref"]).action,)
    own = tuple(
        action
        for action in ordered.view.actions()
        if action.is_led_by(ordered.person.id) and awaits_lead(action)
    )
    recent = {update.action_id for update in last_saved(ordered.work, ordered.person)}
    spoken_of = tuple(action for action in own if action.id in recent)
    if len(spoken_of) == 1:
        return spoken_of
    worded = understand(ordered.order.when, ordered.work.now.date(), context_of(
        ordered.work, ordered.view, ordered.person, ()
    )).updates  # fmt: skip
    refs = {update.action for update in worded if update.action is not None}
    return tuple(action for action in own if action.ref in refs) or spoken_of or own


def _pending(ordered: Ordered) -> tuple[Place, ExtensionRequest | None]:
    place = ordered.place()
    return place, more_time.pending(ordered.work, place.action.id)


def on_take_back(ordered: Ordered) -> Card:
    """The lead takes the request back."""
    place, request = _pending(ordered)
    if request is None:
        return say.nothing_pending(place.action.ref)
    return more_time.take_back(ordered.work, ordered.person, request)


def on_grant(ordered: Ordered) -> Card:
    """Grant as chair's action, or as the board's when a minute is given."""
    place, request = _pending(ordered)
    if request is None:
        return say.nothing_pending(place.action.ref)
    answer, minute = without_minute(ordered.order.words)
    return decide(ordered.work, ordered, request, answer, minute, is_grant=True)


def on_given(ordered: Ordered) -> Card:
    """ "1.10 was agreed at last week's board to move to December": on record as a grant, with its minute."""
    place, request = _pending(ordered)
    check_can_record(ordered.person, place.partnership, ordered.work.people.get)
    if request is None:
        return say.granted_unasked(place.action, ordered.order.when)
    _, minute = without_minute(ordered.order.words)
    found = until_in(ordered, place)
    if found is None or not found.same_time(request.wanted):
        return say.another_date_granted(place.action, request, ordered.order.when)
    if not minute:
        return say.which_minute(place.action, request)
    return decide(ordered.work, ordered, request, "", minute, is_grant=True)


def on_refuse(ordered: Ordered) -> Card:
    """Refuse, with the reason; without one it is asked for."""
    place, request = _pending(ordered)
    if request is None:
        return say.nothing_pending(place.action.ref)
    answer, minute = without_minute(ordered.order.words)
    if not answer:
        return decided_words.wants_reason(place.action, request)
    return decide(ordered.work, ordered, request, answer, minute, is_grant=False)


def decide(
    work: UnitOfWork, ordered: Ordered, request: ExtensionRequest, answer: str, minute: str, *, is_grant: bool
) -> Card:
    """Decide a request: at its meeting, or the last one, when a minute is given."""
    meeting_id = None
    if minute:
        place = place_of(work, request.action_id)
        last = deciding_time.last_meeting(work, place.partnership, today_of(work, place.partnership))
        meeting_id = request.meeting_id or (last.id if last else None)
    settle = deciding_time.grant if is_grant else deciding_time.refuse
    return settle(work, ordered.person, request, answer=answer, meeting_id=meeting_id, minute_ref=minute)


def on_put_to_board(ordered: Ordered) -> Card:
    """Put it down for the next meeting."""
    place, request = _pending(ordered)
    if request is None:
        return say.nothing_pending(place.action.ref)
    today = today_of(ordered.work, place.partnership)
    meetings = ordered.work.meetings.of(place.partnership.id)
    coming = next((one for one in meetings if one.on.end >= today), None)
    if coming is None:
        raise NotFound("a meeting to come")
    return deciding_time.put_to_board(ordered.work, ordered.person, request, coming)


def on_decide(ordered: Ordered) -> Card:
    """Everything that waits for this person's decision."""
    waiting = [
        request
        for partnership in ordered.boards()
        for request in more_time.to_decide(ordered.work, ordered.person, partnership)
    ]
    if not waiting:
        return say.nothing_to_decide()
    pieces: list[Piece] = []
    for request in waiting:
        shown = more_time.card_for(ordered.work, request)
        pieces += [Rule(), *shown.pieces] if pieces else list(shown.pieces)
    return Card(say.to_decide(len(waiting)), tuple(pieces))
