"""The app may not read channels, so no sentence anywhere invites a reply where it cannot hear."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.phrases
from handlers.slack.manifest import manifest

INVITES = re.compile(
    r"\b(?:repl(?:y|ies)|respond|comment|write)\b[^.]{0,20}\b(?:here|below)\b"
    r"|\b(?:repl(?:y|ies)|respond|comment|write|answer|tell me|say so|post)\b[^.]{0,30}"
    r"\bin (?:the|this|its) (?:thread|channel)\b|\bthread repl",
    re.IGNORECASE,
)


def spoken() -> Iterator[tuple[str, str]]:
    """Every literal of the phrases that a person may read, f-strings with a mark for what is filled in."""
    for path in sorted(Path(bot.phrases.__file__).parent.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        unread = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        unread |= {id(part) for node in joined for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                words = (str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values)
                yield path.name, "".join(words)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unread:
                yield path.name, node.value


def test_the_app_cannot_read_channels() -> None:
    scopes = str(manifest("/plan-status"))
    assert not re.search(r"\b(?:channels|groups):history\b", scopes)
    assert "message.channels" not in scopes


def test_no_sentence_invites_a_reply_in_a_channel_or_thread() -> None:
    every = list(spoken())
    assert len(every) > 1000, "the sweep sees the phrases"
    found = [one for one in every if INVITES.search(one[1])]
    assert found == []


@pytest.mark.parametrize(
    "words", ["Reply here with an update", "answer in the thread", "Write below", "a thread reply is enough"]
)
def test_the_sweep_would_see_one(words: str) -> None:
    assert INVITES.search(words)
