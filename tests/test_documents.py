"""The pages that name tests name tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.mutants.guards import GUARDS

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["asvs.md", "operations.md", "guarantees.md", "for-it.md"])
def test_every_test_that_a_page_names_exists(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", text))
    assert named
    assert not [name for name in sorted(named) if not (ROOT / name).is_file()]


def test_each_of_the_forty_faults_has_a_test_that_names_it() -> None:
    tests = sorted((ROOT / "tests" / "faults").glob("test_*.py"))
    numbers = [int(file.name.split("_")[1]) for file in tests]
    assert numbers == list(range(1, 41))
    for number, file in zip(numbers, tests, strict=True):
        assert file.read_text(encoding="utf-8").startswith(f'"""Fault {number}: '), file.name


def test_every_guard_stands_where_it_is_to_be_taken_away_and_its_test_exists() -> None:
    """`make mutants` is long; that one of its edits fits no more is told here, at once."""
    for guard in GUARDS:
        for file, there, instead in guard.edits:
            assert there in (ROOT / file).read_text(encoding="utf-8"), guard.name
            assert there != instead, guard.name
        file, _, test = guard.test.partition("::")
        assert f"def {test}" in (ROOT / file).read_text(encoding="utf-8"), guard.name


def test_every_chapter_of_the_asvs_is_spoken_of() -> None:
    text = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
    headings = " ".join(line for line in text.splitlines() if line.startswith("## "))
    assert [int(number) for number in re.findall(r"\bV(\d+)\b", headings)] == list(range(1, 18))


def test_every_line_of_the_asvs_is_shown_or_says_why_not() -> None:
    text = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if re.match(r"\| \d", line)]
    assert len(rows) > 25
    for row in rows:
        proof = row.strip("| ").rpartition(" | ")[2]
        assert "`tests/" in proof or "by review" in proof or "not applicable" in row, row
