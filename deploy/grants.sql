-- What the bot's role may do. Run as leadline_owner after every `leadline db upgrade`; safe to run again.
-- The audit trail can be read and added to, and nothing else: not changed, not removed, not emptied.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM leadline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO leadline_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO leadline_app;
REVOKE UPDATE, DELETE ON audit_event FROM leadline_app;
REVOKE DELETE ON audit_head FROM leadline_app; -- the end of each chain moves on with every event
REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM leadline_app;
