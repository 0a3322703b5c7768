"""Answers given at once, to a tap, a form or a command: in place of the message, or for one person only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.card import Answer, Placement
from handlers.slack.blocks.message import messages
from handlers.slack.drawn import drawn_again, instant_of, stamp

OK = 200


def give(answer: Answer, respond: Respond, now: datetime | None = None) -> bool:
    """Answer where the tap came from; False when Slack no longer takes answers there. `now` is for what takes
    the message's place."""
    first, *rest = messages(answer.card)
    is_replacing = answer.placement is Placement.REPLACE
    given = respond(
        text=first.text,
        blocks=drawn_again(first.payload(), now) if is_replacing and now else first.payload(),
        replace_original=is_replacing,
        response_type=None if is_replacing else "ephemeral",
        unfurl_links=False,
        unfurl_media=False,
    )
    for drawn in rest:
        respond(text=drawn.text, blocks=drawn.payload(), replace_original=False, response_type="ephemeral")
    return given.status_code == OK


def write_to(person: str, answer: Answer, client: WebClient) -> None:
    """Answer in the person's direct messages, where no tap is left to answer to."""
    for drawn in messages(answer.card):
        client.chat_postMessage(
            channel=person, text=drawn.text, blocks=drawn.payload(), unfurl_links=False, unfurl_media=False
        )


@dataclass(frozen=True, slots=True)
class WayBack:
    """What a form carries while it is open: the ids it acts on, where its answer goes, and since when."""

    value: str
    response_url: str | None
    opened_at: datetime | None
    is_at_home: bool = False

    def packed(self) -> str:
        """For a modal's private_metadata."""
        opened = stamp(self.opened_at) if self.opened_at is not None else None
        return json.dumps(
            {
                "value": self.value,
                "response_url": self.response_url,
                "opened": opened,
                "home": self.is_at_home,
            }
        )

    @staticmethod
    def unpacked(metadata: str) -> WayBack:
        """Raises ValueError or KeyError when the metadata is not ours."""
        held = json.loads(metadata)
        opened_at = instant_of(held.get("opened"))
        return WayBack(held["value"], held["response_url"], opened_at, bool(held.get("home")))
