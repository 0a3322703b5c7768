"""A partnership keeps how it is served, and who chairs and runs it."""

from __future__ import annotations

from datetime import time

import pytest

from bot.errors import NotFound
from bot.partnership import Cadence, PartnershipId, Rhythm, Workspace
from storage import Record
from tests.storage.larkmere import add_partnership


def test_a_new_partnership_has_the_usual_rhythm_and_no_channel(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        added = work.partnerships.add("Larkmere", "Europe/Belfast", "northern_ireland")
    assert (added.channel, added.zone, added.nation) == (None, "Europe/Belfast", "northern_ireland")
    assert added.rhythm == Rhythm()
    assert added.chairs == added.officers == ()


def test_setting_up_replaces_everything_and_comes_back_whole(record: Record, workspace: Workspace) -> None:
    rhythm = Rhythm(Cadence.MONTHLY, time(10, 15), 5, 2, time(8, 45), 24, 3)
    with record.open_work(workspace.id) as work:
        added = add_partnership(work)
        one, two = (work.people.add(name, []).id for name in ("R Vale", "P Dale"))
        work.partnerships.set_up(added.id, channel="C0", rhythm=Rhythm(), chairs=[two], officers=[])
        work.partnerships.set_up(added.id, channel="C1", rhythm=rhythm, chairs=[two, one], officers=[one])
    with record.open_work(workspace.id, read_only=True) as work:
        kept = work.partnerships.get(added.id)
    assert (kept.channel, kept.rhythm, kept.chairs, kept.officers) == ("C1", rhythm, (two, one), (one,))


def test_a_partnership_is_found_by_name_and_by_channel(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        added = add_partnership(work, "Larkmere Mental Health")
        kept = work.partnerships.set_up(added.id, channel="C1", rhythm=Rhythm(), chairs=[], officers=[])
        assert work.partnerships.named("larkmere  mental HEALTH") == kept
        assert work.partnerships.by_channel("C1") == kept
        assert work.partnerships.named("Larkmere") is None
        assert work.partnerships.by_channel("C2") is None


def test_all_are_listed_by_name(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        names = ("Dunvale", "Larkmere", "Brookside")
        added = {name: add_partnership(work, name) for name in names}
        assert work.partnerships.all() == tuple(added[name] for name in sorted(names))


def test_an_unknown_partnership_is_not_found(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.partnerships.get(PartnershipId(99))
