"""What keeps actions from going to plan, in plain words: for readers who should not meet anybody's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bot.assessment import Assessed
from bot.rag import Standing

CAUSES: dict[str, str] = {
    "computer access": r"(?-i:IT|ICT)|mailbox|log-?ins?|laptops?|computers?|systems?|software|e-?mail",
    "rooms": r"rooms?|venues?|buildings?|premises|estates?|space|sites?",
    "staffing": r"recruit\w*|vacanc\w*|staff\w*|(?-i:HR)|locum|sick\w*|rota|interviews?|appoint\w*",
    "money": r"fund\w*|budgets?|money|costs?|finance|savings?|business case",
    "contracts": r"contracts?|legal|solicitors?|agreements?|tenders?|procurement",
    "waiting for a decision": r"decisions?|decide|approval|sign-?off|awaiting|cabinet",
}
"""A cause as the public would call it, and the words leads use for it."""

_FOUND = {cause: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for cause, words in CAUSES.items()}
_AT_RISK = (Standing.RED, Standing.AMBER_RED, Standing.AMBER)


def main_causes(assessed: Iterable[Assessed], most: int = 2) -> tuple[str, ...]:
    """The causes named most among actions that are off track or at risk, the commonest first.

    One that is named by a single action is told too: there may be no other.
    """
    found: Counter[str] = Counter()
    for one in assessed:
        if one.standing not in _AT_RISK:
            continue
        words = one.action.blocker or one.action.narrative or ""
        found.update(cause for cause, pattern in _FOUND.items() if pattern.search(words))
    return tuple(cause for cause, _ in found.most_common(most))
