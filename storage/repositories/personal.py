"""Everything keyed to one person: given to them whole, or taken out of every table.

Both go by the tables' own foreign keys, so that a table which is added later is not forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import JSON, delete, func, inspect, or_, select, update
from sqlalchemy.orm import Session

from bot.erasing import Scrub, without_words, words_in
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PersonId
from bot.personal import Erasure
from storage.repositories.keys import destroy_key
from storage.sessions import TENANT
from storage.tables.closings import ClosingEndRow
from storage.tables.conversations import MessageRow, MessageVersionRow, PromptRow, UpdateRow
from storage.tables.declarative import PlainText, Row, TenantRow
from storage.tables.deliveries import DeliveryRow, InboxRow
from storage.tables.governance import CorrectionRow, ExtensionRow, HelpRow
from storage.tables.people import EmploymentRow, IdentityRow, PersonRow, WorkspaceRow
from storage.tables.plans import MoveRow
from storage.tables.protection import ErasureRow, PersonKeyRow
from storage.tables.reach import ElsewhereRow
from storage.tables.views import ViewRow, WordingRow
from storage.writing import insert_if_new, update_if

OWN_TEXTS: tuple[tuple[type[TenantRow], str, tuple[str, ...]], ...] = (
    (UpdateRow, "person_id", ("words", "reading", "changed")),
    (ExtensionRow, "asked_by", ("reason",)),
    (ExtensionRow, "decided_by", ("answer",)),
    (HelpRow, "asked_by", ("words",)),
    (HelpRow, "answered_by", ("answer",)),
    (CorrectionRow, "corrected_by", ("reason",)),
    (MoveRow, "moved_by", ("reason",)),
    (ClosingEndRow, "said_by", ("words",)),
    (ViewRow, "asked_by", ("matter",)),
    (WordingRow, "said_by", ("words",)),
)
"""Where a person's own words stand: the table, the column that says whose they are, and the texts."""


