"""People's words come out of Slack's wrapping as they typed them."""

import pytest

from handlers.slack.wording import typed

NAMES = {"UKBRAMLEY": "K Bramley"}


@pytest.mark.parametrize(
    ("sent", "written"),
    [
        ("2.7a on track", "2.7a on track"),
        ("waiting for A&amp;E, &lt;5 staff, Nov -&gt; Jan", "waiting for A&E, <5 staff, Nov -> Jan"),
        ("&amp;lt; is how one writes &lt;", "&lt; is how one writes <"),
        ("<@U0BOT> 2.7a on track", "2.7a on track"),
        ("2.7a on track <@U0BOT>", "2.7a on track"),
        ("waiting for <@UKBRAMLEY>", "waiting for @K Bramley"),
        ("waiting for <@U1|lena>", "waiting for @lena"),
        ("waiting for <@U1>", "waiting for @U1"),
        ("see <#C1|larkmere-plan> and <#C2>", "see #larkmere-plan and #C2"),
        ("<!here> <!channel> <!subteam^S1|@it-team> <!subteam^S1>", "@here @channel @it-team @subteam"),
        ("by <!date^1392734382^{date}|18 Feb>", "by 18 Feb"),
        ("<https://larkmere.example/a?b=1&amp;c=2>", "https://larkmere.example/a?b=1&c=2"),
        ("<https://larkmere.example|the R&amp;D paper>", "the R&D paper (https://larkmere.example)"),
        ("<http://larkmere.example|larkmere.example>", "larkmere.example"),
        ("<https://larkmere.example/|https://larkmere.example/>", "https://larkmere.example/"),
        ("<mailto:p.lowell@larkmere.example|p.lowell@larkmere.example>", "p.lowell@larkmere.example"),
        ("<tel:0151>", "0151"),
        ("*bold* _soft_ ~gone~ `code` :tada:", "*bold* _soft_ ~gone~ `code` :tada:"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_words_are_as_they_were_typed(sent: str, written: str) -> None:
    assert typed(sent, "U0BOT", NAMES.get) == written
