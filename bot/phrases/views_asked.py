"""What a chair or officer is told who has members asked for views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import dates
from bot.phrases.prompts import deadline
from bot.phrases.time_decided import the_body
from bot.phrases.views_told import For
from bot.phrases.words import listed, quoted


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Of whom something was asked: who is asked there (a supporter or deputy is named as such), with whom
    they speak for, and until when they are away."""

    name: str
    constituency: str = ""


def asked(
    for_: For,
    refs: Sequence[str],
    of: Sequence[AskedOf],
    unreached: Sequence[str],
    value: str,
    remind: date | None,
) -> Card:
    """To whoever had views asked for."""
    about = listed(list(refs))
    lines: list[Line | Taps] = []
    if of:
        names = listed([f"{one.name} ({one.constituency})" if one.constituency else one.name for one in of])
        text = f"Asked for views on {about}, for {for_.meeting}, by {deadline(for_.by)}: {names}."
        lines.append(Line(text))
        once = f"One reminder, {dates.weekday_and_day(remind)}. " if remind is not None else ""
        paper = "What they say stands beside the action in the paper." if for_.in_paper else PAPER_GOES_BEFORE
        lines.append(Line(f"{once}{paper} “views” shows how it stands.", Tone.QUIET))
    else:
        text = f"Nobody could be asked for a view on {about} here."
        lines.append(Line(text))
    if unreached:
        name = unreached[0]
        lines.append(
            Line(
                f"I cannot reach {listed(list(unreached))} here. To enter what they say: "
                f"“view of {name} on {refs[0]}: …”."
            )
        )
    lines.append(Taps((Button("Call it off", Act.CALL_OFF_VIEWS, value),)))
    return Card(text, tuple(lines))


PAPER_GOES_BEFORE = "The paper goes before that, so what they say later is not in it."


def asked_before(refs: Sequence[str], for_: For) -> Card:
    """Each is asked once a meeting."""
    text = f"They have been asked for a view on {listed(list(refs))} for {for_.meeting} already. I ask once."
    return Card(text, (Line(text), Line("“views” shows how it stands.", Tone.QUIET)))


def nobody_sits(body: str) -> Card:
    """A body without members on record."""
    text = f"No members of {the_body(body)} are recorded, so nobody has been asked."
    hint = f"The board officer can say, for example: J Kelly is a voting member of {the_body(body)}."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def no_member(name: str) -> Card:
    """Somebody who has no member's seat today."""
    text = f"{name} is not a member of a board here today, so nobody has been asked."
    return Card(text, (Line(text), Line("“members Board” lists who is.", Tone.QUIET)))


def no_meeting(body: str) -> Card:
    """A view is for a meeting."""
    text = (
        f"The calendar has no meeting of {the_body(body)} ahead that it could be for. Nobody has been asked."
    )
    return Card(text, (Line(text),))


def when_by(words: str) -> Card:
    """A day that cannot be read, or has passed."""
    text = f"I cannot read by when {quoted(words)} is, or it has passed. Nobody has been asked."
    return Card(text, (Line(text),))


def called_off(names: Sequence[str], refs: Sequence[str]) -> Card:
    """To whoever called an ask off."""
    text = (
        f"Called off: {listed(list(names))} {'is' if len(names) == 1 else 'are'} not asked for a view on "
        f"{listed(list(refs))} any more."
        if names
        else "Every one of them has answered already. Nothing has been changed."
    )
    return Card(text, (Line(text),))


def nothing_asked() -> Card:
    """No views are asked for."""
    text = "No views are asked for, for any meeting ahead."
    hint = "A chair or the board officer can ask: “ask for views on 2.7 by 6 Nov”."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def none_asked(name: str, about: str) -> Card:
    """A view that was not asked for."""
    text = f"{name} has not been asked for a view on {about} for a meeting ahead. Nothing has been saved."
    hint = f"A chair or the board officer asks: “ask {name} for a view on {about}”."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def enter_hint(name: str, ref: str) -> str:
    """How an officer enters what a member said elsewhere."""
    return f"Nobody is asked again. To enter what was said elsewhere: “view of {name} by phone on {ref}: …”."
