"""Everything that help offers is something the bot takes."""

from __future__ import annotations

import re

import pytest

from bot.card import Card, Line
from bot.commands import Command, Name, command_in
from bot.correcting import corrected
from bot.help_topics import Topic
from bot.language.reading import Context, Outcome
from bot.language.understand import understand
from bot.orders import order_in
from bot.phrases import help as say
from bot.phrases.help_examples import EXAMPLES, OFFICERS_EXAMPLES, SHORT
from bot.relaying import relay_in
from bot.status_filter import filter_of
from bot.view_words import stated_view
from tests.bot.larkmere import ACTION, month, plan

TODAY = month(2026, 9).start
NO_WORDS = frozenset(
    {
        *("drop a file here", "Type it to me; no slash is needed"),
        "Where you are asked for a view, a sentence of your own is enough. It changes no action",
    }
)


def offered(card: Card) -> list[str]:
    lines = " · ".join(piece.text for piece in card.pieces if isinstance(piece, Line))
    said = re.sub(r"Tell me how an action stands: |More: ", "", lines)
    found = [one.strip(' ."') for one in re.split(r" · |(?<=\"), (?=\")", said)]
    return [one.replace("…", "so it is") for one in found if one and one not in NO_WORDS]


def is_taken(words: str) -> bool:
    is_filter = filter_of(words, [plan(ACTION)]) is not None
    return bool(command_in(words) or order_in(words) or relay_in(words) or stated_view(words)) or is_filter


def is_news(words: str) -> bool:
    read = understand(corrected(words) or words, TODAY, Context(asked=("2.7a",)))
    tells = any(one.no_change or one.progress or one.forecast or one.shift for one in read.updates)
    return bool(tells or read.absence) and read.outcome is not Outcome.NOT_UNDERSTOOD


@pytest.mark.parametrize("card", [say.for_lead(("2.7a", "4.1")), say.for_board(), say.for_member()])
def test_what_help_offers_is_taken(card: Card) -> None:
    words = offered(card)
    assert len(words) > 5
    assert [one for one in words if not (is_taken(one) or is_news(one))] == []


@pytest.mark.parametrize("topic", list(Topic))
def test_what_an_officers_help_offers_is_taken(topic: Topic) -> None:
    told = (*SHORT[topic], *EXAMPLES[topic], *OFFICERS_EXAMPLES.get(topic, ()))
    words = [one.replace("…", "so it is") for one in told if one not in NO_WORDS]
    assert [one for one in words if not (is_taken(one) or is_news(one))] == []


def test_an_officers_help_is_short_and_leads_on() -> None:
    card = say.for_officer()
    shown = "\n".join(piece.text for piece in card.pieces if isinstance(piece, Line))
    assert len(shown.splitlines()) <= 12
    assert all(command_in(f"help {topic}") == Command(Name.HELP, topic) for topic in Topic)
    assert command_in("Help with the papers?") == Command(Name.HELP, Topic.PAPERS)
    assert command_in("how do I add a meeting?") == Command(Name.HELP, Topic.MEETINGS)
    assert command_in("help with 2.7a") is None


def test_what_nobody_takes_is_told_apart() -> None:
    assert not is_taken("sing me a song")
    assert not is_news("sing me a song")
