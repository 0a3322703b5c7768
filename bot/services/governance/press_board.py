"""Taps that ask, share, accept or approve."""

from __future__ import annotations

from bot.card import Answer, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import Person
from bot.permissions import check_can_see
from bot.phrases import notices
from bot.phrases import people as people_words
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import place_of
from bot.services.context.standings import live_plans, plans_for_channel
from bot.services.context.targets import Target
from bot.services.governance.standing_orders import accept_claim
from bot.services.persons import people
from bot.services.reports.digest import last_lists
from bot.services.standing import action_history, status
from bot.services.standing.helping import officers_for, privacy_for
from bot.workstreams import spoken_of


def on_show_status(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """A list behind a button, for whoever pressed."""
    return Answer(status.status(work, person, target.status or ""), Placement.PRIVATE)


def on_last_list(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The lists of the last digest, for whoever may see them."""
    if target.partnership is None:
        raise NotFound("the partnership this button was for")
    partnership = work.partnerships.get(target.partnership)
    strand = work.workstreams.get(target.workstream) if target.workstream is not None else None
    if strand is not None and strand.partnership_id != partnership.id:
        raise NotFound("the workstream this button was for")
    live = live_plans(work, partnership)
    plans = plans_for_channel(work, partnership) if strand is None else spoken_of(live, strand)
    check_can_see(person, partnership, plans)
    return Answer(last_lists(work, partnership, strand), Placement.PRIVATE)


def on_show_history(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The history of one action, for whoever may see its plan."""
    status.check_sees(work, person, target.action)
    return Answer(action_history.history(work, target.action, person), Placement.PRIVATE)


def on_show_privacy(work: UnitOfWork, person: Person, target: Target) -> Answer:  # noqa: ARG001 - one shape for the table
    """What is kept, for whoever pressed."""
    return Answer(privacy_for(work, person), Placement.PRIVATE)


def on_accept_done(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Accept a claim of "done", never one's own."""
    return Answer(accept_claim(work, person, place_of(work, target.action)), Placement.PRIVATE)


def on_approve_identity(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The board officer says who an account is."""
    if target.person is None or not target.account:
        raise NotFound("the person this button was for")
    bound = people.approve(work, person, target.person, target.account)
    return Answer(people_words.approved(bound.name), Placement.REPLACE)


def on_refuse_identity(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The board officer says who an account is not."""
    if target.person is None or not target.account:
        raise NotFound("the person this button was for")
    people.refuse(work, person, target.person, target.account)
    return Answer(people_words.refused(work.people.get(target.person).name), Placement.REPLACE)


def on_not_me(work: UnitOfWork, person: Person, target: Target) -> Answer:  # noqa: ARG001 - one shape for the table
    """The account was bound to the wrong name: the board officers are told."""
    told, concerned, account = [], officers_for(work, person), person.external_id or ""
    subject: dict[str, object] = {"say": "not_me", "person": person.id, "external_id": account}
    for partnership in work.partnerships.all():
        officers = [work.people.get(one) for one in partnership.officers]
        reached = [one for one in officers if one.external_id is not None and one.name in concerned]
        for officer in reached:
            notify(work, partnership, officer, f"not-me:{person.id}:{account}", subject)
        if reached:
            event = AuditEvent(partnership.id, Verb.IDENTITY_REFUSED, person.id, f"person:{person.id}")
            work.audit.append(event, work.now)
        told += [officer.name for officer in reached]
    return Answer(notices.told_officer(tuple(dict.fromkeys(told))), Placement.PRIVATE)
