"""What joins two dates, and whether it makes them one time or a move from one to the other."""

from __future__ import annotations

from bot.language.dates.function_words import MOVE_WORDS
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set

TO = frozenset({"to", "until", "till", "til", "through", "thru", "thro", "up"})
AWAY = word_set(
    """
    leave holiday holidays away closed runs run ran running open opens available window period
    consultation absent
    """
)
NOUNS_MOVED = word_set("deadline milestone date dates target forecast")
LOOK_BACK = 9


def is_move(tokens: Tokens, i: int) -> bool:
    """Whether the sentence moves something from the date at `i` to the next: "slipped from March to May"."""
    has_from = False
    j = i - 1
    if tokens.words[j] == "the":
        j -= 1
    if tokens.words[j] == "from":
        has_from = True
        j -= 1
    elif tokens.words[j] == "to":
        return False
    reach = LOOK_BACK if has_from else 2
    for k in range(j, max(j - reach, -1), -1):
        word = tokens.words[k]
        if word in AWAY or word in (".", ";", "!", "?", ""):
            return False
        if word in MOVE_WORDS and (has_from or word not in NOUNS_MOVED):
            return word != "put" or tokens.words[k + 1] in ("back", "off", "forward")
    return False


def joint_at(tokens: Tokens, j: int, *, between: bool) -> int:
    """The place after the word or dash that joins two ends of a range at `j`; 0 if none stands there."""
    word = tokens.words[j]
    if not word:
        return 0
    if word in DASHES:
        k = j + 1
        if tokens.words[k] in DASHES and tokens.words[k]:
            k += 1
        return 0 if tokens.words[k] == ">" else k
    if word in TO:
        k = j + 1
        if word == "up":
            return k + 1 if tokens.words[k] in ("to", "until") else 0
        return k + (tokens.words[k] == "the")
    if word in ("and", "&") and between:
        return j + 1 + (tokens.words[j + 1] in ("the", "end")) if tokens.words[j + 1] == "the" else j + 1
    return 0


def follows_between(tokens: Tokens, i: int) -> bool:
    """Whether "between" stands before the date at `i`, so that "and" joins it to another."""
    return tokens.words[i - 1] == "between" or (
        tokens.words[i - 1] == "the" and tokens.words[i - 2] == "between"
    )
