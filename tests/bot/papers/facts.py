"""A small meeting with something of everything, for the papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import assess
from bot.governance import ExtensionId, ExtensionRequest
from bot.pack import Pack, PlanInPack
from bot.pack_lines import PackLine, Seen, Unconfirmed
from bot.papers.facts import PaperFacts
from bot.plan import Action, ActionId, ActionStatus, PlanId, Theme
from bot.rag import Rag, Standing
from bot.waiting import Waiting, WaitsFor
from tests.bot.larkmere import OCTOBER_BOARD, OKORO, action, month, plan

ON = date(2026, 10, 2)
AS_AT = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)


def numbered(number: int, **fields: object) -> Action:
    """An action "3.1" of a usual kind, but for these fields."""
    return action(**{"id": ActionId(number), "ref": f"{number}.1", **fields})


FAR = numbered(
    1,
    baseline_due=month(2026, 5),
    approved_due=month(2026, 5),
    forecast_due=month(2027, 1),
    rag=Rag.RED,
    blocker="no locum",
    support_wanted=True,
    outcome="A solicitor every night",
)
NEAR = numbered(2, rag=Rag.AMBER, rag_reason=None)
WAITS = numbered(
    3, approved_due=month(2026, 12), baseline_due=month(2026, 12), waiting_for=Waiting(WaitsFor.ACTION, "1.1")
)
DONE = numbered(4, status=ActionStatus.COMPLETE, completed_on=date(2026, 9, 20))
RED_IN_TIME = numbered(5, approved_due=month(2026, 12), baseline_due=month(2026, 12), rag=Rag.RED)
GONE = numbered(6, status=ActionStatus.WITHDRAWN, status_reason="merged with 5.2")

REQUEST = ExtensionRequest(
    ExtensionId(1), FAR.id, OKORO.person_id, AS_AT, month(2026, 5), month(2027, 1), "the locum withdrew"
)

WAS = {1: Seen(Standing.AMBER, is_late=True, is_forecast_late=False), 2: Seen(Standing.GREEN, False, False)}


def facts(*actions: Action, **fields: object) -> PaperFacts:
    """What a paper of these actions is made of; `fields` are the pack's."""
    pack = Pack(
        name="Larkmere",
        meeting=replace(OCTOBER_BOARD, body="Board"),
        as_at=AS_AT,
        on=ON,
        since=date(2026, 9, 14),
        plans=(PlanInPack(PlanId(1), "Larkmere plan"),),
        lines=tuple(PackLine(one, WAS.get(one.action.id)) for one in assess(plan(*actions), ON, None)),
        number="2026-10",
        audit_head="0123456789abcdef0123",
    )
    return PaperFacts(
        replace(pack, **fields),  # type: ignore[arg-type]  # fields of a pack
        "Europe/London",
        themes=((PlanId(1), Theme("2.0", "Leaving hospital")),),
        officers=("P Lowell",),
    )


ALL = facts(
    FAR, NEAR, WAITS, DONE, RED_IN_TIME,
    withdrawn=(GONE,),
    extensions=(REQUEST,),
    unconfirmed=(Unconfirmed(NEAR.id, "S Okoro", "nearly there", date(2026, 9, 30)),),
    names=((OKORO.person_id, "S Okoro"),),
)  # fmt: skip
