"""A correction is told from news by how it opens."""

from __future__ import annotations

import pytest

from bot.correcting import Correction, corrected, correction_in


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, end of Jan", "end of Jan"),
        ("actually amber", "amber"),
        ("<@UBOT> no: March", "March"),
        ("Sorry, no: 2.7a March", "2.7a March"),
    ],
)
def test_one_that_opens_softly_may_be_news_later(text: str, rest: str) -> None:
    assert correction_in(text) == Correction(rest, is_outright=False)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Sorry, I meant 3 Nov", "3 Nov"),
        ("correction: 2.7a end of Feb", "2.7a end of Feb"),
        ("that was wrong: 2.7a should say end of Feb", "2.7a should be end of Feb"),
        ("No, that's not what I said. 2.7a is amber", "2.7a is amber"),
        ("it's a typo - 3 Nov", "3 Nov"),
        ("you misread 2.7a: end of Feb", "2.7a: end of Feb"),
        ("2.7a is wrong in the digest, it should be end of Feb", "2.7a it should be end of Feb"),
        ("you've misread 2.7a", "2.7a"),
        ("that was wrong", ""),
    ],
)
def test_one_that_says_so_outright_is_never_news(text: str, rest: str) -> None:
    assert correction_in(text) == Correction(rest, is_outright=True)


@pytest.mark.parametrize(
    "text",
    [
        "no change",
        "No update from me",
        "no",
        "wrong",
        "2.7a amber",
        "notes are late",
        "2.7a was wrong way round in the minutes",
        "correct 2.7a date to Jan 2027",
    ],
)
def test_what_opens_otherwise_corrects_nothing(text: str) -> None:
    assert corrected(text) is None
