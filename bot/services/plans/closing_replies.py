"""What is told of a plan that is being closed, and of its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Answer, Card, Placement
from bot.card_files import PaperFile
from bot.closing import ClosingId, ClosingState, reopenable_until, to_end, without_end
from bot.errors import NotFound, PaperUnmade
from bot.instants import local_day
from bot.papers.paper import PaperKind
from bot.partnership import Person, PersonId
from bot.permissions import check_can_make_paper
from bot.phrases import closing as say
from bot.phrases import papers as paper_words
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import closed_card, final_record
from bot.services.context.notices import notify
from bot.services.context.targets import Target
from bot.services.plans.close_plan import UNDER_WAY
from bot.services.reports.final_pack import NO_MEETING

Subject = Mapping[str, object]
Reply = Callable[[UnitOfWork, Subject], Card]


def _held(work: UnitOfWork, subject: Subject) -> tuple[ActionPlan, ClosingId]:
    closing = work.closings.get(ClosingId(int(str(subject["closing"]))))
    return work.plans.get(closing.plan_id), closing.id


def _name(work: UnitOfWork, subject: Subject) -> str:
    return work.people.get(PersonId(int(str(subject["by"])))).name


def _confirm(work: UnitOfWork, subject: Subject) -> Card:
    """Asked of a chair; there is nothing to ask once it has been changed or settled."""
    plan, closing_id = _held(work, subject)
    closing = work.closings.get(closing_id)
    if closing.state is not ClosingState.ASKED:
        raise NotFound("a closing that waits")
    return say.to_chair(plan.title, _name(work, subject), to_end(plan), closing)


def _missing(work: UnitOfWork, subject: Subject) -> Card:
    plan, closing_id = _held(work, subject)
    closing = work.closings.get(closing_id)
    if closing.state not in UNDER_WAY:
        raise NotFound("a closing that waits")
    return say.ends_missing(plan.title, [action.ref for action in without_end(plan, closing)])


def _closed(work: UnitOfWork, subject: Subject) -> Card:
    """To an officer or a chair, with the final report."""
    plan, closing_id = _held(work, subject)
    if plan.ended_at is None:
        raise NotFound("a plan that is closed")
    partnership = work.partnerships.get(plan.partnership_id)
    reader = work.people.get(PersonId(int(str(subject["person"]))))
    closing = work.closings.get(closing_id)
    ended = [action for action in plan.actions if closing.end_of(action.id) is not None]
    told = f"{say.totals(closing, ended).capitalize()}." if ended else "No action was open."
    until = local_day(reopenable_until(plan.ended_at), partnership.zone)
    return say.closed(plan.title, told, until, (_report(work, plan, reader),))


def _report(work: UnitOfWork, plan: ActionPlan, reader: Person) -> PaperFile:
    record = final_record(work, plan, work.partnerships.get(plan.partnership_id))
    if record is None:
        raise NotFound("the final report of that plan")
    return PaperFile(NO_MEETING, reader.id, PaperKind.FINAL.value, record.id)


def on_final_report(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The final report again, in the person's direct messages."""
    if target.plan is None:
        raise NotFound("the plan this button was for")
    plan = work.plans.get(target.plan)
    partnership = work.partnerships.get(plan.partnership_id)
    check_can_make_paper(person, partnership, work.people.get)
    record = final_record(work, plan, partnership)
    if record is None:
        raise PaperUnmade(paper_words.no_final(plan.title))
    subject: dict[str, object] = {"say": "final_report", "plan": int(plan.id), "person": int(person.id)}
    notify(work, partnership, person, f"final:{plan.id}:{person.id}:{work.now.isoformat()}", subject)
    return Answer(say.report_follows(record.number), Placement.PRIVATE)


def _final(work: UnitOfWork, subject: Subject) -> Card:
    plan = next(one for one in work.plans.all() if int(one.id) == subject["plan"])
    reader = work.people.get(PersonId(int(str(subject["person"]))))
    file = _report(work, plan, reader)
    return say.report(plan.title, (file,))


def _is_closed(work: UnitOfWork, subject: Subject) -> Card:
    plan = next(one for one in work.plans.all() if int(one.id) == subject["plan"])
    return closed_card(work, plan, work.people.get(PersonId(int(str(subject["person"])))))


CLOSING: dict[str, Reply] = {
    "confirm_closing": _confirm,
    "ends_missing": _missing,
    "closing_not_confirmed": lambda work, subject: say.was_not_confirmed(
        _held(work, subject)[0].title, _name(work, subject)
    ),
    "plan_closed": _closed,
    "final_report": _final,
    "plan_is_closed": _is_closed,
}
"""Every "say" about a plan that is being closed, or was."""
