"""What an administrator copies: the units, the image and the compose file fit the program they run."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leadline.app import STOP_WITHIN
from leadline.commands import COMMANDS, FAILED, TO_MEND
from leadline.config import Settings, load_settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = ("leadline.service", "leadline-backup.service", "leadline-backup.timer")
PACKAGES = ("bot", "documents", "handlers", "leadline", "sandbox", "schedules", "storage")


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names keep their case
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def instructions() -> list[str]:
    joined = text("Dockerfile").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """With this Python where the program would be, since its own path is not on this machine."""
    for name in UNITS:
        here = text(name).replace("/opt/leadline/.venv/bin/leadline", sys.executable)
        (tmp_path / name).write_text(here, encoding="utf-8")
    finished = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [line for line in (finished.stdout + finished.stderr).splitlines() if "leadline" in line]
    assert (finished.returncode, said) == (0, [])


def test_the_service_gives_the_bot_time_to_stop_and_no_rights() -> None:
    service = unit("leadline.service")["Service"]
    assert int(service["TimeoutStopSec"]) > 3 * STOP_WITHIN + Settings().drain_seconds
    assert service["KillSignal"] == "SIGTERM"
    assert service["User"] not in ("", "root")
    assert (service["NoNewPrivileges"], service["ProtectSystem"]) == ("yes", "strict")
    assert (service["StateDirectoryMode"], service["UMask"]) == ("0700", "0077")
    assert service["WorkingDirectory"] == "/var/lib/" + service["StateDirectory"].split()[0]


def test_the_service_is_started_again_but_not_with_what_must_be_mended() -> None:
    service = unit("leadline.service")["Service"]
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"] == str(TO_MEND)
    assert TO_MEND != FAILED


@pytest.mark.parametrize("name", ["leadline.service", "leadline-backup.service"])
def test_the_units_call_commands_that_exist(name: str) -> None:
    asked = re.findall(r"/bin/leadline (\S+)", text(name))
    assert asked
    assert set(asked) <= set(COMMANDS)
    assert "xoxb" not in text(name), "a secret is never on a command line"


def test_the_image_runs_without_root_and_says_how_it_is() -> None:
    last_stage = instructions()[[line.startswith("FROM") for line in instructions()].index(True) :]
    users = [line.split()[1] for line in last_stage if line.startswith("USER")]
    assert users == ["10001:10001"]
    assert any(line.startswith("HEALTHCHECK") and "/healthz" in line for line in last_stage)
    assert any("--require-hashes" in line for line in instructions())
    assert any(line.startswith("STOPSIGNAL SIGTERM") for line in last_stage)
    assert not any(":latest" in line for line in instructions())


def test_the_image_copies_every_package_and_only_files_that_exist() -> None:
    copied = [
        word
        for line in instructions()
        if line.startswith("COPY") and "--from" not in line
        for word in line.split()[1:-1]
    ]
    assert set(PACKAGES) <= set(copied)
    assert all((ROOT / name).exists() for name in copied)
    let_in = {line[1:] for line in text("Dockerfile.dockerignore").splitlines() if line.startswith("!")}
    assert set(copied) <= let_in
    assert not {".env", "data"} & let_in


def test_what_the_image_sets_the_program_understands(tmp_path: Path) -> None:
    env = next(line for line in instructions() if line.startswith("ENV"))
    values = dict(pair.split("=", 1) for pair in env.split()[1:])
    settings = load_settings(values, tmp_path / ".env")
    assert settings.http is not None
    assert settings.http.port == 8770


def test_the_compose_file_names_settings_and_a_health_check_and_holds_no_secret() -> None:
    compose = text("compose.yaml")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "\t" not in compose
    for name in re.findall(r"^      ((?:LEADLINE|SLACK|DATABASE)_\w+):", compose, re.MULTILINE):
        assert f"`{name}`" in readme
    assert not re.search(r"xoxb-|xapp-", compose)
    for secret in ("POSTGRES_PASSWORD", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        assert f"${{{secret}:?" in compose
    grace = int(re.search(r"stop_grace_period: (\d+)s", compose)[1])  # type: ignore[index]  # it is there
    assert grace > 3 * STOP_WITHIN
    assert {"read_only: true", "no-new-privileges:true"} <= {
        line.strip(" -") for line in compose.splitlines()
    }


def test_the_page_tells_of_every_line_of_the_doctor_and_of_every_file() -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    table = page.split("## What to do for each line of the doctor")[1]
    for source in ("files.py", "database.py", "slack.py"):
        code = (ROOT / "leadline" / "doctor" / source).read_text(encoding="utf-8")
        for subject in set(re.findall(r'(?:right|look|mend)\(\s*"([^"]+)"', code)):
            assert subject in table, subject
    for file in DEPLOY.iterdir():
        assert file.stem.split(".")[0] in page, file.name
    for name in re.findall(r"`(tests/[\w/.]+)`", page):
        assert (ROOT / name).exists(), name
