"""How an officer says what becomes of actions: "1.4: done, signed off; the rest carried over to 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.closing import End


@dataclass(frozen=True, slots=True)
class SaidEnd:
    """One part of such a message: which actions (none named: all the rest), what end, and why."""

    refs: tuple[str, ...]
    end: End
    words: str


_REF = r"(?:(?-i:[A-Z]{2,5}) )?[A-Za-z]{0,3}\d[\w./()-]*"
_REFS = rf"{_REF}(?:\s*(?:,|and|&)\s*{_REF})*"
_REST = (
    r"(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:rest|others|remaining(?:\s+\w+)?)(?:\s+actions)?"
    r"|all(?:\s+of\s+them)?|everything(?:\s+else)?"
)
_ENDS: tuple[tuple[End, str], ...] = (
    (End.DONE, r"(?:done|completed?|finished)"),
    (End.CARRIED_OVER, r"(?:carried\s+over|carry\s+over|moved|handed\s+over)(?:\s+(?:to|with|under|into))?"),
    (End.SUPERSEDED, r"(?:superseded|replaced)(?:\s+by)?"),
    (End.STOPPED, r"(?:stopped|not\s+proceeding|dropped|abandoned)"),
)
_JOINT = r"(?:\s*[:,–-]\s*|\s+(?:is|are|was|were)\s+|\s+)"
_WHY = r"[\s,:;–-]*(?:because\s+|since\s+)?"
_PARTS = tuple(
    (
        end,
        re.compile(
            rf"(?:(?P<refs>{_REFS})|(?P<rest>{_REST})){_JOINT}{words}\b{_WHY}(?P<words>.*)",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for end, words in _ENDS
)
_APART = re.compile(r"\s*[;\n]\s*")
_NEXT = re.compile(rf"[,.]?\s+(?:and\s+)?(?=(?:{_REFS}|{_REST})\s*:\s)", re.IGNORECASE)


def ends_in(words: str) -> tuple[tuple[SaidEnd, ...], str]:
    """The ends that a message gives, and the first part of it that gives none ("" when all do)."""
    found: list[SaidEnd] = []
    for part in (one.strip(" .,") for whole in _APART.split(words) for one in _parts(whole)):
        if not part:
            continue
        said = _end_in(part)
        if said is None:
            return tuple(found), part
        found.append(said)
    return tuple(found), ""


def _parts(whole: str) -> Iterator[str]:
    """Ends one after another, even without a semicolon: "1.4: done, signed off 2.3: stopped, no funding"."""
    for found in _NEXT.finditer(whole):
        if _end_in(whole[: found.start()].strip(" .,")) is not None:
            yield whole[: found.start()]
            yield from _parts(whole[found.end() :])
            return
    yield whole


def _end_in(part: str) -> SaidEnd | None:
    for end, form in _PARTS:
        if held := form.fullmatch(part):
            refs = re.findall(_REF, held["refs"] or "", re.IGNORECASE)
            return SaidEnd(tuple(one.strip() for one in refs), end, held["words"].strip(" .,"))
    return None


def refs_in(which: str) -> tuple[str, ...] | None:
    """The numbers a person names ("1.4, 2.3"); none for "the rest", and None for words that are neither."""
    said = which.strip(" .,")
    if re.fullmatch(_REST, said, re.IGNORECASE):
        return ()
    return tuple(re.findall(_REF, said, re.IGNORECASE)) if re.fullmatch(_REFS, said, re.IGNORECASE) else None
