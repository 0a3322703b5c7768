"""When a kept event has failed for good, its author and the board officers are told; the words stay kept."""

from __future__ import annotations

import json

from bot.delivery import InboxEvent
from bot.partnership import Platform
from bot.phrases import faults
from bot.services import Services
from bot.services.context.notices import notify_at
from bot.services.persons.losses import officers_concerned


def tell_of_failure(services: Services, event: InboxEvent) -> None:
    """Owe a notice to whoever wrote the message and to every board officer it can concern."""
    author = _author(event)
    if author is None:
        return
    workspace = services.workspaces.of(Platform.SLACK, event.team)
    with services.open_work(workspace.id) as work:
        key = f"given-up:{event.key}"
        subject: dict[str, object] = {"say": "given_up"}
        notify_at(work, None, author, key, subject, body=faults.not_read())
        person = work.people.by_identity(author)
        notice = faults.message_given_up(person.name if person else "somebody I do not know")
        for officer in officers_concerned(work, author) - {author}:
            notify_at(work, None, officer, key, subject, body=notice)
    services.wake()


def _author(event: InboxEvent) -> str | None:
    said = json.loads(event.body).get("event") or {}
    author = (said.get("message") or said.get("previous_message") or said).get("user")
    return str(author) if author else None
