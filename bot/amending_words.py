"""The parts of an action that is split, taken out of the words it was said in, and numbers that are free."""

from __future__ import annotations

import re
from string import ascii_lowercase

from bot.amending import Part
from bot.capturing import agreed_in
from bot.plan import ActionPlan, printed_order

MOST_PARTS = 9
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_BETWEEN = re.compile(r"^[\s:,–-]+|[\s,;:.]+$")
_AND = re.compile(r"[\s,;]+and$", re.IGNORECASE)


def parts_in(plan: ActionPlan, ref: str, words: str) -> tuple[Part, ...]:
    """The parts that the words name: "2.7a letters to GPs; 2.7b the mailbox, lead J Tranter", "two",
    "letters; mailbox", or nothing. Fewer than two are returned where they name one alone."""
    stem = re.escape(ref.rstrip(ascii_lowercase))
    named = list(
        re.finditer(rf"(?:^|[;,]|\band)\s*(?P<ref>{stem}(?:[a-z]|\.\d+))(?!\w)", words, re.IGNORECASE)
    )
    if named:
        ends = [*(one.start() for one in named[1:]), len(words)]
        return tuple(
            _part(one["ref"].casefold(), words[one.end() : end]) for one, end in zip(named, ends, strict=True)
        )
    texts = [] if words.casefold() in _COUNTS or not words else re.split(r"\s*;\s*|\s+and\s+", words)
    count = max(_COUNTS.get(words.casefold(), 2), len(texts))
    refs = _free_lines(plan, ref, min(count, MOST_PARTS))
    return tuple(_part(one, text) for one, text in zip(refs, texts or [""] * count, strict=False))


def _part(ref: str, words: str) -> Part:
    """A part with its words and its lead; a date stays among the words, for a split moves no date."""
    plain = _BETWEEN.sub("", _AND.sub("", _BETWEEN.sub("", words)))
    said = agreed_in(plain)
    text = f"{said.words} by {said.when}".strip() if said.when else said.words
    leads = (said.lead,) if said.lead else ()
    return Part(ref, text, outcome=said.outcome, leads=leads, workstream=said.workstream)


def _free_lines(plan: ActionPlan, ref: str, count: int) -> list[str]:
    """2.7 becomes 2.7a, 2.7b …; a line 2.7a keeps its letter, and the next free ones follow."""
    if ref[-1].isdigit():
        return [f"{ref}{letter}" for letter in ascii_lowercase if plan.action(f"{ref}{letter}") is None][
            :count
        ]
    base = ref[:-1]
    free = [f"{base}{letter}" for letter in ascii_lowercase if plan.action(f"{base}{letter}") is None]
    return [ref, *free][:count]


def next_number(plan: ActionPlan, theme: str | None) -> str:
    """The number after the last of a theme ("4.5" → "4.6"), or of the plan; "N1" without any."""
    refs = [one.ref for one in plan.actions if theme is None or one.theme_ref == theme]
    for ref in sorted(refs, key=printed_order, reverse=True):
        found = re.fullmatch(r"(?P<stem>(?:.*\D)?)(?P<last>\d+)[a-z]?", ref)
        if found is None:
            continue
        number = int(found["last"]) + 1
        while plan.action(f"{found['stem']}{number}") is not None:
            number += 1
        return f"{found['stem']}{number}"
    return next(
        f"N{number}" for number in range(1, len(plan.actions) + 2) if plan.action(f"N{number}") is None
    )
