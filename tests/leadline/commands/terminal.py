"""A terminal in a folder of its own, and what is typed there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build


@contextmanager
def terminal(folder: Path, beginning_with: Path | None = None) -> Iterator[None]:
    """Whoever types stands in this folder; it begins as a copy of another, where one is named."""
    if beginning_with is not None:
        shutil.copytree(beginning_with, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("COLUMNS", "200")
        patch.setenv("TERM", "dumb")
        for name in ("DATABASE_URL", "LEADLINE_AUDIT_KEY_FILE"):
            patch.delenv(name, raising=False)
        yield


def typed(*words: str, said: str = "", status: int = 0) -> str:
    """A command as typed, and what is said to whatever it asks; all that it prints."""
    result = CliRunner().invoke(build(words[0]), list(words), input=said)
    assert result.exit_code == status, result.output
    return result.output
