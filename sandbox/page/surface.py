"""Where blocks stand: in a message, in a form or on the bot's Home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sandbox.page.emoji import emojified
from sandbox.page.markup import Html, tag
from sandbox.page.mrkdwn import Names, inline, plain, rendered

Json = Mapping[str, Any]
Choice = tuple[str, str]
"""An option of a menu: the value sent, the words seen."""


@dataclass(frozen=True)
class Surface:
    """What drawing needs besides the blocks: a key for ids, names, what is filled in, what is wrong, and
    which files the reader was given."""

    key: str
    names: Names
    people: Sequence[Choice] = ()
    channels: Sequence[Choice] = ()
    state: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    sees_file: Callable[[str], bool] = lambda _file_id: True

    def filled_in(self, block_id: str, action_id: str) -> Json | None:
        """What the person has already chosen or typed for this element, if anything."""
        return self.state.get(block_id, {}).get(action_id)


@dataclass(frozen=True)
class Place:
    """One element's place on a surface: ids of its label, hint and error; whether choosing acts at once."""

    surface: Surface
    block_id: str
    action_id: str
    acts: bool
    label_id: str | None = None
    described_by: str | None = None
    wrong: bool = False
    required: bool = False

    @property
    def id(self) -> str:
        """The element's id in the page, unique on it."""
        return f"{self.surface.key}-{self.block_id}-{self.action_id}"

    @property
    def filled_in(self) -> Json | None:
        """What the person has already chosen or typed here, if anything."""
        return self.surface.filled_in(self.block_id, self.action_id)

    def attributes(self, kind: str) -> dict[str, str | bool | None]:
        """The attributes every element carries, from which the page's script reads what was done."""
        return {
            "id": self.id,
            "data_element": kind,
            "data_block": self.block_id,
            "data_action": self.action_id,
            "data_acts": self.acts,
            "aria_describedby": self.described_by,
            "aria_invalid": "true" if self.wrong else None,
            "aria_required": "true" if self.required else None,
        }


def words_of(composition: Json | None, names: Names) -> Html:
    """Draw a text object: plain_text literally, mrkdwn with its mark-up."""
    if not composition:
        return Html()
    source = str(composition.get("text", ""))
    if composition.get("type") == "mrkdwn":
        return rendered(source, names)
    return plain(source)


def short_words_of(composition: Json | None, names: Names) -> Html:
    """Draw a text object on one line, for a label or a small print."""
    if composition and composition.get("type") == "mrkdwn":
        lines = str(composition.get("text", "")).split("\n")
        return Html(tag("br").join(inline(line, names) for line in lines))
    return words_of(composition, names)


def literal(composition: Json | None) -> str:
    """A text object's words for an attribute or an option, where no mark-up can stand."""
    return emojified(str(composition.get("text", ""))) if composition else ""
