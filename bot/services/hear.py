"""A message is heard in three steps: gather what is known, read it, apply what it says.

`gather` and `apply` each run in a transaction of their own; `read` runs in none, because reading is slow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.asked_about import asked_about
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.commands import Command, Name, command_in, is_courtesy, is_thumbs_up, name_claimed, spoken
from bot.conversation import Prompt, Route, Said
from bot.correcting import corrected
from bot.errors import (
    AlreadySettled,
    LeadlineError,
    NotAllowed,
    NotFound,
    PlanClosed,
    SeveralActions,
)
from bot.instants import local_day
from bot.language.reading import Context, Kind, Outcome, Reading, ReadUpdate
from bot.language.understand import understand
from bot.narrative import is_empty
from bot.no_such_day import no_such_day
from bot.orders import order_in
from bot.own_words import names_what_a_board_has
from bot.partnership import Person
from bot.patient_data import holds_nhs_number
from bot.phrases import notices
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.quoted import with_quoted_refs
from bot.services import orders
from bot.services.amendment_words import answered_in_words
from bot.services.answering import answer_in_a_word, answer_pending, waits_for_grounds, whether_no_change
from bot.services.arrangements.setting_up import is_unclaimed
from bot.services.commanding import UNDO_LASTS, obey
from bot.services.context.asked import pending, prompt_answered
from bot.services.context.closed_plans import closed_card, closed_meant
from bot.services.context.refusing import refused
from bot.services.context.replying import Heard, owe_beside, owe_reply
from bot.services.context.view import View, context_of, view_of
from bot.services.governance.giving_views import take_view, undone_in_words
from bot.services.governance.unblocking import blocker_spoken_of
from bot.services.persons import people
from bot.services.persons.absences_told import kept_of, take_absence
from bot.services.persons.asides import aside_of, take_aside
from bot.services.persons.relay import Relayed, relayed_in, take_relayed
from bot.services.standing import onlookers
from bot.services.standing.asked_lists import asks_list, for_board
from bot.services.unnamed import refs_asked, whole_prompt
from bot.services.updates.take_updates import take
from bot.whole_prompt import each_unchanged


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was known when a message came in. `asked` is what a plain answer may save at once: the actions
    of the prompt it answers, and the person's others of that plan, which the prompt left for next time.
    `is_answer` of a word of the bot's own that here answers its question; `whole` is what a bare "no change"
    answers: all that a prompt still waits for, where nothing narrower was asked since."""

    person: Person | None
    today: date
    context: Context
    asked: frozenset[ActionId] = frozenset()
    relayed: Relayed | None = None
    is_answer: bool = False
    whole: tuple[str, ...] = ()


def gather(work: UnitOfWork, said: Said) -> Hearing:
    """Who speaks, what they can see, and what they were asked."""
    person = work.people.by_identity(said.author_external_id)
    if person is None:
        return Hearing(None, said.at.date(), Context())
    view = _view(work, person, said)
    partnership = view.partnership
    relayed = relayed_in(work, said, view, person)
    if relayed is not None:
        return Hearing(person, relayed.today, relayed.context, relayed=relayed)
    prompt = prompt_answered(work, person, said)
    return Hearing(
        person=person,
        today=local_day(said.at, partnership.zone) if partnership else said.at.date(),
        context=context_of(work, view, person, refs_asked(work, person, said)),
        asked=_asked_with(work, person, prompt) if prompt else frozenset(),
        is_answer=names_what_a_board_has(said.text) and waits_for_grounds(work, person, said),
        whole=whole_prompt(work, person, said, prompt),
    )


def _asked_with(work: UnitOfWork, person: Person, prompt: Prompt) -> frozenset[ActionId]:
    own = work.plans.get(prompt.plan_id).led_by(person.id)
    return frozenset((*prompt.items, *(action.id for action in own)))


def _view(work: UnitOfWork, person: Person, said: Said) -> View:
    return view_of(work, person, _channel(said))


def _channel(said: Said) -> str | None:
    """The channel something was said in; None in somebody's direct messages."""
    return said.channel if said.route is Route.MENTION else None


