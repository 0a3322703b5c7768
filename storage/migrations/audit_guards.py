"""The triggers that keep the audit trail as it was written, in each database's own language.

They stop mistakes and the curious. Whoever owns the database can take them away; then the hash chain
tells (`storage.audit_chain`), and a printed head tells what was cut.
"""

from __future__ import annotations

# SQLite's INSERT OR REPLACE deletes without firing a delete trigger unless recursive_triggers is on, which
# a stranger's connection need not have: so an insert over an existing event is refused as well.
GUARDS = {
    "sqlite": (
        """CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
        BEGIN SELECT RAISE(ABORT, 'an audit event is never changed'); END""",
        """CREATE TRIGGER audit_event_is_not_removed BEFORE DELETE ON audit_event
        BEGIN SELECT RAISE(ABORT, 'an audit event is never removed'); END""",
        """CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
        WHEN EXISTS (SELECT 1 FROM audit_event WHERE partnership_id = NEW.partnership_id AND seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'an audit event is never replaced'); END""",
        """CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head
        BEGIN SELECT RAISE(ABORT, 'the head of a chain is never removed'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit trail is never rewritten'; END $$""",
        """CREATE TRIGGER audit_event_is_not_rewritten BEFORE UPDATE OR DELETE ON audit_event
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""",
        """CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()""",
        """CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""",
    ),
}
