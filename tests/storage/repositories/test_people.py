"""People are known by name, however it is written, and by identity once an officer has said so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import IdentityTaken, NotFound
from bot.partnership import PersonId, Platform, Workspace
from storage import Record
from tests.storage.statements import statements_sent


def test_a_person_is_found_however_the_initials_are_written(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        added = work.people.add("R. Vale", ["Larkmere Council"])
    with record.open_work(workspace.id, read_only=True) as work:
        for written in ("R Vale", "r vale", "R.Vale", "  R.   VALE "):
            assert work.people.named(written) == (added,)
        assert work.people.named("R Dale") == ()


def test_the_same_name_is_the_same_person_with_the_employers_of_both(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        first = work.people.add("R. Vale", ["Larkmere Council"])
        again = work.people.add("r vale", ["Dunvale NHS Trust", "larkmere council"])
    assert again.id == first.id
    assert again.name == "R. Vale"
    assert [organisation.name for organisation in again.organisations] == [
        "Larkmere Council",
        "Dunvale NHS Trust",
    ]


def test_two_people_of_one_employer_share_the_organisation(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one = work.people.add("R Vale", ["Larkmere Council"])
        other = work.people.add("P Dale", ["Larkmere Council"])
    assert one.organisations == other.organisations


def test_a_post_is_kept_as_a_post(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        assert work.people.add("Team managers", [], is_post=True).is_post


def test_binding_says_who_a_person_is_on_the_platform(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        person = work.people.add("R Vale", [])
        assert work.people.by_identity("U1") is None
        bound = work.people.bind(person.id, "U1")
    assert bound.external_id == "U1"
    with record.open_work(workspace.id) as work:
        assert work.people.by_identity("U1") == bound
        assert work.people.bind(person.id, "U1") == bound
        assert work.people.bind(person.id, "U2").external_id == "U2"
        assert work.people.by_identity("U1") is None


def test_nobody_is_bound_to_another_persons_identity(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        work.people.bind(work.people.add("R Vale", []).id, "U1")
        other = work.people.add("P Dale", [])
        with pytest.raises(IdentityTaken) as taken:
            work.people.bind(other.id, "U1")
        assert taken.value.name == "R Vale"
        assert work.people.get(other.id).external_id is None


def test_one_identity_may_mean_different_people_in_two_workspaces(
    record: Record, workspace: Workspace
) -> None:
    elsewhere = record.workspaces.of(Platform.SLACK, "T2")
    with record.open_work(workspace.id) as work:
        here = work.people.bind(work.people.add("R Vale", []).id, "U1")
    with record.open_work(elsewhere.id) as work:
        there = work.people.bind(work.people.add("P Dale", []).id, "U1")
        assert work.people.by_identity("U1") == there != here


def test_an_introduction_is_remembered(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        person = work.people.add("R Vale", [])
        assert person.introduced_at is None
        work.people.introduced(person.id, work.now + timedelta(hours=1))
        assert work.people.get(person.id).introduced_at == work.now + timedelta(hours=1)


def test_a_person_is_read_once_a_unit_of_work(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        person = work.people.add("R Vale", [])
    with record.open_work(workspace.id) as work, statements_sent() as sent:
        work.people.get(person.id)
        asked = len(sent)
        assert work.people.get(person.id) == person
        assert len(sent) == asked > 0
        assert work.people.bind(person.id, "U1") == work.people.get(person.id) != person


def test_everybody_is_listed_by_name(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        for name in ("R Vale", "A Brook", "P Dale"):
            work.people.add(name, [])
        assert [person.name for person in work.people.all()] == ["A Brook", "P Dale", "R Vale"]


def test_an_unknown_person_is_not_found(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.people.get(PersonId(99))
