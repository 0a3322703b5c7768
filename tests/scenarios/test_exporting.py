"""`export` in chat: the plan as a file, for whoever may take it away."""

from __future__ import annotations

import csv
import io

import openpyxl

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER, account


def test_an_officer_gets_the_whole_plan_as_excel(chat: Dialogue) -> None:
    (told,) = chat.says(OFFICER, "export")
    ((channel, name, content),) = chat.slack.uploaded
    assert "as it stands now, for Excel" in told
    assert channel == f"D{account(OFFICER)}"
    assert name.endswith(".xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"2.7a", "S Okoro"} <= {word for cell in cells for word in (cell, cell.split(" (")[0])}


def test_a_lead_gets_the_actions_they_lead_and_no_others(chat: Dialogue) -> None:
    (told,) = chat.says("S Okoro", "export as csv")
    ((_, name, content),) = chat.slack.uploaded
    assert "you lead" in told
    assert name.endswith(".csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows
    assert all("S Okoro" in row["Lead"] for row in rows if row["Action"])


def test_a_chair_who_types_the_command_is_sent_it_as_a_message(chat: Dialogue) -> None:
    answered = chat.types(CHAIR, "/plan-status export word")
    chat.settle()
    assert answered.startswith("I have sent it to you as a message")
    assert [name.rsplit(".", 1)[1] for _, name, _ in chat.slack.uploaded] == ["docx"]


def test_without_the_right_to_send_files_it_is_said_plainly(chat: Dialogue) -> None:
    chat.slack.errors["files.getUploadURLExternal"] = "missing_scope"
    chat.says(OFFICER, "export")
    said = str(chat.posted[-1]["text"])
    assert "files:write" in said
    assert "Nothing was sent" in said
    assert chat.slack.uploaded == []


def test_a_file_slack_refuses_leaves_a_plain_sentence(chat: Dialogue) -> None:
    chat.slack.errors["files.completeUploadExternal"] = "file_update_failed"
    chat.says(OFFICER, "export")
    assert "Slack did not take the file (file_update_failed)" in str(chat.posted[-1]["text"])


def test_the_leaving_is_on_record(chat: Dialogue) -> None:
    chat.says(OFFICER, "export")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        before = work.audit.head(work.partnerships.all()[0].id)
    chat.says(OFFICER, "export")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        assert work.audit.head(work.partnerships.all()[0].id) != before
