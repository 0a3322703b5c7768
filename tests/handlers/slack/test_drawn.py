"""When what somebody presses was drawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.card import AccountPicker, Act, Card, Taps
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.encoding import chosen
from handlers.slack.drawn import drawn_again, drawn_at, stamp
from tests.handlers.slack.payloads import Payload

POSTED, AGAIN = (datetime(2026, 9, day, 9, 30, 0, 250, tzinfo=UTC) for day in (21, 22))
MESSAGE = {"message": {"ts": stamp(POSTED)}, "container": {"message_ts": stamp(POSTED)}}
WHISPERED = {"container": {"message_ts": stamp(POSTED), "is_ephemeral": True}}
HOME = {"container": {"type": "view"}, "view": {"type": "home", "private_metadata": stamp(POSTED)}}


@pytest.mark.parametrize("body", [MESSAGE, WHISPERED, HOME], ids=["message", "whispered", "home"])
def test_a_message_and_a_home_tell_when_they_were_drawn(body: Payload) -> None:
    assert drawn_at(body, {"block_id": "b1"}) == POSTED


def test_what_was_drawn_in_place_of_another_tells_it_row_by_row() -> None:
    """And a picker, whose row is named after what it is for, still tells that."""
    picker = AccountPicker("Who is it?", Act.IS_MEMBER, "person:7")
    text, *rows = drawn_again(
        [{"type": "section"}, *draw(Card("", (Taps((picker, picker)),))).payload()], AGAIN
    )
    assert "block_id" not in text
    assert len({row["block_id"] for row in rows}) == 2
    for row in rows:
        assert drawn_at(MESSAGE, row) == AGAIN
        assert chosen({"block_id": row["block_id"], "selected_user": "U1"}) == "person:7 as:U1"


@pytest.mark.parametrize("body", [{}, {"view": {"type": "home"}}, {"message": {"ts": "soon"}}])
def test_where_nothing_tells_nothing_is_said(body: Payload) -> None:
    assert drawn_at(body, {}) is None
