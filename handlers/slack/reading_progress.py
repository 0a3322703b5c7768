"""How far the reading of a long file has come: one message in the conversation, edited in place.

It is told as it happens and belongs to no record: where it cannot be posted the file is read all the same,
and a file that is read again after a stop is told of again.
"""

from __future__ import annotations

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.phrases import importing
from handlers.slack.blocks.escape import escaped

_LONG_FILE, _MANY_ROWS = 200_000, 1_000
"""Bytes and rows from which a file takes long enough to be told of."""

_log = logging.getLogger(__name__)


class ReadingProgress:
    """The message about one file; a short file never has one."""

    def __init__(self, client: WebClient, channel: str, name: str) -> None:
        self._client, self._channel, self._name = client, channel, name
        self._ts = ""

    def received(self, size: int) -> None:
        """The file is about to be fetched and opened."""
        if size >= _LONG_FILE:
            self._say(importing.reading_takes_a_while(self._name))

    def opened(self, rows: int) -> None:
        """Its rows are about to be read as a plan."""
        if self._ts or rows >= _MANY_ROWS:
            self._say(importing.rows_to_make_sense_of(rows, self._name))

    def read(self, *, is_plan: bool) -> None:
        """What came of it follows in a message of its own."""
        if self._ts:
            self._say(importing.done_reading(self._name, is_plan=is_plan))

    def _say(self, words: str) -> None:
        text = escaped(words)  # a file may have any name
        try:
            if self._ts:
                self._client.chat_update(channel=self._channel, ts=self._ts, text=text)
            else:
                posted = self._client.chat_postMessage(
                    channel=self._channel, text=text, unfurl_links=False, unfurl_media=False
                )
                self._ts = str(posted["ts"])
        except (SlackClientError, OSError) as refusal:
            _log.info("progress of a file not told: %s", type(refusal).__name__)
