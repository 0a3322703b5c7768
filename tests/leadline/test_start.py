"""`python -m leadline` on a machine that is not ready for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from leadline import __main__ as start

ROOT = Path(__file__).parents[2]


def test_an_old_python_is_told_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as stopped:
        start.main()
    assert stopped.value.code == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_a_missing_environment_is_told_what_to_type() -> None:
    """-S leaves out site-packages, as on a fresh machine."""
    finished = subprocess.run(
        [sys.executable, "-S", "-m", "leadline", "demo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 2
    assert "make demo" in finished.stderr
    assert "Traceback" not in finished.stderr
