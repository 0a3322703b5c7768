"""A freedom-of-information request, and the history of one action, through the real app."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
import openpyxl

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER


def test_history_shows_was_and_now_who_when_by_what_route_and_the_words(chat: Dialogue) -> None:
    chat.says("S Okoro", "2.7a amber, slips to Nov, waiting for HR")
    (told,) = chat.says("S Okoro", "history 2.7a")
    assert "History of 2.7a" in told
    shown = str(chat.posted[-1]["blocks"])
    assert "21 Sept 09:3" in shown
    assert "S Okoro by direct message" in shown
    assert "2.7a amber, slips to Nov, waiting for HR" in shown
    assert "September 2026 → November 2026" in shown or "Sept" in shown


def test_history_says_what_was_understood_of_words_that_were_not_saved(chat: Dialogue) -> None:
    chat.mentions("S Okoro", "CLARKMERE", "2.7a red, blocked by procurement")
    chat.presses("S Okoro", "Cancel")
    chat.says("S Okoro", "history 2.7a")
    shown = str(chat.posted[-1]["blocks"])
    assert "(not saved)" in shown
    assert "read as colour 🔺 Red" in shown


def test_an_officer_gets_everything_held_on_an_action_in_word_and_excel(chat: Dialogue) -> None:
    chat.tick()
    chat.says("S Okoro", "2.7a amber, slips to Nov, waiting for HR")
    chat.edits("S Okoro", "2.7a amber, slips to Dec, waiting for HR")
    chat.at(timedelta(days=7, minutes=5))
    (told,) = chat.says(OFFICER, "record 2.7")
    assert told.startswith("Everything I hold on 2.7 (2.7a), ")
    said = str(chat.posted[-1]["blocks"])
    assert "Names to consider first: S Okoro" in said
    assert "Not held here: channel talk that was not sent to me" in said
    assert "This request is logged as no. 1." in said
    files = {name.rsplit(".", 1)[1]: content for _, name, content in chat.slack.uploaded}
    assert set(files) == {"docx", "xlsx"}
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).active
    assert sheet is not None
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    for held in ("As written", "As edited", "As read", "Stood in a digest"):
        assert held in cells
    assert "2.7a amber, slips to Nov, waiting for HR" in cells
    assert "2.7a amber, slips to Dec, waiting for HR" in cells
    document = docx.Document(io.BytesIO(files["docx"]))
    assert document.paragraphs[0].text == "The record of 2.7, Larkmere plan"


def test_the_record_tells_who_was_asked_who_led_and_what_was_refused(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(days=7, minutes=5))
    chat.says(CHAIR, "ask 2.7a")
    chat.says("K Bramley", "2.7a done, I am told")
    chat.says("K Bramley", "2.7a done, they say again")
    chat.says(OFFICER, "for S Okoro by phone: 2.7a amber, waiting for HR")
    chat.presses(OFFICER, "Confirm")
    chat.says(OFFICER, "hand 2.7a to K Bramley")
    chat.says(OFFICER, "record 2.7")
    cells = _cells(chat)
    asked = [row for row in cells if "Lead asked" in row]
    became = [row[-1].split(" round")[0] for row in asked]
    assert became == ["Asked for the", "Reminded for the", "Asked the lead for an update"]
    assert CHAIR in asked[-1]
    (handed_over,) = (row for row in cells if "Handed over" in row)
    assert "From S Okoro to K Bramley" in handed_over
    (refused,) = (row for row in cells if "Refused" in row)  # said twice within the hour, it stands once
    assert {"2.7a", "K Bramley", "2.7a done, I am told"} <= set(refused)
    assert any("entered by P Lowell" in cell for row in cells for cell in row)


def _cells(chat: Dialogue) -> list[list[str]]:
    """The rows of the newest workbook that was sent."""
    content = next(held for _, name, held in reversed(chat.slack.uploaded) if name.endswith(".xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    return [[str(cell.value) for cell in row] for row in sheet.iter_rows()]


def test_asking_again_is_the_same_request_until_it_is_closed(chat: Dialogue) -> None:
    chat.says(OFFICER, "record 2.7")
    chat.says(OFFICER, "record 2.7a")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (request,) = work.requests.open()
    assert chat.says(OFFICER, "record close 1") == [
        "Request 1 is closed. What it held falls under the usual retention again."
    ]
    assert chat.says(OFFICER, "record close 1") == ["There is no open request 1. Nothing has been changed."]
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        assert work.requests.open() == ()
    assert request.asked_by is not None


def test_nobody_but_an_officer_is_given_the_record_and_the_refusal_says_who_can(chat: Dialogue) -> None:
    for who in ("S Okoro", CHAIR):
        (told,) = chat.says(who, "record 2.7")
        assert told == (
            f"The board officer answers requests for the record. Please ask {OFFICER}. "
            "Nothing has been logged."
        )
    assert chat.slack.uploaded == []


def test_a_number_nobody_has_is_said_plainly_and_nothing_is_logged(chat: Dialogue) -> None:
    assert chat.says(OFFICER, "record 9.9") == [
        "I hold no action 9.9 in a plan you run. Nothing has been logged."
    ]


def test_typed_as_a_command_it_comes_as_a_message(chat: Dialogue) -> None:
    assert chat.types(OFFICER, "/plan-status record 2.7").startswith("I have sent it to you as a message")
    assert len(chat.slack.uploaded) == 2
