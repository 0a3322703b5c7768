"""What a person is told when the bot itself has failed them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.delivery import DeliveryId, DeliveryKind
from bot.phrases import dates
from bot.phrases.words import counted, listed

Away = tuple[datetime, datetime]
"""From when to when the bot could not be reached, as local wall times."""

TOLD = 3
"""As many such times are told singly; of those before them only how many there were."""

MESSAGES: dict[DeliveryKind, str] = {
    DeliveryKind.INTRODUCTION: "my introduction",
    DeliveryKind.PROMPT: "the question",
    DeliveryKind.REMINDER: "the reminder",
    DeliveryKind.WEEKLY_DIGEST: "the weekly digest",
    DeliveryKind.REPLY: "an answer",
    DeliveryKind.PRE_BOARD: "the pack's digest",
    DeliveryKind.CORRECTION: "a correction of the digest",
    DeliveryKind.CONFIRMED_LINE: "a confirmed update",
    DeliveryKind.NOTICE: "a notice",
}
"""What each kind of message is called when it did not arrive."""


def message(kind: DeliveryKind, workstream: str = "") -> str:
    """What a message is called when it did not arrive; the digest of a workstream by its name."""
    return f"{MESSAGES[kind]} of {workstream}" if workstream else MESSAGES[kind]


def not_done() -> Card:
    """Something went wrong while answering a tap, a form or a command."""
    return _plain(
        "Something went wrong on my side, and nothing has been saved. Please try again in a minute."
    )


def answer_lost() -> Card:
    """What a tap asked for was done, and then the answer to it could not be shown."""
    return _plain('That is done, but I could not show you the answer. Type "status" to see how it stands.')


def not_read() -> Card:
    """A message could not be worked on, however often it was tried; the words are kept."""
    return _plain(
        "I could not work on a message of yours, and it has changed nothing. Your words are kept for a day, "
        "and your board officer has been told. Please send it again, or tell them."
    )


def message_given_up(author: str) -> Card:
    """For the board officers, when somebody's message could not be worked on. `author` is a platform name."""
    return _plain(
        f"I could not work on a message from {author}, and it has changed nothing. They have been asked to "
        "send it again or to tell you."
    )


def old_button() -> Card:
    """A button of an earlier version, whose act is no longer known."""
    return _plain(
        "That button is from an earlier version of me, and nothing has been saved. Please write it."
    )


def before_restore(lost: Away) -> Card:
    """A button or a form that was drawn in a time the record has lost, by being put back from a backup."""
    day = dates.weekday_and_day(lost[1].date())
    return _plain(
        f"This is from before my record was put back from a copy on {day}, and nothing has been changed. "
        f'Type "status" to see how things stand. What I was told {_span(lost)} may be missing: please tell '
        "me again."
    )


def more_than_one_form(shown: int, left: int) -> str:
    """Above a form that could not hold all its questions."""
    return f"These are {shown} of {shown + left} questions. Save them, then open the form again for the rest."


def not_posted(what: str, to: str | None, reason: str) -> Card:
    """To a board officer. `to` is a person's name, or None for a channel; `reason` is the platform's."""
    return _plain(
        f"I could not post {what} {_where(to)} ({reason}), and I will not try again. "
        "What people have told me is saved."
    )


def perhaps_posted(what: str, to: str | None, delivery: DeliveryId) -> Card:
    """To a board officer, when a message may or may not be there."""
    text = (
        f"I cannot tell whether {what} {_where(to)} arrived, so I have not posted it again. Please look, and "
        "tell me. What people have told me is saved."
    )
    value = f"delivery:{delivery}"
    answers = (
        Button("It is there", Act.IT_IS_THERE, value),
        Button("Post it now", Act.POST_NOW, value),
    )
    return Card(text, (Line(text), Taps(answers)))


def is_there(what: str) -> Card:
    """To a board officer who has looked: the message arrived."""
    return _plain(f"Thank you. I have noted that {what} is there, and will not post it again.")


def posting_now(what: str) -> Card:
    """To a board officer who has looked: the message did not arrive."""
    return _plain(f"Thank you. I am posting {what} now.")


def was_away(away: Away) -> Card:
    """To a board officer, when the bot is back."""
    return _plain(
        f"I could not be reached {_span(away)}. What people wrote then may not have reached me; when I ask "
        "them next, I say so."
    )


def please_send_again(away: Sequence[Away]) -> Line:
    """Under a question, for who may have written in vain."""
    earlier = len(away) - TOLD
    told = [*([f"{counted(earlier, 'time')} before"] if earlier > 0 else []), *map(_span, away[-TOLD:])]
    return Line(
        f"I could not be reached {listed(told)}. If you wrote to me then, please send it again.", Tone.QUIET
    )


def _span(away: Away) -> str:
    """ "on Mon 21 Sept from 09:00 to 12:30", or over several days."""
    since, until = away
    if since.date() == until.date():
        return f"on {dates.weekday_and_day(since.date())} from {since:%H:%M} to {until:%H:%M}"
    first, last = dates.weekday_and_day(since.date()), dates.weekday_and_day(until.date())
    return f"from {first} at {since:%H:%M} to {last} at {until:%H:%M}"


def _where(to: str | None) -> str:
    return f"for {to}" if to else "for the channel"


def _plain(text: str) -> Card:
    return Card(text, (Line(text),))
