"""A view as it is told: whose it is, what it says, and for which meeting; kept apart from any report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.assessment import Assessed
from bot.card import Card, Line, Tone
from bot.phrases import actions, dates
from bot.phrases.credits import for_lead
from bot.phrases.time_decided import the_body
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action
from bot.views import Capacity, ToldView

WIDTH = 400
"""So much of a view stands in a list."""


ON_PAPER = 2000
"""So much of it stands in a paper: all that anybody writes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing asked about: the action, or the matter while `action` is None; and how the action stands, for
    whoever may see that."""

    action: Action | None
    matter: str
    now: Assessed | None = None

    @property
    def ref(self) -> str:
        """What it is called within a sentence."""
        return self.action.ref if self.action is not None else quoted(self.matter)

    @property
    def named(self) -> str:
        """What it is called in a list."""
        return actions.named(self.action) if self.action is not None else quoted(self.matter)


@dataclass(frozen=True, slots=True)
class For:
    """What views are for: the body, the day it meets, when they are wanted (local time), and whether that is
    in time for its paper."""

    body: str
    on: date
    by: datetime
    in_paper: bool = True

    @property
    def meeting(self) -> str:
        """ "the board on Wed 14 Oct"."""
        return f"{the_body(self.body)} on {dates.weekday_and_day(self.on)}"


def credit(name: str, member: str, capacity: Capacity) -> str:
    """ "J Kelly", "L Smith (supporting J Kelly)", "J Tranter for J Kelly"."""
    if capacity is Capacity.SUPPORTER:
        return f"{name} (supporting {member})"
    return for_lead(name, member) if capacity is Capacity.DEPUTY else name


def whose(constituency: str, who: str) -> str:
    """ "Carers (J Kelly)", "Carers, L Smith (supporting J Kelly)", or the name alone."""
    if not constituency:
        return who
    group = f"{constituency[:1].upper()}{constituency[1:]}"
    return f"{group}, {who}" if "(" in who or ", " in who else f"{group} ({who})"


def said(view: ToldView, width: int = WIDTH) -> str:
    """What was said, in quotation marks; that there is nothing to add; or that there is no answer yet."""
    if not view.is_said:
        return "no answer yet"
    return "nothing to add" if view.is_nothing else quoted(shortened(view.words, width))


def line(view: ToldView, width: int = WIDTH) -> str:
    """'Carers (J Kelly): "letters should go the same day"'."""
    return f"{whose(view.constituency, view.who)}: {said(view, width)}"


def standing(title: str, groups: Sequence[tuple[str, Sequence[ToldView]]], hint: str = "") -> Card:
    """How the views for a meeting stand: under each thing asked about, what each member said."""
    pieces = [Line("\n".join((f"{named}", *(f"• {line(one)}" for one in told)))) for named, told in groups]
    quiet = [Line(hint, Tone.QUIET)] if hint else []
    return Card(title, (Line(title, Tone.HEADING), *pieces, *quiet))


def so_far(body: str, on: date, said: int, total: int) -> str:
    """ "Views for the board on Wed 14 Oct: 2 of 3 given"."""
    return f"Views for {the_body(body)} on {dates.weekday_and_day(on)}: {said} of {total} given"


def in_history(for_: For, view: ToldView, at: datetime | None, *, is_taken_back: bool, is_last: bool) -> str:
    """One wording among everything said of an action."""
    when = f", {dates.day_and_month(at.date())}" if at is not None else ""
    note = " (taken back)" if is_taken_back else "" if is_last else " (reworded since)"
    return f"View for {for_.meeting}: {line(view)}{when}{note}"


def late(one: Wanted, view: ToldView, for_: For) -> Card:
    """To the officers: a view that came after the paper."""
    text = f"A view on {one.ref} for {for_.meeting} came after the paper: {line(view)}"
    return Card(text, (Line(text), Line(one.named, Tone.QUIET)))


def public(groups: Sequence[str]) -> str:
    """Who was heard, in plain English: groups, never a person's name or words."""
    names = listed(list(groups))
    return f"{names[:1].upper()}{names[1:]} told the board what they think." if groups else ""
