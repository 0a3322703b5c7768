"""The unit of work: one transaction on one workspace's record, with every repository on it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from bot.partnership import Workspace
from storage.plan_cache import PlanCache
from storage.plan_writes import count_writes, plan_writes
from storage.repositories.absences import AbsencesRepository
from storage.repositories.amendments import AmendmentsRepository
from storage.repositories.audit import AuditRepository
from storage.repositories.boards import BoardsRepository
from storage.repositories.closings import ClosingsRepository
from storage.repositories.dated import RecordsRepository
from storage.repositories.doubts import DoubtsRepository, MendingRepository
from storage.repositories.governance import (
    CorrectionsRepository,
    DecisionsRepository,
    ExtensionsRepository,
)
from storage.repositories.handovers import HandOversRepository
from storage.repositories.helping import HelpingRepository
from storage.repositories.inbox import HandledEvents
from storage.repositories.meetings import MeetingsRepository
from storage.repositories.messages import MessagesRepository
from storage.repositories.outages import OutagesRepository
from storage.repositories.owing import OwingRepository
from storage.repositories.partnerships import PartnershipsRepository
from storage.repositories.people import PeopleRepository
from storage.repositories.personal import PersonalRepository
from storage.repositories.plans import PlansRepository
from storage.repositories.posts import PostsRepository
from storage.repositories.prompts import PromptsRepository
from storage.repositories.reach import ReachRepository
from storage.repositories.requests import RequestsRepository
from storage.repositories.restores import RestoresRepository
from storage.repositories.retention import RetentionRepository
from storage.repositories.updates import UpdatesRepository
from storage.repositories.versions import VersionsRepository
from storage.repositories.views import ViewsRepository
from storage.repositories.workstreams import WorkstreamsRepository


class SqlUnitOfWork:
    """`bot.ports.UnitOfWork` on SQL. `now` is the one instant of the whole operation."""

    def __init__(
        self, session: Session, workspace: Workspace, now: datetime, audit_key: bytes, plan_cache: PlanCache
    ) -> None:
        self._session = session
        self._workspace = workspace
        self._now = now
        self._audit_key = audit_key
        self._plan_cache = plan_cache
        self._touched: frozenset[int] = frozenset()

    def finish(self) -> None:
        """Write what waits for the end: the audit trail, and whether it tells of every plan that was written
        to. The commit follows."""
        self.audit.write()
        written = plan_writes(self._session)
        self._touched = written.touched(self._session)
        count_writes(
            self._session,
            self._workspace.id,
            of_many=written.is_of_many or not self._touched <= self.audit.chained.keys(),
            of_people=written.is_of_people,
        )

    def committed(self) -> None:
        """Tell the kept plans which chains have only grown by what is of no plan."""
        for partnership_id, (was, now) in self.audit.chained.items():
            if partnership_id not in self._touched:
                self._plan_cache.carry(partnership_id, was, now)

    @property
    def workspace(self) -> Workspace:
        return self._workspace

    @property
    def now(self) -> datetime:
        return self._now

    @cached_property
    def partnerships(self) -> PartnershipsRepository:
        return PartnershipsRepository(self._session)

    @cached_property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self._session)

    @cached_property
    def absences(self) -> AbsencesRepository:
        return AbsencesRepository(self._session)

    @cached_property
    def handovers(self) -> HandOversRepository:
        return HandOversRepository(self._session)

    @cached_property
    def posts(self) -> PostsRepository:
        return PostsRepository(self._session)

    @cached_property
    def plans(self) -> PlansRepository:
        return PlansRepository(self._session, self._now, self._plan_cache)

    @cached_property
    def doubts(self) -> DoubtsRepository:
        return DoubtsRepository(self._session)

    @cached_property
    def mending(self) -> MendingRepository:
        return MendingRepository(self._session, self._now)

    @cached_property
    def reach(self) -> ReachRepository:
        return ReachRepository(self._session)

    @cached_property
    def messages(self) -> MessagesRepository:
        return MessagesRepository(self._session)

    @cached_property
    def updates(self) -> UpdatesRepository:
        return UpdatesRepository(self._session)

    @cached_property
    def prompts(self) -> PromptsRepository:
        return PromptsRepository(self._session)

    @cached_property
    def meetings(self) -> MeetingsRepository:
        return MeetingsRepository(self._session)

    @cached_property
    def extensions(self) -> ExtensionsRepository:
        return ExtensionsRepository(self._session)

    @cached_property
    def helping(self) -> HelpingRepository:
        return HelpingRepository(self._session)

    @cached_property
    def decisions(self) -> DecisionsRepository:
        return DecisionsRepository(self._session)

    @cached_property
    def versions(self) -> VersionsRepository:
        return VersionsRepository(self._session, self._now)

    @cached_property
    def amendments(self) -> AmendmentsRepository:
        return AmendmentsRepository(self._session)

    @cached_property
    def corrections(self) -> CorrectionsRepository:
        return CorrectionsRepository(self._session)

    @cached_property
    def boards(self) -> BoardsRepository:
        return BoardsRepository(self._session)

    @cached_property
    def workstreams(self) -> WorkstreamsRepository:
        return WorkstreamsRepository(self._session)

    @cached_property
    def views(self) -> ViewsRepository:
        return ViewsRepository(self._session)

    @cached_property
    def closings(self) -> ClosingsRepository:
        return ClosingsRepository(self._session)

    @cached_property
    def records(self) -> RecordsRepository:
        return RecordsRepository(self._session)

    @cached_property
    def personal(self) -> PersonalRepository:
        return PersonalRepository(self._session)

    @cached_property
    def retention(self) -> RetentionRepository:
        return RetentionRepository(self._session)

    @cached_property
    def requests(self) -> RequestsRepository:
        return RequestsRepository(self._session)

    @cached_property
    def owing(self) -> OwingRepository:
        return OwingRepository(self._session)

    @cached_property
    def outages(self) -> OutagesRepository:
        return OutagesRepository(self._session)

    @cached_property
    def restores(self) -> RestoresRepository:
        return RestoresRepository(self._session)

    @cached_property
    def audit(self) -> AuditRepository:
        return AuditRepository(self._session, self._audit_key)

    @cached_property
    def inbox(self) -> HandledEvents:
        return HandledEvents(self._session)
