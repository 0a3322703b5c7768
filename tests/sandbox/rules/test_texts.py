"""Text as Slack keeps it."""

import pytest

from sandbox.rules.texts import normalised


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("R&D", "R&amp;D"),
        ("R&amp;D", "R&amp;D"),
        ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
        ("<@U1> in <#C1|plan>", "<@U1> in <#C1|plan>"),
        ("<https://larkmere.example/?a=1&b=2|the plan>", "<https://larkmere.example/?a=1&b=2|the plan>"),
        ("<!date^1790000000^{date}|soon>", "<!date^1790000000^{date}|soon>"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("", ""),
    ],
)
def test_bare_signs_are_escaped_and_codes_stay(sent: str, kept: str) -> None:
    assert normalised(sent) == kept
