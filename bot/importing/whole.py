"""Doubts that only the whole document shows: posts, strangers to the lead list, dates that are past."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.draft import Doubt, DoubtKind, DraftAction, DraftPerson
from bot.importing.actions import leads_of, past_doubt
from bot.importing.line import Line
from bot.importing.names import is_initials
from bot.importing.people import Spellings
from bot.phrases import doubts as phrases

_LIST_OF_ANY_USE = 3


def doubts_of_the_whole(
    lines: Sequence[Line],
    actions: Sequence[DraftAction],
    listed: Sequence[DraftPerson],
    list_row: int,
    spellings: Spellings,
    today: date,
) -> tuple[Doubt, ...]:
    """One doubt a post, a name or initials, and the dates that are past."""
    posts = {lead.name.casefold(): lead.is_post for line in lines for lead in leads_of(line)}
    led = _led(actions)
    known = {spellings.of(person.name) for person in listed}
    doubts = []
    for name, (row, refs) in led.items():
        if posts.get(name.casefold()):
            doubts.append(Doubt(row, DoubtKind.POST_AS_LEAD, phrases.post_as_lead(name, refs), refs=refs))
        elif is_initials(name):
            doubts.append(
                Doubt(row, DoubtKind.NOT_IN_LEAD_LIST, phrases.unknown_initials(name, refs), refs=refs)
            )
        elif len(known) >= _LIST_OF_ANY_USE and name not in known:
            doubts.append(
                Doubt(list_row, DoubtKind.NOT_IN_LEAD_LIST, phrases.not_in_lead_list(name, refs), refs=refs)
            )
    return (*doubts, *_past(lines, actions, today))


def _led(actions: Iterable[DraftAction]) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Each lead's first row and all references."""
    led: dict[str, tuple[int, tuple[str, ...]]] = {}
    for action in actions:
        for name in action.leads:
            row, refs = led.get(name, (action.row, ()))
            led[name] = (row, (*refs, action.ref))
    return led


def _past(lines: Sequence[Line], actions: Sequence[DraftAction], today: date) -> list[Doubt]:
    """Each open action that is past its date; for a plan wholly in the past, the one question that raises."""
    found = [past_doubt(line, action, today) for line, action in zip(lines, actions, strict=True)]
    past = [doubt for doubt in found if doubt is not None]
    dated = [action for action in actions if action.timescale or action.forecast]
    if len(past) > 1 and all((a.forecast or a.timescale).is_past(today) for a in dated):  # type: ignore[union-attr] # dated
        return [Doubt(past[0].row, DoubtKind.WHOLLY_PAST, phrases.wholly_past())]
    return past
