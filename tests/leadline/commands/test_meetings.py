"""`leadline meetings`: a calendar that left here comes back as the same meetings."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build
from leadline.commands.import_plan import keep, read_plan
from tests.databases import StoppedClock
from tests.storage.larkmere import NOW

PLAN = "Ref,Action,Lead,Due\n1.1,Write,S Okoro,May 2099\n"


@pytest.fixture(autouse=True)
def larkmere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of its own with one plan in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'record.db'}")
    path = tmp_path / "Larkmere plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    keep(read_plan(path, StoppedClock(NOW).now().date()), "Larkmere")
    return tmp_path


def told(*words: str) -> str:
    done = CliRunner().invoke(build("meetings"), ["meetings", *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_calendar_that_left_here_comes_back_as_the_same_meetings(larkmere: Path) -> None:
    told("add", "14 Oct 2099", "--papers", "2099-10-04", "--briefing", "2099-10-07")
    told("add", "11 Nov 2099", "--body", "Cabinet")
    told("export", str(larkmere / "board.ics"))
    assert "0 meetings added, 0 changed, 2 known already." in told("import", str(larkmere / "board.ics"))


def test_a_meeting_without_a_name_is_of_the_body_that_is_named(larkmere: Path) -> None:
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@elsewhere")
    lines += ("DTSTART;VALUE=DATE:20991014", "END:VEVENT", "END:VCALENDAR", "")
    (larkmere / "any.ics").write_text("\r\n".join(lines), encoding="utf-8")
    assert "Cabinet" in told("import", str(larkmere / "any.ics"), "--body", "Cabinet")
