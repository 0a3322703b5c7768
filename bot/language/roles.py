"""What each date of a message is about, by the words that govern it, and so which occurrence is meant."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.language.cues import Hit
from bot.language.dates import DateSpan, Direction
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FIRM, WEAK
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import DATE, Message
from bot.language.reading import Progress, Role
from bot.language.scope import Scopes, Standing
from bot.rag import Rag
from bot.timescale import Timescale


@dataclass(slots=True)
class Dated:
    """A date of the message with its part in it; `unsure` where no words settle whether it is the finish."""

    at: int
    span: DateSpan
    role: Role
    rule: str
    timescale: Timescale
    unsure: bool = False
    alternative: bool = False


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
        Sense.NEGATES,
        Sense.HINT,
        Sense.SAME,
    }
)
_PAST_ROLES: Final = frozenset({Role.PAST_EVENT, Role.COMPLETION, Role.BASELINE})
_NOT_ROLES: Final = frozenset({"rather", "instead", "not"})


def dates_of(message: Message, scopes: Scopes, starts: list[int]) -> list[Dated]:
    """Every date with its role and its days; `starts` are the words where another action's words begin."""
    found: list[Dated] = []
    spans = list(message.dates())
    if not spans:
        return found
    for number, (at, span) in enumerate(spans):
        floor = _last_start(starts, at)
        before = max(spans[number - 1][0] if number else -1, floor - 1)
        after = spans[number + 1][0] if number + 1 < len(spans) else message.size
        role, rule, unsure = _Judge(
            message, scopes, at, before, after, floor
        ).role()
        found.append(Dated(at, span, role, rule, span.resolve(_direction(role)), unsure))
    _pair(message, found)
    return found


def _last_start(starts: list[int], at: int) -> int:
    k = bisect_right(starts, at)
    return starts[k - 1] if k else 0


def _direction(role: Role) -> Direction:
    return Direction.PAST if role in _PAST_ROLES else Direction.FUTURE


