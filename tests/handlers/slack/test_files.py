"""A dropped file is fetched with our token from Slack alone, and never more of it than is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.errors import FileNotFetched, WhyNotFetched
from bot.phrases.refusals import NOT_FETCHED
from handlers.slack.connect import quiet_client
from handlers.slack.files import fetch
from tests.handlers.slack.web_api import WebApi, web_api


@pytest.fixture
def slack() -> Iterator[WebApi]:
    with web_api() as server:
        yield server


def fetched(slack: WebApi, known_as: str = "xoxb-test") -> bytes:
    return fetch(quiet_client(known_as, slack.url), "F1", 1)


def test_a_file_is_fetched_whole_whatever_its_name_holds(slack: WebApi) -> None:
    slack.files["F1"] = ("Harbour plan (v3) für März.csv", b"x" * 200_000)
    assert fetched(slack) == b"x" * 200_000


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/files/F1",
        "https://slack.com.example.org/files/F1",
        "http://files.slack.com/files/F1",
        "https://notslack.com/files/F1",
        "",
    ],
)
def test_nobody_but_slack_gets_the_token(slack: WebApi, address: str) -> None:
    slack.files["F1"] = ("plan.csv", b"x")
    slack.addresses["F1"] = address
    with pytest.raises(FileNotFetched) as refused:
        fetched(slack)
    assert refused.value.why is WhyNotFetched.REFUSED
    assert "download" not in slack.requests


def test_a_sign_in_page_is_not_taken_for_the_file(slack: WebApi) -> None:
    slack.files["F1"] = ("plan.csv", b"x")
    with pytest.raises(FileNotFetched) as refused:
        fetched(slack, known_as="another")
    assert refused.value.why is WhyNotFetched.REFUSED


@pytest.mark.parametrize(
    ("error", "why"),
    [
        ("missing_scope", WhyNotFetched.NO_SCOPE),
        ("access_denied", WhyNotFetched.REFUSED),
        ("file_deleted", WhyNotFetched.GONE),
    ],
)
def test_each_refusal_of_slacks_has_its_sentence(slack: WebApi, error: str, why: WhyNotFetched) -> None:
    slack.errors["files.info"] = error
    with pytest.raises(FileNotFetched) as refused:
        fetched(slack)
    assert refused.value.why is why


def test_what_may_pass_is_left_to_be_tried_again(slack: WebApi) -> None:
    slack.errors["files.info"] = "ratelimited"
    with pytest.raises(Exception, match="ratelimited"):
        fetched(slack)


def test_every_reason_says_that_nothing_was_imported() -> None:
    assert set(NOT_FETCHED) == set(WhyNotFetched)
    assert all("Nothing was imported." in sentence for sentence in NOT_FETCHED.values())
