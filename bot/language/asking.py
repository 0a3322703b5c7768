"""Whether a sentence asks, by the words it opens with; "done, ok?" asks nothing."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import phrases_in, words_in
from bot.language.message import Message

_ASK_WHAT: Final = frozenset({"what", "when", "where", "how", "which", "why", "whose"})
_ASK_WHO: Final = frozenset({"who", "who's", "what's", "when's", "where's", "how's"})
_AUXILIARIES: Final = words_in(
    """
    am is are was were do does did can could should would will has have many much actions ones about else
    happens
    """
)
_ASK_YOU: Final = frozenset({"did", "can", "could", "do", "have", "are", "will", "would"})
_GREETINGS: Final = words_in(
    """
    hi hello morning hey please and so also just quick question , - :
    """
)


def is_tag(message: Message, first: int, last: int) -> bool:
    """ "done, ok?": only the last clause asks, and asks nothing."""
    tag = message.clause(last - 1)[0]
    return tag > first and all(word in _TAGS for word in message.words.words[tag : last - 1])


_TAGS: Final = words_in("ok okay right yes is that thanks please if fine with you alright does work good so")


def opens_question(words: list[str], first: int) -> bool:
    """Whether a sentence that begins at word `first` asks by its first words, question mark or none."""
    i = first
    while i < len(words) - 1 and i - first < _GREETED and words[i] in _GREETINGS:
        i += 1
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    if word in _ASK_WHO or (word in _ASK_WHAT and after in _AUXILIARIES):
        return True
    if f"{word} {after}" in _ASKS_WHETHER:
        return True
    if word in _ASK_YOU and after == "you":
        verbs = [verb for verb in words[i + 2 : i + 5] if verb not in ("please", "just", "also")]
        return not verbs or verbs[0] not in _RECORDS
    return word in ("remind", "show", "list", "give") and after in ("me", "us")


_RECORDS: Final = frozenset(
    {"put", "mark", "record", "set", "change", "log", "note", "show", "amend", "update", "move", "make"}
)
_ASKS_WHETHER: Final = phrases_in(
    """
    is there, are there, do i, do we, am i, does anyone, has anyone, is anyone, should i, should we, can i,
    could i, does it, is that, are these, are those,
    is the, are the, was the, were the, does the, do the, will the, is my, are my, is our, does my,
    does our, is <ref>, are <ref>, was <ref>, does <ref>, did <ref>, is this, was this, is anyone, will anyone
    """
)
_GREETED: Final = 4