class _Judge:
    """Decides the role of one date from the cues of its clause, nearest first."""

    def __init__(
        self, message: Message, scopes: Scopes, at: int, before: int, after: int, floor: int
    ) -> None:
        self.message = message
        self.words = message.words.words
        self.scopes = scopes
        self.at = at
        first, last = message.clause(at)
        first, last = max(first, at - _WINDOW), min(last, at + _WINDOW)
        self.first, self.last = first, last
        hits = [hit for hit in message.hits_between(first, last) if hit.sense in _GOVERNS]
        low, high = max(first, before + 1), min(last, after)
        self.left = [hit for hit in hits if low <= hit.first and hit.last <= at]
        self.left.sort(key=lambda hit: (hit.last, hit.last - hit.first), reverse=True)
        self.spanning = [hit for hit in hits if hit.first <= at < hit.last]
        self.right = [hit for hit in hits if at < hit.first and hit.last <= high]
        self.subject = [hit for hit in hits if max(first, floor) <= hit.first < low]

    def role(self) -> tuple[Role, str, bool]:
        """The role, the rule's name, and whether the words leave it open."""
        if self.message.plain.struck and self.message.is_struck(self.at):
            return Role.NEGATED, "struck", False
        if self._is_leave():
            return Role.EVENT, "away", False
        for judge in (self._by_words_beside, self._by_left, self._by_right):
            settled = judge()
            if settled is not None:
                role, rule = settled
                unsure = self._is_anothers() or (rule is LED_TO and self._is_vague())
                return self._checked(role), rule, role is Role.FORECAST and unsure
        return self._by_default()

    def _is_vague(self) -> bool:
        """ "HR can't replace them until April": a date led to by "until" or "from", after other matters."""
        if self.words[self.at - 1] in ("by", "for"):
            return False
        turn = {self.scopes.ends[i].sense for i in range(self.first, self.at) if i in self.scopes.ends}
        return Sense.NEGATES in turn and not self._is_light()

    def _is_leave(self) -> bool:
        if not self.scopes.absences:
            return False
        first = max(self.message.sentence(self.at)[0], self.at - _WINDOW)
        return any(hit.sense is Sense.AWAY for hit in self.message.hits_between(first, self.at))

    def _is_anothers(self) -> bool:
        """ "the builders say they'll be finished by Christmas": whose finish?"""
        return any(self.scopes.ends[i].sense is Sense.OTHERS for i in range(self.first, self.at) if i in self.scopes.ends)

    def _checked(self, role: Role) -> Role:
        """A condition makes a forecast hypothetical, save where a good thing follows ("if approved we can go live")."""
        if role is Role.FORECAST and self.scopes.is_conditional(self.at) and not self._is_promise():
            return Role.HYPOTHETICAL
        return role

    def _is_promise(self) -> bool:
        firm = any(self._said(hit) in FIRM for hit in self.left if hit.sense is Sense.TARGET)
        return firm and not any(hit.sense is Sense.SLIPS for hit in self.left)

    def _said(self, hit: Hit) -> str:
        return " ".join(self.words[hit.first : hit.last])

    def _by_words_beside(self) -> tuple[Role, str] | None:
        before = self.words[max(self.first, self.at - 3) : self.at]
        if before[-2:] in (["rather", "than"], ["instead", "of"]) or before[-1:] == ["was"]:
            return Role.BASELINE, "replaced"
        if before[-1:] == ["not"] or before[-2:] == ["no", "longer"] or before[-3:-1] == ["no", "longer"]:
            return Role.NEGATED, "negated"
        for hit in self.spanning:
            if hit.sense is Sense.EVENT or (hit.sense is Sense.STATE and hit.cue.value is Progress.NOT_STARTED):
                return Role.EVENT, "starts"
            if hit.sense is Sense.SAME:
                return Role.PAST_EVENT, "last time"
            if hit.sense is Sense.STATE:
                return Role.FORECAST, "held until"
        said = self.message.words.things[self.at]
        if isinstance(said, DateSpan) and said.words.lower().startswith("past ") and self.left and self.left[0].sense is Sense.SLIPS:
            return Role.BASELINE, "past"
        if before[-1:] == ["back"] and not any(hit.sense is Sense.SLIPS and hit.last == self.at for hit in self.left):
            return self._event("back then")
        for hit in self.right:
            if hit.first - self.at <= 1 and hit.sense is Sense.EVENT:
                return self._event("event after")
        for hit in self.left:
            if hit.sense is Sense.HINT and self.at - hit.last <= 1 and hit.cue.value is Rag.RED and self._said(hit).endswith(_REACHES):
                return (Role.BASELINE, "missed") if "miss" in self._said(hit) else (Role.NEGATED, "out of reach")
        after = self.words[self.at + 1 : self.last]
        if after[:1] and "missed" in after[:4]:
            return Role.BASELINE, "missed"
        return None

    def _event(self, rule: str) -> tuple[Role, str]:
        return (Role.PAST_EVENT if self._is_past() else Role.EVENT), rule

    def _is_past(self) -> bool:
        """Whether the clause tells of something that happened, and the date could have been then."""
        if not any(hit.sense is Sense.PAST for hit in (*self.left, *self.right, *self.subject)):
            return False
        if self.scopes.is_conditional(self.at) and "had" not in self.words[self.first : self.at]:
            return False
        if self.words[self.at - 1] in ("until", "till", "til", "by") and self.at > self.first:
            return False
        turn = [self.scopes.ends[i].sense for i in range(self.first, self.at) if i in self.scopes.ends]
        if Sense.FUTURE in turn:
            return False
        span = self.message.words.things[self.at]
        return isinstance(span, DateSpan) and (
            not span.has_year or span.resolve().start <= self.message.today
        )

    def _by_left(self) -> tuple[Role, str] | None:
        events = [hit for hit in (*self.left, *self.subject) if hit.sense is Sense.EVENT and not self._is_place(hit)]
        if self.words[self.first] == "(" and self.first:
            before = self.message.clause(self.first - 1)[0]
            events += [hit for hit in self.message.hits_between(before, self.first) if hit.sense is Sense.EVENT]
        for hit in self.left:
            settled = self._by_hit(hit, events)
            if settled is not None:
                return settled
        if self._is_this_round():
            return Role.PAST_EVENT, "this round"
        if events and not (self.scopes.is_conditional(self.at) and self._starts_again(events[0])):
            return self._event("event")
        if any(hit.sense is Sense.TARGET for hit in self.left):
            return (Role.PAST_EVENT, "gone by") if self._is_gone_by() else (Role.FORECAST, LED_TO)
        return None

    def _is_gone_by(self) -> bool:
        span = self.message.words.things[self.at]
        return isinstance(span, DateSpan) and span.has_year and span.resolve().end < self.message.today

    def _by_hit(self, hit: Hit, events: list[Hit]) -> tuple[Role, str] | None:
        sense = hit.sense
        if sense is Sense.ORIGINAL:
            return Role.BASELINE, "original"
        if sense is Sense.COLOUR:
            return self._by_colour(hit)
        if sense is Sense.STATE:
            return self._by_state(hit, events)
        if sense is Sense.TARGET:
            said = self._said(hit)
            if said in WEAK or (said.endswith(" by") and self.words[hit.last] not in (DATE, "the", "around", "about")):
                return None
            if events and said not in FIRM:
                return self._event("event due")
            if any(self._is_subject_of(event, hit, 3) for event in events):
                return self._event("event finishes")
            return Role.FORECAST, "target"
        if sense in (Sense.SLIPS, Sense.BRINGS, Sense.ARROW):
            if any(self._is_subject_of(event, hit, 2) for event in events):
                return self._event("event moves")
            return Role.FORECAST, "moved"
        if sense is Sense.EVENT:
            return self._event("event") if hit in events else None
        if sense is Sense.PAST and self._is_past():
            return (Role.COMPLETION, "done then") if self._is_done() else (Role.PAST_EVENT, "happened")
        return None

    def _is_done(self) -> bool:
        return any(
            hit.sense is Sense.STATE
            and hit.cue.value is Progress.COMPLETE
            and self.scopes.standing(hit) in (Standing.ASSERTED, Standing.PAST)
            for hit in self.left
        )

    def _is_subject_of(self, event: Hit, verb: Hit, reach: int) -> bool:
        """Whether the event is what finishes or moves, as in "interviews slipped to"."""
        between = self.words[event.last : verb.first]
        return 0 <= verb.first - event.last <= reach and not _OTHER_SUBJECTS & set(between)

    def _is_this_round(self) -> bool:
        """ "no change this month", "red this week": when it is said, and no promise."""
        span = self.message.words.things[self.at]
        said = any(hit.sense in (Sense.SAME, Sense.COLOUR, Sense.HINT) for hit in (*self.left, *self.subject))
        return said and isinstance(span, DateSpan) and span.words.lower().startswith(("this ", "today")) and not any(
            hit.sense is Sense.TARGET and self._said(hit) not in WEAK for hit in self.left
        )

    def _starts_again(self, event: Hit) -> bool:
        return bool({"it'll", "it", "we", "we'll", "this"} & set(self.words[event.last : self.at]))

    def _is_place(self, event: Hit) -> bool:
        """ "signed off at Exec on": where it happens, while the verb before says what."""
        lead = self.words[max(self.first, event.first - 2) : event.first + 1]
        verbs = (Sense.PAST, Sense.STATE, Sense.TARGET)
        return ("at" in lead or lead[-2:-1] == ["by"]) and any(
            hit.sense in verbs and hit.last <= event.first and self._said(hit) not in WEAK for hit in self.left
        )

    def _by_colour(self, hit: Hit) -> tuple[Role, str] | None:
        between = self.words[hit.last : self.at]
        if len(between) > _NEAR or any(word in ("if", "but") for word in between):
            return None
        until = bool({"until", "till", "til"} & set(between))
        if hit.cue.value is Rag.RED:
            return (Role.RECOVERY, "red until") if until else None
        future = self.scopes.standing(hit) is Standing.FUTURE
        if future and not until and {"might", "may", "could"} & set(self.words[self.first : hit.first]):
            return Role.HYPOTHETICAL, "colour perhaps"
        if future or until or {"by", "within", "before"} & set(between):
            return Role.RECOVERY, "colour by then"
        return None

    def _by_state(self, hit: Hit, events: list[Hit]) -> tuple[Role, str] | None:
        standing = self.scopes.standing(hit)
        if hit.cue.value is Progress.COMPLETE:
            if standing is Standing.FUTURE or self.leads_on(hit):
                return self._event("event finishes") if events else (Role.FORECAST, "done by then")
            if standing in (Standing.ASSERTED, Standing.PAST, Standing.CONDITIONAL, Standing.PARTIAL):
                return Role.COMPLETION, "done then"
            return None
        if hit.cue.value is Progress.ON_TRACK:
            back = self.words[hit.first] == "back" or standing is Standing.FUTURE
            return (
                (Role.RECOVERY, "back on track")
                if back and "by" in self.words[hit.last : self.at]
                else (Role.FORECAST, "on track for")
            )
        if hit.cue.value is Progress.NOT_STARTED:
            return Role.EVENT, "starts"
        return (Role.FORECAST, "held until") if hit.cue.value is Progress.ON_HOLD else None

    def leads_on(self, hit: Hit) -> bool:
        """Whether "done" is said of a day to come: "done by Friday", "complete Jan-27"."""
        span = self.message.words.things[self.at]
        if not isinstance(span, DateSpan):
            return False
        coming = span.resolve(Direction.FUTURE)
        if coming.end < self.message.today or (span.has_year and coming.start > self.message.today):
            return coming.end >= self.message.today
        between = self.words[hit.last : self.at]
        if {"by", "before", "until", "within", "ahead"} & set(between):
            return not {"was", "were"} & set(self.words[self.first : hit.first])
        return span.words.startswith(("in ", "next", "tomorrow", "this coming", "a fortnight", "within")) or (
            self._said(hit) in {"complete", "done", "close", "sorted"}
            and bool({"for", "in"} & set(between))
            and (coming.start - self.message.today).days < 120
            and span.rule != "weekday"
        )

    def _by_right(self) -> tuple[Role, str] | None:
        for hit in self.right:
            if hit.sense is Sense.EVENT:
                return self._event("event after")
            if hit.sense is Sense.PAST and not self.left and self._is_past():
                return Role.PAST_EVENT, "happened"
            if hit.sense is Sense.ORIGINAL and self.words[hit.last : hit.last + 1] != [DATE]:
                return Role.BASELINE, "original"
            if hit.sense is Sense.TARGET and self._said(hit) not in WEAK:
                return Role.FORECAST, "target after"
        return None

    def _by_default(self) -> tuple[Role, str, bool]:
        light = self._is_light()
        if self._is_past() or self._is_gone_by() or self._is_this_round():
            return Role.PAST_EVENT, "happened", False
        turn = [self.scopes.ends[i].sense for i in range(self.first, self.at) if i in self.scopes.ends]
        role = self._checked(Role.FORECAST)
        if light:
            return role, "bare date", False
        if any(self.scopes.ends[i].sense is Sense.NOW for i in range(self.at - 2, self.at) if i in self.scopes.ends):
            return role, "now", False
        return role, "date to come", Sense.FUTURE not in turn

    def _is_light(self) -> bool:
        """Whether nothing else is said in the clause but the date."""
        return all(
            word in WHOLE_WORDS or not word[0].isalpha() or word in _LIGHT
            for word in (*self.words[self.first : self.at], *self.words[self.at + 1 : self.last])
        )


