"""A misreading that was posted is put right where it stands, and those who hold the pack are told."""

from __future__ import annotations

from datetime import date, time

from bot.card import Answer, Form
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


WEEKS_LATER = date(2026, 10, 9)


def weeks_later(asked: Office) -> None:
    """The digest of 28 September and the pack of 2 October have said that 2.7a slips to 3 November."""
    said_then_posted(asked, WEEKS_LATER, time(10, 0))


def test_a_correction_that_says_so_is_one_weeks_later_too(asked: Office) -> None:
    weeks_later(asked)
    asked.say("P Lowell", "that was wrong: 2.7a should say end of March, S Okoro told the board")
    assert edits(asked.posts) == []
    posts = asked.say("S Okoro", "that was wrong: 2.7a should say end of Jan")
    (answer,) = [one.text for one in posts if one.text.startswith("Corrected: 2.7a")]
    assert "It does not count as a second move." in answer
    assert "digests now say so." in answer
    assert "Pack 2026-10 has gone: the chair and board officer are told" in answer
    assert len(edits(posts)) == 2
    (move,) = asked.action("2.7a").moves
    assert move.now.words == "end of Jan"
    assert "misread" not in (asked.action("2.7a").narrative or "")
    assert "(a correction, not a move)" in asked.answer("S Okoro", "history 2.7a")


def test_what_may_be_news_as_well_is_asked_about_before_anything_is_saved(asked: Office) -> None:
    weeks_later(asked)
    (question,) = asked.say("S Okoro", "no, 2.7a end of Jan")
    assert question.text.startswith("2.7a: was I wrong on 21 Sept, or has it changed since? Nothing is saved")
    assert asked.action("2.7a").forecast_due.words == "3 Nov"  # type: ignore[union-attr]  # it has one
    answer = asked.press("S Okoro", question.card, "You misread me")
    assert isinstance(answer, Answer)
    assert answer.card.pieces[0].text.startswith("Corrected: 2.7a")  # type: ignore[union-attr]  # a line
    assert len(asked.action("2.7a").moves) == 1


def test_the_same_words_are_a_second_move_when_they_are_news(asked: Office) -> None:
    said_then_posted(asked, date(2026, 9, 28), time(9, 5))
    (question,) = asked.say("S Okoro", "no, 2.7a end of Jan")
    asked.press("S Okoro", question.card, "It has changed since")
    assert len(asked.action("2.7a").moves) == 2
    assert edits(asked.posts) == []


def test_a_lead_who_only_says_that_it_is_wrong_sees_what_was_read(asked: Office) -> None:
    weeks_later(asked)
    by_words = asked.say("S Okoro", "2.7a is wrong in the digest")[0]
    shown = asked.press("S Okoro", asked.say("S Okoro", "history 2.7a")[0].card, "Not what I said")
    assert isinstance(shown, Answer)
    assert shown.card == by_words.card
    assert by_words.text.startswith("What should 2.7a say? Nothing has been changed yet.")
    form = asked.press("S Okoro", by_words.card, "Put it right")
    assert isinstance(form, Form)
    asked.submit("S Okoro", form, standing="keep", finish="end of Jan")
    assert len(edits(asked.posts)) == 2
    assert len(asked.action("2.7a").moves) == 1


def test_what_is_taken_back_is_taken_back_in_the_digest(asked: Office) -> None:
    said_then_posted(asked, date(2026, 9, 28), time(9, 5))
    shown = asked.say("S Okoro", "2.7a is wrong")[0]
    asked.press("S Okoro", shown.card, "Take it back")
    (note,) = [one.text for one in asked.posts if one.text.startswith("Correction, ")]
    assert "2.7a was shown as 🔶 Amber and 3 Nov 2026; it is 🟢 Green and no new date." in note
    assert "The update was taken back. " in note


def test_a_second_correction_is_of_what_stands_there_and_of_what_was_printed(asked: Office) -> None:
    weeks_later(asked)
    asked.say("S Okoro", "correction: 2.7a end of Jan")
    posts = asked.say("S Okoro", "correction: 2.7a end of Feb")
    note = next(one.text for one in posts if one.text.startswith("Correction, "))
    assert "2.7a was shown as end of Jan 2027; it is end of Feb 2027." in note
    told = [one.text for one in posts if one.text.startswith("Pack 2026-10 ")]
    assert told
    assert all(
        one.startswith("Pack 2026-10 says 3 Nov 2026 for 2.7a; it should say end of Feb") for one in told
    )
    posts = asked.say("S Okoro", "correction: 2.7a 3 Nov")
    assert [one.text for one in posts if one.text.startswith("Pack ")] == [
        "Pack 2026-10 is right about 2.7a after all: what was said of it since has been taken back."
    ] * 2
