"""Status of another time: since the papers, since the board, and as it was known on a past day."""

from __future__ import annotations

from datetime import date, time

from bot.dated import RecordKind
from bot.digest import Digest
from bot.services.context.standings import standing_of
from bot.services.standing.then import plans_at
from tests.bot.services.dialogue import Office


def answer(office: Office, who: str, words: str) -> str:
    (post,) = office.say(who, words)
    return post.text


def test_since_the_papers_counts_from_the_frozen_pack(asked: Office) -> None:
    assert "No papers have gone yet" in answer(asked, "A Merrin", "status since papers")
    asked.say("S Okoro", "2.7a amber, waiting for IT to open the mailbox")
    asked.at(date(2026, 10, 2), time(17, 1))
    assert "Since the papers, no change" in answer(asked, "A Merrin", "status")
    asked.say("S Okoro", "2.7a red, slips to end of Jan, still waiting for IT")
    asked.say("S Okoro", "yes")
    told = answer(asked, "A Merrin", "status")
    assert "Since the papers, 1 change:\n 2.7a 🔺 Red (was Amber)" in told
    told = answer(asked, "A Merrin", "status since papers")
    assert told.startswith("Since the papers went (Fri 2 Oct 2026): 1 action changed\n2.7a")
    assert "no change" in answer(asked, "A Merrin", "status K Bramley since papers")


def test_since_the_board_and_since_a_day(asked: Office) -> None:
    assert "The board has not met yet" in answer(asked, "A Merrin", "status since last board")
    asked.at(date(2026, 10, 15), time(9, 0))
    asked.say("S Okoro", "4.1 amber, slips to March 2027, no trainer")
    asked.say("S Okoro", "yes")
    told = answer(asked, "A Merrin", "status since the board last met")
    assert told.startswith("Since the board met (Wed 14 Oct 2026, with pack 2026-10): 1 action changed\n4.1")
    assert answer(asked, "A Merrin", "status since the Board met").startswith("Since the board met (Wed 14")
    assert "no body of that name has met yet" in answer(asked, "A Merrin", "status since the Cabinet met")
    assert answer(asked, "A Merrin", "status since 15 Oct").startswith("Since Thu 15 Oct 2026: 1 action")


def test_as_at_a_past_day_is_what_was_known_then(asked: Office) -> None:
    asked.at(date(2026, 9, 28), time(9, 5))
    before = answer(asked, "P Lowell", "status late")
    asked.at(date(2026, 9, 29), time(10, 0))
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    asked.say("S Okoro", "4.1 done")
    told = answer(asked, "P Lowell", "status 2.7a as at 28 Sept")
    assert told.startswith("As at Mon 28 Sept 2026: as it was known then.")
    assert "🟢 Green" in told
    then = answer(asked, "P Lowell", "status late as at 28 Sept")
    assert before.split("\n[")[0] in then
    assert "is still ahead" in answer(asked, "P Lowell", "status as at 31 Dec 2027")
    assert "cannot read" in answer(asked, "P Lowell", "status as at some time")


def test_as_at_the_day_of_a_digest_gives_what_the_digest_says(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, waiting for IT to open the mailbox")
    asked.at(date(2026, 9, 28), time(9, 5))
    asked.at(date(2026, 10, 1), time(9, 0))
    asked.say("S Okoro", "2.7a green, mailbox open, on track for end of Nov")
    asked.say("S Okoro", "yes")
    asked.say("K Bramley", "6.1 done")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        record = work.records.numbered(asked.partnership.id, "2026-W40")
        assert record is not None
        assert record.kind is RecordKind.WEEKLY
        assert isinstance(record.facts, Digest)
        then = plans_at(work, work.plans.live(), record.as_at)
        rebuilt = standing_of(work, asked.partnership, then, record.as_at)
    spoken_of = {one.action.id: one for one in record.facts.assessed}
    assert spoken_of
    found = {one.action.id: one for one in rebuilt if one.action.id in spoken_of}
    assert {key: (one.standing, one.action.forecast_due) for key, one in found.items()} == {
        key: (one.standing, one.action.forecast_due) for key, one in spoken_of.items()
    }
    assert tuple(one for one in rebuilt if one.is_late) == record.facts.late


def test_as_at_takes_back_what_decides_when_silence_counts(asked: Office) -> None:
    asked.at(date(2026, 9, 29), time(13, 0))
    before = answer(asked, "P Lowell", "status no update")
    assert before.startswith("No update (")
    asked.at(date(2026, 9, 30), time(9, 0))
    asked.say("P Lowell", "set rounds of grace to 3")
    assert answer(asked, "P Lowell", "status no update").startswith("No update: none.")
    then = answer(asked, "P Lowell", "status no update as at 29 Sept")
    assert before.split("\n[")[0] in then
