"""Every kind of question can be answered late, called off at any time, and never holds anybody up."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.card import Answer, Button, Card, Taps
from tests.bot.services.dialogue import Office, text_of

QUESTIONS = {
    "which date": ("2.7a sign-off 3 Nov, live end of Jan", "End of Jan 2027"),
    "which colour": ("2.7a is amber or red", "🔶 Amber"),
    "is it done": ("2.7a complete except training", "Not done yet"),
    "to when": ("2.7a slips", ""),
    "which action": ("✅", "2.7a Discharge letters"),
}
"""What is said, and the button that answers; "" is answered in words."""

KINDS = sorted(QUESTIONS)
LATER = date(2026, 10, 8)
"""Two and a half weeks on, after the deadline, the freeze and two digests."""


def question(office: Office, kind: str) -> Card:
    return office.say("S Okoro", QUESTIONS[kind][0])[0].card


def label_of(card: Card, start: str) -> str:
    taps = [one for piece in card.pieces if isinstance(piece, Taps) for one in piece.items]
    return next(one.label for one in taps if isinstance(one, Button) and one.label.startswith(start))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_answered_late(asked: Office, kind: str) -> None:
    card = question(asked, kind)
    assert asked.action("2.7a").reported_at is None
    asked.at(LATER, time(10, 0))
    if QUESTIONS[kind][1]:
        answer = asked.press("S Okoro", card, label_of(card, QUESTIONS[kind][1]))
        assert isinstance(answer, Answer)
        said = text_of(answer.card)
    else:
        said = asked.answer("S Okoro", "end of Nov")
    if "Nothing is saved yet" in said:
        said = asked.answer("S Okoro", "yes")
    assert "Saved" in said
    assert asked.action("2.7a").reported_at is not None


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_called_off_by_its_button_at_once(asked: Office, kind: str) -> None:
    card = question(asked, kind)
    answer = asked.press("S Okoro", card, "Cancel")
    assert isinstance(answer, Answer)
    assert "Nothing was saved." in text_of(answer.card)
    assert asked.action("2.7a").reported_at is None


@pytest.mark.parametrize("kind", KINDS)
def test_it_holds_up_no_other_news_and_is_called_off_in_a_word_weeks_later(asked: Office, kind: str) -> None:
    card = question(asked, kind)
    assert "Saved" in asked.answer("S Okoro", "4.1 no change")
    asked.at(LATER, time(10, 0))
    assert "Nothing was saved." in asked.answer("S Okoro", "cancel")
    assert asked.action("2.7a").reported_at is None
    again = asked.press("S Okoro", card, "Cancel")
    assert isinstance(again, Answer)
    assert "This was cancelled; nothing was saved." in text_of(again.card)
