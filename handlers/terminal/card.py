"""A card drawn with Rich. Nobody can press anything here, so taps are listed as what one could say."""

from __future__ import annotations

import unicodedata

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Divider
from rich.text import Text

from bot.card import AccountPicker, Button, Card, Line, Menu, Rule, Taps, Tone

_STYLES = {Tone.HEADING: "bold", Tone.BODY: "", Tone.QUIET: "dim"}


def draw(card: Card) -> Group:
    """The card as something Rich can print; people's words stay words, whatever mark-up they hold."""
    return Group(*(_drawn(piece) for piece in card.pieces))


def _drawn(piece: Line | Taps | Rule) -> RenderableType:
    if isinstance(piece, Line):
        return Text(_printable(piece.text), style=_STYLES[piece.tone])
    if isinstance(piece, Rule):
        return Divider(style="dim")
    return Padding(Text(" ".join(_tap(item) for item in piece.items), style="cyan"), (0, 0, 0, 2))


def _tap(item: Button | Menu | AccountPicker) -> str:
    if isinstance(item, Button):
        return f"[{_printable(item.label)}]"
    if isinstance(item, AccountPicker):
        return f"[{_printable(item.placeholder)}]"
    choices = " | ".join(_printable(choice.label) for choice in item.choices)
    return f"[{_printable(item.placeholder)}: {choices}]"


def _printable(text: str) -> str:
    """Without control characters: an escape sequence in somebody's words must not drive the terminal."""
    return "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) != "Cc")
