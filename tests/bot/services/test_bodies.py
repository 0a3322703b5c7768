"""What a board officer says of a body: how often a year it is to meet, and whom its papers go to."""

from __future__ import annotations

from datetime import date, time

from bot.boards import Body, BodyId
from bot.meetings import MeetingDates, Year, this_year
from bot.papers.paper import PaperKind
from bot.partnership import PartnershipId
from bot.services.arrangements import meetings
from bot.services.orders import carry_out
from bot.services.reports.papers import make
from tests.bot.larkmere import day
from tests.bot.services.dialogue import Office, text_of


def told(office: Office, who: str, words: str) -> str:
    return text_of(office.say(who, words)[-1].card)


def test_meetings_and_the_forward_plan_count_against_the_minimum_of_a_body(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        for on in (day(2026, 9, 8), day(2026, 12, 9)):
            dates = MeetingDates(on, None, None)
            meetings.add(work, asked.partnership.id, None, "Joint forum", dates)
    assert "Held this year: Joint forum 1 of 2" in asked.answer("S Okoro", "meetings")
    against = "Joint forum: 1 of 3 held this year, 1 more in the calendar, 1 still to be planned."
    said = told(asked, "P Lowell", "The joint forum meets at least three times a year")
    assert said.splitlines()[:2] == ["Joint forum is to meet at least 3 times a year.", against]
    for words in ("meetings", "forward plan"):
        assert against in asked.answer("S Okoro", words)
    assert "Joint forum: meets at least 3 times a year." in asked.answer("P Lowell", "settings")
    assert "no minimum of meetings" in told(asked, "P Lowell", "Joint forum has no minimum")
    assert "of 3" not in asked.answer("S Okoro", "meetings")
    assert asked.record.verify_audit() == ()


def test_a_body_that_is_to_meet_counts_although_nothing_is_planned_and_last_year_is_over() -> None:
    forum = Body(BodyId(1), PartnershipId(1), "Joint forum", 3)
    (found,) = this_year((), (forum,), date(2026, 9, 21))
    assert (found, found.missing) == (Year("Joint forum", 0, 0, 3), 3)


def test_a_pack_and_its_papers_keep_the_distribution_list_they_were_frozen_with(asked: Office) -> None:
    assert "send nothing" in told(asked, "P Lowell", "Board papers go to the OSC, SHA")
    asked.at(date(2026, 10, 2), time(17, 1))
    assert "no distribution list" in told(asked, "P Lowell", "Board papers go to nobody else")
    (header,) = [
        one for one in asked.posts if "Pack 2026-10, as at" in one.text and one.where.channel == "C1"
    ]
    assert "\nDistribution: OSC, SHA\nRecord " in header.text
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        (meeting,) = [one for one in work.meetings.of(asked.partnership.id) if one.on.end.month == 10]
        paper = make(work, asked.partnership, None, meeting, PaperKind.HIGHLIGHT).paper
    assert paper.distribution == "OSC, SHA"


def test_only_the_officer_says_so_and_only_of_a_body_there_is(asked: Office) -> None:
    for words in ("Board meets at least 3 times a year", "Board papers go to the OSC"):
        assert "P Lowell" in told(asked, "S Okoro", words)
    for words in ("Cabinet papers go to the OSC", "members agreed the draft", "who is on leave?"):
        with asked.record.open_work(asked.workspace.id) as work:
            (officer,) = work.people.named("P Lowell")
            assert carry_out(work, officer, words, channel=None, message_id=None) is None, words
    assert "I cannot read how often" in told(asked, "P Lowell", "Board meets at least zillion times a year")
    assert "I cannot find" not in told(asked, "S Okoro", "members agreed the draft, 2.7a is amber")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        kept = work.boards.of(asked.partnership.id)
    assert not [one for one in kept if one.least_yearly is not None or one.distribution]
