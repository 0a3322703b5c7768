"""A paper asked for in chat: which meeting is meant, and the message that its file comes with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.card import Card, Line
from bot.card_files import PaperFile
from bot.errors import LeadlineError, NotAllowed, NotFound, PaperUnmade
from bot.language.dates import Direction, read_timescale
from bot.language.reading import Conventions
from bot.meetings import next_meeting
from bot.paper_words import PaperWanted, paper_wanted
from bot.papers.heading import meeting_words
from bot.papers.paper import PaperKind
from bot.partnership import Meeting, Person
from bot.permissions import can_make_paper, check_can_make_paper
from bot.phrases import papers as say
from bot.ports import UnitOfWork
from bot.services.arrangements.calendar_words import body_named
from bot.services.context.refusing import refused
from bot.services.context.standings import today_of
from bot.services.reports.papers import stamped
from bot.timescale import Precision, Timescale

_ANY = frozenset({"", "board", "the board", "meeting", "next meeting", "next board"})
"""Words for whichever body meets next."""
_BEFORE_A_DAY = frozenset({"on", "of", "in", "meeting", "the"})
_TOLD = 6


def paper_subject(words: str) -> dict[str, object]:
    """What is owed in answer to words that ask for a paper; the reply says which, and for which meeting."""
    wanted = paper_wanted(words)
    if wanted is None:
        raise NotFound("the paper")
    return {
        "say": "paper",
        "kind": wanted.kind.value,
        "body": wanted.body,
        "since": wanted.since,
        "pdf": wanted.as_pdf,
    }


def paper_card(work: UnitOfWork, person: Person, subject: Mapping[str, object]) -> Card:
    """The message a paper comes with: for the next meeting of the body that was named, or for the meeting of
    the day that was.

    The file is made when the message is sent, and the right is asked again then.
    """
    wanted = PaperWanted(
        PaperKind(str(subject["kind"])),
        str(subject["body"]),
        str(subject.get("since", "")),
        as_pdf=bool(subject.get("pdf")),
    )
    try:
        return _on_its_way(work, person, wanted)
    except LeadlineError as error:
        return refused(work, person, error)


def _on_its_way(work: UnitOfWork, person: Person, wanted: PaperWanted) -> Card:
    known = work.partnerships.all()
    theirs = [one for one in known if can_make_paper(person, one)]
    if not theirs:
        led = {plan.partnership_id for plan in work.plans.live() if plan.led_by(person.id)}
        for one in known:
            if one.id in led:
                check_can_make_paper(person, one, work.people.get)
        raise NotAllowed("see the plan")
    told: list[str] = []
    files: list[PaperFile] = []
    ahead: list[Meeting] = []
    for partnership in theirs:
        meetings = work.meetings.of(partnership.id)
        today = today_of(work, partnership)
        ahead += [one for one in meetings if one.on.end >= today]
        meeting = meeting_meant(wanted.body, meetings, today)
        if meeting is not None:
            is_pdf = wanted.as_pdf and wanted.kind is not PaperKind.TRACKER
            file = PaperFile(
                meeting.id, person.id, wanted.kind.value, since=_since(wanted, today), as_pdf=is_pdf
            )
            paper = stamped(work, partnership, meeting, wanted.kind)
            told.append(say.on_its_way(wanted.kind, paper.meeting, paper.stamp))
            files.append(file)
    if not files:
        raise PaperUnmade(say.which_meeting([meeting_words(one) for one in ahead[:_TOLD]], len(ahead)))
    if wanted.as_pdf:
        told.append(say.TRACKER_HAS_NO_PDF if wanted.kind is PaperKind.TRACKER else say.PDF_FOLLOWS)
    return Card(told[0], tuple(map(Line, told)), tuple(files))


def _since(wanted: PaperWanted, today: date) -> str:
    """The day that was said after "since", as ISO writes it; empty where none was."""
    if not wanted.since:
        return ""
    if wanted.kind is not PaperKind.YEAR_ON:
        raise PaperUnmade(say.SINCE_IS_YEAR_ON)
    found = read_timescale(wanted.since, today, Conventions(), Direction.PAST)
    if found is None:
        raise PaperUnmade(say.no_such_since(wanted.since))
    return found.start.isoformat()


def meeting_meant(words: str, meetings: Sequence[Meeting], today: date) -> Meeting | None:
    """The meeting of "Board 14 Oct", "14 October" or "the Board": of the day or month that is named the one
    nearest to today, past or to come; without a day the next one."""
    body_words, day = _apart(words, today)
    among = meetings if day is not None else [one for one in meetings if one.on.end >= today]
    body = body_named(body_words, tuple(dict.fromkeys(one.body for one in among)))
    if body is None and body_words.casefold() not in _ANY:
        return None
    if day is None:
        return next_meeting(among, today, body)
    has_year = any(word.isdigit() and len(word) == len("2026") for word in words.split())
    then = [
        one for one in among if (body is None or one.body == body) and _is_then(one, day, has_year=has_year)
    ]
    return min(then, key=lambda one: (abs((one.on.end - today).days), one.id), default=None)


def _apart(words: str, today: date) -> tuple[str, Timescale | None]:
    """The body's words, and the day or month that stands behind them."""
    said = words.replace(",", " ").split()
    for begin in range(len(said)):
        found = read_timescale(" ".join(said[begin:]), today, Conventions())
        if found is not None and found.precision in (Precision.DAY, Precision.MONTH):
            body = said[:begin]
            while body and body[-1].casefold() in _BEFORE_A_DAY:
                body.pop()
            return " ".join(body), found
    return " ".join(said), None


def _is_then(meeting: Meeting, when: Timescale, *, has_year: bool) -> bool:
    """Whether a meeting is on this day, or in this month: of this year only where one was said."""
    on = meeting.on.end
    if has_year and on.year != when.end.year:
        return False
    is_month = when.precision is Precision.MONTH or not meeting.has_day
    return on.month == when.end.month and (is_month or on.day == when.end.day)
