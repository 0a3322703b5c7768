"""Text files: tab-separated plans, and CSV of any common delimiter and encoding."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from bot.errors import PlanUnreadable
from bot.importing.headings import plan_heading
from bot.importing.rows import RawRow, RawTable
from bot.phrases import files as sentences
from documents.formulas import unguarded
from documents.limits import capped
from documents.listed_cells import regrouped

_DELIMITERS = ("\t", ";", ",", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE, _SAMPLE_WIDTH = 200_000, 5_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_OPENED = re.compile(r'(?:^|\t)"', re.MULTILINE)
_CLOSED = re.compile(r'(?:^|\t)"(?:[^"]|"")*"(?=\t|\r?$)', re.MULTILINE)
# A quotation mark that nobody closes swallows the rest of the file; no cell of a plan is as long as this.
_SWALLOWED = 20_000


def read_delimited(content: bytes, name: str, *, has_pages: bool) -> RawTable:
    """The text as one table, its rows numbered as a spreadsheet or an editor counts them."""
    text = decoded(content, name)
    delimiter = delimiter_of(text, is_text=has_pages)
    rows = _rows(text, delimiter)
    if has_pages and delimiter == "\t":
        rows = regrouped(tuple(rows))
    return RawTable("", capped(rows), has_pages=has_pages)


def decoded(content: bytes, name: str) -> str:
    """The bytes as text: by their mark, else UTF-8, else as Windows writes western European."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _plain(content.decode(encoding, errors="replace"), name)
    if b"\x00" in content[:4096]:
        raise PlanUnreadable(*sentences.not_text(name))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return _plain(text, name)


def delimiter_of(text: str, *, is_text: bool = False) -> str:
    """What separates the cells: what makes a heading of a plan, else what cuts most lines alike.

    Commas in a text (`is_text`) that make no heading are commas.
    """
    sample = "\n".join(line[:_SAMPLE_WIDTH] for line in text[:_SAMPLE].splitlines())
    likely = {delimiter: _likelihood(sample, delimiter) for delimiter in _DELIMITERS}
    if is_text and not any(best for best, _ in likely.values()):
        return "\t"
    return max(_DELIMITERS, key=lambda delimiter: likely[delimiter])


def _likelihood(sample: str, delimiter: str) -> tuple[int, int]:
    best, cut = 0, 0
    for row in _rows(sample, delimiter):
        heading = plan_heading(row)
        best = max(best, len({*heading.columns}) if heading else 0)
        cut += len(row.cells) > 1
    return best, cut


def _rows(text: str, delimiter: str) -> Iterator[RawRow]:
    """The rows; quotation marks bind a cell only where they are used so throughout."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        is_quoted = quoting == csv.QUOTE_MINIMAL and (delimiter != "\t" or _quotes_bind(text))
        if quoting == csv.QUOTE_MINIMAL and not is_quoted:
            continue
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting))
        except csv.Error:
            continue
        if not is_quoted or all(len(cell) < _SWALLOWED for row in rows for cell in row):
            return (RawRow(number, tuple(map(unguarded, row))) for number, row in enumerate(rows, start=1))
    lines = (line.split(delimiter) for line in text.splitlines())
    return (RawRow(number, tuple(cells)) for number, cells in enumerate(lines, start=1))


def _quotes_bind(text: str) -> bool:
    """Whether every quotation mark that opens a tab-separated cell is closed at the end of that cell."""
    return bool(opened := len(_OPENED.findall(text))) and opened == len(_CLOSED.findall(text))


def _plain(text: str, name: str) -> str:
    """The text, if it is one. Raises `PlanUnreadable` for the bytes of some other kind of file."""
    if len(_CONTROL.findall(text[:20_000])) > len(text[:20_000]) // 100:
        raise PlanUnreadable(*sentences.not_text(name))
    return text.replace("\x0c", "\n")
