"""What fits in one Slack message, and how a longer card is told in several. Nothing is cut silently."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.card import AccountPicker, Button, Card, Line, Menu, Piece, Taps

Pieces = tuple[Piece, ...]

BLOCKS_IN_MESSAGE = 50
BLOCKS_ON_HOME = 100
CHARACTERS_IN_MESSAGE = 12_000  # Slack refuses at about 13,200 (msg_blocks_too_long)
SECTION_TEXT = 3_000
QUIET_TEXT = 2_000
PICTURE_TEXT = 2_000
TEXT_BESIDE_BLOCKS = 3_900  # chat.update refuses 4,000
ELEMENTS_IN_ROW = 25
OPTIONS_IN_MENU = 100
BUTTON_LABEL = 75
MENU_LABEL = 75
PLACEHOLDER = 150

_LONGEST_LINE = CHARACTERS_IN_MESSAGE // 6


def cut_to_fit(text: str, longest: int) -> Iterator[str]:
    """The text in parts of at most this many characters, cut at line ends, else at spaces, else anywhere."""
    rest = text
    while len(rest) > longest:
        at = max(rest.rfind("\n", 0, longest), 0) or max(rest.rfind(" ", 0, longest), 0) or longest
        if rest[:at].strip():
            yield rest[:at]
        rest = rest[at:].lstrip("\n ") if at < longest else rest[at:]
    if rest.strip():
        yield rest


def split(card: Card, fits: Callable[[Card], bool]) -> tuple[Card, ...]:
    """The card as one card or several that each fit; taps stay with the lines they stand under."""
    if fits(card):
        return (card,)
    cards: list[Card] = []
    current = replace(card, pieces=())
    for group in _groups(card, lambda pieces: fits(replace(card, pieces=pieces))):
        longer = replace(current, pieces=current.pieces + group)
        if current.pieces and not fits(longer):
            cards.append(current)
            longer = replace(card, pieces=group)
        current = longer
    cards.append(current)
    return tuple(
        replace(one, summary=f"{card.summary} ({number} of {len(cards)})")
        for number, one in enumerate(cards, start=1)
    )


def _groups(card: Card, fits: Callable[[Pieces], bool]) -> Iterator[Pieces]:
    """Each line with the taps that stand under it; in parts where even that is too much for one message."""
    group: Pieces = ()
    for piece in card.pieces:
        if group and not isinstance(piece, Taps):
            yield from _bounded(group, fits)
            group = ()
        group += (piece,)
    yield from _bounded(group, fits)


def _bounded(group: Pieces, fits: Callable[[Pieces], bool]) -> Iterator[Pieces]:
    if fits(group):
        yield group
        return
    for piece in group:
        if isinstance(piece, Line):
            yield from ((replace(piece, text=part),) for part in cut_to_fit(piece.text, _LONGEST_LINE))
        elif isinstance(piece, Taps):
            yield from ((Taps((item,)),) for whole in piece.items for item in _halved(whole, fits))
        else:
            yield (piece,)


def _halved(
    item: Button | Menu | AccountPicker, fits: Callable[[Pieces], bool]
) -> Iterator[Button | Menu | AccountPicker]:
    """A menu too long for any message, as several shorter ones."""
    if not isinstance(item, Menu) or len(item.choices) < 2 or fits((Taps((item,)),)):
        yield item
        return
    middle = len(item.choices) // 2
    for half in (item.choices[:middle], item.choices[middle:]):
        yield from _halved(replace(item, choices=half), fits)
