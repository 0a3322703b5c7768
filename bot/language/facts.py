"""What one stretch of a message says of its actions: colour, state, forecast, shift, blocker and the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.language.cues import Hit
from bot.language.dates import Duration
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.lexicon.states import PLAN_WORDS
from bot.language.message import DATE, PERCENT, REF, Message
from bot.language.reading import Evidence, Progress, Question, Role, Shift
from bot.language.roles import Dated
from bot.language.scope import Scopes, Standing
from bot.language.subjects import Segment
from bot.rag import Rag
from bot.timescale import Timescale


@dataclass(slots=True)
class Facts:
    """The fields of an update before it is known whose it is."""

    rag: Rag | None = None
    rag_implied: Rag | None = None
    progress: Progress | None = None
    completed: Timescale | None = None
    no_change: bool = False
    forecast: Timescale | None = None
    shift: Shift | None = None
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


_SAME_OF: Final = frozenset({"on", "to", "in", "for", "with", "regarding", "from"})
_SAME_STILL: Final = frozenset(
    {REF, DATE, "this", "it", "these", "that", "those", "any", "all", "either", "both", "the", "my", "me", "status", "rag", "position", "action", "actions", "mine",
     "our", "us", "them", "rating", "colour", "anything", "everything", "last", "previous", "report", "previously", "here", "there", "each", "every", "<long>", "overall"}
)  # fmt: skip
_BEFORE_SAME: Final = frozenset(
    {REF, ",", ".", "-", ";", ":", "\n", "(", "are", "is", "all", "still", "remains", "remain", "rest", "others", "both", "mine", "status", "position", "rag", "same", "and",
     "amber", "green", "red", "stays", "stay", "ones", "everything", "else", "actions", "it's", "just", "this", "that", "again", "it", "much", "pretty", "two", "three"}
)  # fmt: skip
_AFTER_DONE: Final = frozenset(
    {".", ",", "!", ";", "\n", "-", "\u2014", "(", ")", ":", "/", "and", "but", DATE, PERCENT, REF, "by", "on", "at", "as", "now", "this", "last", "in", "following", "after",
     "ahead", "early", "before", "since", "today", "yesterday", "so", "with", "though", "although", "however", "from", "until", "within", "subject", "except", "apart", "bar",
     "other", "pending", "yet", "already", "too", "also", "then", "thanks", "please", "for", "to", "?", "+", "&", ">", "all", "both", "well", "again", "per", "via", "over", "green", "amber", "red"}
)  # fmt: skip
_UNFINISHED_AFTER: Final = frozenset({"but", "though", "although", "however"})


def facts_of(message: Message, scopes: Scopes, dated: list[Dated], segment: Segment) -> Facts:
    """Read one segment."""
    return _Reader(message, scopes, dated, segment).read()


class _Reader:
    def __init__(self, message: Message, scopes: Scopes, dated: list[Dated], segment: Segment) -> None:
        self.message = message
        self.words = message.words.words
        self.scopes = scopes
        self.segment = segment
        self.hits = [hit for hit in message.hits if self._inside(hit.first)]
        self.dated = [one for one in dated if self._inside(one.at)]
        self.facts = Facts()

    def _inside(self, i: int) -> bool:
        return any(first <= i < last for first, last in self.segment.stretches)

    def read(self) -> Facts:
        self._colour()
        self._state()
        self._hints()
        self._same()
        self._percent()
        self._shift()
        self._forecast()
        self._needs()
        return self.facts

    def _prove(self, name: str, first: int, last: int, rule: str) -> None:
        self.facts.evidence.append(
            Evidence(name, self.message.said(first, last), self.message.span(first, last), rule)
        )

    def _of(self, *senses: Sense) -> list[Hit]:
        return [hit for hit in self.hits if hit.sense in senses]

    # Colour ---------------------------------------------------------------------------------------

    def _colour(self) -> None:
        stated = [hit for hit in self._of(Sense.COLOUR) if self.scopes.standing(hit) is Standing.ASSERTED]
        stated = [hit for hit in stated if not self._is_left(hit) and not self._promised(hit)]
        if not stated:
            return
        if "respectively" in self.words and len(stated) == len(self.segment.actions):
            self.facts.in_turn = tuple(hit.cue.value for hit in stated if isinstance(hit.cue.value, Rag))
            return
        values = list(dict.fromkeys(hit.cue.value for hit in stated))
        if len(values) > 1:
            chosen = self._settled(stated)
            if chosen is None:
                self.facts.questions.append(Question("rag", tuple(str(value) for value in values)))
                return
        else:
            chosen = stated[0]
        assert isinstance(chosen.cue.value, Rag)
        self.facts.rag = chosen.cue.value
        self._prove("rag", chosen.first, chosen.last, chosen.cue.rule)

    def _is_left(self, hit: Hit) -> bool:
        """ "amber to green", "red -> amber": the first of the two is left behind."""
        after = self.words[hit.last : hit.last + 3]
        if not after or after[0] not in ("to", ">", "->", "=>", "-->", "into"):
            return False
        return any(other.sense is Sense.COLOUR and 0 < other.first - hit.last <= 2 for other in self.hits)

    def _promised(self, hit: Hit) -> bool:
        """ "green by March": a colour to come."""
        after = self.words[hit.last : hit.last + 3]
        return len(after) > 1 and after[0] in ("by", "before", "within") and DATE in after

    def _settled(self, stated: list[Hit]) -> Hit | None:
        """Of two colours said at once, the one said to be so now or on the whole."""
        now = [hit for hit in stated if self._is_now(hit)]
        if now and len({hit.cue.value for hit in now}) == 1:
            return now[-1]
        if any(hit.sense is Sense.CORRECTS for hit in self.hits):
            return stated[-1]
        return None

    def _is_now(self, hit: Hit) -> bool:
        around = (self.words[hit.first - 1] if hit.first else "", *self.words[hit.last : hit.last + 1])
        return bool({"now", "currently", "overall", "remains", "still"} & set(around))

    # State ----------------------------------------------------------------------------------------

    def _state(self) -> None:
        found: dict[Progress, Hit] = {}
        for hit in self._of(Sense.STATE):
            value = hit.cue.value
            assert isinstance(value, Progress)
            standing = self.scopes.standing(hit)
            if value is Progress.COMPLETE:
                if self._is_complete(hit, standing):
                    found.setdefault(value, hit)
            elif standing is Standing.ASSERTED and not self._is_of_a_piece(hit) and not self._only_moves(hit):
                found.setdefault(value, hit)
        if Progress.COMPLETE in found and len(found) > 1:
            found = (
                {Progress.COMPLETE: found[Progress.COMPLETE]}
                if Progress.ON_TRACK not in found
                else {Progress.ON_TRACK: found[Progress.ON_TRACK]}
            )
        if len(found) > 1:
            found.pop(Progress.ON_TRACK, None)
        if not found:
            return
        value, hit = next(iter(found.items()))
        self._prove("progress", hit.first, hit.last, hit.cue.rule)
        if value is Progress.COMPLETE and (
            self._is_unfinished(hit) or self.facts.rag in (Rag.RED, Rag.AMBER, Rag.AMBER_RED)
        ):
            self.facts.questions.append(Question("progress", (Progress.COMPLETE.value,)))
            return
        self.facts.progress = value
        if value is Progress.COMPLETE:
            self.facts.completed = next(
                (one.timescale for one in self.dated if one.role is Role.COMPLETION), None
            )

    def _only_moves(self, hit: Hit) -> bool:
        """ "deferred to April": a new date, and no pause."""
        return self._said(hit).startswith(("deferred", "postponed")) and any(
            hit.first < one.at <= hit.last + 3 for one in self.dated
        )

    def _is_of_a_piece(self, hit: Hit) -> bool:
        """ "3 out of 5 workstreams on hold", "interviews on hold": not the action."""
        first = self._subject_start(hit)
        before = self.words[first : hit.first]
        if hit.cue.value is Progress.WITHDRAWN and not all(self._is_whole(word) for word in before):
            return True
        return any(word[0].isdigit() for word in before) or any(
            first <= other.first < hit.first and other.sense in (Sense.EVENT, Sense.PART)
            for other in self.hits
        )

    def _is_complete(self, hit: Hit, standing: Standing) -> bool:
        if standing not in (Standing.ASSERTED, Standing.PAST) or self._is_of_a_day_to_come(hit):
            return False
        if self._said(hit) in PLAN_WORDS:
            complete = self.message.context.conventions.scale_complete
            return not complete or "blue" in complete
        first = self._subject_start(hit)
        if not all(self._is_whole(self.words[i]) or i in self.message.own_words for i in range(first, hit.first)):
            return False
        after = self.words[hit.last : hit.last + 1]
        return (
            not after
            or after[0] in _AFTER_DONE
            or any(other.first == hit.last and other.sense is not Sense.PART for other in self.hits)
        )

    def _subject_start(self, hit: Hit) -> int:
        """Where the words that say what is done begin: the clause, or after the reference in it."""
        first = max(self.message.clause(hit.first)[0], self._start())
        for i in range(hit.first - 1, first - 1, -1):
            if self.words[i] == REF:
                return i + 1
        return first

    def _start(self) -> int:
        return min(first for first, _ in self.segment.stretches)

    def _said(self, hit: Hit) -> str:
        return " ".join(self.words[hit.first : hit.last])

    @staticmethod
    def _is_whole(word: str) -> bool:
        return word in WHOLE_WORDS or not (word[0].isalnum()) or word in (REF, DATE, PERCENT)

    def _is_of_a_day_to_come(self, hit: Hit) -> bool:
        return any(
            one.role in (Role.FORECAST, Role.HYPOTHETICAL, Role.EVENT)
            and hit.last <= one.at <= hit.last + 4
            and self.message.clause_of[one.at] == self.message.clause_of[hit.first]
            for one in self.dated
        )

    def _is_unfinished(self, hit: Hit) -> bool:
        """ "done, but…", "complete except…", "complete, evaluation to follow"."""
        last = self.message.sentence(hit.first)[1]
        return any(
            hit.last <= other.first < last and other.sense in (Sense.EXCEPT, Sense.REMAINS)
            for other in self.hits
        ) or any(
            word in _UNFINISHED_AFTER
            for i, word in enumerate(self.words[hit.last : last], hit.last)
            if self._inside(i)
        )

    # Hints ----------------------------------------------------------------------------------------

    def _hints(self) -> None:
        suggested = [
            hit
            for hit in self._of(Sense.HINT)
            if hit.cue.value is not None and self.scopes.standing(hit) is Standing.ASSERTED
        ]
        if self.facts.rag is None and self.facts.progress in (None, Progress.ON_TRACK):
            values = [hit.cue.value for hit in suggested if isinstance(hit.cue.value, Rag)]
            if values:
                self.facts.rag_implied = min(values, key=lambda rag: rag.severity)
                hit = next(hit for hit in suggested if hit.cue.value is self.facts.rag_implied)
                self._prove("rag_implied", hit.first, hit.last, hit.cue.rule)
            elif self.facts.progress is Progress.ON_TRACK:
                self.facts.rag_implied = Rag.GREEN

    def _same(self) -> None:
        for hit in self._of(Sense.SAME):
            if self.scopes.standing(hit) not in (Standing.ASSERTED, Standing.NEGATED):
                continue
            if self._is_said_of_the_action(hit):
                self.facts.no_change = True
                self._prove("no_change", hit.first, hit.last, hit.cue.rule)
                return

    def _is_said_of_the_action(self, hit: Hit) -> bool:
        if self.words[hit.first] in ("as", "the") and hit.first > self._start() and self.words[hit.first - 1] not in _BEFORE_SAME:
            return False
        of = self.words[hit.last - 1] if self.words[hit.last - 1] in _SAME_OF else ""
        i = hit.last
        if not of and i < self.message.size and self.words[i] in _SAME_OF:
            i += 1
            of = self.words[i - 1]
        if not of:
            return True
        while i < self.message.size and self.words[i] in ("the", "my", "our", "action", "overall"):
            i += 1
        return i >= self.message.size or self.words[i] in _SAME_STILL or not self.words[i][0].isalnum()

    # Numbers --------------------------------------------------------------------------------------

    def _percent(self) -> None:
        for i, thing in self.message.words.things.items():
            if isinstance(thing, int) and self._inside(i) and thing <= 100 and self._is_share_done(i):
                self.facts.percent = thing
                self._prove("percent", i, i + 1, "share done")
                return

    def _is_share_done(self, i: int) -> bool:
        words = self.words
        after = [word for word in words[i + 1 : i + 4] if word not in ("of", "the", "way", "now", "about")]
        if after and after[0] in _DONE_WORDS:
            return not any(
                word not in WHOLE_WORDS and word[0].isalpha() and word not in _ABOUT
                for word in words[max(self.message.clause(i)[0], self._start()) : i]
            )
        first, last = self.message.clause(i)
        lone = all(
            word in _ABOUT or word in WHOLE_WORDS or not word[0].isalpha()
            for word in words[max(first, self._start()) : i]
        )
        return lone and (i + 1 >= last or not words[i + 1][0].isalpha())

    def _shift(self) -> None:
        for i, thing in self.message.words.things.items():
            if not isinstance(thing, Duration) or not self._inside(i) or thing.attributive:
                continue
            first, last = self.message.clause(i)
            moves = [
                hit for hit in self.hits
                if hit.sense in (Sense.SLIPS, Sense.BRINGS) and first <= hit.first < last and (0 <= i - hit.last <= 4 or 0 <= hit.first - i - 1 <= 3)
            ]  # fmt: skip
            if not moves or any(
                self.scopes.standing(hit)
                in (Standing.NEGATED, Standing.CONDITIONAL, Standing.ASKED, Standing.PAST)
                for hit in moves
            ):
                continue
            sign = -1 if any(hit.sense is Sense.BRINGS for hit in moves) else 1
            self.facts.shift = Shift(sign * thing.n, thing.unit)
            self._prove("shift", i, i + 1, moves[0].cue.rule)
            return

    # Dates ----------------------------------------------------------------------------------------

    def _forecast(self) -> None:
        ahead = [one for one in self.dated if one.role is Role.FORECAST and not one.alternative]
        sure = [one for one in ahead if not one.unsure] or ahead
        chosen = sure or [one for one in self.dated if one.role is Role.RECOVERY]
        if not chosen:
            return
        if self.facts.progress is Progress.COMPLETE:
            return
        times = {(one.timescale.start, one.timescale.end) for one in chosen}
        candidates = tuple(dict.fromkeys(one.span.words for one in chosen))
        if len(times) > 1 or chosen[0].unsure:
            self.facts.questions.append(Question("forecast", candidates))
            if len(times) > 1:
                return
        one = chosen[-1]
        self.facts.forecast = one.timescale
        self.facts.shift = None
        self._prove("forecast", one.at, one.at + 1, one.rule)

    # Needs ----------------------------------------------------------------------------------------

    def _needs(self) -> None:
        freed = any(self.hits and hit.sense is Sense.FREES for hit in self.hits)
        for hit in self._of(Sense.BLOCKS, Sense.CAUSES):
            if freed or not self._holds(hit):
                continue
            if hit.sense is Sense.CAUSES and (not self._holds_back(hit) or self.words[hit.last : hit.last + 1] == [DATE]):
                continue
            last = self.message.clause(hit.first)[1]
            while last > hit.last and not self.words[last - 1][-1].isalnum():
                last -= 1
            self.facts.blocked = True
            self.facts.blocker = self.message.said(hit.first, max(last, hit.last))
            self._prove("blocked", hit.first, hit.last, hit.cue.rule)
            break
        for hit in self._of(Sense.SUPPORT):
            if self.scopes.standing(hit) in (
                Standing.ASSERTED,
                Standing.FUTURE,
                Standing.ASKED,
            ) and not self._is_trapped(hit) and self.words[hit.last : hit.last + 1] not in _ASKS_TO_KNOW:
                self.facts.support = True
                self._prove("support", hit.first, hit.last, hit.cue.rule)
                break

    def _is_trapped(self, hit: Hit) -> bool:
        return any(
            other.sense is Sense.NOTHING and other.first <= hit.first and hit.last <= other.last
            for other in self.hits
        )

    def _holds(self, hit: Hit) -> bool:
        return self.scopes.standing(hit) in (Standing.ASSERTED, Standing.OTHERS) and not self._is_trapped(hit)

    def _holds_back(self, cause: Hit) -> bool:
        """Whether what is explained is a delay, a stop or a colour worse than green."""
        first, last = self.message.sentence(cause.first)
        return any(
            first <= hit.first < cause.first
            and (
                hit.sense is Sense.SLIPS
                or (hit.sense is Sense.STATE and hit.cue.value is Progress.ON_HOLD)
                or (hit.sense in (Sense.HINT, Sense.COLOUR) and hit.cue.value in (Rag.RED, Rag.AMBER, Rag.AMBER_RED))
            )
            for hit in self.hits
        ) or any(one.role is Role.BASELINE for one in self.dated)


_ASKS_TO_KNOW: Final = tuple([word] for word in ("tell", "let", "remind", "say", "explain", "show", "confirm", "point", "send"))
_DONE_WORDS: Final = frozenset(
    "complete completed done there finished delivered implemented through progressed achieved completion".split()
)
_ABOUT: Final = frozenset(
    "about around approx approximately roughly nearly almost circa c now at currently say i'd estimate over progress only just some up the".split()
)
