"""A change of the board's calendar, read back before it is saved, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.meetings import dates_of
from bot.partnership import Meeting
from bot.phrases import dates
from bot.phrases.meetings import Moments, in_list, named, when
from bot.phrases.words import counted, listed

NOT_YET = "Nothing is saved yet."
UNCHANGED = "Nothing has been changed."


@dataclass(frozen=True, slots=True)
class Follows:
    """What a change of a meeting meets: how many leads have been asked for it, whether their reminder has
    gone, the number of its frozen pack, and whether its leads are asked as soon as it is saved."""

    asked: int = 0
    is_reminded: bool = False
    pack: str = ""
    asks_now: bool = False


def to_add(new: Moments, follows: Follows, message: int | None) -> Card:
    """A meeting that is not in the calendar yet."""
    more = [] if new.papers_on else [_papers_later(new)]
    return _offer(f"Add to the calendar: {in_list(new)}.", [*more, *_told(follows)], "Add it", message)


def to_change(was: Moments, now: Moments, follows: Follows, message: int | None) -> Card:
    """Was → now of everything that changes."""
    old, new = dates_of(was.meeting), dates_of(now.meeting)
    lines = []
    if not old.on.same_time(new.on):
        lines.append(f"{was.meeting.body}: {when(old.on)} → {when(new.on)}")
    papers = f"Papers: {_papers(was)} → {_papers(now)}"
    lines.append(papers if _papers(was) != _papers(now) else f"Papers stay: {_papers(now)}")
    if was.updates_by != now.updates_by:
        lines.append(f"Updates by: {_updates(was)} → {_updates(now)}")
    if old.on.same_time(new.on):
        lines.insert(0, named(was.meeting))
    elif _papers(was) == _papers(now) and now.papers_on is not None:
        lines.append(f'"papers for {_the(now.meeting)} go on …" sets another day for them.')
    return _offer(lines[0], [*lines[1:], *_told(follows)], "Move it", message)


def to_cancel(was: Moments, follows: Follows, message: int | None) -> Card:
    """A meeting that is to be taken out."""
    first = f"{named(was.meeting)}: take it out of the calendar?"
    more = ["Nobody is asked for it any more, and no pack is made."] if not follows.pack else []
    return _offer(first, [*more, *_told(follows, is_gone=True)], "Take it out", message)


def _told(follows: Follows, *, is_gone: bool = False) -> list[str]:
    lines = []
    if follows.asked:
        asked = (
            f"{counted(follows.asked, 'lead')} {'has' if follows.asked == 1 else 'have'} been asked for it"
        )
        after = "what they said is kept" if is_gone else "they are not asked again"
        reminded = " Its reminder has gone too." if follows.is_reminded and not is_gone else ""
        lines.append(f"{asked} already; {after}.{reminded}")
    if follows.pack:
        lines.append(f"Its pack {follows.pack} is frozen and stays as it is.")
    if follows.asks_now:
        lines.append("Its leads are asked as soon as this is saved.")
    return lines


def _offer(first: str, more: Sequence[str], label: str, message: int | None) -> Card:
    if message is None:
        last: tuple[Line | Taps, ...] = (Line("Write it to me as a message to save it."),)
    else:
        value = f"message:{message}"
        last = (
            Taps((Button(label, Act.SAVE_MEETING, value, is_primary=True),
                  Button("Leave it", Act.LEAVE_MEETING, value))),
        )  # fmt: skip
    return Card(first, (Line(first), *map(Line, more), *last, Line(NOT_YET, Tone.QUIET)))


def saved(now: Moments) -> Card:
    """The meeting as it stands now."""
    return _plain(f"In the calendar: {in_list(now)}.")


def cancelled(was: Meeting) -> Card:
    """A meeting is out of the calendar."""
    return _plain(
        f"{named(was)}: out of the calendar. Nobody is asked for it.",
        "Its history stays.",
        f'"add a meeting of {_body(was)} on {dates.day_and_month(was.on.end)}" puts it back.',
    )


def left(was: Meeting | None) -> Card:
    """The change is not wanted."""
    return _plain(f"{named(was)} stays as it was." if was else "Not added.", UNCHANGED)


def is_so(now: Moments) -> Card:
    """There is nothing to change."""
    return _plain(f"It is so already: {in_list(now)}.")


def none_such(words: str, ahead: Sequence[Meeting]) -> Card:
    """No meeting to come has that body and day."""
    known = listed([named(one) for one in ahead]) or "none"
    return _plain(f'I find no meeting to come called "{words}". To come: {known}.', UNCHANGED)


def which(ahead: Sequence[Meeting]) -> Card:
    """Several meetings could be meant."""
    return _plain(f"Which meeting is it: {'; '.join(map(named, ahead))}?", UNCHANGED)


def no_day(words: str) -> Card:
    """A day that cannot be read, or has gone."""
    return _plain(
        f'Which day is it? I read no one day or month to come in "{words}"; "9 December" is one.',
        "Several go one at a time, or drop the timetable here as a file.",
        UNCHANGED,
    )


def to_which_day(meeting: Meeting) -> Card:
    """A meeting moves, and nobody has said where to."""
    return _plain(
        f'{named(meeting)}: to which day? For example "move {_the(meeting)} to 9 December".', UNCHANGED
    )


def taken(meeting: Meeting) -> Card:
    """Two meetings of one body on one day."""
    return _plain(f"{named(meeting)} is in the calendar already.", UNCHANGED)


def does_not_fit(why: str, meeting: Meeting | None) -> Card:
    """The papers would come after the meeting."""
    hint = f'Say the papers with it: "move {_the(meeting)} to …, papers …".' if meeting else UNCHANGED
    return _plain(why, *((hint, UNCHANGED) if meeting else (hint,)))


def move_or_add(next_one: Meeting | None, body: str, day: str) -> Card:
    """ "The next board is on 9 December", and the calendar has another: which of the two is asked."""
    add = f'"add a meeting of the {body} on {day}" adds one'
    if next_one is None:
        return _plain(f"No meeting of the {body} is in the calendar; {add}.", UNCHANGED)
    return _plain(
        f"The calendar has {named(next_one)} next.",
        f'"move {_the(next_one)} to {day}" moves it; {add}.',
        UNCHANGED,
    )


def _papers_later(new: Moments) -> str:
    the = _the(new.meeting)
    return f'When are its papers due? "papers for {the} go on …" says it, now or later.'


def _papers(one: Moments) -> str:
    if one.papers_on is None:
        return "no date yet"
    due = one.meeting.papers_due_on
    went = dates.weekday_and_day(one.papers_on)
    return went if due == one.papers_on or due is None else f"{went} (due {dates.weekday_and_day(due)})"


def _updates(one: Moments) -> str:
    if one.updates_by is None:
        return "no date yet"
    return f"{dates.clock(one.updates_by)} {dates.weekday_and_day(one.updates_by.date())}"


def _the(meeting: Meeting) -> str:
    """As it can be written back: "the Board on 14 October"."""
    return f"{_body(meeting)} on {dates.day_and_month(meeting.on.end)}"


def _body(meeting: Meeting) -> str:
    return meeting.body if meeting.body.casefold().startswith("the ") else f"the {meeting.body}"


def _plain(first: str, *more: str) -> Card:
    return Card(first, (Line(first), *(Line(one, Tone.QUIET) for one in more)))
