"""One person's rights, on both databases: everything held of them, and nothing of them anywhere after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from bot.card import Card, Line
from bot.changes import AuditEvent, Verb
from bot.conversation import FieldChange, UpdateState
from bot.delivery import DeliveryKind, Owed
from bot.errors import NotAllowed
from bot.partnership import Person, Rhythm, Workspace
from bot.permissions import can_erase
from bot.ports import UnitOfWork
from bot.services.arrangements import set_up
from bot.services.keeping import personal
from bot.views import Capacity
from storage import Record
from storage.engine import open_engine
from storage.repositories.personal import tenant_tables
from storage.tables import metadata
from storage.tables.audit import AuditEventRow
from storage.tables.protection import PersonKeyRow
from tests.storage.everywhere import found_in
from tests.storage.larkmere import BOARD, GREEN, NOVEMBER, NOW, add_plan, said

WORDS = "waiting for the mortgage valuation of the annexe"
OWN_VIEW = "slow yet"
"""Too short to be looked for where it is not known to be theirs."""
ACCOUNT = "UVALE77"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def people(record: Record, workspace: Workspace) -> dict[str, Person]:
    """R Vale has spoken, by message, in a request and in what others were sent; two sit on the board."""
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        vale = work.people.bind(work.people.named("R Vale")[0].id, ACCOUNT)
        chair, officer = (work.people.add(name, ()) for name in ("A Merrin", "P Lowell"))
        set_up.set_up(
            work,
            plan.partnership_id,
            actor=None,
            channel="C1",
            rhythm=Rhythm(),
            chairs=[chair.id],
            officers=[officer.id],
        )
        _speaks(work, vale)
    return {"vale": vale, "chair": chair, "officer": officer}


def _speaks(work: UnitOfWork, vale: Person) -> None:
    plan = work.plans.all()[0]
    action = plan.actions[0]
    text = f"1.1 amber, {WORDS}"
    message, _new = work.messages.keep(
        said(text, author=vale.id, author_external_id=ACCOUNT, channel="DVALE")
    )
    work.messages.keep(
        said(
            text + " still",
            author=vale.id,
            author_external_id=ACCOUNT,
            channel="DVALE",
            edited_ts="1790000009.1",
        )
    )
    update = work.updates.add(
        message_id=message,
        person_id=vale.id,
        plan_id=plan.id,
        action_id=action.id,
        candidates=(),
        reading=replace(GREEN, words=text, blocker=WORDS),
        words=text,
        state=UpdateState.PROPOSED,
        route=said(text).route,
        at=NOW,
    )
    work.updates.settle(
        update,
        UpdateState.CONFIRMED,
        NOW,
        vale.id,
        [FieldChange("rag", "amber", "green"), FieldChange("blocker", None, WORDS)],
    )
    work.extensions.add(action.id, vale.id, None, NOVEMBER, WORDS, NOW)
    meeting = work.meetings.add(plan.partnership_id, "Board", BOARD, None, None)
    asked = (plan.partnership_id, meeting.id, vale.id, "carers", plan.id)
    view = work.views.ask(*asked, action.id, "", vale.id, NOW, NOW)
    work.views.put([view.id], vale.id, NOW)
    work.views.posted([view.id], "DVALE", "1.1", is_reminder=False)
    work.views.say(view.id, OWN_VIEW, vale.id, Capacity.OWN, NOW)
    work.views.ask(*asked, None, WORDS, vale.id, NOW, NOW)
    card = Card(f'R Vale: "{WORDS}"', (Line(f"Blocker of R Vale: {WORDS[:43]}…"),))
    for channel in (ACCOUNT, "DVALE", "C1"):
        work.owing.owe(
            Owed(channel, DeliveryKind.REPLY, f"k{channel}", NOW, {"say": "x", "to": ACCOUNT}, body=card)
        )


def erased(record: Record, workspace: Workspace, people: dict[str, Person]) -> None:
    with record.open_work(workspace.id) as work:
        personal.ask_erasure(work, people["vale"], people["chair"])
    with record.open_work(workspace.id) as work:
        personal.confirm_erasure(work, people["vale"], people["officer"])


def test_everything_held_of_a_person_is_in_one_piece(
    record: Record, workspace: Workspace, people: dict[str, Person]
) -> None:
    with record.open_work(workspace.id) as work:
        held = personal.held(work, people["vale"])
    assert {
        "person", "identity", "person_organisation", "message", "message_version", "progress_update",
        "extension_request", "action_lead", "delivery", "member_view", "view_wording",
    } <= set(held)  # fmt: skip
    assert len(held["message_version"]) == 2
    assert WORDS in json.dumps(held)
    assert "person_key" not in held


def test_every_table_that_points_at_people_is_looked_through() -> None:
    looked_at = {table.__tablename__ for table in tenant_tables()}
    pointing = {
        table.name
        for table in metadata.sorted_tables
        if any(key.column.table.name == "person" for key in table.foreign_keys)
    }
    assert pointing - looked_at == {"audit_event"}


def test_an_erased_person_stands_nowhere_and_the_chain_still_verifies(
    record: Record, workspace: Workspace, people: dict[str, Person], engine: Engine
) -> None:
    assert {
        "message_version", "progress_update", "extension_request", "delivery", "member_view",
    } <= set(found_in(engine, WORDS))  # fmt: skip
    assert set(found_in(engine, OWN_VIEW)) == {"view_wording"}
    erased(record, workspace, people)
    for trace in ("R Vale", "R. Vale", WORDS, WORDS[:30], OWN_VIEW, ACCOUNT, "DVALE"):
        assert found_in(engine, trace) == {}, trace
    assert record.verify_audit() == ()
    with record.open_work(workspace.id, read_only=True) as work:
        action = work.plans.all()[0].actions[0]
        assert action.leads[0].name == f"Person {people['vale'].id} (erased)"
        (update,) = work.updates.history(action.id)
        assert update.changed[0] == FieldChange("rag", "amber", "green")
        assert action.leads[1].name == "Lead 1"


def test_the_key_of_their_words_is_destroyed_and_nobody_elses(
    record: Record, workspace: Workspace, people: dict[str, Person], engine: Engine
) -> None:
    with record.open_work(workspace.id) as work:
        for name in ("vale", "officer"):
            _append(work, people[name])
    erased(record, workspace, people)
    with record.open_work(workspace.id) as work:
        _append(work, people["vale"])
    with engine.connect() as connection:
        rows = connection.execute(select(PersonKeyRow.person_id, PersonKeyRow.key))
        keys = {row.person_id: row.key for row in rows}
        hashes = list(
            connection.scalars(
                select(AuditEventRow.words_hmac)
                .where(AuditEventRow.subject == "test")
                .order_by(AuditEventRow.seq)
            )
        )
    assert keys[people["vale"].id] == ""
    assert len(keys[people["officer"].id]) == 64
    assert hashes[0] != hashes[1], "the same words under two people's keys"
    assert hashes[2] is None
    assert record.verify_audit() == ()


def _append(work: UnitOfWork, person: Person) -> None:
    partnership = work.partnerships.all()[0]
    work.audit.append(AuditEvent(partnership.id, Verb.INTRODUCED, person.id, "test", words="1.4 done"), NOW)


def test_two_people_erase_and_neither_is_the_person(
    record: Record, workspace: Workspace, people: dict[str, Person]
) -> None:
    with record.open_work(workspace.id) as work:
        for by in (people["vale"], work.people.named("Lead 1")[0]):
            with pytest.raises(NotAllowed):
                personal.ask_erasure(work, people["vale"], by)
        personal.ask_erasure(work, people["vale"], people["chair"])
        with pytest.raises(NotAllowed) as refused:
            personal.confirm_erasure(work, people["vale"], people["chair"])
        assert refused.value.who_can == ("P Lowell",)
        assert work.people.get(people["vale"].id).name == "R. Vale"
        assert not can_erase(people["chair"], people["chair"], work.partnerships.all())


def test_who_comes_back_with_a_backup_is_erased_again_once(
    record: Record, workspace: Workspace, people: dict[str, Person], engine: Engine
) -> None:
    with record.open_work(workspace.id) as work:
        assert personal.erase_again(work, people["vale"].id)
    with record.open_work(workspace.id) as work:
        assert not personal.erase_again(work, people["vale"].id)
    assert found_in(engine, WORDS) == {}
    assert record.verify_audit() == ()
