"""What has changed between two looks at a plan, and how a chair reads it on a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.assessment import Assessed, assess
from bot.news import NewsOf, news_between
from bot.phrases import chair, news, statuses
from bot.phrases.phone import MOST_LINES, WIDTH
from bot.plan import Action, ActionId, ActionStatus
from bot.rag import Rag
from bot.status_question import Question, Since
from tests.bot.larkmere import action, day, month, plan
from tests.bot.services.dialogue import text_of

TODAY = date(2026, 10, 14)
BOARD_DAY = datetime(2026, 10, 14, 13, 55, tzinfo=UTC)
RED = action(id=ActionId(2), ref="6.2", rag=Rag.RED, approved_due=month(2026, 12))
OPEN = action(id=ActionId(3), ref="3.2", approved_due=month(2026, 12))
LATE = action(
    id=ActionId(4), ref="1.10", rag=Rag.RED, baseline_due=month(2026, 6), approved_due=month(2026, 6)
)


def assessed(*actions: Action) -> tuple[Assessed, ...]:
    return assess(plan(*actions), TODAY, None)


def test_only_what_a_person_reads_is_news() -> None:
    reported = replace(OPEN, reported_at=BOARD_DAY)
    better = replace(RED, rag=Rag.AMBER, forecast_due=day(2026, 10, 30).in_words("30 Oct"))
    added = action(id=ActionId(9), ref="9.1")
    (found, new) = news_between(assessed(better, reported, LATE, added), assessed(RED, OPEN, LATE))
    assert (found.action.ref, found.is_other_colour, found.is_other_forecast) == ("6.2", True, True)
    assert (new.action.ref, new.was) == ("9.1", None)
    assert news.on_phone(found) == " 6.2 🔶 Amber (was Red), by 30 Oct 2026"


def told(found: tuple[NewsOf, ...] | None, *now: Assessed, **fields: tuple[str, ...]) -> list[str]:
    facts = statuses.Summary("Larkmere", BOARD_DAY, now, "", "partnership:1 status:summary", **fields)  # type: ignore[arg-type]
    return text_of(chair.card(chair.ForChair(facts, found))).splitlines()


def test_a_chairs_status_as_the_model_message_has_it() -> None:
    better = replace(RED, rag=Rag.AMBER, forecast_due=day(2026, 10, 30).in_words("30 Oct"))
    done = replace(OPEN, status=ActionStatus.COMPLETE)
    now = assessed(better, done, LATE)
    found = news_between(now, assessed(RED, OPEN, LATE))
    lines = told(found, *now, to_decide=("2.7a", "3.4", "6.1"), asked_of_you=("2.7a, GP mailbox",))
    assert lines == [
        "Larkmere · Wed 14 Oct, 13:55",
        "Decide 3: 2.7a, 3.4, 6.1",
        "Since the papers, 2 changes:",
        " 6.2 🔶 Amber (was Red), by 30 Oct 2026",
        " 3.2 🟦 Complete (was Green)",
        "Late 1 · forecast late 0 · no update 0",
        "Longest: 1.10 🔺 Red, 15 weeks, no date",
        "Asked of you: 2.7a, GP mailbox",
        "[Decide] [Late] [Since papers] [Share]",
    ]


def test_before_any_papers_went_nothing_is_said_of_them() -> None:
    assert not any("papers" in line for line in told(None, *assessed(OPEN)))
    assert "Since the papers, no change" in told((), *assessed(OPEN))


WORDS = st.text(min_size=1, max_size=70).filter(str.strip)


@given(st.lists(WORDS, min_size=1, max_size=30, unique=True), WORDS, st.lists(WORDS, max_size=4))
def test_it_is_never_wider_or_longer_than_a_phone(refs: list[str], name: str, asked: list[str]) -> None:
    actions = [replace(LATE, id=ActionId(at), ref=ref) for at, ref in enumerate(refs, start=1)]
    now = assessed(*actions)
    before = assessed(*(replace(one, rag=Rag.GREEN) for one in actions))
    facts = statuses.Summary(name, BOARD_DAY, now, name, "x", tuple(refs), tuple(asked))
    heading, rest, _ = chair.card(chair.ForChair(facts, news_between(now, before))).pieces
    lines = [heading.text, *rest.text.split("\n")]  # type: ignore[union-attr]  # its shape is fixed
    assert len(lines) <= MOST_LINES
    assert all(len(line) <= WIDTH for line in lines), lines


def test_the_whole_list_says_how_many_and_what_was_said() -> None:
    blocked = replace(RED, blocker="waiting for IT")
    card = news.listed("Since Thu 1 Oct 2026", news_between(assessed(blocked), assessed(RED)))
    assert text_of(card) == (
        'Since Thu 1 Oct 2026: 1 action changed\n6.2 Discharge letters to GPs\n  🔺 Red · "waiting for IT"'
    )
    assert text_of(news.listed("Since Thu 1 Oct 2026", ())) == "Since Thu 1 Oct 2026: no change."
    asked = Question("", Since.PAPERS)
    assert news.since_when(asked, TODAY) == "Since the papers went (Wed 14 Oct 2026)"
    assert text_of(news.nothing_to_count_from(asked)).startswith("No papers have gone yet")
