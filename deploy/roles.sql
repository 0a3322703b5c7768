-- PostgreSQL's roles for Leadline. Run once, as a superuser, in Leadline's own database.
-- leadline_owner owns the tables and runs migrations; leadline_app is what the bot runs as.
-- Give each a password afterwards, with psql's \password, which sends it hashed.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadline_owner') THEN
    CREATE ROLE leadline_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leadline_app') THEN
    CREATE ROLE leadline_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO leadline_owner;
GRANT USAGE ON SCHEMA public TO leadline_app;
