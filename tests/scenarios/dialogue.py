"""Conversations through the real app: Bolt's dispatch, the services, the record, the notifier.

Only Slack itself is played: what it would send is dispatched, and what is sent to it is kept. Nothing runs
by itself: after everything that somebody does, the inbox and then the outbox are emptied.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from slack_bolt import BoltRequest, BoltResponse

from bot.partnership import Platform
from bot.ports import Files
from bot.services import Services, tick
from documents.files import read_content
from handlers.slack.connect import quiet_client, slack_app
from handlers.slack.giving_up import tell_of_failure
from handlers.slack.inbox import replay
from handlers.slack.notifier import SlackNotifier
from handlers.slack.replaying import replaying
from leadline.composing import COMPOSING
from leadline.sent_files import file_maker
from schedules.clockwork import Calendar, Clockwork
from schedules.delivery_worker import DeliveryWorker
from schedules.inbox_worker import InboxWorker
from schedules.pace import Pace
from storage import Record
from tests.databases import StoppedClock
from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import TEAM, Payload
from tests.handlers.slack.web_api import WebApi
from tests.scenarios.larkmere import ON_SLACK, account, settle_in

COMMAND = "/plan-status"


@dataclass
class Shown:
    """A message as one person sees it: posted, or whispered to them alone."""

    channel: str
    only_for: str | None
    payload: Payload

    @property
    def text(self) -> str:
        return html.unescape(str(self.payload["text"]))

    def elements(self) -> Iterable[Payload]:
        """Every button and menu."""
        for block in self.payload.get("blocks", ()):
            yield from block.get("elements", ()) if block["type"] == "actions" else ()


class Dialogue:
    """One workspace's Slack, played by hand."""

    def __init__(
        self, record: Record, clock: StoppedClock, slack: WebApi, *, is_settled: bool = False
    ) -> None:
        """Unless everybody is settled in already, or nobody is to be, the Larkmere partnership is."""
        self.record = record
        self.clock = clock
        self.slack = slack
        self.workspace = record.workspaces.of(Platform.SLACK, TEAM, "Larkmere")
        self.on_wake: Callable[[], None] = lambda: None
        self.services = Services(
            record.open_work, record.workspaces, record.inbox, clock, self._wake, Files(read_content, 1)
        )
        client = quiet_client("xoxb-test", slack.url)
        self.client, self.notifier = client, SlackNotifier(client, file_maker(record.open_work), clock=clock)
        self.app = slack_app(client, self.services, (COMMAND, "/status"))
        self._inbox = InboxWorker(
            "test",
            record.inbox,
            lambda event: replay(self.app, self.services, event),
            lambda event: tell_of_failure(self.services, event),
            pauses=(),
        )
        self._deliveries = DeliveryWorker(
            "test",
            record.outbox,
            record.open_work,
            COMPOSING,
            self.notifier,
            clock,
            lambda: 0.0,
            Pace(1.0, 10_000, lambda: clock.now().timestamp()),
        )
        self._clockwork = Clockwork(
            record.workspaces,
            record.open_work,
            Calendar(tick.due, tick.owe, tick.planned),
            lambda: None,
            (),
            lambda: 0.0,
        )
        self._shown: list[Shown] = []
        self._taken = {"stored": 0, "answered": 0}
        self._taps: dict[str, tuple[str, Shown]] = {}
        self._said: dict[str, Payload] = {}
        self._events = 0
        if not is_settled:
            settle_in(record.open_work, self.workspace, {name: account(name) for name in ON_SLACK})
        self.settle()
        self._opened = len(slack.stored)

    @property
    def posted(self) -> list[Payload]:
        """What has been posted since everybody was introduced."""
        return self.slack.stored[self._opened :]

    def says(self, who: str, text: str) -> list[str]:
        """Somebody writes to the bot; what they then see that is new."""
        said = payloads.message(account(who), f"D{account(who)}", self.ts(), text)
        self._said[who] = said
        return self._after(who, said)

    def drops(self, who: str, name: str, content: bytes, text: str = "", *, times: int = 1) -> list[str]:
        """Somebody drops a file into their conversation with the bot; what they then see that is new."""
        ids = [f"F{len(self.slack.files) + number}" for number in range(times)]
        self.slack.files |= dict.fromkeys(ids, (name, content))
        files = [{"id": one, "name": name, "size": len(content)} for one in ids]
        said = payloads.message(
            account(who), f"D{account(who)}", self.ts(), text, subtype="file_share", files=files
        )
        return self._after(who, said)

    def mentions(self, who: str, channel: str, text: str, thread_ts: str | None = None) -> list[str]:
        """Somebody mentions the bot in a channel; what they then see that is new, there or privately."""
        more = {"thread_ts": thread_ts} if thread_ts else {}
        said = payloads.mention(account(who), channel, self.ts(), text, **more)
        self._said[who] = {**said, "type": "message"}
        return self._after(who, said)

    def edits(self, who: str, text: str) -> list[str]:
        """Somebody changes what they wrote last."""
        return self._after(who, payloads.edit(self._said[who], text, self.ts()))

    def deletes(self, who: str) -> list[str]:
        """Somebody deletes what they wrote last."""
        return self._after(who, payloads.deletion(self._said[who], self.ts()))

    def presses(self, who: str, label: str, option: str | None = None, of: str | None = None) -> list[str]:
        """Somebody presses the newest button with this label, or chooses from the newest such menu. With
        `of` it is a button of somebody else's message, which no honest Slack would let them press."""
        shown, element = self._element(of or who, label)
        return self._tapped(who, shown, element, self._option(element, option) if option else None)

    def opens_home(self, who: str) -> str:
        """Somebody opens the bot's Home; everything that stands on it."""
        assert self.send(payloads.home_opened(account(who))).status == 200
        self.settle()
        return self.home_of(who)

    def home_of(self, who: str) -> str:
        """What stands on somebody's Home since it was drawn last."""
        blocks = self.slack.homes[account(who)]["blocks"]
        texts = [one["text"]["text"] for one in blocks if "text" in one]
        texts += [text["text"] for one in blocks if one["type"] == "context" for text in one["elements"]]
        return html.unescape("\n".join(texts)).replace("*", "")

    def buttons_at_home(self, who: str) -> list[str]:
        """The labels of every button on somebody's Home, in order."""
        return [str(one["text"]["text"]) for one in self._at_home(who)]

    def presses_at_home(self, who: str, label: str) -> str:
        """Somebody presses the first button of this label on their Home; what then stands there."""
        found = [one for one in self._at_home(who) if one["text"]["text"] == label]
        assert found, f"{who} has no “{label}” at home: {self.buttons_at_home(who)}"
        tap = payloads.tap_at_home(account(who), self.slack.homes[account(who)], found[0])
        assert self.dispatch(tap).status == 200
        self.settle()
        return self.home_of(who)

    def _at_home(self, who: str) -> list[Payload]:
        blocks = self.slack.homes[account(who)]["blocks"]
        return [one for row in blocks if row["type"] == "actions" for one in row["elements"] if "text" in one]

    def picks(self, who: str, placeholder: str, chosen: str) -> list[str]:
        """Somebody chooses an account from the newest picker of this name; what they then see."""
        shown, element = self._element(who, placeholder)
        return self._tapped(who, shown, element, chosen)

    def buttons(self, who: str) -> list[tuple[Shown, Payload]]:
        """Every button somebody sees, oldest message first."""
        return [(shown, one) for shown in self._seen_by(who) for one in shown.elements() if "text" in one]

    def tap(self, who: str, shown: Shown, element: Payload) -> str:
        """Somebody presses this very button; the newest they then see."""
        return self._tapped(who, shown, element, None)[-1]

    def _tapped(self, who: str, shown: Shown, element: Payload, value: str | None) -> list[str]:
        url = f"tap-{len(self._taps)}"
        self._taps[url] = (account(who), shown)
        before = len(self._seen_by(who))
        posted = {**shown.payload, "channel": shown.channel}
        posted.setdefault("ts", self.ts())
        tap = payloads.tap(account(who), posted, element, self.slack.response_url(url), value)
        response = self.dispatch(tap)
        assert response.status == 200
        self.settle()
        return [one.text for one in self._seen_by(who)[before:]] or [self.sees(who)]

    def fills(self, who: str, **answers: str) -> list[str] | dict[str, str]:
        """Somebody sends the form that was opened last; what they then see, or what is wrong with it."""
        before = len(self._seen_by(who))
        response = self.dispatch(payloads.submission(account(who), self.slack.views[-1], answers))
        assert response.status == 200
        if response.body:
            return self._errors(response)
        self.settle()
        return [one.text for one in self._seen_by(who)[before:]] or [self.sees(who)]

    def records(self, who: str, channel: str, words: str) -> list[str]:
        """Somebody chooses the bot's entry in the menu of a message with these words; what they then see."""
        url = f"menu-{len(self._taps)}"
        self._taps[url] = (account(who), Shown(channel, None, {"text": words}))
        before = len(self._seen_by(who))
        answers = self.slack.response_url(url)
        chosen = payloads.message_shortcut(account(who), channel, self.ts(), words, answers)
        assert self.dispatch(chosen).status == 200
        self.settle()
        return [one.text for one in self._seen_by(who)[before:]]

    def types(self, who: str, command: str, channel: str | None = None) -> str:
        """Somebody types a slash command; the private answer."""
        name, _, text = command.partition(" ")
        where = channel or f"D{account(who)}"
        url = self.slack.response_url("command")
        response = self.dispatch(payloads.command(account(who), where, name, text, url))
        assert response.status == 200
        self.settle()
        answer = self._json(response)
        shown = Shown(where, account(who), answer)
        self._shown.append(shown)
        return shown.text

    def at(self, instant: timedelta) -> None:
        """Time passes, and the calendar is looked at."""
        self.clock.instant += instant
        self.tick()

    def tick(self) -> None:
        """The calendar is looked at."""
        self._clockwork.tick()
        self.settle()

    def sees(self, who: str) -> str:
        """The newest message in somebody's own conversation with the bot, or whispered to them."""
        seen = self._seen_by(who)
        return seen[-1].text if seen else ""

    def everything_for(self, who: str) -> list[str]:
        """Every message in somebody's own conversation with the bot, oldest first."""
        return [one.text for one in self._seen_by(who)]

    def reads(self, channel: str) -> list[str]:
        """Everything posted in a channel, oldest first."""
        return [one.text for one in self._shown if one.channel == channel and one.only_for is None]

    def dispatch(self, payload: Payload) -> BoltResponse:
        """Hand the app what Slack would send over Socket Mode, and wait until its listener has ended."""
        with replaying():
            return self.app.dispatch(BoltRequest(mode="socket_mode", body=payload))

    def send(self, what: Payload, key: str | None = None) -> BoltResponse:
        """An event, kept but not yet worked on."""
        self._events += 1
        return self.dispatch(payloads.event(key or f"Ev{self._events}", what))

    def _wake(self) -> None:
        self.on_wake()

    def settle(self) -> None:
        """Empty the inbox, then the outbox."""
        while self._inbox.step():
            pass
        while self._deliveries.step():
            pass
        self._take_in()

    def try_inbox(self) -> bool:
        """One look of the inbox worker."""
        return self._inbox.step()

    def ts(self) -> str:
        """The next timestamp: every message takes a second."""
        self.clock.instant += timedelta(seconds=1)
        return f"{self.clock.instant.timestamp():.6f}"

    def _after(self, who: str, what: Payload) -> list[str]:
        before = len(self._seen_by(who))
        assert self.send(what).status == 200
        self.settle()
        return [one.text for one in self._seen_by(who)[before:]]

    def _take_in(self) -> None:
        for stored in self.slack.stored[self._taken["stored"] :]:
            self._shown.append(Shown(stored["channel"], None, stored))
        self._taken["stored"] = len(self.slack.stored)
        for url, answer in self.slack.answered[self._taken["answered"] :]:
            person, shown = self._taps.get(url, ("", None))
            if answer.get("replace_original") and shown is not None:
                shown.payload = {**shown.payload, **answer}
            elif shown is not None:
                self._shown.append(Shown(shown.channel, person, answer))
        self._taken["answered"] = len(self.slack.answered)

    def _seen_by(self, who: str) -> list[Shown]:
        mine = account(who)
        return [
            one
            for one in self._shown
            if one.only_for == mine or (one.channel == f"D{mine}" and not one.only_for)
        ]

    def _element(self, who: str, label: str) -> tuple[Shown, Payload]:
        visible = [one for one in self._shown if one in self._seen_by(who) or one.channel.startswith("C")]
        for shown in reversed(visible):
            for element in shown.elements():
                words = element.get("text") or element.get("placeholder") or {}
                if words.get("text") == label:
                    return shown, element
        raise AssertionError(f"{who} sees no “{label}”; the newest message says: {self.sees(who)}")

    def _option(self, element: Payload, label: str) -> str:
        groups = element.get("option_groups") or [{"options": element.get("options", [])}]
        found = [one for group in groups for one in group["options"] if one["text"]["text"] == label]
        assert found, f"no entry “{label}”"
        return str(found[0]["value"])

    def _errors(self, response: BoltResponse) -> dict[str, str]:
        held = self._json(response)
        assert held["response_action"] == "errors"
        errors: dict[str, str] = held["errors"]
        return errors

    def _json(self, response: BoltResponse) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(response.body)
        return held
