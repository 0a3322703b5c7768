"""Fault 36: somebody with the database's file or its owner's rights changes the audit trail.

What the database itself refuses, also by side doors such as INSERT OR REPLACE, is tried in
`tests/storage/repositories/test_audit.py`; what the bot's role may not do, in `tests/deploy/test_roles.py`.
"""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.partnership import PartnershipId, Workspace
from storage import Record
from storage.audit_chain import Fault, FaultKind
from tests.storage.repositories.test_audit import partnership_id, somebody_with_the_file

__all__ = ["partnership_id"]

TAMPERING = {
    "a changed event": (
        "UPDATE audit_event SET subject = 'update:99' WHERE seq = 3",
        {(3, FaultKind.CHANGED)},
    ),
    "an act we do not know": (
        "UPDATE audit_event SET verb = 'never' WHERE seq = 3",
        {(3, FaultKind.CHANGED)},
    ),
    "changed values": ("UPDATE audit_event SET details = '{}' WHERE seq = 2", {(2, FaultKind.CHANGED)}),
    "a removed event": ("DELETE FROM audit_event WHERE seq = 3", {(3, FaultKind.REMOVED)}),
    "two removed events": (
        "DELETE FROM audit_event WHERE seq IN (2, 3)",
        {(2, FaultKind.REMOVED), (3, FaultKind.REMOVED)},
    ),
    "a cut tail": ("DELETE FROM audit_event WHERE seq > 3", {(4, FaultKind.CUT)}),
    "an inserted event": (
        """INSERT INTO audit_event (workspace_id, partnership_id, seq, at, verb, subject, details, prev, hash)
        SELECT workspace_id, partnership_id, 6, at, verb, subject, details, hash, hash
        FROM audit_event WHERE seq = 5""",
        {(6, FaultKind.INSERTED)},
    ),
    "a hash made to fit": (
        "UPDATE audit_event SET hash = 'fitting' WHERE seq = 5",
        {(5, FaultKind.CHANGED)},
    ),
}


@pytest.mark.parametrize(("statement", "named"), TAMPERING.values(), ids=TAMPERING)
def test_verifying_names_what_was_done_without_the_triggers(
    record: Record,
    partnership_id: PartnershipId,
    database_url: str,
    statement: str,
    named: set[tuple[int, FaultKind]],
) -> None:
    with somebody_with_the_file(database_url, triggers=False) as connection:
        connection.execute(text(statement))
    assert set(record.verify_audit()) == {Fault(partnership_id, seq, kind) for seq, kind in named}


def test_a_cut_that_moves_the_head_too_shows_against_a_printed_head(
    record: Record, workspace: Workspace, partnership_id: PartnershipId, database_url: str
) -> None:
    with record.open_work(workspace.id) as work:
        printed = work.audit.head(partnership_id)
    with somebody_with_the_file(database_url, triggers=False) as connection:
        connection.execute(text("DELETE FROM audit_event WHERE seq > 3"))
        connection.execute(
            text("UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit_event WHERE seq = 3)")
        )
    assert record.verify_audit() == ()
    with record.open_work(workspace.id) as work:
        assert work.audit.head(partnership_id) != printed
