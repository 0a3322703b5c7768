"""Rules of language, each a table of cases of both sides: what it reads, and what only looks like it.

A file of `rules/` is one rule. A line is as in `messages.txt`: text || asked || speaker || reading; a
heading begins with "#", and every rule has at least two of them, one for each side.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.language.reader import in_short, reading

RULES = Path(__file__).parent / "rules"
FILES = sorted(RULES.glob("*.txt"))
FEWEST = 4


def sides(file: Path) -> list[list[str]]:
    """The cases of a rule, one list for each heading."""
    found: list[list[str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            found.append([])
        elif line.strip():
            found[-1].append(line)
    return found


CASES = [
    pytest.param(line, id=f"{file.stem}: {line.split('||')[0].strip()}")
    for file in FILES
    for side in sides(file)
    for line in side
]


@pytest.mark.parametrize("line", CASES)
def test_a_rule_reads_what_it_should_and_no_more(line: str) -> None:
    text, asked, speaker, understood = (part.strip() for part in line.split("||"))
    said = reading(text.replace("\\n", "\n"), asked, speaker or None)
    assert f"{said.kind}: {'; '.join(map(in_short, said.updates))}".strip() == understood


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_rule_has_both_its_sides(file: Path) -> None:
    found = sides(file)
    assert len(found) > 1
    assert min(map(len, found)) >= FEWEST


def test_the_page_names_every_rule_and_only_tests_that_are_there() -> None:
    page = (RULES.parents[3] / "docs" / "reading.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([\w./]+\.(?:py|txt))`", page.partition("## Where each rule is held")[2]))
    assert {f"rules/{file.name}" for file in FILES} <= listed
    assert [name for name in sorted(listed) if not (RULES.parent / name).exists()] == []
