"""What a Word document's paragraph styles say: which are headings, and which are numbered."""

from __future__ import annotations

import re

from documents.word_markup import Element, P, W, children, is_on, value_of, whole, words_of

_HEADING = re.compile(r"heading\s*(\d)\Z", re.IGNORECASE)
_LONGEST_CHAIN = 12
_BOLD_LEVEL = 8
_LONGEST_HEADING = 120


class Styles:
    """The styles of one document, by their names in the markup."""

    def __init__(self, part: Element | None) -> None:
        found = [] if part is None else part.findall(W + "style")
        self._styles: dict[str, Element] = {style.get(W + "styleId"): style for style in found}

    def level(self, paragraph: Element) -> int:
        """How deep a heading the paragraph is, from 1; a short line all in bold is one too; 0 for text."""
        own = value_of(paragraph.find(W + "pPr"), "outlineLvl")
        if own is not None:
            return whole(own, 8) + 1 if whole(own, 9) < 9 else 0
        for style in self._chain(paragraph):
            named = _HEADING.match(value_of(style, "name") or "")
            outline = value_of(style, "pPr", "outlineLvl")
            if named:
                return int(named[1])
            if outline is not None and whole(outline, 9) < 9:
                return whole(outline, 8) + 1
        return _BOLD_LEVEL if _is_bold_line(paragraph) else 0

    def numbering(self, paragraph: Element) -> Element | None:
        """The numbering properties of the paragraph, its own or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return own
        found = (style.find(f"{W}pPr/{W}numPr") for style in self._chain(paragraph))
        return next((properties for properties in found if properties is not None), None)

    def _chain(self, paragraph: Element) -> list[Element]:
        """The paragraph's style and those it is based on."""
        name = value_of(paragraph.find(W + "pPr"), "pStyle")
        chain: list[Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = value_of(chain[-1], "basedOn")
        return chain


def _is_bold_line(paragraph: Element) -> bool:
    runs = [run for run in children(paragraph, W + "r") if words_of(run)]
    length = sum(len(words_of(run)) for run in runs)
    return (
        paragraph.tag == P
        and 0 < length <= _LONGEST_HEADING
        and all(is_on(r.find(W + "rPr"), "b") for r in runs)
    )
