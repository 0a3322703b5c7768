"""However a post fails, it is stored at most once, and the failure says whether it was certain."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk import WebClient

from bot.card import Act, Button, Card, Line, Taps
from bot.card_files import CardFile, PaperFile
from bot.delivery import Delivery, DeliveryId, DeliveryKind, DeliveryState, Owed, Posted
from bot.errors import HistoryUnreadable, MaybePosted, NotPosted
from bot.partnership import WorkspaceId
from handlers.slack.attachments import MadeFile
from handlers.slack.connect import quiet_client
from handlers.slack.drawn import drawn_at
from handlers.slack.notifier import SlackNotifier
from tests.databases import StoppedClock
from tests.handlers.slack.web_api import WebApi, web_api

CARD = Card("Saved.", (Line("Saved. 2.7a: 🔶 Amber <was> Green"),))
SINCE = datetime(2026, 9, 21, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[WebApi]:
    with web_api() as server:
        yield server


@pytest.fixture
def notifier(slack: WebApi) -> SlackNotifier:
    client = quiet_client("xoxb-test", slack.url)
    client.timeout = 1
    return SlackNotifier(client)


def delivery(number: int = 7, channel: str = "U1", thread_ts: str | None = None) -> Delivery:
    owed = Owed(channel, DeliveryKind.REPLY, f"key {number}", SINCE, {}, thread_ts=thread_ts)
    return Delivery(DeliveryId(number), WorkspaceId(1), owed, DeliveryState.POSTING, 1)


def test_a_post_says_where_it_came_to_stand(slack: WebApi, notifier: SlackNotifier) -> None:
    assert notifier.post(delivery(), CARD) == Posted("DU1", "1.000100")
    (message,) = slack.stored
    assert message["text"] == "Saved. 2.7a: 🔶 Amber &lt;was&gt; Green"
    assert message["blocks"][0]["text"]["text"] == "Saved. 2.7a: 🔶 Amber <was> Green"
    assert message["metadata"] == {
        "event_type": "leadline_delivery",
        "event_payload": {"delivery_id": "7"},
    }
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)


def test_a_message_that_is_given_other_words_tells_when_though_its_timestamp_stays(slack: WebApi) -> None:
    clock = StoppedClock(SINCE)
    notifier = SlackNotifier(quiet_client("xoxb-test", slack.url), clock=clock)
    card = Card("Waiting", (Taps((Button("See all", Act.SHOW_HOME, ""),)),))
    posted = notifier.post(delivery(channel="C1"), card)
    later = replace(delivery(channel="C1"), owed=replace(delivery(channel="C1").owed, edits_ts=posted.ts))
    assert notifier.post(later, card).ts == posted.ts
    (row,) = slack.stored[0]["blocks"]
    assert drawn_at({"message": {"ts": posted.ts}}, row) == SINCE


PDF = Card("The PDF follows.", (Line("The PDF follows."),), (PaperFile(1, 2, "highlight", as_pdf=True),))


def make(_: Delivery, file: object) -> MadeFile:
    return MadeFile("paper.pdf", b"%PDF")


def test_a_pdf_is_made_aside_once_its_message_is_posted_and_a_word_file_at_once(slack: WebApi) -> None:
    aside: list[Callable[[], None]] = []

    def take(do: Callable[[], None], give_up: Callable[[], None]) -> bool:
        aside.append(do)
        return True

    notifier = SlackNotifier(quiet_client("xoxb-test", slack.url), make, take)
    notifier.post(delivery(), PDF)
    assert (len(slack.stored), slack.uploaded, len(aside)) == (1, [], 1)
    aside.pop()()
    assert [name for _, name, _ in slack.uploaded] == ["paper.pdf"]
    notifier.post(delivery(8), replace(PDF, files=(PaperFile(1, 2, "highlight"),)))
    assert (len(slack.uploaded), aside) == (2, [])


def test_one_pdf_too_many_and_one_that_a_stop_leaves_are_said_in_the_message(slack: WebApi) -> None:
    left: list[Callable[[], None]] = []

    def take(do: Callable[[], None], give_up: Callable[[], None]) -> bool:
        left.append(give_up)
        return len(left) == 1

    notifier = SlackNotifier(quiet_client("xoxb-test", slack.url), make, take)
    for number in (7, 8):
        notifier.post(delivery(number), PDF)
    left[0]()
    assert [message["text"].split(".")[0] for message in slack.stored] == [
        "I was restarted before the PDF was made",
        "Several PDFs are being made just now",
    ]
    assert slack.uploaded == []


@pytest.mark.parametrize("fault", ["reply dropped", "reset", "500", "503", "timeout", "cut short"])
def test_an_uncertain_failure_stores_one_message_and_says_so(
    slack: WebApi, notifier: SlackNotifier, fault: str
) -> None:
    slack.fault = fault
    with pytest.raises(MaybePosted):
        notifier.post(delivery(), CARD)
    assert slack.requests == ["chat.postMessage"]
    assert len(slack.stored) == 1
    assert notifier.find(delivery(), SINCE) == Posted("DU1", "1.000100")


def test_too_many_requests_wait_as_long_as_slack_says(slack: WebApi, notifier: SlackNotifier) -> None:
    slack.fault = "429"
    with pytest.raises(NotPosted) as refusal:
        notifier.post(delivery(), CARD)
    assert refusal.value.retry_after == timedelta(seconds=7)
    assert slack.stored == []
    assert slack.requests == ["chat.postMessage"]


def test_nobody_listening_is_certainly_not_posted() -> None:
    with web_api() as gone:
        url = gone.url
    with pytest.raises(NotPosted) as refusal:
        SlackNotifier(quiet_client("xoxb-test", url)).post(delivery(), CARD)
    assert refusal.value.retry_after is not None


def test_a_refusal_for_good_is_not_tried_again(slack: WebApi, notifier: SlackNotifier) -> None:
    slack.errors["chat.postMessage"] = "is_archived"
    with pytest.raises(NotPosted) as refusal:
        notifier.post(delivery(), CARD)
    assert (refusal.value.reason, refusal.value.retry_after) == ("is_archived", None)


def test_a_refused_token_waits_for_the_operator(slack: WebApi, notifier: SlackNotifier) -> None:
    slack.errors["chat.postMessage"] = "token_revoked"
    with pytest.raises(NotPosted) as refusal:
        notifier.post(delivery(), CARD)
    assert refusal.value.retry_after is not None


def test_a_card_that_slack_would_refuse_is_refused_before_it_is_sent(
    slack: WebApi, notifier: SlackNotifier
) -> None:
    with pytest.raises(NotPosted):
        notifier.post(delivery(), Card("Long", tuple(Line("x" * 100) for _ in range(200))))
    assert slack.requests == []


def test_a_file_that_cannot_be_made_leaves_the_message_posted_and_says_so(slack: WebApi) -> None:
    """Whatever goes wrong in making it: raised further, the message would be looked for, and posted again."""

    def fail(_: Delivery, __: object) -> MadeFile:
        raise KeyError("a column nobody thought of")

    notifier = SlackNotifier(quiet_client("xoxb-test", slack.url), fail)
    card = replace(CARD, files=(CardFile(1, 1, "xlsx"),))
    assert notifier.post(delivery(), card) == Posted("DU1", "1.000100")
    assert slack.stored[0]["text"].startswith("The file could not be made, and nothing was sent.")


def test_what_was_never_posted_is_not_found(slack: WebApi, notifier: SlackNotifier) -> None:
    notifier.post(delivery(1), CARD)
    notifier.post(delivery(2), CARD)
    assert notifier.find(delivery(3), SINCE) is None
    assert notifier.find(delivery(1), SINCE) == Posted("DU1", "1.000100")


def test_a_reply_is_found_in_its_thread(slack: WebApi, notifier: SlackNotifier) -> None:
    notifier.post(delivery(1, "C1", thread_ts="5.5"), CARD)
    assert notifier.find(delivery(1, "C1", thread_ts="5.5"), SINCE) == Posted("C1", "1.000100")
    assert "conversations.replies" in slack.requests


def test_the_later_of_two_copies_is_taken_back_and_one_that_is_gone_is_no_error(
    slack: WebApi, notifier: SlackNotifier
) -> None:
    first, second = (notifier.post(delivery(), CARD) for _ in range(2))
    notifier.post(delivery(8), CARD)
    assert notifier.copies(delivery(), SINCE) == (first, second)
    for _ in range(2):
        notifier.take_back(second)
    assert notifier.copies(delivery(), SINCE) == (first,)
    slack.errors["chat.delete"] = "cant_delete_message"
    with pytest.raises((NotPosted, MaybePosted)):
        notifier.take_back(first)


def test_somebody_elses_message_with_our_id_does_not_count(slack: WebApi, notifier: SlackNotifier) -> None:
    notifier.post(delivery(), CARD)
    slack.stored[0]["bot_id"] = "B0OTHER"
    assert notifier.find(delivery(), SINCE) is None


def test_history_that_may_not_be_read_is_said_to_be_unreadable(
    slack: WebApi, notifier: SlackNotifier
) -> None:
    slack.errors["conversations.history"] = "missing_scope"
    with pytest.raises(HistoryUnreadable):
        notifier.find(delivery(channel="C1"), SINCE)


def test_a_direct_message_that_may_not_be_looked_up_is_unreadable(
    slack: WebApi, notifier: SlackNotifier
) -> None:
    slack.errors["conversations.open"] = "missing_scope"
    with pytest.raises(HistoryUnreadable):
        notifier.find(delivery(), SINCE)


def test_slacks_own_client_would_have_posted_twice(slack: WebApi) -> None:
    """Why `quiet_client` is quiet: if this fails, the default has changed, and the rule may be dropped."""
    slack.fault = "reply dropped"
    SlackNotifier(WebClient("xoxb-test", base_url=slack.url)).post(delivery(), CARD)
    assert len(slack.stored) == 2


def test_a_channel_that_others_share_is_seen_anew_each_time(slack: WebApi, notifier: SlackNotifier) -> None:
    slack.shared = set()
    assert notifier.is_shared("C1") is False
    slack.shared.add("C1")
    assert notifier.is_shared("C1") is True
    slack.requests.clear()
    assert [notifier.is_shared(own) for own in ("U1", "D1")] == [False, False]
    assert slack.requests == [], "a person's own conversation is not asked about"


@pytest.mark.parametrize("error", ["missing_scope", "channel_not_found"])
def test_without_the_right_to_see_a_channel_it_is_not_known(
    slack: WebApi, notifier: SlackNotifier, error: str
) -> None:
    slack.errors["conversations.info"] = error
    assert notifier.is_shared("C1") is None


@pytest.mark.parametrize("error", ["ratelimited", "internal_error", "invalid_auth"])
def test_what_slack_may_say_later_is_asked_later(slack: WebApi, notifier: SlackNotifier, error: str) -> None:
    slack.errors["conversations.info"] = error
    with pytest.raises(NotPosted) as refusal:
        notifier.is_shared("C1")
    assert refusal.value.retry_after
