"""Messages as leads write them, each with what is understood; `messages.txt` has one a line.

A line is the text, the references asked about, the speaker, and the kind with one update an action;
`\\n` in the text is a new line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.language.reader import in_short, reading

LINES = (Path(__file__).parent / "messages.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_a_message_reads_as_it_was_meant(line: str) -> None:
    text, asked, speaker, understood = (part.strip() for part in line.split("||"))
    said = reading(text.replace("\\n", "\n"), asked, speaker or None)
    assert f"{said.kind}: {'; '.join(map(in_short, said.updates))}".strip() == understood
