"""How one plan counts time and what its own words mean: kept with the plan, and lent to the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.language.reading import Conventions, Progress
from bot.partnership import Meeting, Partnership
from bot.rag import Rag, RagScale
from bot.timescale import Precision

Meaning = Progress | Rag
"""What a plan's own word can mean: a state of the work or a colour. No value belongs to both."""

LocalWord = tuple[str, Meaning]
"""A plan's own words, as it prints them, and what they mean on that plan."""

_MEANINGS: Final[dict[str, Meaning]] = {meaning.value: meaning for meaning in (*Progress, *Rag)}
_JOINT: Final = re.compile(r"\s+-+\s+|\s*[\u2012-\u2015,;:/()]+\s*")
_JOINTS: Final = (" ", " - ", " — ", ", ", ": ", "; ", " / ", " (")
"""How people part the halves of "Delivered – monitoring"; brackets close where the words end anyway."""


@dataclass(frozen=True, slots=True)
class PlanConventions:
    """What an officer or the import has said of a plan; each field means what it means to the reader."""

    fiscal_start_month: int = 4
    quarters_by_calendar: bool = False
    scale_complete: frozenset[str] = frozenset()
    status_words: tuple[LocalWord, ...] = ()
    scale: RagScale = RagScale.THREE_POINT

    def meaning_of(self, words: str) -> Meaning | None:
        """What these words mean on this plan, or None when they are none of its own."""
        wanted = word_key(words)
        return next((meaning for said, meaning in self.status_words if word_key(said) == wanted), None)

    def with_word(self, words: str, meaning: Meaning) -> PlanConventions:
        """With these words meaning this, whatever they meant before."""
        printed = " ".join(words.split())
        return replace(self, status_words=(*self.without_word(words).status_words, (printed, meaning)))

    def without_word(self, words: str) -> PlanConventions:
        """Without these words, however they are typed."""
        gone = word_key(words)
        kept = tuple(one for one in self.status_words if word_key(one[0]) != gone)
        return replace(self, status_words=kept)


def meaning_named(name: str) -> Meaning | None:
    """The state or colour of this name ("on hold", "on_hold", "Amber/Red"), or None."""
    return _MEANINGS.get(re.sub(r"[^a-z]+", "_", name.strip().casefold()).strip("_"))


def word_key(words: str) -> str:
    """Words as they are compared: capitals, dashes and spacing do not tell two apart."""
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def reader_conventions(
    own: PlanConventions, partnership: Partnership, meetings: Sequence[Meeting]
) -> Conventions:
    """A plan's conventions as the reader takes them, with its partnership's nation and meetings.

    A meeting that is only known to fall in some month has no day to give.
    """
    bodies = frozenset(meeting.body for meeting in meetings)
    return Conventions(
        fiscal_start_month=own.fiscal_start_month,
        quarters_by_calendar=own.quarters_by_calendar,
        nation=partnership.nation,
        meetings=tuple(
            (_full_name(meeting.body, bodies, partnership), meeting.on.end)
            for meeting in meetings
            if meeting.on.precision is Precision.DAY
        ),
        scale_complete=own.scale_complete,
        status_words=tuple(
            (typed, meaning) for words, meaning in own.status_words for typed in as_typed(words)
        ),
    )


def _full_name(body: str, bodies: frozenset[str], partnership: Partnership) -> str:
    """The body under every name it goes by: a mere "Board" is the partnership board, and Larkmere's board.

    A body of more words keeps its name, and so does every body beside one that is called partnership:
    "the partnership board" must not mean the programme board.
    """
    if " " in body.strip() or any("partnership" in name.casefold() for name in bodies):
        return body
    return f"{partnership.name} partnership {body}"


def as_typed(words: str) -> tuple[str, ...]:
    """The words in each punctuation a lead may give them: "delivered, monitoring" for the plan's dash.

    The reader compares word by word and knows no hyphens within words.
    """
    plain = words.casefold().replace("’", "'")
    parts = [re.sub(r"(?<=\w)-(?=\w)", " ", part) for part in _JOINT.split(plain) if part]
    return tuple(dict.fromkeys(joint.join(parts) for joint in _JOINTS)) if parts else ()
