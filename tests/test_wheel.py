"""The wheel holds every package of the house, and works in an environment that has nothing else of ours."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ("bot", "documents", "handlers", "leadline", "sandbox", "schedules", "storage")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("leadline-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel in it; the libraries it needs are lent to it by path alone, so that
    this checkout's own packages cannot be reached."""
    folder = tmp_path_factory.mktemp("empty")
    venv.EnvBuilder(symlinks=True).create(folder)
    python = folder / "bin" / "python"
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.check_output([python, "-c", asked], text=True).strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def run(python: Path, folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(python), *arguments],
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_file_of_the_house_is_in_the_wheel(wheel: Path) -> None:
    tracked = subprocess.check_output(["git", "ls-files", *HOUSE], cwd=ROOT, text=True).split("\n")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in tracked if name and (ROOT / name).exists()} <= held


def test_the_installed_program_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    asked = f"import {', '.join(HOUSE)}; print(bot.__file__)"
    answered = run(installed, tmp_path, "-c", asked)
    assert answered.returncode == 0, answered.stderr
    assert str(ROOT) not in answered.stdout


def test_the_installed_program_reads_a_message(installed: Path, tmp_path: Path) -> None:
    given = '{"id": 1, "text": "2.1 done"}\n'
    answered = run(installed, tmp_path, "-m", "leadline", "read", "--today", "2026-09-21", given=given)
    assert answered.returncode == 0, answered.stderr
    assert '"complete"' in answered.stdout


def test_the_installed_program_brings_its_own_migrations(installed: Path, tmp_path: Path) -> None:
    answered = run(installed, tmp_path, "-m", "leadline", "db", "upgrade")
    assert answered.returncode == 0, answered.stderr
    assert (tmp_path / "data" / "leadline.sqlite3").exists()
