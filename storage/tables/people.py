"""The tenants, the people they know, and the partnerships those people own together."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import DateTime, ForeignKey, String, Time, UniqueConstraint, false
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from bot.partnership import AccountKind, Cadence, Platform, Rhythm
from bot.plan import Classification
from bot.timescale import Timescale
from storage.tables.declarative import WHOLE, Row, TenantRow
from storage.tables.timescales import timescale


class WorkspaceRow(Row):
    """A tenant. `plans_version` counts the writes to its plans that no one chain of the audit tells of,
    `people_version` those to who is who in it."""

    __tablename__ = "workspace"
    __table_args__ = (UniqueConstraint("platform", "external_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[Platform]
    external_id: Mapped[str]
    name: Mapped[str]
    plans_version: Mapped[int] = mapped_column(default=0, server_default="0")
    people_version: Mapped[int] = mapped_column(default=0, server_default="0")


class OrganisationRow(TenantRow):
    """A partner organisation. `name_key` is its name as compared."""

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("workspace_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]


class PersonRow(TenantRow):
    """A person or post. `name_key` is the name as compared, so that "R. Vale" is "r vale"."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("workspace_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    is_post: Mapped[bool]
    is_active: Mapped[bool] = mapped_column(default=True)
    introduced_at: Mapped[datetime | None]
    zone: Mapped[str | None] = mapped_column(String(32))
    nation: Mapped[str | None] = mapped_column(String(32))

    employments: Mapped[list[EmploymentRow]] = relationship(lazy=WHOLE, order_by="EmploymentRow.id")
    identity: Mapped[IdentityRow | None] = relationship(lazy=WHOLE)


class EmploymentRow(TenantRow):
    """That a person works for an organisation; a person may have several."""

    __tablename__ = "person_organisation"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)

    organisation: Mapped[OrganisationRow] = relationship(lazy=WHOLE)


class IdentityRow(TenantRow):
    """Who a person is on the workspace's platform, once an officer has said so."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("workspace_id", "external_id"), UniqueConstraint("person_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    external_id: Mapped[str]
    account_kind: Mapped[AccountKind] = mapped_column(
        default=AccountKind.MEMBER, server_default=AccountKind.MEMBER.value
    )


class PartnershipRole(StrEnum):
    """What a person is to a partnership as a whole."""

    CHAIR = "chair"
    OFFICER = "officer"


class PartnershipRow(TenantRow):
    """A partnership and how it is served. `shared_channel` is the channel last seen shared with others."""

    __tablename__ = "partnership"
    __table_args__ = (UniqueConstraint("workspace_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    channel: Mapped[str | None]
    zone: Mapped[str]
    nation: Mapped[str]
    cadence: Mapped[Cadence]
    ask_at: Mapped[time] = mapped_column(Time)
    ask_working_days: Mapped[int]
    digest_weekday: Mapped[int]
    digest_at: Mapped[time] = mapped_column(Time)
    digest_late_cutoff_hours: Mapped[int]
    grace_rounds: Mapped[int]
    quiet_from: Mapped[time] = mapped_column(Time, server_default="18:00:00")
    quiet_until: Mapped[time] = mapped_column(Time, server_default="08:00:00")
    keep_years: Mapped[int] = mapped_column(default=2, server_default="2")
    channel_classification: Mapped[Classification] = mapped_column(default=Classification.UNRESTRICTED)
    posts_outside: Mapped[bool] = mapped_column(default=False, server_default=false())
    shared_channel: Mapped[str | None]

    rhythm: Mapped[Rhythm] = composite(
        Rhythm,
        "cadence",
        "ask_at",
        "ask_working_days",
        "digest_weekday",
        "digest_at",
        "digest_late_cutoff_hours",
        "grace_rounds",
        "quiet_from",
        "quiet_until",
    )
    roles: Mapped[list[PartnershipRoleRow]] = relationship(
        lazy=WHOLE, order_by="PartnershipRoleRow.position", cascade="all, delete-orphan"
    )


class PartnershipRoleRow(TenantRow):
    """A chair or board officer of a partnership, in the order they were named."""

    __tablename__ = "partnership_role"
    __table_args__ = (UniqueConstraint("partnership_id", "role", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[PartnershipRole]
    position: Mapped[int]


class MeetingRow(TenantRow):
    """One meeting of a body. `updates_by` is wall time in the partnership's own zone, so it has none."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("partnership_id", "body", "on_start", "on_end"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    body: Mapped[str]
    on: Mapped[Timescale] = timescale("on")
    papers_due_on: Mapped[date | None]
    updates_by: Mapped[datetime | None] = mapped_column(DateTime(timezone=False))
    briefing_on: Mapped[date | None]
    removed_at: Mapped[datetime | None]
