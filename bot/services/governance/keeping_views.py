"""A view is saved, reworded or taken back: beside the action, never as news of how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conversation import OWN_WORD, MessageId, Source
from bot.errors import NotFound
from bot.partnership import Person, PersonId
from bot.permissions import check_can_give_view, check_can_relay
from bot.phrases import views as say
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import check_not_closed
from bot.services.context.standings import today_of
from bot.services.context.views_held import capacity, credit, meant_for, told
from bot.services.governance.view_asks import is_late, owe_late, wanted
from bot.view_words import is_nothing
from bot.views import Capacity, View, Wording

Given = Sequence[tuple[View, str]]
"""Views with the words of each."""


def save(
    work: UnitOfWork,
    person: Person,
    given: Given,
    *,
    message_id: MessageId | None = None,
    source: Source = OWN_WORD,
    can_edit: bool = False,
) -> Card:
    """Keep these words as views, and read them back. With a `source` that says so, the person enters what the
    member said elsewhere. Raises `NotAllowed`, `NotFound` or `PlanClosed`."""
    saved: list[tuple[View, Wording]] = []
    for view, words in given:
        _check_open(work, view)
        said_by, as_what = _voice(work, person, view, source)
        wording = work.views.say(
            view.id, words, said_by, as_what, work.now,
            is_nothing=is_nothing(words), message_id=message_id, source=source,
        )  # fmt: skip
        _audit(work, Verb.VIEW_GIVEN, person, view, wording)
        saved.append((work.views.get(view.id), wording))
    return _read_back(work, person, saved, can_edit=can_edit)


def _check_open(work: UnitOfWork, view: View) -> None:
    """Raise unless the meeting is still ahead, and the plan may be written beside."""
    partnership = work.partnerships.get(view.partnership_id)
    meeting = work.meetings.get(view.meeting_id)
    is_over = meeting.removed_at is not None or meeting.on.end < today_of(work, partnership)
    if is_over or view.called_off_at is not None:
        raise NotFound("a meeting ahead that this view is for")
    check_not_closed(work, work.plans.get(view.plan_id), partnership)


def _voice(work: UnitOfWork, person: Person, view: View, source: Source) -> tuple[PersonId, Capacity]:
    """Whose word it is, and as what they give it. Raises `NotAllowed`."""
    partnership = work.partnerships.get(view.partnership_id)
    if source.entered_by is not None:
        check_can_relay(person, partnership, work.people.get)
        return view.member_id, Capacity.OWN
    as_what = capacity(work, person, view)
    check_can_give_view(person, as_what, work.people.get(view.member_id), partnership)
    return person.id, as_what or Capacity.OWN


def _read_back(
    work: UnitOfWork, person: Person, saved: Sequence[tuple[View, Wording]], *, can_edit: bool
) -> Card:
    first, wording = saved[0]
    partnership, meeting = work.partnerships.get(first.partnership_id), work.meetings.get(first.meeting_id)
    late = is_late(work, partnership, meeting)
    for view, _ in saved if late else ():
        owe_late(work, partnership, view, person)
    done = {view.id for view, _ in saved}
    left = [
        one
        for one in work.views.of_meeting(meeting.id)
        if one.member_id == first.member_id and one.is_open and one.id not in done
    ]
    return say.kept(
        meant_for(work, partnership, first),
        [(wanted(work, view), told(work, view, one)) for view, one in saved],
        [wanted(work, one) for one in left],
        " ".join(f"view:{view.id} wording:{one.id}" for view, one in saved),
        shown_as="" if wording.said_by == person.id == first.member_id else credit(work, first, wording),
        is_late=late,
        can_edit=can_edit,
    )


def take_back(work: UnitOfWork, person: Person, views: Sequence[tuple[View, Wording]]) -> Card:
    """These wordings count no longer; what stood before does. Raises `AlreadySettled`, `NotAllowed` or
    `NotFound`."""
    after = []
    for view, wording in views:
        _check_open(work, view)
        if wording.source.entered_by != person.id:
            partnership = work.partnerships.get(view.partnership_id)
            member = work.people.get(view.member_id)
            check_can_give_view(person, capacity(work, person, view), member, partnership)
        work.views.take_back(wording.id, work.now)
        _audit(work, Verb.VIEW_TAKEN_BACK, person, view, wording)
        now = work.views.get(view.id)
        after.append((wanted(work, now), told(work, now, now.said)))
        if is_late(work, work.partnerships.get(view.partnership_id), work.meetings.get(view.meeting_id)):
            owe_late(work, work.partnerships.get(view.partnership_id), now, person)
    return say.taken_back(after)


def _audit(work: UnitOfWork, verb: Verb, person: Person, view: View, wording: Wording) -> None:
    values: dict[str, object] = {
        "member": view.member_id,
        "meeting": view.meeting_id,
        "action": view.action_id,
        "wording": wording.id,
        "capacity": wording.capacity.value,
        "nothing": wording.is_nothing,
        "entered_by": wording.source.entered_by,
    }
    words = wording.words if verb is Verb.VIEW_GIVEN else None
    event = AuditEvent(
        view.partnership_id, verb, person.id, f"view:{view.id}", values, words, words_of=wording.said_by
    )
    work.audit.append(event, work.now)