def read(hearing: Hearing, said: Said) -> Reading:
    """What the words say. Opens no transaction. A word of the bot's own needs no reader."""
    order = order_in(said.text)
    is_order = order is not None and order.kind not in orders.PERHAPS
    is_own_word = (command_in(said.text) is not None or is_order) and not hearing.is_answer
    if hearing.person is None or said.is_deleted or is_own_word:
        return Reading(Kind.COMMAND, Outcome.UNDERSTOOD)
    if hearing.relayed is not None:
        return understand(hearing.relayed.relay.words, hearing.today, hearing.context)
    words = with_quoted_refs(corrected(said.text) or spoken(said.text))
    return each_unchanged(understand(words, hearing.today, hearing.context), words, hearing.whole)


def apply(work: UnitOfWork, said: Said, hearing: Hearing, reading: Reading) -> None:
    """Keep the message and everything that follows from it, and owe the answer: one transaction."""
    if not said.is_deleted and holds_nhs_number(said.text):
        owe_reply(work, said, 0, {"say": "patient_data"})
        return
    person = hearing.person
    kept, reading = kept_of(said, reading, hearing.relayed.relay.words if hearing.relayed else said.text)
    message_id, is_new = work.messages.keep(replace(kept, author=person.id if person else None))
    if not is_new:
        return
    message = work.messages.get(message_id)
    version = len(message.versions) - 1
    if person is None:
        _answer_stranger(work, said, version)
        return
    if said.is_deleted:
        _audit(work, person, kept, Verb.MESSAGE_DELETED, message_id)
        return
    if version > 0:
        _audit(work, person, kept, Verb.MESSAGE_EDITED, message_id)
    heard = Heard(kept, person, message_id, version)
    try:
        answer = answer_in_a_word(work, heard, reading, hearing.asked) if hearing.is_answer else None
        if answer is not None:
            owe_reply(work, said, version, answer)
            return
        ordered = _ordered(work, replace(heard, said=said), reading)
        if ordered is not None:
            owe_reply(work, said, version, {"say": "ordered"}, ordered)
            return
        owe_reply(work, said, version, _answered(work, heard, hearing, reading, said))
    except (NotAllowed, NotFound, SeveralActions, AlreadySettled, PlanClosed) as error:
        owe_reply(work, said, version, {"say": "refused"}, _refused(work, heard, error))


def _refused(work: UnitOfWork, heard: Heard, error: LeadlineError) -> Card:
    """What cannot be found may be of a plan that is closed; whoever spoke of it is told so."""
    view = _view(work, heard.person, heard.said)
    closed = closed_meant(work, heard.person, heard.said.text, view) if isinstance(error, NotFound) else None
    if closed is not None:
        return closed_card(work, closed, heard.person)
    return refused(work, heard.person, error, message_id=heard.message_id, channel=_channel(heard.said))


def _ordered(work: UnitOfWork, heard: Heard, reading: Reading) -> Card | None:
    """Carry out an order, or the yes, no or undo of one that changes the plan, and answer it; an edit of an
    order is kept, and what was done stays done. The view that a member was asked for is kept likewise."""
    command = command_in(heard.said.text)
    if command is not None and heard.version == 0:
        is_undo = command.name is Name.UNDO
        undone = undone_in_words(work, heard.person, UNDO_LASTS) if is_undo else None
        return undone or answered_in_words(work, heard.person, command.name)
    order = order_in(heard.said.text)
    if order is None or not orders.is_meant(work, heard.person, _view(work, heard.person, heard.said), order):
        return take_view(work, heard, reading)
    if heard.version > 0:
        return notices.acted_on_first_wording()
    return orders.carry_out(
        work,
        heard.person,
        heard.said.text,
        channel=_channel(heard.said),
        message_id=heard.message_id,
        channels=heard.said.channels,
    )


