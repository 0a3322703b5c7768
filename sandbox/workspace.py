"""The state of the sandbox, plain and without HTTP: one workspace with one app installed.

Whoever reads or changes it from more than one thread holds `workspace.lock` meanwhile; the acts, the Web API
and the control API do. `workspace.feed` tells of every change.
"""

import threading
from datetime import datetime, timedelta
from pathlib import Path

from sandbox.application import Application
from sandbox.changes import ChangeKind, Feed
from sandbox.clock import Clock, real_now
from sandbox.directory import Channels, People
from sandbox.entities import SLACKBOT, Channel, Person
from sandbox.files import Files
from sandbox.identifiers import Identifiers
from sandbox.messages import Messages
from sandbox.reading import ReadMarks
from sandbox.store import Store
from sandbox.views import Views


class Workspace:
    """People, channels, messages, views and files. With a `path` it is kept there between runs."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        name: str = "Larkmere Partnership",
        application: Application | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.lock = threading.RLock()
        self.feed = Feed()
        self.name = name
        self.domain = "larkmere"
        self.team_id = "T0SANDBOX01"
        self.application = application or Application()
        self._store = Store(path)
        self.clock = clock or self._kept_clock()
        self._ids = Identifiers(self._store, self.clock)
        self.people = People(self._store, self._ids, self.feed)
        self.channels = Channels(self._store, self._ids, self.feed, self.clock)
        self.messages = Messages(self._store, self._ids, self.feed)
        self.views = Views(self._store, self._ids, self.feed)
        self.files = Files(self._store, self._ids, self.feed, self.clock)
        self.read_marks = ReadMarks(self._store, self.channels, self.messages)
        self.bot = self._install_bot()
        self.bot_id = f"B{self.bot.id[1:]}"
        self._forget_clock = self.clock.subscribe(self._clock_moved)
        self._keep_clock()

    @property
    def is_empty(self) -> bool:
        """Whether nobody has an account yet, as on a first run."""
        return not self.people.humans()

    def direct_with_bot(self, person_id: str) -> Channel:
        """A person's direct message with the app."""
        with self.lock:
            return self.channels.direct((person_id, self.bot.id))[0]

    def mint(self, letters: str) -> str:
        """A new id that starts with these letters."""
        return self._ids.mint(letters)

    def mint_stamp(self) -> str:
        """A new time stamp, later than every one before."""
        return self._ids.mint_stamp()

    def notify(self, person_id: str, text: str) -> None:
        """Tell one person something the app did not say, such as that it did not answer."""
        self.feed.publish(ChangeKind.NOTICE, person=person_id, text=text)

    def close(self) -> None:
        """Let go of the file and the clock."""
        self._forget_clock()
        with self.lock:
            self._store.close()

    def _install_bot(self) -> Person:
        if self.people.get(SLACKBOT) is None:
            self.people.put(Person(SLACKBOT, "slackbot", "Slackbot"))
        kept = self._store.get("installation", "bot")
        if kept is not None:
            return self.people.need(kept["id"])
        handle = self.application.name.lower().replace(" ", "_")
        bot = self.people.put(Person(self._ids.mint("U"), handle, self.application.name, is_bot=True))
        self._store.put("installation", "bot", {"id": bot.id})
        return bot

    def _kept_clock(self) -> Clock:
        kept = self._store.get("clock", "offset")
        return Clock(None if kept is None else real_now() + timedelta(seconds=kept["seconds"]))

    def _clock_moved(self, _instant: datetime) -> None:
        with self.lock:
            self._keep_clock()
            self.feed.publish(ChangeKind.CLOCK_MOVED)

    def _keep_clock(self) -> None:
        self._store.put("clock", "offset", {"seconds": (self.clock.now() - real_now()).total_seconds()})
