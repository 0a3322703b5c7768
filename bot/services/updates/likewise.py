""" "Ditto for 4.1", "4.1 as above": what was just said of one action is said of another too."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.commands import spoken
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.asked import last_saved
from bot.services.context.places import place_of
from bot.services.context.replying import Heard
from bot.services.context.view import view_of
from bot.services.updates.meant_otherwise import of_another
from bot.services.updates.record_update import check_may_say, propose, record

LASTS = timedelta(hours=1)
"""Said later, "as above" is as last time: no change."""

_REF = r"(?P<{}>[A-Za-z]{{0,3}}\d[\w.()/-]*\w|\d)"
_FORMS = (
    re.compile(
        r"\W*(?:and\s+)?(?:ditto|likewise|same(?:\s+again)?|the\s+same|as\s+above)(?:\s+goes)?\s+(?:for|with|on|to)\s+"
        + _REF.format("ref")
        + r"(?:\s+(?:too|please|thanks))?\W*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\W*(?:and\s+)?" + _REF.format("ref") + r"\s*[:,–-]?\s*(?:is\s+|also\s+|the\s+)*"
        r"(?:ditto|likewise|(?:same\s+)?as\s+above|same\s+again)\W*",
        re.IGNORECASE,
    ),
)


def said_alike(work: UnitOfWork, heard: Heard, asked: frozenset[ActionId]) -> dict[str, object] | None:
    """Say of the action that is named what was said last of another; the subject of the reply, None when the
    words say no such thing, or nothing was saved just before."""
    found = next((one for form in _FORMS if (one := form.fullmatch(spoken(heard.said.text)))), None)
    if found is None:
        return None
    before = [one for one in last_saved(work, heard.person) if work.now - one.made_at <= LASTS]
    actions = view_of(work, heard.person).with_ref(found["ref"])
    last = max(before, key=lambda one: one.id, default=None)
    if last is None or last.action_id is None or len(actions) != 1 or actions[0].id == last.action_id:
        return None
    place = place_of(work, actions[0].id)
    reading = of_another(work, last, action=place.action.ref)
    check_may_say(work, heard.person, place, reading)
    route = heard.said.route
    if place.action.id in asked:
        saved = record(work, heard.person, place.action.id, reading, route, heard.message_id, heard.voice)
        return {"say": "read_back", "updates": [saved.id]}
    waits = propose(
        work, heard.person, reading, place=place, message_id=heard.message_id, route=route, voice=heard.voice
    )
    return {"say": "read_back", "updates": [waits]}
