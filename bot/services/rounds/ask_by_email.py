"""A prompt as text, for an officer to send from their own mailbox to somebody who is not here."""

from __future__ import annotations

from bot.assessment import Assessed
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conversation import PromptId
from bot.instants import local_time
from bot.partnership import Partnership, Person
from bot.permissions import check_can_relay
from bot.phrases import relaying as say
from bot.phrases.prompts import Asking
from bot.plan import ActionPlan
from bot.prompting import ask, everything
from bot.rounds import Round, fresh_since, horizon_of, round_for_news
from bot.services.context.ordered import Ordered
from bot.services.context.standings import live_plans, plan_name, rounds_of, today_of
from bot.services.persons.people_orders import one_person

NOT_POSTED = PromptId(0)
"""It stands for no prompt: the text has no buttons."""


def on_ask_by_email(ordered: Ordered) -> Card:
    """The text of what somebody is asked in the round that is open or comes next."""
    person = one_person(ordered, ordered.order.other)
    for _, partnership in ordered.view.plans[:1]:
        check_can_relay(ordered.person, partnership, ordered.work.people.get)
    for partnership in ordered.boards():
        for plan in live_plans(ordered.work, partnership):
            card = _text(ordered, person, partnership, plan)
            if card is not None:
                return card
    return say.nothing_to_ask(person.name)


def _text(ordered: Ordered, person: Person, partnership: Partnership, plan: ActionPlan) -> Card | None:
    work = ordered.work
    around = rounds_of(work, partnership, work.now)
    this = round_for_news(around, work.now)
    if this is None:
        return None
    wanted = _wanted(ordered, person, partnership, plan, around, this)
    if not wanted:
        return None
    asking = Asking(
        NOT_POSTED,
        plan_name(work, partnership, plan),
        local_time(this.updates_by, partnership.zone),
        this.on,
        this.body,
        today_of(work, partnership),
    )
    values: dict[str, object] = {"kind": "email", "key": this.key}
    event = AuditEvent(partnership.id, Verb.PROMPTED, ordered.person.id, f"person:{person.id}", values)
    work.audit.append(event, work.now)
    return say.e_mail(asking, wanted, person.name, ordered.person.name)


def _wanted(
    ordered: Ordered,
    person: Person,
    partnership: Partnership,
    plan: ActionPlan,
    around: tuple[Round, ...],
    this: Round,
) -> tuple[Assessed, ...]:
    today = today_of(ordered.work, partnership)
    asked = ask(plan, person.id, today, fresh_since(around, this), horizon_of(around, this))
    return everything(asked) if asked is not None else ()
