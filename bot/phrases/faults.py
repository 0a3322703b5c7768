"""What a person is told when the bot itself has failed them."""

from __future__ import annotations

from bot.card import Card, Line


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
        "I could not work on a message of yours, and it has changed nothing. Your words are kept, and your "
        "board officer has been told. Please send it again, or tell them."
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


def _plain(text: str) -> Card:
    return Card(text, (Line(text),))
