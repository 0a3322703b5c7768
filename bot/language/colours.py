"""The colour a lead states: one, or a question between those said."""

from __future__ import annotations

from typing import Final

from bot.language.asking import opens_question
from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import Progress, Question, Role
from bot.language.scope import Standing
from bot.language.stretch import Stretch
from bot.language.tokens import DATE, REF
from bot.rag import Rag

_BEHIND: Final = frozenset({"to", ">", "->", "=>", "-->", "into"})
_NOW: Final = frozenset({"now", "currently", "overall", "remains", "still"})
_ON_THE_WHOLE: Final = words_in("mostly largely broadly mainly")
_PERHAPS: Final = frozenset({"probably", "possibly", "perhaps", "maybe"})
_IF: Final = frozenset({"if", "unless", "provided", "providing", "assuming"})
_ELSE: Final = frozenset({"otherwise", "else"})
_OPENS_CONDITION: Final = frozenset({"if", "unless", "when", "once"})
_SPEAKS: Final = words_in("says said tells told thinks reckons asked confirmed")
_FROM_HERE: Final = words_in("my our me us here the this now today")
_TWO: Final = 2


def read_colour(stretch: Stretch) -> None:
    """The lead's current stated colour; two at once are a question."""
    stated = [hit for hit in stretch.of(Sense.COLOUR) if _is_stated(stretch, hit)]
    if len(stated) > 1:
        stated = [
            hit
            for hit in stated
            if not _is_left_behind(stretch, hit) and not _is_under_condition(stretch, hit)
        ]
    others = [hit for hit in stated if _is_of_the_other(stretch, hit)]
    stated = [hit for hit in stated if hit not in others]
    if others and not stated and isinstance(others[0].cue.value, Rag):
        stretch.facts.questions.append(Question("rag", (others[0].cue.value.value,)))
        return
    stated = [hit for hit in stated if not _is_promised(stretch, hit) and not _hangs_on_it(stretch, hit)]
    if stretch.dated:
        stated = [hit for hit in stated if not _is_dated_back(stretch, hit, is_only=len(stated) == 1)]
    if not stated:
        _ask_of_doubt(stretch)
        return
    facts = stretch.facts
    values = tuple(dict.fromkeys(hit.cue.value for hit in stated if isinstance(hit.cue.value, Rag)))
    if len(values) > 1 and "respectively" in stretch.words and len(stated) == len(stretch.segment.actions):
        facts.in_turn = tuple(hit.cue.value for hit in stated if isinstance(hit.cue.value, Rag))
        return
    chosen = stated[0] if len(values) == 1 else _settled(stretch, stated)
    if chosen is None or not isinstance(chosen.cue.value, Rag):
        facts.questions.append(Question("rag", tuple(value.value for value in values)))
        return
    facts.rag = chosen.cue.value
    stretch.prove("rag", chosen.first, chosen.last, chosen.cue.rule)
    if facts.rag.value in stretch.message.context.conventions.scale_complete:
        facts.progress = Progress.COMPLETE
        stretch.prove("progress", chosen.first, chosen.last, "scale")


def _ask_of_doubt(stretch: Stretch) -> None:
    """ "amber? not sure", "HR say it's green", "mostly green": a colour that is the lead's to confirm."""
    for hit in stretch.of(Sense.COLOUR):
        if isinstance(hit.cue.value, Rag) and _is_doubtful(stretch, hit):
            stretch.facts.questions.append(Question("rag", (hit.cue.value.value,)))
            return


def _is_doubtful(stretch: Stretch, hit: Hit) -> bool:
    standing = stretch.scopes.standing(hit)
    if standing is Standing.ASSERTED and _hangs_on_it(stretch, hit):
        turn = stretch.scopes.ends.get(hit.first - 1)
        feared = turn is not None and turn.sense is Sense.CHANGES  # "goes red if not funded"
        return not feared and not _ELSE & set(stretch.words[hit.last :])  # "green if it comes, otherwise red"
    first, last = stretch.message.sentence(hit.first)
    if standing is Standing.ASKED:
        return not opens_question(stretch.words, first) and last < stretch.message.size
    before = set(stretch.words[max(first, hit.first - 4) : hit.first])
    if standing is Standing.FUTURE:
        return bool({"needs", "need"} & before) or stretch.words[hit.first - 1] in _PERHAPS
    return standing is Standing.OTHERS or (standing is Standing.PARTIAL and bool(_ON_THE_WHOLE & before))


def _is_stated(stretch: Stretch, hit: Hit) -> bool:
    if _is_signed(stretch, hit) or _is_surname(stretch, hit):
        return False
    standing = stretch.scopes.standing(hit)
    if standing is Standing.FUTURE:  # "should be amber not green" puts a record right
        after = stretch.words[hit.last : hit.last + 2]
        return after[:1] == ["not"] and bool(stretch.message.hits_between(hit.last + 1, hit.last + 2))
    return standing is Standing.ASSERTED


