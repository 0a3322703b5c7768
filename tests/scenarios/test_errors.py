"""A person whose tap, form or command fails gets a sentence; Slack gets its acknowledgement."""

import pytest

from bot.card import Answer, Card, Line, Placement
from bot.errors import NotAllowed
from bot.services import command, press
from handlers.slack import taps
from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import Payload
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

BUTTON = {"type": "button", "action_id": "leadline:undo:0", "value": "update:1"}


def refuse(*_: object, **__: object) -> None:
    raise NotAllowed("update", "2.7a", ("S Okoro",))


def fail(*_: object, **__: object) -> None:
    raise ValueError("a secret")


def tapped(chat: Dialogue, element: Payload = BUTTON) -> Payload:
    posted = {"ts": "1.1", "channel": "DUKBRAMLEY", "text": "Saved.", "blocks": []}
    return payloads.tap(account("K Bramley"), posted, element, chat.slack.response_url("tap"))


def submitted(private_metadata: str) -> Payload:
    view: Payload = {
        "type": "modal",
        "callback_id": "leadline:save_form",
        "private_metadata": private_metadata,
        "blocks": [{"type": "input", "block_id": "words", "element": {"type": "plain_text_input"}}],
    }
    return payloads.submission(account("K Bramley"), view, {"words": "on track"})


def test_a_refused_tap_is_answered_with_who_can(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "press", refuse)
    assert chat.dispatch(tapped(chat)).status == 200
    ((_, answer),) = chat.slack.answered
    assert "2.7a is led by S Okoro" in answer["text"]
    assert answer["response_type"] == "ephemeral"
    assert answer["replace_original"] is False


def test_a_failed_tap_is_answered_without_the_reason(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(press, "press", fail)
    assert chat.dispatch(tapped(chat)).status == 200
    ((_, answer),) = chat.slack.answered
    assert "nothing has been saved" in answer["text"]
    assert "ValueError at test_errors.py" in caplog.text
    assert "secret" not in answer["text"] + caplog.text


def test_an_answer_that_cannot_be_shown_does_not_deny_what_was_done(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Answer(Card("Saved.", (Line("Saved."),)), Placement.REPLACE)
    monkeypatch.setattr(press, "press", lambda *_: answer)
    monkeypatch.setattr(taps, "give", fail)
    assert chat.dispatch(tapped(chat)).status == 200
    ((_, told),) = chat.slack.answered
    assert "That is done" in told["text"]


def test_a_tap_while_slack_refuses_our_token_says_that_nothing_was_saved(chat: Dialogue) -> None:
    chat.slack.errors["auth.test"] = "invalid_auth"
    response = chat.dispatch(tapped(chat))
    assert "nothing has been saved" in response.body


def test_a_button_of_another_version_says_so(chat: Dialogue) -> None:
    assert chat.dispatch(tapped(chat, {**BUTTON, "action_id": "leadline:juggle:0"})).status == 200
    ((_, answer),) = chat.slack.answered
    assert "earlier version" in answer["text"]


@pytest.mark.parametrize(
    ("act", "value"),
    [
        ("undo", f"update:{2**70}"),
        ("undo", f"update:{2**31}"),
        ("confirm", "update:" + "9" * 5000),
        ("set_rag", "update:1"),
        ("set_rag", "update:1 rag:mauve"),
        ("post_now", "delivery:99999999999999999999"),
        ("it_is_there", ""),
    ],
)
def test_a_forged_button_is_refused_and_no_fault_of_ours(
    chat: Dialogue, caplog: pytest.LogCaptureFixture, act: str, value: str
) -> None:
    said = chat.says("K Bramley", "6.2 amber, waiting for the rota")
    assert said
    forged = {**BUTTON, "action_id": f"leadline:{act}:0", "value": value}
    assert chat.dispatch(tapped(chat, forged)).status == 200
    ((_, answer),) = chat.slack.answered
    assert "Something went wrong" not in answer["text"]
    assert answer["response_type"] == "ephemeral"
    assert not [one for one in caplog.records if one.name == "leadline.slack"]


def test_a_failed_command_is_answered(chat: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "command", fail)
    url = chat.slack.response_url("command")
    response = chat.dispatch(payloads.command("UKBRAMLEY", "DUKBRAMLEY", "/plan-status", "", url))
    assert response.status == 200
    ((_, answer),) = chat.slack.answered
    assert "nothing has been saved" in answer["text"]


def test_a_refused_form_says_why_under_its_first_question(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "submit", refuse)
    response = chat.dispatch(submitted('{"value": "update:1", "response_url": null}'))
    assert response.status == 200
    assert '"errors": {"words": "2.7a is led by S Okoro' in response.body


def test_a_form_with_somebody_elses_metadata_saves_nothing(chat: Dialogue) -> None:
    response = chat.dispatch(submitted("not ours"))
    assert response.status == 200
    assert "nothing has been saved" in response.body


def test_a_forms_answer_comes_as_a_message_when_its_tap_is_too_long_ago(
    chat: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Answer(Card("Saved.", (Line("Saved."),)), Placement.REPLACE)
    monkeypatch.setattr(press, "submit", lambda *_: answer)
    expired = chat.slack.response_url("expired")
    response = chat.dispatch(submitted(f'{{"value": "update:1", "response_url": "{expired}"}}'))
    assert response.status == 200
    assert [one["channel"] for one in chat.posted] == ["DUKBRAMLEY"]
