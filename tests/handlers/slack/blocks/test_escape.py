"""Words stay words: nothing a person types becomes a mention, a link or a change of direction."""

import re

import pytest

from handlers.slack.blocks.escape import cleaned, escaped, on_one_line

PAYLOADS = [
    "<!channel>",
    "<!here>",
    "<!everyone>",
    "<@U123>",
    "<#C123|general>",
    "<!subteam^S123>",
    "<https://evil.example|https://gov.uk>",
    "<!date^1392734382^{date}|today>",
    "<<!channel>>",
    "\u202e<!channel>",
    "<\u200b!channel>",
    "&lt;!channel&gt;",
]

LIVE = re.compile(r"<[!@#h]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_live_control_sequence_is_left(payload: str) -> None:
    assert not LIVE.search(escaped(payload))
    assert "<" not in escaped(payload)
    assert ">" not in escaped(payload)


def test_an_entity_is_escaped_like_any_other_words() -> None:
    assert escaped("&lt;!here&gt;") == "&amp;lt;!here&amp;gt;"


def test_direction_overrides_are_stripped() -> None:
    assert cleaned("a\u202eb\u2066c\u2069d\u202a") == "abcd"


def test_control_characters_are_stripped_and_newlines_stay() -> None:
    assert cleaned("a\x00b\x1b[31m\r\nc\td\x7f\re") == "ab[31m\nc d\ne"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert cleaned("a\ud800b") == "a\ufffdb"


def test_joined_emoji_and_accents_stay_as_they_are() -> None:
    family = "👩‍👩‍👧 é 漢字"
    assert cleaned(family) == family


def test_a_label_stands_on_one_line() -> None:
    assert on_one_line("2.7a\nDischarge  letters", 75) == "2.7a Discharge letters"


def test_a_label_says_that_it_was_shortened() -> None:
    shortened = on_one_line("x" * 80, 75)
    assert len(shortened) == 75
    assert shortened.endswith("…")
