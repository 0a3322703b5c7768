"""The forward plan in chat: promised by an officer, told of before its time, settled, and round again."""

from __future__ import annotations

from datetime import date, time

from bot.asks import AskKind
from bot.boards import ForwardItem, ForwardItemId, ForwardKind
from bot.partnership import PartnershipId
from bot.services.governance.forward import rungs
from bot.services.reports.packs import gather
from bot.timescale import Precision, Timescale
from tests.bot.services.dialogue import Office, text_of


def test_a_review_is_promised_told_of_before_its_time_and_comes_round_again(asked: Office) -> None:
    said = asked.say("P Lowell", "review: Partnership agreement, the board, 30 Oct 2026, every 6 months")
    assert text_of(said[-1].card).startswith(
        "In the forward plan: Review · Partnership agreement · board · 30 Oct 2026."
        " It comes round every 6 months."
    )
    asked.at(date(2026, 10, 15), time(10, 0))
    assert not [one for one in asked.posts if one.text.startswith("Review: Partnership agreement")]
    asked.at(date(2026, 10, 16), time(10, 0))
    (told,) = [one for one in asked.posts if one.text.startswith("Review: Partnership agreement")]
    assert "It is due 30 Oct 2026." in told.text
    answer = asked.press("P Lowell", told.card, "Dealt with")
    assert "Next: 30 Apr" in text_of(answer.card)
    assert "30 Apr" in asked.answer("P Lowell", "forward plan")


def test_a_board_is_asked_to_comment_on_a_review_and_to_decide_a_renewal(asked: Office) -> None:
    asked.say("P Lowell", "review: Partnership agreement, the board, Dec 2026")
    asked.say("P Lowell", "renewal: Data sharing, the board, Nov 2026")
    asked.say("P Lowell", "consultation: Draft strategy, 17 May to 11 June 2027")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        (meeting,) = [one for one in work.meetings.of(asked.partnership.id) if one.on.end.month == 10]
        pack = gather(work, asked.partnership, meeting, work.now)
    asks = {one.about: one for one in pack.asks if one.items}
    assert {about: one.kind for about, one in asks.items()} == {
        "a renewal": AskKind.DECIDE,
        "a review": AskKind.COMMENT,
    }


def test_only_officers_promise_and_what_cannot_be_read_is_said(asked: Office) -> None:
    assert "P Lowell" in asked.answer("S Okoro", "report: risk sharing, the board, Feb 2027")
    assert "I cannot read what and when" in asked.answer("P Lowell", "report: risk sharing, the board")


def test_officers_hear_of_a_window_before_it_opens_as_it_opens_before_it_closes_and_once_it_is_over() -> None:
    window = Timescale(date(2027, 5, 17), date(2027, 6, 11), Precision.RANGE, "")
    item = ForwardItem(ForwardItemId(1), PartnershipId(1), ForwardKind.CONSULTATION, "Draft strategy", window)
    assert dict(rungs(item, "england")) == {
        "before": date(2027, 4, 30),
        "opens": date(2027, 5, 17),
        "closes": date(2027, 6, 8),
        "past": date(2027, 6, 14),
    }
