"""Somebody's words on every way into the bot and out of it again."""

from __future__ import annotations

import html
import json
from datetime import timedelta

from handlers.slack.over_http import SignedRequests
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER

LONG_ENOUGH_TO_BE_TOLD_OF = 200_001
"""Bytes of a file whose reading is reported while it lasts."""


def as_slack_sends(words: str) -> str:
    """What an event holds of words that somebody typed: Slack escapes them."""
    return html.escape(words, quote=False)


def say_it_every_way(chat: Dialogue, words: str) -> None:
    """In messages, as a document and its name, relayed, as an e-mail, in a form, in the record and papers."""
    typed = as_slack_sends(words)
    chat.says("S Okoro", f"2.7a amber, waiting on {typed}, end of Jan")
    chat.presses("S Okoro", "Confirm")
    chat.edits("S Okoro", f"2.7a red, waiting on {typed}, end of Feb")
    chat.deletes("S Okoro")
    chat.types("S Okoro", f"/plan-status {typed}")
    plan = f"Ref,Action,Lead,Timescale\n8.1,Write to {words},S Okoro,Dec 2026\n"
    chat.drops(OFFICER, f"{words}.csv", plan.encode(), typed)
    chat.drops(OFFICER, f"{words}.txt", plan.encode().ljust(LONG_ENOUGH_TO_BE_TOLD_OF))
    chat.drops(OFFICER, f"{words}.xlsx", words.encode())
    chat.drops("S Okoro", f"{words}.docx", words.encode(), f"2.7a red, {typed}")
    chat.says(OFFICER, f"for S Okoro by phone: 2.7a red, {typed}")
    chat.says(OFFICER, f"From: S Okoro <o@example.org>\nSubject: {typed}\n\n4.1 amber, {typed}")
    chat.records(OFFICER, CHANNEL, typed)
    chat.fills(OFFICER, words=words, minute=words)
    for said in (
        *("record 2.7a", "export", f"withdraw 6.2, {typed}", "paper highlight"),
        *(f"extend 2.7a to March because {typed}", f"status {typed}", "status 2.7a", "history 2.7a"),
    ):
        chat.says(OFFICER, said)
    chat.says("K Bramley", f"withdraw 2.7a, {typed}")
    chat.says("K Bramley", f"6.2 done, {typed}")
    chat.says("S Okoro", f"please extend 2.7a to March because {typed}")
    chat.says("S Okoro", f"I want to complain: {typed}")
    chat.at(timedelta(days=7))
    for who in (OFFICER, "S Okoro", "K Bramley"):
        chat.says(who, "status")
        chat.opens_home(who)


def say_it_unsigned(chat: Dialogue, words: str) -> int:
    """As a stranger's request over HTTP; the answer's status."""
    requests = SignedRequests(chat.app, "a signing secret")
    body = json.dumps({"type": "event_callback", "event": {"text": words}}).encode()
    return requests.answer({"x-slack-signature": words}, body).status
