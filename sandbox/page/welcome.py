"""The card a newcomer sees first: who they are and what to try."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """One thing to try, and where it takes one.

    `person` is an id, handle or real name; `channel` an id or a name, and `@app` for that person's direct
    message with the bot; `draft` is put into the message box, not sent.
    """

    label: str
    text: str
    person: str
    channel: str = "@app"
    draft: str = ""


@dataclass(frozen=True)
class Welcome:
    """The card beside the conversation. The page opens where its first thing leads."""

    title: str
    text: str
    things: tuple[Thing, ...] = ()
    dismissable: bool = True


NO_WELCOME = Welcome("", "")
