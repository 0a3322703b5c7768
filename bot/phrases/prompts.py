"""The one ask of a round, its one reminder, and the introduction that comes before either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.assessment import Assessed
from bot.card import Act, Button, Card, Line, Menu, Piece, Rule, Taps, Tone
from bot.conversation import PromptId
from bot.phrases import actions, dates, snoozes
from bot.phrases.words import counted, listed
from bot.plan import Action
from bot.prompting import Ask


@dataclass(frozen=True, slots=True)
class Cover:
    """A deputy who is asked in a lead's place, until the end of a day if that is still known."""

    deputy: str
    lead: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Asking:
    """What a prompt is for: the plan, by when (local wall time), which meeting, in whose place, and the
    mornings it may be put off to."""

    prompt_id: PromptId
    plan_title: str
    updates_by: datetime
    on: date
    body: str
    today: date
    cover: Cover | None = None
    mornings: tuple[date, ...] = ()


def deadline(at: datetime) -> str:
    """ "noon Tue 29 Sept"."""
    return f"{dates.clock(at)} {dates.weekday_and_day(at.date())}"


def prompt(
    asking: Asking,
    ask: Ask,
    saved: Sequence[Action] = (),
    *,
    introduction: Card | None = None,
    undo_value: str = "",
) -> Card:
    """Taps for the few that matter, one line for the rest; `saved` are those answered already."""
    title = _title(asking, len(ask.items))
    pieces: list[Piece] = [*introduction.pieces, Rule()] if introduction else []
    pieces.append(Line(title, Tone.HEADING))
    for one in ask.with_taps:
        pieces.append(Line(asked(one, asking.today)))
        pieces.append(Taps(taps(f"prompt:{asking.prompt_id} action:{one.action.id}")))
    pieces += _not_due(ask.not_due)
    pieces += _left(ask.left_for_now)
    pieces += _rest(asking, ask)
    if saved:
        pieces.append(Line(f"Saved: {listed([action.ref for action in saved])}.", Tone.QUIET))
    pieces += _undo(undo_value)
    pieces += _not_now(asking)
    pieces.append(Line(_in_own_words(ask), Tone.QUIET))
    pieces += _shown_as(asking.cover)
    return Card(title, tuple(pieces))


def _title(asking: Asking, count: int) -> str:
    what = counted(count, f"{asking.plan_title} action")
    return f"{_for(asking.cover)}{what}: update by {deadline(asking.updates_by)} ({_meeting(asking)})"


def _for(cover: Cover | None) -> str:
    """ "For S Okoro, as deputy until Fri 6 Nov: "."""
    if cover is None:
        return ""
    until = f" until {dates.weekday_and_day(cover.until)}" if cover.until is not None else ""
    return f"For {cover.lead}, as deputy{until}: "


def _shown_as(cover: Cover | None) -> list[Piece]:
    if cover is None:
        return []
    return [Line(f'Your answer is shown as "{cover.deputy} for {cover.lead}".', Tone.QUIET)]


def _meeting(asking: Asking) -> str:
    return f"{asking.body or 'for'} {dates.day_and_month(asking.on)}"


def asked(one: Assessed, today: date) -> str:
    """An action as it is asked about: its name, its date, and what was said last."""
    late = ", past the agreed date" if one.is_late else ""
    due = actions.due_next(one.action, today)
    return f"{actions.named(one.action)} · {due}{late} · {actions.last_said(one, today)}"


_ACTS = (
    ("No change", Act.NO_CHANGE),
    ("On track", Act.ON_TRACK),
    ("Slipping…", Act.SLIPPING),
    ("Done", Act.DONE),
    ("Need help", Act.NEED_HELP),
)


def taps(value: str) -> tuple[Button, ...]:
    """The answers to be had by a tap; `value` says of which action, and to which prompt."""
    return tuple(Button(label, act, value) for label, act in _ACTS)


def _not_due(not_due: Sequence[Assessed]) -> list[Line | Taps]:
    if not not_due:
        return []
    if len(not_due) == 1:
        one = not_due[0]
        name, when = actions.named(one.action), actions.due(one.action)
        text = f"{name} · {when} · {one.standing}: nothing needed this time"
    else:
        refs = listed([one.action.ref for one in not_due])
        text = f"{refs}: ➖ Not yet due, nothing needed this time"
    return [Line(text, Tone.QUIET)]


def _left(left: Sequence[Assessed]) -> list[Line | Taps]:
    """What is far off and in order: told once a quarter."""
    if not left:
        return []
    refs = _few([one.action.ref for one in left])
    be = "is" if len(left) == 1 else "are"
    return [Line(f"{listed(refs)} {be} further off and in order: asked once a quarter, not now", Tone.QUIET)]


def _rest(asking: Asking, ask: Ask) -> list[Line | Taps]:
    value = f"prompt:{asking.prompt_id}"
    if not ask.rest:
        form = Button("Answer in a form", Act.OPEN_FORM, value)
        if len(ask.with_taps) < 2:
            return [Taps((form,))]
        every = Button(f"{_all(len(ask.with_taps))}: no change", Act.ALL_NO_CHANGE, value)
        return [Taps((every, form))]
    count = len(ask.rest)
    soonest = [one.action.approved_due.end for one in ask.rest if one.action.approved_due is not None]
    who, be, have = ("one", "is", "has") if count == 1 else (str(count), "are", "have")
    if len(soonest) == count:
        first = f"The other {who} {be} not due before {dates.month_and_year(min(soonest))}."
    else:
        first = f"The other {who} {have} had a word before and {be} not due soon."
    ids = " ".join(f"action:{one.action.id}" for one in ask.rest)
    return [
        Line(first),
        Taps(
            (
                Button(f"{_all(count)}: no change", Act.ALL_NO_CHANGE, f"{value} {ids}"),
                Button("Show them", Act.SHOW_STATUS, "status:mine"),
                Button("Answer in a form", Act.OPEN_FORM, value),
            )
        ),
    ]