LED_TO: Final = "led to"
_REACHES: Final = ("make", "meet", "hit", "miss", "achieve", "deliver", "finish", "complete", "deadline", "date", "target", "land")
_WINDOW: Final = 40
_NEAR: Final = 5
_OTHER_SUBJECTS: Final = frozenset({"for", "we", "it", "i", "this", "they", "that", "and", "then", "so", "action"})
_LIGHT: Final = frozenset(
    "for the a an of maybe perhaps then around about or afraid sorry realistically probably now hopefully think i'm early mid late end".split()
)


def _pair(message: Message, found: list[Dated]) -> None:
    """Two dates that belong together: "from A to B", "A -> B", "A or B"; and old dates before the new one."""
    words = message.words.words
    for old, new in zip(found, found[1:], strict=False):
        between = words[old.at + 1 : new.at]
        if message.sentence_of[old.at] != message.sentence_of[new.at] or len(between) > 4:
            continue
        if old.role is Role.BASELINE and words[new.at - 1] == "then" and new is not found[-1]:
            new.role, new.rule = Role.BASELINE, "then"
        moved = between[:1] and (
            between[0] in (">", "->", "=>", "-->") or (between[0] == "to" and words[old.at - 1] == "from")
        )
        if moved:
            old.role, old.rule = Role.BASELINE, "from"
            if new.role is not Role.EVENT:
                new.role, new.rule, new.unsure = Role.FORECAST, "to", False
        elif (
            between in (["or"], ["or", "even"], ["or", "possibly"], ["maybe"], ["or", "maybe"])
            and old.role is new.role
        ):
            old.alternative = True
        elif between in (["or"],):
            new.role, new.rule, new.unsure = old.role, old.rule, old.unsure
            old.alternative = True
    ahead = _latest_forecast(found)
    for one in found:
        if one.role is Role.BASELINE:
            one.timescale = (
                one.span.resolve(Direction.PAST, before=ahead) if ahead else one.span.resolve(Direction.PAST)
            )
        elif one.rule == "to":
            one.timescale = one.span.resolve(Direction.FUTURE)


def _latest_forecast(found: list[Dated]) -> date | None:
    ahead = [one.timescale.start for one in found if one.role in (Role.FORECAST, Role.RECOVERY)]
    return max(ahead) if ahead else None
