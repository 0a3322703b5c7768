"""An update as it is told back: its action, field by field, was → now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation import FieldChange, UpdateId, UpdateState
from bot.phrases import actions
from bot.phrases.field_changes import field_lines
from bot.plan import Action
from bot.rag import Rag
from bot.slippage import Disagreement


@dataclass(frozen=True, slots=True)
class Told:
    """One update as it is read back: the action as it stands (or would stand) with it, and what it changes.

    `implied` is a colour its words suggest, offered and never saved unasked; `is_stalled` that it said "no
    change" the last time as well; `says_colour` that the colour is told though it stays; `goes_on` is the
    work that is said to go on beside what is done; `shown_by` what its words name as showing that it is.
    """

    update_id: UpdateId
    state: UpdateState
    action: Action
    changed: tuple[FieldChange, ...]
    wants_reason: bool = False
    disagreement: Disagreement | None = None
    implied: Rag | None = None
    may_ask_time: bool = False
    is_stalled: bool = False
    says_colour: bool = False
    goes_on: str = ""
    shown_by: str = ""


def value_of(told: Sequence[Told], **extra: str) -> str:
    """What a button about these carries."""
    ids = [f"update:{one.update_id}" for one in told]
    return " ".join([*ids, *(f"{name}:{value}" for name, value in extra.items())])


def told_lines(told: Sequence[Told]) -> list[str]:
    """Each update, field by field, with what changed."""
    said = []
    for one in told:
        fields = field_lines(one.action, one.changed)
        if fields and one.says_colour and one.action.rag is not None:
            is_new = any(change.field == "rag" for change in one.changed)
            fields = fields if is_new else [f"Colour: {actions.colour(one.action.rag)}, as before", *fields]
        if fields:
            said.append("\n ".join([actions.named(one.action), *fields]))
        else:
            said.append(f"{one.action.ref}: no change.")
    return said
