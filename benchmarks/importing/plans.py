"""Invented plans of any length, as files of every format that `leadline import` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

HEAD = ("Ref", "Action", "Lead", "Timescale", "Status", "RAG", "Comments")
_VERBS = ("Review", "Develop", "Agree", "Publish", "Recruit to", "Audit", "Pilot", "Commission")
_THINGS = ("the discharge letter", "weekend clinics", "a carers' charter", "the waiting list", "a lease")
_LEADS = ("S Okoro", "R Vale", "T Cole", "M Bright; T Cole", "Team managers", "R Vale / S Okoro")
_STANDS = (("Not started", "Grey"), ("In progress", "Amber"), ("On track", "Green"), ("Delivered", "Blue"))
_MONTHS = ("Sept 2027", "May/June 2027", "31 March 2028", "Autumn 2027", "by the end of 2027", "12/11/2027")


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """A plan's lines, ten to a number's first part."""
    for index in range(count):
        status, colour = _STANDS[index % len(_STANDS)]
        yield (
            f"{index // 10 + 1}.{index % 10 + 1}",
            f"{_VERBS[index % 8]} {_THINGS[index % 5]} for locality {index % 97}",
            _LEADS[index % 6],
            _MONTHS[index % 6],
            status,
            colour,
            f"Discussed at meeting {index % 53}; {index * 7919 % 10_007} people heard of it",
        )


def as_csv(count: int) -> bytes:
    made = io.StringIO()
    csv.writer(made).writerows((HEAD, *rows(count)))
    return made.getvalue().encode()


def as_text(count: int) -> bytes:
    return "\n".join("\t".join(row) for row in (HEAD, *rows(count))).encode()


def as_workbook(count: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for row in (HEAD, *rows(count)):
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def as_document(count: int) -> bytes:
    """A document of one table, its markup as Word writes it but without styles."""
    lines = []
    for row in (HEAD, *rows(count)):
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in row)
        lines.append(f"<w:tr>{cells}</w:tr>")
    document = docx.Document()
    table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{''.join(lines)}</w:tbl>")
    document.element.body.insert(0, table)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_calendar(count: int) -> bytes:
    """As many meetings, none of them of a series."""
    events = [
        f"BEGIN:VEVENT\r\nUID:{index}\r\nSUMMARY:Board {index % 7}\r\n"
        f"DTSTART;VALUE=DATE:{date(2027, 1, 1) + timedelta(days=index):%Y%m%d}\r\nEND:VEVENT\r\n"
        for index in range(count)
    ]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


FORMATS: dict[str, Callable[[int], bytes]] = {
    ".csv": as_csv,
    ".txt": as_text,
    ".xlsx": as_workbook,
    ".docx": as_document,
    ".ics": as_calendar,
}
