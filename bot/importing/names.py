"""The people, posts and bodies that a cell names, however they are run together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.importing.vocabulary import ACRONYMS, BODY_WORDS, NOBODY, POST_WORDS

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_TITLE = (
    r"(?:(?:Cllr|Councillor|Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Rev|Revd|Canon|Father)"
    r"\.?\s+)"
)
_SURNAME = (
    rf"(?:(?:van|von|de|der|den|du|da|di|la|le|el|al|bin|ap|Ó|Ní|St\.?)\s+|[{_CAPITAL}]['’])*"
    rf"[{_CAPITAL}][{_SMALL}]+(?:[{_CAPITAL}][{_SMALL}]+)*(?:[-‐–'’][{_CAPITAL}]?[{_SMALL}]+)*"
)
_FIRST = rf"[{_CAPITAL}][{_SMALL}]+(?:-[{_CAPITAL}][{_SMALL}]+)?"
_INITIALS = rf"(?:[{_CAPITAL}][{_CAPITAL}]?|[{_CAPITAL}](?:[.\s-]{{1,2}}[{_CAPITAL}]){{1,3}})(?:\.\s*|\s+)"
_PERSON = re.compile(rf"(?<![\w.]){_TITLE}?{_INITIALS}{_SURNAME}(?!\w)")
_TITLED = re.compile(rf"{_TITLE}(?:{_FIRST}\s+)?{_SURNAME}\Z")
_FULL_NAME = re.compile(rf"{_TITLE}?{_FIRST}(?:\s+[{_CAPITAL}]\.?)?\s+{_SURNAME}\Z")
_ONE_NAME = re.compile(rf"{_SURNAME}\Z")
_INVERTED = re.compile(rf"({_SURNAME}),\s*((?:[{_CAPITAL}]\.?\s?){{1,3}})\Z")
_INITIALS_ONLY = re.compile(r"[A-Z]{2,4}\d?\Z|[A-Z](?:\.[A-Z]){1,3}\.?\Z")
_SEPARATOR = re.compile(r"\s*([;,\n|•·+]|(?<=\s)&(?=\s)|\band\b|(?<=\s)[-–—](?=\s[A-Z]\.? [A-Z]))\s*")
_DASH = re.compile(r"\s+[-–—]\s+")
_SLASH = re.compile(r"\s*/\s*")

_NOT_SURNAMES = POST_WORDS | BODY_WORDS


@dataclass(frozen=True, slots=True)
class NamedLead:
    """Somebody a lead cell names: a person, or a post or body (`is_post`), with the employer given beside."""

    name: str
    is_post: bool = False
    organisation: str = ""


def read_leads(cell: str) -> tuple[NamedLead, ...]:
    """Everybody the cell names, in printed order, once each; () when it names nobody ("TBC")."""
    found: list[NamedLead] = []
    if says_nobody(cell):
        return ()
    inverted = [m for piece in re.split(r"[;\n]", cell) if (m := _INVERTED.match(piece.strip()))]
    if inverted and len(inverted) == len([p for p in re.split(r"[;\n]", cell) if p.strip()]):
        return _once([NamedLead(tidy_name(f"{m[2]} {m[1]}")) for m in inverted])
    parts = ["", *_SEPARATOR.split(_close_brackets(cell))]
    for mark, piece in zip(parts[::2], parts[1::2], strict=True):
        if piece and not says_nobody(piece):
            before = found if mark in (",", "-", "–", "—") else []
            found += _piece(piece.strip(" ;:" if _has_person(piece) else " .:"), before)
    return _once(found)


def says_nobody(cell: str) -> bool:
    """Whether the cell is empty or says that there is no lead yet."""
    return not cell.strip() or cell.strip(" .").casefold() in NOBODY


def persons_in(text: str) -> tuple[str, ...]:
    """The names with initials that stand in the text, in order and with repeats ("R Vale T Cole R Vale")."""
    return tuple(tidy_name(match.group()) for match in person_matches(text))


def is_lead_cell(cell: str) -> bool:
    """Whether the whole cell is nothing but names with initials, or one short post ("Team managers")."""
    if not cell.strip():
        return False
    left = cell
    for person in person_matches(cell):
        left = left.replace(person.group(), "")
    left = re.sub(r"[\s;,/.&+]|\band\b", "", left)
    return not left or (
        len(cell.split()) <= 4 and "." not in cell and is_post(cell) and cell.strip()[0].isupper()
    )


def is_post(text: str) -> bool:
    """Whether the words are a post's or a team's rather than a person's."""
    words = [word.strip("().,:'’").casefold() for word in re.split(r"[\s/&]+", text)]
    return len(words) > 1 and bool(POST_WORDS.intersection(words)) and not _has_person(text)


def is_body(text: str) -> bool:
    """Whether the words are an organisation's."""
    words = {word.strip("().,:'’").casefold() for word in re.split(r"[\s/&]+", text)}
    return bool(BODY_WORDS & words) or bool(re.search(r"NHS|\b[A-Z]{2,5}\b.*Trust", text))


