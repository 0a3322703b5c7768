"""A Word document as a PDF, by the LibreOffice of this machine."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from bot.errors import PaperUnmade
from bot.phrases import papers as say

PROGRAMS = ("soffice", "libreoffice")
TIMEOUT = 180.0
"""Seconds; a first start on a slow machine takes most of a minute."""

_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""Tagged for whoever hears the paper, and marked as PDF/UA: with its title, language and picture texts."""


def to_pdf(document: bytes) -> bytes:
    """The PDF's bytes, with its headings tagged. Raises `PaperUnmade` without LibreOffice."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise PaperUnmade(say.NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="leadline-paper-") as folder:
        here = Path(folder)
        source = here / "paper.docx"
        source.write_bytes(document)
        command = [
            program,
            f"-env:UserInstallation={(here / 'office').as_uri()}",
            *("--headless", "--convert-to", _FILTER, "--outdir", str(here), str(source)),
        ]
        try:
            # S603: a program of this machine, found on its path, without a shell.
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)  # noqa: S603
            return (here / "paper.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as fault:
            raise PaperUnmade(say.NO_PDF) from fault
