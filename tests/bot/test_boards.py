"""Which body follows which plan, and what lies ahead of it."""

from __future__ import annotations

from datetime import date

from bot.boards import (
    Body,
    BodyId,
    Following,
    ForwardItem,
    ForwardItemId,
    ForwardKind,
    Remit,
    goes_to,
    monitoring,
    still_ahead,
)
from bot.partnership import PartnershipId
from bot.phrases import boards as say
from bot.plan import PlanId
from bot.timescale import Precision, Timescale
from tests.bot.larkmere import day, month

PLAN = PlanId(1)
OLD = Body(BodyId(1), PartnershipId(1), "Programme Board")
NEW = Body(BodyId(2), PartnershipId(1), "Partnership Board")
TOOK_OVER = date(2026, 10, 1)
FOLLOWED = (
    Following(PLAN, OLD, Remit.MONITORS, date(2026, 6, 1), date(2026, 9, 30)),
    Following(PLAN, NEW, Remit.MONITORS, TOOK_OVER),
)


def test_the_monitoring_body_changes_from_a_day_and_the_past_stays() -> None:
    assert monitoring(FOLLOWED, PLAN, date(2026, 9, 30)) == OLD
    assert monitoring(FOLLOWED, PLAN, TOOK_OVER) == NEW
    assert monitoring(FOLLOWED, PLAN, date(2026, 5, 31)) is None


def test_a_plan_goes_to_the_bodies_it_was_given_to_and_else_to_all() -> None:
    assert goes_to(FOLLOWED, PLAN, "partnership board", TOOK_OVER)
    assert not goes_to(FOLLOWED, PLAN, "Programme Board", TOOK_OVER)
    assert goes_to((), PLAN, "Any board", TOOK_OVER)


def item(number: int, kind: ForwardKind, when: Timescale, settled: date | None = None) -> ForwardItem:
    return ForwardItem(
        ForwardItemId(number), PartnershipId(1), kind, f"Item {number}", when, "Board", settled
    )


WINDOW = Timescale(date(2026, 9, 14), date(2026, 10, 11), Precision.RANGE, "14 Sept to 11 Oct")


def test_what_was_dealt_with_is_no_longer_ahead() -> None:
    review = item(1, ForwardKind.REVIEW, month(2026, 12))
    report = item(2, ForwardKind.REPORT, day(2026, 10, 14))
    done = item(3, ForwardKind.RENEWAL, month(2026, 9), TOOK_OVER)
    assert still_ahead((review, report, done)) == (report, review)


def test_a_window_says_when_it_is_open_and_when_it_has_passed() -> None:
    window = item(1, ForwardKind.CONSULTATION, WINDOW)
    said = "Consultation · Item 1 · Board · 14 Sept 2026 to 11 Oct 2026"
    assert say.in_list(window, date(2026, 9, 1)) == said
    assert say.in_list(window, date(2026, 9, 21)) == f"{said} · open now"
    assert say.in_list(window, date(2026, 10, 12)) == f"{said} · past its date"


def test_every_kind_and_remit_has_its_words() -> None:
    assert set(say.KINDS) == set(ForwardKind)
    assert set(say.REMITS) == set(Remit)
