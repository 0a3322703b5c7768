"""The file a command was asked to write."""

from __future__ import annotations

from pathlib import Path

import typer


def write_out(path: Path, content: bytes) -> None:
    """Write it. Stops with the reason where that is not possible."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(
            f"I cannot write {path.name} there: {error.strerror}.", param_hint="--out"
        ) from error
