"""What a member, or their supporter, writes about a view that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.card import Card
from bot.commands import is_courtesy
from bot.conversation import HeardBy, Route, Source
from bot.errors import NotFound
from bot.language.reading import Kind, Reading
from bot.narrative import is_empty
from bot.partnership import Person
from bot.permissions import can_give_view, can_relay
from bot.phrases import views as say
from bot.phrases.views_asked import none_asked
from bot.phrases.views_told import For
from bot.ports import UnitOfWork
from bot.relaying import relay_in
from bot.services.context.asked import last_saved, open_items, pending, prompt_answered, reason_awaited
from bot.services.context.replying import Heard
from bot.services.context.standings import today_of
from bot.services.context.view import view_of
from bot.services.context.views_held import capacity, meant_for
from bot.services.governance.keeping_views import save, take_back
from bot.services.governance.view_asks import wanted
from bot.status_filter import plain_name
from bot.view_words import (
    Circumstances,
    Sense,
    StatedView,
    is_holding,
    is_nothing,
    parts_by_ref,
    refs_named,
    sense_of,
    stated_view,
)
from bot.views import View, Wording

_WAYS: dict[str, HeardBy] = {
    "by phone": HeardBy.PHONE,
    "by telephone": HeardBy.PHONE,
    "by e-mail": HeardBy.EMAIL,
    "by email": HeardBy.EMAIL,
    "in person": HeardBy.IN_PERSON,
}


def take_view(work: UnitOfWork, heard: Heard, reading: Reading) -> Card | None:
    """The answer to a message that gives a view; None when it gives none."""
    if heard.version > 0:
        return _reworded(work, heard)
    ahead = work.views.ahead(heard.said.at.date())
    if not ahead:
        return None
    relay = relay_in(heard.said.text)
    stated = stated_view(relay.words if relay is not None else heard.said.text)
    if stated is not None and relay is not None:
        about = [one for one in ahead if _is_about(work, one, stated.about)]
        return _stated_for(work, heard, replace(stated, name=relay.name), about, relay.by)
    if stated is not None:
        return _stated(work, heard, stated, ahead)
    if heard.said.route is not Route.DIRECT_MESSAGE:
        return None
    return _answered(work, heard, reading, [one for one in ahead if one.put_to == heard.person.id])


def _answered(work: UnitOfWork, heard: Heard, reading: Reading, mine: Sequence[View]) -> Card | None:
    """A message that does not say what it is, from somebody who was sent an ask."""
    said = heard.said
    in_thread = [
        one for one in mine if said.thread_ts in (one.ts, one.reminder_ts) and one.channel == said.channel
    ]
    if said.thread_ts is not None and not in_thread:
        return None
    awaited = in_thread if said.thread_ts is not None else [one for one in mine if one.is_open]
    awaited = [one for one in awaited if can_give_view(heard.person, capacity(work, heard.person, one))]
    if not awaited:
        return _more_words(work, heard, reading, mine)
    sense = sense_of(_circumstances(work, heard, reading, awaited, is_threaded=said.thread_ts is not None))
    if sense is Sense.OTHER:
        return None
    if sense is Sense.ASK:
        return _ask_whether(work, heard, awaited)
    if is_holding(said.text):
        return say.not_kept_yet(_for(work, awaited[0]))
    return _kept_as(work, heard, awaited)


def _circumstances(
    work: UnitOfWork, heard: Heard, reading: Reading, awaited: Sequence[View], *, is_threaded: bool
) -> Circumstances:
    person, text = heard.person, heard.said.text
    named = refs_named(text, refs_of(work, awaited))
    seen = view_of(work, person).named_in(text)
    prompt = prompt_answered(work, person, heard.said)
    others = bool(prompt and open_items(work, prompt)) or bool(pending(work, person))
    return Circumstances(
        in_thread=is_threaded,
        names_asked=bool(named),
        names_own=any(action.is_led_by(person.id) for action in seen),
        names_other=any(action.ref not in named for action in seen),
        has_other_open=others or reason_awaited(work, person) is not None,
        tells_news=any(not is_empty(one) for one in reading.updates),
        is_question=reading.kind is Kind.QUESTION,
        is_neither=is_courtesy(text) or (reading.kind is Kind.ABSENCE and not is_threaded),
    )


def _more_words(work: UnitOfWork, heard: Heard, reading: Reading, mine: Sequence[View]) -> Card | None:
    """Something more from a member who leads nothing and has answered: it may be a better wording."""
    said = [one for one in mine if one.said is not None]
    is_neither = is_courtesy(heard.said.text) or reading.kind in (Kind.QUESTION, Kind.ABSENCE)
    if not said or is_neither or view_of(work, heard.person).plans:
        return None
    return _ask_whether(work, heard, said)


def refs_of(work: UnitOfWork, views: Sequence[View]) -> list[str]:
    """The numbers of the actions that views are of."""
    return [found.ref for one in views if (found := wanted(work, one).action) is not None]


def _for(work: UnitOfWork, view: View) -> For:
    return meant_for(work, work.partnerships.get(view.partnership_id), view)


def _kept_as(work: UnitOfWork, heard: Heard, awaited: Sequence[View]) -> Card:
    """Save the words under what they name; ask where several things, or several members, may be meant."""
    text = heard.said.text
    parts = parts_by_ref(text, refs_of(work, awaited))
    given: list[tuple[View, str]] = []
    if parts:
        for view in awaited:
            action = wanted(work, view).action
            if action is not None and action.ref in parts:
                given.append((view, parts[action.ref]))
    elif len({(one.action_id, one.matter) for one in awaited}) == 1 or is_nothing(text):
        given = [(one, " ".join(text.split())) for one in awaited]
    if not given:
        return _ask_whether(work, heard, awaited)
    members = dict.fromkeys(view.member_id for view, _ in given)
    if len(members) > 1:
        names = [work.people.get(one).name for one in members]
        return say.which_member(names, wanted(work, given[0][0]).ref)
    return save(work, heard.person, given, message_id=heard.message_id, can_edit=True)


def _ask_whether(work: UnitOfWork, heard: Heard, awaited: Sequence[View]) -> Card:
    """Nothing is guessed: a tap says whether it is a view, and of what."""
    named = parts_by_ref(heard.said.text, refs_of(work, awaited))
    shown = [one for one in awaited if not named or wanted(work, one).ref in named]
    choices = [(wanted(work, one), f"message:{heard.message_id} view:{one.id}") for one in shown]
    value = f"message:{heard.message_id}"
    return say.is_it_one(_for(work, shown[0]), choices, shown[0].constituency, value)


def _stated(work: UnitOfWork, heard: Heard, stated: StatedView, ahead: Sequence[View]) -> Card | None:
    """A message that says it is a view, of whom and on what."""
    person = heard.person
    about = [one for one in ahead if _is_about(work, one, stated.about)]
    if stated.name:
        by = _WAYS.get(stated.way.casefold()) if stated.way else None
        return _stated_for(work, heard, stated, about, by)
    mine = [one for one in about if can_give_view(person, capacity(work, person, one))]
    if stated.whose:
        mine = [one for one in mine if plain_name(one.constituency) == plain_name(stated.whose)]
    mine = [one for one in mine if one.member_id == person.id] or mine
    mine = [one for one in mine if one.put_to == person.id] or mine
    if not mine:
        return None
    members = dict.fromkeys(one.member_id for one in mine)
    if len(members) > 1:
        return say.which_member([work.people.get(one).name for one in members], stated.about)
    if stated.is_taken_back:
        return _take_back_all(work, person, mine)
    return save(
        work, person, [(one, stated.words) for one in mine], message_id=heard.message_id, can_edit=True
    )


def _stated_for(
    work: UnitOfWork, heard: Heard, stated: StatedView, about: Sequence[View], by: HeardBy | None
) -> Card | None:
    """ "View of J Kelly on 2.7: …": their supporter says it, or an officer heard it `by` phone."""
    person, named = heard.person, work.people.named(stated.name)
    partnerships = [one for one in work.partnerships.all() if can_relay(person, one)]
    theirs = [one for one in about if len(named) == 1 and one.member_id == named[0].id]
    own = [one for one in theirs if can_give_view(person, capacity(work, person, one))]
    if own and by is None:
        return save(
            work, person, [(one, stated.words) for one in own], message_id=heard.message_id, can_edit=True
        )
    run = {one.id for one in partnerships}
    theirs = [one for one in theirs if one.partnership_id in run]
    if not partnerships:
        return None
    if not theirs:
        return none_asked(stated.name, stated.about)
    today = today_of(work, work.partnerships.get(theirs[0].partnership_id))
    source = Source(entered_by=person.id, by=by or HeardBy.ELSEWHERE, on=today)
    given = [(one, stated.words) for one in theirs]
    return save(work, person, given, message_id=heard.message_id, source=source, can_edit=True)


def _is_about(work: UnitOfWork, view: View, about: str) -> bool:
    """Whether a view is of this number, of a line under it, or of a matter in these words."""
    action, said = wanted(work, view).action, about.casefold()
    if action is None:
        return said in view.matter.casefold() or view.matter.casefold() in said
    ref = action.ref.casefold()
    return ref == said or (ref.startswith(said) and ref[len(said) :].isalpha())


def _reworded(work: UnitOfWork, heard: Heard) -> Card | None:
    """An edit of a message that gave views words them anew."""
    day = heard.said.at.date()
    ahead = {one.id for one in work.views.ahead(day)}
    views = [one for one in work.views.of_message(heard.message_id) if one.id in ahead]
    if not views:
        return None
    source = next(one for one in reversed(views[0].wordings) if one.message_id == heard.message_id).source
    text = heard.said.text
    stated, parts = stated_view(text), parts_by_ref(text, refs_of(work, views))
    whole = stated.words if stated is not None and stated.words else " ".join(text.split())
    given = [(one, parts.get(wanted(work, one).ref, whole) if stated is None else whole) for one in views]
    return save(work, heard.person, given, message_id=heard.message_id, source=source, can_edit=True)


def _take_back_all(work: UnitOfWork, person: Person, views: Sequence[View]) -> Card:
    held = [(view, view.said) for view in views if view.said is not None]
    if not held:
        raise NotFound("a view of yours to take back")
    return take_back(work, person, [(view, one) for view, one in held if one is not None])


def undone_in_words(work: UnitOfWork, person: Person, lasts: timedelta) -> Card | None:
    """ "undo", where a view is what this person saved last, within so long; None where it answers something
    else."""
    views = work.views.last_given_by(person.id)
    given = [(view, one) for view in views for one in (_last_of(view, person),) if one is not None]
    if not given:
        return None
    at = max(one.at for _, one in given)
    since = (one.settled_at for one in last_saved(work, person) if one.settled_at is not None)
    if work.now - at > lasts or any(one > at for one in since):
        return None
    amended = work.amendments.last_saved(person.id)
    if amended is not None and amended.settled_at is not None and amended.settled_at > at:
        return None
    return take_back(work, person, given)


def _last_of(view: View, person: Person) -> Wording | None:
    mine = (
        one
        for one in reversed(view.wordings)
        if one.undone_at is None and (one.source.entered_by or one.said_by) == person.id
    )
    return next(mine, None)
