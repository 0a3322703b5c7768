"""What must be asked of a version before it is taken: each date that differs, each action that is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.plan import Action
from bot.versions.difference import DateDifference, Difference
from bot.versions.matching import ref_key
from bot.versions.taking import OF_DATES, OF_GONE, Answer, Answers, Ruling


@dataclass(frozen=True, slots=True)
class Question:
    """One action to be ruled on: `dates` are those that differ, none where the action is gone."""

    action: Action
    dates: tuple[DateDifference, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether the document no longer has the action."""
        return not self.dates

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """What can be said of it."""
        return OF_GONE if self.is_gone else OF_DATES


def questions(found: Difference) -> tuple[Question, ...]:
    """Every question, dates first, in printed order."""
    dated = [Question(line.action, line.dates) for line in found.lines if line.dates]
    return (*dated, *(Question(action) for action in found.gone))


def unanswered(found: Difference, answers: Answers) -> tuple[Question, ...]:
    """The questions nobody has ruled on yet."""
    return tuple(
        one
        for one in questions(found)
        if ref_key(one.action.ref) not in (answers.gone if one.is_gone else answers.dates)
    )


def with_answer(answers: Answers, question: Question, answer: Answer) -> Answers:
    """The answers with one more."""
    key = ref_key(question.action.ref)
    if question.is_gone:
        return replace(answers, gone={**answers.gone, key: answer})
    return replace(answers, dates={**answers.dates, key: answer})
