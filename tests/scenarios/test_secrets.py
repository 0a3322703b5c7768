"""Canary tokens through a whole run: in no line of the log, on no command line, in no file but their own."""

from __future__ import annotations

import gzip
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.api.limits import RateRules
from sandbox.application import Application
from sandbox.faults import Fault
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from tests.schedules.test_worker import eventually

PATIENCE = 60.0
CANARY = secrets.token_hex(12)
SECRETS = {
    "SLACK_BOT_TOKEN": f"xoxb-{CANARY}",
    "SLACK_APP_TOKEN": f"xapp-{CANARY}",
    "SLACK_SIGNING_SECRET": f"signing-{CANARY}",
}


@pytest.fixture
def server() -> Iterator[Server]:
    application = Application(
        bot_token=SECRETS["SLACK_BOT_TOKEN"],
        app_token=SECRETS["SLACK_APP_TOKEN"],
        signing_secret=SECRETS["SLACK_SIGNING_SECRET"],
    )
    workspace = Workspace(application=application)
    workspace.people.add("S Okoro")
    with sandbox_running(workspace, rates=RateRules(is_on=False)) as running:
        yield running
    workspace.close()


@pytest.fixture
def environment(server: Server, tmp_path: Path) -> dict[str, str]:
    """Settings in `.env` alone, the log at its loudest; the rest of the environment as it is."""
    file = tmp_path / ".env"
    file.touch(0o600)
    lines = {**SECRETS, "SLACK_API_URL": server.api_url, "LEADLINE_LOG_LEVEL": "DEBUG"}
    file.write_text("".join(f"{name}={value}\n" for name, value in lines.items()), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "LEADLINE_"))}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[2])}


def answered(server: Server) -> int:
    workspace = server.workspace
    with workspace.lock:
        person = workspace.people.named("S Okoro")
        seen = workspace.messages.seen_by(person.id, workspace.direct_with_bot(person.id).id)
    return sum(bool(message.bot_id) for message in seen)


def test_no_secret_is_told_or_kept(server: Server, environment: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("wb") as opened:
        bot = subprocess.Popen(
            [sys.executable, "-u", "-m", "leadline", "run"],
            cwd=tmp_path, env=environment, stdout=opened, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            eventually(lambda: b"is running" in log.read_bytes())
            server.faults.arm(Fault.FAIL_BEFORE_STORING, method="chat.postMessage")
            server.acts.say("S Okoro", "@app", "help")
            server.acts.say("S Okoro", "@app", "privacy")
            eventually(lambda: answered(server) > 0)
            commands = [path.read_bytes() for path in Path("/proc").glob(f"{bot.pid}/cmdline")]
            server.hang_up()
        finally:
            bot.terminate()
            bot.wait(PATIENCE)
    said = [
        subprocess.run(
            [sys.executable, "-m", "leadline", *words],
            cwd=tmp_path, env=environment, capture_output=True, check=False,
        )
        for words in (("doctor",), ("backup", "record.backup"), ("audit", "verify"), ("manifest",))
    ]  # fmt: skip
    told = [log.read_bytes(), *commands, *(one.stdout + one.stderr for one in said)]
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != ".env"]
    kept = {path.name: path.read_bytes() for path in files}
    assert {"leadline.sqlite3", "record.backup", "audit.key"} <= set(kept)
    kept["record.backup"] = gzip.decompress(kept["record.backup"])
    audit_key = kept.pop("audit.key").strip()
    for secret in (CANARY.encode(), audit_key):
        assert not [words[:80] for words in told if secret in words]
        assert not [name for name, content in kept.items() if secret in content]
    assert len(log.read_bytes().splitlines()) > 2, "nothing was logged at all, so nothing is proved"
