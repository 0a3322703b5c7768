"""Who is who: each lead's and chair's name matched to an account by the officer, or said to be elsewhere."""

from __future__ import annotations

from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import Person, PersonId
from bot.phrases import posts as post_words
from bot.phrases import who_is_who as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.arrangements.matching import leads_of
from bot.services.arrangements.setting_up import setup_card
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.persons.posts import held_posts
from bot.services.plans.press_import import own_plan


def on_who_is_who(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The first lead or chair without an account."""
    return _replace(next_one(work, own_plan(work, person, target)))


def on_is_member(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The officer says whose account it is. Raises `IdentityTaken` when it is somebody else's."""
    plan, named = _named(work, person, target)
    if not target.account:
        raise NotFound("the account that was chosen")
    bound = work.people.bind(named.id, target.account)
    work.audit.append(
        AuditEvent(
            plan.partnership_id,
            Verb.IDENTITY_BOUND,
            person.id,
            f"person:{bound.id}",
            {"external_id": target.account},
        ),
        work.now,
    )
    return _replace(next_one(work, plan, named.id, say.is_linked(bound.name)))


def on_not_here(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The officer says that somebody is not on the platform."""
    plan, named = _named(work, person, target)
    work.reach.put_elsewhere(named.id, work.now)
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.SAID_ELSEWHERE, person.id, f"person:{named.id}"), work.now
    )
    told = say.is_elsewhere(named.name, is_asked=bool(plan.led_by(named.id)))
    return _replace(next_one(work, plan, named.id, told))


def on_who_later(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Not now: the next name, and this one again whenever the matching is taken up."""
    plan, named = _named(work, person, target)
    return _replace(next_one(work, plan, named.id, say.left_for_later(named.name)))


def next_one(work: UnitOfWork, plan: ActionPlan, after: PersonId | None = None, done: str = "") -> Card:
    """Who is to be matched after this one: leads in the plan's order, then chairs; at the end, how far the
    plan has come."""
    elsewhere = work.reach.elsewhere()
    people = _to_match(work, plan)
    place = next((index + 1 for index, one in enumerate(people) if one.id == after), 0)
    said = {one.post_id for one in work.posts.all()}
    left = [
        one
        for one in people[place:]
        if one.external_id is None and one.id not in elsewhere and one.id not in said
    ]
    if not left:
        today = today_of(work, work.partnerships.get(plan.partnership_id))
        posts = held_posts(work, _leads_and_posts(work, plan), today)
        told = "; ".join(posts)
        return setup_card(work, plan, " ".join(part for part in (done, say.everybody(), told) if part))
    return asked_about(work, plan, left[0], len(left), done)


def _to_match(work: UnitOfWork, plan: ActionPlan) -> list[Person]:
    """The leads in the plan's order, then the chairs who lead nothing: they want to be known too."""
    chairs = [work.people.get(one) for one in work.partnerships.get(plan.partnership_id).chairs]
    return list({one.id: one for one in (*leads_of(work, plan), *chairs)}.values())


def asked_about(work: UnitOfWork, plan: ActionPlan, person: Person, left: int = 1, done: str = "") -> Card:
    """The question about one person."""
    refs = [action.ref for action in plan.led_by(person.id)]
    if person.is_post:
        return post_words.question(person.name, refs, f"plan:{plan.id} person:{person.id}", done)
    is_chair = person.id in work.partnerships.get(plan.partnership_id).chairs
    return say.one(person, refs, left, f"plan:{plan.id} person:{person.id}", done, is_chair=is_chair)


def _leads_and_posts(work: UnitOfWork, plan: ActionPlan) -> dict[PersonId, Person]:
    """Everybody the plan names as a lead, posts among them whoever holds them."""
    named = (lead.person_id for action in plan.actions for lead in action.leads)
    return {one: work.people.get(one) for one in dict.fromkeys(named)}


def of_plan(work: UnitOfWork, plan: ActionPlan) -> frozenset[PersonId]:
    """Everybody a plan names: its leads and its board."""
    partnership = work.partnerships.get(plan.partnership_id)
    leads = (lead.person_id for action in plan.actions for lead in action.leads)
    return frozenset((*leads, *partnership.chairs, *partnership.officers))


def _named(work: UnitOfWork, person: Person, target: Target) -> tuple[ActionPlan, Person]:
    """The plan, and somebody named in it. Raises `NotFound` for anybody else."""
    plan = own_plan(work, person, target)
    if target.person is None or target.person not in of_plan(work, plan):
        raise NotFound("the person this button was for")
    return plan, work.people.get(target.person)


def _replace(card: Card) -> Answer:
    return Answer(card, Placement.REPLACE)
