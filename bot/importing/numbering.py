"""The numbers a plan prints: splitting them from titles, and lettering several lines under one number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# Numbers such as 1.4, 1.10a, 2.7(b), 12., R11, A1, KPI-3, SR (25/26) 01 and BOD 60/17(h).
_DOTTED = r"\d{1,3}(?:\.\d{1,3})+(?:\s?[a-z]|\([a-z]{1,4}\))?"
_WHOLE = r"\d{1,4}(?:[a-z]|\([a-z]{1,4}\))?"
_CODE = r"[A-Z]{1,4}[\s./-]?\d{1,4}(?:[./]\d{1,4})*(?:\s?[a-z]|\([a-z]{1,4}\))?"
_MINUTE = r"[A-Z]{2,5}\s?(?:\(\d{2}/\d{2}\)\s?\d{1,3}|\d{1,4}/\d{2,4}(?:\([a-z0-9]{1,4}\))?)"
_REF_ALONE = re.compile(rf"(?:{_MINUTE}|{_DOTTED}|{_WHOLE}|{_CODE})[.):]?\Z")
_GLUED = re.compile(
    rf"(?:({_MINUTE}|{_DOTTED})[.):]?|({_WHOLE})[.):]|(R\d{{1,3}}|[A-Z]\d{{1,3}}\.\d{{1,3}})[.):]?)[\s–—-]+(?=\S)"
)
_DASHED = re.compile(rf"({_WHOLE})\s*[–—:-]\s+(?=\S)")
_NAMED = re.compile(r"(?:action|recommendation|rec|objective|item|no)\.?\s*(?=\d)", re.IGNORECASE)
_STRAY = re.compile(r"\(\s*\d{1,3}(?:\.\d{1,3})*\s*\)\Z")
_BAND = re.compile(
    r"(?:(?P<label>theme|priority|objective|section|workstream|work stream|part|area|standard|aim|goal|domain"
    r"|pillar|strand|programme)\s+(?P<named>\d{1,2}|[A-Z]|[ivxIVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\b[\s:.–—-]*)"
    r"|(?P<zero>\d{1,2})\.0\b[.:)\s–—-]*",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\s*[(\[]?\bcont(?:inue|['’])?d?\.?[)\]]?\s*\Z", re.IGNORECASE)


def split_number(text: str) -> tuple[str, str]:
    """The number a cell begins with, and its title: "1.4 Primary care" is ("1.4", "Primary care")."""
    plain = " ".join(text.split())
    named = _NAMED.match(plain)
    if named:
        after = plain[named.end() :]
        number, title = split_number(after)
        dashed = _DASHED.match(after)
        if not number and dashed:
            return tidy_number(dashed[1]), after[dashed.end() :]
        return (number, title) if number else ("", plain)
    if _REF_ALONE.match(plain):
        return tidy_number(plain), ""
    glued = _GLUED.match(plain)
    if glued:
        return tidy_number(glued[1] or glued[2] or glued[3]), plain[glued.end() :].strip()
    return "", plain


def own_column_number(text: str) -> str:
    """What stands in a column of numbers, in whatever form the plan has: "12/27", "b)", "KPI 3a"; else ""."""
    plain = " ".join(text.split())
    is_short = len(plain) <= 20 and len(plain.split()) <= 3 and not re.search(r"[a-z]{3}", plain)
    is_number = any(mark.isdigit() for mark in plain) or re.fullmatch(r"\(?[A-Za-z]{1,2}\)?\.?", plain)
    return tidy_number(plain) if is_short and is_number and not is_stray_number(plain) else ""


def tidy_number(ref: str) -> str:
    """A number without the full stop or bracket that ends it."""
    text = " ".join(ref.split()).rstrip(".:")
    return text.rstrip(")") if text.endswith(")") and "(" not in text else text


def is_stray_number(text: str) -> bool:
    """Whether the cell holds nothing but a bracketed number, as page furniture does: "(1.20)"."""
    return bool(_STRAY.match(text.strip()))


def is_continued(text: str) -> bool:
    """Whether a cell says that it carries on from the page before: "1.4 (cont'd)"."""
    return bool(_CONTINUED.search(text)) and len(text.split()) <= 8


def theme_of(text: str) -> tuple[str, str] | None:
    """The reference and title of a theme band ("4.0 Care planning", "Theme 2: Access"), or None."""
    match = _BAND.match(text.strip())
    if match is None:
        return None
    title = text.strip()[match.end() :].strip()
    if match["zero"]:
        return f"{match['zero']}.0", title
    return match["named"], title or text.strip()


def major(ref: str) -> str:
    """The first part of a number: "4" for "4.10" and for "4.0"."""
    match = re.match(r"[A-Za-z]*\d+|[A-Za-z]+", ref)
    return match.group() if match else ""


def lettered(refs: Sequence[str]) -> tuple[str, ...]:
    """Each line's own reference: lines that share a number get a, b, c in printed order."""
    taken = set(refs)
    counts = Counter(refs)
    used: dict[str, int] = {}
    given: list[str] = []
    for ref in refs:
        if counts[ref] == 1:
            given.append(ref)
            continue
        candidate = ref
        while candidate in taken:
            used[ref] = used.get(ref, 0) + 1
            candidate = ref + _mark(ref, used[ref])
        taken.add(candidate)
        given.append(candidate)
    return tuple(given)


def lost_its_zero(ref: str, before: str) -> str | None:
    """ "1.10" where a spreadsheet has made "1.1" of it: the number that must follow `before`, or None."""
    here, there = re.fullmatch(r"(\d+)\.(\d)", ref), re.fullmatch(r"(\d+)\.(\d+9)", before)
    there = there or re.fullmatch(r"(\d+)\.(9)", before)
    if here and there and here[1] == there[1] and int(here[2]) * 10 == int(there[2]) + 1:
        return f"{here[1]}.{int(there[2]) + 1}"
    return None


def _mark(ref: str, count: int) -> str:
    """The letter of the n-th line; a number that ends in a letter is followed by figures instead."""
    if ref[-1:].isalpha():
        return str(count)
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
