"""Accepting a claim of "done": the action is complete, and its history says who accepted it."""

from __future__ import annotations

from dataclasses import replace

from bot.changes import Verb
from bot.conversation import Route, UpdateState
from bot.fields import changes_between
from bot.language.reading import Outcome, Progress, ReadUpdate
from bot.partnership import Person
from bot.plan import ActionStatus
from bot.ports import UnitOfWork
from bot.services.context.places import Place
from bot.services.updates.on_record import audit
from bot.updating import changed_by


def accept(work: UnitOfWork, person: Person, place: Place) -> None:
    """Make a claimed action complete. The caller has checked the right to."""
    after = replace(place.action, status=ActionStatus.COMPLETE, blocker=None, support_wanted=False)
    changes = changes_between(place.action, after)
    work.plans.apply(changes, work.now)
    reading = ReadUpdate(Outcome.UNDERSTOOD, place.action.ref, progress=Progress.COMPLETE)
    update_id = work.updates.add(
        message_id=None,
        person_id=person.id,
        plan_id=place.plan.id,
        action_id=place.action.id,
        candidates=(),
        reading=reading,
        words="",
        state=UpdateState.PROPOSED,
        route=Route.BUTTON,
        at=work.now,
    )
    work.updates.settle(update_id, UpdateState.CONFIRMED, work.now, person.id, changed_by(changes))
    audit(
        work,
        place.partnership,
        Verb.COMPLETION_ACCEPTED,
        person,
        update_id,
        values={"action": place.action.id, "completed_on": str(place.action.completed_on)},
    )
