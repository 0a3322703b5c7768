"""The commands, as a table. Only the one that was asked for is loaded, so that `leadline read` is quick."""

from __future__ import annotations

import sys
from importlib import import_module

import typer

from bot.errors import LeadlineError, SchemaMismatch
from leadline.commands.typed import watched, watched_group
from leadline.config import NotReady, SettingsError

FAILED = 1
"""The exit status of what may go well another time."""

TO_MEND = 2
"""The exit status of what goes wrong until somebody mends it: systemd is told not to start it again."""

COMMANDS = {
    "demo": "demo",
    "run": "run",
    "import": "import_plan",
    "export": "export_plan",
    "paper": "paper",
    "record": "record",
    "retention": "retention",
    "doubts": "doubts",
    "setup": "setup",
    "key": "key",
    "meetings": "meetings",
    "boards": "boards",
    "workstreams": "workstreams",
    "people": "people",
    "person": "person",
    "go-live": "go_live",
    "status": "status",
    "digest": "digest",
    "read": "read",
    "audit": "audit",
    "db": "db",
    "doctor": "doctor",
    "backup": "backup",
    "restore": "restore",
    "manifest": "manifest",
}
"""Command → module of this package, which holds a function of its own name or, for a group, `app`."""


def build(asked: str | None) -> typer.Typer:
    """The program with the one command that was asked for, or with all of them when help is wanted."""
    program = typer.Typer(
        help="A chat bot for partnership action plans.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    program.callback()(_leadline)
    for command, name in COMMANDS.items():
        if asked in COMMANDS and asked != command:
            continue
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "app"):
            program.add_typer(watched_group(module.app), name=command)
        else:
            program.command(command)(watched(getattr(module, name)))
    return program


def run_commands() -> None:
    """Run one command; what a person can mend is told in a sentence, without a traceback."""
    program = build(sys.argv[1] if len(sys.argv) > 1 else None)
    try:
        program(prog_name="leadline")
    except LeadlineError as error:
        from bot.phrases.refusals import sentence

        sys.stderr.write(sentence(error) + "\n")
        raise SystemExit(TO_MEND if isinstance(error, SchemaMismatch) else FAILED) from None
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(FAILED if isinstance(error, NotReady) else TO_MEND) from None


def _leadline() -> None:
    """A chat bot for partnership action plans."""
