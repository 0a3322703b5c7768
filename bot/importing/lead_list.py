"""The list of leads and their employers that a plan carries, and its key to initials."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.draft import DraftPerson
from bot.importing.columns import Column
from bot.importing.headings import Heading
from bot.importing.names import is_body, person_matches, read_leads, tidy_name
from bot.importing.rows import RawRow

_TITLE = re.compile(
    r"(?:appendix\s+\w+\W+)?(?:list of |key to |the )*(?:action |named |responsible |accountable )*"
    r"(?:leads?|officers?|initials|contacts|owners)\b.{0,60}\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z]\.? [A-Z][a-z])")
_KEY = re.compile(r"\b([A-Z]{2,4})\s*(?:[-–—=:]|\bis\b)\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})")
_SLASH = re.compile(r"\s*/\s*|\s*;\s*")


def is_list_title(text: str) -> bool:
    """Whether a line announces the list: "Lead Officers for Actions"."""
    return len(text.split()) <= 9 and bool(_TITLE.match(text.strip())) and not text.strip().endswith(".")


def people_in_line(text: str) -> tuple[DraftPerson, ...]:
    """The people a line of the list names, with employers, however run together; () if it is none."""
    line = _GLUED.sub(" ", " ".join(text.split()))
    names = person_matches(line)
    if not names or not is_body(line) or line[: names[0].start()].strip(" -–•"):
        return ()
    ends = [*(following.start() for following in names[1:]), len(line)]
    return tuple(
        DraftPerson(tidy_name(name.group()), organisations_in(line[name.end() : end].strip(" ,;:–—-/")))
        for name, end in zip(names, ends, strict=True)
    )


def organisations_in(words: str) -> tuple[str, ...]:
    """The bodies named, once each: by "/", ";" or a new line; "X Trust X Trust" is one."""
    pieces = [piece for line in words.splitlines() for piece in _SLASH.split(line)]
    if len(pieces) == 1 and words.count(",") and all(is_body(piece) for piece in words.split(",")):
        pieces = words.split(",")
    return tuple(dict.fromkeys(filter(None, (_said_once(piece.strip(" .,")) for piece in pieces))))


def people_in_row(row: RawRow, heading: Heading) -> tuple[DraftPerson, ...]:
    """The people a row of a list with headings names."""
    said = {
        column: str(row.cells[index])
        for index, column in enumerate(heading.columns)
        if index < len(row.cells) and row.text(index)
    }
    bodies = organisations_in(said.get(Column.ORGANISATION, ""))
    return tuple(
        DraftPerson(lead.name, bodies or tuple(filter(None, (lead.organisation,))), lead.is_post)
        for lead in read_leads(said.get(Column.LEAD, ""))
    )


def initials_in_row(row: RawRow, heading: Heading) -> dict[str, str]:
    """What a row of such a list says of initials: {"MW": "M Ward"}."""
    index = heading.position(Column.INITIALS)
    people = people_in_row(row, heading)
    initials = row.text(index).replace(".", "").replace(" ", "") if index is not None else ""
    return {initials: people[0].name} if initials and len(people) == 1 else {}


def initials_in(lines: Iterable[str]) -> dict[str, str]:
    """The key to initials that loose lines give: "MW – M Ward", "MW = Mary Ward; TC = Tom Cole"."""
    found: dict[str, str] = {}
    for line in lines:
        for initials, name in _KEY.findall(line):
            letters = "".join(word[0] for word in tidy_name(name).replace("-", " ").split())
            if letters[:1] == initials[:1] and letters[-1:] == initials[-1:]:
                found[initials] = tidy_name(name)
    return found


def _said_once(words: str) -> str:
    """A name that a scan doubled ("East Trust East Trust") once."""
    parts = words.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half and parts[:half] == parts[half:] else words
