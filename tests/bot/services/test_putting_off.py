"""An ask that is put off comes back by itself; the reminder never moves; the officer sees it."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.card import Answer, Form
from bot.delivery import DeliveryKind
from bot.instants import instant
from tests.bot.services.dialogue import Office, Post, text_of

FRIDAY, REMINDER = date(2026, 9, 25), date(2026, 9, 28)


def asks(office: Office, who: str) -> list[Post]:
    return [one for one in office.posts_to(who) if one.delivery.owed.kind is DeliveryKind.PROMPT]


def reminders(office: Office, who: str) -> list[Post]:
    return [one for one in office.posts_to(who) if one.delivery.owed.kind is DeliveryKind.REMINDER]


def shown(outcome: object) -> str:
    assert isinstance(outcome, Answer)
    return text_of(outcome.card)


def audit_head(office: Office) -> str:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        return work.audit.head(office.partnership.id)


def round_message(office: Office) -> str:
    return [post.text for post in office.posts_to("P Lowell") if post.text.startswith("Round for")][-1]


def test_a_day_from_the_menu_brings_the_same_ask_back_that_morning(asked: Office) -> None:
    (first,) = asks(asked, "S Okoro")
    assert "[Not now…: Ask me Tue 22 Sept, Ask me Wed 23 Sept, " in first.text
    answer = shown(asked.press("S Okoro", first.card, "Ask me Fri 25 Sept"))
    assert answer.startswith("I ask again on Fri 25 Sept: 2.7a and 4.1.\nUpdates are due noon Tue 29 Sept.")
    asked.tick()
    assert "S Okoro (2; put off to Fri 25 Sept)" in round_message(asked)
    asked.at(date(2026, 9, 24), time(16, 0))
    assert len(asks(asked, "S Okoro")) == 1
    asked.at(FRIDAY, time(9, 40))
    assert len(asks(asked, "S Okoro")) == 2
    again = asks(asked, "S Okoro")[-1]
    assert again.delivery.owed.due_at == instant(FRIDAY, time(9, 30), "Europe/London")
    assert "2.7a Discharge letters" in again.text
    assert "put off" not in round_message(asked)
    asked.at(date(2026, 9, 25), time(17, 0))
    assert len(asks(asked, "S Okoro")) == 2, "once"
    asked.at(REMINDER, time(10, 0))
    assert len(reminders(asked, "S Okoro")) == 1


def test_a_reply_in_the_thread_it_came_back_in_is_an_answer(asked: Office) -> None:
    asked.say("S Okoro", "snooze until Friday")
    asked.at(FRIDAY, time(10, 0))
    again = asks(asked, "S Okoro")[-1]
    said = asked.answer("S Okoro", "4.1 no change", thread=again.where.ts, channel=None)
    assert "Saved" in said


@pytest.mark.parametrize(
    ("words", "comes"),
    [
        ("snooze until Friday", "Fri 25 Sept"),
        ("Not now", "Tue 22 Sept"),
        ("not now, ask me on Friday", "Fri 25 Sept"),
        ("remind me tomorrow", "Tue 22 Sept"),
        ("ask me again in two days", "Wed 23 Sept"),
        ("remind me next week", "Mon 28 Sept"),
        ("snooze until Saturday", "Mon 28 Sept"),
        ("remind me next month", "Mon 28 Sept"),
    ],
)
def test_in_words_and_never_later_than_the_reminder(asked: Office, words: str, comes: str) -> None:
    assert asked.answer("S Okoro", words).startswith(f"I ask again on {comes}: 2.7a and 4.1.")
    asked.at(date(2026, 9, 29), time(9, 0))
    on_reminder_day = comes == "Mon 28 Sept"
    assert len(asks(asked, "S Okoro")) == (1 if on_reminder_day else 2), "the reminder is the ask then"
    assert len(reminders(asked, "S Okoro")) == 1


def test_what_is_answered_meanwhile_does_not_come_back(asked: Office) -> None:
    asked.say("S Okoro", "snooze until Friday")
    asked.say("S Okoro", "2.7a no change; 4.1 no change")
    asked.at(date(2026, 9, 28), time(16, 0))
    assert len(asks(asked, "S Okoro")) == 1
    assert reminders(asked, "S Okoro") == []


def test_a_second_thought_moves_it_again(asked: Office) -> None:
    asked.say("S Okoro", "snooze until Wednesday")
    asked.say("S Okoro", "snooze until Friday")
    asked.at(date(2026, 9, 24), time(10, 0))
    assert len(asks(asked, "S Okoro")) == 1
    asked.at(FRIDAY, time(10, 0))
    assert len(asks(asked, "S Okoro")) == 2


def test_the_reminder_cannot_be_put_off(asked: Office) -> None:
    asked.at(REMINDER, time(10, 0))
    said = asked.answer("S Okoro", "remind me tomorrow")
    assert said.startswith("Updates are due noon Tue 29 Sept, so I cannot put this off further.")


def test_words_without_a_day_are_asked_for_one_and_nothing_asked_is_said(asked: Office) -> None:
    assert asked.answer("S Okoro", "snooze until whenever").startswith("Until when?")
    assert asked.answer("P Lowell", "snooze until Friday").startswith(
        "I am not waiting for anything of yours"
    )


def test_it_is_on_record_and_the_officers_one_reminder_leaves_them_out(asked: Office) -> None:
    before = audit_head(asked)
    asked.say("S Okoro", "snooze until Friday")
    assert audit_head(asked) != before
    asked.tick()
    summary = [one for one in asked.posts_to("P Lowell") if one.text.startswith("Round for")][-1]
    said = shown(asked.press("P Lowell", summary.card, "Remind once"))
    assert "S Okoro is asked again on Fri 25 Sept." in said
    assert "Reminded: S Okoro" not in said
    assert reminders(asked, "S Okoro") == []


def test_my_deputy_is_asked_instead_and_told_in_both_names(asked: Office) -> None:
    (first,) = asks(asked, "S Okoro")
    form = asked.press("S Okoro", first.card, "Ask my deputy")
    assert isinstance(form, Form)
    outcome = asked.submit("S Okoro", form, name="K Bramley")
    assert "K Bramley is asked about 2.7a and 4.1." in shown(outcome)
    asked.tick()
    theirs = asks(asked, "K Bramley")[-1]
    assert theirs.text.startswith("For S Okoro, as deputy until Tue 29 Sept: 2 Larkmere plan actions")
    assert "Saved" in asked.answer("K Bramley", "2.7a no change, 4.1 no change")
    asked.at(date(2026, 9, 29), time(9, 0))
    assert reminders(asked, "S Okoro") == []
    assert len(asks(asked, "S Okoro")) == 1


def test_nobody_puts_off_what_another_was_asked(asked: Office) -> None:
    (first,) = asks(asked, "S Okoro")
    assert "Only S Okoro can answer this." in shown(
        asked.press("K Bramley", first.card, "Ask me Fri 25 Sept")
    )
    asked.at(FRIDAY, time(10, 0))
    assert len(asks(asked, "S Okoro")) == 1
