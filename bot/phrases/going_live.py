"""Before, at and after going live, told to the board officer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.card import (
    AccountPicker,
    Act,
    Button,
    Card,
    FieldKind,
    Form,
    FormField,
    Line,
    Menu,
    Piece,
    Rule,
    Taps,
    Tone,
)
from bot.phrases import dates
from bot.phrases.words import counted, listed, quoted


@dataclass(frozen=True, slots=True)
class Outlook:
    """What going live brings. Instants are local wall time; None where no meeting is set. `elsewhere` are the
    leads who were said not to be on the platform."""

    leads: tuple[str, ...]
    without_account: tuple[str, ...]
    elsewhere: tuple[str, ...]
    introduced_on: date
    today: date
    first_ask: datetime | None
    updates_by: datetime | None
    papers_on: date | None
    printed_papers: date | None
    has_channel: bool
    open_questions: int


def before(outlook: Outlook, plan_value: str, first_lead: tuple[str, str] | None) -> Card:
    """What happens if you go live. `first_lead` is a lead's name and the value of a preview of theirs."""
    first = f"If you go live: {_what_happens(outlook)}."
    lines = [Line(first)]
    lines.append(Line("The first digest is the starting position: silence counts from today.", Tone.QUIET))
    lines += [Line(line) for line in _gaps(outlook)]
    taps = [Button(f"Preview {first_lead[0]}'s", Act.PREVIEW, first_lead[1])] if first_lead else []
    if len(outlook.leads) > 1:
        taps.append(Button("Start with some leads…", Act.GO_LIVE_SOME, plan_value))
    taps.append(Button("Go live", Act.GO_LIVE, plan_value, is_primary=True))
    taps.append(Button("Not yet", Act.SHOW_SETUP, plan_value))
    return Card(first, (*lines, Taps(tuple(taps))))


def _what_happens(outlook: Outlook) -> str:
    when = (
        "today"
        if outlook.introduced_on == outlook.today
        else f"on {dates.weekday_and_day(outlook.introduced_on)}"
    )
    verb = "gets" if len(outlook.leads) == 1 else "get"
    parts = [f"{counted(len(outlook.leads), 'lead')} {verb} one introduction {when}"]
    if outlook.first_ask is not None:
        day = dates.weekday_and_day(outlook.first_ask.date())
        parts.append(f"first ask {day} {dates.clock(outlook.first_ask)}")
    if outlook.updates_by is not None:
        day = dates.weekday_and_day(outlook.updates_by.date())
        parts.append(f"updates by {dates.clock(outlook.updates_by)} {day}")
    if outlook.papers_on is not None:
        parts.append(f"papers {dates.weekday_and_day(outlook.papers_on)}{_moved(outlook)}")
    return "; ".join(parts)


def _moved(outlook: Outlook) -> str:
    printed = outlook.printed_papers
    if printed is None or printed == outlook.papers_on:
        return ""
    return f" ({dates.day_and_month(printed)} is a {printed:%A})"


def _gaps(outlook: Outlook) -> list[str]:
    lines = []
    if outlook.without_account:
        some = _some(outlook.without_account)
        lines.append(f'Nobody to ask yet for {some}: no account is linked. See "people".')
    if outlook.elsewhere:
        first = outlook.elsewhere[0]
        lines.append(
            f"Not on Slack: {_some(outlook.elsewhere)}. You ask them yourself: "
            f'"ask by e-mail {first}" gives the text, "for {first} by e-mail: …" enters the answer.'
        )
    if outlook.first_ask is None:
        lines.append('No meeting is set, so nobody is asked before there is one. See "settings".')
    if not outlook.has_channel:
        lines.append('No channel is set, so digests wait. See "settings".')
    if outlook.open_questions:
        lines.append(
            f"{counted(outlook.open_questions, 'question')} of the import left open; they stay yours."
        )
    return lines


def _some(names: Sequence[str]) -> str:
    more = len(names) - 5
    return listed([*names[:5], *([f"{more} more"] if more > 0 else [])])


