"""Posts deliveries to Slack, and looks for one whose fate is uncertain.

Slack has no key that makes a post unique, so a post is tried once: the client it is given retries nothing,
and every failure is told apart as certain (not posted) or uncertain (perhaps posted).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.card import Card
from bot.delivery import Delivery, Posted
from bot.errors import HistoryUnreadable, NotPosted
from bot.phrases import papers as paper_words
from bot.ports import Clock
from handlers.slack.attachments import MakeFile, attach, say_instead, takes_long
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.message import fits
from handlers.slack.drawn import drawn_again
from handlers.slack.post_failures import (
    EDIT_AGAIN_AFTER,
    WAIT_FOR_NETWORK,
    from_api,
    from_edit,
    from_network,
)

Aside = Callable[[Callable[[], None], Callable[[], None]], bool]
"""Takes on what is to be done and what is to be said if it is not; False while too much waits."""

EVENT_TYPE = "leadline_delivery"
PAGE = 200
PAGES = 10


class SlackNotifier:
    """The port `bot.ports.Notifier` towards one Slack workspace. `client` must retry nothing;
    `make_file` makes the files that come with a message. What takes long is given to `aside`, to be done
    while other messages go out; without it, it is done at once. A message that is given other words is
    marked with when by `clock`."""

    def __init__(
        self,
        client: WebClient,
        make_file: MakeFile | None = None,
        aside: Aside | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._client = client
        self._make_file = make_file
        self._aside = aside
        self._clock = clock
        self._conversations: dict[str, str] = {}
        self._own_bot_id: str | None = None

    def is_shared(self, channel: str) -> bool | None:
        """Whether the channel is shared with another organisation, or is about to be. None without the right
        to see channels, and where Slack refuses for good: the post will then be told why. Raises
        `NotPosted`, to be tried again, where it may be told later."""
        if channel.startswith(("U", "W", "D")):
            return False
        try:
            seen = self._client.conversations_info(channel=channel)["channel"]
            return bool(seen.get("is_ext_shared") or seen.get("is_pending_ext_shared"))
        except SlackApiError as error:
            if error.response.get("error") == "missing_scope":
                return None
            failure = from_api(error)
        except (OSError, HTTPException, SlackClientError, ValueError, KeyError) as error:
            failure = from_network(error)
        if isinstance(failure, NotPosted):
            if failure.retry_after is None:
                return None
            raise failure
        raise NotPosted(str(failure), WAIT_FOR_NETWORK)

    def post(self, delivery: Delivery, card: Card) -> Posted:
        """Post once. Raises `NotPosted` or `MaybePosted`."""
        if not fits(card):
            raise NotPosted("msg_blocks_too_long")
        if delivery.owed.edits_ts is not None:
            return self._edit(delivery.owed.channel, delivery.owed.edits_ts, card)
        drawn, owed = draw(card), delivery.owed
        try:
            answer = self._client.chat_postMessage(
                channel=owed.channel,
                thread_ts=owed.thread_ts,
                text=drawn.text,
                blocks=drawn.payload(),
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": EVENT_TYPE, "event_payload": _known_by(delivery)},
            )
            posted = Posted(channel=answer["channel"], ts=answer["ts"])
        except SlackApiError as error:
            raise from_api(error) from None
        except (OSError, HTTPException, SlackClientError, ValueError, KeyError) as error:
            raise from_network(error) from None
        self._conversations[owed.channel] = posted.channel
        if card.files and self._make_file is not None:
            self._send_files(self._make_file, delivery, posted, card)
        return posted

    def _send_files(self, make: MakeFile, delivery: Delivery, posted: Posted, card: Card) -> None:
        send = partial(attach, self._client, make, delivery, posted, card)
        if self._aside is None or not takes_long(card):
            send()
        elif not self._aside(send, partial(say_instead, self._client, posted, paper_words.NO_PDF_STOPPED)):
            say_instead(self._client, posted, paper_words.NO_PDF_BUSY)

    def _edit(self, channel: str, ts: str, card: Card) -> Posted:
        """Give a message of ours other words. Doing it twice does no harm, so it is simply tried again."""
        drawn = draw(card)
        try:
            where = self._conversation(channel)
            now = self._clock.now() if self._clock is not None else None
            blocks = drawn_again(drawn.payload(), now) if now is not None else drawn.payload()
            self._client.chat_update(channel=where, ts=ts, text=drawn.text, blocks=blocks)
        except SlackApiError as error:
            raise from_edit(error) from None
        except (OSError, HTTPException, SlackClientError, ValueError, KeyError) as error:
            raise NotPosted(type(error).__name__, EDIT_AGAIN_AFTER) from None
        return Posted(channel, ts)

    def find(self, delivery: Delivery, since: datetime) -> Posted | None:
        """The earliest message of this delivery that Slack's history has. Raises `HistoryUnreadable`."""
        return next(iter(self.copies(delivery, since)), None)

    def copies(self, delivery: Delivery, since: datetime) -> tuple[Posted, ...]:
        """Every message of this delivery that Slack's history has, oldest first."""
        try:
            channel = self._conversation(delivery.owed.channel)
            history = self._history(channel, delivery.owed.thread_ts, since)
            found = [message["ts"] for message in history if self._is_of(delivery, message)]
        except SlackApiError as error:
            raise HistoryUnreadable(str(error.response.get("error"))) from None
        except (OSError, HTTPException, SlackClientError, ValueError) as error:
            raise HistoryUnreadable(type(error).__name__) from None
        return tuple(Posted(channel, ts) for ts in sorted(found, key=float))

    def take_back(self, posted: Posted) -> None:
        """Delete a message of our own. Raises `NotPosted` or `MaybePosted` when it may still be there."""
        try:
            self._client.chat_delete(channel=posted.channel, ts=posted.ts)
        except SlackApiError as error:
            if error.response.get("error") != "message_not_found":
                raise from_api(error) from None
        except (OSError, HTTPException, SlackClientError, ValueError) as error:
            raise from_network(error) from None

    def _conversation(self, channel: str) -> str:
        """The direct message with a user, known from an earlier post or, where we may, asked for."""
        if not channel.startswith(("U", "W")):
            return channel
        if channel not in self._conversations:
            opened = self._client.conversations_open(users=[channel])
            self._conversations[channel] = opened["channel"]["id"]
        return self._conversations[channel]

    def _history(self, channel: str, thread_ts: str | None, since: datetime) -> Iterator[dict[str, Any]]:
        cursor: str | None = None
        oldest = str(since.timestamp())
        for _ in range(PAGES):
            if thread_ts:
                read = self._client.conversations_replies(
                    channel=channel,
                    ts=thread_ts,
                    oldest=oldest,
                    limit=PAGE,
                    cursor=cursor,
                    include_all_metadata=True,
                )
            else:
                read = self._client.conversations_history(
                    channel=channel, oldest=oldest, limit=PAGE, cursor=cursor, include_all_metadata=True
                )
            yield from read["messages"]
            cursor = (read.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return
        raise HistoryUnreadable("too long")

    def _is_of(self, delivery: Delivery, message: dict[str, Any]) -> bool:
        """Only a message of our own counts: anybody may copy what another message is known by."""
        metadata = message.get("metadata") or {}
        is_named = metadata.get("event_type") == EVENT_TYPE
        is_this = metadata.get("event_payload") == _known_by(delivery)
        return is_named and is_this and message.get("bot_id") == self._bot_id()

    def _bot_id(self) -> str:
        if self._own_bot_id is None:
            self._own_bot_id = self._client.auth_test()["bot_id"]
        return self._own_bot_id


def _known_by(delivery: Delivery) -> dict[str, str]:
    """What only this delivery's messages carry. Its id alone would not do: a record that was put back from a
    backup counts on from there, and what it had posted since still stands in the channel."""
    known_by = {"delivery_id": str(delivery.id)}
    return known_by if delivery.postmark is None else {**known_by, "postmark": delivery.postmark}
