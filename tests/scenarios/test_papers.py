"""`paper highlight for the Board` in chat: the file, for those who may have it."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER, account


def test_an_officer_gets_the_highlight_report_as_word(chat: Dialogue) -> None:
    (told,) = chat.says(OFFICER, "paper highlight for the Board")
    ((channel, name, content),) = chat.slack.uploaded
    assert told.startswith("Highlight report for Board, Wed 14 Oct 2026: ")
    assert channel == f"D{account(OFFICER)}"
    assert name.endswith("board-2026-10-14-highlight.docx")
    text = "\n".join(one.text for one in Document(io.BytesIO(content)).paragraphs)
    assert "Draft, not frozen" in text
    assert "Open actions by theme" in text


def test_a_chair_gets_exceptions_and_tracker_by_the_slash_command(chat: Dialogue) -> None:
    for words in ("paper exception report for the board", "paper tracker"):
        assert chat.types(CHAIR, f"/plan-status {words}").startswith("I have sent it to you as a message")
        chat.settle()
        chat.at(timedelta(minutes=1))
    endings = [name.rsplit("-", 1)[1] for _, name, _ in chat.slack.uploaded]
    assert endings == ["exception.docx", "tracker.xlsx"]


def test_a_year_on_report_looks_back_from_the_day_that_is_said(chat: Dialogue) -> None:
    (told,) = chat.says(OFFICER, "year-on report for the Board since 1 June")
    assert told.endswith("the record begins on 21 Sept 2026: nothing lies between.")
    chat.at(timedelta(days=3))
    (told,) = chat.says(OFFICER, "year-on report for the Board since 1 June")
    assert told.startswith("Year-on report for Board, Wed 14 Oct 2026: ")
    (told,) = chat.says(OFFICER, "year-on report for the Board since whenever")
    assert told.startswith("No paper was made: “whenever” is no day that I can read")
    ((_, name, content),) = chat.slack.uploaded
    assert name.endswith("board-2026-10-14-year-on.docx")
    assert "reach back to 1 June 2026" in "\n".join(
        one.text for one in Document(io.BytesIO(content)).paragraphs
    )


def office_that(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The only program of this machine: a LibreOffice that does this."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin" if does else "")


@pytest.mark.parametrize(
    ("does", "name", "beside"),
    [
        ('echo %PDF- > "$6/paper.pdf"', "exception.pdf", ""),
        ("exit 1", "exception.docx", "LibreOffice made no PDF of it in time; this is the Word file."),
        ("", "exception.docx", "A PDF needs LibreOffice, which is not on the bot's machine;"),
    ],
)
def test_a_pdf_is_sent_where_one_can_be_made_else_the_word_file_with_why(
    chat: Dialogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, name: str, beside: str
) -> None:
    office_that(tmp_path, does, monkeypatch)
    chat.says(OFFICER, "exception report for the Board as pdf")
    assert "The PDF follows; making it can take a minute." in str(chat.posted[-1]["blocks"])
    ((_, sent, content),) = chat.slack.uploaded
    assert sent.endswith(name)
    assert content[:2] == (b"%P" if name.endswith("pdf") else b"PK")
    assert [told.startswith(beside) for told in chat.slack.beside] == [True]


def test_a_tracker_stays_the_excel_file_it_is(chat: Dialogue) -> None:
    chat.says(OFFICER, "paper tracker as pdf")
    assert "A tracker is an Excel file, so it comes as one." in str(chat.posted[-1]["blocks"])
    ((_, name, _),) = chat.slack.uploaded
    assert name.endswith("tracker.xlsx")


def test_a_lead_is_told_who_makes_papers_and_gets_none(chat: Dialogue) -> None:
    (told,) = chat.says("S Okoro", "paper highlight")
    assert "No paper was made" in told
    assert OFFICER in told
    assert chat.slack.uploaded == []


def test_a_body_that_does_not_meet_is_asked_back_with_those_that_do(chat: Dialogue) -> None:
    (told,) = chat.says(OFFICER, "paper highlight for the Scrutiny Committee")
    assert told.startswith("No paper was made: I find no such meeting. Ahead: Board, Wed 14 Oct 2026")
    (told,) = chat.says(OFFICER, "paper highlight for the Board on 15 October")
    assert told.startswith("No paper was made: I find no such meeting.")


def test_the_meeting_of_a_day_is_meant_by_its_day_whether_it_is_past_or_ahead(chat: Dialogue) -> None:
    told = chat.says(OFFICER, "paper exception for Board 14 Oct") + chat.says(
        OFFICER, "paper tracker for 14 Oct"
    )
    assert [one.split(":")[0] for one in told] == [
        "Exception report for Board, Wed 14 Oct 2026",
        "Tracker for Board, Wed 14 Oct 2026",
    ]
    assert len(chat.slack.uploaded) == 2


def test_making_one_is_on_record(chat: Dialogue) -> None:
    chat.says(OFFICER, "paper highlight")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        before = work.audit.head(work.partnerships.all()[0].id)
    chat.says(OFFICER, "paper highlight")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        assert work.audit.head(work.partnerships.all()[0].id) != before
