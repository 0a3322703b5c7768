"""What `make demo` plays before its page opens: the sample partnership's first three months, whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from leadline.commands.demo import partnership
from leadline.sample.story import load_story


def test_the_whole_story_is_lived_through_and_all_that_was_said_is_handled(tmp_path: Path) -> None:
    story = load_story()
    with partnership(story, tmp_path, port=0) as running:
        assert running.workspace.clock.now() >= story.opens
    with closing(sqlite3.connect(tmp_path / "leadline.sqlite3")) as record:
        states = dict(record.execute("SELECT state, count(*) FROM inbox GROUP BY state"))
    assert set(states) == {"done"}
    assert states["done"] >= len(story.sayings)
