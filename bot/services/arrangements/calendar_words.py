"""What "meetings" and "next board" answer: the calendars of the partnerships a person can see."""

from __future__ import annotations

from bot.card import Card
from bot.instants import local_time
from bot.meetings import next_meeting, papers_go_on, this_year
from bot.partnership import Meeting, Partnership, Person
from bot.phrases import meetings as say
from bot.phrases import statuses
from bot.phrases.stack import stacked
from bot.ports import UnitOfWork
from bot.rounds import meeting_round
from bot.services.context.standings import today_of
from bot.services.context.view import view_of


def moments(meeting: Meeting, partnership: Partnership) -> say.Moments:
    """A meeting with the moments that follow from its dates."""
    this = meeting_round(meeting, partnership)
    return say.Moments(
        meeting,
        local_time(this.updates_by, partnership.zone) if this else None,
        papers_go_on(meeting, partnership),
    )


def calendar_of(work: UnitOfWork, partnership: Partnership) -> Card:
    """Every meeting to come of one partnership."""
    today = today_of(work, partnership)
    known = work.meetings.of(partnership.id)
    ahead = [one for one in known if one.on.end >= today]
    told = [moments(one, partnership) for one in ahead]
    year = this_year(known, work.boards.of(partnership.id), today)
    return say.calendar(partnership.name, told, held=len(known) - len(ahead), this_year=year)


def meetings_for(work: UnitOfWork, person: Person, channel: str | None = None) -> Card:
    """The calendars a person can see."""
    seen = _seen(work, person, channel)
    return stacked([calendar_of(work, one) for one in seen]) if seen else statuses.no_plan()


def next_for(work: UnitOfWork, person: Person, words: str, channel: str | None = None) -> Card:
    """The next meeting of the body these words name, or of any."""
    seen = _seen(work, person, channel)
    if not seen:
        return statuses.no_plan()
    return stacked([_next_of(work, partnership, words) for partnership in seen])


def _next_of(work: UnitOfWork, partnership: Partnership, words: str) -> Card:
    known = work.meetings.of(partnership.id)
    body = body_named(words, tuple(dict.fromkeys(one.body for one in known)))
    found = next_meeting(known, today_of(work, partnership), body)
    return say.the_next(moments(found, partnership) if found else None, partnership.name, body or "")


def body_named(words: str, bodies: tuple[str, ...]) -> str | None:
    """The body these words name; a mere "board" or "meeting" is any of them unless one is called just so."""
    said = " ".join(words.casefold().removesuffix(" meeting").split())
    exact = next((body for body in bodies if body.casefold() == said), None)
    if exact is not None or said in ("", "board", "meeting"):
        return exact
    holding = [body for body in bodies if set(said.split()) <= set(body.casefold().split())]
    return holding[0] if len(holding) == 1 else None


def bodies_of(work: UnitOfWork, partnership: Partnership) -> tuple[str, ...]:
    """Every body of a partnership by its name, known or only in the calendar."""
    named = [one.name for one in work.boards.of(partnership.id)]
    return tuple(dict.fromkeys((*named, *(one.body for one in work.meetings.of(partnership.id)))))


def body_meant(words: str, bodies: tuple[str, ...]) -> str | None:
    """The body these words name; a mere "board" is the only one there is."""
    said = words.casefold()
    is_only = said in ("board", "meeting") and len(bodies) == 1
    return bodies[0] if is_only else body_named(said, bodies)


def _seen(work: UnitOfWork, person: Person, channel: str | None) -> tuple[Partnership, ...]:
    return tuple(dict.fromkeys(one for _, one in view_of(work, person, channel).plans))
