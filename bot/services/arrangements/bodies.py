"""What a board officer says of a body in chat: how often a year it is to meet, and whom its papers go to."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.boards import Body, body_called
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.meetings import Year, this_year
from bot.orders import Order, OrderKind
from bot.partnership import Partnership, PersonId
from bot.permissions import check_can_run
from bot.phrases import boards as say
from bot.ports import UnitOfWork
from bot.seats import constituency_in, seat_in
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.view import View

TIMES: dict[str, int] = {
    word: number
    for number, words in enumerate(
        ("once one", "twice two", "three thrice", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip

MOST = 52
"""A body that met more than weekly would be no board."""

_NOBODY = re.compile(r"(?:nobody|no[\s-]one|none|nowhere)(?:\s+(?:else|in\s+particular))?", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)


def describe(
    work: UnitOfWork, actor: PersonId | None, body: Body, least_yearly: int | None, distribution: str
) -> Body:
    """Say how often a body is to meet and whom its papers go to; what was said before is replaced."""
    work.boards.describe(body.id, least_yearly, distribution)
    event = AuditEvent(
        body.partnership_id,
        Verb.BODY_DESCRIBED,
        actor,
        f"body:{body.id}",
        {"was": body.least_yearly, "least_yearly": least_yearly},
        distribution,
    )
    work.audit.append(event, work.now)
    return replace(body, least_yearly=least_yearly, distribution=distribution)


def on_least_meetings(ordered: Ordered) -> Card:
    """ "Joint forum meets at least 3 times a year", "Joint forum has no minimum"."""
    partnership, body = body_run(ordered, ordered.order.other)
    words = ordered.order.words
    least = _times(words)
    if words and least is None:
        return say.not_a_number(words)
    told = describe(ordered.work, ordered.person.id, body, least, body.distribution)
    return say.least_is_set(told, _year(ordered.work, partnership, told))


def on_distribution(ordered: Ordered) -> Card:
    """ "Board papers go to the OSC, SHA", "Board papers go to nobody else"."""
    _, body = body_run(ordered, ordered.order.other)
    words = "" if _NOBODY.fullmatch(ordered.order.words) else _THE.sub("", ordered.order.words)
    return say.distribution_is_set(describe(ordered.work, ordered.person.id, body, body.least_yearly, words))


def speaks_of_a_body(work: UnitOfWork, view: View, order: Order) -> bool:
    """Whether an order names a body of a partnership in view."""
    reads = {OrderKind.SEAT: seat_in, OrderKind.SPEAKS_FOR: constituency_in}
    said = reads[order.kind](order.words) if order.kind in reads else None
    words = said.body if said is not None else order.other
    seen = dict.fromkeys(one for _, one in view.plans)
    return any(body_meant(words, bodies_of(work, one)) is not None for one in seen)


def body_run(ordered: Ordered, words: str) -> tuple[Partnership, Body]:
    """The body these words name, of a partnership this person runs. Raises `NotAllowed` or `NotFound`."""
    work = ordered.work
    seen = dict.fromkeys((*ordered.boards(), *(one for _, one in ordered.view.plans)))
    for partnership in seen:
        name = body_meant(words, bodies_of(work, partnership))
        if name is not None:
            check_can_run(ordered.person, partnership, work.people.get)
            return partnership, work.boards.named(partnership.id, name)
    raise NotFound(f"a board or group called {words}")


def _times(words: str) -> int | None:
    said = int(words) if words.isdecimal() else TIMES.get(words.casefold(), 0)
    return said if 1 <= said <= MOST else None


def _year(work: UnitOfWork, partnership: Partnership, body: Body) -> Year:
    found = this_year(work.meetings.of(partnership.id), (body,), today_of(work, partnership))
    return next((one for one in found if one.body == body.name), Year(body.name, 0, 0, body.least_yearly))


def distribution_of(work: UnitOfWork, partnership: Partnership, body: str) -> str:
    """Whom the papers of the body of this name go to; empty where nobody has said."""
    found = body_called(work.boards.of(partnership.id), body)
    return found.distribution if found is not None else ""
