"""What is said of a workstream itself; which actions belong to it stands with them."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.tables.boards import BodyRow
from storage.tables.declarative import WHOLE, TenantRow


class WorkstreamRow(TenantRow):
    """A workstream of a partnership. `name_key` is its name as compared; `is_shared`, whether other
    organisations were in its channel when the platform last said."""

    __tablename__ = "workstream"
    __table_args__ = (UniqueConstraint("partnership_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    name: Mapped[str]
    name_key: Mapped[str]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    channel: Mapped[str | None]
    is_restricted: Mapped[bool] = mapped_column(default=False)
    is_shared: Mapped[bool] = mapped_column(default=False)

    body: Mapped[BodyRow | None] = relationship(lazy=WHOLE)
