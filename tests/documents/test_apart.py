"""Foreign files are read in a child with limits; what comes back is the same as if they were not."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.errors import PlanUnreadable
from bot.importing.rows import RawDocument
from documents import apart
from documents.apart import read_apart
from documents.files import parsed
from tests.documents.books import HEAD, ROW, book, inline, spoilt, with_rows
from tests.documents.papers import Paper, with_part

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


def many_rows() -> bytes:
    rows = b"".join(
        b'<row r="%d">%b</row>' % (number, inline(f"A{number}", b"Write it again and again"))
        for number in range(3, 100_003)
    )
    return with_rows(rows)


def many_table_rows() -> bytes:
    head = b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    row = b"<w:tr><w:tc><w:p><w:r><w:t>Write it</w:t></w:r></w:p></w:tc></w:tr>"
    body = b"<w:body><w:tbl>" + row * 100_000 + b"</w:tbl></w:body></w:document>"
    return with_part(Paper().content(), "word/document.xml", head + body)


def lying() -> bytes:
    return spoilt(
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<dimension ref="A1:D2"', b'<dimension ref="A1:XFD1048576"'),
    )


def bomb() -> bytes:
    return with_rows(b'<row r="3">' + inline("A3", b"A" * 41_000_000) + b"</row>")


def encrypted() -> bytes:
    content = bytearray(book())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 1)
    return bytes(content)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "100,000 rows of a workbook": (many_rows, "more than I read"),
    "100,000 rows of a document": (many_table_rows, "more than I read|I have not opened it"),
    "a bomb": (bomb, "I have not opened it"),
    "a document cut short": (lambda: Paper().content()[:5000], "damaged or not complete"),
    "a document in a password": (encrypted, "password-protected"),
    "macros in a document": (lambda: with_part(Paper().content(), "word/vbaProject.bin", b"x"), "macros"),
    "an empty archive called a plan": (lambda: b"PK\x05\x06" + b"\0" * 18, "damaged"),
    "an endless calendar": (
        lambda: CALENDAR.replace(b"UID:1", b"UID:1\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        "",
    ),
    "dimensions that lie": (lying, ""),
}
# What the child does, and then how much memory it took at its most; `ru_maxrss` would count its parent's too.
PROBE = """
import json, re, sys
from pathlib import Path
from bot.errors import PlanUnreadable
from documents.files import parsed
try:
    parsed("plan.xlsx", Path(sys.argv[1]).read_bytes())
    said = ""
except PlanUnreadable as refusal:
    said = str(refusal)
status = Path("/proc/self/status").read_text()
print(json.dumps([said, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1])]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was used")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_one_plain_sentence_within_bounds(name: str, tmp_path: Path) -> None:
    make, sentence = HOSTILE[name]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)],
        capture_output=True,
        timeout=120,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    said, kilobytes = json.loads(done.stdout)
    print(f"{name}: {kilobytes / 1000:.0f} MB; {said!r}")
    assert "\n" not in said
    assert any(part in said for part in sentence.split("|")), said
    assert kilobytes < 200_000


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
