"""Actions by their printed references: "1.4", "2.4a and b", "3.1-3.4", "R7", "rec 7", "action 8 and 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from bot.language.known import Known, KnownAction, leads
from bot.language.late import Late
from bot.language.lexicon.ref_words import (
    JOINED,
    JOINS,
    KIND_WORDS,
    LETTER_AFTER,
    LETTER_BEFORE,
    MEASURES,
    NOT_A_REF_AFTER,
    NOT_A_REF_BEFORE,
    OBJECT_OF,
    OBJECT_OF_TWO,
    PREDICATES,
    RECOMMENDATION,
    STILL_SUBJECT,
    THROUGH,
)
from bot.language.ref_ranges import range_after
from bot.language.tokens import Words
from bot.language.whole_refs import stands_alone

_DOTTED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?$")
_WHOLE: Final = re.compile(r"\d{1,3}[a-z]?$")
_LETTERED: Final = re.compile(r"[a-z]{1,4}\d{1,3}(?:\.\d{1,3})*[a-z]?$")
_LETTERED_ANYWHERE: Final = re.compile(r"(?:r|rec)\d{1,3}[a-z]?$")
_RECOMMENDED: Final = re.compile(r"rec\d{1,3}[a-z]?$")
_DATE_LIKE: Final = Late(r"\d{1,2}\.\d{1,2}\.\d{2}$")


class Named(NamedTuple):
    """An action as somebody named it: known, or open between candidates."""

    ref: str | None
    plan: str | None = None
    candidates: tuple[str, ...] = ()
    known: KnownAction | None = None


class RefGroup(NamedTuple):
    """References said in one breath, and where; `is_subject` is False where they are only touched on."""

    actions: tuple[Named, ...]
    start: int
    end: int
    first: int
    last: int
    is_subject: bool


def find_refs(words: Words, known: Known, asked: tuple[str, ...], speaker: str | None) -> list[RefGroup]:
    """Every group of references, in order."""
    return _Scan(words, known, asked, speaker).run()


class _Scan:
    def __init__(self, words: Words, known: Known, asked: tuple[str, ...], speaker: str | None) -> None:
        self.words = words.words
        self.marks = words
        self.known = known
        self.speaker = speaker
        self.asked = frozenset(ref.replace(" ", "").lower() for ref in asked)
        self.size = len(words.words)
        self.stem = stem_of(asked)

    def run(self) -> list[RefGroup]:
        groups: list[RefGroup] = []
        i = 0
        while i < self.size:
            read = self._one(i, listed=False) if _may_be_ref(self.words[i]) else None
            if read is None:
                i += 1
                continue
            first = i if i == 0 or self.words[i - 1] not in KIND_WORDS else i - 1
            refs, i = self._more(
                read[0], read[1], counted="." not in read[0][0], begin=self._is_led_to(first)
            )
            self.stem = stem_of(refs) or self.stem
            actions = tuple(self._named(ref) for ref in dict.fromkeys(refs))
            actions = tuple(one for one in actions if one is not None)
            if actions:
                groups.append(
                    RefGroup(
                        tuple(a for a in actions if a is not None),
                        self.marks.starts[first],
                        self.marks.ends[i - 1],
                        first,
                        i,
                        self._is_subject(first),
                    )
                )
        return groups

    def _more(self, refs: list[str], i: int, *, counted: bool, begin: bool) -> tuple[list[str], int]:
        """The rest of a list or range that begins with these references."""
        while i < self.size:
            word = self.words[i]
            if word in THROUGH and (end := range_after(refs[-1], self.marks, i, self.known)):
                refs = [*refs, *end[0]]
                i = end[1]
                continue
            step = i
            while step < self.size and self.words[step] in JOINS and step - i < 2:
                step += 1
            letter = self._next_letter(refs[-1], step, joined=step > i)
            if letter:
                refs, i = [*refs, letter], step + 1
                continue
            read = self._one(step, listed=step > i and counted) if step < self.size else None
            if read is None:
                break
            if self.words[i:step] == [","] and begin and self._after(read[1] - 1) in PREDICATES:
                break  # "no change to 1.1, 1.2 is amber": the second begins anew
            refs, i = [*refs, *read[0]], read[1]
        return refs, i

    def _one(self, i: int, *, listed: bool) -> tuple[list[str], int] | None:
        """A reference at `i`, as keys, and where it ends."""
        word = self.words[i]
        if _is_letter(word) and self.stem and not listed:
            return self._bare_letter(word, i)
        if word in KIND_WORDS:
            return self._counted(word, i)
        if _RECOMMENDED.match(word) and self._is_known("r" + word[3:]):
            return ["r" + word[3:]], i + 1
        if not word[0].isdigit():
            return ([word], i + 1) if self._is_lettered(word) else None
        if _DOTTED.match(word):
            return self._with_letter(word, i) if self._is_dotted_ref(word, i) else None
        return ([word], i + 1) if _WHOLE.match(word) and self._is_whole_ref(word, i, listed=listed) else None

    def _counted(self, word: str, i: int) -> tuple[list[str], int] | None:
        """ "action 8", "rec 7", "#12"."""
        gap = self._after(i) in {".", "no", "#", "number", ":"}
        j = i + 1 + gap
        if j >= self.size or not _WHOLE.match(self.words[j]):
            return None
        said = self.words[j]
        prefix = "r" if word in RECOMMENDATION and not self._is_known(said) else ""
        return [prefix + said], j + 1

    def _bare_letter(self, word: str, i: int) -> tuple[list[str], int] | None:
        """ "a and b green, c amber", after 2.4a or in answer to it."""
        opens = i == 0 or self.words[i - 1] in LETTER_AFTER
        leads = self._after(i) in LETTER_BEFORE or (
            self._after(i) in JOINS and i + 2 < self.size and _is_letter(self.words[i + 2])
        )
        key = self.stem + word
        return ([key], i + 1) if opens and leads and self._is_known(key) else None

    def _is_lettered(self, word: str) -> bool:
        if not _LETTERED.match(word):
            return False
        return self._is_known(word) or (not self.known.any and _LETTERED_ANYWHERE.match(word) is not None)

    def _is_dotted_ref(self, word: str, i: int) -> bool:
        before, after = self.words[i - 1] if i else "", self._after(i)
        if before in NOT_A_REF_AFTER and not (before in ("about", "around") and self._is_known(word)):
            return False
        if self._is_known(word):
            return after not in MEASURES or i == 0 or before in {"\n", ".", ";"}
        if after in NOT_A_REF_BEFORE or self._measures(word, i):
            return False
        return not self.known.any or self._stands_first(i)

    def _is_whole_ref(self, word: str, i: int, *, listed: bool) -> bool:
        known = self._is_known(word)
        return (
            (known or not self.known.any)
            if listed
            else (known and stands_alone(self.words, i, self.known.by_key, self.asked))
        )

    def _with_letter(self, word: str, i: int) -> tuple[list[str], int]:
        """ "1.4 (a)" and "1.4 a and b"."""
        after = self.words[i + 1 : i + 4]
        if (
            word[-1].isdigit()
            and len(after) == 3
            and after[0] == "("
            and after[2] == ")"
            and _is_letter(after[1])
        ):
            return [word + after[1]], i + 4
        if word[-1].isdigit() and after and _is_letter(after[0]) and self._is_known(word + after[0]):
            return [word + after[0]], i + 2
        return [word], i + 1

    def _measures(self, word: str, i: int) -> bool:
        if word[-1] in "mkhx" or _DATE_LIKE.pattern.match(word):
            return True
        if self.words[i + 1 : i + 3] == ["of", "the"] or self.words[i + 1 : i + 3] == ["out", "of"]:
            return True
        before = self.words[i - 1] if i else ""
        return before in {"at", "from", "until"} and len(word.rsplit(".", 1)[1]) == 2

    def _after(self, i: int) -> str:
        return self.words[i + 1] if i + 1 < self.size else ""

    def _stands_first(self, i: int) -> bool:
        return i == 0 or self.words[i - 1] in {
            "\n",
            ".",
            ";",
            ",",
            "and",
            "action",
            "rec",
            "ref",
            "on",
            "for",
            "but",
        }

    def _is_known(self, key: str) -> bool:
        return key in self.known.by_key or key in self.asked or bool(self.known.any and self.known.under(key))

    def _next_letter(self, last: str, i: int, *, joined: bool) -> str | None:
        if not joined or i >= self.size or not last[-1].isalpha() or not last[0].isdigit():
            return None
        word = self.words[i]
        return last[:-1] + word if _is_letter(word) and word > last[-1] else None

    def _named(self, key: str) -> Named | None:
        found = self.known.look_up(key) or (
            self.known.by_number.get(key.lstrip("r"), ()) if key[:1] in "r0123456789" else ()
        )
        if len(found) > 1:
            found = tuple(one for one in found if leads(one, self.speaker)) or found
        if len(found) == 1:
            return Named(found[0].action.ref, found[0].plan, known=found[0])
        if len(found) > 1:
            return Named(
                found[0].action.ref, None, tuple(f"{one.plan}: {one.action.ref}" for one in found), found[0]
            )
        if key in self.asked or not self.known.any:
            return Named(key.upper() if key[0] == "r" else key)
        lines = self.known.under(key)
        if lines:
            return Named(None, None, tuple(one.action.ref for one in lines))
        return Named(None)

    def _is_subject(self, first: int) -> bool:
        before = self.words[first - 1] if first else ""
        if before == "through" and first > 1 and self.words[first - 2] in {"%", "percent", "cent", "way"}:
            return True
        if before == "the" and first > 1:
            before = self.words[first - 2]
        if before == "not" and first > 1 and self._ends_a_ref(first - 2):
            return False
        two = f"{self.words[first - 2]} {before}" if first > 1 else ""
        if two in OBJECT_OF_TWO:
            return False
        if before == "with":
            return not (first > 1 and self.words[first - 2] in JOINED)
        return before not in OBJECT_OF or (first > 1 and self.words[first - 2] in STILL_SUBJECT)

    def _is_led_to(self, first: int) -> bool:
        return first > 0 and self.words[first - 1] in {"on", "to", "for", "with", "in", "about"}

    def _ends_a_ref(self, i: int) -> bool:
        word = self.words[i]
        return word[0].isdigit() and (self._is_known(word) or _DOTTED.match(word) is not None)


@lru_cache(maxsize=4096)
def _may_be_ref(word: str) -> bool:
    """Whether a word can begin a reference anywhere; most words of a message cannot."""
    return (
        _is_letter(word)
        or word in KIND_WORDS
        or word[0].isdigit()
        or _LETTERED.match(word) is not None
        or _RECOMMENDED.match(word) is not None
    )


def _is_letter(word: str) -> bool:
    return len(word) == 1 and "a" <= word <= "h"


def stem_of(refs: Iterable[str]) -> str:
    """ "2.4" of 2.4a and 2.4b; nothing where no reference has a letter, or they are of several stems."""
    stems = {ref[:-1].lower() for ref in refs if ref[0].isdigit() and ref[-1].isalpha()}
    return stems.pop() if len(stems) == 1 else ""
