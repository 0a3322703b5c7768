"""Sends the files that come with a message: asked for, sent and completed, in the conversation it stands in.

The message is posted first and stays whatever becomes of its files: where one cannot be sent, the message
says so instead.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.card import Card, Line
from bot.card_files import CardFile, PaperFile, PictureFile
from bot.delivery import Delivery, Posted
from bot.errors import LeadlineError
from bot.faults import described
from bot.phrases import exporting as phrases
from bot.phrases import refusals
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.limits import PICTURE_TEXT

log = logging.getLogger("leadline.slack")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that comes with a message; of a picture, `title` is its message and `alt` its text. `note` is
    said beside it, where it is not quite what was asked for."""

    name: str
    content: bytes
    title: str = ""
    alt: str = ""
    note: str = ""


MakeFile = Callable[[Delivery, CardFile | PaperFile | PictureFile], MadeFile]
"""Makes a file that comes with a message. Raises a `LeadlineError` to refuse."""


def attach(client: WebClient, make: MakeFile, delivery: Delivery, posted: Posted, card: Card) -> None:
    """Send every file of the card. Nothing is raised: the message was posted."""
    try:
        for file in card.files:
            made = make(delivery, file)
            client.files_upload_v2(
                filename=made.name,
                title=made.title or made.name,
                file=made.content,
                initial_comment=made.note or None,
                alt_txt=made.alt[:PICTURE_TEXT] or None,
                channel=posted.channel,
                thread_ts=delivery.owed.thread_ts,
            )
    except LeadlineError as refused:
        say_instead(client, posted, refusals.sentence(refused))
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        said = phrases.NO_SCOPE if error == "missing_scope" else phrases.not_taken(error)
        say_instead(client, posted, said)
    except (OSError, HTTPException, SlackClientError, ValueError) as fault:
        log.error("a file of delivery %d: %s", delivery.id, described(fault))
        say_instead(client, posted, phrases.not_taken("no answer"))
    except Exception as fault:  # noqa: BLE001 - raised further, a message that stands there would be looked for
        log.error("a file of delivery %d: %s", delivery.id, described(fault))
        say_instead(client, posted, phrases.NOT_MADE)


def takes_long(card: Card) -> bool:
    """Whether making a file of the card keeps everything else waiting: a PDF starts a program."""
    return any(isinstance(file, PaperFile) and file.as_pdf for file in card.files)


def say_instead(client: WebClient, posted: Posted, words: str) -> None:
    """Give the message other words: its file does not come."""
    drawn = draw(Card(words, (Line(words),)))
    try:
        client.chat_update(channel=posted.channel, ts=posted.ts, text=drawn.text, blocks=drawn.payload())
    except (SlackClientError, OSError, HTTPException, ValueError) as fault:
        log.error("a message whose file was not sent stays as it is: %s", described(fault))
