"""The first person to bring a plan in where nobody runs anything becomes its board officer, knowingly."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Answer, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import AlreadySettled, NotAllowed, NotFound
from bot.importing.names import read_leads
from bot.partnership import Partnership, Person
from bot.phrases import setting_up as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements.setting_up import is_unclaimed, setup_card
from bot.services.context.refusing import not_allowed_here
from bot.services.context.targets import Target
from bot.services.plans.press_import import set_aside


def on_take_office(work: UnitOfWork, account: str, target: Target) -> Form:
    """The form in which somebody says who they are. Raises `NotAllowed` once there is an officer."""
    plan, partnership = _free(work, account, target)
    known = work.people.by_identity(account)
    return say.office_form(f"plan:{plan.id}", partnership.name, known.name if known else "")


def save_office(
    work: UnitOfWork, account: str, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Bind the account to the name it gives, make it board officer, and go on with the plan."""
    plan, partnership = _free(work, account, target)
    names, title = read_leads(answers.get("name", "")), " ".join(answers.get("partnership", "").split())
    if len(names) != 1 or names[0].is_post:
        return FormErrors({"name": say.one_name_please()})
    held = work.partnerships.named(title) if title else None
    if not title or (held is not None and held.id != partnership.id):
        return FormErrors({"partnership": say.name_in_use(title)})
    person = work.people.bind(work.people.add(names[0].name, ()).id, account)
    work.partnerships.rename(partnership.id, title)
    work.partnerships.set_up(
        partnership.id,
        channel=partnership.channel,
        rhythm=partnership.rhythm,
        chairs=partnership.chairs,
        officers=[person.id],
    )
    _put_on_record(work, partnership, person, account)
    return Answer(setup_card(work, plan, say.in_office(person.name, title)), Placement.REPLACE)


def on_decline(work: UnitOfWork, account: str, target: Target) -> Answer:
    """Whoever brought the plan in calls it off before there is an officer."""
    plan, _ = _free(work, account, target)  # anybody may clear a draft away that nobody runs
    set_aside(work, plan, None)
    return Answer(say.cancelled(plan.title), Placement.REPLACE)


def _free(work: UnitOfWork, account: str, target: Target) -> tuple[ActionPlan, Partnership]:
    """A draft that nobody runs. Raises `NotAllowed`, naming who does to somebody who sees what they run."""
    if target.plan is None:
        raise NotFound("the plan this button was for")
    if not is_unclaimed(work):
        known = work.people.by_identity(account)
        raise NotAllowed("take office") if known is None else not_allowed_here(work, known, "take office")
    plan = work.plans.get(target.plan)
    if plan.state is not PlanState.DRAFT:
        raise AlreadySettled("set aside")
    return plan, work.partnerships.get(plan.partnership_id)


def _put_on_record(work: UnitOfWork, partnership: Partnership, person: Person, account: str) -> None:
    for verb, values in (
        (Verb.IDENTITY_BOUND, {"external_id": account}),
        (Verb.OFFICER_TOOK_OFFICE, {"external_id": account}),
    ):
        work.audit.append(
            AuditEvent(partnership.id, verb, person.id, f"person:{person.id}", dict(values)), work.now
        )
