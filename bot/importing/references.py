"""Which reference each line of a plan goes by, when all lines and themes are known."""

from __future__ import annotations

from collections.abc import Sequence

from bot.draft import Doubt, DoubtKind
from bot.importing.bands import Band
from bot.importing.line import Line
from bot.importing.numbering import lettered, lost_its_zero, major
from bot.phrases import doubts as phrases
from bot.plan import Theme


def references(lines: Sequence[Line], themes: Sequence[Theme]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """A reference for each line, unique and as near as can be to what is printed, and what was assumed."""
    doubts: list[Doubt] = []
    numbers = _with_zeros(lines, doubts)
    numbers = _apart_by_theme(lines, numbers, themes, doubts)
    if not any(numbers):
        return tuple(str(count) for count in range(1, len(lines) + 1)), tuple(doubts)
    return lettered(_numbered_all(numbers)), tuple(doubts)


def themes_of(bands: Sequence[Band], lines: Sequence[Line]) -> tuple[Theme, ...]:
    """The bands as themes: by their printed number, else by that of their actions, else by their order."""
    taken = {band.ref for band in bands if band.ref}
    themes: list[Theme] = []
    for index, band in enumerate(bands):
        ref = band.ref
        if not ref:
            majors = {major(line.number) for line in lines if line.theme == index and "." in line.number}
            own = next(iter(majors)) if len(majors) == 1 else ""
            ref = own if own and own not in taken else _free(index + 1, taken)
            taken.add(ref)
        themes.append(Theme(ref, band.title))
    return tuple(themes)


def theme_ref(line: Line, ref: str, bands: Sequence[Band], themes: Sequence[Theme]) -> str | None:
    """The theme a line stands under; none when its number belongs to a theme that is not printed."""
    number = major(ref) if "." in ref else ""
    for band, theme in zip(bands, themes, strict=True):
        if number and band.ref and major(band.ref) == number:
            return theme.ref
    if line.theme is None:
        return None
    printed = major(bands[line.theme].ref)
    if number.isdigit() and printed.isdigit() and number != printed:
        return None
    return themes[line.theme].ref


def _with_zeros(lines: Sequence[Line], doubts: list[Doubt]) -> list[str]:
    """Numbers as a spreadsheet may have shortened them made whole: 1.9 is followed by 1.10, never by 1.1."""
    numbers: list[str] = []
    seen: set[str] = set()
    for index, line in enumerate(lines):
        number = line.number
        if index and line.recommendation is lines[index - 1].recommendation:
            number = numbers[-1] if line.number == lines[index - 1].number else number
        elif number in seen:
            number = lost_its_zero(number, numbers[-1]) or number
        if number != line.number:
            doubts.append(line.doubt(DoubtKind.TWO_READINGS, phrases.lost_zero(line.number, number), number))
        seen.add(number)
        numbers.append(number)
    return numbers


def _apart_by_theme(
    lines: Sequence[Line], numbers: Sequence[str], themes: Sequence[Theme], doubts: list[Doubt]
) -> list[str]:
    """Plain numbers that begin again under each theme are told apart by the theme's own."""
    under: dict[str, set[int | None]] = {}
    for line, number in zip(lines, numbers, strict=True):
        under.setdefault(number, set()).add(line.theme)
    apart: list[str] = []
    for line, number in zip(lines, numbers, strict=True):
        if number and "." not in number and len(under[number]) > 1 and line.theme is not None:
            ref = f"{major(themes[line.theme].ref)}.{number}"
            if not any(doubt.kind is DoubtKind.STRAY_NUMBER for doubt in doubts):
                doubts.append(line.doubt(DoubtKind.STRAY_NUMBER, phrases.numbers_again(number, ref), ref))
            apart.append(ref)
        else:
            apart.append(number)
    return apart


def _numbered_all(numbers: Sequence[str]) -> list[str]:
    """Lines without a number, in a plan that has numbers, go by the number above them and a letter."""
    found: list[str] = []
    for number in numbers:
        found.append(number or (found[-1] if found else "0"))
    return found


def _free(count: int, taken: set[str]) -> str:
    while str(count) in taken:
        count += 1
    return str(count)
