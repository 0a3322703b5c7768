"""A round from go live to the next: introductions, asks, the one reminder, and digests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.card import Answer
from bot.delivery import DeliveryKind, Owed
from bot.instants import local_day, local_time
from bot.partnership import Partnership, PartnershipId, Rhythm
from bot.services.arrangements import set_up
from bot.services.asks.owed_asks import in_hours
from bot.services.plans import go_live
from bot.services.reports import digest
from bot.services.tick import digests_due
from tests.bot.larkmere import day
from tests.bot.services.dialogue import Office, Post, plan_due, text_of

TEN = time(10, 0)


def kinds(posts: list[Post]) -> list[str]:
    return [str(post.delivery.owed.kind) for post in posts]


def of_kind(office: Office, kind: DeliveryKind) -> list[Post]:
    return [post for post in office.posts if post.delivery.owed.kind is kind]


def test_going_live_introduces_each_lead_once(office: Office) -> None:
    introductions = of_kind(office, DeliveryKind.INTRODUCTION)
    assert sorted(post.delivery.owed.channel for post in introductions) == ["U1", "U2", "U3"]
    assert office.posts_to("S Okoro")[0].text == (
        "Hello, I am Leadline. P Lowell (board officer) set me up to collect updates for the Larkmere plan "
        "instead of the e-mailed table.\n"
        "You lead 2.7a, 4.1 and 5.3. "
        "Nothing to do today: I ask once before each board, next on Mon 21 Sept.\n"
        "Your words are kept with the action, plan members can read them, "
        "and they can be released under FOI. No patient details, please.\n"
        "[My actions] [This is not me] [I am away soon…]"
    )
    office.tick()
    assert len(of_kind(office, DeliveryKind.INTRODUCTION)) == 3


def test_only_an_officer_takes_a_plan_live(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        lead = work.people.by_identity("U1")
        assert lead is not None
        with pytest.raises(Exception, match="not allowed: run"):
            go_live.go_live(work, office.plan.id, lead.id)
        officer = work.people.by_identity("U9")
        assert officer is not None
        go_live.go_live(work, office.plan.id, officer.id)


def test_everybody_is_asked_once_a_round_and_reminded_once(office: Office) -> None:
    office.at(date(2026, 9, 21), TEN)
    prompts = of_kind(office, DeliveryKind.PROMPT)
    assert sorted(post.delivery.owed.channel for post in prompts) == ["U1", "U2", "U3"]
    assert {local_time(post.delivery.owed.due_at, "Europe/London").time() for post in prompts} == {
        time(9, 30)
    }
    office.say("S Okoro", "2.7a no change; 4.1 no change")
    office.say("K Bramley", "2.7b no change")
    office.at(date(2026, 9, 28), TEN)
    reminders = {post.delivery.owed.channel: post for post in of_kind(office, DeliveryKind.REMINDER)}
    assert sorted(reminders) == ["U2", "U3"]
    assert reminders["U2"].text == (
        "1 action still open, due noon tomorrow: 6.1.\n[This one: no change] [Answer] [Ask my deputy]"
    )
    assert "everything is answered" in office.skipped
    office.at(date(2026, 10, 9), TEN)
    assert len(of_kind(office, DeliveryKind.REMINDER)) == 2
    assert len(of_kind(office, DeliveryKind.PROMPT)) == 3


def test_the_next_round_asks_what_has_not_been_told_since_the_board_met(office: Office) -> None:
    office.at(date(2026, 10, 20), TEN)
    office.say("S Okoro", "4.1 no change")
    office.say("S Okoro", "yes")
    office.posts.clear()
    office.at(date(2026, 10, 30), TEN)
    prompt = next(post for post in office.posts_to("S Okoro") if post.delivery.owed.kind == "prompt")
    assert "2.7a Discharge letters" in prompt.text
    assert "4.1 Supervision" not in prompt.text


def test_somebody_linked_in_mid_round_is_introduced_with_their_first_ask(office: Office) -> None:
    office.at(date(2026, 9, 21), TEN)
    with office.record.open_work(office.workspace.id) as work:
        person = work.people.add("R Vale", ["Larkmere Carers"])
        assert person.external_id is None
        officer = work.people.by_identity("U9")
        assert officer is not None
    late = Owed(
        channel="U1",
        kind=DeliveryKind.PROMPT,
        period_key="prompt:again",
        due_at=office.clock.instant,
        subject={"person": 1, "plan": office.plan.id, "round": "meeting:99"},
    )
    with office.record.open_work(office.workspace.id) as work:
        work.owing.owe(late)
    office.deliver()
    assert office.skipped[-1] == "the round was taken out of the calendar"


def test_a_digest_is_a_header_and_every_action_in_its_thread(asked: Office) -> None:
    header, *parts = of_kind(asked, DeliveryKind.WEEKLY_DIGEST)
    assert header.text == (
        "Larkmere plan: what is slipping · Mon 21 Sept 2026\n"
        "7 actions: 🔺 1 Red · 🔶 1 Amber · 🟢 3 Green · 🟦 0 Complete · "
        "➖ 1 Not yet due · ❔ 1 Not reported\n"
        "Late 1 · Forecast late 0 · No update this round 0 · No date or lead 1 "
        "(an action can be in several)\n"
        "This is the starting position: silence counts from now on.\n"
        "Detail in the thread. To update, message me or mention @Leadline.\n"
        "[My actions]\n"
        "This was due on Mon 21 Sept at 09:00."
    )
    first, second = (part.text for part in parts)
    assert first == (
        "Late: past the date the board agreed (1)\n"
        "• 1.10 Day-service agreement · Dunvale NHS Trust, T Vance · 🔺 Red · due June 2026, "
        "no new date given · 12 weeks and counting\n"
        "Part 1 of 2"
    )
    assert second == (
        "No date or lead (1)\n• 4.2 Induction pack · no lead · ❔ Not reported · no date\nPart 2 of 2"
    )
    assert [part.delivery.owed.part for part in parts] == [1, 2]


def test_the_next_digest_says_what_is_new(asked: Office) -> None:
    asked.say("K Bramley", "2.7b slips three weeks, waiting for the printer. 6.1 need help, no room")
    asked.say("K Bramley", "yes")
    asked.say("S Okoro", "4.1 done; 2.7a no change")
    asked.posts.clear()
    asked.at(date(2026, 9, 28), TEN)
    lines = of_kind(asked, DeliveryKind.WEEKLY_DIGEST)[0].text.splitlines()
    assert lines[3] == "New since Mon 21 Sept: 2.7b forecast late"
    assert lines[4] == "Reported done, to be accepted: 4.1"
    assert lines[5].startswith("Help wanted: 6.1")
    assert len(lines) <= 12


def test_silence_shows_once_the_round_has_closed(asked: Office) -> None:
    asked.say("S Okoro", "2.7a no change; 4.1 no change")
    asked.posts.clear()
    asked.at(date(2026, 10, 5), TEN)
    parts = "\n".join(post.text for post in of_kind(asked, DeliveryKind.WEEKLY_DIGEST))
    assert "No update this round (4)" in parts
    assert (
        "2.7b Discharge letters to carers · Larkmere Council, K Bramley · ❔ Not reported (last 🟢 Green)"
        in parts
    )


def test_a_week_without_news_is_one_line(asked: Office) -> None:
    asked.at(date(2026, 10, 12), TEN)
    last = of_kind(asked, DeliveryKind.WEEKLY_DIGEST)[-1]
    assert last.text == (
        "Larkmere plan, Mon 12 Oct: no change since 5 Oct. Late 2, forecast late 0.\n"
        "[Last list]\n"
        "This was due on Mon 12 Oct at 09:00."
    )
    answer = asked.press("K Bramley", last.card, "Last list")
    assert isinstance(answer, Answer)
    assert text_of(answer.card).startswith("Late: past the date the board agreed (2)")


def test_the_officer_previews_the_pack_of_the_round(asked: Office) -> None:
    summary = [post for post in asked.posts_to("P Lowell") if post.text.startswith("Round for")][-1]
    answer = asked.press("P Lowell", summary.card, "Preview the pack")
    assert isinstance(answer, Answer)
    said = text_of(answer.card)
    assert said.startswith("Preview: the pack of Wed 14 Oct, as things stand")
    assert "board, Wed 14 Oct: how things stand" in said
    refused = asked.press("S Okoro", summary.card, "Preview the pack")
    assert isinstance(refused, Answer)
    assert "P Lowell" in text_of(refused.card)


def test_a_digest_that_comes_too_late_is_left_out_and_the_officer_told(office: Office) -> None:
    office.at(date(2026, 9, 20))
    office.clock.instant = datetime(2026, 9, 25, 9, 0, tzinfo=UTC)
    office.tick()
    assert of_kind(office, DeliveryKind.WEEKLY_DIGEST) == []
    office.clock.instant += timedelta(minutes=1)
    office.tick()
    assert office.posts_to("P Lowell")[-1].text == (
        "The weekly digest of Larkmere plan could not be posted in time, so it was left out. "
        "Type status for the lists."
    )


def test_a_preview_writes_nothing(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        first, *parts = digest.preview(work, work.partnerships.get(asked.partnership.id), date(2026, 10, 1))
    assert text_of(first).splitlines()[0] == "Larkmere plan: what is slipping · Thu 1 Oct 2026"
    assert "New since Mon 21 Sept: 2.7a late" in text_of(first)
    assert len(parts) == 3
    assert asked.deliver() == []


def test_without_a_channel_or_a_live_plan_there_is_no_digest(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        set_up.set_up(
            work, office.partnership.id, actor=None, channel=None, rhythm=Rhythm(), chairs=(), officers=()
        )
        set_up.add_meeting(
            work, office.partnership.id, body="board", on=day(2026, 12, 16), papers_due_on=None
        )
    office.at(date(2026, 9, 22))
    assert of_kind(office, DeliveryKind.WEEKLY_DIGEST) == []


def test_a_tick_never_goes_back(office: Office) -> None:
    office.at(date(2026, 9, 21), TEN)
    count = len(office.posts)
    plan_due(office.record, office.workspace, office.clock.instant - timedelta(days=3))
    office.tick()
    assert len(office.posts) == count


LARKMERE = Partnership(PartnershipId(1), "Larkmere", "C1")


def test_a_bank_holiday_moves_the_digest_and_keeps_its_week() -> None:
    since, now = datetime(2026, 8, 31, 0, 0, tzinfo=UTC), datetime(2026, 9, 2, 0, 0, tzinfo=UTC)
    assert digests_due(LARKMERE, since, now) == (("2026-W36", datetime(2026, 9, 1, 8, 0, tzinfo=UTC)),)
    at_the_weekend = replace(LARKMERE, rhythm=Rhythm(digest_weekday=6))
    assert len(digests_due(at_the_weekend, since, now + timedelta(days=7))) == 1


@settings(deadline=None, max_examples=25)  # ten years a case; the machine may be busy
@given(weekday=st.integers(1, 7), hour=st.integers(0, 23), step=st.integers(1, 13))
def test_over_ten_years_every_week_has_its_digest_once(weekday: int, hour: int, step: int) -> None:
    partnership = replace(LARKMERE, rhythm=Rhythm(digest_weekday=weekday, digest_at=time(hour, 30)))
    now, keys = datetime(2024, 1, 1, tzinfo=UTC), []
    end = datetime(2034, 1, 2, tzinfo=UTC)
    while now < end:
        later = min(now + timedelta(days=step), end)
        keys += [key for key, _ in digests_due(partnership, now, later)]
        now = later
    assert len(keys) == len(set(keys))
    assert 520 <= len(keys) <= 523


@pytest.mark.parametrize(
    ("asked_at", "goes_at"),
    [
        (datetime(2026, 9, 14, 9, 0, tzinfo=UTC), datetime(2026, 9, 14, 9, 0, tzinfo=UTC)),
        (datetime(2026, 9, 14, 19, 0, tzinfo=UTC), datetime(2026, 9, 15, 8, 30, tzinfo=UTC)),
        (datetime(2026, 9, 14, 5, 0, tzinfo=UTC), datetime(2026, 9, 14, 8, 30, tzinfo=UTC)),
        (datetime(2026, 9, 19, 11, 0, tzinfo=UTC), datetime(2026, 9, 21, 8, 30, tzinfo=UTC)),
    ],
)
def test_nobody_is_written_to_out_of_hours(asked_at: datetime, goes_at: datetime) -> None:
    assert in_hours(asked_at, LARKMERE) == goes_at
    assert local_day(goes_at, LARKMERE.zone).isoweekday() <= 5
