"""Every version of what people wrote is kept, in the order it was written, whatever order it came in."""

from __future__ import annotations

import pytest

from bot.conversation import MessageId
from bot.errors import NotFound
from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import said


def test_a_message_is_kept_once_however_often_it_arrives(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first, was_new = work.messages.keep(said("1.4 done"))
        assert was_new
        assert work.messages.keep(said("1.4 done")) == (first, False)
        assert work.messages.get(first).versions == ("1.4 done",)


def test_an_edit_is_a_new_version_of_the_same_message(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first, _ = work.messages.keep(said("1.4 done", thread_ts="1789.1"))
        assert work.messages.keep(said("1.5 done", edited_ts="1790000060.0001")) == (first, True)
        assert work.messages.keep(said("1.6 done", edited_ts="1790000120.0001")) == (first, True)
        assert work.messages.keep(said("1.6 done", edited_ts="1790000120.0001")) == (first, False)
        kept = work.messages.get(first)
    assert kept.versions == ("1.4 done", "1.5 done", "1.6 done")
    assert kept.thread_ts == "1789.1"
    assert not kept.is_deleted


def test_an_edit_that_overtakes_its_original_stays_the_newest(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first, _ = work.messages.keep(said("1.5 done", edited_ts="1790000060.0001"))
        assert work.messages.keep(said("1.4 done")) == (first, False), "there is nothing new to hear in it"
        assert work.messages.keep(said("1.4 don", edited_ts="1790000030.0001")) == (first, False)
        assert work.messages.get(first).versions == ("1.4 done", "1.4 don", "1.5 done")


def test_a_message_deleted_before_it_arrived_is_kept_and_not_heard(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        first, was_new = work.messages.keep(said("1.4 done", edited_ts="1790000060.0001", is_deleted=True))
        assert was_new
        assert work.messages.keep(said("1.4 done")) == (first, False)
        assert work.messages.get(first).versions == ("1.4 done",)


def test_a_deletion_keeps_the_versions_and_says_so(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first, _ = work.messages.keep(said("1.4 done"))
        assert work.messages.keep(said("", is_deleted=True)) == (first, True)
        assert work.messages.keep(said("", is_deleted=True)) == (first, False)
        kept = work.messages.get(first)
    assert kept.versions == ("1.4 done",)
    assert kept.is_deleted


def test_a_message_is_found_by_where_it_stands(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        author = work.people.add("R Vale", []).id
        first, _ = work.messages.keep(said("1.4 done", author=author))
        kept = work.messages.find("D1", "1790000000.000100")
        assert kept == work.messages.get(first)
        assert kept is not None
        assert kept.author == author
        assert work.messages.latest_by(author, 2) == (kept,)
        assert work.messages.find("D2", "1790000000.000100") is None
        with pytest.raises(NotFound):
            work.messages.get(MessageId(99))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("a\x00b", "ab"), ("half \ud83d a pair", "half ? a pair"), ("שלום 👩‍⚕️ e\u0301", "שלום 👩‍⚕️ e\u0301")],
)
def test_what_no_database_holds_is_left_out_and_the_rest_kept(
    record: Record, workspace: Workspace, written: str, kept: str
) -> None:
    with record.open_work(workspace.id) as work:
        message_id, _ = work.messages.keep(said(written))
    with record.open_work(workspace.id) as work:
        assert work.messages.get(message_id).versions == (kept,)
