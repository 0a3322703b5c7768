"""The audit event of an update: what it changed, without anybody's words."""

from __future__ import annotations

from bot.changes import AuditEvent, Change, Stored, Verb
from bot.conversation import UpdateId
from bot.partnership import Partnership, Person, PersonId
from bot.ports import UnitOfWork

WORDS = frozenset(
    {
        *("narrative", "blocker", "path_to_green", "status_text"),
        *("rag_reason", "waiting_for", "help_from", "status_reason", "workstream"),
    }
)
"""Fields that hold a person's words, of which the audit keeps none."""


def audit(
    work: UnitOfWork,
    partnership: Partnership,
    verb: Verb,
    person: Person,
    update_id: UpdateId,
    *,
    values: dict[str, object] | None = None,
    words: str | None = None,
    words_of: PersonId | None = None,
) -> None:
    """Put one event on the partnership's chain; `words_of` says whose the words are, if not the actor's."""
    subject = f"update:{update_id}"
    event = AuditEvent(
        partnership.id, verb, person.id, subject, values or {}, words=words or None, words_of=words_of
    )
    work.audit.append(event, work.now)


def audited(changes: tuple[Change, ...]) -> dict[str, object]:
    """The changes without anybody's words: of a text only that it changed, of a timescale only its days."""
    return {one.field: True if one.field in WORDS else [_bare(one.was), _bare(one.now)] for one in changes}


def _bare(value: Stored) -> object:
    return {key: held for key, held in value.items() if key != "words"} if isinstance(value, dict) else value