def _all(count: int) -> str:
    return {1: "This one", 2: "Both"}.get(count, f"All {count}")


def _in_own_words(ask: Ask) -> str:
    refs = [action.ref for action in ask.items]
    first = f"{refs[0]} slips to end of Jan, waiting for IT" if refs else "on track"
    second = f"; {refs[1]} no change" if len(refs) > 1 else ""
    return f'Or write back in your own words: "{first}{second}"'


def _not_now(asking: Asking) -> list[Taps]:
    """Put it off, or let the deputy answer; a deputy can only put it off."""
    items: tuple[Menu | Button, ...] = (*snoozes.later(asking.prompt_id, asking.mornings), *_deputys(asking))
    return [Taps(items)] if items else []


def _deputys(asking: Asking) -> list[Button]:
    return [] if asking.cover is not None else [snoozes.ask_deputy(asking.prompt_id)]


def _undo(value: str) -> list[Taps]:
    return [Taps((Button("Undo", Act.UNDO, value),))] if value else []


def answered(asking: Asking, saved: Sequence[Action], undo_value: str = "") -> Card:
    """In place of a prompt of which nothing is left."""
    refs = listed([one.ref for one in saved])
    text = f"Thank you. Everything is in for {dates.day_and_month(asking.on)}: {refs}."
    return Card(text, (Line(text), *_undo(undo_value)))


def closed_round() -> Card:
    """In place of a prompt whose meeting has been taken out of the calendar."""
    text = "This round has been closed. Your updates are saved; you can tell me news at any time."
    return Card(text, (Line(text),))


def reminder(asking: Asking, still_open: Sequence[Action], now_day: date) -> Card:
    """One only, for what is still open."""
    refs = ", ".join(action.ref for action in still_open)
    is_tomorrow = (asking.updates_by.date() - now_day).days == 1
    when = f"{dates.clock(asking.updates_by)} tomorrow" if is_tomorrow else deadline(asking.updates_by)
    count = counted(len(still_open), "action")
    text = f"{_for(asking.cover)}{count} still open, due {when}: {refs}."
    value = f"prompt:{asking.prompt_id}"
    return Card(
        text,
        (
            Line(text),
            Taps(
                (
                    Button(f"{_all(len(still_open))}: no change", Act.ALL_NO_CHANGE, value),
                    Button("Answer", Act.OPEN_FORM, value, is_primary=True),
                    *_deputys(asking),
                )
            ),
        ),
    )


_COMMON = frozenset({"plan", "partnership", "programme", "board", "alliance", "forum", "group", "strategy"})
"""What a name ends with that wants an article: "the Larkmere plan", but "Brackenridge"."""


def the_plan(name: str) -> str:
    """The plan or partnership as it stands in a sentence."""
    words = name.casefold().split()
    return f"the {name}" if words and words[-1] in _COMMON and words[0] != "the" else name


def is_it_no_change(prompt_id: PromptId, refs: Sequence[str]) -> Card:
    """A thumbs-up says neither which nor what."""
    text = f"Does that mean no change on {listed(list(refs))}? Nothing is saved yet."
    value = f"prompt:{prompt_id}"
    taps = (
        Button(f"{_all(len(refs))}: no change", Act.ALL_NO_CHANGE, value),
        Button("Answer in a form", Act.OPEN_FORM, value),
    )
    return Card(text, (Line(text), Taps(taps)))


def no_such_day(words: str) -> Card:
    """A day that no calendar has."""
    text = f"There is no {words}. Nothing is saved: please say it again with the right date."
    return Card(text, (Line(text),))


def deputys_introduction(set_up_by: str, plan_title: str) -> Card:
    """The first message of somebody who stands in for a lead."""
    who = f"{set_up_by} (board officer)" if set_up_by else "Your board officer"
    first = f"Hello, I am Leadline. {who} set me up to collect updates for {the_plan(plan_title)}."
    return Card(first, (Line(first), Line(KEPT), Taps((Button("This is not me", Act.NOT_ME, ""),))))


KEPT = (
    "Your words are kept with the action, plan members can read them, "
    "and they can be released under FOI. No patient details, please."
)


BESIDE = "choice:0"
"""What a button carries whose answer is to stand beside its message, not in its place."""


def introduction(
    set_up_by: str, plan_title: str, refs: Sequence[str], next_ask: datetime | None, *, asks_now: bool
) -> Card:
    """A lead's first message: who set this up, why, and what happens with what they write."""
    who = f"{set_up_by} (board officer)" if set_up_by else "Your board officer"
    first = (
        f"Hello, I am Leadline. {who} set me up to collect updates for {the_plan(plan_title)} "
        "instead of the e-mailed table."
    )
    when = f", next on {dates.weekday_and_day(next_ask.date())}" if next_ask else ""
    today = (
        "I ask once before each board; this is the first time."
        if asks_now
        else (f"Nothing to do today: I ask once before each board{when}.")
    )
    leads = f"You lead {listed(_few(refs))}. {today}"
    taps = Taps(
        (
            Button("My actions", Act.SHOW_STATUS, "status:mine"),
            Button("This is not me", Act.NOT_ME, ""),
            Button("I am away soon…", Act.SAY_AWAY, BESIDE),
        )
    )
    return Card(first, (Line(first), Line(leads), Line(KEPT), taps))


def _few(refs: Sequence[str]) -> list[str]:
    return list(refs) if len(refs) <= 8 else [*refs[:7], f"{len(refs) - 7} more"]