class PersonalRepository:
    """`bot.ports.Personal` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def held(self, person_id: PersonId) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = {}
        for table, rows in self._rows_of(person_id):
            found.setdefault(table.__tablename__, []).extend(_plain(row) for row in rows)
        return found

    def _rows_of(self, person_id: PersonId) -> Iterator[tuple[type[Row], list[Any]]]:
        person = list(self._session.scalars(select(PersonRow).where(PersonRow.id == person_id)))
        if not person:
            raise NotFound("person")
        yield PersonRow, person
        for table in tenant_tables():
            columns = _pointing_at_people(table)
            if columns and table is not PersonKeyRow:
                keyed = or_(*(column == person_id for column in columns))
                if rows := list(self._session.scalars(select(table).where(keyed))):
                    yield table, rows
        ids = select(MessageRow.id).where(MessageRow.author_id == person_id)
        versions = select(MessageVersionRow).where(MessageVersionRow.message_id.in_(ids))
        if rows := list(self._session.scalars(versions)):
            yield MessageVersionRow, rows
        sent = select(DeliveryRow).where(DeliveryRow.channel.in_(self._addresses(person_id)))
        if rows := list(self._session.scalars(sent)):
            yield DeliveryRow, rows

    def erasure(self, person_id: PersonId) -> Erasure | None:
        row = self._session.scalars(
            select(ErasureRow)
            .where(ErasureRow.person_id == person_id)
            .execution_options(populate_existing=True)
        ).one_or_none()
        if row is None:
            return None
        confirmed_by = None if row.confirmed_by is None else PersonId(row.confirmed_by)
        return Erasure(person_id, PersonId(row.asked_by), row.asked_at, confirmed_by, row.confirmed_at)

    def ask(self, person_id: PersonId, by: PersonId, at: datetime) -> Erasure:
        insert_if_new(self._session, ErasureRow, person_id=person_id, asked_by=by, asked_at=at)
        found = self.erasure(person_id)
        if found is None:
            raise NotFound("the erasure that was just asked for")
        return found

    def confirm(self, person_id: PersonId, by: PersonId, at: datetime) -> None:
        waits = (ErasureRow.person_id == person_id, ErasureRow.confirmed_by.is_(None))
        if not update_if(self._session, ErasureRow, *waits, confirmed_by=by, confirmed_at=at):
            raise AlreadySettled("erased")

    def erase(self, person_id: PersonId, pseudonym: str) -> None:
        person = self._session.scalars(select(PersonRow).where(PersonRow.id == person_id)).one_or_none()
        if person is None:
            raise NotFound("person")
        account = self._account(person_id) or ""
        scrub = Scrub(person.name, account, pseudonym, self._words_of(person_id))
        self._forget_answers(self._addresses(person_id), pseudonym)
        self._forget_messages(person_id, pseudonym)
        self._forget_own_texts(person_id)
        for table in (IdentityRow, EmploymentRow, ElsewhereRow):
            self._session.execute(delete(table).where(table.person_id == person_id))
        if account:
            self._forget_events(account)
        destroy_key(self._session, person_id)
        person.name, person.name_key, person.is_active = pseudonym, pseudonym.casefold(), False
        self._session.flush()
        self._session.expire_all()
        self._scrub_everywhere(scrub)

    def _words_of(self, person_id: PersonId) -> list[str]:
        """Everything this person wrote, as it stands anywhere of their own."""
        ids = select(MessageRow.id).where(MessageRow.author_id == person_id)
        texts = list(
            self._session.scalars(select(MessageVersionRow.text).where(MessageVersionRow.message_id.in_(ids)))
        )
        for table, whose, columns in OWN_TEXTS:
            for row in self._session.scalars(select(table).where(getattr(table, whose) == person_id)):
                for column in columns:
                    texts += words_in(getattr(row, column))
        return texts

    def _forget_messages(self, person_id: PersonId, pseudonym: str) -> None:
        for message in self._session.scalars(select(MessageRow).where(MessageRow.author_id == person_id)):
            self._session.execute(delete(MessageVersionRow).where(MessageVersionRow.message_id == message.id))
            message.author_external_id = pseudonym
            if message.channel.startswith("D"):
                message.channel = f"{pseudonym}, {message.id}"
        for prompt in self._session.scalars(select(PromptRow).where(PromptRow.person_id == person_id)):
            prompt.channel = prompt.ts = None
        for view in self._session.scalars(select(ViewRow).where(ViewRow.put_to == person_id)):
            view.channel = view.ts = view.reminder_ts = None

    def _forget_answers(self, addresses: Sequence[str], pseudonym: str) -> None:
        """Empty what was written to this person, and take their addresses off it."""
        for number, address in enumerate(addresses):
            nobodys = f"{pseudonym}, {number}"
            key = func.replace(DeliveryRow.period_key, address, nobodys)
            sent = update(DeliveryRow).where(DeliveryRow.channel == address)
            sent = sent.values(body=None, channel=nobodys, period_key=key)
            self._session.execute(sent.execution_options(synchronize_session=False))

    def _forget_own_texts(self, person_id: PersonId) -> None:
        for table, whose, columns in OWN_TEXTS:
            for row in self._session.scalars(select(table).where(getattr(table, whose) == person_id)):
                for column in columns:
                    setattr(row, column, without_words(getattr(row, column)))
        self._session.flush()

    def _scrub_everywhere(self, scrub: Scrub) -> None:
        """Take the name, the account and the words out of whatever else holds them."""
        for table in tenant_tables():
            for row in self._session.scalars(select(table)):
                for name in _texts(table):
                    held = getattr(row, name)
                    if (now := scrub.anywhere(held)) != held:
                        setattr(row, name, now)
            self._session.flush()

    def _forget_events(self, account: str) -> None:
        """Empty what is kept of this account's events, which belong to no workspace's table."""
        team = select(WorkspaceRow.external_id).where(WorkspaceRow.id == self._session.info[TENANT])
        theirs = (InboxRow.author == account, InboxRow.team == self._session.scalars(team).one())
        emptied = update(InboxRow).where(*theirs).values(author="", body="")
        self._session.execute(emptied.execution_options(synchronize_session=False))

    def _addresses(self, person_id: PersonId) -> list[str]:
        """Where this person is written to: their account, and the direct messages they wrote in."""
        own = select(MessageRow.channel).where(
            MessageRow.author_id == person_id, MessageRow.channel.startswith("D", autoescape=True)
        )
        account = self._account(person_id)
        return [*([account] if account else []), *self._session.scalars(own.distinct())]

    def _account(self, person_id: PersonId) -> str | None:
        found = select(IdentityRow.external_id).where(IdentityRow.person_id == person_id)
        return self._session.scalars(found).one_or_none()


def tenant_tables() -> list[type[TenantRow]]:
    """Every table of a workspace but the audit trail, which holds nobody's words and is never rewritten."""
    return [
        mapper.class_
        for mapper in sorted(Row.registry.mappers, key=lambda mapper: mapper.class_.__name__)
        if issubclass(mapper.class_, TenantRow) and not mapper.class_.__tablename__.startswith("audit_")
    ]


def _pointing_at_people(table: type[Row]) -> list[Any]:
    people = PersonRow.__table__
    mapper = inspect(table)
    return [
        mapper.get_property_by_column(column).class_attribute
        for column in mapper.local_table.columns
        if any(key.column.table is people for key in column.foreign_keys)
    ]


def _texts(table: type[Row]) -> list[str]:
    """The attributes that may hold words: text and JSON."""
    mapper = inspect(table)
    return [
        mapper.get_property_by_column(column).key
        for column in mapper.local_table.columns
        if isinstance(column.type, PlainText | JSON)
    ]


def _plain(row: Any) -> dict[str, object]:
    mapper = inspect(type(row))
    named = {
        column.name: getattr(row, mapper.get_property_by_column(column).key)
        for column in mapper.local_table.columns
        if column.name != TENANT
    }
    return {name: _value(value) for name, value in named.items()}


def _value(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
