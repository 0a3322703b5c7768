"""A Word document as a PDF, by the LibreOffice of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from bot.errors import PaperUnmade
from bot.phrases import papers as say
from documents.pdf_headings import naming_rows

PROGRAMS = ("soffice", "libreoffice")
TIMEOUT = 180.0
"""Seconds; a first start on a slow machine takes most of a minute."""

_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""Tagged for whoever hears the paper, and marked as PDF/UA: with its title, language and picture texts."""


def office() -> str | None:
    """The LibreOffice of this machine; None where there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def to_pdf(document: bytes, within: float = TIMEOUT) -> bytes:
    """The PDF's bytes, with its headings tagged. Raises `PaperUnmade` without LibreOffice, and where it makes
    none within so many seconds; nothing of it then runs on."""
    program = office()
    if program is None:
        raise PaperUnmade(say.NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="leadline-paper-") as folder:
        here = Path(folder)
        source = here / "paper.docx"
        source.write_bytes(document)
        command = [
            *_aside(),
            program,
            f"-env:UserInstallation={(here / 'office').as_uri()}",
            *("--headless", "--convert-to", _FILTER, "--outdir", str(here), str(source)),
        ]
        try:
            _run(command, within)
            return naming_rows((here / "paper.pdf").read_bytes())
        except (subprocess.SubprocessError, OSError) as fault:
            raise PaperUnmade(say.NO_PDF) from fault


def _aside() -> list[str]:
    """What lets everything else on the machine go first: a bot has three seconds to acknowledge."""
    nice = shutil.which("nice")
    return [nice, "-n", "10"] if nice else []


def _run(command: list[str], within: float) -> None:
    """Run the program and whatever it starts, and end all of it when its time is over: LibreOffice is begun
    by a script that would leave it running."""
    # S603: a program of this machine, found on its path, without a shell.
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            status = running.wait(within)
        except BaseException:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    if status:
        raise subprocess.CalledProcessError(status, command[0])
