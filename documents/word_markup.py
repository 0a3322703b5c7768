"""Words of a Word document's markup: what a paragraph or a cell says, and what is no longer part of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any
"""An lxml element; lxml comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
P, TBL, TR, TC = W + "p", W + "tbl", W + "tr", W + "tc"
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": " ", W + "noBreakHyphen": "-"}
# Deleted and moved text, settings, and the second copy of a text box that is kept for old programs.
_UNREAD = frozenset(
    {
        *(
            W + name
            for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "trPr")
        ),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))


def children(parent: Element, *tags: str) -> Iterator[Element]:
    """The elements with these tags, in order, also inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, *tags)


def words_of(element: Element) -> str:
    """What a paragraph's runs say: insertions and text boxes too, deletions not."""
    return "".join(_pieces(element)).strip()


def value_of(parent: Element | None, *path: str) -> str | None:
    """The `val` of an element found by its tags below the parent, None where there is none."""
    for name in path:
        parent = None if parent is None else parent.find(W + name)
    return None if parent is None else parent.get(W + "val")


def is_on(parent: Element | None, name: str) -> bool:
    """Whether a switch such as bold is there and not turned off."""
    switch = None if parent is None else parent.find(W + name)
    return switch is not None and switch.get(W + "val") not in ("0", "false", "off")


def whole(words: str | None, otherwise: int) -> int:
    """A number in the markup, or what stands for one that is missing or is none."""
    return int(words) if words and words.isdecimal() and len(words) < 6 else otherwise


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == W + "t":
            yield child.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag == P:
            yield from ("\n", *_pieces(child), "\n")
        elif tag not in _UNREAD:
            yield from _pieces(child)
