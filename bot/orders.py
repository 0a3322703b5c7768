"""Words that ask for something to be decided, asked, or set: "grant 2.7a", "ask 1.10", "pause 5.4, …".

An order is recognised by how it opens, so that an update that merely mentions one is still an update.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.commands import spoken


class OrderKind(StrEnum):
    """What is to be done."""

    MORE_TIME = "more_time"
    TAKE_BACK_TIME = "take_back_time"
    GRANT_TIME = "grant_time"
    REFUSE_TIME = "refuse_time"
    PUT_TO_BOARD = "put_to_board"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Order:
    """An order taken apart. `ref` is an action's number as typed, `words` what was said beside it."""

    kind: OrderKind
    ref: str = ""
    words: str = ""
    other: str = ""
    when: str = ""


_REF = r"(?P<ref>(?:[A-Z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*)"
_REST = r"(?:\s*[,:;–-]\s*(?P<words>.+)|\s+(?:because|as|since)\s+(?P<because>.+))?"
_THE = r"(?:my\s+|the\s+|our\s+)?"
_FOR_TIME = r"(?:\s+for\s+(?:more\s+time|an\s+extension))?"
_TIME = r"(?:(?:the\s+|an?\s+)?(?:more\s+time|extension)\s+(?:for|on|to)\s+)?"

_FORMS: dict[OrderKind, tuple[str, ...]] = {
    OrderKind.DECIDE: (r"(?:what\s+(?:is\s+there|do\s+i\s+have|must\s+i)\s+)?(?:to\s+)?decide",),
    OrderKind.TAKE_BACK_TIME: (
        rf"(?:withdraw|cancel|drop|take\s+back)\s+{_THE}(?:request|extension){_FOR_TIME}\s+(?:for|on|of)\s+{_REF}",
    ),
    OrderKind.GRANT_TIME: (rf"(?:grant|agree|allow)\s+{_TIME}{_REF}{_REST}",),
    OrderKind.REFUSE_TIME: (rf"(?:refuse|decline|turn\s+down)\s+{_TIME}{_REF}{_REST}",),
    OrderKind.PUT_TO_BOARD: (
        rf"(?:put\s+|take\s+)?{_TIME}{_REF}\s+(?:down\s+)?(?:is\s+|goes\s+)?(?:for|to)\s+the\s+board",
    ),
}
"""How each order is put, most particular first."""

_COMPILED = tuple(
    (kind, re.compile(rf"(?:please\s+)?{form}[\s.!]*", re.IGNORECASE | re.DOTALL))
    for kind, forms in _FORMS.items()
    for form in forms
)

_ASKS_TIME = re.compile(
    r"^(?:please\s+)?(?:(?:can|could|may|might)\s+(?:we|i|you)\s+(?:please\s+)?)?(?:"
    r"(?:(?:can|could|may|might)\s+\S*\d\S*\s+)?(?:please\s+)?(?:have|get|give\s+us)\s+"
    r"(?:(?:un)?till?\b|to\b|another\s+\S+\s+\w+|(?:\S+|a\s+few)\s+more\s+(?:days?|weeks?|months?))"
    r"|(?:(?:i|we|\S*\d[^\s:,;]*)(?:\s+would|\s+will|['’]d)?\s+)?"
    r"(?:(?:ask(?:ing)?\s+for|request(?:ing)?|have|get|like|needs?|wants?)\s+)?"
    r"(?:some\s+|a\s+(?:little|bit)\s+|a\s+little\s+bit\s+)?(?:more\s+time|an?\s+extension|extension\s+(?:for|of|on|to))\b"
    r"|extend\s+)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"(?:\s*[,;–-]\s*|\s+)(?:because(?:\s+of)?|since|due\s+to|owing\s+to|as(?=\s+(?:we|the|i|it|our|their|is)\b)"
    r"|the\s+reason\s+is)\s+|\s*[,;:]\s+|\s+[–-]+\s+",
    re.IGNORECASE,
)


def order_in(text: str) -> Order | None:
    """The order a message is, if it is one."""
    said = " ".join(spoken(text).split())
    for kind, form in _COMPILED:
        if found := form.fullmatch(said):
            held = found.groupdict()
            words = held.get("words") or held.get("because") or ""
            return Order(
                kind,
                ref=(held.get("ref") or "").rstrip(" .,"),
                words=words.strip(" ."),
                other=(held.get("other") or "").strip(" .,"),
                when=(held.get("when") or "").strip(" .,"),
            )
    return _more_time(said)


def _more_time(said: str) -> Order | None:
    """A lead asks for more time, in whatever words; which action and when is looked for in them."""
    if not _ASKS_TIME.search(said):
        return None
    asks, *reason = _BECAUSE.split(said, maxsplit=1)
    return Order(
        OrderKind.MORE_TIME, words=(reason[0] if reason else "").strip(" .?!"), when=asks.strip(" .?!")
    )


_MINUTE = re.compile(
    r"[\s,;(]*\b(?:minute|min\.?)\s+(?:ref(?:erence)?\.?\s+)?"
    r"(?P<ref>(?:[A-Z]+\s)?[\w./()-]*\d[\w./()-]*)",
    re.IGNORECASE,
)


def without_minute(words: str) -> tuple[str, str]:
    """The words without the minute reference they give, and that reference ("" when they give none)."""
    found = _MINUTE.search(words)
    if found is None:
        return words.strip(), ""
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return " ".join(rest.split()).strip(" ,;.:"), found["ref"].strip(".")
