"""The answer that is owed to a message: one a version, private to whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.card import Card
from bot.conversation import MessageId, ProgressUpdate, Route, Said, Voice
from bot.delivery import DeliveryKind, Owed
from bot.partnership import Person, PersonId
from bot.ports import UnitOfWork

READER = "to"
"""Where a subject says whose account an answer is for: the channel of a direct message is nobody's name."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of somebody we know, kept: who wrote it, which version it is, and whose words it relays."""

    said: Said
    person: Person
    message_id: MessageId
    version: int
    voice: Voice | None = None

    @property
    def speaker_id(self) -> PersonId:
        """Whose words they are: somebody else's, when they are relayed."""
        return self.voice.person_id if self.voice is not None else self.person.id

    @property
    def route(self) -> Route:
        """How they reached the record."""
        return Route.RELAYED if self.voice is not None else self.said.route


def owe_reply(
    work: UnitOfWork,
    said: Said,
    version: int,
    subject: dict[str, object],
    body: Card | None = None,
    *,
    beside: str = "",
) -> None:
    """Owe the answer to one version of a message, or one `beside` it. A mention is answered in the writer's
    direct messages."""
    is_private = said.route is Route.DIRECT_MESSAGE
    work.owing.owe(
        Owed(
            channel=said.channel if is_private else said.author_external_id,
            kind=DeliveryKind.REPLY,
            period_key=f"reply:{said.channel}:{said.ts}:{version}{beside}",
            due_at=work.now,
            subject={READER: said.author_external_id, **subject},
            thread_ts=said.thread_ts if is_private else None,
            body=body,
        )
    )


def owe_beside(work: UnitOfWork, heard: Heard, subject: dict[str, object]) -> None:
    """Owe a second answer to a message that told of two things."""
    owe_reply(work, heard.said, heard.version, subject, beside=f":{subject['say']}")


def owe_read_back(work: UnitOfWork, account: str, updates: Sequence[ProgressUpdate]) -> None:
    """Owe the read-back of what a tap or a form has saved, in the person's direct messages."""
    work.owing.owe(
        Owed(
            channel=account,
            kind=DeliveryKind.REPLY,
            period_key=f"reply:updates:{updates[-1].id}",
            due_at=work.now,
            subject={"say": "read_back", "updates": [int(update.id) for update in updates]},
        )
    )
