"""A change of the calendar that was read back is saved or left: by its button, or by a yes or a no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.card import Act, Answer, Card, Placement
from bot.commands import Name, command_in
from bot.conversation import MessageId
from bot.errors import NotAllowed, NotFound, UnfitMeeting
from bot.instants import local_day
from bot.meetings import dates_of
from bot.orders import order_in
from bot.partnership import Partnership, Person
from bot.phrases import calendar_changes as say
from bot.ports import UnitOfWork
from bot.services.arrangements import meetings
from bot.services.arrangements.calendar_orders import KINDS, Wanted, run_by, wanted_by
from bot.services.arrangements.calendar_words import moments
from bot.services.context.targets import Target
from bot.services.context.view import view_of

LASTS = timedelta(days=1)
"""So long a yes in words can mean a change that was read back."""


def confirm(work: UnitOfWork, person: Person, message_id: MessageId) -> Card:
    """Save what the words of this message change. Raises `NotAllowed` or `NotFound`."""
    partnership, wanted = _held(work, person, message_id)
    if isinstance(wanted, Card):
        return wanted
    if wanted.meeting is not None and dates_of(wanted.meeting) == wanted.dates:
        return say.is_so(moments(wanted.meeting, partnership))
    try:
        if wanted.is_gone and wanted.meeting is not None:
            return say.cancelled(meetings.remove(work, person.id, wanted.meeting))
        if wanted.meeting is not None:
            now = meetings.move(work, person.id, wanted.meeting, wanted.dates)
        else:
            now = meetings.add(work, partnership.id, person.id, wanted.body, wanted.dates)
    except UnfitMeeting as error:
        return say.does_not_fit(error.why, wanted.meeting)
    return say.saved(moments(now, partnership))


def _held(work: UnitOfWork, person: Person, message_id: MessageId) -> tuple[Partnership, Wanted | Card]:
    """What a message would change, by the calendar as it is now."""
    message = work.messages.get(message_id)
    order = order_in(message.versions[0]) if message.author == person.id and message.versions else None
    if order is None or order.kind not in KINDS:
        raise NotFound("the meeting this button was for")
    partnership = run_by(work, view_of(work, person, None), person, order)
    said_on = local_day(work.messages.versions(message_id)[0].at, partnership.zone)
    return partnership, wanted_by(work, partnership, order, said_on)


def in_words(work: UnitOfWork, person: Person, *, is_yes: bool) -> Card | None:
    """A yes or a no to the change that was read back last; None where none was."""
    message_id = _last_asked(work, person)
    if message_id is None:
        return None
    return confirm(work, person, message_id) if is_yes else _left(work, person, message_id)


def _last_asked(work: UnitOfWork, person: Person) -> MessageId | None:
    """The last message of this person before their yes or no, if it is a change that still would be one."""
    for message in work.messages.latest_by(person.id, 2):
        order = order_in(message.versions[0]) if message.versions else None
        if order is not None and order.kind in KINDS:
            is_fresh = work.now - work.messages.versions(message.id)[0].at <= LASTS
            return message.id if is_fresh and _waits(work, person, message.id) else None
        if not message.versions or not _is_a_word(message.versions[0]):
            return None
    return None


def _is_a_word(text: str) -> bool:
    command = command_in(text)
    return command is not None and command.name in (Name.YES, Name.NO)


def _waits(work: UnitOfWork, person: Person, message_id: MessageId) -> bool:
    try:
        _, wanted = _held(work, person, message_id)
    except (NotFound, NotAllowed):
        return False
    if isinstance(wanted, Card):
        return False
    return wanted.meeting is None or dates_of(wanted.meeting) != wanted.dates


def _left(work: UnitOfWork, person: Person, message_id: MessageId) -> Card:
    _, wanted = _held(work, person, message_id)
    return wanted if isinstance(wanted, Card) else say.left(wanted.meeting)


def on_save(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The tap that saves it."""
    return Answer(confirm(work, person, _message(target)), Placement.REPLACE)


def on_leave(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The tap that leaves it."""
    return Answer(_left(work, person, _message(target)), Placement.REPLACE)


def _message(target: Target) -> MessageId:
    if target.message is None:
        raise NotFound("the meeting this button was for")
    return target.message


USES: dict[Act, Callable[[UnitOfWork, Person, Target], Answer]] = {
    Act.SAVE_MEETING: on_save,
    Act.LEAVE_MEETING: on_leave,
}
"""What each tap does. The right to run the partnership is asked when it happens."""
