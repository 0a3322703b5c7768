"""The words spoken of one action, with their cues and dates at hand, and the facts read so far."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import Message
from bot.language.reading import Evidence, Progress, Question, Shift
from bot.language.roles import Dated
from bot.language.scope import Scopes
from bot.language.subjects import Segment
from bot.language.tokens import REF
from bot.rag import Rag
from bot.timescale import Timescale


@dataclass(slots=True)
class Facts:
    """The fields of an update before it is known whose it is; `in_turn` are colours said "respectively"."""

    rag: Rag | None = None
    rag_implied: Rag | None = None
    progress: Progress | None = None
    completed: Timescale | None = None
    no_change: bool = False
    forecast: Timescale | None = None
    shift: Shift | None = None
    shift_words: str = ""
    choices: tuple[Timescale, ...] = ()
    percent: int | None = None
    blocked: bool = False
    blocker: str | None = None
    support: bool = False
    in_turn: tuple[Rag, ...] = ()
    questions: list[Question] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said of any field."""
        return not (
            self.rag or self.progress or self.rag_implied or self.no_change or self.forecast or self.shift
            or self.percent is not None or self.blocked or self.support or self.questions or self.completed
        )  # fmt: skip


class Stretch:
    """One segment under the readers' eyes."""

    __slots__ = (
        "by_sense",
        "dated",
        "facts",
        "message",
        "own",
        "scopes",
        "segment",
        "start",
        "things",
        "words",
    )

    def __init__(self, message: Message, scopes: Scopes, dated: list[Dated], segment: Segment) -> None:
        self.message = message
        self.words = message.words.words
        self.own = message.own_words
        self.scopes = scopes
        self.segment = segment
        self.start = segment.stretches[0][0]
        self.by_sense: dict[Sense, list[Hit]] = {}
        self.dated: list[Dated] = []
        self.things: list[int] = []
        for first, last in segment.stretches:
            for hit in message.hits_between(first, last):
                self.by_sense.setdefault(hit.sense, []).append(hit)
            self.dated += (
                [one for one in dated if first <= one.at < last]
                if len(dated) < _FEW
                else _between(dated, first, last)
            )
            self.things += message.things_between(first, last)
        self.facts = Facts()

    def of(self, sense: Sense) -> list[Hit]:
        """The cues of this sense, in order."""
        return self.by_sense.get(sense, [])

    def said(self, hit: Hit) -> str:
        """The cue's own words, as the tables spell them."""
        return " ".join(self.words[hit.first : hit.last])

    def prove(self, name: str, first: int, last: int, rule: str) -> None:
        """Keep the words a field was read from."""
        self.facts.evidence.append(
            Evidence(name, self.message.said(first, last), self.message.span(first, last), rule)
        )

    def is_inside(self, i: int) -> bool:
        """Whether word `i` is spoken of this action."""
        return any(first <= i < last for first, last in self.segment.stretches)

    def subject_start(self, i: int) -> int:
        """Where the words that say what is done begin: at the clause of word `i`, or after its reference."""
        first = max(self.message.clause(i)[0], self.start, i - _LONGEST_SUBJECT)
        for k in range(i - 1, first - 1, -1):
            if self.words[k] == REF:
                return k + 1
        return first

    def is_of_the_whole(self, first: int, last: int) -> bool:
        """Whether these words speak of the action itself: by pronouns, or by the words of its own name."""
        return all(
            self.words[i] in WHOLE_WORDS or not self.words[i][0].isalnum() or i in self.own
            for i in range(first, last)
        )


_FEW = 8
_LONGEST_SUBJECT = 40


def _between(dated: list[Dated], first: int, last: int) -> list[Dated]:
    low = bisect_left(dated, first, key=lambda one: one.at)
    return dated[low : bisect_left(dated, last, key=lambda one: one.at)]
