"""An answer below each line of the prompt that it quotes: the quoted number says of which action it is."""

from __future__ import annotations

import re
from itertools import groupby

_QUOTED = re.compile(r"\s*(?:>|&gt;)")
_REF = re.compile(r"(?:\s|>|&gt;|[*_•–-])*(?P<ref>(?:[A-Z]{1,3} ?)?\d+(?:\.\d+)+[a-z]?)(?![\w.]*\d)")


def with_quoted_refs(text: str) -> str:
    """The text with nothing left of a quotation that is answered but its number, where it has just one; as
    long as it was, so that every place in it is where it was written."""
    if not _QUOTED.search(text):
        return text
    lines = text.split("\n")
    blocks = [(quoted, list(each)) for quoted, each in groupby(lines, lambda one: bool(_QUOTED.match(one)))]
    kept: list[str] = []
    for at, (is_quoted, block) in enumerate(blocks):
        follows = at + 1 < len(blocks) and any(one.strip() for one in blocks[at + 1][1])
        named = [found for one in block if (found := _REF.match(one))]
        is_of_one = len({found["ref"] for found in named}) == 1
        kept += [_bare(one, is_of_one=is_of_one) for one in block] if is_quoted and follows else block
    return "\n".join(kept)


def _bare(line: str, *, is_of_one: bool) -> str:
    found = _REF.match(line) if is_of_one else None
    if found is None:
        return " " * len(line)
    return " " * found.start("ref") + found["ref"] + " " * (len(line) - found.end("ref"))
