"""What a message is for: a word of the bot's own, a question, a request on record, or news of leave."""

from __future__ import annotations

import re
from typing import Final

from bot.language.asking import opens_question
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.scope import Scopes
from bot.language.tokens import DATE, REF

_COMMAND: Final = re.compile(
    r"\s*/?(?:please )?"
    r"(?:help(?: me)?|undo|cancel|stop|start|menu|digest|save|confirm|edit|settings|list|"
    r"(?:show )?my actions|"
    r"(?:plan-)?status(?:\s+(?!is\b|was\b|now\b|remains\b|still\b)[\w.' -]{1,60})?)"
    r"(?: please| that| last| it| this){0,2}\s*[.!]?\s*",
    re.IGNORECASE,
)


def is_command(text: str) -> bool:
    """Whether the whole message is one of the bot's own words."""
    return len(text) <= 100 and _COMMAND.fullmatch(text) is not None


def is_question(message: Message, scopes: Scopes) -> bool:
    """Whether the message asks something: a question mark at its end, or a question's first word."""
    words = message.words.words
    if not words:
        return False
    if opens_question(words, 0) or (words[-1] == "?" and message.sentence_of[-1] in scopes.questions):
        return True
    return words[0] == "show" and len(words) > 1


def is_only_asked(message: Message, scopes: Scopes, stretches: list[tuple[int, int]]) -> bool:
    """Whether these words do nothing but ask the bot something, with no request on record among them."""
    if not scopes.questions:
        return False
    inside = [
        i for first, last in stretches for i in range(first, last) if message.words.words[i][0].isalnum()
    ]
    if not all(message.sentence_of[i] in scopes.questions for i in inside):
        return False
    return not is_request(message)


def is_request(message: Message) -> bool:
    """Whether something is asked for on record: more time, another lead."""
    words = message.words.words
    if any(_asks_to_change(words[first:last]) for first, last in message.sentences):
        return True
    return Sense.REQUESTS in message.senses and any(
        hit.sense is Sense.REQUESTS
        and not (words[hit.first] == "request" and hit.first and words[hit.first - 1].endswith(_WHOSE))
        for hit in message.hits
    )


def _asks_to_change(words: list[str]) -> bool:
    """ "can the lead on the garden be changed to Jo": a line of the plan to be altered."""
    first = next((place for place, word in enumerate(words) if word not in _POLITE), len(words))
    words = words[first : first + _FAR + 3]
    if len(words) < _FEW or words[0] not in ("can", "could", "may") or words[1] not in ("the", "my", "our"):
        return False
    if not _ON_RECORD & set(words[2:5]) or "be" not in words[3:_FAR]:
        return False
    at = words.index("be", 3)
    return bool(_ALTERED & set(words[at + 1 : at + 3]))


_POLITE: Final = frozenset({"please", "hi", "hello", "also", "and", "so", ",", "-", "pls", "morning"})
_ON_RECORD: Final = words_in("lead owner leads date deadline timescale target name timeline wording")
_ALTERED: Final = words_in(
    "changed moved extended swapped pushed put updated amended revised altered transferred switched given"
)
_FAR: Final = 14
_WHOSE: Final = ("'s", "s'", "their", "his", "her", "your")
"""Before "request", whose it was: "moved at the university's request" asks for nothing."""


def is_chatter(message: Message) -> bool:
    """Whether the message is nothing but thanks and greetings."""
    words = message.words.words
    if not message.hits and not any(word[0].isalnum() or word[0] == "<" for word in words):
        return True
    if Sense.THANKS not in message.senses:
        return False
    thanked = {i for hit in message.hits if hit.sense is Sense.THANKS for i in range(hit.first, hit.last)}
    promises = any(words[hit.first] in ("will", "i'll") for hit in message.hits if hit.sense is Sense.THANKS)
    if 0 in thanked and REF not in words and _says_nothing_of_work(message):
        return True
    if promises and REF in words:
        return False
    return all(
        i in thanked or not words[i][0].isalnum() or words[i] in _SMALL or (promises and words[i] == DATE)
        for i in range(len(words))
    )


def _says_nothing_of_work(message: Message) -> bool:
    """ "will do, mad day on the ward": no word of the work follows the thanks or the promise."""
    return not any(hit.sense in _OF_WORK for hit in message.hits) and not any(
        word == DATE for word in message.words.words
    )


_OF_WORK: Final = frozenset(
    {Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.PAST, Sense.EVENT, Sense.BLOCKS, Sense.SUPPORT, Sense.SLIPS,
     Sense.BRINGS, Sense.SAME, Sense.REMAINS, Sense.NEARLY, Sense.NEGATES, Sense.REQUESTS, Sense.REST,
     Sense.PART, Sense.TARGET, Sense.CAUSES}
)  # fmt: skip
_SMALL: Final = words_in(
    """
    all for the this that you so much very and everyone team i i'll we again now your email message
    reminder it sorry then not
    """
)


def is_likewise(message: Message, stretches: list[tuple[int, int]]) -> bool:
    """ "2.5 likewise": nothing is said but that it is as the one before."""
    own = message.own_words
    said = [
        word
        for first, last in stretches
        for i, word in enumerate(message.words.words[first:last], first)
        if word[0].isalnum() and i not in own and word != "the"
    ]
    if not 0 < len(said) <= _FEW or said[0] not in _LIKENS or not set(said) <= _LIKEWISE:
        return False
    first, last = stretches[0]
    if DATE in message.words.words[first:last]:
        return False  # "same as last month"
    return said[0] not in ("as", "so") or message.words.words[first] == said[0]  # "2.1 as is" is no change


_FEW: Final = 4
_LIKENS: Final = frozenset({"likewise", "ditto", "same", "as", "so"})
_LIKEWISE: Final = _LIKENS | {"too", "here", "for", "again", "also", "is", "are", "with", "goes", "and"}


def corrects(message: Message, first: int, last: int) -> bool:
    """ "2.3 done - sorry, I meant 2.2": the second takes the first one's place."""
    return Sense.CORRECTS in message.senses and any(
        hit.sense is Sense.CORRECTS for hit in message.hits_between(first + 1, last)
    )


def corrects_at_once(message: Message, first: int, last: int) -> bool:
    """ "3.3 - sorry 3.4 - red": the first was a slip of the tongue, with nothing said of it."""
    return last - first <= _FEW and corrects(message, first, last)