def is_initials(text: str) -> bool:
    """Whether a name is given by its initials alone ("MW")."""
    return bool(_INITIALS_ONLY.match(text.strip()))


def tidy_name(name: str) -> str:
    """A name spelt one way: "R.Vale", "R. Vale" and "R  Vale" are all "R Vale"."""
    text = re.sub(r"(?<=\b[A-Z])\.\s*", " ", " ".join(name.split()))
    return " ".join(text.strip(" .,;:").split())


def name_key(name: str) -> tuple[str, str]:
    """What two spellings of one person share: the surname and the first initial, titles apart."""
    words = re.sub(_TITLE, "", tidy_name(name) + " ").split()
    if len(words) < 2:
        return (" ".join(words).casefold(), "")
    return (words[-1].casefold(), words[0][0].casefold())


def _piece(piece: str, before: list[NamedLead]) -> list[NamedLead]:
    """One separated piece: a person, several run together, a post, a body, or initials."""
    organisation = ""
    beside = _DASH.split(piece)
    if len(beside) == 2:
        person = next((side for side in beside if _is_person(side)), None)
        other = beside[person == beside[0]]
        if person is not None and not _is_person(other) and (is_post(other) or is_body(other)):
            piece, organisation = person, other if is_body(other) and not is_post(other) else ""
    bracket = re.search(r"\s*[(\[]([^)\]]*)[)\]]\s*\Z", piece)
    if bracket and piece[: bracket.start()].strip():
        inside, piece = bracket.group(1).strip(), piece[: bracket.start()].strip()
        if _has_person(inside) and is_post(piece):
            piece = inside
        organisation = inside if is_body(inside) or is_initials(inside) else ""
    sides = [side for side in _SLASH.split(piece) if side]
    if len(sides) > 1 and all(_is_person(side) or is_initials(side) for side in sides):
        return [lead for side in sides for lead in _run(side, organisation)]
    if before and not before[-1].is_post and _belongs_to_the_last(piece):
        if is_body(piece) and not before[-1].organisation:
            before[-1] = NamedLead(before[-1].name, organisation=piece)
        return []
    return _run(piece, organisation)


def _belongs_to_the_last(piece: str) -> bool:
    """Whether the piece tells more of the person before it: "S Vale, Ward Manager, Dunvale NHS Trust"."""
    if _has_person(piece):
        return False
    return is_body(piece) or (is_post(piece) and piece.split()[0].casefold() not in ("team", "all"))


def _run(piece: str, organisation: str) -> list[NamedLead]:
    """A piece without separators: names with initials one after another, and what stands between them."""
    if is_initials(piece):
        return [NamedLead(piece.replace(".", ""), organisation=organisation)]
    spans = [] if _FULL_NAME.match(piece) else [match.span() for match in person_matches(piece)]
    if not spans:
        named = tidy_name(piece)
        person = _TITLED.match(named) or _FULL_NAME.match(named) or _ONE_NAME.match(named)
        post = not person or is_post(named) or is_body(named)
        return [NamedLead(named, is_post=post, organisation=organisation)]
    found: list[NamedLead] = []
    edge = 0
    for start, end in [*spans, (len(piece), len(piece))]:
        between = piece[edge:start].strip(" ,;:/&-–—")
        if between and is_body(between) and found:
            found[-1] = NamedLead(found[-1].name, organisation=between)
        elif between[:1].isupper() and (is_post(between) or _FULL_NAME.match(between)):
            found.append(NamedLead(between, is_post=is_post(between)))
        if start < end:
            found.append(NamedLead(tidy_name(piece[start:end]), organisation=organisation))
        edge = end
    return found


def person_matches(text: str) -> list[re.Match[str]]:
    """Names with initials; "NHS Trust" and "GP Lead" are not an NHS and a GP of those surnames."""
    found = []
    for match in _PERSON.finditer(text):
        first, *_, last = match.group().split()
        is_acronym = (
            len(first) > 1 and first.isupper() and (first in ACRONYMS or last.casefold() in _NOT_SURNAMES)
        )
        if not is_acronym:
            found.append(match)
    return found


def _has_person(text: str) -> bool:
    return bool(person_matches(text))


def _is_person(text: str) -> bool:
    return bool(_has_person(text) or (_FULL_NAME.match(text) and not is_post(text) and not is_body(text)))


def _close_brackets(cell: str) -> str:
    """Commas inside brackets do not separate: "S Vale (Trust, East)" is one person."""
    return re.sub(r"\(([^)]*)\)", lambda m: "(" + re.sub(r"[;,&\n]|\band\b", " ", m[1]) + ")", cell)


def _once(leads: list[NamedLead]) -> tuple[NamedLead, ...]:
    seen: dict[tuple[str, str], NamedLead] = {}
    for lead in leads:
        key = (
            (lead.name.casefold(), "post") if lead.is_post or is_initials(lead.name) else name_key(lead.name)
        )
        seen.setdefault(key, lead)
    return tuple(seen.values())
