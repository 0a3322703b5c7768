"""The file of a backup: whole, sealed and nobody else's, or refused."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from storage.backup import restoring
from storage.backup.file import Heading, UnfitBackup, contents, new_file
from storage.backup.making import key_check
from tests.databases import AUDIT_KEY

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "whole.backup"
    with new_file(path, Heading("0001", NOW.isoformat(), "sqlite", key_check(AUDIT_KEY))) as file:
        file.table("workspace", ("id", "name"))
        for number in range(50):
            file.row([number, "Larkmere"])
    return path


def test_a_whole_file_tells_what_it_holds_and_is_for_this_account_alone(whole: Path) -> None:
    assert contents(whole) == {"workspace": 50}
    assert whole.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in whole.parent.iterdir()] == [whole.name]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw: raw[: len(raw) // 2], id="cut"),
        pytest.param(lambda raw: raw[:-1], id="one byte short"),
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: b"PK\x03\x04" + raw, id="another kind"),
        pytest.param(lambda raw: raw[:40] + bytes([raw[40] ^ 1]) + raw[41:], id="one bit"),
    ],
)
def test_a_file_that_was_cut_or_damaged_is_refused(whole: Path, damage: Any) -> None:
    whole.write_bytes(damage(whole.read_bytes()))
    with pytest.raises(UnfitBackup):
        contents(whole)
    with pytest.raises(UnfitBackup):
        restoring.check(whole)


@pytest.mark.parametrize("change", [b'[7,"Dunvale"]', b""])
def test_a_row_that_was_changed_or_taken_out_is_noticed(whole: Path, change: bytes) -> None:
    lines = gzip.decompress(whole.read_bytes()).splitlines()
    lines[9:10] = [change] if change else []
    whole.write_bytes(gzip.compress(b"\n".join(lines) + b"\n"))
    with pytest.raises(UnfitBackup, match="checksum does not fit"):
        contents(whole)


def test_a_file_without_its_seal_is_refused(whole: Path) -> None:
    lines = gzip.decompress(whole.read_bytes()).splitlines()[:-1]
    whole.write_bytes(gzip.compress(b"\n".join(lines) + b"\n"))
    with pytest.raises(UnfitBackup, match="ends too early"):
        contents(whole)


@pytest.mark.parametrize(
    ("change", "said"),
    [({"revision": "9999"}, "only a newer release"), ({"leadline_backup": 2}, "of a newer release")],
)
def test_a_backup_of_a_newer_release_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = tmp_path / "newer.backup"
    with new_file(path, Heading(str(change.get("revision", "0001")), "", "sqlite", "")) as file:
        file.table("workspace", ("id",))
    if "leadline_backup" in change:
        first, rest = gzip.decompress(path.read_bytes()).split(b"\n", 1)
        path.write_bytes(gzip.compress(json.dumps({**json.loads(first), **change}).encode() + b"\n" + rest))
    with pytest.raises(UnfitBackup, match=said):
        restoring.check(path)


def test_a_name_that_is_taken_is_never_written_over(whole: Path) -> None:
    before = whole.read_bytes()
    with pytest.raises(UnfitBackup, match="is there already"), new_file(whole, Heading("", "", "", "")):
        pass
    assert whole.read_bytes() == before


KILLED_MIDWAY = """
import sys
from pathlib import Path
from storage.backup.file import Heading, new_file
with new_file(Path(sys.argv[1]), Heading("0001", "", "sqlite", "")) as file:
    file.table("workspace", ("id",))
    for number in range(100_000):
        file.row([number])
    print("half", flush=True)
    sys.stdin.read()
"""


def test_killed_midway_it_leaves_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "record.backup"
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED_MIDWAY, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "half\n"
    child.kill()
    child.wait()
    child.stdout.close()
    child.stdin.close()
    assert not path.exists()
    with new_file(path, Heading("0001", "", "sqlite", "")) as file:  # what it left beside is no hindrance
        file.table("workspace", ("id",))
    assert contents(path) == {"workspace": 0}
