"""Why somebody was away, said beside news of an action: put aside, whoever it is said of.

The writer's own clause goes; of somebody else "is off sick" becomes "is away", because that they are away may
be what holds the work up, and why they are is nobody's to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.language.reading import Reading, ReadUpdate

_NOT_OF_WORK = (
    r"(?!\s+(?:leave|absence|absences|pay|rates?|notes?|children|people|patients?|staff|health|days?)\b)"
)
_WHY = (
    r"(?:off\s+(?:work\s+)?(?:sick|ill|poorly|with\s+(?!(?:the|a|an|my|our|it|him|her|them)\b)[\w-]+)|off\s+work"
    rf"|(?:sick|ill|unwell|poorly){_NOT_OF_WORK}|in\s+hospital|signed\s+off\s+(?:sick|work)"
    r"|on\s+(?:long[\s-]?term\s+)?(?:sick|sickness|compassionate|maternity|paternity|bereavement|parental)\s+leave"
    r"|(?:had|having|got|recovering\s+from)\s+(?:covid|flu|norovirus|an?\s+operation|surgery|a\s+baby|treatment))\b"
)
_KIN = (
    r"(?:my|our|a)\s+(?:mum|mam|mom|mother|dad|father|husband|wife|partner|son|daughter|child|kids?|children|baby"
    r"|brother|sister|nan|gran|grandad|parents?)\s*(?:['’]?s|has|is|was|have|had|been|just|very|really|\s)*"
    r"(?:died|passed\s+away|passed|ill|sick|unwell|poorly|dying|in\s+hospital|in\s+a\s+bad\s+way)\b"
    r"|(?:a\s+)?(?:family\s+)?(?:bereavement|funeral|miscarriage)\b"
)
_OWN = re.compile(
    r"(?:^|(?<=[\n.,;:!?(–-])|(?<=\bas)|(?<=\bbut)|(?<=\band)|(?<=\bso)|(?<=\bbecause)|(?<=\bsince)|(?<=\bwhile))\s*"
    r"(?:(?:hi|hello|hey|sorry|apologies|morning|afternoon|for\s+the\s+delay|but|and|as|because|all|team)[\s,.!]+)*"
    r"(?:(?:i|we)(?:['’]?ve|['’]?m|['’]?d)?\s+)?"
    r"(?:(?:have|am|was|were|had|been|just|only|also|again|still|back|after|from|being|and|out|sadly)\s+)*"
    rf"(?:{_WHY}|{_KIN})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.,;:!?\n)–]|\s-+\s|\s(?:so(?!\s+(?:i['’]?ve\s+|was\s+)?(?:been\s+)?off\b)|but|and|while|though|hence|therefore)\s|\s(?=(?:[A-Z]{0,3}\d+(?:\.\d+)+[a-z]?|R\d+|rest\b|all\s+(?:on|green|fine|good|ok|no)))",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?P<verb>(?:is|are|was|were|been|being|be|went|gone|going|goes|currently|still|now)|(?<=['’])s)\s+"
    r"(?:off\s+(?:work\s+)?(?:long[\s-]?term\s+)?(?:sick|ill)|(?:off\s+)?long[\s-]?term\s+sick|signed\s+off\s+sick"
    r"|on\s+(?:long[\s-]?term\s+)?(?:sick|sickness|maternity|paternity|compassionate|bereavement|parental)\s+leave"
    r"|in\s+hospital)\b(?:\s+with\s+[\w-]+)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\boff\s+(?:long[\s-]?term\s+)?sick\b|\b(?:long[\s-]?term\s+)sick\b", re.IGNORECASE)


def without_why(text: str, reading: Reading, instead: str) -> tuple[str, Reading]:
    """The text and the reading of it with every such reason put aside; unchanged where there is none."""
    struck = sorted(set(_own(text)), key=len, reverse=True)
    kept = text
    for words in struck:
        kept = kept.replace(words, instead)
    kept = _away(kept)
    if kept == text:
        return text, reading
    return kept, replace(reading, updates=tuple(_cleaned(one, struck) for one in reading.updates))


def _own(text: str) -> Iterator[str]:
    for found in _OWN.finditer(text):
        ends = _ENDS.search(text, found.end())
        words = text[found.start() : ends.start() if ends else len(text)].strip()
        if words:
            yield words


def _away(words: str) -> str:
    return _LABEL.sub("away", _OF_ANOTHER.sub(r"\g<verb> away", words))


def _cleaned(update: ReadUpdate, struck: list[str]) -> ReadUpdate:
    words, blocker = update.words, update.blocker
    for one in (*struck, *sorted(_own(words), key=len, reverse=True)):
        words = words.replace(one, "")
        blocker = blocker.replace(one, "") if blocker else blocker
    words = re.sub(r"^(?:so|but|and|as|because)\s+", "", words.strip(" ,;.-–\n"), flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:so|but|and|as|because|since|due\s+to)$", "", words, flags=re.IGNORECASE)
    words = " ".join(words.split()) if words.strip(" ,;.") != update.words.strip(" ,;.") else update.words
    return replace(
        update, words=_away(words), blocker=_away(blocker).strip(" ,;.") or None if blocker else blocker
    )
