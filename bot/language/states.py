"""The state of the work: complete, on hold, withdrawn, not started, on track."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.lexicon.states import PLAN_WORDS
from bot.language.reading import Progress, Question, Role
from bot.language.scope import Standing
from bot.language.stretch import Stretch
from bot.language.the_rest import is_of_the_rest
from bot.language.tokens import DATE, PERCENT, REF
from bot.rag import Rag

_AFTER_DONE: Final = words_in(
    """
    and but by on at as now this last in following after ahead early before since today yesterday so
    with though although however from until within subject except apart bar other pending yet already
    too also then thanks please for to all both well again per via over green amber red while whilst
    just only save aside excluding
    across throughout everywhere everything formally today's under really basically essentially pretty
    anyway if thankfully finally tbh i we it this that my our
    """
) | {DATE, PERCENT, REF}
_GOES_ON: Final = words_in("is has was now so it this and are")
_ALSO: Final = words_in("open opened up running live installed moved launched working ready operational")
"""What is said of the action itself beside "and complete"."""
_SOME_OF: Final = words_in("all some most many several both two three four five few half")
_AMONG: Final = words_in("in at for across with on by")
_SOME: Final = words_in(
    "some most many several part one two three four five six seven eight nine ten half all-but"
)
_UNFINISHED: Final = frozenset({"but", "though", "although", "however", "albeit"})
_HEDGES: Final = frozenset({"effectively", "essentially", "basically"})
_THERE: Final = frozenset({"there", "there's"})
_STILL: Final = words_in("ongoing continuing continues going further outstanding remaining still will needed")
"""What is said of work that goes on: "there is ongoing work", "work continues", "there will be a review"."""
_IN_WORDS: Final = words_in("principle theory draft paper name")
_OBJECTS: Final = words_in("the a an our my their two three four some")
_NOT_GREEN: Final = frozenset({Rag.RED, Rag.AMBER, Rag.AMBER_RED})
_TO_COME: Final = frozenset({Role.FORECAST, Role.HYPOTHETICAL, Role.EVENT})


def read_state(stretch: Stretch) -> None:
    """Complete, on hold, withdrawn, not started, or on track; "done, but…" is a question."""
    if not stretch.of(Sense.STATE):
        return
    found: dict[Progress, Hit] = {}
    for hit in stretch.of(Sense.STATE):
        value = hit.cue.value
        if isinstance(value, Progress) and value not in found and _is_said_of_it(stretch, hit, value):
            found[value] = hit
    if not found:
        return
    facts = stretch.facts
    if len(found) > 1:
        _choose(found)
    value, hit = next(iter(found.items()))
    stretch.prove("progress", hit.first, hit.last, hit.cue.rule)
    if len(found) > 1:
        facts.questions.append(Question("progress", tuple(one.value for one in found)))
        return
    if value is Progress.COMPLETE and (
        facts.rag in _NOT_GREEN or _is_unfinished(stretch, hit) or _is_taken_back(stretch, hit)
    ):
        facts.questions.append(Question("progress", (Progress.COMPLETE.value,)))
        return
    facts.progress = value
    if value is Progress.COMPLETE:
        done = next((one for one in stretch.dated if one.role is Role.COMPLETION), None)
        if done is not None:
            facts.completed = done.timescale
            stretch.prove("completed", done.at, done.at + 1, done.rule)


def _is_a_piece_at(stretch: Stretch, i: int) -> bool:
    if stretch.words[i : i + 1] == ["now"]:
        return True
    return stretch.words[i : i + 1] not in (["all"], ["every"], ["both"]) and any(
        other.sense in (Sense.PART, Sense.EVENT) for other in stretch.message.hits_between(i, i + 2)
    )


def _is_taken_back(stretch: Stretch, hit: Hit) -> bool:
    """ "done. Actually no, not done"."""
    return any(
        other.first > hit.first
        and other.cue.value is Progress.COMPLETE
        and stretch.scopes.standing(other) is Standing.NEGATED
        for other in stretch.of(Sense.STATE)
    )


def _choose(found: dict[Progress, Hit]) -> None:
    """On track beside another state gives way to it, but "almost complete, on track" was never complete."""
    if Progress.ON_TRACK in found:
        found.pop(Progress.ON_TRACK)
    if Progress.COMPLETE in found and Progress.WITHDRAWN in found:
        found.pop(Progress.COMPLETE)


def _is_said_of_it(stretch: Stretch, hit: Hit, value: Progress) -> bool:
    standing = stretch.scopes.standing(hit)
    if value is Progress.COMPLETE:
        return _is_complete(stretch, hit, standing)
    if (
        stretch.words[hit.last : hit.last + 1]
        and stretch.words[hit.last] in _OBJECTS
        and value is not Progress.ON_TRACK
        and not _takes_the_action(stretch, hit, value)
    ):
        return False
    if standing is not Standing.ASSERTED:
        return False
    if value is Progress.ON_HOLD and _only_moves(stretch, hit):
        return False
    return not _is_of_a_piece(stretch, hit, value)


def _takes_the_action(stretch: Stretch, hit: Hit, value: Progress) -> bool:
    """ "not started the induction pack": the action by its own words, and no piece of it."""
    return value is Progress.NOT_STARTED and hit.last + 1 in stretch.own


def _only_moves(stretch: Stretch, hit: Hit) -> bool:
    """ "deferred to April": a new date, and no pause."""
    return stretch.said(hit).startswith(("deferred", "postponed")) and any(
        hit.first < one.at <= hit.last + 3 for one in stretch.dated
    )


def _is_of_a_piece(stretch: Stretch, hit: Hit, value: Progress) -> bool:
    """ "3 out of 5 workstreams on hold", "interviews on hold": not the action."""
    first = stretch.subject_start(hit.first)
    if value is Progress.WITHDRAWN and not stretch.is_of_the_whole(first, hit.first):
        return True
    if any(
        stretch.words[i] in _SOME_OF
        and stretch.words[i + 1][0].isalpha()
        and not stretch.is_of_the_whole(i + 1, i + 2)
        for i in range(first, hit.first - 1)
    ):
        return True
    if any(stretch.words[i][0].isdigit() and i - 1 not in stretch.own for i in range(first, hit.first)):
        return True
    if value is Progress.ON_TRACK:
        return False
    return any(
        other.sense in (Sense.EVENT, Sense.PART) for other in stretch.message.hits_between(first, hit.first)
    )


def _is_complete(stretch: Stretch, hit: Hit, standing: Standing) -> bool:
    if standing not in (Standing.ASSERTED, Standing.PAST, Standing.OTHERS) or _is_of_a_day_to_come(
        stretch, hit
    ):
        return False
    if stretch.said(hit) in PLAN_WORDS:
        complete = stretch.message.context.conventions.scale_complete
        return not complete or "blue" in complete
    if not _is_subject_whole(stretch, hit) or _is_to_follow(stretch, hit):
        return False
    if not stretch.is_inside(hit.last):
        return True  # the next action's words begin
    after = stretch.words[hit.last : hit.last + 2]
    if len(after) > 1 and after[0] in _AMONG and (after[1][0].isdigit() or after[1] in _SOME):
        return False
    if not after or after[0] in _AFTER_DONE or not after[0][0].isalnum():
        return True
    following = stretch.message.hits_between(hit.last, hit.last + 1)
    return bool(following) and all(
        other.sense is not Sense.PART and other.sense is not Sense.EVENT for other in following
    )


def _is_to_follow(stretch: Stretch, hit: Hit) -> bool:
    """ "one more report, then we can close": not closed before."""
    before = stretch.words[max(stretch.message.clause(hit.first)[0], hit.first - 3) : hit.first]
    return "then" in before and stretch.words[hit.first] in ("can", "close", "closed")


def _is_subject_whole(stretch: Stretch, hit: Hit) -> bool:
    """Whether it is the action that is done: "this is done", "2.4 went to the board and is now closed"."""
    first = stretch.subject_start(hit.first)
    if stretch.is_of_the_whole(first, hit.first) or is_of_the_rest(stretch, first, hit.first):
        return True
    words = stretch.words
    if all(words[i] in _ALSO or stretch.is_of_the_whole(i, i + 1) for i in range(first, hit.first)):
        return words[hit.first - 1] in _GOES_ON
    if not any(other.sense is Sense.PAST for other in stretch.message.hits_between(first, first + 1)):
        return False
    return any(
        words[i] == "and" and words[i + 1] in _GOES_ON and stretch.is_of_the_whole(i + 1, hit.first)
        for i in range(first, hit.first - 1)
    )


def _is_of_a_day_to_come(stretch: Stretch, hit: Hit) -> bool:
    """ "done by Friday", "done by the time of the January board"."""
    reach = 8 if stretch.words[hit.last : hit.last + 1] == ["by"] else 4
    return any(
        one.role in _TO_COME
        and hit.last <= one.at <= hit.last + reach
        and stretch.message.clause_of[one.at] == stretch.message.clause_of[hit.first]
        for one in stretch.dated
    )


def _is_unfinished(stretch: Stretch, hit: Hit) -> bool:
    """ "done, but…", "complete except…", "complete, evaluation to follow"."""
    if stretch.words[hit.first - 1] in _HEDGES and hit.first:
        return True
    if stretch.scopes.standing(hit) is Standing.OTHERS:
        return True
    after = stretch.words[hit.last : hit.last + 2]
    if after[:1] == ["if"] or (after[:1] == ["for"] and _is_a_piece_at(stretch, hit.last + 1)):
        return True  # "done if you ignore ward 7", "complete for phase 1"
    if len(stretch.words) > hit.last + 1 and stretch.words[hit.last + 1] in _IN_WORDS:
        return True
    last = stretch.message.sentence(hit.first)[1]
    rest = stretch.words[hit.last : last]
    if "only" in rest and "left" in rest[rest.index("only") :]:
        return True  # "finished, only the report left"
    done = {  # "finished, nothing more to do"
        i
        for other in stretch.of(Sense.STATE)
        if other.cue.value is Progress.COMPLETE
        for i in range(other.first, other.last)
    }
    for sense in (Sense.EXCEPT, Sense.REMAINS, Sense.BLOCKS):
        if any(hit.last <= other.first < last and other.first not in done for other in stretch.of(sense)):
            return True
    return _goes_on_after(stretch, last) or any(
        word in _UNFINISHED and stretch.is_inside(i)
        for i, word in enumerate(stretch.words[hit.last : last], hit.last)
    )


def _goes_on_after(stretch: Stretch, first: int) -> bool:
    """ "Delivered. There is ongoing work to…": the sentence from word `first` on tells that it goes on."""
    words = stretch.words[first : first + 5]
    if not words or not stretch.is_inside(first):
        return False
    if words[0] in _THERE and (words[0] == "there's" or words[1:2] in (["is"], ["are"], ["will"])):
        return not _STILL.isdisjoint(words[1:])
    return "work" in words[:2] and not _STILL.isdisjoint(words[1:])
