"""Taps on the board officer's message of a round."""

from __future__ import annotations

from collections.abc import Callable

from bot.card import Act, Answer, Card, Form, Placement
from bot.changes import AuditEvent, Verb
from bot.conversation import PromptKind
from bot.errors import NotFound
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import check_can_run
from bot.phrases import going_live
from bot.phrases import officer_rounds as say
from bot.ports import UnitOfWork
from bot.round_so_far import RoundSoFar
from bot.rounds import Round
from bot.services.asks.owed_asks import owe_reminder
from bot.services.context.standings import asked_plans
from bot.services.context.targets import Target
from bot.services.reports import packs
from bot.services.rounds.officer_round import kept_round, so_far_of

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]


def on_see_all(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Every list whole."""
    _, _, so_far = _held(work, person, target)
    return Answer(say.everything(so_far), Placement.PRIVATE)


def on_preview_pack(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The pack of the meeting this round is for, as it would be frozen now; nothing is sent or frozen."""
    partnership, this, _ = _held(work, person, target)
    meeting = next((one for one in work.meetings.of(partnership.id) if this.key == f"meeting:{one.id}"), None)
    if meeting is None:
        raise NotFound("a meeting of this round")
    cards = packs.preview(work, partnership, meeting)
    return Answer(going_live.preview(say.pack_preview(this.on), cards), Placement.PRIVATE)


def on_how_to_enter(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """How to enter what somebody said elsewhere."""
    _, _, so_far = _held(work, person, target)
    return Answer(say.how_to_enter(so_far.nobody_to_ask or so_far.awaited), Placement.PRIVATE)


def on_remind_once(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The one reminder of the round, now, to whoever waits and has not had it."""
    partnership, this, _ = _held(work, person, target)
    return Answer(remind_once(work, person, partnership, this), Placement.PRIVATE)


def remind_once(
    work: UnitOfWork, person: Person, partnership: Partnership, this: Round, only: PersonId | None = None
) -> Card:
    """Owe the reminder to everybody who waits, or to one of them; what is said of it."""
    so_far = so_far_of(work, partnership, asked_plans(work, partnership), this)
    meant = [one for one in so_far.waiting if only in (None, one.lead.id)]
    waiting = {one.lead.id: one for one in meant if one.put_off_to is None}
    names, had = [], 0
    for plan in asked_plans(work, partnership):
        asked = work.prompts.of_round(plan.id, this.key)
        had += sum(one.kind is PromptKind.REMINDER and one.person_id in waiting for one in asked)
        for prompt in asked:
            if prompt.kind is not PromptKind.ASK or prompt.person_id not in waiting:
                continue
            if owe_reminder(work, plan, partnership, this, prompt.person_id, work.now):
                names.append(waiting[prompt.person_id].lead.name)
    event = AuditEvent(
        partnership.id,
        Verb.REMINDED_BY_OFFICER,
        person.id,
        f"partnership:{partnership.id}",
        {"round": this.key, "leads": len(names)},
    )
    work.audit.append(event, work.now)
    put_off = [one for one in meant if one.put_off_to is not None]
    return say.reminded(list(dict.fromkeys(names)), had, put_off)


def _held(work: UnitOfWork, person: Person, target: Target) -> tuple[Partnership, Round, RoundSoFar]:
    if target.partnership is None:
        raise NotFound("the round this button was for")
    partnership = work.partnerships.get(target.partnership)
    check_can_run(person, partnership, work.people.get)
    this = kept_round(work, partnership, target.round_key)
    return partnership, this, so_far_of(work, partnership, asked_plans(work, partnership), this)


USES: dict[Act, Use] = {
    Act.ROUND_ALL: on_see_all,
    Act.PREVIEW_PACK: on_preview_pack,
    Act.REMIND_ONCE: on_remind_once,
    Act.HOW_TO_ENTER: on_how_to_enter,
}
"""What each tap does. The right to run the partnership is asked every time."""
