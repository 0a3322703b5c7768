"""The key of each person's words in the audit trail: made on first use, destroyed with an erasure."""

from __future__ import annotations

import secrets

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.partnership import PersonId
from storage.tables.protection import PersonKeyRow
from storage.writing import insert_if_new, update_if

KEY_BYTES = 32

_KEY = select(PersonKeyRow.key).where(PersonKeyRow.person_id == bindparam("person"))


def key_of(session: Session, person_id: PersonId) -> str:
    """The person's key in hexadecimal; empty when it was destroyed, and then nothing of theirs is hashed."""
    key = session.scalars(_KEY, {"person": person_id}).one_or_none()
    if key is not None:
        return key
    made = secrets.token_hex(KEY_BYTES)
    if insert_if_new(session, PersonKeyRow, person_id=person_id, key=made):
        return made
    return session.scalars(_KEY, {"person": person_id}).one()


def destroy_key(session: Session, person_id: PersonId) -> None:
    """Make the hashes of this person's words worthless; the chain holds, since it is made of the hashes."""
    key_of(session, person_id)
    update_if(session, PersonKeyRow, PersonKeyRow.person_id == person_id, key="")
