"""One setting changed in words: "set digest day to Tuesday". The right is asked when it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conventions import meaning_named
from bot.partnership import PersonId
from bot.permissions import check_can_run
from bot.phrases import settings as say
from bot.plan import Classification
from bot.ports import UnitOfWork
from bot.services.arrangements import boards, set_up
from bot.services.arrangements.conventions import set_conventions
from bot.services.arrangements.settings_on_record import facts_of, note_settings
from bot.services.context.ordered import Ordered
from bot.services.officer_words import in_hand
from bot.settings import NAMES, Facts, Setting

WORD = "word "
NOTHING = frozenset({"none", "never", "nothing", "not set", "no date"})
"""What takes away what is set."""


def on_setting(ordered: Ordered) -> Card:
    """ "set nation to Scotland", "set word “Embedded” to complete"."""
    work, person, order = ordered.work, ordered.person, ordered.order
    before = facts_of(work, in_hand(work, person))
    check_can_run(person, before.partnership, work.people.get)
    name = " ".join(order.other.casefold().split())
    if name.startswith(WORD):
        return _word(work, person.id, before, order.other[len(WORD) :].strip(" \"“”'"), order.words)
    setting = NAMES[name]
    if not setting.example:
        return say.in_the_form(setting, f"partnership:{before.partnership.id}")
    is_empty = setting.can_be_empty and order.words.casefold().strip(" .") in NOTHING
    value = None if is_empty else setting.read(order.words)
    if (value is None and not is_empty) or not _fits(before, setting, value):
        return say.not_that_value(setting, order.words)
    if value == setting.value(before):
        return say.is_so_already(setting, setting.tell(value))
    _apply(work, person.id, before, setting, value)
    note_settings(work, person.id, before, facts_of(work, work.plans.get(before.plan.id)))
    return say.is_set(setting, setting.tell(setting.value(before)), setting.tell(value))


def _fits(before: Facts, setting: Setting, value: Any) -> bool:
    """Quiet hours leave two hours of the day at least."""
    if setting.field not in ("rhythm.quiet_from", "rhythm.quiet_until"):
        return True
    rhythm = replace(before.partnership.rhythm, **{setting.field.partition(".")[2]: value})
    minutes = (rhythm.quiet_from.hour - rhythm.quiet_until.hour) * 60
    return minutes + rhythm.quiet_from.minute - rhythm.quiet_until.minute >= 120


def _word(work: UnitOfWork, actor: PersonId, before: Facts, words: str, said: str) -> Card:
    own = before.plan.conventions
    meaning = meaning_named(said)
    is_nothing = said.casefold().strip(" .") in ("nothing", "nothing special")
    if not words or (meaning is None and not is_nothing):
        return say.no_such_meaning(said)
    now = own.without_word(words) if meaning is None else own.with_word(words, meaning)
    set_conventions(work, before.plan, now, actor)
    note_settings(work, actor, before, facts_of(work, work.plans.get(before.plan.id)))
    return say.word_is_set(words, None if meaning is None else meaning.value.replace("_", " "))


def _apply(work: UnitOfWork, actor: PersonId, before: Facts, setting: Setting, value: Any) -> None:
    room, _, name = setting.field.partition(".")
    _ROOMS[room](work, actor, before, name, value)


def _rhythm(work: UnitOfWork, actor: PersonId, before: Facts, name: str, value: Any) -> None:
    one = before.partnership
    set_up.set_up(
        work, one.id, actor=actor, channel=one.channel, rhythm=replace(one.rhythm, **{name: value}),
        chairs=one.chairs, officers=one.officers,
    )  # fmt: skip


def _partnership(work: UnitOfWork, actor: PersonId, before: Facts, name: str, value: Any) -> None:
    one = before.partnership
    if name == "channel_is_restricted":
        boards.classify_channel(
            work, actor, one, Classification.RESTRICTED if value else Classification.UNRESTRICTED
        )
        return
    if name == "posts_outside":
        work.partnerships.post_outside(one.id, is_allowed=value)
        return
    moved = replace(one, **{name: value})
    work.partnerships.locate(one.id, moved.zone, moved.nation)


def _plan(work: UnitOfWork, actor: PersonId, before: Facts, name: str, value: Any) -> None:
    plan = before.plan
    if name == "classification":
        boards.classify(work, actor, plan, value)
        return
    if name == "ends_on":
        work.plans.set_end(plan.id, value)
        return
    work.plans.set_tolerance(plan.id, value)
    values: dict[str, object] = {"tolerance_days": [plan.tolerance_days, value]}
    event = AuditEvent(plan.partnership_id, Verb.TOLERANCE_SET, actor, f"plan:{plan.id}", values)
    work.audit.append(event, work.now)


def _conventions(work: UnitOfWork, actor: PersonId, before: Facts, name: str, value: Any) -> None:
    set_conventions(work, before.plan, replace(before.plan.conventions, **{name: value}), actor)


def _years(work: UnitOfWork, actor: PersonId, before: Facts, name: str, value: Any) -> None:  # noqa: ARG001 - one shape for the table
    work.retention.set_years(before.partnership.id, value)
    values: dict[str, object] = {"was": before.years, "now": value}
    subject = f"partnership:{before.partnership.id}"
    event = AuditEvent(before.partnership.id, Verb.RETENTION_SET, actor, subject, values)
    work.audit.append(event, work.now)


_ROOMS: dict[str, Callable[[UnitOfWork, PersonId, Facts, str, Any], None]] = {
    "rhythm": _rhythm,
    "partnership": _partnership,
    "plan": _plan,
    "conventions": _conventions,
    "facts": _years,
}
