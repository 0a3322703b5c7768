"""Slack's mark-up is laid aside and no offset moves."""

import pytest

from bot.language.normalise import normalise
from tests.bot.language.reader import read, reading

MARKED_UP = [
    ("*2.1* - _green_", ["2.1 green"]),
    ("> 2.1 is red\nNo, 2.1 is green", ["2.1 green"]),
    ("2.1 `amber`", ["2.1"]),
    ("<@U0AB12CD3> 2.1 amber", ["2.1 amber"]),
    ("2.1 amber, see <https://example.org/red|the note>", ["2.1 amber"]),
    ("2.1 amber &amp; slipping to March", ["2.1 amber by 2027-03-31"]),
    ("• 2.1: green\n• 2.3: amber", ["2.1 green", "2.3 amber"]),
    ("2.1 done :tada:", ["2.1 complete"]),
    ("2.1 it\u2019s amber \u2013 won\u2019t move", ["2.1 amber"]),
]


@pytest.mark.parametrize(("text", "understood"), MARKED_UP)
def test_mark_up_says_nothing(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(
    "text", [text for text, _ in MARKED_UP] + ["İ 2.1 amber", "```2.1 red```", "~2.1~", "10:30:00"]
)
def test_the_plain_text_is_as_long_as_the_text(text: str) -> None:
    plain = normalise(text)
    assert len(plain.text) == len(plain.lower) == len(text)


def test_evidence_points_into_what_was_written() -> None:
    text = "*2.1* is ~green~ :large_orange_circle:, slipping to *end of Feb*"
    understood = reading(text)
    for update in understood.updates:
        for proof in update.evidence:
            assert text[slice(*proof.span)] == proof.words
    assert [text[slice(*mention.span)] for mention in understood.dates] == ["end of Feb"]
