"""Foreign files are read in a child with limits; what comes back is the same as if they were not."""

from __future__ import annotations

import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.errors import PlanUnreadable
from bot.importing.rows import RawDocument
from documents import apart
from documents.apart import read_apart
from documents.files import parsed
from tests.documents.books import HEAD, ROW, book
from tests.documents.papers import Paper

ROOT = Path(__file__).resolve().parents[2]
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Board\r\nDTSTART;VALUE=DATE:20270504\r\nEND:VEVENT\r\n"
    b"END:VCALENDAR\r\n"
)


def paper() -> bytes:
    made = Paper().text("Care plan", "Title")
    made.table([HEAD, ROW, ("", "Send it", "", "May 2027")], merged=[(1, 0, 2, 0)])
    return made.content()


@pytest.mark.parametrize(
    "content", [book([(*HEAD, "On"), (*ROW, date(2027, 5, 1))], merged=["A2:A3"]), paper(), CALENDAR]
)
def test_what_is_read_apart_is_what_is_read(content: bytes) -> None:
    found = read_apart("plan.xlsx", content)
    assert found == parsed("plan.xlsx", content)
    assert isinstance(found, RawDocument)


def test_a_refusal_comes_back_in_the_same_words() -> None:
    with pytest.raises(PlanUnreadable) as there:
        parsed("plan.xlsx", b"PK\x03\x04nonsense")
    with pytest.raises(PlanUnreadable) as here:
        read_apart("plan.xlsx", b"PK\x03\x04nonsense")
    assert (here.value.why, here.value.what_to_do) == (there.value.why, there.value.what_to_do)


def test_the_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []
    run = subprocess.run

    def watched(*args: object, **kept: object) -> object:
        seen.append(kept["env"])  # type: ignore[arg-type] # what is under test
        return run(*args, **kept)  # type: ignore[call-overload] # as it came

    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-not-for-children")
    monkeypatch.setattr(subprocess, "run", watched)
    read_apart("plan.ics", CALENDAR)
    assert "SLACK_BOT_TOKEN" not in seen[0]


def test_a_child_that_is_late_or_dies_has_read_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_SECONDS", 0.001)
    with pytest.raises(PlanUnreadable, match="more memory or time"):
        read_apart("plan.ics", CALENDAR)
    monkeypatch.setattr(apart, "_SECONDS", 60)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(PlanUnreadable, match="more memory or time"):
        read_apart("plan.ics", CALENDAR)


def test_a_memory_limit_is_set_in_the_child() -> None:
    code = (
        "import documents.apart as a, resource; a._limit(); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert 0 < int(done.stdout) <= 1_000_000_000
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != int(done.stdout)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("readme.txt", "hello")
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_apart("plan.docx", path.read_bytes())
