"""Everything that help offers is something the bot takes."""

from __future__ import annotations

import re

import pytest

from bot.card import Card, Line
from bot.commands import command_in
from bot.correcting import corrected
from bot.language.reading import Context, Outcome
from bot.language.understand import understand
from bot.orders import order_in
from bot.phrases import help as say
from bot.relaying import relay_in
from bot.status_filter import filter_of
from bot.view_words import stated_view
from tests.bot.larkmere import ACTION, month, plan

TODAY = month(2026, 9).start
NO_WORDS = frozenset({"Drop a plan file here to bring it in", "Type it to me; no slash is needed"})


def offered(card: Card) -> list[str]:
    lines = " · ".join(piece.text for piece in card.pieces if isinstance(piece, Line))
    said = re.sub(r"Tell me how an action stands: |To change the plan: ", "", lines)
    found = [one.strip(' ."') for one in re.split(r" · |(?<=\"), (?=\")", said)]
    return [one.replace("…", "so it is") for one in found if one and one not in NO_WORDS]


def is_taken(words: str) -> bool:
    is_filter = filter_of(words, [plan(ACTION)]) is not None
    return bool(command_in(words) or order_in(words) or relay_in(words) or stated_view(words)) or is_filter


def is_news(words: str) -> bool:
    read = understand(corrected(words) or words, TODAY, Context(asked=("2.7a",)))
    tells = any(one.no_change or one.progress or one.forecast or one.shift for one in read.updates)
    return bool(tells or read.absence) and read.outcome is not Outcome.NOT_UNDERSTOOD


@pytest.mark.parametrize("card", [say.for_lead(("2.7a", "4.1")), say.for_board(), say.for_officer()])
def test_what_help_offers_is_taken(card: Card) -> None:
    words = offered(card)
    assert len(words) > 5
    assert [one for one in words if not (is_taken(one) or is_news(one))] == []


def test_what_nobody_takes_is_told_apart() -> None:
    assert not is_taken("sing me a song")
    assert not is_news("sing me a song")
