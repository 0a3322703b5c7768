"""The composition root: settings and a clock in, a running bot out. Nothing else wires anything."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from time import monotonic, sleep, time

from slack_bolt import App
from slack_sdk.errors import SlackClientError

from bot.importing.rows import RawDocument
from bot.partnership import Platform
from bot.picture_pass import PicturePass, sealed
from bot.ports import Clock, Files
from bot.services import Services, tick
from bot.services.asks.outages import tell_of_outage
from bot.services.keeping.retaining import forget, outdated
from bot.services.persons import zones
from documents.limits import MAX_MEGABYTES
from handlers.slack.connect import quiet_client, slack_app
from handlers.slack.directory import SlackDirectory
from handlers.slack.giving_up import tell_of_failure
from handlers.slack.inbox import replay
from handlers.slack.lines import Line, NoLine, SocketLine
from handlers.slack.notifier import SlackNotifier
from handlers.slack.over_http import LARGEST_BODY, SignedRequests
from handlers.slack.post_failures import REFUSALS
from leadline.audit_key import audit_key
from leadline.composing import COMPOSING
from leadline.config import Address, Mode, NotReady, Settings, SettingsError
from leadline.opening import make_room, open_record
from leadline.sent_files import file_maker
from leadline.serving.doors import Doors
from leadline.serving.health import Health
from leadline.serving.metrics import Metrics
from leadline.serving.pictures import PICTURES, PictureWindow, picture_key
from leadline.serving.server import HttpServer
from schedules.bell import Bell
from schedules.clockwork import Calendar, Clockwork
from schedules.delivery_worker import DeliveryWorker
from schedules.errands import Errands
from schedules.inbox_worker import InboxWorker, forget_words
from schedules.janitor import Janitor
from schedules.pace import Pace
from schedules.presence import Presence
from schedules.reconciler import Reconciler
from schedules.retention import Forgetting, Retention
from schedules.worker import Worker
from schedules.zones import Zones
from storage.engine import sqlite_file
from storage.record import Record
from storage.run_lock import run_lock

STOP_WITHIN = 20.0
"""Seconds a stopping bot may take to finish what it has begun; what is left stays in its tables."""

BURST = 4
"""Messages one channel may be given at once before they are paced."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def tables_of(name: str, content: bytes) -> RawDocument:
    """A dropped file's tables. What reads documents is loaded when the first one comes."""
    from documents.files import read_content

    return read_content(name, content)


