"""`leadline backup` and `leadline restore`, as typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build
from leadline.config import SettingsError
from tests.leadline.commands.terminal import terminal, typed

NAME = "Larkmere Partnership"


@pytest.fixture(scope="module")
def live_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live_plan")
    with terminal(folder):
        with as_file(files("leadline.sample") / "larkmere_plan.csv") as plan:
            typed("import", str(plan), "--partnership", NAME, "--yes")
        typed("go-live", NAME)
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path):
        yield


@pytest.fixture
def a_record(live_plan: Path, tmp_path: Path) -> None:
    shutil.copytree(live_plan, tmp_path, dirs_exist_ok=True)


def refused(*words: str) -> str:
    result = CliRunner().invoke(build(words[0]), list(words))
    assert isinstance(result.exception, SettingsError), result.output
    return str(result.exception)


def test_a_record_is_backed_up_looked_at_and_put_back(
    a_record: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = typed("status", "2.7a")
    made = typed("backup", "leadline.backup")
    assert "read again and whole" in made
    assert "Keep a copy of data/audit.key too" in made
    assert "leadline.backup is whole" in typed("restore", "leadline.backup", "--check")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///elsewhere/record.db")
    assert typed("restore", "leadline.backup").startswith("Restored ")
    assert typed("status", "2.7a") == before
    assert "The record is whole" in typed("audit", "verify")


def test_what_holds_a_record_is_not_restored_into(a_record: None) -> None:
    typed("backup", "leadline.backup")
    assert "holds a record already" in refused("restore", "leadline.backup")
    assert "is there already" in refused("backup", "leadline.backup")


def test_another_audit_key_is_noticed(a_record: None, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("backup", "leadline.backup")
    Path("data/audit.key").unlink()
    monkeypatch.setenv("DATABASE_URL", "sqlite:///elsewhere/record.db")
    assert "The audit key of this record is not at data/audit.key" in typed("restore", "leadline.backup")
    assert not Path("data/audit.key").exists(), "a new key would hide that the old one is lost"


def test_where_there_is_no_record_nothing_is_made() -> None:
    assert "no record to back up" in refused("backup", "leadline.backup")
    assert not list(Path().iterdir())


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("ref,action\n", encoding="utf-8")
    assert "cannot be read as a backup" in refused("restore", "plan.csv")
    assert not (tmp_path / "data").exists()
