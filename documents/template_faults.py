"""What is wrong with a board's own template, put so that whoever wrote it in Word can mend it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from html import unescape
from zipfile import ZipFile

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from bot.papers.template_names import nearest_to
from bot.phrases import papers as say

_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HALF = re.compile(r"\{[{%](?:(?![}%]\}).){0,40}")
_OF_WORD = re.compile(r"^(\{[{%])(?:p|tr|tc|r) ")
"""What docxtpl puts before a tag: the paragraph, row, cell or run that goes with it."""


class Named(StrictUndefined):
    """A name that is not there; its error says the name and nothing else."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


def unknown_name(name: str | None) -> str:
    """A name that the template uses and no paper has, with the one that was probably meant."""
    return say.no_such_name(name or "", nearest_to(name or ""))


def unreadable_tag(template: bytes, fault: TemplateSyntaxError) -> str:
    """The tag itself, where it can be found; else what its reader said."""
    text = _text_of(template)
    tags = _TAG.findall(text)
    if half := _HALF.search(_TAG.sub("", text)):
        return say.unclosed_brace(half[0].strip())
    for tag in tags:
        if _is_unreadable(tag):
            return say.bad_tag(tag)
    opened = _unclosed(tags)
    if opened is not None:
        return say.unclosed_block(opened)
    return say.bad_tag_told(fault.message or "")


def has_names(template: bytes) -> bool:
    """Whether there is anything to fill."""
    text = _text_of(template)
    return bool(_TAG.search(text) or _HALF.search(text))


def _text_of(template: bytes) -> str:
    """All that is written in it, without mark-up: Word cuts a tag into pieces as it was typed."""
    with ZipFile(io.BytesIO(template)) as package:
        parts = [package.read(name) for name in package.namelist() if _PARTS.fullmatch(name)]
    texts = (part.decode("utf-8", "replace").replace("</w:p>", "\n") for part in parts)
    return "\n".join(unescape(re.sub(r"<[^>]+>", "", text)) for text in texts)


def _is_unreadable(tag: str) -> bool:
    plain = _OF_WORD.sub(r"\1 ", tag)
    if plain.startswith("{%"):
        word = _word_of(plain)
        if word in ("for", "if"):
            plain = f"{plain}{{% end{word} %}}"
        elif word.startswith("end") or word in ("else", "elif"):
            return False
    try:
        SandboxedEnvironment().from_string(plain)
    except TemplateError:
        return True
    return False


def _word_of(tag: str) -> str:
    words = tag.strip("{%-}+ ").split()
    return words[0] if words else ""


def _unclosed(tags: Sequence[str]) -> str | None:
    """The block that is not closed, or the end of one that was never begun."""
    opened: list[str] = []
    for tag in tags:
        word = _word_of(_OF_WORD.sub(r"\1 ", tag)) if tag.startswith("{%") else ""
        if word in ("for", "if"):
            opened.append(tag)
        elif word in ("endfor", "endif"):
            if not opened or _word_of(_OF_WORD.sub(r"\1 ", opened[-1])) != word.removeprefix("end"):
                return tag
            opened.pop()
    return opened[-1] if opened else None
