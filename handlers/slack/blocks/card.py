"""A card as one Slack message: sections for lines, action rows for taps, and the whole text beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    ImageBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bot.card import Card, Line, Piece, Shown, Taps, Tone
from handlers.slack.blocks.elements import rows
from handlers.slack.blocks.escape import cleaned, escaped, on_one_line
from handlers.slack.blocks.limits import (
    PICTURE_TEXT,
    QUIET_TEXT,
    SECTION_TEXT,
    TEXT_BESIDE_BLOCKS,
    cut_to_fit,
)

# In a bold line these would end the bold or turn into formatting, so such a line is set plain and exact.
_FORMATTING = frozenset("*_~`")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message for Slack. `text` is what a notification and a screen reader get."""

    text: str
    blocks: tuple[Block, ...]

    def payload(self) -> list[dict[str, object]]:
        """The blocks as JSON-ready values. Raises when one of them breaks a limit of Slack's."""
        return [block.to_dict() for block in self.blocks]


def draw(card: Card) -> Drawn:
    """Lay out one card as one message; `split` first when it may be too long for one."""
    numbers = count()
    blocks: list[Block] = []
    for kind, pieces in groupby(card.pieces, key=_kind):
        for piece in _merged(kind, list(pieces)):
            blocks.extend(_blocks(piece, numbers))
    return Drawn(_text_beside(card), tuple(blocks))


def _kind(piece: Piece) -> object:
    return piece.tone if isinstance(piece, Line) and not piece.names_any else type(piece)


def _merged(kind: object, pieces: list[Piece]) -> list[Piece]:
    """Neighbouring lines of one tone stand in one section: compact, and far from the limit of blocks."""
    lines = [piece.text for piece in pieces if isinstance(piece, Line)]
    return [Line("\n".join(lines), kind)] if isinstance(kind, Tone) else pieces


def _blocks(piece: Piece, numbers: Iterator[int]) -> Iterable[Block]:
    if isinstance(piece, Line):
        return _naming(piece) if piece.names_any else _TONES[piece.tone](cleaned(piece.text).strip("\n"))
    if isinstance(piece, Taps):
        return rows(piece, numbers)
    if isinstance(piece, Shown):
        return (_picture(piece),)
    return (DividerBlock(),)


def _picture(shown: Shown) -> Block:
    """Its message stands in the picture itself; the platform is not to say it twice."""
    return ImageBlock(image_url=shown.address, alt_text=on_one_line(shown.alt, PICTURE_TEXT))


def _heading(text: str) -> Iterator[Block]:
    if _FORMATTING & set(text):
        yield from _body(text)
        return
    for part in cut_to_fit(text, SECTION_TEXT // 6):  # escaping may make five characters of one
        bold = "\n".join(f"*{escaped(line.strip())}*" for line in part.split("\n") if line.strip())
        if bold:
            yield SectionBlock(text=MarkdownTextObject(text=bold, verbatim=True))


def _body(text: str) -> Iterator[Block]:
    for part in cut_to_fit(text, SECTION_TEXT):
        yield SectionBlock(text=PlainTextObject(text=part, emoji=True))


def _quiet(text: str) -> Iterator[Block]:
    for part in cut_to_fit(text, QUIET_TEXT):
        yield ContextBlock(elements=[PlainTextObject(text=part, emoji=True)])


def _naming(line: Line) -> Iterator[Block]:
    yield SectionBlock(text=MarkdownTextObject(text=_with_names(line), verbatim=True))


def _with_names(line: Line) -> str:
    """The escaped text, with the accounts and channels it names, and nothing else, as live mentions."""
    text = escaped(line.text)
    for account in line.accounts:
        text = text.replace(f"@{account}", f"<@{account}>")
    for channel in line.channels:
        text = text.replace(f"#{channel}", f"<#{channel}>")
    return text


_TONES = {Tone.HEADING: _heading, Tone.BODY: _body, Tone.QUIET: _quiet}


def _text_beside(card: Card) -> str:
    """The summary and then every line, for those who hear the message; as many as Slack takes."""
    lines = [piece.text for piece in card.pieces if isinstance(piece, Line)]
    said = lines if lines and lines[0].startswith(card.summary) else [card.summary, *lines]
    beside: list[str] = []
    room = TEXT_BESIDE_BLOCKS - len("\n…")
    for text in map(escaped, said):
        room -= len(text) + 1
        if room < 0:
            return "\n".join(
                (*(beside or [escaped(on_one_line(card.summary, TEXT_BESIDE_BLOCKS // 6))]), "…")
            )
        beside.append(text)
    return "\n".join(beside)
