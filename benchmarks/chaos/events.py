"""The whole bot, killed the moment every message was acknowledged, and again while it works on them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from time import monotonic, sleep

from benchmarks.chaos.replica import open_record
from bot.delivery import DeliveryKind
from bot.partnership import Platform
from bot.partnership import Workspace as Tenant
from sandbox.api.limits import RateRules
from sandbox.delivery import DeliveryRules
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from storage import Record
from tests.scenarios.larkmere import ON_SLACK, settle_in

PATIENCE = 3600.0
LATER_KILLS = 2
LIFE = (1.0, 3.0)
"""How many seconds the bot works before it is killed again."""

AGAIN_AND_AGAIN = DeliveryRules(retry_after=(0.0, *(1.0,) * 30))
LONG_AGO = timedelta(days=1)


@dataclass
class Outcome:
    """What came of so many messages; `doubled` are those with two versions or two answers."""

    events: int
    waiting_at_first_kill: int = 0
    kills: int = 0
    seconds: float = 0.0
    lost: int = 0
    doubled: int = 0
    answered: int = 0


def run(database_url: str, events: int, seed: int) -> Outcome:
    """Say so many things to the bot, kill it, and count what its record holds in the end."""
    workspace = Workspace()
    people = {name: workspace.people.add(name).id for name in ON_SLACK}
    channel = workspace.channels.add("larkmere-plan", [*people.values(), workspace.bot.id])
    record, dice, started = open_record(database_url), Random(seed), monotonic()  # noqa: S311 - when to kill
    tenant = record.workspaces.of(Platform.SLACK, workspace.team_id)
    settle_in(record.open_work, tenant, people, channel.id)
    outcome, said = Outcome(events), []
    with (
        tempfile.TemporaryDirectory(prefix="leadline-chaos-") as home,
        sandbox_running(workspace, delivery=AGAIN_AND_AGAIN, rates=RateRules(is_on=False)) as server,
    ):
        environment = _environment(database_url, server, Path(home))
        bot = _start(environment)
        for number in range(events):
            who = ON_SLACK[number % len(ON_SLACK)]
            said.append(
                (
                    workspace.direct_with_bot(people[who]).id,
                    server.acts.say(who, "@app", f"2.7a on track, letter {number} is out").ts,
                )
            )
        _wait_until(lambda: server.sockets.on_their_way == 0, bot)
        _kill(bot, outcome)
        outcome.waiting_at_first_kill = record.backlog(workspace.clock.now()).events
        for _ in range(LATER_KILLS):
            bot = _start(environment)
            sleep(dice.uniform(*LIFE))
            _kill(bot, outcome)
        bot = _start(environment)
        _wait_until(lambda: record.backlog(workspace.clock.now()).events == 0, bot)
        bot.kill()
        bot.wait()
    _count(record, tenant, said, outcome)
    outcome.seconds = monotonic() - started
    record.close()
    workspace.close()
    return outcome


def _environment(database_url: str, server: Server, home: Path) -> Mapping[str, str]:
    application = server.workspace.application
    return {
        **os.environ,
        "DATABASE_URL": database_url,
        "SLACK_BOT_TOKEN": application.bot_token,
        "SLACK_APP_TOKEN": application.app_token,
        "SLACK_API_URL": server.api_url,
        "LEADLINE_AUDIT_KEY_FILE": str(home / "audit.key"),
        "LEADLINE_COMMAND": "/status",
        "LEADLINE_POSTS_PER_SECOND": "1000",
        "LEADLINE_LOG_LEVEL": "ERROR",
    }


def _start(environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """The bot as anybody runs it, connected."""
    bot = subprocess.Popen(
        [sys.executable, "-u", "-m", "leadline", "run"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bot.stdout is not None
    assert "is running" in bot.stdout.readline(), "the bot did not start"
    return bot


def _kill(bot: subprocess.Popen[str], outcome: Outcome) -> None:
    bot.kill()
    bot.wait()
    outcome.kills += 1


def _wait_until(is_so: Callable[[], bool], bot: subprocess.Popen[str]) -> None:
    deadline = monotonic() + PATIENCE
    while not is_so():
        assert bot.poll() is None, "the bot ended by itself"
        assert monotonic() < deadline, "it never became so"
        sleep(0.05)


def _count(record: Record, tenant: Tenant, said: list[tuple[str, str]], outcome: Outcome) -> None:
    with record.open_patient_work(tenant.id, read_only=True) as work:
        kept = [work.messages.find(channel, ts) for channel, ts in said]
        replies = work.owing.recent(DeliveryKind.REPLY, work.now - LONG_AGO)
    outcome.lost = sum(message is None for message in kept)
    answers = Counter(reply.owed.period_key for reply in replies)
    keys = {f"reply:{channel}:{ts}:0" for channel, ts in said}
    outcome.answered = sum(answers[key] == 1 for key in keys)
    too_many = set(answers) - keys
    outcome.doubled = len(too_many) + sum(
        message is not None and len(message.versions) > 1 for message in kept
    )
