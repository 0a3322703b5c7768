"""Blockers: taken on by somebody of the board, asked of a group, answered, and cleared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.conversation import MessageId
from bot.errors import NotFound
from bot.governance import HelpKind, HelpRequest
from bot.partnership import Person
from bot.permissions import (
    check_can_ask_group,
    check_can_run,
    check_can_take_blocker,
    check_can_update,
    is_board,
)
from bot.phrases import helping as say
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.notices import notify_at
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.targets import Target
from bot.services.context.view import View
from bot.services.updates.changing import change
from bot.services.updates.consequences import end_help, open_help, tell
from bot.services.updates.more_time import with_role
from bot.status_filter import plain_name


def on_take(ordered: Ordered) -> Card:
    """ "I will take the blocker on 2.7a"."""
    return take(ordered.work, ordered.person, ordered.place())


def take(work: UnitOfWork, person: Person, place: Place) -> Card:
    """Somebody of the board sees to a blocker, and its leads are told."""
    check_can_take_blocker(person, place.action, place.partnership, work.people.get)
    blocker = place.action.blocker
    if not blocker:
        return say.no_blocker(place.action)
    if any(one.kind is HelpKind.TAKEN and one.asked_by == person.id for one in open_help(work, place)):
        return say.taken_already(place.action)
    taken = work.helping.add(place.action.id, HelpKind.TAKEN, person.name, person.id, blocker, None, work.now)
    _audit(work, place, Verb.BLOCKER_TAKEN, person, taken)
    for lead in place.action.leads:
        if lead.person_id != person.id:
            subject: dict[str, object] = {"say": "blocker_taken", "help": taken.id}
            tell(work, place, lead.person_id, f"help:{taken.id}:taken:{lead.person_id}", subject)
    return say.taken(place.action)


def on_cleared(ordered: Ordered) -> Card:
    """ "2.7a blocker cleared"."""
    return clear(ordered.work, ordered.person, ordered.place(), ordered.message_id)


def clear(work: UnitOfWork, person: Person, place: Place, message_id: MessageId | None = None) -> Card:
    """The blocker is gone: said by a lead, a chair or an officer."""
    check_can_update(person, place.action, place.partnership)
    blocker = place.action.blocker
    if not blocker and not place.action.support_wanted:
        return say.no_blocker(place.action)
    after = replace(place.action, blocker=None, support_wanted=False, help_from=None)
    update_id = change(
        work, person, place, after, Verb.BLOCKER_CLEARED, words="blocker cleared", message_id=message_id
    )
    end_help(work, person, place)
    return say.cleared(after, blocker or "help wanted", f"update:{update_id}")


def on_help_from(ordered: Ordered) -> Card:
    """Who could clear the blocker: "2.7a needs help from Dunvale IT"."""
    place = ordered.place()
    check_can_update(ordered.person, place.action, place.partnership)
    who = ordered.order.other
    blocker = ordered.order.words or place.action.blocker
    after = replace(place.action, help_from=who, support_wanted=True, blocker=blocker)
    change(
        ordered.work, ordered.person, place, after, Verb.HELP_ASKED,
        words=f"help wanted from {who}", message_id=ordered.message_id,
    )  # fmt: skip
    return say.help_from(place.action, who)


def on_ask_group(ordered: Ordered) -> Card:
    """ "ask Dunvale IT to help with 2.7a"."""
    work, person, place = ordered.work, ordered.person, ordered.place()
    check_can_ask_group(person, place.action, place.partnership)
    wanted = re.sub(r"^the\s+", "", ordered.order.other, flags=re.IGNORECASE)
    group = next(
        (
            one
            for one in work.helping.groups(place.partnership.id)
            if plain_name(one.name) == plain_name(wanted)
        ),
        None,
    )
    name, channel = (group.name, group.channel) if group else (wanted, None)
    words = ordered.order.words or place.action.blocker or place.action.title
    request = work.helping.add(place.action.id, HelpKind.ASKED, name, person.id, words, channel, work.now)
    _audit(work, place, Verb.HELP_ASKED, person, request, words=words)
    change(
        work, person, place, replace(place.action, support_wanted=True, help_from=name), Verb.HELP_ASKED,
        words=f"asked {name} to help", message_id=ordered.message_id,
    )  # fmt: skip
    officers = [work.people.get(one) for one in place.partnership.officers]
    if channel is not None:
        subject: dict[str, object] = {"say": "help_asked", "help": request.id}
        notify_at(work, place.partnership, channel, f"help:{request.id}", subject)
    else:
        for officer in officers:
            subject = {"say": "help_pass_on", "help": request.id}
            tell(work, place, officer.id, f"help:{request.id}:pass-on:{officer.id}", subject)
    names = [officer.name for officer in officers]
    return say.asked_group(place.action, name, names, in_channel=channel is not None)


def on_group_answer(ordered: Ordered) -> Card:
    """ "answer from Dunvale IT on 2.7a: the mailbox opens on Friday"."""
    place, wanted = ordered.place(), plain_name(ordered.order.other)
    check_can_update(ordered.person, place.action, place.partnership)
    asked = [
        one
        for one in open_help(ordered.work, place)
        if one.kind is HelpKind.ASKED and plain_name(one.of) == wanted
    ]
    if not asked:
        return say.nobody_asked(ordered.order.other, place.action)
    return _answer(ordered.work, ordered.person, place, asked[-1], ordered.order.words)


def _answer(work: UnitOfWork, person: Person, place: Place, request: HelpRequest, words: str) -> Card:
    answered = work.helping.answered(request.id, words, work.now, person.id)
    _audit(work, place, Verb.HELP_ANSWERED, person, answered, words=words)
    told = dict.fromkeys((request.asked_by, *(lead.person_id for lead in place.action.leads)))
    for one in told:
        if one != person.id:
            subject: dict[str, object] = {"say": "help_answered", "help": request.id}
            tell(work, place, one, f"help:{request.id}:answer:{one}:{work.now}", subject)
    return say.answer_kept(place.action, answered)


def on_set_group(ordered: Ordered) -> Card:
    """ "group Dunvale IT: #C0123456": an officer says where a group is asked."""
    seen = ordered.boards() or tuple(dict.fromkeys(one for _, one in ordered.view.plans))
    if not seen:
        raise NotFound("a partnership of yours")
    partnership = seen[0]
    check_can_run(ordered.person, partnership, ordered.work.people.get)
    group = ordered.work.helping.set_group(partnership.id, ordered.order.other, ordered.order.words.upper())
    event = AuditEvent(
        partnership.id, Verb.GROUP_SET, ordered.person.id, f"partnership:{partnership.id}",
        {"channel": group.channel},
    )  # fmt: skip
    ordered.work.audit.append(event, ordered.work.now)
    return say.group_set(group.name, group.channel or "")


_NOW_SO = re.compile(
    r"\b(?:is|are|has|have|been|was)\b.*\b(?:open|here|in place|sorted|fixed|resolved|agreed|signed|arrived|"
    r"available|back|working|live|ready|through|appointed|solved|approved|filled|there|up)\b|\bopened\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"waiting", "wait", "that", "this", "with", "from", "have", "been", "will", "open", "opened"}
)


def blocker_spoken_of(view: View, person: Person, text: str) -> Action | None:
    """The one action whose blocker these words may say is gone; None when that is not clear."""
    if not _NOW_SO.search(text) or re.search(r"\b(?:not|n['’]t|until|when|once|will)\b", text, re.IGNORECASE):
        return None
    said, named = _telling(text), view.named_in(text)
    boards = {plan.id: partnership for plan, partnership in view.plans}
    found = [
        action
        for action in named or view.actions()
        if action.blocker
        and (action.is_led_by(person.id) or is_board(person, boards[action.plan_id]))
        and said & _telling(action.blocker)
    ]
    return found[0] if len(found) == 1 else None


def _telling(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{4,}", words.casefold())) - _SMALL


def on_take_blocker(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The button."""
    return Answer(take(work, person, place_of(work, target.action)), Placement.PRIVATE)


