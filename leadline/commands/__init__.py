"""The commands. Each loads what it needs when it runs, so that `leadline read` does not wait for Slack's client."""

from __future__ import annotations

import sys

import typer

from bot.errors import LeadlineError
from bot.phrases import refusals
from leadline.commands import (
    audit,
    db,
    demo,
    digest,
    go_live,
    import_plan,
    manifest,
    people,
    read,
    run,
    setup,
    status,
)
from leadline.config import SettingsError

app = typer.Typer(
    name="leadline",
    help="A chat bot for partnership action plans.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("demo")(demo.demo)
app.command("run")(run.run)
app.command("import")(import_plan.import_plan)
app.command("setup")(setup.setup)
app.command("go-live")(go_live.go_live)
app.command("status")(status.status)
app.command("digest")(digest.digest)
app.command("read")(read.read)
app.command("manifest")(manifest.manifest)
app.add_typer(people.app, name="people", help="Who is who: names in the plan and accounts on Slack.")
app.add_typer(audit.app, name="audit", help="The hash-chained record.")
app.add_typer(db.app, name="db", help="The database's schema.")


def run_commands() -> None:
    """Run one command; what a person can mend is told in a sentence, without a traceback."""
    try:
        app()
    except LeadlineError as error:
        sys.stderr.write(refusals.sentence(error) + "\n")
        raise SystemExit(1) from None
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from None
