"""What is measured, each in a process of its own: the whole bot in HTTP mode, or a Bolt app that only
acknowledges, behind the same server. Prints its port, and ends with its standard input.

    python -m benchmarks.load.replica bot DATABASE_URL SLACK_URL KEY_FILE SECONDS_AHEAD
    python -m benchmarks.load.replica bare SLACK_URL
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from benchmarks.load.town import OffsetClock
from handlers.slack.manifest import EVENTS_PATH
from handlers.slack.over_http import LARGEST_BODY
from leadline.app import running
from leadline.config import Address, Mode, Settings
from leadline.promptness import answer_promptly
from leadline.serving.server import HttpServer

SECRET = "a signing secret for load only"  # noqa: S105 - signs nothing but these requests


def main(kind: str, *given: str) -> None:
    logging.disable(logging.CRITICAL)
    if kind == "bare":
        bare(*given)
    else:
        bot(*given)


def bare(slack_url: str) -> None:
    """Verify, dispatch, acknowledge: what Bolt costs by itself."""
    client = WebClient("xoxb-load", base_url=slack_url)
    app = App(signing_secret=SECRET, client=client, token_verification_enabled=False)
    app.event("message")(_hear_nothing)
    server = HttpServer("127.0.0.1", 0, SlackRequestHandler(app, path=EVENTS_PATH), LARGEST_BODY)
    server.start()
    print(server.port, flush=True)
    sys.stdin.read()


def _hear_nothing() -> None:
    return


def bot(url: str, slack_url: str, key_file: str, ahead: str) -> None:
    """The bot as `leadline run` wires it."""
    settings = Settings(
        database_url=url,
        slack_bot_token="xoxb-load",  # noqa: S106 - opens nothing
        slack_api_url=slack_url,
        slack_signing_secret=SECRET,
        mode=Mode.HTTP,
        http=Address("127.0.0.1", 0),
        drain_seconds=0.0,
        audit_key_file=Path(key_file),
    )
    with running(settings, OffsetClock(float(ahead))) as leadline:
        answer_promptly()
        print(leadline.http_port, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
