"""`leadline demo`: a sample partnership, its bot and a chat page, all on this machine."""

from __future__ import annotations

import os
import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Annotated, Any

import typer

from bot.card import Act
from bot.phrases.dates import weekday_with_year
from handlers.slack.manifest import manifest
from leadline.app import Leadline, running
from leadline.config import Address, Settings, SettingsError
from leadline.logs import set_up_logging
from leadline.sample.kept import bring_up_to_date, forget
from leadline.sample.story import ZONE, Story, load_story
from leadline.sample.welcome import Greeting, for_lead, for_officer
from sandbox.application import Application
from sandbox.clock import Clock
from sandbox.page import Thing, Welcome
from sandbox.page.routes import page_with
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from storage.run_lock import AlreadyRunning

HOST = "127.0.0.1"
PORT = 8765
PATIENCE = 30.0
"""Seconds one moment of the story may take before something is plainly wrong."""

EMPTY = ".venv/bin/leadline demo --empty"
STATUS = "/status"
PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
"""How an office's machines are told of its proxy."""

SLACK_APP = Application.from_manifest(
    manifest(Settings().command), {STATUS: "How the plan stands: red, late, 2.7a, a name"}
)
"""The app as its manifest makes it, so that the demo shows what the bot does on just those rights; Slack
itself keeps /status, which a newcomer will type."""


def demo(
    port: Annotated[int, typer.Option(help="The page's port on this machine.")] = PORT,
    data: Annotated[Path, typer.Option(help="Where what is said is kept.")] = Path("data/demo"),
    empty: Annotated[bool, typer.Option("--empty", help="Set it up yourself.")] = False,  # noqa: FBT002
    reset: Annotated[bool, typer.Option("--reset", help="Forget what was said, and stop.")] = False,  # noqa: FBT002
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,  # noqa: FBT002
) -> None:
    """A partnership, its bot and a chat page on this machine. Nothing leaves it."""
    data = data / "empty" if empty else data
    if reset:
        forget(data)
        again = f"{EMPTY} starts with nothing set up" if empty else "`make demo` starts the story over"
        typer.echo(f"Forgotten. {again}.")
        return
    check_port_is_free(port)
    set_up_logging("ERROR")
    told_to_stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told_to_stop.set())
    try:
        _serve(load_story(), data, port, told_to_stop, opens_browser=browser, is_empty=empty)
    except AlreadyRunning:
        raise SettingsError(
            f"A demo is already running on {data}. Stop it with Ctrl-C, or keep another one elsewhere:\n"
            f"  leadline demo --data data/demo2 --port {port + 1}"
        ) from None


def check_port_is_free(port: int) -> None:
    """Raises `SettingsError`, saying what to type, when somebody else listens on the port."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise SettingsError(
                f"Port {port} is in use, perhaps by another demo. Stop that one, or take another port:\n"
                f"  .venv/bin/leadline demo --port {port + 1}"
            ) from None


def _stay_on_this_machine() -> None:
    """Slack's client sends everything through the proxy of the environment, even what goes to 127.0.0.1."""
    for name in PROXIES:
        os.environ.pop(name, None)


def _serve(
    story: Story, data: Path, port: int, told_to_stop: Event, *, opens_browser: bool, is_empty: bool
) -> None:
    with partnership(story, data, port, is_empty=is_empty) as server:
        reset = f"{EMPTY} --reset" if is_empty else "make reset"
        _greet(server, server.workspace.clock.now(), reset, opens_browser=opens_browser)
        told_to_stop.wait()
        typer.echo("Stopping.")


@contextmanager
def partnership(story: Story, data: Path, port: int, *, is_empty: bool = False) -> Iterator[Server]:
    """The story's partnership on a page of its own, with the bot in it, for as long as the block lasts.

    The story is lived through once; what was said then and since is kept in `data`. Where it `is_empty` its
    people are there, and the bot knows of nothing.
    """
    _stay_on_this_machine()
    lived = Event()  # an early visitor's words would fall into the sample's past
    pages = page_with(_welcome(for_officer(story) if is_empty else for_lead(story, STATUS)), lived.is_set)
    played = data / "played"
    if played.exists():
        bring_up_to_date(data)
    else:
        forget(data)
    data.mkdir(parents=True, exist_ok=True)
    workspace = _workspace(story, data / "sandbox.sqlite3", is_new=not played.exists())
    with (
        sandbox_running(workspace, port=port, pages=pages) as server,
        running(sandbox_settings(data, server), workspace.clock) as bot,
        ThreadPoolExecutor(1) as ticking,
    ):
        if not played.exists():
            if is_empty:
                workspace.clock.advance_to(story.opens)
            else:
                _play(story, workspace, server, bot)
            played.touch()
        lived.set()

        def tick_soon(_: datetime) -> None:
            ticking.submit(bot.tick)  # whoever moves the clock must not wait for what falls due

        workspace.clock.subscribe(tick_soon)
        yield server
    workspace.close()


