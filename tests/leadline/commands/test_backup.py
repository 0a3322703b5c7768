"""`leadline backup` and `leadline restore`, as typed."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build
from leadline.config import SettingsError

NAME = "Larkmere Partnership"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("LEADLINE_AUDIT_KEY_FILE", raising=False)


@pytest.fixture
def a_record() -> None:
    with as_file(files("leadline.sample") / "larkmere_plan.csv") as plan:
        typed("import", str(plan), "--partnership", NAME, "--yes")
    typed("go-live", NAME)


def typed(*words: str, status: int = 0) -> str:
    result = CliRunner().invoke(build(words[0]), list(words))
    assert result.exit_code == status, result.output
    return result.output


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
