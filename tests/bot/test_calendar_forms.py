"""Which words change the board's calendar, which meeting they name, and where they move it to."""

from __future__ import annotations

from datetime import date

import pytest

from bot.meeting_words import meeting_said, moved_to
from bot.orders import OrderKind, order_in
from bot.timescale import Timescale

ADD, MOVE, CANCEL = OrderKind.ADD_MEETING, OrderKind.MOVE_MEETING, OrderKind.CANCEL_MEETING
PAPERS, NEXT = OrderKind.PAPER_DATE, OrderKind.NEXT_MEETING
TODAY = date(2026, 9, 21)
FOURTEENTH = Timescale.of_day(date(2026, 10, 14), "14 October 2026")


@pytest.mark.parametrize(
    ("text", "kind", "other", "when", "words"),
    [
        ("move the board to 21 October", MOVE, "the board", "21 October", ""),
        ("Please move the Board to 21 Oct, papers 12 Oct.", MOVE, "the Board", "21 Oct", "12 Oct"),
        ("postpone the october board until 4 Nov", MOVE, "the october board", "4 Nov", ""),
        ("the board has been moved from 14 October to the 21st", MOVE, "the board", "the 21st", ""),
        ("we have moved the october board back a week", MOVE, "the october board", "back a week", ""),
        ("the Joint forum is now on 21 Oct", MOVE, "the Joint forum", "21 Oct", ""),
        ("the board on 14 October is cancelled", CANCEL, "the board on 14 October", "", ""),
        ("call off the december meeting", CANCEL, "the december meeting", "", ""),
        ("there's no board in December", CANCEL, "board in December", "", ""),
        ("add a meeting of the Board on 9 Dec, papers 30 Nov", ADD, "the Board", "9 Dec", "30 Nov"),
        ("add an extra board meeting on 11 Nov", ADD, "board meeting", "11 Nov", ""),
        ("schedule the Joint forum for 3 March 2027", ADD, "Joint forum", "3 March 2027", ""),
        ("papers for the december board go on 27 November", PAPERS, "the december board", "27 November", ""),
        ("board papers are due on 5 October", PAPERS, "board", "5 October", ""),
        ("move the board papers to 5 October", PAPERS, "the board", "5 October", ""),
        ("board moved to 21st oct", MOVE, "board", "21st oct", ""),
        ("can we shift octobers board to the 28th", MOVE, "octobers board", "the 28th", ""),
        ("we won't be having a board in october", CANCEL, "board in october", "", ""),
        ("put a board in for 9 dec", ADD, "board", "9 dec", ""),
        ("papers need to go out on the 30th", PAPERS, "", "the 30th", ""),
        ("the next board is on 9 December", NEXT, "board", "9 December", ""),
    ],
)  # fmt: skip
def test_the_calendar_in_words(text: str, kind: OrderKind, other: str, when: str, words: str) -> None:
    order = order_in(text)
    assert order is not None
    assert (order.kind, order.other, order.when, order.words) == (kind, other, when, words)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("move 2.7 to theme 4", OrderKind.TO_THEME),
        ("add 4.6 Map respite beds, lead S Okoro, by March 2027", OrderKind.ADD_TO_PLAN),
        ("change the digest day to Tuesday", OrderKind.SETTING),
        ("Board papers go to the OSC, SHA", OrderKind.DISTRIBUTION),
        ("2.7 moved to March, the board is in April", None),
        ("2.7a is now due in October", None),
        ("the mailbox opens when the board meets", None),
    ],
)
def test_other_words_keep_their_meaning(text: str, kind: OrderKind | None) -> None:
    order = order_in(text)
    assert (order and order.kind) == kind


@pytest.mark.parametrize(
    ("words", "body", "when", "is_board"),
    [
        ("the board", "", None, True),
        ("the board on 14 October", "", date(2026, 10, 14), True),
        ("the december board", "", date(2026, 12, 31), True),
        ("14 October board meeting", "", date(2026, 10, 14), True),
        ("the meeting", "", None, False),
        ("the Joint forum in March 2027", "Joint forum", date(2027, 3, 31), True),
        ("octobers board", "", date(2026, 10, 31), True),
        ("the mailbox", "mailbox", None, True),
    ],
)
def test_which_meeting(words: str, body: str, when: date | None, is_board: bool) -> None:
    said = meeting_said(words, TODAY)
    assert (said.body, said.when.end if said.when else None, said.is_board) == (body, when, is_board)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("21 October", date(2026, 10, 21)),
        ("the 21st", date(2026, 10, 21)),
        ("back a week", date(2026, 10, 21)),
        ("two weeks earlier", date(2026, 9, 30)),
        ("the 32nd", None),
        ("whenever the room is free", None),
    ],
)
def test_where_it_moves(words: str, day: date | None) -> None:
    found = moved_to(words, FOURTEENTH, TODAY)
    assert (found.end if found else None) == day


def test_papers_of_a_day_without_its_month_go_before_the_meeting() -> None:
    found = moved_to("the 30th", FOURTEENTH, TODAY, is_before=True)
    assert found is not None
    assert found.end == date(2026, 9, 30)
