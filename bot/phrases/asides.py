"""Short answers to what is said or asked of the bot itself, and what a board officer is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.asides import Aside
from bot.card import Act, Button, Card, Line, Piece, Taps, Tone
from bot.phrases import actions, dates
from bot.phrases.prompts import the_plan
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action

MOST_LISTED = 8


def _refs(led: Sequence[Action]) -> str:
    return listed([one.ref for one in led]) if len(led) <= MOST_LISTED else f"{len(led)} actions"


def _who(officers: Sequence[str]) -> str:
    return listed(list(officers)) or "Your board officer"


def _told(told: Sequence[str]) -> str:
    return f" I have told {listed(list(told))}." if told else ""


def _card(*lines: str, taps: Taps | None = None) -> Card:
    pieces: list[Piece] = [Line(one) for one in lines if one]
    return Card(lines[0], (*pieces, taps) if taps is not None else tuple(pieces))


def who_are_you(officers: Sequence[str], plans: Sequence[str]) -> Card:
    """What the bot is, and for whom."""
    whose = f" for {listed([the_plan(one) for one in plans])}" if plans else ""
    return _card(
        f"I am Leadline, a bot. I collect updates{whose} and report them to the board.",
        f'{_who(officers)} set me up. "privacy" says what I keep; "help" what I can do.',
    )


def who_set_up(officers: Sequence[str], plans: Sequence[str]) -> Card:
    """Who answers for the bot."""
    whose = f" for {listed([the_plan(one) for one in plans])}" if plans else ""
    is_one = len(officers) < 2
    return _card(
        f"{_who(officers)} ({'board officer' if is_one else 'board officers'}) set me up{whose}, "
        f"and {'answers' if is_one else 'answer'} questions about it."
    )


def why_asked(led: Sequence[Action], on: date | None) -> Card:
    """Why somebody is asked, and what is enough."""
    if not led:
        return _card("You lead no open action, so I ask you for nothing.")
    board = f"the board on {dates.weekday_and_day(on)}" if on is not None else "its board"
    return _card(
        f"You lead {_refs(led)} in the plan, and {board} reads how they stand.",
        f'A line is enough: "no change", or "{led[0].ref} on track".',
    )


def when_due(led: Sequence[Action], updates_by: datetime | None, on: date | None, today: date) -> Card:
    """By when an update is wanted, and when each action is due."""
    if not led:
        return _card("You lead no open action, so nothing is due from you.")
    wanted = (
        f"Your update is wanted by {dates.clock(updates_by)} {dates.weekday_and_day(updates_by.date())}"
        f"{f', for {dates.day_and_month(on)}' if on is not None else ''}."
        if updates_by is not None
        else "No date is set for the next update."
    )
    shown = [f"{actions.named(one)}: {actions.due_next(one, today)}" for one in led[:MOST_LISTED]]
    more = f'And {len(led) - MOST_LISTED} more: "mine".' if len(led) > MOST_LISTED else ""
    return _card(wanted, "\n".join(shown), more)


def stop(led: Sequence[Action], officers: Sequence[str], told: Sequence[str]) -> Card:
    """To whoever wants no more messages: how often they come, and who can change it."""
    ask = "I ask once before each meeting, and remind once."
    if not led:
        ask = "You lead no open action, so I ask you for nothing now."
    mine = f'If an action is not yours, write "{led[0].ref} is not mine".' if led else ""
    return _card(ask, f"{mine} {_who(officers)} can change what I send.{_told(told)}".strip())


def wrong_person(name: str, led: Sequence[Action], officers: Sequence[str], told: Sequence[str]) -> Card:
    """To whoever says it is not theirs: whom the bot takes them for, and of what."""
    whom = f"I have you as {name}, {'lead of ' + _refs(led) if led else 'who leads no open action'}."
    mine = f'If one of them is not yours, write "{led[0].ref} is not mine". ' if led else ""
    return _card(
        whom,
        f"{mine}{_who(officers)} can put it right.{_told(told)} Nothing has been changed.",
        taps=Taps((Button("This is not me", Act.NOT_ME, ""),)),
    )


def left(led: Sequence[Action], officers: Sequence[str], told: Sequence[str]) -> Card:
    """To whoever no longer does the work."""
    if not led:
        return _card(f"Thank you. You lead no open action here.{_told(told)}")
    be = "it stands" if len(led) == 1 else "they stand"
    return _card(
        f"Thank you.{_told(told)} {_who(officers)} can hand {_refs(led)} to somebody else.",
        f"Until then {be} under your name.",
    )


def talk(led: Sequence[Action], officers: Sequence[str], told: Sequence[str]) -> Card:
    """To whoever would rather talk."""
    can = _told(told).strip() or f"{_who(officers)} can."
    line = f'For the board a line here is enough, for example "{led[0].ref} on track".' if led else ""
    return _card(f"I cannot call or be called; I only read and write messages. {can}", line)


def elsewhere(led: Sequence[Action], officers: Sequence[str], told: Sequence[str]) -> Card:
    """To whoever has said it somewhere else."""
    first = "I see only what is written to me here, so I do not have what you said elsewhere."
    if not led:
        return _card(first)
    return _card(
        first,
        f'One line is enough, for example "{led[0].ref} on track". '
        f"Or {_who(officers)} can enter it for you.{_told(told)}",
    )


def answered(waiting: Sequence[Action], asked_on: date | None) -> Card:
    """To whoever has answered already: what is here, and what is not."""
    if asked_on is None:
        return _card("I wait for nothing from you at the moment.")
    if not waiting:
        return _card("Thank you. I have your word on everything I asked about; nothing waits for you.")
    return _card(
        f"I have nothing from you on {_refs(waiting)} since I asked on {dates.weekday_and_day(asked_on)}.",
        'If it is as you said before, "no change" is enough.',
    )


_NEXT: dict[Aside, str] = {
    Aside.STOP: "I have said that I ask once before each meeting, and that you can change it.",
    Aside.WRONG_PERSON: 'If somebody else leads them: "hand over {name}".',
    Aside.LEFT: "",
    Aside.TALK: "They would like to talk.",
    Aside.ELSEWHERE: 'To enter it for them: "for {name} by e-mail: {ref} on track".',
}
"""What the officer can do about each."""


def told_officer(aside: Aside, name: str, words: str, led: Sequence[Action]) -> Card:
    """To a board officer: what somebody wrote to the bot, and what can be done."""
    said = f"{name} wrote to me: {quoted(shortened(words, 200))}." if words else f"{name} wrote to me."
    leads = f"They lead {_refs(led)}." if led else "They lead no open action."
    rest = _NEXT[aside].format(name=name, ref=led[0].ref if led else "2.7")
    return Card(said, (Line(f"{said} {leads}"), *((Line(rest, Tone.QUIET),) if rest else ())))
