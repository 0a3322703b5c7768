"""Safe HTML by construction: a plain string is always escaped; only `Html` passes unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is already safe mark-up: made by `tag`, `text`, `joined`, and by hand only from constants."""

    __slots__ = ()


Child = str | Iterable[str] | None
Attribute = str | int | bool | None

_VOID = frozenset({"img", "input", "br", "hr", "link", "meta"})


def text(value: str) -> Html:
    """Escape a string for text and for quoted attributes; what is already `Html` stays as it is."""
    return value if isinstance(value, Html) else Html(escape(value, quote=True))


def joined(children: Iterable[str], between: str = "") -> Html:
    """Put pieces together, escaping those that are plain strings."""
    return Html(text(between).join(text(child) for child in children))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """Build one element.

    Attributes: a trailing underscore is dropped (`class_`, `for_`), inner ones become hyphens (`data_ts`);
    `None` and `False` leave the attribute out, `True` writes it without a value.
    """
    opening = f"<{name}{_attributes(attributes)}>"
    if name in _VOID:
        return Html(opening)
    inside = "".join(_child(child) for child in children)
    return Html(f"{opening}{inside}</{name}>")


def hidden_words(words: str) -> Html:
    """Words for a screen reader only, where the eye has another sign."""
    return tag("span", words, class_="unseen")


def _child(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, str):
        return text(child)
    return joined(child)


def _attributes(attributes: dict[str, Attribute]) -> str:
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        written.append(f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"')
    return "".join(written)