def _workspace(story: Story, file: Path, *, is_new: bool) -> Workspace:
    if not is_new:
        return Workspace(file, application=SLACK_APP)
    workspace = Workspace(file, name="Larkmere Partnership", application=SLACK_APP, clock=Clock(story.starts))
    members = [workspace.people.add(one.name, title=one.title).id for one in story.people]
    workspace.channels.add(
        story.channel, [*members, workspace.bot.id], topic="The improvement plan, week by week"
    )
    return workspace


def sandbox_settings(data: Path, server: Server) -> Settings:
    """The settings of a bot whose Slack is the sandbox, and whose record lies in `data`."""
    application = server.workspace.application
    return Settings(
        database_url=f"sqlite:///{data / 'leadline.sqlite3'}",
        slack_bot_token=application.bot_token,
        slack_app_token=application.app_token,
        slack_api_url=server.api_url,
        audit_key_file=data / "audit.key",
        posts_per_second=1000.0,
        http=Address(HOST, 0),
        public_url=f"http://{HOST}:0",
    )


def _welcome(greeting: Greeting) -> Welcome:
    return Welcome(greeting.title, greeting.text, tuple(Thing(*one) for one in greeting.things))


class SandboxStage:
    """The story's stage: people of the sandbox talk to the bot that is connected to it."""

    def __init__(self, workspace: Workspace, server: Server, bot: Leadline) -> None:
        self._workspace = workspace
        self._server = server
        self._bot = bot

    def go_to(self, at: datetime) -> None:
        at = at.astimezone(UTC)
        if at > self._workspace.clock.now():
            self._workspace.clock.advance_to(at)

    def let_what_is_due_happen(self) -> None:
        self._bot.tick()
        self._settle()

    def say(self, who: str, text: str) -> None:
        self._server.acts.say(who, "@app", text)
        self._wait_until_heard()
        self._settle()
        self._press(who, Act.CONFIRM)

    def accept(self, who: str, ref: str) -> None:
        self.say(who, f"status {ref}")
        if not self._press(who, Act.ACCEPT_DONE):
            raise RuntimeError(f"there is nothing to accept for {ref}")

    def _press(self, who: str, act: Act) -> bool:
        """Press this button of the bot's newest message to somebody; whether it has one."""
        channel = self._workspace.direct_with_bot(self._workspace.people.named(who).id)
        newest = self._workspace.messages.history(channel.id)[-1]
        action_id = _button(newest.blocks, act)
        if action_id is None:
            return False
        outcome = self._server.acts.press(who, newest, action_id).result(PATIENCE)
        if not outcome.is_accepted:
            raise RuntimeError(f"{act.value} was not taken: {outcome}")
        self._settle()
        return True

    def _wait_until_heard(self) -> None:
        deadline = monotonic() + PATIENCE
        while self._server.sockets.on_their_way:
            if monotonic() > deadline:
                raise RuntimeError("the bot did not hear a message of the story")
            sleep(0.002)

    def _settle(self) -> None:
        if not self._bot.settle(PATIENCE):
            raise RuntimeError("the bot did not come to rest")


def _button(blocks: tuple[Mapping[str, Any], ...], act: Act) -> str | None:
    for block in blocks:
        for element in block.get("elements", ()):
            if str(element.get("action_id", "")).startswith(f"leadline:{act.value}:"):
                return str(element["action_id"])
    return None


def _play(story: Story, workspace: Workspace, server: Server, bot: Leadline) -> None:
    # Loaded only now: a partnership that has lived already opens without what reads plans.
    from leadline.sample.playing import play, set_the_scene

    typer.echo("Living through the sample partnership's first three months (only the first time):", nl=False)
    here = bot.record.workspaces.all()[0]
    channel = workspace.channels.named(story.channel)
    if channel is None:
        raise RuntimeError("the sample's channel is missing")
    accounts = {one.name: workspace.people.named(one.name).id for one in story.people}
    calendar = set_the_scene(lambda: bot.record.open_work(here.id), story, accounts, channel.id)
    play(story, calendar, SandboxStage(workspace, server, bot), _show_month)
    typer.echo(" ready.")


def _show_month(at: datetime) -> None:
    typer.echo(f" {at:%B} …", nl=False)
    sys.stdout.flush()


def _greet(server: Server, now: datetime, reset: str, *, opens_browser: bool) -> None:
    opened = opens_browser and _has_a_screen() and webbrowser.open(server.url)
    where = f"{server.url} (opened in your browser)" if opened else server.url
    today = weekday_with_year(now.astimezone(ZONE).date())
    typer.echo(f"Leadline demo: {where}. Demo date: {today}. Stop: Ctrl-C. Start over: {reset}")


def _has_a_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
