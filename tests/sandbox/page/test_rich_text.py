from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.page.mrkdwn import Names
from sandbox.page.rich_text import rich_text
from tests.sandbox.page.reading_html import read

NAMES = Names({"U1": "S Okoro"}.get, {"C1": "plan"}.get, {}.get, datetime(2026, 9, 21, tzinfo=UTC))
HOSTILE = "<script>alert(1)</script>"


def section(*elements: dict[str, Any], kind: str = "rich_text_section", **more: Any) -> str:
    part = {"type": kind, "elements": list(elements)} | more
    return rich_text({"type": "rich_text", "elements": [part]}, NAMES)


def words(said: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": said, "style": style}


@pytest.mark.parametrize(
    ("drawn", "html"),
    [
        (section(words("a", bold=True), words(" b", italic=True)), "<p><strong>a</strong><em> b</em></p>"),
        (section(words("a", strike=True, code=True)), "<p><s><code>a</code></s></p>"),
        (section(words("a\nb")), "<p>a<br>b</p>"),
        (section(words("a"), kind="rich_text_quote"), "<blockquote>a</blockquote>"),
        (section(words("a"), kind="rich_text_preformatted"), "<pre><code>a</code></pre>"),
        (section({"type": "user", "user_id": "U1"}), '<p><span class="mention">@S Okoro</span></p>'),
        (section({"type": "channel", "channel_id": "C1"}), '<p><span class="mention">#plan</span></p>'),
        (section({"type": "broadcast", "range": "here"}), '<p><span class="mention">@here</span></p>'),
        (section({"type": "emoji", "name": "wave"}), "<p>👋</p>"),
        (section({"type": "date", "timestamp": 0, "fallback": "one day"}), "<p>one day</p>"),
        (section({"type": "link", "url": "javascript:x", "text": "press"}), "<p>press</p>"),
        (section({"type": "unheard_of", "text": "kept"}), "<p>kept</p>"),
    ],
)
def test_rich_text_is_drawn(drawn: str, html: str) -> None:
    assert drawn == html


def test_a_link_opens_elsewhere() -> None:
    (link,) = read(section({"type": "link", "url": "https://larkmere.example/"})).elements("a")
    assert link["rel"] == "noopener noreferrer"


@pytest.mark.parametrize(("style", "tag"), [("ordered", "ol"), ("bullet", "ul")])
def test_lists_are_lists(style: str, tag: str) -> None:
    item = {"type": "rich_text_section", "elements": [words("a")]}
    assert section(item, kind="rich_text_list", style=style) == f"<{tag}><li>a</li></{tag}>"


@pytest.mark.parametrize("kind", ["text", "link", "user", "channel", "broadcast", "emoji", "date", "other"])
def test_no_part_can_carry_anything_harmful(kind: str) -> None:
    names = ("text", "url", "user_id", "channel_id", "range", "name", "fallback")
    assert read(section({"type": kind} | dict.fromkeys(names, HOSTILE))).complaints == []
