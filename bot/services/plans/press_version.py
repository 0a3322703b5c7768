"""Taps on the next version of a live plan: its questions, and taking it in. Until then nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Card, Form, FormErrors, Placement
from bot.draft import DraftPlan
from bot.errors import AlreadySettled, NotFound
from bot.partnership import Person, PersonId
from bot.phrases import version_cards as say
from bot.phrases import versions as words_of
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.ports.versioned import PendingVersion
from bot.services.arrangements.setting_up import check_own_plan
from bot.services.context.targets import Target
from bot.services.plans.take_version import difference, take_version
from bot.versions import taking
from bot.versions.asking import Question, questions, unanswered, with_answer
from bot.versions.difference import Difference
from bot.versions.taking import Ruling

GONE = "taken, called off or replaced by a newer file"


def offer(work: UnitOfWork, plan: ActionPlan, draft: DraftPlan, name: str, by: PersonId | None) -> Card:
    """Keep what a dropped file says of a live plan, and ask about it. Nothing of the plan is changed."""
    found = difference(work, plan, draft)
    if found.is_empty:
        return say.no_difference(name, found)
    return _card(work.versions.propose(plan.id, name, draft, by, work.now), found)


def on_version_ruling(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """One question answered by its button."""
    pending, found = _own(work, person, target)
    question, ruling = _asked(found, target)
    if ruling in say.WANTS_WORDS:
        raise NotFound("the words this ruling needs")
    return _answered(work, pending, found, question, taking.Answer(ruling))


def on_version_words(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The minute or reason of a ruling."""
    pending, found = _own(work, person, target)
    return say.form(*_asked(found, target), f"pending:{pending.id}")


def save_version_words(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """One question answered with its words."""
    pending, found = _own(work, person, target)
    words = " ".join(answers.get("words", "").split())
    question, ruling = _asked(found, target)
    return _answered(work, pending, found, question, taking.Answer(ruling, words))


def on_see_version(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Everything that differs."""
    pending, found = _own(work, person, target)
    return Answer(say.everything(pending.name, found), Placement.PRIVATE)


def on_take_version(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Take the version in as far as it is answered; what is not answered stays as it is on record."""
    pending, before = _own(work, person, target)
    left = unanswered(before, pending.answers)
    plan = work.plans.get(pending.plan_id)
    found, took = take_version(work, plan, pending.draft, pending.answers, pending.name, person.id)
    work.versions.forget(pending.id)
    gone = sum(one.is_gone for one in left)
    told = words_of.taken(plan.title, found, took, len(left) - gone, gone)
    return Answer(say.taken(told), Placement.REPLACE)


def on_drop_version(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Call it off; the plan is as it was."""
    pending, found = _own(work, person, target)
    work.versions.forget(pending.id)
    return Answer(say.called_off(pending.name, found.plan.title), Placement.REPLACE)


def _own(work: UnitOfWork, person: Person, target: Target) -> tuple[PendingVersion, Difference]:
    """A proposed version and how it differs from the record now. Raises `AlreadySettled` once it is gone."""
    if target.pending is None:
        raise NotFound("the version this button was for")
    pending = work.versions.pending(target.pending)
    if pending is None:
        raise AlreadySettled(GONE)
    plan = work.plans.get(pending.plan_id)
    check_own_plan(work, person, plan)
    return pending, difference(work, plan, pending.draft)


def _asked(found: Difference, target: Target) -> tuple[Question, Ruling]:
    question = next((one for one in questions(found) if one.action.id == target.action), None)
    ruling = next((one for one in Ruling if say.number_of(one) == target.choice), None)
    if question is None or ruling is None or ruling not in question.rulings:
        raise NotFound("the question this button was for")
    return question, ruling


def _answered(
    work: UnitOfWork, pending: PendingVersion, found: Difference, question: Question, answer: taking.Answer
) -> Answer:
    work.versions.answer(pending.id, with_answer(pending.answers, question, answer))
    fresh = work.versions.pending(pending.id)
    if fresh is None:
        raise AlreadySettled(GONE)
    return Answer(_card(fresh, found), Placement.REPLACE)


def _card(pending: PendingVersion, found: Difference) -> Card:
    left = unanswered(found, pending.answers)
    return say.offered(pending.name, found, left, len(questions(found)), f"pending:{pending.id}")


USES: dict[Act, Callable[[UnitOfWork, Person, Target], Answer | Form]] = {
    Act.VERSION_RULING: on_version_ruling,
    Act.VERSION_WORDS: on_version_words,
    Act.SEE_VERSION: on_see_version,
    Act.TAKE_VERSION: on_take_version,
    Act.DROP_VERSION: on_drop_version,
}

SAVES: dict[Act, Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]] = {
    Act.VERSION_WORDS: save_version_words
}