def _answered(
    work: UnitOfWork, heard: Heard, hearing: Hearing, reading: Reading, said: Said
) -> dict[str, object]:
    """Do what the message asks; the subject of the reply. `said` is as it was written, before a reason for
    an absence was put aside."""
    if hearing.relayed is not None:
        return take_relayed(work, heard, hearing.relayed, reading, _view(work, heard.person, said))
    command = command_in(heard.said.text)
    if is_thumbs_up(heard.said.text):
        command = Command(Name.YES)
    if command == Command(Name.YES) and not pending(work, heard.person):
        return whether_no_change(work, heard)
    own = _own_word(work, heard, hearing, command, reading)
    if own is not None:
        return own
    unknown_day = no_such_day(heard.said.text)
    if unknown_day:
        return {"say": "no_such_day", "words": unknown_day}
    if heard.version == 0:
        answer = answer_pending(work, heard, reading, hearing.asked)
        if answer is not None:
            return answer
    absence = take_absence(work, heard.person, reading, said)
    if absence is not None and all(one.action is None and _gives_only_a_day(one) for one in reading.updates):
        return absence
    if absence is not None:
        owe_beside(work, heard, absence)
    return _news(work, heard, hearing, reading)


def _own_word(
    work: UnitOfWork, heard: Heard, hearing: Hearing, command: Command | None, reading: Reading
) -> dict[str, object] | None:
    """A word of the bot's own, or what is said of the bot itself; None where it is neither."""
    aside = aside_of(work, heard, command, reading)
    if aside is not None:
        return take_aside(work, heard.person, aside, heard.message_id)
    return obey(work, heard, command, hearing.asked) if command is not None else None


def _gives_only_a_day(said: ReadUpdate) -> bool:
    return is_empty(replace(said, forecast=None))


def _news(work: UnitOfWork, heard: Heard, hearing: Hearing, reading: Reading) -> dict[str, object]:
    """Record what the message says of its actions, or answer what it asks; the subject of the reply."""
    view = _view(work, heard.person, heard.said)
    closed = closed_meant(work, heard.person, heard.said.text, view)
    if closed is not None and not is_courtesy(heard.said.text):
        return {"say": "plan_is_closed", "plan": closed.id, "person": heard.person.id}
    instead = for_board(heard.person, heard.said.text, view)
    if instead is not None:
        return obey(work, heard, instead, hearing.asked)
    if not hearing.asked and asks_list(heard.person, heard.said.text, view, hearing.today):
        return {"say": "status", "person": heard.person.id, "filter": asked_about(spoken(heard.said.text))}
    if all(map(is_empty, reading.updates)) and reading.kind is not Kind.QUESTION:
        cleared = blocker_spoken_of(view, heard.person, heard.said.text)
        if cleared is not None:
            return {"say": "is_it_cleared", "action": cleared.id}
    if reading.kind is Kind.QUESTION:
        return {"say": "question", "person": heard.person.id, "message": heard.message_id}
    is_only_asked = reading.kind is Kind.REQUEST and all(map(is_empty, reading.updates))
    if reading.updates and reading.outcome is not Outcome.NOT_UNDERSTOOD and not is_only_asked:
        return take(work, heard, reading, view, hearing.asked)
    say = _WITHOUT_UPDATES.get(reading.kind, "not_understood")
    if reading.kind is Kind.OTHER and is_courtesy(heard.said.text):
        say = "courtesy"
    return {"say": say, "person": heard.person.id, "message": heard.message_id}


_WITHOUT_UPDATES = {
    Kind.REQUEST: "request",
    Kind.COMMAND: "help",
}
"""What is answered when nothing was said of an action."""


def _answer_stranger(work: UnitOfWork, said: Said, version: int) -> None:
    if said.is_deleted:
        return
    name = name_claimed(said.text)
    body = people.claim(work, said.author_external_id, name) if name else None
    if body is None:
        body = onlookers.answer(work, said.text, _channel(said), said.author_kind)
    say = "nothing_set_up" if body is None and is_unclaimed(work) else "unknown_person"
    owe_reply(work, said, version, {"say": say}, body)


def _audit(work: UnitOfWork, person: Person, said: Said, verb: Verb, message_id: int) -> None:
    partnership = _view(work, person, said).partnership
    if partnership is not None:
        event = AuditEvent(partnership.id, verb, person.id, f"message:{message_id}", words=said.text or None)
        work.audit.append(event, work.now)
