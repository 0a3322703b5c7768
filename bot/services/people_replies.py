"""What is told about people: absences, and who stands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.absences import Away, AwayId
from bot.card import Card
from bot.conversation import PromptId, UpdateId
from bot.partnership import PersonId
from bot.phrases import absences as say
from bot.phrases import handing_over, relaying
from bot.phrases import prompts as say_prompts
from bot.ports import UnitOfWork
from bot.services.context.asked import open_items
from bot.services.persons import absences, asides, hand_over, posts
from bot.services.rounds import lead_list, officer_round
from bot.services.updates import nudges

Subject = Mapping[str, object]
Reply = Callable[[UnitOfWork, Subject], Card]


def _away(work: UnitOfWork, subject: Subject) -> Away:
    return work.absences.get(AwayId(int(str(subject["away"]))))


def _noted(work: UnitOfWork, subject: Subject) -> Card:
    reader = work.people.get(PersonId(int(str(subject["person"]))))
    return absences.noted_card(work, _away(work, subject), reader)


def _account_closed(work: UnitOfWork, subject: Subject) -> Card:
    person = work.people.get(PersonId(int(str(subject["person"]))))
    officer = work.people.get(PersonId(int(str(subject["officer"]))))
    return handing_over.account_closed(
        int(person.id), person.name, hand_over.run_by(work, officer, person.id)
    )


def _nudge(work: UnitOfWork, subject: Subject) -> Card:
    held = subject["updates"]
    return nudges.nudge(work, [UpdateId(int(one)) for one in held] if isinstance(held, list) else [])


def _stands_in(work: UnitOfWork, subject: Subject) -> Card:
    away, deputy = _away(work, subject), PersonId(int(str(subject["deputy"])))
    lead = work.people.get(away.person_id)
    return say.told_deputy(work.people.get(deputy).name, lead.name, away, absences.led_by(work, lead.id))


def _no_longer(work: UnitOfWork, subject: Subject) -> Card:
    return say.no_longer(work.people.get(_away(work, subject).person_id).name)


def _without_deputy(work: UnitOfWork, subject: Subject) -> Card:
    away = _away(work, subject)
    lead = work.people.get(away.person_id)
    return say.told_officer(lead.name, away, absences.led_by(work, lead.id))


def _is_it_no_change(work: UnitOfWork, subject: Subject) -> Card:
    prompt = work.prompts.get(PromptId(int(str(subject["prompt"]))))
    return say_prompts.is_it_no_change(prompt.id, [action.ref for action in open_items(work, prompt)])


PEOPLE: dict[str, Reply] = {
    "absence": _noted,
    "aside": asides.composed,
    "aside_told": asides.told,
    "absence_undated": lambda _, __: say.when(),
    "absence_of_whom": lambda _, __: say.whose(),
    "absence_over": lambda _, __: say.over_already(),
    "nothing_relayed": lambda work, subject: relaying.nothing_relayed(
        work.people.get(PersonId(int(str(subject["person"])))).name
    ),
    "round": officer_round.composed,
    "account_closed": _account_closed,
    "lead_list": lead_list.composed,
    "now_leads": hand_over.told,
    "led_before": hand_over.told,
    "is_it_no_change": _is_it_no_change,
    "no_such_day": lambda _, subject: say_prompts.no_such_day(str(subject["words"])),
    "holds_post": posts.told,
    "held_post": posts.told,
    "nudge": _nudge,
    "stands_in": _stands_in,
    "no_longer_deputy": _no_longer,
    "away_without_deputy": _without_deputy,
}
"""Every "say" about people."""
