"""Packs as they are frozen and told: at the paper deadline, once, and never altered."""

from __future__ import annotations

from datetime import date, time

from bot.dated import RecordKind
from bot.digest import Digest
from bot.pack import Pack
from bot.phrases import digests, outcomes, packs
from bot.services.arrangements import meetings
from bot.services.reports.packs import gather
from tests.bot.services.dialogue import Office, Post, text_of


def board_posts(office: Office, channel: str) -> list[Post]:
    return [
        one
        for one in office.posts
        if one.delivery.owed.period_key.startswith("board:") and one.where.channel == channel
    ]


def frozen_pack(office: Office) -> Pack:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        record = work.records.numbered(office.partnership.id, "2026-10")
    assert record is not None
    assert isinstance(record.facts, Pack)
    assert record.audit_head == record.facts.audit_head
    return record.facts


def test_the_officer_sees_a_preview_and_the_rest_the_frozen_pack(asked: Office) -> None:
    asked.at(date(2026, 9, 29), time(12, 5))
    preview = board_posts(asked, "DU9")
    assert preview[0].text.startswith("board, Wed 14 Oct: how things stand. Preview, as at Tue 29 Sept 12:0")
    assert board_posts(asked, "C1") == []
    asked.at(date(2026, 10, 2), time(17, 1))
    header, *parts = board_posts(asked, "C1")
    assert "Pack 2026-10, as at Fri 2 Oct 17:01" in header.text
    assert f"Record {frozen_pack(asked).audit_head[:16]}" in header.text
    assert parts
    assert {one.delivery.owed.period_key for one in parts} == {header.delivery.owed.period_key}
    (phone,) = board_posts(asked, "DU8")
    assert phone.text.splitlines()[:2] == ["board, Wed 14 Oct", "Pack 2026-10"]


def test_later_news_never_alters_a_pack(asked: Office) -> None:
    asked.at(date(2026, 10, 2), time(17, 1))
    before = frozen_pack(asked)
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    assert frozen_pack(asked) == before
    with asked.record.open_work(asked.workspace.id) as work:
        (board,) = [one for one in work.meetings.of(asked.partnership.id) if one.on.end.month == 10]
        now = gather(work, asked.partnership, board, work.now)
    assert now.lines != before.lines


def test_what_was_said_and_not_confirmed_stands_in_the_leads_words(asked: Office) -> None:
    asked.say("S Okoro", "is 2.7a green if it opened on the 18th?", channel=None)
    asked.say("K Bramley", "6.1 red or amber, cannot tell")
    asked.at(date(2026, 10, 2), time(17, 1))
    words = [(one.by, one.words) for one in frozen_pack(asked).unconfirmed]
    assert ("K Bramley", "6.1 red or amber, cannot tell") in words


def test_the_pack_as_frozen_is_the_pack_as_posted(asked: Office) -> None:
    asked.at(date(2026, 10, 2), time(17, 1))
    posted = [one.text for one in board_posts(asked, "C1")]
    assert [text_of(one) for one in packs.cards(frozen_pack(asked), "Europe/London")] == posted


def test_the_weekly_digest_can_be_read_again_as_it_was_posted(asked: Office) -> None:
    asked.at(date(2026, 9, 28), time(9, 5))
    posted = [one.text for one in asked.posts if one.delivery.owed.period_key == "weekly:2026-W40"]
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        record = work.records.latest(asked.partnership.id, RecordKind.WEEKLY, work.now)
    assert record is not None
    assert record.number == "2026-W40"
    assert isinstance(record.facts, Digest)
    assert [text_of(one) for one in digests.cards(record.facts)] == posted


def test_a_meeting_that_was_removed_gets_no_pack(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        for meeting in work.meetings.of(asked.partnership.id):
            meetings.remove(work, None, meeting)
    asked.at(date(2026, 10, 2), time(17, 1))
    assert board_posts(asked, "C1") == []


def test_the_next_pack_tells_what_became_of_the_asks_of_the_last(asked: Office) -> None:
    asked.say("S Okoro", "more time for 2.7a until end of Jan because waiting for IT")
    asked.at(date(2026, 10, 2), time(17, 1))
    asked.at(date(2026, 10, 15), time(10, 0))
    said = "decided 2.7a refused at the board 14 Oct: bring an interim letter first, minute 6.2"
    asked.press("P Lowell", asked.say("P Lowell", said)[-1].card, "Record")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        (later,) = [one for one in work.meetings.of(asked.partnership.id) if one.on.end.month == 11]
        pack = gather(work, asked.partnership, later, work.now)
    told = [outcomes.line(one) for one in pack.arising]
    assert 'More time for 2.7a: not agreed, minute 6.2. "bring an interim letter first"' in told
    assert [one for one in told if one.endswith("no outcome on record")]
    assert f"Matters arising {len(told)}" in text_of(packs.header(pack, "Europe/London"))
    assert {line for card in packs.detail(pack) for line in text_of(card).splitlines()} >= {
        f"• {one}" for one in told
    }
