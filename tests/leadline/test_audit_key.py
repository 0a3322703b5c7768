"""The audit key: made once, private, and never half or empty."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from leadline.audit_key import BYTES, audit_key, kept_audit_key
from leadline.config import SettingsError


def test_it_is_made_on_first_use_for_this_account_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "audit.key"
    key = audit_key(file)
    assert (len(key), audit_key(file)) == (BYTES, key)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_replicas_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    together = Barrier(8)

    def start(_: int) -> bytes:
        together.wait()
        return audit_key(tmp_path / "audit.key")

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(start, range(8)))) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["audit.key"]


@pytest.mark.parametrize("held", ["", "00", "no key at all", "é"])
def test_a_file_that_holds_no_key_stops_with_advice(tmp_path: Path, held: str) -> None:
    file = tmp_path / "audit.key"
    file.write_text(held, encoding="utf-8")
    with pytest.raises(SettingsError, match="holds no audit key"):
        audit_key(file)


def test_looking_for_a_key_makes_none(tmp_path: Path) -> None:
    assert kept_audit_key(tmp_path / "audit.key") is None
    assert not list(tmp_path.iterdir())
