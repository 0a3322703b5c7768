"""Who is who, kept between units of work, is never older than what was written, whoever wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from bot.errors import NotFound
from bot.partnership import AccountKind, Partnership, Person, Rhythm, Workspace
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.timescale import Timescale
from storage import Record
from storage.engine import open_engine
from storage.people_cache import PeopleCache
from storage.plan_writes import PEOPLE_ROWS
from storage.tables.people import EmploymentRow, OrganisationRow
from tests.databases import AUDIT_KEY, StoppedClock
from tests.storage.larkmere import NOW, add_plan
from tests.storage.statements import statements_sent

TODAY = NOW.date()
ACCOUNT = "U0LEAD"


class Place:
    """What there is at first, as ids."""

    def __init__(self, work: UnitOfWork) -> None:
        self.plan: ActionPlan = work.plans.go_live(add_plan(work).id, work.now)
        self.partnership = self.plan.partnership_id
        self.lead = self.plan.actions[0].leads[0].person_id
        self.other = work.people.add("A Stand-in", ()).id
        work.people.bind(self.lead, ACCOUNT)


Look = Callable[[UnitOfWork, Place], object]
Write = Callable[[UnitOfWork, Place], object]


def person(work: UnitOfWork, place: Place) -> Person:
    return work.people.get(place.lead)


def account(work: UnitOfWork, _place: Place) -> Person | None:
    return work.people.by_identity(ACCOUNT)


def partnership(work: UnitOfWork, place: Place) -> Partnership:
    return work.partnerships.get(place.partnership)


def leads(work: UnitOfWork, _place: Place) -> object:
    (plan,) = work.plans.live()
    return plan.actions[0].leads, plan.actions[0].deputies


def away(work: UnitOfWork, place: Place) -> None:
    noted = work.absences.add(place.lead, TODAY, TODAY, place.lead, NOW)
    work.absences.stand_in(noted.id, place.other)


WRITES: dict[str, tuple[Look, Write]] = {
    "a name": (person, lambda work, place: work.personal.erase(place.lead, "Person 1 (erased)")),
    "an account": (account, lambda work, place: work.people.bind(place.lead, "U0OTHER")),
    "its kind": (account, lambda work, place: work.people.set_account_kind(place.lead, AccountKind.GUEST)),
    "leaving": (person, lambda work, place: work.people.set_active(place.lead, is_active=False)),
    "an introduction": (person, lambda work, place: work.people.introduced(place.lead, NOW)),
    "an employer": (person, lambda work, place: work.people.add(person(work, place).name, ["A new body"])),
    "a zone": (person, lambda work, place: work.people.keeps_time_of(place.lead, "Europe/Dublin")),
    "somebody new": (
        lambda work, _place: work.people.all(),
        lambda work, _place: work.people.add("A Newcomer", ["A new body"]),
    ),
    "among all, somebody introduced": (
        lambda work, _place: work.people.all(),
        lambda work, place: work.people.introduced(place.lead, NOW),
    ),
    "a role": (
        partnership,
        lambda work, place: work.partnerships.set_up(
            place.partnership, channel="C9", rhythm=Rhythm(), chairs=[place.other], officers=[]
        ),
    ),
    "a partnership": (
        lambda work, _place: work.partnerships.all(),
        lambda work, _place: work.partnerships.add("Another", "Europe/London", "wales"),
    ),
    "a channel": (
        lambda work, _place: work.partnerships.by_channel("C9"),
        lambda work, place: work.partnerships.set_up(
            place.partnership, channel="C9", rhythm=Rhythm(), chairs=[], officers=[]
        ),
    ),
    "who may see it": (
        partnership,
        lambda work, place: work.partnerships.post_outside(place.partnership, is_allowed=True),
    ),
    "a meeting": (
        lambda work, place: work.meetings.of(place.partnership),
        lambda work, place: work.meetings.add(
            place.partnership, "Board", Timescale.of_day(date(2026, 12, 1), "1 Dec"), None, None
        ),
    ),
    "a post": (
        leads,
        lambda work, place: work.posts.fill(place.lead, place.other, place.lead, NOW, from_on=TODAY),
    ),
    "a deputy": (leads, away),
}


@pytest.fixture
def place(record: Record, workspace: Workspace) -> Place:
    with record.open_work(workspace.id) as work:
        return Place(work)


@pytest.fixture
def other(record: Record, database_url: str, clock: StoppedClock) -> Iterator[Record]:
    """Another replica on the same database."""
    del record
    replica = Record(open_engine(database_url), clock, AUDIT_KEY)
    yield replica
    replica.close()


@pytest.mark.parametrize("what", WRITES)
def test_what_another_process_wrote_is_seen(
    record: Record, other: Record, workspace: Workspace, place: Place, what: str
) -> None:
    look, write = WRITES[what]
    with record.open_work(workspace.id, read_only=True) as work:
        before = look(work, place)
    with other.open_work(workspace.id) as work:
        look(work, place)
        write(work, place)
    with other.open_work(workspace.id) as work:
        after = look(work, place)
    assert after != before
    with record.open_work(workspace.id) as work:
        assert look(work, place) == after


def test_it_is_read_once_while_nothing_changes(record: Record, workspace: Workspace, place: Place) -> None:
    def look(work: UnitOfWork) -> None:
        for what, _ in WRITES.values():
            what(work, place)

    with record.open_work(workspace.id, read_only=True) as work:
        look(work)
    with record.open_work(workspace.id) as work, statements_sent() as sent:
        look(work)
    read = [one for one in sent if " FROM audit_head " not in one]
    assert read == [], "only whether anything of the plans has happened is asked"


def test_what_was_undone_is_not_kept(record: Record, workspace: Workspace, place: Place) -> None:
    def fail(work: UnitOfWork) -> None:
        work.people.set_active(place.lead, is_active=False)
        assert not person(work, place).is_active
        raise NotFound("the rest of it")

    with pytest.raises(NotFound), record.open_work(workspace.id) as work:
        fail(work)
    with record.open_work(workspace.id, read_only=True) as work:
        assert person(work, place).is_active


def test_who_began_before_a_change_does_not_share_what_they_read() -> None:
    cache = PeopleCache()
    early = cache.shelf(1, 1)
    assert cache.shelf(1, 1) is early
    late = cache.shelf(1, 2)
    assert cache.shelf(1, 1) is not early
    assert cache.shelf(1, 2) is late
    assert cache.shelf(2, 2) is not late


def test_every_row_that_is_read_is_counted() -> None:
    assert {EmploymentRow, OrganisationRow} < set(PEOPLE_ROWS)
