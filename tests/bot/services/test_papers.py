"""Papers of a meeting: a draft until its pack is frozen, and the same ever after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.boards import Remit
from bot.errors import NotAllowed, PaperUnmade
from bot.papers.look_back import LookBack
from bot.papers.paper import FOR_MEETINGS, Figure, Paper, PaperKind
from bot.papers.pictures import RagStrip
from bot.plan import Classification, PlanId
from bot.rag import Standing
from bot.services.arrangements import boards
from bot.services.reports import papers
from bot.services.reports.looking_back import anniversary, look_back
from bot.services.reports.packs import gather
from bot.services.reports.papers import Made
from bot.services.reports.past_colours import past_colours
from tests.bot.services.dialogue import Office

PAPERS_GO = (date(2026, 10, 2), time(17, 1))


def made(
    office: Office,
    kind: PaperKind = PaperKind.HIGHLIGHT,
    plan_id: PlanId | None = None,
    who: str = "",
    since: date | None = None,
) -> Made:
    """The paper of the October board, as it is made now."""
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        (board,) = [one for one in work.meetings.of(office.partnership.id) if one.on.end.month == 10]
        person = work.people.named(who)[0] if who else None
        return papers.make(work, office.partnership, person, board, kind, plan_id, since)


def looked_back(office: Office, since: date | None) -> LookBack:
    """The past of the October pack."""
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        (board,) = [one for one in work.meetings.of(office.partnership.id) if one.on.end.month == 10]
        return look_back(work, office.partnership, gather(work, office.partnership, board, work.now), since)


def strip_of(paper: Paper) -> RagStrip:
    return next(
        block.picture
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Figure) and isinstance(block.picture, RagStrip)
    )


def test_a_draft_becomes_the_frozen_paper_and_later_news_never_alters_it(asked: Office) -> None:
    assert made(asked).paper.is_draft
    asked.at(*PAPERS_GO)
    frozen = {kind: made(asked, kind) for kind in FOR_MEETINGS}
    assert frozen[PaperKind.HIGHLIGHT].paper.stamp == "Pack 2026-10, as at Fri 2 Oct 2026 17:01"
    assert not frozen[PaperKind.HIGHLIGHT].paper.is_draft
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    assert asked.action("2.7a").forecast_due is not None
    assert {kind: made(asked, kind) for kind in FOR_MEETINGS} == frozen


def test_a_tracker_of_a_frozen_pack_is_the_plan_as_it_was_known(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, mailbox promised")
    asked.at(*PAPERS_GO)
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    table = made(asked, PaperKind.TRACKER).table
    assert table is not None
    (row,) = [row for row in table.rows if row.cells[0] == "2.7a"]
    assert any("Amber" in cell for cell in row.cells)
    assert not any("Red" in cell or "Jan 2027" in cell for cell in row.cells)
    assert table.notes[0] == "board, Wed 14 Oct 2026. Pack 2026-10, as at Fri 2 Oct 2026 17:01."


def test_what_was_corrected_since_stands_on_top_and_the_facts_stay(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, slips to 3 Nov, waiting for IT", ts="100.1")
    asked.at(*PAPERS_GO)
    before = made(asked).paper
    asked.say("S Okoro", "2.7a amber, slips to end of Jan, waiting for IT", ts="100.1", edited="100.2")
    asked.say("S Okoro", "yes")
    after = made(asked).paper
    assert after.standing == (
        "Erratum: Pack 2026-10 says 3 Nov 2026 for 2.7a; it should say end of Jan 2027.",
    )
    assert replace(after, standing=()) == before


def test_the_strip_ends_with_the_pack_and_begins_as_it_was_known_then(asked: Office) -> None:
    asked.at(date(2026, 9, 22))
    asked.say("S Okoro", "2.7a red, waiting for IT")
    asked.at(*PAPERS_GO)
    (shown,) = [shown for label, shown in strip_of(made(asked).paper).rows if label.startswith("2.7a")]
    assert shown[-1] is Standing.RED
    assert Standing.RED not in shown[:-1]


def test_an_old_plan_is_looked_at_a_dozen_times_at_most_the_pack_last(asked: Office) -> None:
    asked.at(date(2027, 6, 1))
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        (board,) = [one for one in work.meetings.of(asked.partnership.id) if one.on.end.month == 10]
        pack = gather(work, asked.partnership, board, work.now)
        history = past_colours(work, asked.partnership, pack)
    assert len(history.days) == len(history.shown)
    assert 5 < len(history.days) <= 12
    assert list(history.days) == sorted(set(history.days))
    assert history.days[-1] == pack.on


def test_a_look_back_is_told_as_it_was_known_then_and_moves_with_no_later_news(asked: Office) -> None:
    asked.at(date(2026, 9, 22))
    asked.say("S Okoro", "2.7a amber, mailbox promised")
    asked.at(date(2026, 9, 30))
    asked.say("S Okoro", "2.7a red, slips to end of Jan, waiting for IT")
    asked.at(*PAPERS_GO)
    back = looked_back(asked, date(2026, 9, 22))
    (was,) = [one for one in back.then if one.action.ref == "2.7a"]
    assert (was.standing, was.action.forecast_due) == (Standing.AMBER, None)
    paper = made(asked, PaperKind.YEAR_ON, since=date(2026, 9, 22))
    assert paper.since == date(2026, 9, 22)
    asked.at(date(2026, 10, 5))
    asked.say("S Okoro", "2.7a green, mailbox open, now end of Oct")
    assert made(asked, PaperKind.YEAR_ON, since=date(2026, 9, 22)) == paper
    with pytest.raises(PaperUnmade, match="only a year-on report is since a day"):
        made(asked, since=date(2026, 9, 22))
    with pytest.raises(PaperUnmade, match="say an earlier day"):
        made(asked, PaperKind.YEAR_ON, since=date(2026, 10, 2))


def test_a_look_back_begins_with_the_record_or_on_the_last_anniversary_half_a_year_ago(asked: Office) -> None:
    went_live = asked.plan.went_live_at
    assert went_live is not None
    asked.at(*PAPERS_GO)
    long_ago = looked_back(asked, date(2020, 1, 1))
    assert (long_ago.since, long_ago.asked_from) == (went_live.date(), date(2020, 1, 1))
    assert looked_back(asked, None).since == went_live.date()
    live = date(2024, 2, 29)
    assert anniversary(live, date(2025, 2, 1)) == live
    assert anniversary(live, date(2026, 2, 1)) == date(2025, 2, 28)
    assert anniversary(live, date(2026, 4, 1)) == date(2025, 2, 28)
    assert anniversary(live, date(2026, 9, 1)) == date(2026, 2, 28)


def test_papers_are_for_chairs_and_officers_when_made_and_when_they_leave(asked: Office) -> None:
    paper = made(asked, who="P Lowell")
    with pytest.raises(NotAllowed, match="make a paper"):
        made(asked, who="S Okoro")
    with asked.record.open_work(asked.workspace.id) as work:
        with pytest.raises(NotAllowed, match="make a paper"):
            papers.put_on_record(work, paper, work.people.named("S Okoro")[0])
        before = work.audit.head(asked.partnership.id)
        papers.put_on_record(work, paper, work.people.named("A Merrin")[0])
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        assert work.audit.head(asked.partnership.id) != before
    assert asked.record.verify_audit() == ()


def test_a_paper_is_of_the_plans_that_go_to_the_meeting(asked: Office) -> None:
    plan_id = asked.plan.id
    assert made(asked, plan_id=plan_id).paper.meeting.startswith("board")
    with asked.record.open_work(asked.workspace.id) as work:
        boards.classify(work, None, work.plans.get(plan_id), Classification.RESTRICTED)
    assert made(asked).paper.classification == "Restricted"
    table = made(asked, PaperKind.TRACKER).table
    assert table is not None
    assert table.classification == "Restricted"
    with asked.record.open_work(asked.workspace.id) as work:
        boards.give(work, None, work.plans.get(plan_id), "Elsewhere", Remit.RECEIVES, date(2026, 1, 1))
    with pytest.raises(PaperUnmade, match="no live plan goes to board"):
        made(asked)
