"""The pictures of papers: told apart in grey, at both widths, with their words in the document."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.papers.paper import Figure, Section
from bot.papers.pictures import Picture, RagByBody, RagStrip, SlipBar, SlipChart
from bot.rag import Standing
from documents.papers import paper_file
from documents.pictures import Width, drawn
from documents.pictures.canvas import DPI, LOOKS
from tests.documents.test_papers import AT, PAPER, template_of

DAY, LATER = date(2026, 9, 4), date(2026, 10, 2)
EVERY = tuple(Standing)
SLIP = SlipChart(
    "8 of 9 slipped", "The worst.", "Slip chart & text.", LATER,
    tuple(SlipBar(f"{one} $5 \U0001f600", DAY, LATER, shown, "4 weeks") for one, shown in enumerate(EVERY)),
)  # fmt: skip
STRIP = RagStrip("2 worse", "", "History.", (DAY, LATER), tuple((one.word, (None, one)) for one in EVERY))
BODIES = RagByBody(
    "One has most red", "", "Bodies.", (DAY, LATER),
    tuple((f"Body {one}", ({}, dict.fromkeys(EVERY, 2))) for one in range(8)),
)  # fmt: skip


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("picture", [SLIP, STRIP, BODIES])
def test_a_picture_is_drawn_for_a_page_and_for_a_phone(picture: Picture) -> None:
    for width in Width:
        wide, high = size_of(drawn(picture, width))
        assert wide == pytest.approx(width.value * DPI, abs=2)
        assert high > 200


def test_no_two_standings_share_a_marker_or_a_hatch() -> None:
    assert set(LOOKS) == set(Standing)
    assert len({str(look.marker) for look in LOOKS.values()}) == len(Standing)
    assert len({look.hatch for look in LOOKS.values()}) == len(Standing)


def described(document: Any) -> list[str | None]:
    return [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]


def test_a_picture_in_a_paper_and_in_a_template_carries_its_words() -> None:
    paper = replace(PAPER, sections=(Section("Slipped", (Figure(SLIP),)),))
    _, plain = paper_file(paper, None, AT)
    assert described(Document(io.BytesIO(plain))) == ["Slip chart & text."]
    template = template_of("{%p for section in sections %}", "{{ section.pictures[0] }}", "{%p endfor %}")
    _, filled = paper_file(paper, None, AT, template=template)
    assert described(Document(io.BytesIO(filled))) == ["Slip chart & text."]
