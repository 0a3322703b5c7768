"""What is made of what was seen: each thing that is not right comes with its remedy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.slack.examination import Membership, TokenSeen, wanted_scopes
from leadline.config import Mode, Settings
from leadline.doctor import slack
from leadline.doctor.database import database, zones
from leadline.doctor.files import audit_key_found, file_system, files
from leadline.doctor.finding import Finding, Verdict
from storage.examination import DatabaseSeen

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
WELL = DatabaseSeen(
    kind="PostgreSQL", version=(16, 2), wrong={}, revision="0005", newest="0005", now=NOW, audit_events=3
)
MOUNTS = "/dev/sda1 / ext4 rw 0 0\nserver:/share /srv/shared\\040files nfs4 rw 0 0\ntmpfs /srv tmpfs rw 0 0\n"


def by_subject(found: list[Finding]) -> dict[str, Finding]:
    return {one.subject: one for one in found}


def test_a_database_that_is_well_is_right_in_everything() -> None:
    assert {one.verdict for one in database(WELL, NOW)} == {Verdict.RIGHT}


@pytest.mark.parametrize(
    ("seen", "subject", "remedy"),
    [
        ({"kind": "SQLite", "version": (3, 34, 1)}, "database", "3.35 or newer"),
        ({"version": (13, 9)}, "database", "14 or newer"),
        ({"wrong": {"fsync": "off"}}, "database settings", "postgresql.conf"),
        ({"kind": "SQLite", "version": (3, 40), "wrong": {"synchronous": "1"}}, "database settings", "disk"),
        ({"revision": "0002"}, "migrations", "leadline db upgrade"),
        ({"revision": "0999"}, "migrations", "Install that release"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_database_comes_with_its_remedy(
    seen: dict[str, object], subject: str, remedy: str
) -> None:
    values = {name: getattr(WELL, name) for name in DatabaseSeen.__slots__}
    found = by_subject(list(database(DatabaseSeen(**{**values, **seen}), NOW)))[subject]
    assert found.verdict is Verdict.MEND
    assert remedy in found.words


def test_a_database_whose_clock_is_elsewhere_is_told_of() -> None:
    found = by_subject(list(database(WELL, NOW + timedelta(seconds=40))))["database clock"]
    assert (found.verdict, "40 seconds" in found.words) == (Verdict.LOOK, True)


def test_zones_that_are_known_are_right_and_others_are_named() -> None:
    assert zones(["Europe/London", "Europe/Dublin"]).verdict is Verdict.RIGHT
    unknown = zones(["Europe/Larkmere"])
    assert (unknown.verdict, "Europe/Larkmere" in unknown.words) == (Verdict.MEND, True)


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [(0, Verdict.RIGHT), (-59, Verdict.RIGHT), (61, Verdict.MEND), (-400, Verdict.MEND)],
)
def test_a_clock_more_than_a_minute_from_slacks_is_to_be_set(seconds: int, verdict: Verdict) -> None:
    assert slack.clock(TokenSeen("T1", "", None, timedelta(seconds=seconds))).verdict is verdict


def test_scopes_that_lack_stop_the_bot_and_those_that_are_too_many_are_told_of() -> None:
    wanted = wanted_scopes(reads_files=True)
    (well,) = slack.rights(TokenSeen("T1", "", wanted, None), reads_files=True)
    assert well.verdict is Verdict.RIGHT
    lacking, more = slack.rights(
        TokenSeen("T1", "", (wanted - {"im:history"}) | {"channels:read", "channels:history"}, None),
        reads_files=True,
    )
    assert (lacking.verdict, "im:history" in lacking.words) == (Verdict.MEND, True)
    assert (more.verdict, "channels:history" in more.words) == (Verdict.LOOK, True)
    assert "channels:read" not in more.words, "it shows what other organisations share"
    (unsaid,) = slack.rights(TokenSeen("T1", "", None, None), reads_files=True)
    assert unsaid.verdict is Verdict.LOOK


def test_files_rights_are_not_missed_where_they_are_not_asked_for() -> None:
    (well,) = slack.rights(TokenSeen("T1", "", wanted_scopes(reads_files=False), None), reads_files=False)
    assert well.verdict is Verdict.RIGHT


def test_every_way_of_being_in_a_channel_has_its_line() -> None:
    assert set(slack.CHANNELS) == set(Membership)


@pytest.mark.parametrize(("name", "verdict"), [("/plan-status", Verdict.RIGHT), ("/status", Verdict.MEND)])
def test_a_command_that_slack_keeps_is_to_be_renamed(name: str, verdict: Verdict) -> None:
    assert slack.command(Settings(command=name)).verdict is verdict


def test_tokens_that_are_not_set_are_told_of_without_asking_slack() -> None:
    assert slack.tokens(Settings()).verdict is Verdict.MEND
    settings = Settings(mode=Mode.HTTP, slack_bot_token="xoxb-1", slack_signing_secret="s")
    assert slack.tokens(settings).verdict is Verdict.RIGHT


def test_the_file_system_is_that_of_the_nearest_mount() -> None:
    assert file_system(Path("/var/lib/leadline/record.db"), MOUNTS) == "ext4"
    assert file_system(Path("/srv/shared files/record.db"), MOUNTS) == "nfs4"
    assert file_system(Path("/srv/record.db"), MOUNTS) == "tmpfs"
    assert file_system(Path("/srv/record.db"), "") == ""


def test_files_that_others_may_read_are_to_be_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    key, database_file = tmp_path / "audit.key", tmp_path / "record.db"
    for file in (key, database_file):
        file.write_text("00" * 32, encoding="ascii")
        file.chmod(0o644)
    settings = Settings(database_url=f"sqlite:///{database_file}", audit_key_file=key)
    found = by_subject(list(files(settings, tmp_path / ".env")))
    for subject in ("audit key", "database file"):
        assert (found[subject].verdict, "chmod 600" in found[subject].words) == (Verdict.MEND, True)
    for file in (key, database_file):
        file.chmod(0o600)
    found = by_subject(list(files(settings, tmp_path / ".env")))
    assert {found["audit key"].verdict, found["database file"].verdict} == {Verdict.RIGHT}


def test_a_folder_that_others_may_not_enter_keeps_its_files_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    key = tmp_path / "audit.key"
    key.write_text("00" * 32, encoding="ascii")
    key.chmod(0o644)
    found = by_subject(list(files(Settings(audit_key_file=key), tmp_path / ".env")))
    assert found["audit key"].verdict is Verdict.RIGHT


def test_a_key_that_is_no_key_or_is_gone_is_to_be_put_back(tmp_path: Path) -> None:
    key = tmp_path / "audit.key"
    lost = audit_key_found(key, 7)
    assert lost is not None
    assert "backup" in lost.words
    assert audit_key_found(key, 0) is None
    key.write_text("no key", encoding="ascii")
    key.chmod(0o600)
    found = by_subject(list(files(Settings(audit_key_file=key), tmp_path / ".env")))
    assert found["audit key"].verdict is Verdict.MEND
