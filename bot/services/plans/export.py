"""A plan as it leaves: the right is asked, the table composed, and the leaving noted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.card import Card, Line, Tone
from bot.card_files import CardFile
from bot.changes import AuditEvent, Verb
from bot.errors import NotAllowed
from bot.exporting.compose import AsAt, compose
from bot.exporting.table import Format, PlanTable
from bot.instants import local_time
from bot.partnership import Partnership, Person
from bot.permissions import can_export, check_can_export, is_board
from bot.phrases import exporting as phrases
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.rounds import silent_before
from bot.services.context.refusing import refused
from bot.services.context.standings import rounds_of
from bot.services.context.view import view_of


@dataclass(frozen=True, slots=True)
class Export:
    """What was exported: the table, and the name its file should have, without an ending."""

    table: PlanTable
    name: str


def export(
    work: UnitOfWork, plan: ActionPlan, person: Person | None, kind: Format, *, classification: str = ""
) -> Export:
    """The plan as it stands now: the whole for the board, a lead's own actions for a lead.

    `person` is None at the terminal, where whoever runs the program acts for the board officer. Raises
    `NotAllowed` for anybody else.
    """
    partnership = work.partnerships.get(plan.partnership_id)
    chosen = chosen_for(person, plan, partnership)
    head = work.audit.head(partnership.id)
    table = compose(
        plan,
        as_at(work, plan, partnership),
        chosen=chosen,
        classification=classification,
        chain_head=head,
    )
    work.audit.append(
        AuditEvent(
            partnership.id,
            Verb.PLAN_EXPORTED,
            person.id if person else None,
            f"plan:{plan.id}",
            {"format": kind.value, "actions": len(plan.actions if chosen is None else chosen)},
        ),
        work.now,
    )
    return Export(table, file_name(plan, table))


def chosen_for(
    person: Person | None, plan: ActionPlan, partnership: Partnership
) -> tuple[Action, ...] | None:
    """Which actions the person may take away; None for all of them. Raises `NotAllowed` for none."""
    if person is None:
        return None
    check_can_export(person, plan, partnership)
    return None if is_board(person, partnership) else plan.led_by(person.id)


def as_at(work: UnitOfWork, plan: ActionPlan, partnership: Partnership) -> AsAt:
    """Now, as the partnership's clock has it, and from when on silence counts for this plan."""
    around = rounds_of(work, partnership, work.now)
    before = silent_before(around, work.now, plan.asked_since(work.now), partnership.rhythm.grace_rounds)
    return AsAt(local_time(work.now, partnership.zone), before)


def file_name(plan: ActionPlan, table: PlanTable) -> str:
    """A name every system takes: "larkmere-improvement-plan"."""
    plain = "".join(mark if mark.isalnum() else " " for mark in table.title.casefold())
    return "-".join(plain.split())[:60].strip("-") or f"plan-{plan.id}"


def export_card(work: UnitOfWork, person: Person, kind: str) -> Card:
    """The message that an export asked for in chat comes with: every live plan the person may take away.

    The files are made when the message is sent, and the right is asked again then.
    """
    chosen = _KINDS.get(kind, Format.XLSX)
    plans = [
        plan
        for plan in work.plans.live() or work.plans.closed()
        if can_export(person, plan, work.partnerships.get(plan.partnership_id))
    ]
    if not plans:
        return refused(work, person, _no_export(work, person))
    told = [
        phrases.on_its_way(plan.title, chosen, _count(work, person, plan), len(plan.actions))
        for plan in plans
    ]
    files = tuple(CardFile(plan.id, person.id, chosen.value) for plan in plans)
    return Card(told[0], (*map(Line, told), Line(phrases.OTHER_KINDS, Tone.QUIET)), files)


def _no_export(work: UnitOfWork, person: Person) -> NotAllowed:
    try:
        for plan, partnership in view_of(work, person).plans:
            check_can_export(person, plan, partnership)
    except NotAllowed as refusal:
        return refusal
    return NotAllowed("see the plan")


def _count(work: UnitOfWork, person: Person, plan: ActionPlan) -> int:
    chosen = chosen_for(person, plan, work.partnerships.get(plan.partnership_id))
    return len(plan.actions if chosen is None else chosen)


_KINDS = {
    "excel": Format.XLSX,
    "xlsx": Format.XLSX,
    "word": Format.DOCX,
    "docx": Format.DOCX,
    "csv": Format.CSV,
}
