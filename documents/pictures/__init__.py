"""The pictures of papers as PNG: for a page of A4 or a phone, told by shape as well as by colour."""

from __future__ import annotations

from enum import Enum

from bot.papers.pictures import Picture, RagStrip, SlipChart


class Width(float, Enum):
    """How wide a picture is drawn, in inches: its text is as large as the text around it."""

    PAGE = 6.7
    PHONE = 3.75


def drawn(picture: Picture, width: Width = Width.PAGE) -> bytes:
    """The PNG's bytes, at twice the resolution of a plain screen. Loads matplotlib when first asked."""
    if isinstance(picture, SlipChart):
        from documents.pictures.slip import draw_slip

        return draw_slip(picture, width)
    if isinstance(picture, RagStrip):
        from documents.pictures.strip import draw_strip

        return draw_strip(picture, width)
    from documents.pictures.bodies import draw_bodies

    return draw_bodies(picture, width)
