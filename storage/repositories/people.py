"""People and posts, their employers, and who they are on the platform."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from bot.errors import IdentityTaken, NotFound
from bot.partnership import AccountKind, Nation, Organisation, OrganisationId, Person, PersonId
from storage.names import name_key
from storage.people_cache import read_once
from storage.references import seen
from storage.tables.people import EmploymentRow, IdentityRow, OrganisationRow, PersonRow
from storage.writing import insert_if_new

WHOLE_PERSON = (
    selectinload(PersonRow.employments).joinedload(EmploymentRow.organisation),
    selectinload(PersonRow.identity),
)


def to_value(row: PersonRow) -> Person:
    """The person a row tells of."""
    return Person(
        id=PersonId(row.id),
        name=row.name,
        organisations=organisations_of(row),
        is_post=row.is_post,
        external_id=row.identity.external_id if row.identity else None,
        is_active=row.is_active,
        introduced_at=row.introduced_at,
        zone=row.zone,
        nation=cast("Nation | None", row.nation),  # only `works_in` writes it, from a Nation
        account_kind=row.identity.account_kind if row.identity else AccountKind.MEMBER,
    )


def organisations_of(row: PersonRow) -> tuple[Organisation, ...]:
    """A person's employers, in the order they became known."""
    return tuple(
        Organisation(OrganisationId(employment.organisation.id), employment.organisation.name)
        for employment in row.employments
    )


class PeopleRepository:
    """`bot.ports.People` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[PersonId, Person] = {}

    def get(self, person_id: PersonId) -> Person:
        """The person of this id, read once a unit of work: the same few are asked for again and again."""
        if person_id not in self._known:
            self._known[person_id] = read_once(
                self._session, ("person", person_id), lambda: to_value(self._row(person_id))
            )
            seen(self._session, PersonRow, (person_id,))
        return self._known[person_id]

    def all(self) -> tuple[Person, ...]:
        everybody = select(PersonRow).order_by(PersonRow.name_key, PersonRow.id)
        return read_once(self._session, ("everybody",), lambda: self._values(everybody))

    def named(self, name: str) -> tuple[Person, ...]:
        return self._values(select(PersonRow).where(PersonRow.name_key == name_key(name)))

    def by_identity(self, external_id: str) -> Person | None:
        def read() -> Person | None:
            of_account = IdentityRow.external_id == external_id
            found = self._values(select(PersonRow).join(PersonRow.identity).where(of_account))
            return found[0] if found else None

        person = read_once(self._session, ("account", external_id), read)
        if person is not None:
            seen(self._session, PersonRow, (person.id,))
        return person

    def add(self, name: str, organisations: Sequence[str], *, is_post: bool = False) -> Person:
        return self.add_all([(name, organisations, is_post)])[0]

    def add_all(self, people: Sequence[tuple[str, Sequence[str], bool]]) -> tuple[Person, ...]:
        """Add many people (name, organisations, whether a post) in order; each as `add` would."""
        self._known.clear()
        for name, organisations, is_post in people:
            insert_if_new(
                self._session,
                PersonRow,
                name=" ".join(name.split()),
                name_key=name_key(name),
                is_post=is_post,
                is_active=True,
            )
            for organisation in organisations:
                self._employ(name_key(name), organisation)
        keys = {name_key(name) for name, _, _ in people}
        found = self._session.scalars(_whole(select(PersonRow).where(PersonRow.name_key.in_(keys))))
        by_key = {row.name_key: to_value(row) for row in found}
        return tuple(by_key[name_key(name)] for name, _, _ in people)

    def bind(self, person_id: PersonId, external_id: str) -> Person:
        holder = self.by_identity(external_id)
        if holder is not None and holder.id != person_id:
            raise IdentityTaken(holder.name)
        row = self._row(person_id)
        if row.identity is None:
            if not insert_if_new(self._session, IdentityRow, person_id=person_id, external_id=external_id):
                raise IdentityTaken(row.name)
        else:
            row.identity.external_id = external_id
            row.identity.account_kind = AccountKind.MEMBER
        self._session.flush()
        self._known.clear()
        return self.get(person_id)

    def introduced(self, person_id: PersonId, at: datetime) -> None:
        self._row(person_id).introduced_at = at
        self._session.flush()
        self._known.clear()

    def set_active(self, person_id: PersonId, *, is_active: bool) -> None:
        self._row(person_id).is_active = is_active
        self._session.flush()
        self._known.clear()

    def keeps_time_of(self, person_id: PersonId, zone: str) -> None:
        self._row(person_id).zone = zone
        self._session.flush()
        self._known.clear()

    def works_in(self, person_id: PersonId, nation: Nation) -> None:
        self._row(person_id).nation = nation
        self._session.flush()
        self._known.clear()

    def set_account_kind(self, person_id: PersonId, kind: AccountKind) -> None:
        identity = self._row(person_id).identity
        if identity is None:
            raise NotFound("account")
        identity.account_kind = kind
        self._session.flush()
        self._known.clear()

    def _employ(self, person_key: str, organisation: str) -> None:
        key = name_key(organisation)
        insert_if_new(self._session, OrganisationRow, name=" ".join(organisation.split()), name_key=key)
        insert_if_new(
            self._session,
            EmploymentRow,
            person_id=self._session.scalars(
                select(PersonRow.id).where(PersonRow.name_key == person_key)
            ).one(),
            organisation_id=self._session.scalars(
                select(OrganisationRow.id).where(OrganisationRow.name_key == key)
            ).one(),
        )

    def _row(self, person_id: PersonId) -> PersonRow:
        row = self._session.scalars(_whole(select(PersonRow).where(PersonRow.id == person_id))).one_or_none()
        if row is None:
            raise NotFound("person")
        return row

    def _values(self, query: Select[PersonRow]) -> tuple[Person, ...]:
        return tuple(to_value(row) for row in self._session.scalars(_whole(query)))


def _whole(query: Select[PersonRow]) -> Select[PersonRow]:
    return query.options(*WHOLE_PERSON).execution_options(populate_existing=True)
