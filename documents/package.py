"""The zip package that Office files are: what is refused before anything in it is parsed."""

from __future__ import annotations

import re
from collections.abc import Collection
from zipfile import BadZipFile, ZipFile, ZipInfo

from bot.errors import PlanUnreadable
from bot.phrases import files as sentences

_MEGABYTE = 1_000_000
_MOST_UNPACKED = 40 * _MEGABYTE
_MOST_OF_ONE = 25 * _MEGABYTE
_MOST_STRINGS = 10 * _MEGABYTE
_MOST_RATIO = 100
_RATIO_MATTERS_FROM = 5 * _MEGABYTE
_MOST_MEMBERS = 400
_MOST_MARKUP = 200
_MARKUP = (".xml", ".rels", ".vml")
_PROLOGUE = 4096
# No Office file declares entities; whatever encoding a part is in, the declaration is ASCII between noughts.
_DECLARED = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)"
)


def guard(package: ZipFile, part: str) -> None:
    """Refuse by the package's own directory what would unpack to more than a plan can be.

    A directory that lies about a size is no way round: zipfile never yields more than it declares. `part` is
    what a file of this kind must have. Raises `PlanUnreadable`, or `BadZipFile` without that part.
    """
    members = package.infolist()
    if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
        raise PlanUnreadable(*sentences.macros())
    if any(member.flag_bits & 1 for member in members):
        raise PlanUnreadable(*sentences.password())
    if _is_too_much(members) or any(_declares_entities(package, member) for member in members):
        raise PlanUnreadable(*sentences.unsafe())
    if part not in package.namelist():
        raise BadZipFile(f"no {part} inside")


def _is_too_much(members: Collection[ZipInfo]) -> bool:
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    strings = sum(member.file_size for member in members if member.filename.endswith("sharedStrings.xml"))
    return (
        len(members) > _MOST_MEMBERS
        or sum(member.filename.lower().endswith(_MARKUP) for member in members) > _MOST_MARKUP
        or unpacked > _MOST_UNPACKED
        or max((member.file_size for member in members), default=0) > _MOST_OF_ONE
        or strings > _MOST_STRINGS
        or (unpacked > _RATIO_MATTERS_FROM and unpacked / packed > _MOST_RATIO)
        or len({member.filename for member in members}) < len(members)
    )


def _declares_entities(package: ZipFile, member: ZipInfo) -> bool:
    """Whether a part begins with a document type, as only XML that means harm does in an Office file."""
    if not member.filename.lower().endswith(_MARKUP):
        return False
    with package.open(member) as part:
        return bool(_DECLARED.search(part.read(_PROLOGUE)))
