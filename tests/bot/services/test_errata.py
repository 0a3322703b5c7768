"""A misreading that was posted is put right where it stands, and those who hold the pack are told."""

from __future__ import annotations

from datetime import date, time

from bot.card import Answer
from bot.delivery import DeliveryKind
from tests.bot.services.dialogue import Office, Post


def said_then_posted(asked: Office, until: date, wall: time) -> None:
    """2.7a is said to slip to 3 November, and the digest (and perhaps the pack) repeats it."""
    asked.say("S Okoro", "2.7a amber, slips to 3 Nov, waiting for IT", ts="100.1")
    asked.at(until, wall)


def corrects(asked: Office) -> list[Post]:
    return asked.say(
        "S Okoro", "2.7a amber, slips to end of Jan, waiting for IT", ts="100.1", edited="100.2"
    ) + asked.say("S Okoro", "yes")


def edits(posts: list[Post]) -> list[Post]:
    return [one for one in posts if one.delivery.owed.kind is DeliveryKind.CORRECTION]


def test_the_digest_is_edited_in_place_and_its_thread_says_so(asked: Office) -> None:
    said_then_posted(asked, date(2026, 9, 28), time(9, 5))
    header, *parts = [one for one in asked.posts if one.delivery.owed.period_key == "weekly:2026-W40"]
    (before,) = [one for one in parts if "2.7a" in one.text]
    assert "3 Nov" in before.text
    posts = corrects(asked)
    (edit,) = [one for one in edits(posts) if "2.7a" in one.text]
    assert edit.delivery.owed.edits_ts == before.where.ts
    (line,) = [line for line in edit.text.splitlines() if line.startswith("• 2.7a")]
    assert "end of Jan 2027" in line
    assert line.endswith("(corrected 09:07)")
    (note,) = [one for one in posts if one.text.startswith("Correction, Mon 28 Sept 09:07. 2.7a was shown")]
    assert note.text.endswith("it is end of Jan 2027. I misread the update. Totals above: unchanged.")
    assert note.delivery.owed.thread_ts == header.where.ts


def test_the_record_itself_stays_and_holds_the_correction_beside_it(asked: Office) -> None:
    said_then_posted(asked, date(2026, 9, 28), time(9, 5))
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        before = work.records.numbered(asked.partnership.id, "2026-W40")
    corrects(asked)
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        after = work.records.numbered(asked.partnership.id, "2026-W40")
        assert after is not None
        (erratum,) = work.records.errata(after.id)
    assert after == before
    assert [one.field for one in erratum.changed] == ["forecast_due"]
    assert asked.record.verify_audit() == ()


def test_those_who_hold_the_pack_are_told_and_say_what_becomes_of_it(asked: Office) -> None:
    said_then_posted(asked, date(2026, 10, 2), time(17, 1))
    posts = corrects(asked)
    told = [one for one in posts if one.text.startswith("Pack 2026-10 says")]
    assert {one.where.channel for one in told} == {"DU8", "DU9"}
    assert told[0].text == (
        "Pack 2026-10 says 3 Nov 2026 for 2.7a; it should say end of Jan 2027. "
        "The pack is unchanged; the erratum line is ready.\n[Copy] [Issue errata] [Raise verbally]"
    )
    refused = asked.press("S Okoro", told[0].card, "Issue errata")
    assert isinstance(refused, Answer)
    assert "A chair or the board officer" in refused.card.summary
    copied = asked.press("A Merrin", told[0].card, "Copy")
    assert isinstance(copied, Answer)
    assert copied.card.summary.startswith("Pack 2026-10 says 3 Nov 2026 for 2.7a")
    asked.press("P Lowell", told[0].card, "Issue errata")
    asked.deliver()
    header = next(one for one in asked.posts if one.delivery.owed.period_key.endswith(":pack"))
    assert asked.posts[-1].delivery.owed.thread_ts == header.where.ts
    assert asked.posts[-1].text.endswith("Issued by P Lowell.")
    again = asked.press("A Merrin", told[0].card, "Raise verbally")
    assert isinstance(again, Answer)
    assert "issued already" in again.card.summary


def test_new_news_corrects_nothing(asked: Office) -> None:
    said_then_posted(asked, date(2026, 9, 28), time(9, 5))
    posts = asked.say("S Okoro", "2.7a slips to end of Jan, still waiting for IT")
    posts += asked.say("S Okoro", "yes")
    assert edits(posts) == []
