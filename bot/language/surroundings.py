"""The words around one date: the cues of its clause, nearest first, and what they amount to."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.dates import DateSpan
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FIRM_OF_ALL, WEAK
from bot.language.lexicon.light import FINISHED, LAST_TIMES, LIGHT, SPEAKERS
from bot.language.lexicon.listing import words_in
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import Message
from bot.language.of_another import speaks_of_another
from bot.language.reading import Progress
from bot.language.scope import Scopes, Standing
from bot.language.tokens import DATE, PERCENT, REF
from bot.timescale import Timescale

_GOVERNS: Final = frozenset(
    {
        Sense.TARGET,
        Sense.ORIGINAL,
        Sense.EVENT,
        Sense.SLIPS,
        Sense.BRINGS,
        Sense.PAST,
        Sense.ARROW,
        Sense.STATE,
        Sense.COLOUR,
        Sense.HINT,
        Sense.SAME,
        Sense.PART,
    }
)
_WINDOW: Final = 40
_TOLD: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.SAME})
_SHORT: Final = 3
_FEW: Final = 5
_NEAR: Final = 12
_OTHER_SUBJECTS: Final = words_in("for we it i this they that and then so action") | {REF}
_LEAVE: Final = words_in("leave sick holiday maternity al off")
_LIGHT_OR_WHOLE: Final = LIGHT | WHOLE_WORDS | {DATE, ",", "."}
_OPEN: Final = frozenset({"until", "till", "til", "by"})
_HAPPENS: Final = frozenset({"goes", "closes", "starts", "opens", "meets", "begins"})
"""Where the nearest word is one of these, the clause tells of what is yet to happen."""
_PRINTS: Final = frozenset({"printers", "printer", "printing", "print"})
_LAST_OF_IT: Final = frozenset({"rest", "last", "final", "remaining", "remainder", "itself"})
_ALL_OF_IT: Final = frozenset({"all", "every", "everyone", "everything", "whole"})
_NEAR_DAYS: Final = 60
_FAR_DAYS: Final = 183
_VERBS: Final = frozenset({Sense.PAST, Sense.STATE, Sense.TARGET})


class Surroundings:
    """A date at word `at`, what stands around it in its clause, and the steps that clause tells of.

    `around` are the words of the dates on either side, and the word where another action's words end.
    `coming` is the date's next occurrence.
    """

    __slots__ = (
        "after",
        "at",
        "coming",
        "events",
        "first",
        "floor",
        "last",
        "left",
        "message",
        "right",
        "scopes",
        "span",
        "spanning",
        "subject",
        "words",
    )

    def __init__(
        self,
        message: Message,
        scopes: Scopes,
        at: int,
        span: DateSpan,
        coming: Timescale,
        around: tuple[int, int, int],
    ) -> None:
        self.message, self.scopes, self.at, self.span, self.coming = message, scopes, at, span, coming
        self.words = message.words.words
        before, after, floor = around
        self.floor = floor
        first, last = message.clause(at)
        self.first, self.last = first, last = max(first, at - _WINDOW), min(last, at + _WINDOW)
        self.left: list[Hit] = []
        self.spanning: list[Hit] = []
        self.right: list[Hit] = []
        self.subject: list[Hit] = []
        low, high = max(first, before + 1), min(last, after)
        for hit in message.hits_between(first, last):
            if hit.sense not in _GOVERNS:
                continue
            if hit.first < low:
                if hit.first >= floor:
                    self.subject.append(hit)
            elif hit.last <= at:
                self.left.append(hit)
            if hit.first > at:
                if hit.last <= high:
                    self.right.append(hit)
            elif hit.last > at:
                self.spanning.append(hit)
        if len(self.left) > 1:
            self.left.sort(key=lambda hit: (hit.last, hit.last - hit.first), reverse=True)
        self.events = self._events()

    def _events(self) -> list[Hit]:
        events = [
            hit
            for hit in (*self.left, *self.subject)
            if hit.sense is Sense.EVENT and not self._is_place(hit) and not self._is_leave_before(hit)
        ]
        if self.words[self.first] == "(" and self.first:
            before = self.message.clause(self.first - 1)[0]
            between = self.message.hits_between(max(before, self.first - _WINDOW), self.first)
            events += [hit for hit in between if hit.sense is Sense.EVENT]
        return events

    def _is_leave_before(self, event: Hit) -> bool:
        """ "with three people on leave 2.2 has slipped to March": the date is of the action named since."""
        return self.words[event.last - 1] in _LEAVE and self.is_named_since(event.last)

    def is_named_since(self, i: int) -> bool:
        """Whether an action is named between word `i` and the date."""
        own = self.message.own_words
        return any(self.words[k] == REF or k in own for k in range(i, self.at))

    def _is_place(self, event: Hit) -> bool:
        """ "signed off at Exec on": where it happens, while the verb before says what."""
        lead = self.words[max(self.first, event.first - 2) : event.first + 1]
        return ("at" in lead or lead[-2:-1] == ["by"]) and any(
            hit.sense in _VERBS and hit.last <= event.first and self.said(hit) not in WEAK
            for hit in self.left
        )

    def said(self, hit: Hit) -> str:
        """The cue's words."""
        return " ".join(self.words[hit.first : hit.last])

    def turned(self, sense: Sense, reach: int = _WINDOW) -> bool:
        """Whether a turning word of this sense stands before the date in its clause."""
        ends = self.scopes.ends
        return sense in self.message.senses and any(
            i in ends and ends[i].sense is sense for i in range(max(self.first, self.at - reach), self.at)
        )

    def is_at_print(self) -> bool:
        """ "with the printers, back 3 December": printing is the last step of what is printed."""
        first = self.message.sentence(self.at)[0]
        return bool(_PRINTS & set(self.words[max(first, self.at - _NEAR) : self.at]))

    def is_past(self) -> bool:
        """Whether the clause tells of something that happened, and the date could have been then."""
        if not any(self._tells_of_past(hit) for hit in (*self.left, *self.right, *self.subject)):
            return False
        if self.left and self.words[self.left[0].first] in _HAPPENS:
            return False
        if self.scopes.is_conditional(self.at) and "had" not in self.words[self.first : self.at]:
            return False
        if self.at > self.first and self.words[self.at - 1] in _OPEN:
            return False
        if self._is_still_to_be():
            return False
        if self.turned(Sense.FUTURE) or self.span.words.lower().startswith("within"):
            return False
        return not self.span.has_year or self.coming.start <= self.message.today

    def _is_still_to_be(self) -> bool:
        """ "w/c 30/11 printing finished", a week before: the participle of what will be so by then."""
        if self.span.has_year or self.left or "was" in self.words[self.first : self.last]:
            return False
        days = (self.coming.start - self.message.today).days
        return 0 < days < _NEAR_DAYS and any(
            hit.sense is Sense.PAST and self.words[hit.first] in FINISHED and hit.last == self.last_word()
            for hit in self.right
        )

    def last_word(self) -> int:
        """The place after the last word of the clause, its full stop or comma left out."""
        last = self.last
        while last > self.at and not self.words[last - 1][0].isalnum():
            last -= 1
        return last

    def _tells_of_past(self, hit: Hit) -> bool:
        """A verb of the past, or "last time"; "the last ward" is one still to come.

        "After the board in January" tells of what was only when the next January is far away.
        """
        if self.said(hit) == "after the" and hit.sense is Sense.PAST:
            return (self.coming.start - self.message.today).days > _FAR_DAYS
        if hit.sense is not Sense.PAST or hit.last - hit.first > 1 or self.words[hit.first] != "last":
            return hit.sense is Sense.PAST
        after = self.words[hit.last] if hit.last < len(self.words) else ""
        if after[:1].isalpha() and after not in LAST_TIMES:
            return False
        return not (hit.first > self.at and self.words[hit.first - 1] == "the")

    def is_lately(self) -> bool:
        """Whether a date said without its year was less than half a year ago, and comes next in more."""
        return not self.span.has_year and (self.coming.start - self.message.today).days > _FAR_DAYS

    def is_gone_by(self) -> bool:
        """Whether the words themselves put the date in the past."""
        return self.span.has_year and self.coming.end < self.message.today

    def is_this_round(self) -> bool:
        """ "no change this month", "red this week": when it is said, and no promise."""
        return (
            self.span.words.lower().startswith(("this ", "today"))
            and any(
                hit.sense in (Sense.SAME, Sense.COLOUR, Sense.HINT) for hit in (*self.left, *self.subject)
            )
            and not any(hit.sense is Sense.TARGET and self.said(hit) not in WEAK for hit in self.left)
        )

    def is_light(self) -> bool:
        """Whether nothing else is said in the clause, near the date, but the date."""
        first, last = max(self.first, self.at - _NEAR), min(self.last, self.at + _NEAR)
        if _LIGHT_OR_WHOLE.issuperset(self.words[first:last]):
            return True
        told = {
            i for hit in (*self.left, *self.right) if hit.sense in _TOLD for i in range(hit.first, hit.last)
        }
        if PERCENT not in self.words[first:last]:  # "82% of letters within a day in October" is a measure
            told |= self.message.own_words
        return all(
            (word in _LIGHT_OR_WHOLE and not self._is_a_paper(i)) or i in told or not word[0].isalpha()
            for i, word in enumerate(self.words[first:last], first)
        )

    def _is_a_paper(self, i: int) -> bool:
        """ "report in March": a thing to be written, where "happy to report March" only speaks."""
        return self.words[i] in ("report", "update") and self.words[max(0, i - 1)] not in SPEAKERS

    def is_of_something_else(self) -> bool:
        """Whether what is to happen then is said of something beside the action: "DPIA to be complete by"."""
        start = max(self.first, self.floor)
        said = set(self.words[start : self.at])
        firm = any(hit.sense is Sense.TARGET and self.said(hit) in FIRM_OF_ALL for hit in self.left)
        piece = any(hit.sense is Sense.PART for hit in self.left)
        if (said & _LAST_OF_IT and not piece) or (firm and said & _ALL_OF_IT):
            return False
        places = {hit.first for hit in self.left if hit.sense is Sense.EVENT and self._is_place(hit)}
        return speaks_of_another(self.message, start, self.at, places)

    def is_last_of_it(self) -> bool:
        """ "final swap summer 2027", "w/e 6/12 for the last ward": what ends it all."""
        near = self.words[max(self.first, self.floor, self.at - _FEW) : self.at + _FEW]
        return bool({"last", "final"} & set(near))

    def is_awaited(self) -> bool:
        """ "waiting for a reply, due 4 December": the date of what is waited for."""
        if self.first == 0 or self.words[self.first - 1] != "," or self.at - self.first > _SHORT:
            return False
        before = max(self.message.clause(self.first - 1)[0], self.first - _WINDOW)
        waits = any(
            hit.sense is Sense.BLOCKS and self.words[hit.first].startswith(("wait", "await"))
            for hit in self.message.hits_between(before, self.first)
        )
        return waits and any(
            hit.sense is Sense.TARGET and self.words[hit.first] in ("due", "expected", "expect", "promised")
            for hit in self.left
        )

    def is_done(self) -> bool:
        """Whether the clause says before the date that the action is done."""
        return any(
            hit.sense is Sense.STATE
            and hit.cue.value is Progress.COMPLETE
            and self.scopes.standing(hit) in (Standing.ASSERTED, Standing.PAST)
            for hit in self.left
        )

    def is_subject_of(self, verb: Hit, reach: int) -> bool:
        """Whether a step is what finishes or moves, as in "interviews slipped to"."""
        return any(
            0 <= verb.first - event.last <= reach
            and not _OTHER_SUBJECTS & set(self.words[event.last : verb.first])
            for event in self.events
        )
