"""How a person or the bot is shown: initials in a tinted square, told apart by letters and not by tint."""

from __future__ import annotations

from sandbox.entities import Person
from sandbox.page.markup import Html, tag

_TINTS = 6


def face(person: Person | None, size: str = "") -> Html:
    """A small picture made of initials; readers skip it, for the name always stands beside it."""
    name = person.real_name if person else "?"
    tint = "bot" if person and person.is_bot else f"tint-{sum(map(ord, name)) % _TINTS}"
    return tag("span", initials(name), class_=f"face {tint} {size}".rstrip(), aria_hidden="true")


def initials(name: str) -> str:
    """The first letters of the first and the last word; titles such as "Cllr" do not count."""
    words = [
        word for word in name.replace(".", " ").split() if word not in ("Cllr", "Dr", "Prof", "Sir")
    ] or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def bot_tag(person: Person | None) -> Html | None:
    """The word beside a bot's name."""
    return tag("span", "app", class_="app-tag") if person and person.is_bot else None
