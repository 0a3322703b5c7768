"""Text as Slack keeps it: bare `&`, `<` and `>` are escaped, codes in angle brackets stay."""

import re

_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")
_CODE = re.compile(r"<(?:[@#!][^<>\n]+|(?:https?://|mailto:|tel:)[^<>\n]+)>")


def normalised(text: str) -> str:
    """`a & b <c>` becomes `a &amp; b &lt;c&gt;`; `&amp;`, `<@U1>` and `<https://x|y>` stay as they are."""
    kept, place = [], 0
    for code in _CODE.finditer(text):
        kept += [_escaped(text[place : code.start()]), code[0]]
        place = code.end()
    return "".join([*kept, _escaped(text[place:])])


def _escaped(text: str) -> str:
    return _BARE_AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
