"""The unit of work: one transaction on one workspace's record, with every repository on it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from bot.partnership import Workspace
from storage.repositories.meetings import MeetingsRepository
from storage.repositories.partnerships import PartnershipsRepository
from storage.repositories.people import PeopleRepository
from storage.repositories.plans import PlansRepository


class SqlUnitOfWork:
    """`bot.ports.UnitOfWork` on SQL. `now` is the one instant of the whole operation."""

    def __init__(self, session: Session, workspace: Workspace, now: datetime) -> None:
        self._session = session
        self.workspace = workspace
        self.now = now

    @cached_property
    def partnerships(self) -> PartnershipsRepository:
        return PartnershipsRepository(self._session)

    @cached_property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self._session)

    @cached_property
    def plans(self) -> PlansRepository:
        return PlansRepository(self._session)

    @cached_property
    def meetings(self) -> MeetingsRepository:
        return MeetingsRepository(self._session)