def on_blocker_cleared(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The button."""
    return Answer(clear(work, person, place_of(work, target.action)), Placement.REPLACE)


def on_answer_help(work: UnitOfWork, person: Person, target: Target) -> Form:  # noqa: ARG001 - one shape for the table
    """Asks what the group says; anybody we know may answer for it, and is named."""
    request = _request(work, target)
    return say.answer_form(place_of(work, request.action_id).action, request)


def save_help_answer(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Record it."""
    request, words = _request(work, target), " ".join(answers.get("answer", "").split())
    place = place_of(work, request.action_id)
    return Answer(_answer(work, person, place, request, words), Placement.PRIVATE)


def _request(work: UnitOfWork, target: Target) -> HelpRequest:
    if target.help is None:
        raise NotFound("the request this button was for")
    return work.helping.get(target.help)


def told(work: UnitOfWork, request: HelpRequest, what: str) -> Card:
    """What is told of a request for help: that it was taken on, asked, or answered."""
    place = place_of(work, request.action_id)
    by = with_role(work.people.get(request.asked_by), place.partnership)
    if what == "blocker_taken":
        return say.told_taken(place.action, by, request.words)
    if what == "help_asked":
        return say.for_group(place.action, request, work.people.get(request.asked_by).name)
    if what == "help_pass_on":
        return say.pass_on(place.action, request, work.people.get(request.asked_by).name)
    answered = work.people.get(request.answered_by).name if request.answered_by else ""
    return say.told_answer(place.action, request, answered)


def _audit(
    work: UnitOfWork, place: Place, verb: Verb, person: Person, request: HelpRequest, words: str = ""
) -> None:
    event = AuditEvent(
        place.partnership.id, verb, person.id, f"help:{request.id}", {"action": place.action.id},
        words=words or None,
    )  # fmt: skip
    work.audit.append(event, work.now)
