"""A message is heard in three steps: gather what is known, read it, apply what it says.

`gather` and `apply` each run in a transaction of their own; `read` runs in none, because reading is slow.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation import Said
from bot.delivery import DeliveryKind, Owed
from bot.language.reading import Context, Kind, Outcome, Reading
from bot.partnership import Person
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was known when a message came in."""

    person: Person | None
    context: Context


def gather(work: UnitOfWork, said: Said) -> Hearing:
    """Who speaks, and what the reader needs to know."""
    return Hearing(work.people.by_identity(said.author_external_id), Context())


def read(hearing: Hearing, said: Said) -> Reading:  # noqa: ARG001 - the reader joins in the next commit
    """What the words say. Opens no transaction."""
    return Reading(Kind.OTHER, Outcome.NOT_UNDERSTOOD)


def apply(
    work: UnitOfWork,
    said: Said,
    hearing: Hearing,
    reading: Reading,  # noqa: ARG001 - see above
) -> None:
    """Keep the message and everything that follows from it, and owe the answer."""
    message_id, is_new = work.messages.keep(said)
    if not is_new:
        return
    subject: dict[str, object] = (
        {"say": "help", "person": hearing.person.id} if hearing.person else {"say": "unknown_person"}
    )
    version = len(work.messages.get(message_id).versions) - 1
    work.owing.owe(
        Owed(
            channel=said.author_external_id,
            kind=DeliveryKind.REPLY,
            period_key=f"reply:{said.channel}:{said.ts}:{version}",
            due_at=work.now,
            subject=subject,
        )
    )
