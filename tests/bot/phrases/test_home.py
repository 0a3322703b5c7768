"""What stands on a Home: bounded, with taps for the few that matter, and nothing for a stranger."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.absences import Away, AwayId
from bot.card import Act, Button, Taps
from bot.partnership import PersonId
from bot.phrases import home
from bot.plan import ActionId
from bot.prompting import MOST_WITH_TAPS, mattering
from bot.rag import Rag
from handlers.slack.blocks.card import draw
from handlers.slack.blocks.limits import BLOCKS_ON_HOME
from tests.bot.larkmere import action, month
from tests.bot.phrases.test_prompts import TODAY, of
from tests.bot.services.dialogue import text_of

MANY = [
    of(action(id=ActionId(number), ref=f"3.{number}", approved_due=month(2027, 1 + number % 12)))
    for number in range(1, 61)
]
NOON = datetime(2026, 9, 29, 12, 0, tzinfo=UTC)
LATE = of(action(id=ActionId(90), ref="9.1", approved_due=month(2026, 6)))
AT_RISK = of(action(id=ActionId(91), ref="9.2", approved_due=month(2028, 6), rag=Rag.RED))


def test_the_late_and_the_red_come_first_and_five_have_taps() -> None:
    few, others = mattering([*MANY, AT_RISK, LATE])
    assert [one.action.ref for one in few[:2]] == ["9.1", "9.2"]
    assert len(few) == MOST_WITH_TAPS
    assert len(others) == len(MANY) + 2 - MOST_WITH_TAPS


def test_sixty_actions_are_counted_whole_and_fit() -> None:
    few, others = mattering(MANY)
    card = home.own_actions(home.Own("Larkmere plan", few, others, TODAY), home.asked_next(None))
    said = text_of(card)
    assert said.startswith("Your 60 actions in Larkmere plan")
    assert "+40 more: 3." in said
    taps = [item for piece in card.pieces if isinstance(piece, Taps) for item in piece.items]
    assert len(taps) == 5 * MOST_WITH_TAPS
    assert all(isinstance(one, Button) and one.value.startswith("action:") for one in taps)
    assert len(draw(card).blocks) * 4 <= BLOCKS_ON_HOME, "four plans fit on one Home"


def test_when_they_are_asked() -> None:
    assert home.asked_now("Board", date(2026, 10, 14), NOON) == (
        "Updates by noon Tue 29 Sept, for Board 14 Oct. Tell me here, or in your own words in Messages."
    )
    assert home.asked_next(NOON).startswith("Next ask: Tue 29 Sept, noon.")
    assert home.asked_next(None).startswith("No ask is planned yet.")


def test_an_absence_has_its_deputy_beside_it() -> None:
    one = Away(AwayId(3), PersonId(1), date(2026, 10, 19), date(2026, 11, 6), None, PersonId(1), NOON)
    assert "Away Mon 19 Oct to Fri 6 Nov: J Tranter is asked meanwhile." in text_of(
        home.away([(one, "J Tranter")], PersonId(1))
    )
    assert "nobody stands in." in text_of(home.away([(one, "")], PersonId(1)))
    (_, taps) = home.away([], PersonId(1)).pieces
    assert isinstance(taps, Taps)
    assert [one.act for one in taps.items] == [Act.SAY_AWAY]
