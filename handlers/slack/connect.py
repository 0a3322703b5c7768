"""The Slack app: its client, its middleware and its listeners, ready to be connected."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from secrets import token_hex

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.phrases import faults
from bot.services import Services
from handlers.slack import commands, errors, forms, home, members, messages, shortcuts, taps
from handlers.slack.accounts import Accounts
from handlers.slack.inbox import KeepEvents, note_arrival
from handlers.slack.replaying import ListenerPool

HTTP_TIMEOUT = 10
LISTENER_THREADS = 20
LOOK_UP_TIMEOUT = 1


def quiet_client(token: str, api_url: str) -> WebClient:
    """A client that retries nothing by itself: its default retry posts a message twice when an answer is
    lost. It logs nothing below a warning either, since below that it logs what people write."""
    return WebClient(
        token=token,
        base_url=api_url,
        timeout=HTTP_TIMEOUT,
        retry_handlers=[],
        logger=_logger("slack_sdk", logging.WARNING),
    )


def slack_app(
    client: WebClient, services: Services, command_names: Sequence[str], signing_secret: str = ""
) -> App:
    """The Bolt app with everything registered. Slack is not called until it is connected.

    Without a signing secret (Socket Mode needs none) no request over HTTP is ever let in. Bolt's own filter
    of the bot's messages is off: `messages` ignores every bot.
    """
    app = App(
        client=client,
        name="slack_bolt.leadline",  # names Bolt's own loggers, whose level it sets
        logger=_logger("slack_bolt", logging.ERROR),  # its warnings may quote a whole request
        signing_secret=signing_secret or token_hex(),  # nobody's: no request can be signed with it
        token_verification_enabled=False,
        raise_error_for_unhandled_request=True,
        ignoring_self_events_enabled=False,
        listener_executor=ListenerPool(LISTENER_THREADS),
        before_authorize=KeepEvents(services),
        user_facing_authorize_error_message=faults.not_done().summary,
    )
    register(app, services, command_names)
    return app


def register(app: App, services: Services, command_names: Sequence[str]) -> None:
    """Register every listener on an app that `slack_app` has made."""
    app.use(note_arrival)
    app.use(_providing(services))
    app.use(Accounts(_hasty(app.client), services).note)
    messages.register(app)
    members.register(app)
    taps.register(app)
    home.register(app)
    forms.register(app)
    shortcuts.register(app)
    commands.register(app, command_names)
    errors.register(app)


def _providing(services: Services) -> Callable[..., None]:
    """Middleware that gives every listener the services by name, as Bolt gives it `ack` and `client`."""

    def provide(context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's name
        context["services"] = services
        next()

    return provide


def _hasty(client: WebClient) -> WebClient:
    """A client for what is looked up while somebody waits for an acknowledgement, which is due in 3 s."""
    return WebClient(
        token=client.token,
        base_url=client.base_url,
        timeout=LOOK_UP_TIMEOUT,
        proxy=client.proxy,
        ssl=client.ssl,
        retry_handlers=[],
        logger=_logger("slack_sdk", logging.WARNING),
    )


def _logger(name: str, level: int) -> logging.Logger:
    """A library's logger that never says less than this, whatever the program's own level is."""
    logger = logging.getLogger(name)
    logger.setLevel(level)
    return logger
