"""What a lead said by phone or e-mail, entered by a board officer: "for L Pashley by phone: 3.2 done"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.commands import spoken
from bot.conversation import HeardBy
from bot.people_forms import NAME


@dataclass(frozen=True, slots=True)
class Relay:
    """Whose words these are, how and when they were heard (`when` as typed, "" for today), and the words.
    `is_told` of "S Okoro rang, 2.7a is amber", which from somebody who enters nobody's words is their own."""

    name: str
    by: HeardBy
    when: str
    words: str
    is_told: bool = False


_WAY = (
    r"(?:by\s+|on\s+the\s+|over\s+the\s+)(?P<way>phone|telephone|e-?mail|mail|letter|text)"
    r"|(?P<there>in\s+person|at\s+(?:the|our)\s+[\w-]+)"
)
_WHEN = r"(?:\s*,?\s*(?:on\s+)?(?P<when>[^:\n]{2,40}?))?"
_FOR = re.compile(
    rf"(?:enter(?:ed)?\s+|record\s+|note\s+)?for\s+(?P<name>{NAME})\s*,?\s*(?:{_WAY})?{_WHEN}\s*[:\n]\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_REF_FOR = re.compile(
    rf"(?P<ref>[A-Za-z]{{0,3}}\d[\w./()-]*)\s+for\s+(?P<name>{NAME})\s*:\s*(?P<words>.+?)"
    rf"(?:\s*,\s*(?:{_WAY}){_WHEN})?[\s.]*",
    re.IGNORECASE | re.DOTALL,
)
_PASTED = re.compile(
    rf"from:\s*(?P<name>{NAME})\s*(?:<[^>\n]*>|\S+@\S+|\[[^\]\n]*\]|\([^)\n]*\))?\s*\n(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_HOW = (
    r"(?P<way>rang|phoned|called|telephoned|(?:left\s+(?:me\s+)?a\s+)?voicemail|e-?mailed|wrote|texted|messaged"
    r"|(?:just\s+)?told|says|said|tells|reports?|reported|confirms|confirmed)"
)
_TOLD = re.compile(
    rf"(?P<name>{NAME})\s+(?:has\s+|have\s+)?(?:just\s+)?{_HOW}"
    r"(?:\s+(?:me|us|in|back|just\s+now|on\s+the\s+phone|by\s+phone|to\s+say|and\s+(?:said|says)|that))*"
    r"(?:\s+(?P<when>today|yesterday|this\s+morning|on\s+\w+day))?"
    r"(?:\s+(?:to\s+say|and\s+(?:said|says)|that))*\s*[,:;–-]?\s+(?:that\s+)?(?P<words>(?=.*\d).+)",
    re.IGNORECASE | re.DOTALL,
)
_TOLD_WAYS: dict[str, HeardBy] = {
    **dict.fromkeys(("rang", "phoned", "called", "telephoned"), HeardBy.PHONE),
    **dict.fromkeys(("emailed", "wrote"), HeardBy.EMAIL),
}
_TOLD_BEFORE = re.compile(
    r"(?:i(?:['’]ve|\s+have)?\s+)?(?:have\s+)?(?:just\s+)?"
    r"(?P<way>(?:(?:got|had)\s+)?(?:an?\s+)?(?:e-?mail|phone\s+call|call|message|update|word|news)\s+(?:from|with)"
    r"|spoke(?:n)?\s+(?:to|with)|talked\s+to|heard\s+from|rang|phoned|from|on\s+behalf\s+of)"
    rf"\s+(?P<name>{NAME})\s*[,:;–-]?\s+(?:and\s+)?(?:(?:they|he|she|who)\s+(?:says?|said)\s+)?(?P<words>(?=.*\d).+)",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(r"(?:sent|date|to|cc|subject|importance)\s*:\s*(?P<said>.*)", re.IGNORECASE)
_EARLIER = re.compile(r"^(?:>|from:\s|-{2,}\s*original|_{5,}|on\s.+\swrote:)", re.IGNORECASE)
_WAYS: dict[str, HeardBy] = {"phone": HeardBy.PHONE, "telephone": HeardBy.PHONE, "mail": HeardBy.EMAIL}


def relay_in(text: str) -> Relay | None:
    """What is relayed, if a message does that. It is known by how it opens."""
    said = spoken(text)
    if found := _PASTED.fullmatch(said):
        when, words = _mail(found["rest"])
        return Relay(_plain(found["name"]), HeardBy.EMAIL, when, words)
    if found := _FOR.fullmatch(said):
        words, when = found["words"].strip(), (found["when"] or "").strip(" ,")
        if found["way"] and _way(found) is HeardBy.EMAIL:
            words = _mail(words)[1]
        return Relay(_plain(found["name"]), _way(found), when, words)
    if found := _REF_FOR.fullmatch(said):
        when = (found["when"] or "").strip(" ,.")
        return Relay(_plain(found["name"]), _way(found), when, f"{found['ref']} {found['words'].strip()}")
    if found := _TOLD.fullmatch(said):
        way = _TOLD_WAYS.get(found["way"].casefold().replace("-", ""), HeardBy.ELSEWHERE)
        when = (found["when"] or "").casefold().removeprefix("on ").removeprefix("this morning")
        return Relay(_plain(found["name"]), way, when, found["words"].strip(), is_told=True)
    if found := _TOLD_BEFORE.fullmatch(said):
        return Relay(_plain(found["name"]), _way_told(found["way"]), "", found["words"].strip(), is_told=True)
    return None


def _way_told(said: str) -> HeardBy:
    words = said.casefold()
    if "mail" in words:
        return HeardBy.EMAIL
    return HeardBy.PHONE if any(one in words for one in ("call", "rang", "phoned")) else HeardBy.ELSEWHERE


def _way(found: re.Match[str]) -> HeardBy:
    if found["there"]:
        return HeardBy.IN_PERSON
    way = (found["way"] or "").casefold().replace("-", "").removeprefix("e")
    return _WAYS.get(way, HeardBy.ELSEWHERE)


def _plain(name: str) -> str:
    return " ".join(name.split())


def _mail(text: str) -> tuple[str, str]:
    """When a pasted e-mail was sent, as its header says it, and its own words without what it answers."""
    when, words, is_header = "", [], True
    for line in text.splitlines():
        if _EARLIER.match(line.strip()):
            break
        header = _HEADER.fullmatch(line.strip()) if is_header else None
        if header is not None:
            if line.strip().casefold().startswith(("sent", "date")):
                when = header["said"].strip()
            continue
        is_header = is_header and not line.strip()
        words.append(line)
    return when, "\n".join(words).strip()
