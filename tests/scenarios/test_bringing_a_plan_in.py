"""A board officer's first hour: a file dropped in chat, what was read, and its doubts one at a time."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest

from bot.plan import ActionPlan, PlanState
from bot.services.persons.people import link
from bot.services.plans.go_live import go_live
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER, account

PLAN = "\r\n".join(
    (
        "Harbour mental health plan",
        "Ref,Action,Lead,Timescale,Status",
        "1.1,Agree the discharge letter,S Okoro,Sept 2027,In progress",
        "1.2,Train the ward staff,,Dec 2027,",
        "1.3,Open the carers' group,L Pashley,To be agreed,",
        "2.1,Publish the leaflet across the,K Bramley,March 2026,In progress",
        "2.2,Review the on-call rota,Team managers,May 2027,",
    )
).encode()


def workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    for row in rows:
        sheet.append(row)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.fixture
def officer(empty_chat: Dialogue) -> Dialogue:
    """The plan is in, and P Lowell is its board officer."""
    empty_chat.drops(OFFICER, "Harbour plan.csv", PLAN)
    empty_chat.presses(OFFICER, "I am the board officer…")
    empty_chat.fills(OFFICER, name=OFFICER, partnership="Harbour Partnership")
    return empty_chat


def plan_of(chat: Dialogue) -> ActionPlan:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        return work.plans.all()[-1]


def test_an_empty_bot_says_what_it_is_and_how_to_begin(empty_chat: Dialogue) -> None:
    (hello,) = empty_chat.says(OFFICER, "hello")
    assert "Nothing is set up yet." in hello
    assert "Drop your plan here (Word, Excel or CSV)." in hello
    (stored,) = empty_chat.presses(OFFICER, "What I store and who sees it")
    assert "The file itself is not kept." in stored


def test_the_first_to_bring_a_plan_becomes_its_board_officer_knowingly(empty_chat: Dialogue) -> None:
    (read,) = empty_chat.drops(OFFICER, "Harbour plan.csv", PLAN)
    assert read.startswith('I read "Harbour plan.csv": 5 actions, 4 names. It is a draft; nothing is live.')
    assert "If you go on, you become this plan's board officer" in read
    empty_chat.presses(OFFICER, "I am the board officer…")
    (taken,) = empty_chat.fills(OFFICER, name="P Lowell", partnership="Harbour Partnership")
    assert taken.startswith("P Lowell, you are now board officer of Harbour Partnership. It is on record.")
    assert "Needs you (2): 1 with no lead · 1 with no date" in taken
    assert "Worth a look (3): 1 lead is a post · 1 text that looks cut at a page break" in taken


def test_whoever_comes_second_and_is_nobody_here_is_told_no_names(empty_chat: Dialogue) -> None:
    empty_chat.drops("Q New", "Harbour plan.csv", PLAN)
    empty_chat.presses("Q New", "I am the board officer…")
    empty_chat.drops(OFFICER, "Harbour plan.csv", PLAN)
    empty_chat.presses(OFFICER, "I am the board officer…")
    empty_chat.fills(OFFICER, name=OFFICER, partnership="Harbour Partnership")
    (late,) = empty_chat.presses("Q New", "I am the board officer…")
    assert late == ("There is a board officer here already. Nothing has been changed.")
    (refused,) = empty_chat.drops("Q New", "mine.csv", PLAN)
    assert refused == ("Only the board officer brings a plan in. Nothing was imported.")


def test_doubts_are_answered_one_at_a_time_in_a_form_or_with_a_button(officer: Dialogue) -> None:
    (first,) = officer.presses(OFFICER, "Answer the 2")
    assert first.startswith("1 of 2 · Row 4. 1.2 has no lead.")
    officer.presses(OFFICER, "Say who…")
    (second,) = officer.fills(OFFICER, lead="J Tranter, S Okoro")
    assert "Saved. 1.2: led by J Tranter and S Okoro." in second
    assert "2 of 2 · Row 5" in second
    officer.presses(OFFICER, "Say when…")
    assert officer.fills(OFFICER, due="soonish") == {
        "due": 'I cannot read "soonish" as a date. Try "end of Jan", "Sept 2027" or "14 Oct".'
    }
    (done,) = officer.fills(OFFICER, due="end of March 2027")
    assert done.startswith("Saved. 1.3: due end of March 2027. That is every question answered.")
    plan = plan_of(officer)
    assert [lead.name for lead in plan.actions[1].leads] == ["J Tranter", "S Okoro"]
    assert [lead.name for lead in plan.actions[1].reporting_leads] == ["J Tranter"]
    assert plan.actions[2].baseline_due == plan.actions[2].approved_due
    assert plan.state is PlanState.DRAFT


def test_what_is_left_for_later_is_asked_again_days_later(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Answer the 2")
    officer.presses(OFFICER, "Later")
    (end,) = officer.presses(OFFICER, "No date yet")
    assert '1 question left for later. Type "doubts" to go on.' in end
    officer.at(timedelta(days=4))
    (again,) = officer.says(OFFICER, "carry on with the import")
    assert again.startswith("Harbour mental health plan: 5 actions, a draft.")
    assert "Needs you (1): 1 with no lead" in again
    (one,) = officer.presses(OFFICER, "Answer it")
    assert "1 of 2 · Row 4" in one
    assert "1.2 has no lead." in officer.presses(OFFICER, "Answer it")[0]


def test_what_was_left_open_is_asked_of_a_live_plan_too(officer: Dialogue) -> None:
    with officer.record.open_work(officer.workspace.id) as work:
        go_live(work, work.plans.all()[-1].id, None)
    (again,) = officer.says(OFFICER, "doubts")
    assert again.startswith("Harbour mental health plan is live. Its import left these open.")
    assert "Needs you (2)" in again


def test_an_answer_is_taken_once(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Answer the 2")
    officer.says(OFFICER, "doubts")
    officer.presses(OFFICER, "Answer the 2")
    first, second = [
        (shown, one) for shown, one in officer.buttons(OFFICER) if one["text"]["text"] == "Nobody yet"
    ]
    officer.tap(OFFICER, *first)
    assert "already" in officer.tap(OFFICER, *second)


def test_the_rest_is_taken_as_read_and_stays_marked_until_an_officer_looks(officer: Dialogue) -> None:
    (listed,) = officer.presses(OFFICER, "See the 3")
    assert 'Row 6 · 2.1: the text looks cut: "Publish the leaflet across the".' in listed
    (left,) = officer.presses(OFFICER, 'Take the 3 as read, marked "to check"')
    assert "Worth a look" not in left
    with officer.record.open_work(officer.workspace.id) as work:
        go_live(work, work.plans.all()[-1].id, None)
    (detail,) = officer.says(OFFICER, "status 2.1")
    assert 'To check: 2.1: the text looks cut: "Publish the leaflet across the".' in detail
    (gone,) = officer.presses(OFFICER, "Checked")
    assert gone.startswith("Checked, and the mark is off")
    (detail,) = officer.says(OFFICER, "status 2.1")
    assert detail.count("To check") == 1


def test_somebody_else_settles_nothing(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Answer the 2")
    (refused,) = officer.presses("Q New", "Nobody yet", of=OFFICER)
    assert "I don't know you yet" in refused
    with officer.record.open_work(officer.workspace.id) as work:
        link(work, work.people.named("S Okoro")[0].id, account("S Okoro"))
    (refused,) = officer.presses("S Okoro", "Nobody yet", of=OFFICER)
    assert "Only the board officer can do that for Harbour Partnership. Please ask P Lowell." in refused


def test_a_cancelled_import_is_set_aside_and_its_buttons_say_so(officer: Dialogue) -> None:
    officer.says(OFFICER, "doubts")
    officer.presses(OFFICER, "Cancel the import")
    assert officer.sees(OFFICER).startswith("Cancelled: Harbour mental health plan is set aside")
    (gone,) = officer.says(OFFICER, "carry on with the import")
    assert gone == "There is no import to carry on with. Drop a plan here to bring one in."
    (stale,) = officer.presses(OFFICER, "Answer the 2")
    assert stale == "This was set aside already, so there is nothing left to do."


def test_a_workbook_is_read_the_same_and_a_mended_file_takes_the_drafts_place(officer: Dialogue) -> None:
    rows = [line.split(",") for line in PLAN.decode().split("\r\n")]
    rows[3][2] = "J Tranter"
    (read,) = officer.drops(OFFICER, "Harbour plan.xlsx", workbook(rows))
    assert read.startswith('I read "Harbour plan.xlsx": 5 actions')
    assert "Needs you (1): 1 with no date" in read
    with officer.record.open_work(officer.workspace.id, read_only=True) as work:
        assert [plan.state for plan in work.plans.all()] == [PlanState.CLOSED, PlanState.DRAFT]
        assert len(work.partnerships.all()) == 1


def test_a_mended_file_keeps_what_was_answered_about_rows_that_have_not_changed(officer: Dialogue) -> None:
    officer.says(OFFICER, "doubts")
    officer.presses(OFFICER, "Answer the 2")
    officer.presses(OFFICER, "Nobody yet")
    (read,) = officer.drops(
        OFFICER, "Harbour plan.csv", PLAN.replace(b"Review the on-call", b"Rewrite the on-call")
    )
    assert 'It takes the place of the draft of "Harbour mental health plan" you had here.' in read
    assert "1 answer about rows that have not changed still stands." in read
    assert "Needs you (1): 1 with no date" in read
    (card,) = officer.presses(OFFICER, "Answer it")
    assert "no lead" not in card


def test_another_plan_dropped_beside_a_draft_leaves_it_and_says_so(officer: Dialogue) -> None:
    rows = [
        ["Winter plan"],
        ["Ref", "Action", "Lead", "Timescale"],
        ["1", "Open the ward", "S Okoro", "May 2031"],
    ]
    (read,) = officer.drops(OFFICER, "Winter plan.xlsx", workbook(rows))
    assert '"Harbour mental health plan" is a draft here too, and is left as it is.' in read
    (first,) = officer.presses(OFFICER, "Show that draft")
    assert first.startswith("Harbour mental health plan: 5 actions, a draft.")


def test_a_long_file_tells_how_far_it_is_in_one_message(officer: Dialogue) -> None:
    lines = [f"{number},Write letter {number},S Okoro,May 2031," for number in range(1, 1_201)]
    content = "\r\n".join(("Long plan", "Ref,Action,Lead,Timescale,Status", *lines)).encode()
    posted = len(officer.slack.stored)
    updated = officer.slack.requests.count("chat.update")
    officer.drops(OFFICER, "Long plan.csv", content)
    progress, card = (one["text"] for one in officer.slack.stored[posted:])
    assert progress == '"Long plan.csv" is read. What I made of it is below.'
    assert card.startswith('I read "Long plan.csv": 1200 actions')
    assert officer.slack.requests.count("chat.update") == updated + 1


def test_progress_that_cannot_be_told_stops_no_import(officer: Dialogue) -> None:
    officer.slack.errors["chat.update"] = "message_not_found"
    content = PLAN + b"\r\n3.1,Write it,S Okoro,May 2031," + (b"\r\n," + b" " * 25_000) * 9
    (read, *_) = reversed(officer.drops(OFFICER, "Harbour plan.csv", content))
    assert read.startswith('I read "Harbour plan.csv": 6 actions')


def test_without_the_right_to_read_files_it_says_which_and_who_can_add_it(empty_chat: Dialogue) -> None:
    empty_chat.slack.errors["files.info"] = "missing_scope"
    (refused,) = empty_chat.drops(OFFICER, "Harbour plan.csv", PLAN)
    assert "files:read" in refused
    assert "Whoever manages your Slack apps can add it" in refused
    assert "Nothing was imported." in refused
    assert "download" not in empty_chat.slack.requests


def test_a_file_that_is_too_large_is_never_fetched_whole(empty_chat: Dialogue) -> None:
    (refused,) = empty_chat.drops(OFFICER, "Harbour plan.csv", b"x" * 1_000_001)
    assert refused.startswith("That file is larger than 1 MB, more than I read. Nothing was imported.")
    assert "download" not in empty_chat.slack.requests


def test_a_file_that_says_it_is_small_is_cut_off_while_it_streams(empty_chat: Dialogue) -> None:
    empty_chat.slack.sizes["F0"] = 10
    (refused,) = empty_chat.drops(OFFICER, "Harbour plan.csv", b"x" * 3_000_001)
    assert refused.startswith("That file is larger than 1 MB")


def test_a_file_that_is_no_plan_says_why_and_what_to_do(empty_chat: Dialogue) -> None:
    (refused,) = empty_chat.drops(OFFICER, "plan.pdf", b"%PDF-1.7")
    assert refused.startswith("That is a PDF, which I cannot read. Nothing was imported.")


def test_a_leads_update_with_something_attached_is_still_heard(chat: Dialogue) -> None:
    chat.tick()
    (answer,) = chat.drops("S Okoro", "evidence.docx", b"PK", "4.1 on track")
    assert answer.startswith("Saved")
    (refused,) = chat.drops("S Okoro", "plan.csv", PLAN)
    assert refused.startswith("Only the board officer brings a plan in. Please send the file to P Lowell.")


def test_several_files_are_read_one_at_a_time(empty_chat: Dialogue) -> None:
    (read,) = empty_chat.drops(OFFICER, "Harbour plan.csv", PLAN, times=2)
    assert 'You dropped 2 files. I read "Harbour plan.csv"; drop the others one at a time.' in read
