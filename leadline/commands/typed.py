"""What is typed at the terminal: words with an NHS number are refused before anything is opened."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeGuard, TypeVar

import typer

from bot.patient_data import holds_nhs_number

_P = ParamSpec("_P")
_R = TypeVar("_R")


def refused() -> str:
    """That the words are not taken; loaded when it happens, so that a command starts no slower for it."""
    from bot.phrases import forms

    return forms.patient_data()


def watched(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """The command, which raises `BadParameter` for words that are not to be kept, before it begins.

    Dates, numbers and the names of files are no words: a backup may well be called by ten digits.
    """

    @wraps(command)
    def looked_through(*args: _P.args, **given: _P.kwargs) -> _R:
        for name, value in given.items():
            for one in value if isinstance(value, list) else [value]:
                if _is_words(one) and holds_nhs_number(one):
                    raise typer.BadParameter(refused(), param_hint=name)
        return command(*args, **given)

    return looked_through


def watched_group(group: typer.Typer) -> typer.Typer:
    """The same group with every command of it looked through."""
    for info in group.registered_commands:
        if info.callback is not None and not hasattr(info.callback, "__wrapped__"):
            info.callback = watched(info.callback)
    return group


def _is_words(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and not isinstance(value, Enum)


def ask(question: str, default: str | None = None) -> str:
    """What is typed in answer to a question, asked again while it is not to be kept."""
    while True:
        said = str(typer.prompt(question, default=default, show_default=False))
        if not holds_nhs_number(said):
            return said.strip()
        typer.echo(refused())
