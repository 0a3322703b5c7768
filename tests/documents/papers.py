"""Word documents for the tests: by python-docx, and by hand where a test wants what it cannot write."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HEAD = ("Ref", "Action", "Lead", "Due")
ROW = ("1.1", "Write it", "S Okoro", "Sept 2027")


class Paper:
    """A document being put together, part by part in printed order."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def text(self, words: str, style: str | None = None) -> Paper:
        """A paragraph."""
        self.document.add_paragraph(words, style=style)
        return self

    def bold(self, words: str) -> Paper:
        """A paragraph all in bold."""
        self.document.add_paragraph().add_run(words).bold = True
        return self

    def table(self, rows: Iterable[Sequence[str]], merged: Iterable[tuple[int, int, int, int]] = ()) -> Any:
        """A table; the words of `merged` areas (top, left, bottom, right) stand in their first cell."""
        lines = [list(row) for row in rows]
        made = self.document.add_table(rows=len(lines), cols=max(map(len, lines)))
        grid = [list(row.cells) for row in made.rows]
        for row, cells in zip(lines, grid, strict=True):
            for words, cell in zip(row, cells, strict=False):
                _write(cell, words)
        for top, left, bottom, right in merged:
            area = [cell for line in lines[top : bottom + 1] for cell in line[left : right + 1]]
            words = "\n".join(filter(None, area))
            cell = grid[top][left].merge(grid[bottom][right])
            _write(cell, words)
        return made

    def xml(self, markup: str) -> Paper:
        """A piece of the body as it stands in the file; `w:` is bound."""
        root = markup.replace(">", f" {nsdecls('w')}>", 1) if " " not in markup.split(">", 1)[0] else markup
        body = self.document.element.body
        body.insert(len(body) - 1, parse_xml(root))
        return self

    def content(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()


def _write(cell: Any, words: str) -> None:
    """The words as the cell's own paragraphs, one a line."""
    for paragraph in cell.paragraphs[1:]:
        paragraph._element.getparent().remove(paragraph._element)
    first, *others = words.split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell.add_paragraph(line)


def shade(cell: Any, colour: str) -> None:
    """Fill a cell with a colour, as six hexadecimal figures."""
    cell._element.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>')
    )


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The package with one part replaced, or added."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for known in old.namelist():
            if known != name:
                new.writestr(known, old.read(known))
        new.writestr(name, part)
    return made.getvalue()
