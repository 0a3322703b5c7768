"""A plan, and the reader's answer in one line an action: "1.1 green f=2027-01-31; 2.1? complete"."""

from __future__ import annotations

from datetime import date

from bot.language import understand
from bot.language.dates import Direction, read_timescale
from bot.language.reading import ActionInPlan, Context, Conventions, Outcome, PlanInView, Reading, ReadUpdate

TODAY = date(2026, 11, 22)
CONVENTIONS = Conventions()

_ACTIONS = """
1.1 | Agree a joint communications plan for the partnership | P Lowell | Sept 2026
1.2 | Publish a single point of access leaflet | J Tranter | Dec 2026
1.3 | Review the section 75 agreement | P Lowell | 31 March 2027
1.4a | Discharge letters to GPs within 24 hours | S Okoro | Jan 2027
1.4b | Audit of discharge letters | S Okoro | March 2027
1.10 | Day-service agreement | T Vance | June 2026
2.1 | Commission a 24/7 crisis line for adults | S Okoro | Jan 2027
2.2 | Recruit a carers' support worker | K Bramley | Nov 2026
2.3 | Open the crisis house on Mill Lane | S Okoro | Dec 2026
2.4 | Supervision policy for all clinical staff | K Bramley | 31 January 2027
2.5 | Train ward staff in suicide prevention | K Bramley | Feb 2027
3.1 | Transition protocol for young people moving to adult services | J Tranter | March 2027
3.2 | Carers' handbook | L Pashley | Dec 2026
3.3 | Employment support pathway | L Pashley | Spring 2027
3.4 | Peer support group in Westholme | L Pashley | Q4
4.1 | Data sharing agreement between the council and the trust | R Dunmore | Dec 2026
4.2 | Shared electronic record for community teams | R Dunmore | 2027/28
R7 | Publish an annual report to the Health and Wellbeing Board | P Lowell | April 2027
"""


def _action(line: str) -> ActionInPlan:
    ref, text, lead, timescale = (part.strip() for part in line.split("|"))
    return ActionInPlan(
        ref, text, (lead,), due=read_timescale(timescale, TODAY, CONVENTIONS, Direction.FUTURE)
    )


PLAN = PlanInView("Larkmere", tuple(_action(line) for line in _ACTIONS.strip().splitlines()))


def reading(
    text: str,
    asked: str = "",
    speaker: str | None = None,
    plans: tuple[PlanInView, ...] = (PLAN,),
    conventions: Conventions = CONVENTIONS,
) -> Reading:
    """What is understood of the text, with the Larkmere plan in view."""
    return understand(text, TODAY, Context(plans, tuple(asked.split()), speaker, conventions))


def in_short(update: ReadUpdate) -> str:
    """One update in one line; "?" after the action marks one that is asked about."""
    parts = [(update.action or "-") + ("" if update.outcome is Outcome.UNDERSTOOD else "?")]
    parts += [update.rag.value] if update.rag else []
    parts += [update.progress.value] if update.progress else []
    parts += ["same"] if update.no_change else []
    parts += [f"{update.percent}%"] if update.percent is not None else []
    parts += [f"by {update.forecast.end}"] if update.forecast and not update.shift else []
    parts += [f"{update.shift.n:+} {update.shift.unit}"] if update.shift else []
    parts += ["blocked"] if update.blocked else []
    parts += ["help"] if update.support else []
    return " ".join(parts)


def read(text: str, asked: str = "", speaker: str | None = None) -> list[str]:
    """The updates of a text, each in one line."""
    return [in_short(update) for update in reading(text, asked, speaker).updates]