def _is_signed(stretch: Stretch, hit: Hit) -> bool:
    """ "R7 green - Amber", "Amber here": the writer's own name, where the writer is called by a colour."""
    message = stretch.message
    speaker = message.context.speaker
    said = message.said(hit.first, hit.last)
    if not speaker or not said.istitle() or said not in speaker.split():
        return False
    first, last = message.clause(hit.first)
    if REF in stretch.words[first : hit.first]:
        return False
    alone = [i for i in range(first, last) if stretch.words[i][0].isalnum()]
    if hit.first != alone[0]:
        return False
    rest = [stretch.words[i] for i in alone[1:]]
    at_end = last >= message.size and (
        not rest or all(len(word) == 1 or word in speaker.lower() for word in rest)
    )
    return (at_end and first > 0) or rest[:1] in (["here"], ["writing"], ["again"])


def _is_surname(stretch: Stretch, hit: Hit) -> bool:
    """ "Tom Green from speech therapy says": a person, by two capitals and by what follows."""
    i, words = hit.first, stretch.words
    if not i or hit.last + 1 >= len(words) or not stretch.message.said(i - 1, hit.last).istitle():
        return False
    if not words[i - 1].isalpha() or stretch.is_of_the_whole(i - 1, i):
        return False
    after, next_to = words[hit.last], words[hit.last + 1]
    return after in _SPEAKS or (after == "from" and next_to[0].isalpha() and next_to not in _FROM_HERE)


def _is_left_behind(stretch: Stretch, hit: Hit) -> bool:
    """ "amber to green", "red -> amber": the first of the two."""
    after = stretch.words[hit.last : hit.last + 1]
    if not after or after[0] not in _BEHIND:
        return False
    return any(
        other.sense is Sense.COLOUR for other in stretch.message.hits_between(hit.last + 1, hit.last + 3)
    )


def _is_under_condition(stretch: Stretch, hit: Hit) -> bool:
    """ "amber (red if HR don't reply)": the second of the two."""
    return hit.last < len(stretch.words) and stretch.words[hit.last] in _OPENS_CONDITION


def _hangs_on_it(stretch: Stretch, hit: Hit) -> bool:
    """ "green if the money comes": no colour of today; "green unless I say otherwise" is."""
    after = stretch.words[hit.last : hit.last + 2]
    if len(after) < _TWO or after[0] not in _IF or after[1] in ("you", "i", "told", "anything"):
        return False
    k = hit.last + _TWO
    if after[1] == "not" and k < stretch.message.size and stretch.words[k][0].isalpha():
        return not any(one.sense is Sense.COLOUR for one in stretch.message.hits_between(k, k + 1))
    return not any(
        trap.sense is Sense.NOTHING for trap in stretch.message.hits_between(hit.last, hit.last + 1)
    )


def _is_promised(stretch: Stretch, hit: Hit) -> bool:
    """ "green by March": a colour to come."""
    after = stretch.words[hit.last : hit.last + 3]
    return len(after) > 1 and after[0] in ("by", "before", "within") and DATE in after


def _is_of_the_other(stretch: Stretch, hit: Hit) -> bool:
    """ "held up by 2.2, which is red": of the action spoken of beside this one."""
    words = stretch.words
    lead = words[max(0, hit.first - 4) : hit.first]
    if lead[-2:] not in (["which", "is"], ["which", "are"], ["that", "is"]) or REF not in lead[:2]:
        return False
    at = hit.first - len(lead) + lead.index(REF)
    return at != stretch.segment.at


def _is_dated_back(stretch: Stretch, hit: Hit, *, is_only: bool) -> bool:
    """ "amber last month": of then; "amber since October", "turned green last week": of now."""
    turn = stretch.scopes.ends.get(hit.first - 1)
    if is_only and turn is not None and turn.sense is Sense.CHANGES:
        return False
    at = hit.last + (stretch.words[hit.last : hit.last + 1] == ["in"])
    return any(
        one.at == at and one.role is Role.PAST_EVENT and not one.span.words.startswith("this")
        for one in stretch.dated
    )


def _settled(stretch: Stretch, stated: list[Hit]) -> Hit | None:
    """Of two colours said at once: the one said to be so now or on the whole, or the one that corrects."""
    words = stretch.words
    now = [
        hit
        for hit in stated
        if _NOW & {*words[max(0, hit.first - 1) : hit.first], *words[hit.last : hit.last + 1]}
    ]
    if now and len({hit.cue.value for hit in now}) == 1:
        return now[-1]
    corrections = stretch.of(Sense.CORRECTS)
    if corrections and stated[-1].first >= corrections[-1].last:
        return stated[-1]
    return None
