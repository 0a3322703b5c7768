"""Which way a heading cell of a tagged PDF points: LibreOffice says "column" of every one of them."""

from __future__ import annotations

import re

_NAMES = re.compile(rb"/S/Table#20Heading\n/P (\d+) 0 R\n")
"""A paragraph in the style of cells that name their row, and the cell it stands in."""

_CELL = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem\n/S/TH\n(?:/[^\n]*\n)*?/A \[((?: \d+ 0 R)+) \]\n")
_SCOPE = re.compile(rb"\n(\d+) 0 obj\n<</O/Table\n/Scope(/Column)\n")
_ROW = b"/Row".ljust(len(b"/Column"))
"""As long as the word it takes the place of: nothing in the file moves, so its table of places holds."""


def naming_rows(pdf: bytes) -> bytes:
    """The PDF with the heading cells of forms naming their row, so that each field is read with its name.

    A PDF that is written in some other way stays as it is.
    """
    naming = set(_NAMES.findall(pdf))
    attributes = {
        number
        for cell, held in _CELL.findall(pdf)
        if cell in naming
        for number in re.findall(rb"(\d+) 0 R", held)
    }
    made = bytearray(pdf)
    for scope in _SCOPE.finditer(pdf):
        if scope[1] in attributes:
            made[scope.start(2) : scope.end(2)] = _ROW
    return bytes(made)
