"""Whatever a card says, Slack takes it, and every word of it arrives."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from bot.card import Act, Button, Card, Choice, Line, Menu, Rule, Taps, Tone
from handlers.slack.blocks.escape import cleaned
from handlers.slack.blocks.message import messages

WORDS = st.one_of(st.text(max_size=80), st.text("ab *_~`<&>\n\u202e\x00", max_size=400), st.just("x " * 2000))
LABELS = st.text(min_size=1, max_size=90).filter(lambda label: bool(cleaned(label).strip()))
LINES = st.builds(Line, WORDS, st.sampled_from(Tone))
BUTTONS = st.builds(Button, LABELS, st.sampled_from(Act), st.text(min_size=1, max_size=60), st.booleans())
CHOICES = st.builds(Choice, LABELS, st.text(max_size=60))
MENUS = st.builds(Menu, LABELS, st.sampled_from(Act), st.lists(CHOICES, min_size=1, max_size=120).map(tuple))
TAPS = st.builds(Taps, st.lists(st.one_of(BUTTONS, MENUS), min_size=1, max_size=30).map(tuple))
CARDS = st.builds(
    Card,
    st.text(min_size=1, max_size=60),
    st.lists(st.one_of(LINES, TAPS, st.just(Rule())), max_size=30).map(tuple),
)


def words_of(block: dict[str, object]) -> str:
    """The words a person reads in a section or in a quiet line, without what makes them bold."""
    texts = [block.get("text"), *block.get("elements", [])]  # type: ignore[misc]  # JSON
    shown = []
    for text in texts:
        if isinstance(text, dict) and text["type"] == "plain_text":
            shown.append(text["text"])
        elif isinstance(text, dict) and text["type"] == "mrkdwn":
            plain = text["text"].replace("*", "")
            shown.append(plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    return "".join(shown)


@settings(max_examples=60, deadline=None)
@given(CARDS)
def test_slack_takes_it_and_nothing_is_lost(card: Card) -> None:
    said = ""
    for drawn in messages(card):
        payload = drawn.payload()
        assert len(payload) <= 50
        assert len(json.dumps(payload, ensure_ascii=False)) <= 12_000
        assert len(drawn.text) <= 3_900
        names = [element["action_id"] for block in payload for element in _elements(block)]
        assert len(set(names)) == len(names)
        for block in payload:
            parsed = Block.parse(block)
            assert parsed is not None
            parsed.validate_json()
            said += words_of(block)
    wanted = "".join(cleaned(piece.text) for piece in card.pieces if isinstance(piece, Line))
    assert "".join(said.split()) == "".join(wanted.split())


def _elements(block: dict[str, object]) -> list[dict[str, str]]:
    return block["elements"] if block["type"] == "actions" else []  # type: ignore[return-value]  # JSON
