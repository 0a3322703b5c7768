"""Fault 33: files that are damaged, that lie, or that are made to use up the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.books import SHEET, book, inline, spoilt, with_rows
from tests.documents.papers import Paper, with_part
from tests.documents.test_apart import CALENDAR
from tests.documents.test_workbook import EXTERNAL, LAUGHS
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER

ROOT = Path(__file__).resolve().parents[2]


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


def garbage_in_the_middle() -> bytes:
    content = book()
    return content[:400] + b"\xff" * 40 + content[440:]


def declaring(entities: bytes) -> bytes:
    return spoilt(
        SHEET, lambda xml: entities + xml.partition(b"?>")[2].replace(b"<sheetData>", b"<sheetData>&e;")
    )


UNREADABLE: dict[str, bytes] = {
    "cut.xlsx": book()[:2000],
    "flipped.xlsx": garbage_in_the_middle(),
    "old.xls": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "page.xlsx": b"<!DOCTYPE html><html><body>Please sign in</body></html>",
    "laughs.xlsx": declaring(LAUGHS),
    "outside.xlsx": declaring(EXTERNAL),
    "nothing.docx": b"",
}


def test_nothing_of_such_a_file_comes_in_and_the_officer_is_told_why(one_chat: Dialogue) -> None:
    with one_chat.record.open_work(one_chat.workspace.id, read_only=True) as work:
        before = work.plans.all()
    for name, content in UNREADABLE.items():
        told = one_chat.drops(OFFICER, name, content)
        assert len(told) == 1, name
        assert "Nothing was imported" in told[0], name
    with one_chat.record.open_work(one_chat.workspace.id, read_only=True) as work:
        assert work.plans.all() == before
    assert one_chat.record.backlog(one_chat.clock.now()).is_empty
