"""The files that come with messages, made when they are sent: a plan's export, a meeting's paper, the
record of an action, a picture of a plan."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from bot.card_files import CardFile, PaperFile, PictureFile
from bot.dated import RecordId
from bot.delivery import Delivery
from bot.errors import PaperUnmade
from bot.exporting.disclosed import disclosed, disclosed_name
from bot.exporting.table import Format
from bot.papers.paper import PaperKind
from bot.partnership import MeetingId, PersonId, WorkspaceId
from bot.phrases import papers as say
from bot.plan import PlanId
from bot.ports import OpenWork, UnitOfWork
from bot.services.keeping.disclosing import disclose
from bot.services.plans.export import export
from bot.services.reports import charts, papers
from handlers.slack.attachments import MadeFile, MakeFile

PDF_WITHIN = 60.0
"""Seconds that LibreOffice has for a paper somebody in chat waits for; after them they get the Word file."""


def file_maker(open_work: OpenWork) -> MakeFile:
    """Makes the files that come with messages. What writes documents is loaded when the first one is due."""

    def make(delivery: Delivery, file: CardFile | PaperFile | PictureFile) -> MadeFile:
        if isinstance(file, PictureFile):
            return _picture(lambda: open_work(delivery.workspace_id), file)
        if isinstance(file, PaperFile):
            return _paper(open_work, delivery.workspace_id, file)
        with open_work(delivery.workspace_id) as work:
            return _record(work, file) if file.record else _export(work, file)

    return make


def _picture(open_work: Callable[[], AbstractContextManager[UnitOfWork]], file: PictureFile) -> MadeFile:
    """Nothing is held open while it is drawn."""
    from documents.pictures import Width, drawn

    with open_work() as work:
        picture, name = charts.as_file(work, file)
    return MadeFile(name, drawn(picture, Width.PHONE), picture.title, picture.alt)


def _export(work: UnitOfWork, file: CardFile) -> MadeFile:
    from documents.written import written

    kind = Format(file.kind)
    person = work.people.get(PersonId(file.person_id))
    made = export(work, work.plans.get(PlanId(file.plan_id)), person, kind)
    return MadeFile(f"{made.name}.{kind.value}", written(made.table, kind, work.now))


def _record(work: UnitOfWork, file: CardFile) -> MadeFile:
    from documents.written import written

    kind = Format(file.kind)
    person = work.people.get(PersonId(file.person_id))
    found = disclose(work, work.plans.get(PlanId(file.plan_id)), file.record, person)
    return MadeFile(disclosed_name(found, kind.value), written(disclosed(found), kind, work.now))


def _paper(open_work: OpenWork, workspace_id: WorkspaceId, file: PaperFile) -> MadeFile:
    """Composed by who only reads, since that may take seconds, and nothing is held open while the file is
    written; it leaves once that is on record."""
    from documents.papers import paper_file

    with open_work(workspace_id, read_only=True) as work:
        made = _made(work, file)
    ending, content = paper_file(made.paper, made.table, made.as_at)
    note = ""
    if file.as_pdf:
        ending, content, note = _as_pdf(ending, content)
    with open_work(workspace_id) as work:
        papers.put_on_record(work, made, work.people.get(PersonId(file.person_id)))
    return MadeFile(f"{made.name}.{ending}", content, note=note)


def _as_pdf(ending: str, word: bytes) -> tuple[str, bytes, str]:
    """The PDF of a Word file, or the Word file with why it is one; always within a minute."""
    from documents.pdf import office, to_pdf

    if office() is None:
        return ending, word, say.NO_OFFICE_THERE
    try:
        return "pdf", to_pdf(word, PDF_WITHIN), ""
    except PaperUnmade:
        return ending, word, say.NO_PDF_THERE


def _made(work: UnitOfWork, file: PaperFile) -> papers.Made:
    person = work.people.get(PersonId(file.person_id))
    if file.record_id:
        return papers.make_final(work, person, work.records.get(RecordId(file.record_id)))
    meeting = work.meetings.get(MeetingId(file.meeting_id))
    partnership = work.partnerships.get(meeting.partnership_id)
    since = date.fromisoformat(file.since) if file.since else None
    return papers.make(work, partnership, person, meeting, PaperKind(file.kind), since=since)
