"""Taps and forms: each act has one use case, looked up in a table."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Act, Answer, Form, FormErrors, Placement
from bot.partnership import Person
from bot.phrases import help as say
from bot.ports import UnitOfWork


def press(work: UnitOfWork, person: Person | None, act: Act, value: str) -> Answer | Form:  # noqa: ARG001
    """Do what a button or a menu says; a form when more must be asked first."""
    if person is None:
        return Answer(say.unknown_person(), Placement.PRIVATE)
    return Answer(say.lead_help(), Placement.PRIVATE)


def submit(
    work: UnitOfWork,  # noqa: ARG001
    person: Person | None,
    act: Act,  # noqa: ARG001
    value: str,  # noqa: ARG001
    answers: Mapping[str, str],  # noqa: ARG001
) -> Answer | FormErrors:
    """Save a form's answers, or say field by field what is wrong with them."""
    if person is None:
        return Answer(say.unknown_person(), Placement.PRIVATE)
    return Answer(say.lead_help(), Placement.PRIVATE)
