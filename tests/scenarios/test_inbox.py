"""Kept before acknowledged; worked on once; a failure reaches the worker, which tries again."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.delivery import InboxEvent, InboxId
from bot.services import Services, hear
from handlers.slack.connect import quiet_client, slack_app
from handlers.slack.inbox import NotHeard, replay
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER, account


class BrokenInbox:
    """An inbox whose database is locked, as SQLAlchemy tells of it: with the values it could not write."""

    def keep(self, team: str, key: str, body: str, at: datetime) -> bool:
        raise OperationalError("INSERT INTO inbox", {"body": body}, Exception("database is locked"))


def broken(*_: Any, **__: Any) -> None:
    raise ValueError("what somebody wrote")


def said(chat: Dialogue, text: str = "2.7a on track") -> payloads.Payload:
    return payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), text)


def test_an_event_is_kept_before_it_is_acknowledged_and_not_worked_on_yet(chat: Dialogue) -> None:
    assert chat.send(said(chat)).status == 200
    assert not chat.record.backlog(chat.clock.now()).is_empty
    assert chat.posted == []


def test_slacks_verification_token_is_not_kept_with_the_event(chat: Dialogue) -> None:
    chat.send(said(chat))
    event = chat.record.inbox.claim("test", timedelta(seconds=60))
    assert event is not None
    assert "token" not in json.loads(event.body)


def test_an_event_that_cannot_be_kept_is_not_acknowledged(chat: Dialogue) -> None:
    locked = Services(
        chat.record.open_work,
        chat.record.workspaces,
        BrokenInbox(),  # type: ignore[arg-type]  # keeps only
        chat.clock,
        lambda: None,
        chat.services.files,
    )
    chat.app = slack_app(quiet_client("xoxb-test", chat.slack.url), locked, ("/plan-status",))
    assert chat.send(said(chat)).status == 500


def test_an_effect_and_the_closing_of_its_event_are_one_transaction(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hear, "apply", broken)
    chat.send(said(chat))
    assert chat.try_inbox() is False
    monkeypatch.undo()
    chat.settle()
    assert len(chat.posted) == 1
    assert chat.record.backlog(chat.clock.now()).is_empty


def test_an_event_that_always_fails_is_given_up_and_its_author_and_the_officer_are_told(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hear, "gather", broken)
    chat.send(said(chat))
    for _ in range(5):
        assert chat.try_inbox() is False
    chat.settle()
    assert "Please send it again" in chat.sees("S Okoro")
    assert "a message from S Okoro" in chat.sees(OFFICER)


def test_a_failing_event_does_not_hold_up_the_others(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    gather = hear.gather

    def gather_or_fail(work: Any, said: Any) -> Any:
        if said.text == "poison":
            raise ValueError("what somebody wrote")
        return gather(work, said)

    monkeypatch.setattr(hear, "gather", gather_or_fail)
    chat.send(said(chat, "poison"))
    chat.send(said(chat, "help"))
    for _ in range(5):
        chat.try_inbox()
    chat.settle()
    assert any("on track" in one["text"] for one in chat.posted)


def test_an_event_that_does_not_reach_the_listeners_is_not_called_done(chat: Dialogue) -> None:
    chat.slack.errors["auth.test"] = "invalid_auth"
    chat.send(said(chat))
    event = InboxEvent(InboxId(1), "T1", "Ev1", json.dumps(payloads.event("Ev1", said(chat))), 1)
    with pytest.raises(NotHeard):
        replay(chat.app, chat.services, event)
    chat.settle()
    assert chat.posted == []
    chat.slack.errors.clear()
    chat.settle()
    assert len(chat.posted) == 1
