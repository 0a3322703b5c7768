"""A board paper as a file: Word, PDF, or of a tracker Excel. Each writer is loaded only when it is needed."""

from __future__ import annotations

from datetime import datetime

from bot.errors import PaperUnmade
from bot.exporting.table import Format, PlanTable
from bot.papers.paper import Paper
from bot.papers.template_names import names_of
from bot.phrases import papers as say
from documents.settled import settled


def paper_file(
    paper: Paper,
    table: PlanTable | None,
    at: datetime,
    *,
    template: bytes | None = None,
    as_pdf: bool = False,
) -> tuple[str, bytes]:
    """The ending of the file's name, and its bytes. A paper with a `table` is a tracker, in Excel.

    The same paper as of the same instant is the same file, byte for byte; a PDF says the same, with the
    moment it was made in it. Raises `PaperUnmade` for a template that cannot be filled and a PDF that cannot
    be made.
    """
    if table is not None:
        if template is not None or as_pdf:
            raise PaperUnmade(say.TRACKER_IS_EXCEL)
        from documents.written import written

        return Format.XLSX.value, settled(written(table, Format.XLSX, at), at)
    content = settled(_word(paper, at, template), at)
    if not as_pdf:
        return Format.DOCX.value, content
    from documents.pdf import to_pdf

    return "pdf", to_pdf(content)


def _word(paper: Paper, at: datetime, template: bytes | None) -> bytes:
    if template is None:
        from documents.paper_word import write_paper

        return write_paper(paper, at)
    from documents.paper_template import fill_template

    return fill_template(template, names_of(paper))
