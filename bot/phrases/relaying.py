"""Words for people who do not use the chat tool: what is entered for them, and the text to send them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.assessment import Assessed
from bot.card import Card, Line, Tone
from bot.phrases import actions
from bot.phrases.prompts import Asking, deadline
from bot.phrases.words import counted, quoted, shortened


def nothing_relayed(name: str) -> Card:
    """No action was spoken of in what was relayed."""
    text = f'I read no action in that. For example "for {name} by phone: 3.2 slips to Nov, waiting for HR".'
    return Card(text, (Line(text), Line("Your message is kept; nothing has been saved.", Tone.QUIET)))


def e_mail(asking: Asking, wanted: Sequence[Assessed], name: str, officer: str) -> Card:
    """A prompt as text, to be sent from the officer's own mailbox."""
    count = counted(len(wanted), "action")
    subject = f"Subject: {asking.plan_title}: {count}, please reply by {deadline(asking.updates_by)}"
    lines = [
        f"{actions.named(one.action)}, {actions.due(one.action)}. Last time: {_last(one)}." for one in wanted
    ]
    ending = (
        "A line each is enough, in your own words: on track, slipping (to when and why), done, or help "
        f"needed. {officer}, board officer"
    )
    how = f'When the answer is here: "for {name} by e-mail:" and paste it. I read it back to you first.'
    text = "\n".join((subject, *lines, ending))
    return Card(subject, (Line(text), Line(how, Tone.QUIET)))


def _last(one: Assessed) -> str:
    words = one.action.narrative or one.action.blocker
    return quoted(shortened(words, 160)) if words else "no update"


def nothing_to_ask(name: str) -> Card:
    """There is no round, or nothing is open."""
    text = f"There is nothing to ask {name} at the moment: no round is coming, or everything is in."
    return Card(text, (Line(text),))
