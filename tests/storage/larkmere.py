"""An invented partnership's plan, as a draft of any size."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.conversation import Route, Said
from bot.draft import DraftAction, DraftMeeting, DraftPerson, DraftPlan
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import Partnership
from bot.plan import ActionPlan, ActionStatus, Theme
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.timescale import Precision, Timescale

NOW = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
SEPTEMBER = Timescale(date(2026, 9, 1), date(2026, 9, 30), Precision.MONTH, "Sept 2026")
OCTOBER = Timescale(date(2026, 10, 1), date(2026, 10, 31), Precision.MONTH, "Oct")
NOVEMBER = Timescale(date(2026, 11, 1), date(2026, 11, 30), Precision.MONTH, "end of Nov")
BOARD = Timescale.of_day(date(2026, 10, 14), "Wed 14 Oct")


def draft(size: int = 3) -> DraftPlan:
    """A plan of so many actions, each led by R Vale and by somebody of its own."""
    return DraftPlan(
        title="Larkmere Mental Health Partnership plan",
        themes=(Theme("1.0", "Access"), Theme("2.0", "Carers")),
        actions=tuple(_action(number) for number in range(1, size + 1)),
        people=(
            DraftPerson("R. Vale", ("Larkmere Council", "Dunvale NHS Trust")),
            DraftPerson("Team managers", ("Dunvale NHS Trust",), is_post=True),
        ),
        meetings=(DraftMeeting("Partnership board", BOARD, Timescale.of_day(date(2026, 10, 4), "4 Oct"), 1),),
        doubts=(),
    )


def _action(number: int) -> DraftAction:
    return DraftAction(
        ref=f"1.{number}",
        theme="1.0",
        recommendation="People are seen sooner",
        text=f"Open clinic {number}",
        leads=("R Vale", f"Lead {number}"),
        timescale=SEPTEMBER,
        status=ActionStatus.IN_PROGRESS,
        status_text="Some progress",
        rag=Rag.AMBER,
        comments="",
        outcome="Shorter waits",
        row=number + 2,
    )


def add_partnership(work: UnitOfWork, name: str = "Larkmere") -> Partnership:
    """A partnership with nothing set up yet."""
    return work.partnerships.add(name, "Europe/London", "england")


def add_plan(work: UnitOfWork, size: int = 3, partnership: str = "Larkmere") -> ActionPlan:
    """A partnership and its plan of so many actions."""
    return work.plans.add(add_partnership(work, partnership).id, draft(size), work.now)


def said(text: str, ts: str = "1790000000.000100", **changed: object) -> Said:
    """Something R Vale wrote to the bot."""
    values: dict[str, object] = {
        "author": None,
        "author_external_id": "U1",
        "channel": "D1",
        "ts": ts,
        "text": text,
        "at": NOW,
        "route": Route.DIRECT_MESSAGE,
    }
    return Said(**(values | changed))  # type: ignore[arg-type]  # named as the fields are


GREEN = ReadUpdate(Outcome.UNDERSTOOD, action="1.1", rag=Rag.GREEN, words="1.1 green")
