"""Who sits on a body, as what, and how that is put: "S Okoro is co-opted to the Joint forum until March".

A record: it grants nothing but to give the view that a seat is asked for (`bot.views`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.boards import BodyId
from bot.partnership import PersonId
from bot.people_forms import NAME


class Role(StrEnum):
    """As what somebody sits on a body; a plain member where nobody has said whether they vote."""

    MEMBER = "member"
    VOTING = "voting"
    NON_VOTING = "non_voting"
    CO_OPTED = "co_opted"
    SUPPORTER = "supporter"
    ADVISER = "adviser"


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's seat; `supports` is whom a supporter comes with, `until_on` the last day of the seat,
    `constituency` whom the person speaks for there, empty where nobody has said."""

    body_id: BodyId
    person_id: PersonId
    role: Role
    supports: PersonId | None = None
    until_on: date | None = None
    constituency: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the person sits there on this day."""
        return self.until_on is None or day <= self.until_on


@dataclass(frozen=True, slots=True)
class SaidSeat:
    """A seat as it was said; `role` is None when somebody is no longer there. Names end with "(new)" where
    a person is to be added."""

    person: str
    role: Role | None
    body: str
    supports: str = ""
    until: str = ""


_WHO = rf"(?P<person>{NAME}(?:\s*\(new\))?)"
_BODY = r"(?:the\s+|our\s+)?(?P<body>[^\d,:;.?!]{2,60}?)"
_UNTIL = r"(?:\s*,?\s+(?:until|till)\s+(?P<until>.+))?"
_IS = r"is\s+(?:now\s+)?(?:an?\s+|the\s+)?"
_OF = r"(?:of|to|on|onto|at|for)\s+"

FORMS: dict[Role | None, tuple[str, ...]] = {
    Role.NON_VOTING: (rf"{_WHO}\s+{_IS}non[\s-]?voting\s+member\s+{_OF}{_BODY}{_UNTIL}",),
    Role.VOTING: (rf"{_WHO}\s+{_IS}voting\s+member\s+{_OF}{_BODY}{_UNTIL}",),
    Role.CO_OPTED: (rf"{_WHO}\s+{_IS}co-?opted(?:\s+member)?\s+{_OF}{_BODY}{_UNTIL}",),
    Role.ADVISER: (
        rf"{_WHO}\s+{_IS}advis[eo]r\s+{_OF}{_BODY}{_UNTIL}",
        rf"{_WHO}\s+advises\s+{_BODY}{_UNTIL}",
    ),
    Role.MEMBER: (rf"{_WHO}\s+{_IS}member\s+{_OF}{_BODY}{_UNTIL}",),
    Role.SUPPORTER: (rf"{_WHO}\s+supports\s+(?P<supports>{NAME})\s+(?:at|on|in)\s+{_BODY}{_UNTIL}",),
    None: (
        rf"{_WHO}\s+is\s+no\s+longer\s+(?:on|(?:an?\s+)?(?:[\w-]+\s+)?(?:member|advis[eo]r)\s+{_OF})\s*{_BODY}",
    ),
}
"""How each is put."""

_COMPILED = tuple((role, re.compile(form, re.IGNORECASE)) for role, forms in FORMS.items() for form in forms)


@dataclass(frozen=True, slots=True)
class SaidConstituency:
    """Whom somebody speaks for on a body, as it was said; "" takes back what was said before."""

    person: str
    constituency: str
    body: str


SPEAKS_FOR_FORMS = (
    rf"(?P<person>{NAME})\s+(?:speaks\s+for|represents)\s+(?P<whose>[^\d:;?!]{{2,60}}?)\s+(?:on|at|in)\s+{_BODY}",
)
_SPEAKS_FOR = tuple(re.compile(form, re.IGNORECASE) for form in SPEAKS_FOR_FORMS)
_NOBODY = re.compile(r"(?:nobody|no[\s-]one)(?:\s+in\s+particular)?", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)


def constituency_in(words: str) -> SaidConstituency | None:
    """ "J Kelly speaks for carers on the Board"."""
    for form in _SPEAKS_FOR:
        if found := form.fullmatch(words.strip(" .")):
            whose = "" if _NOBODY.fullmatch(found["whose"]) else _THE.sub("", found["whose"].strip())
            return SaidConstituency(found["person"], whose, found["body"].strip())
    return None


def seat_in(words: str) -> SaidSeat | None:
    """The seat these words speak of, if they do."""
    for role, form in _COMPILED:
        if found := form.fullmatch(words.strip(" .")):
            held = found.groupdict(default="")
            supports, until = held.get("supports", ""), held.get("until", "")
            return SaidSeat(held["person"], role, held["body"].strip(), supports, until)
    return None
