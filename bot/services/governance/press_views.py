"""Taps and forms about views: given, nothing to add, taken back, and whether a message is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors, Placement
from bot.conversation import Message
from bot.errors import NotFound
from bot.partnership import Person
from bot.permissions import can_give_view
from bot.phrases import views as say
from bot.ports import UnitOfWork
from bot.services.context.targets import Target
from bot.services.context.views_held import capacity
from bot.services.governance import asking_views
from bot.services.governance.giving_views import refs_of
from bot.services.governance.keeping_views import save, take_back
from bot.services.governance.view_asks import wanted
from bot.view_words import parts_by_ref
from bot.views import View

NOTHING = "nothing to add"
"""The words of a tap that says so."""


def _own(work: UnitOfWork, person: Person, target: Target) -> list[View]:
    """The views a button names, for whoever may give them. Raises `NotFound` to anybody else."""
    views = [work.views.get(one) for one in target.views]
    if not views or not all(can_give_view(person, capacity(work, person, one)) for one in views):
        raise NotFound("what this button was for")
    return views


def on_give_view(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form: a field for each thing asked about."""
    views = _own(work, person, target)
    names = [f"view_{one.id}" for one in views]
    value = " ".join(f"view:{one.id}" for one in views)
    return say.form([wanted(work, one) for one in views], names, views[0].constituency, value)


def save_view(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """What was written in it."""
    views = _own(work, person, target)
    given = [(one, " ".join(answers.get(f"view_{one.id}", "").split())) for one in views]
    given = [(one, words) for one, words in given if words]
    if not given:
        return FormErrors({f"view_{views[0].id}": say.say_something()})
    return Answer(save(work, person, given), Placement.PRIVATE)


def on_no_view(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Nothing to add, to whatever of it is still open."""
    views = [one for one in _own(work, person, target) if one.is_open]
    if not views:
        raise NotFound("a view that is still awaited here")
    return Answer(save(work, person, [(one, NOTHING) for one in views]), Placement.REPLACE)


def _own_message(work: UnitOfWork, person: Person, target: Target) -> Message:
    """The message a button speaks of, for who wrote it. Raises `NotFound` to anybody else."""
    message = work.messages.get(target.message) if target.message is not None else None
    if message is None or message.author != person.id or message.is_deleted:
        raise NotFound("the message this button was for")
    return message


def on_keep_view(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Words that were asked about are a view."""
    views = _own(work, person, target)
    message = _own_message(work, person, target)
    text = message.versions[-1]
    parts = parts_by_ref(text, refs_of(work, views))
    given = [(one, parts.get(wanted(work, one).ref, " ".join(text.split()))) for one in views]
    return Answer(save(work, person, given, message_id=message.id, can_edit=True), Placement.REPLACE)


def on_not_a_view(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It was something else."""
    _own_message(work, person, target)
    return Answer(say.not_a_view(), Placement.REPLACE)


def on_take_back(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The Undo below a read-back: of exactly those wordings."""
    given = []
    for view_id in target.views:
        view = work.views.get(view_id)
        given += [(view, one) for one in view.wordings if one.id in target.wordings]
    mine = all(
        one.source.entered_by == person.id or can_give_view(person, capacity(work, person, view))
        for view, one in given
    )
    if not given or not mine:
        raise NotFound("what this button was for")
    return Answer(take_back(work, person, given), Placement.REPLACE)


Use = Callable[[UnitOfWork, Person, Target], Answer | Form]

USES: dict[Act, Use] = {
    Act.GIVE_VIEW: on_give_view,
    Act.NO_VIEW: on_no_view,
    Act.KEEP_VIEW: on_keep_view,
    Act.NOT_A_VIEW: on_not_a_view,
    Act.TAKE_BACK_VIEW: on_take_back,
    Act.CALL_OFF_VIEWS: asking_views.on_call_off,
}
"""What each tap does."""

SAVES: dict[Act, Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]] = {
    Act.GIVE_VIEW: save_view
}
"""What sending each form does."""
