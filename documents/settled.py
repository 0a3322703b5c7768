"""An office file whose bytes say nothing of when they were written: the same facts make the same file."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def settled(content: bytes, at: datetime) -> bytes:
    """The same package, every part of it and its properties as of `at`.

    A frozen paper is compared with the one in a drawer; the clock of a second printing is no difference.
    """
    moment = at.astimezone(UTC)
    said = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    file = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as made, ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for part in made.infolist():
            held = made.read(part)
            if part.filename == _CORE:
                held = _MODIFIED.sub(rb"\g<1>" + said + rb"\g<2>", held)
            info = ZipInfo(part.filename, moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            kept.writestr(info, held)
    return file.getvalue()
