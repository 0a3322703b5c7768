"""Messages reach the bot once, whatever Slack does, and only those that are meant for it."""

from bot.partnership import Platform
from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import BOT_USER
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, account


def test_help_is_answered_in_the_direct_message(chat: Dialogue) -> None:
    (answer,) = chat.says("S Okoro", "help")
    assert "on track" in answer


def test_a_stranger_is_asked_for_a_name(chat: Dialogue) -> None:
    (answer,) = chat.says("Q Nobody", "2.7a on track")
    assert "I am J Kelly" in answer


def test_an_event_that_slack_sends_three_times_is_answered_once(chat: Dialogue) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "help")
    for _ in range(3):
        assert chat.send(said, "Ev-same").status == 200
    chat.settle()
    assert len(chat.posted) == 1


def test_one_message_that_comes_as_a_mention_and_as_a_message_is_answered_once(chat: Dialogue) -> None:
    ts = chat.ts()
    chat.send(payloads.mention(account("S Okoro"), CHANNEL, ts, "help"))
    chat.send(payloads.message(account("S Okoro"), CHANNEL, ts, f"<@{BOT_USER}> help"))
    chat.settle()
    assert len(chat.posted) == 1


def test_the_bot_does_not_listen_to_itself_nor_to_other_bots(chat: Dialogue) -> None:
    for more in (
        {"bot_id": "B0OTHER"},
        {"user": BOT_USER},
        {"user": "USLACKBOT"},
        {"subtype": "bot_message"},
    ):
        chat.send({**payloads.message("U1", "DU1", chat.ts(), "help"), **more})
    chat.settle()
    assert chat.posted == []


def test_talk_in_a_channel_that_is_not_addressed_to_it_is_not_heard(chat: Dialogue) -> None:
    chat.send(payloads.message(account("S Okoro"), CHANNEL, chat.ts(), "2.7a is a mess"))
    chat.send(payloads.message(account("S Okoro"), CHANNEL, chat.ts(), "so it is", thread_ts="1.1"))
    chat.settle()
    assert chat.posted == []
    assert chat.record.backlog(chat.clock.now()).is_empty


def test_an_unfolded_link_is_no_edit(chat: Dialogue) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "help")
    chat.send(said)
    chat.send(payloads.edit(said, "help", chat.ts()))
    chat.settle()
    assert len(chat.posted) == 1


def test_a_message_that_is_no_words_is_answered_kindly(chat: Dialogue) -> None:
    for text in ("", "   ", "🎉🎉", ":tada:"):
        (answer,) = chat.says("S Okoro", text)
        assert answer


def test_events_of_other_kinds_are_closed_without_an_answer(chat: Dialogue) -> None:
    chat.send({"type": "reaction_added", "user": account("S Okoro"), "reaction": "tada", "event_ts": "1.1"})
    chat.send({"type": "message", "subtype": "channel_join", "user": "U1", "channel": CHANNEL, "ts": "1.2"})
    chat.settle()
    assert chat.posted == []
    assert chat.record.backlog(chat.clock.now()).is_empty


def test_another_workspace_is_another_tenant(chat: Dialogue) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "status")
    elsewhere = {**payloads.event("Ev-other", said), "team_id": "T2", "authorizations": [{"team_id": "T2"}]}
    assert chat.dispatch(elsewhere).status == 200
    chat.settle()
    assert "Nothing is set up yet." in chat.posted[0]["text"]
    assert chat.record.workspaces.of(Platform.SLACK, "T2").id != chat.workspace.id
