"""A card drawn with Rich. Nobody can press anything here: taps are listed as what one could say, or, with a
command that shows lists, as the commands that show them."""

from __future__ import annotations

import unicodedata

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Divider
from rich.text import Text

from bot.card import AccountPicker, Act, Button, Card, Line, Menu, Piece, Rule, Shown, Taps, Tone

_STYLES = {Tone.HEADING: "bold", Tone.BODY: "", Tone.QUIET: "dim"}


def draw(card: Card, command: str = "") -> Group:
    """The card as something Rich can print; people's words stay words, whatever mark-up they hold. With a
    `command` ("leadline status") a list behind a button is named as what to type."""
    drawn = (_drawn(piece, command) for piece in card.pieces)
    return Group(*(one for one in drawn if one is not None))


def _drawn(piece: Piece, command: str) -> RenderableType | None:
    if isinstance(piece, Line):
        return Text(_printable(piece.text), style=_STYLES[piece.tone])
    if isinstance(piece, Shown):
        return Text(_printable(piece.alt), style="dim")
    if isinstance(piece, Rule):
        return Divider(style="dim")
    if command:
        return _typed(piece, command)
    return Padding(Text(" ".join(_tap(item) for item in piece.items), style="cyan"), (0, 0, 0, 2))


def _typed(piece: Taps, command: str) -> RenderableType | None:
    """The lists behind the buttons, as commands; what cannot be done here is left out."""
    words = [
        item.value.removeprefix("status:")
        for item in piece.items
        if isinstance(item, Button) and item.act is Act.SHOW_STATUS
    ]
    if not words:
        return None
    return Text("More: " + " · ".join(f"{command} {_printable(one)}" for one in words), style="dim")


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
