"""`leadline` and `python -m leadline`: check what they stand on, then hand over to the commands."""

from __future__ import annotations

import sys

OLDEST_PYTHON = (3, 11)

OLD_PYTHON = """Leadline needs Python 3.11 or newer; this is Python {found}.
If a newer one is installed, call it by name:  python3.12 -m leadline demo
"""

NO_ENVIRONMENT = """Leadline's own parts are not installed for this Python (missing: {missing}).
In a copy of the project, type:  make demo
or, without make:
  python3 -m venv .venv
  .venv/bin/python -m pip install --require-hashes -r requirements/run.txt
  .venv/bin/python -m leadline demo
"""


def main() -> None:
    """Run one command. Stops with a plain sentence when Python or the environment is not what it needs."""
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(OLD_PYTHON.format(found=sys.version.split()[0]))
        raise SystemExit(2)
    try:
        from leadline.commands import run_commands
    except ModuleNotFoundError as missing:
        sys.stderr.write(NO_ENVIRONMENT.format(missing=missing.name))
        raise SystemExit(2) from None
    run_commands()


if __name__ == "__main__":
    main()