class Leadline:
    """The bot, wired: a Slack app, the inbox and delivery workers, and the clock."""

    def __init__(self, settings: Settings, clock: Clock, record: Record) -> None:
        self._settings = settings
        self._clock = clock
        self._picture_key = picture_key(audit_key(settings.audit_key_file))
        self.record = record
        self._bell = Bell()
        self.metrics = Metrics(record.figures)
        self.services = Services(
            open_work=record.open_work,
            workspaces=record.workspaces,
            inbox=record.inbox,
            clock=clock,
            wake=self._bell.ring,
            files=Files(tables_of, MAX_MEGABYTES),
            count_reading=self.metrics.read,
            picture_address=self._picture_address if settings.public_url else None,
        )
        bot_token, app_token = settings.slack_tokens()
        client = quiet_client(bot_token, settings.slack_api_url)
        self._client = client
        self.app: App = slack_app(
            client, self.services, sorted({settings.command, "/status"}), settings.slack_signing_secret
        )
        self._line: Line = SocketLine(self.app, app_token) if settings.mode is Mode.SOCKET else NoLine()
        self._errands = Errands()
        notifier = SlackNotifier(client, file_maker(record.open_patient_work), self._errands.take, clock)
        name = f"{socket.gethostname()}:{os.getpid()}"
        reconciler = Reconciler(name, record.outbox, record.open_patient_work, COMPOSING, notifier, clock)
        janitor = Janitor(record.outbox, notifier)
        inbox = InboxWorker(
            name,
            record.inbox,
            self.metrics.timed("event", lambda event: replay(self.app, self.services, event)),
            lambda event: tell_of_failure(self.services, event),
        )
        deliveries = DeliveryWorker(
            name,
            record.outbox,
            record.open_patient_work,
            COMPOSING,
            notifier,
            clock,
            monotonic,
            Pace(settings.posts_per_second, BURST, monotonic),
        )
        self._workers = (
            Worker("inbox", inbox.step, self._bell.listen()),
            Worker("deliveries", deliveries.step, self._bell.listen()),
            Worker("files", self._errands.step, self._errands.bell),
        )
        presence = Presence(
            name,
            record.heartbeats,
            record.workspaces,
            record.open_patient_work,
            clock,
            self._line.is_open,
            tell_of_outage,
            time,
        )
        self._clockwork = Clockwork(
            record.workspaces,
            record.open_patient_work,
            Calendar(self.metrics.timed("tick", tick.due), tick.owe, tick.planned),
            self._bell.ring,
            (
                reconciler.reconcile,
                janitor.sweep,
                partial(forget_words, record.inbox, clock),
                Zones(
                    record.workspaces,
                    record.open_patient_work,
                    SlackDirectory(client),
                    zones.without_zone,
                    zones.keep_zone,
                ).look,
                Retention(
                    record.workspaces, record.open_patient_work, clock, Forgetting(outdated, forget)
                ).enforce,
                presence.note,
                record.tidy,
                self.metrics.ticked,
            ),
            monotonic,
        )
        self._health = Health(
            {"clock": self._clockwork.is_alive, **{each.name: each.is_alive for each in self._workers}},
            {"database": record.answers, "saving": presence.is_saved, "slack": self._line.is_open},
        )
        self._server = self._listening(settings) if settings.http else None

    def start(self) -> None:
        """Check the token, then listen, work and tick. Raises `SettingsError` when Slack refuses us, and
        `NotReady` when it does not answer."""
        try:
            answer = self._client.auth_test()
        except (SlackClientError, OSError) as refusal:
            raise _no_slack(refusal, self._settings.slack_api_url) from None
        self.services.workspaces.of(Platform.SLACK, answer["team_id"], answer.get("team") or "")
        self._line.open()
        for worker in self._workers:
            worker.start()
        self._clockwork.start()
        if self._server is not None:
            self._server.start()

    @property
    def http_port(self) -> int | None:
        """The port that is answered at; None where nothing is."""
        return None if self._server is None else self._server.port

    def _picture_address(self, given: PicturePass) -> str:
        """Where Slack fetches a picture; at port 0, for a Slack of this machine, the one we listen at."""
        base = self._settings.public_url
        if base.endswith(":0"):
            base = f"{base.removesuffix(':0')}:{self.http_port}"
        return f"{base}{PICTURES}{sealed(given, self._picture_key)}.png"

    def tick(self) -> None:
        """Plan what is due now: for a clock that was moved by hand."""
        self._clockwork.tick()

    def settle(self, within: float) -> bool:
        """Wait until nothing waits to be handled or posted at this instant; whether that came about."""
        deadline = monotonic() + within
        while monotonic() < deadline:
            is_quiet = all(worker.is_resting for worker in self._workers)
            if is_quiet and self.record.backlog(self._clock.now()).is_empty:
                return True
            sleep(0.005)
        return False

    def stop(self) -> None:
        """Say so, stop the clock, finish what was begun, hang up. What is left stays in its tables, where
        another replica, or this one when it is back, finds it."""
        self._health.is_stopping = True
        if self._settings.mode is Mode.HTTP:
            sleep(self._settings.drain_seconds)  # until whoever shares out the requests has looked
        self._clockwork.stop()
        for worker in self._workers:
            worker.stop(STOP_WITHIN)
        self._errands.give_up()
        if self._server is not None:
            self._server.stop(STOP_WITHIN)
        self._line.close()
        self.app.listener_runner.listener_executor.shutdown(wait=True)

    def _listening(self, settings: Settings) -> HttpServer:
        """The server of health and metrics and, in HTTP mode, of Slack. Raises `SettingsError` where the
        address is taken."""
        address = settings.http or Address("127.0.0.1", 0)
        slack = (
            SignedRequests(self.app, settings.slack_signing_secret) if settings.mode is Mode.HTTP else None
        )
        pictures = (
            PictureWindow(self.record.open_work, self._clock, self._picture_key)
            if settings.public_url
            else None
        )
        doors = Doors(self._health, self.metrics, slack, pictures)
        try:
            return HttpServer(address.host, address.port, doors, LARGEST_BODY)
        except OSError as refusal:
            raise SettingsError(
                f"{address.host}:{address.port} cannot be listened at ({refusal.strerror}). Stop what "
                "listens there, or set LEADLINE_HTTP to another address."
            ) from None


@contextmanager
def running(settings: Settings, clock: Clock) -> Iterator[Leadline]:
    """The bot, started, for as long as the block lasts. On SQLite only one may run."""
    with ExitStack() as closing:
        make_room(settings)
        database = sqlite_file(settings.database_url)
        if database is not None:
            closing.enter_context(run_lock(database))
        record = open_record(settings, clock)
        closing.callback(record.close)
        bot = Leadline(settings, clock, record)
        bot.start()
        closing.callback(bot.stop)
        yield bot


def _no_slack(refusal: Exception, address: str) -> SettingsError:
    reason = getattr(refusal, "response", None)
    error = reason.get("error") if reason is not None else type(refusal).__name__
    if error in REFUSALS:
        return SettingsError(
            f"Slack at {address} did not accept us ({error}).\n"
            "The bot token is wrong or was revoked: copy it anew from the app's “OAuth & Permissions” page."
        )
    return NotReady(
        f"Slack at {address} does not answer ({error}).\n"
        "Check the network and the proxy, or SLACK_API_URL if you set it."
    )