def no_pack_yet() -> Card:
    """A pack is of a live plan and a meeting to come."""
    text = "There is no pack to show yet: it needs a live plan and a meeting that is set."
    return Card(text, (Line(text), Line('"preview digest" shows where a draft starts from.', Tone.QUIET)))


def some_form(plan_value: str, suggested: Sequence[str]) -> Form:
    """Who is asked first."""
    return Form(
        title="Start with some leads",
        act=Act.GO_LIVE_SOME,
        value=plan_value,
        intro='The plan goes live; only these leads hear from me until you say "go live for all".',
        fields=(
            FormField(
                "leads", "Which leads first?", FieldKind.LONG_TEXT, initial=", ".join(suggested),
                hint="Names as the plan spells them, with commas.", is_required=True,
            ),
        ),
        submit_label="Go live",
    )  # fmt: skip


def no_such_leads(names: Sequence[str]) -> str:
    """Names that lead nothing in this plan."""
    return f"I find no lead called {listed([quoted(name) for name in names])} in this plan."


def live(title: str, count: int, first: Sequence[str], first_ask: datetime | None, today: date) -> Card:
    """It has happened, and when leads are first asked: local wall time, None where no meeting is set."""
    whom = f" Only {listed(first)} hear from me; the others when you say so." if first else ""
    text = f"{title} is live: {counted(count, 'lead')} can be reached.{whom} {_asked_when(first_ask, today)}"
    note = 'Type "status" for the lists, "preview digest" for the next one.'
    return Card(text, (Line(text), Line(note, Tone.QUIET)))


def _asked_when(first_ask: datetime | None, today: date) -> str:
    if first_ask is None:
        return "No meeting is set, so nobody is asked yet."
    on = "today" if first_ask.date() == today else f"on {dates.weekday_and_day(first_ask.date())}"
    return f"Leads are first asked {on}, {dates.clock(first_ask)}."


def for_all(title: str, names: Sequence[str], waiting: int, plan_value: str) -> Card:
    """Some are asked; shall all be?"""
    text = (
        f"{title} asks {listed(names)} so far. Going on, {counted(waiting, 'other lead')} hear from me too."
    )
    return Card(
        text,
        (Line(text), Taps((Button("Go live for all", Act.GO_LIVE_ALL, plan_value, is_primary=True),))),
    )


def all_live(title: str) -> Card:
    """Everybody is asked now."""
    text = f"{title}: every lead is asked from now on, and silence counts from today."
    return Card(text, (Line(text),))


def is_live_already(title: str) -> Card:
    """Nothing is left to do."""
    text = f"{title} is live, and every lead is asked."
    return Card(text, (Line(text),))


def archived(title: str) -> Card:
    """An old plan, kept and left alone."""
    text = f"{title} is kept as an archive. Nobody is asked about it, and no digest counts it."
    return Card(text, (Line(text),))


def preview(heading: str, cards: Sequence[Card]) -> Card:
    """Messages nobody is sent, for the officer's eyes. Their buttons are words here."""
    pieces: list[Piece] = [Line(heading, Tone.HEADING)]
    pieces.append(Line("Nothing is sent or noted.", Tone.QUIET))
    for card in cards:
        pieces.append(Rule())
        pieces += [_in_words(piece) for piece in card.pieces]
    return Card(heading, tuple(pieces))


def _in_words(piece: Piece) -> Piece:
    if not isinstance(piece, Taps):
        return piece
    return Line(" ".join(f"[{_label(item)}]" for item in piece.items), Tone.QUIET)


def _label(item: Button | Menu | AccountPicker) -> str:
    return item.label if isinstance(item, Button) else item.placeholder


def nobody_called(name: str) -> Card:
    """A preview for somebody who leads nothing."""
    text = f"I find no lead called {quoted(name)} in this plan."
    return Card(text, (Line(text),))


def nothing_to_ask(name: str) -> str:
    """A lead of whom nothing would be asked."""
    return f"{name} would be asked nothing in the next round."
