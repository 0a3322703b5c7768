from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.page.mrkdwn import Names, inline, plain, rendered, safe_address, unescaped
from tests.sandbox.page.reading_html import read

NOW = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
PEOPLE = {"U1": "S Okoro"}
ROOMS = {"C1": "larkmere-plan", "C2": "private-talk"}
NAMES = Names(PEOPLE.get, ROOMS.get, {"C1": "/as/U1/C1"}.get, NOW)

MARKED = {
    "*late*": "<p><strong>late</strong></p>",
    "_late_": "<p><em>late</em></p>",
    "~late~": "<p><s>late</s></p>",
    "`late`": "<p><code>late</code></p>",
    "*_both_*": "<p><strong><em>both</em></strong></p>",
    "*a* and *b*": "<p><strong>a</strong> and <strong>b</strong></p>",
    "```one\n*two*```": "<pre><code>one\n*two*</code></pre>",
    "before ```x``` after": "<p>before </p><pre><code>x</code></pre><p> after</p>",
    "&gt; said\n&gt; twice": "<blockquote>said<br>twice</blockquote>",
    "> said": "<blockquote>said</blockquote>",
    "• one\n• *two*": "<ul><li>one</li><li><strong>two</strong></li></ul>",
    "- one": "<ul><li>one</li></ul>",
    "a\nb\n\nc": "<p>a<br>b</p><p>c</p>",
    "<!date^nonsense>": "<p>&lt;!date^nonsense&gt;</p>",
    "<@U1>": '<p><span class="mention">@S Okoro</span></p>',
    "<@U9|old name>": '<p><span class="mention">@old name</span></p>',
    "<@U9>": '<p><span class="mention">@U9</span></p>',
    "<#C1>": '<p><a class="mention" href="/as/U1/C1">#larkmere-plan</a></p>',
    "<#C2>": '<p><span class="mention">#private-talk</span></p>',
    "<#C9|gone>": '<p><span class="mention">#gone</span></p>',
    "<!here>": '<p><span class="mention">@here</span></p>',
    "<!subteam^S1|@leads>": '<p><span class="mention">@leads</span></p>',
    ":wave: :no_such_thing:": "<p>👋 :no_such_thing:</p>",
    "2.7a &lt; 2.10 &amp; more": "<p>2.7a &lt; 2.10 &amp; more</p>",
    "<mailto:p@larkmere.example|P Lowell>": (
        '<p><a href="mailto:p@larkmere.example" target="_blank" rel="noopener noreferrer">P Lowell</a></p>'
    ),
    "<https://larkmere.example/?a=1&amp;b=2|the *plan*>": (
        '<p><a href="https://larkmere.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">'
        "the *plan*</a></p>"
    ),
    "See https://larkmere.example/plan.": (
        '<p>See <a href="https://larkmere.example/plan" target="_blank" rel="noopener noreferrer">'
        "https://larkmere.example/plan</a>.</p>"
    ),
}

LITERAL = (
    "2 * 3 * 4",
    "a_snake_case_name",
    "*not closed",
    "* spaced *",
    "3*4*5",
    "*two\nlines*",
    "1.4 done, 2.3 slips",
)


@pytest.mark.parametrize("source", MARKED)
def test_mark_up_is_drawn(source: str) -> None:
    assert rendered(source, NAMES) == MARKED[source]


@pytest.mark.parametrize("source", LITERAL)
def test_what_is_not_mark_up_is_shown_as_written(source: str) -> None:
    found = read(rendered(source, NAMES))
    assert found.words == source.replace("\n", "")
    assert {name for name, _ in found.tags} <= {"p", "br"}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{date_num}", "2026-10-14"),
        ("{date}", "14 October 2026"),
        ("{date_short}", "14 Oct 2026"),
        ("{date_long}", "Wednesday 14 October 2026"),
        ("{time}", "13:55"),
        ("{date_short_pretty} at {time}", "14 Oct 2026 at 13:55"),
        ("{ago}", "in 23 days"),
        ("{no_such_token}", "{no_such_token}"),
    ],
)
def test_dates_are_filled_in_for_london(pattern: str, words: str) -> None:
    seconds = int(datetime(2026, 10, 14, 12, 55, tzinfo=UTC).timestamp())
    assert inline(f"<!date^{seconds}^{pattern}|fallback>", NAMES) == words


def test_a_date_that_is_near_is_said_so() -> None:
    assert inline(f"<!date^{int(NOW.timestamp())}^{{date_pretty}}|x>", NAMES) == "today"


def test_a_date_no_calendar_has_falls_back() -> None:
    assert inline("<!date^999999999999^{date}|one day>", NAMES) == "one day"


def test_a_date_may_be_a_link_but_only_a_safe_one() -> None:
    seconds = int(NOW.timestamp())
    linked = read(inline(f"<!date^{seconds}^{{time}}^https://larkmere.example/|x>", NAMES))
    assert linked.elements("a")[0]["href"] == "https://larkmere.example/"
    assert inline(f"<!date^{seconds}^{{time}}^javascript:alert(1)|x>", NAMES) == "09:30"


HOSTILE = (
    "<script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<javascript:alert(1)|press me>",
    "<JaVaScRiPt:alert(1)>",
    "<data:text/html,<script>alert(1)</script>|x>",
    "<https://x.example/\" onmouseover=\"alert(1)|x>",
    "<https://x.example/'onclick='alert(1)'|x>",
    "https://x.example/\"onmouseover=\"alert(1)",
    "<https://x.example|</a><script>alert(1)</script>>",
    "<@U1|\"><img src=x onerror=alert(1)>>",
    "<#C9|<b onclick=alert(1)>>",
    "<!date^0^{time}^javascript:alert(1)|<svg onload=alert(1)>>",
    "<!date^0^<iframe src=//x>|y>",
    "*<script>*alert(1)*</script>*",
    "```</code></pre><script>alert(1)</script>```",
    "`</code><script>alert(1)</script>`",
    "> <script>alert(1)</script>",
    "• <script>alert(1)</script>",
    "<!--",
    "<![CDATA[<script>]]>",
    "&amp;lt;script&amp;gt;",
    "*_~`" * 400,
    "*a _b ~c " * 300,
    "<" * 2000,
    "```" * 301,
)  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_stays_text(source: str) -> None:
    assert read(rendered(source, NAMES)).complaints == []
    assert read(plain(source)).complaints == []


@given(st.text(alphabet=st.sampled_from("*_~`<>|@#!^&;:/.\"'= \nahjscript{}()•-https")))
def test_no_text_at_all_can_draw_anything_harmful(source: str) -> None:
    assert read(rendered(source, NAMES)).complaints == []


def test_plain_text_reads_no_mark_up_but_knows_emoji_and_lines() -> None:
    assert plain("*a* <@U1>\n:wave:") == "*a* &lt;@U1&gt;<br>👋"


def test_only_the_three_entities_are_undone() -> None:
    assert unescaped("&lt;b&gt; &amp;amp; &quot;") == "<b> &amp; &quot;"


@pytest.mark.parametrize(
    "address", ["https://a.example/b", "http://a.example", "mailto:a@b.example", "tel:+441"]
)
def test_web_mail_and_telephone_addresses_are_safe(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address", ["javascript:x", "data:x", "//a.example", "file:///etc", "", "https://a b", " "]
)
def test_all_other_addresses_are_not(address: str) -> None:
    assert safe_address(address) is None
