"""`leadline doctor` against the sandbox: in both modes, well, and with one thing after another broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.partnership import Platform
from handlers.slack.manifest import manifest
from leadline.app import SystemClock
from leadline.commands import build
from leadline.config import Settings
from leadline.opening import open_record
from sandbox.api.limits import RateRules
from sandbox.application import Application
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from tests.scenarios.larkmere import ON_SLACK, settle_in

pytestmark = pytest.mark.usefixtures("careful_engines")

SECRET = "signing-secret-of-the-test"


@pytest.fixture
def server() -> Iterator[Server]:
    """A workspace with the app of the manifest, its rights and no more."""
    workspace = Workspace(application=Application.from_manifest(manifest("/plan-status")))
    workspace.channels.add("larkmere-plan", [workspace.bot.id])
    with sandbox_running(workspace, rates=RateRules(is_on=False)) as running:
        yield running
    workspace.close()


@pytest.fixture
def environment(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a whole `.env`, and nothing of these settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "SLACK_BOT_TOKEN", "LEADLINE_MODE"):
        monkeypatch.delenv(name, raising=False)
    application = server.workspace.application
    (tmp_path / ".env").touch(0o600)
    (tmp_path / ".env").write_text(
        f"SLACK_BOT_TOKEN={application.bot_token}\nSLACK_APP_TOKEN={application.app_token}\n"
        f"SLACK_API_URL={server.api_url}\n",
        encoding="utf-8",
    )
    return tmp_path


def set_to(environment: Path, **values: str) -> None:
    with (environment / ".env").open("a", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())


def with_a_partnership(server: Server, environment: Path, channel: str | None = None) -> None:
    settings = Settings(
        database_url=f"sqlite:///{environment}/data/leadline.sqlite3",
        audit_key_file=environment / "data" / "audit.key",
    )
    record = open_record(settings, SystemClock())
    here = record.workspaces.of(Platform.SLACK, server.workspace.team_id)
    accounts = {name: f"U{at}" for at, name in enumerate(ON_SLACK)}
    settle_in(record.open_work, here, accounts, channel or server.workspace.channels.all()[0].id)
    record.close()


def told(status: int) -> str:
    result = CliRunner().invoke(build("doctor"), ["doctor"])
    assert result.exit_code == status, result.output
    return result.output


def lines(said: str, verdict: str) -> list[str]:
    return [line.removeprefix(verdict).strip() for line in said.splitlines() if line.startswith(verdict)]


def test_before_anything_is_set_it_says_what_to_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SLACK_BOT_TOKEN", raising=False)
    said = told(1)
    (lacking,) = lines(said, "mend")
    assert lacking.startswith("tokens: SLACK_BOT_TOKEN is not set")
    assert not (tmp_path / "data").exists(), "looking makes nothing"


def test_a_place_where_all_is_well_says_so_in_socket_mode(server: Server, environment: Path) -> None:
    with_a_partnership(server, environment)
    said = told(0)
    assert said.endswith("Nothing to mend.\n")
    (unseen,) = lines(said, "look")
    assert "channel of Larkmere plan" in unseen
    assert "channels:read" in unseen
    right = {line.partition(":")[0] for line in lines(said, "right")}
    assert right == {
        *("settings", "database file", "disk", "audit key", "tokens", "command", "Slack", "scopes"),
        *("clock", "Socket Mode", "database", "database settings", "migrations", "database clock"),
        "time zones",
    }


def test_nothing_secret_is_told(server: Server, environment: Path) -> None:
    with_a_partnership(server, environment)
    said = told(0)
    application = server.workspace.application
    assert application.bot_token not in said
    assert application.app_token not in said


def test_http_mode_needs_no_app_token(server: Server, environment: Path) -> None:
    set_to(environment, LEADLINE_MODE="http", SLACK_SIGNING_SECRET=SECRET, SLACK_APP_TOKEN="")
    said = told(0)
    assert "signing secret: is set" in said
    assert SECRET not in said
    assert "Socket Mode" not in said


@pytest.mark.parametrize(
    ("values", "remedy"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-revoked"}, "Slack: invalid_auth: the token is wrong or was revoked"),
        ({"SLACK_APP_TOKEN": "xapp-revoked"}, "Socket Mode: invalid_auth"),
        ({"SLACK_API_URL": "http://127.0.0.1:1/api/"}, "HTTPS_PROXY"),
        ({"LEADLINE_COMMAND": "/status"}, "command: Slack keeps /status for itself"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, "database: "),
    ],
)
def test_what_is_broken_is_named_with_its_remedy(
    environment: Path, values: dict[str, str], remedy: str
) -> None:
    set_to(environment, **values)
    found = lines(told(1), "mend")
    assert len(found) == 1
    assert remedy in found[0]


def test_an_env_file_that_others_may_read_stops_the_examination(environment: Path) -> None:
    (environment / ".env").chmod(0o644)
    assert "chmod 600 .env" in told(1)


def test_scopes_that_lack_are_named(server: Server, environment: Path) -> None:
    application = server.workspace.application
    server.workspace.application = replace(application, scopes=application.scopes - {"im:history"})
    (lacking,) = lines(told(1), "mend")
    assert lacking.startswith("scopes: lacking: im:history. ")


def test_with_the_right_to_see_channels_membership_is_told(server: Server, environment: Path) -> None:
    application = server.workspace.application
    server.workspace.application = replace(application, scopes=application.scopes | {"channels:read"})
    with_a_partnership(server, environment)
    assert "channel of Larkmere plan: " in next(
        one for one in lines(told(0), "right") if "the bot is in it" in one
    )
    with server.workspace.lock:
        channel = server.workspace.channels.share(server.workspace.channels.all()[0].id)
    (shared,) = lines(told(0), "look")
    assert "other organisations share it" in shared
    with server.workspace.lock:
        server.workspace.channels.leave(channel.id, server.workspace.bot.id)
    (out,) = lines(told(1), "mend")
    assert "/invite @Leadline" in out


def test_a_channel_that_does_not_exist_is_named(server: Server, environment: Path) -> None:
    application = server.workspace.application
    server.workspace.application = replace(application, scopes=application.scopes | {"channels:read"})
    with_a_partnership(server, environment, channel="C0NOWHERE")
    (gone,) = lines(told(1), "mend")
    assert "no such channel" in gone


def test_a_lost_audit_key_is_missed(server: Server, environment: Path) -> None:
    with_a_partnership(server, environment)
    (environment / "data" / "audit.key").unlink()
    (lost,) = lines(told(1), "mend")
    assert lost.startswith("audit key: data/audit.key is not there, and the record has ")


def test_postgresql_is_looked_at_too(environment: Path, postgresql_url: str) -> None:
    """The tests' own server does not wait for the disk, and that is just what is to be found."""
    set_to(environment, DATABASE_URL=postgresql_url)
    said = told(1)
    (unsafe,) = lines(said, "mend")
    assert unsafe.startswith("database settings: fsync is off. ")
    assert "PostgreSQL" in said


def test_the_channel_of_a_workstream_is_looked_at_as_well(server: Server, environment: Path) -> None:
    application = server.workspace.application
    server.workspace.application = replace(application, scopes=application.scopes | {"channels:read"})
    with_a_partnership(server, environment)
    typed_in = CliRunner().invoke(build("workstreams"), ["workstreams", "put", "Finance", "2.7a"])
    assert typed_in.exit_code == 0, typed_in.output
    CliRunner().invoke(build("workstreams"), ["workstreams", "channel", "Finance", "C0NOWHERE"])
    (gone,) = lines(told(1), "mend")
    assert gone.startswith("channel of Larkmere plan, Finance: ")
