"""A channel is one partnership's: the key of a week's digest is its channel's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ChannelTaken
from bot.partnership import Partnership
from bot.ports import UnitOfWork
from bot.services.arrangements import set_up
from tests.bot.services.dialogue import Office


def settle(work: UnitOfWork, one: Partnership) -> None:
    set_up.set_up(
        work, one.id, actor=None, channel=one.channel, rhythm=one.rhythm,
        chairs=one.chairs, officers=one.officers,
    )  # fmt: skip


def test_two_partnerships_do_not_share_one_so_that_no_digest_is_lost(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        mine = work.partnerships.get(office.partnership.id)
        other = work.partnerships.add("Dunvale plan", "Europe/London", "england")
        with pytest.raises(ChannelTaken):
            settle(work, replace(other, channel=mine.channel))
        settle(work, replace(other, channel="C0DUNVALE"))
        settle(work, mine)
        assert work.partnerships.by_channel("C0DUNVALE") == work.partnerships.get(other.id)
