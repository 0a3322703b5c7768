"""A paper asked for in words: "paper highlight for the Board", "year-on report for Cabinet as PDF"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.papers.paper import PaperKind
from bot.politeness import plainly


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """Which paper, of whose meeting (with its day, as it was said), since when, and whether as a PDF."""

    kind: PaperKind
    body: str = ""
    since: str = ""
    as_pdf: bool = False


_NAMES: dict[PaperKind, str] = {
    PaperKind.HIGHLIGHT: "highlight",
    PaperKind.EXCEPTION: "exception",
    PaperKind.TRACKER: "tracker",
    PaperKind.YEAR_ON: r"year[ -]on(?:[ -]year)?|anniversary|look[ -]?back",
}
"""What each paper of a meeting is called by those who ask for it."""

_KIND = "|".join(_NAMES.values())
_BODY = r"(?:the\s+|our\s+)?(?P<body>[^\n]{1,60}?)"
_SINCE = r"(?:\s+since\s+(?P<since>[^\n]{1,40}))?$"
_ASKED = tuple(
    re.compile(f"^{asked}{_SINCE}", re.IGNORECASE)
    for asked in (
        rf"paper\s+(?P<kind>{_KIND})(?:\s+report)?(?:\s+(?:for|to)\s+{_BODY})?",
        rf"(?:an?\s+|the\s+)?(?P<kind>{_KIND})\s+(?:report|paper)(?:\s+for\s+{_BODY})?",
    )
)
"""After the word "paper", or by its own name: a report "to" somebody is spoken of, not asked for."""
_AS = re.compile(r",?\s+(?:(?:as|in)\s+(?:an?\s+)?)(?P<form>pdf|word)\b(?:\s+file)?", re.IGNORECASE)
_PDF_OF = re.compile(r"^(?:an?\s+)?pdf\s+of\s+(?:the\s+)?", re.IGNORECASE)


_SEND = re.compile(
    r"^(?:(?:send|give|get|make|show|print|produce|prepare|draft|write)\s+(?:me\s+|us\s+)?"
    r"|(?:can|could|may)\s+(?:i|we)\s+(?:have|get|see)\s+|(?:i|we)\s+(?:want|need)\s+)"
    rf"(?:an?\s+|the\s+)?(?P<kind>{_KIND})(?=$|\s+(?:report|paper|for|as|in|since)\b)(?:\s+(?:report|paper)\b)?",
    re.IGNORECASE,
)
"""In a sentence: "send me the tracker"."""


def paper_wanted(text: str) -> PaperWanted | None:
    """The paper that the words ask for, politely or not; None when they ask for none."""
    said = plainly(text.strip(" .?"))
    said = _SEND.sub(lambda found: f"paper {found['kind']}", said)
    form = _AS.search(said)
    plain = _PDF_OF.sub("", _AS.sub("", said))
    found = next((match for form_of in _ASKED if (match := form_of.match(plain.strip()))), None)
    if found is None:
        return None
    called = found["kind"].casefold()
    kind = next(one for one, names in _NAMES.items() if re.fullmatch(names, called))
    as_pdf = _PDF_OF.match(said) is not None or (form is not None and form["form"].casefold() == "pdf")
    return PaperWanted(kind, (found["body"] or "").strip(), (found["since"] or "").strip(), as_pdf)
