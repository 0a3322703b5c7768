"""Fault 26: one message on two hundred actions; a digest of five hundred."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.card import Card, Line
from bot.delivery import DeliveryKind, Owed
from handlers.slack.blocks.limits import BLOCKS_IN_MESSAGE
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL

ACTIONS = 500


def test_a_list_of_two_hundred_is_answered_and_saves_nothing_unasked(one_chat: Dialogue) -> None:
    listed = "\n".join(f"{theme}.{number} green" for theme in range(7, 17) for number in range(1, 21))
    assert one_chat.says("S Okoro", listed)
    with one_chat.record.open_work(one_chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert all(action.rag is None for action in plan.actions)


def test_what_is_too_long_for_one_message_goes_out_in_order_in_one_thread(chat: Dialogue) -> None:
    lines = tuple(Line(f"{number}: Discharge letters to GPs") for number in range(ACTIONS))
    with chat.record.open_work(chat.workspace.id) as work:
        work.owing.owe(
            Owed(
                CHANNEL,
                DeliveryKind.NOTICE,
                "long",
                chat.clock.now() - timedelta(seconds=1),
                {"say": "x"},
                body=Card("what is slipping", lines),
            )
        )
    chat.settle()
    posted = [one for one in chat.posted if one["channel"] == CHANNEL]
    assert len(posted) > 1
    assert all(len(one["blocks"]) <= BLOCKS_IN_MESSAGE for one in posted)
    assert "thread_ts" not in posted[0]
    assert {one["thread_ts"] for one in posted[1:]} == {posted[0]["ts"]}
    told = re.findall(r"(\d+): Discharge letters", " ".join(str(one["blocks"]) for one in posted))
    assert [int(number) for number in told] == list(range(ACTIONS))
