"""What was posted wrongly is edited in Slack itself, not posted again."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL


def test_a_lead_who_edits_a_misread_message_sets_the_posted_digest_right(chat: Dialogue) -> None:
    chat.tick()
    chat.says("S Okoro", "2.7a amber, slips to 3 Nov, waiting for IT")
    chat.at(timedelta(days=7, minutes=5))
    posted = [one for one in chat.slack.stored if one["channel"] == CHANNEL]
    (line,) = [one for one in posted if "3 Nov" in one["text"]]
    chat.edits("S Okoro", "2.7a amber, slips to end of Jan, waiting for IT")
    chat.presses("S Okoro", "Confirm")
    assert "chat.update" in chat.slack.requests
    assert "3 Nov" not in line["text"]
    assert "end of Jan 2027" in line["text"]
    (note,) = [one for one in chat.slack.stored if one["text"].startswith("Correction, ")]
    assert note["thread_ts"] == posted[0]["ts"]
