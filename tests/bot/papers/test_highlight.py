"""The highlight report: asks on top, what changed since the board met, and every open action."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.boards import ForwardItem, ForwardItemId, ForwardKind
from bot.governance import Decision, DecisionId, DecisionKind, ExtensionId, ExtensionState
from bot.instants import local_time
from bot.pack_lines import Seen
from bot.papers.chosen import MOST_LISTED, MOST_OPEN
from bot.papers.highlight import highlight
from bot.papers.paper import Bullets, Grid, Paper
from bot.partnership import PersonId
from bot.plan import Classification
from bot.rag import Rag, Standing
from bot.views import ToldView
from tests.bot.larkmere import PARTNERSHIP, month
from tests.bot.papers.facts import ALL, AS_AT, DONE, FAR, NEAR, RED_IN_TIME, REQUEST, WAITS, facts, numbered


def words_of(paper: Paper, heading: str) -> str:
    """Everything that stands under a heading, as one text."""
    found = next(section for section in paper.sections if section.heading.startswith(heading))
    said: list[str] = []
    for block in found.blocks:
        if isinstance(block, Grid):
            said += ["|".join(row.cells) for row in block.rows]
        elif isinstance(block, Bullets):
            said += block.items
        elif isinstance(block, str):
            said.append(block)
    return "\n".join(said)


def test_the_asks_stand_on_top_decisions_first() -> None:
    asks = highlight(ALL).asks
    assert [ask.verb for ask in asks] == ["DECIDE", "NOTE"]
    assert asks[0].words == (
        'More time for 1.1, to Jan 2027 (first date May 2026). S Okoro: "the locum withdrew"'
    )
    assert asks[1].words == "That 2 actions are late: 1.1 and 2.1."


def test_what_members_say_stands_beside_what_it_is_of_and_apart_from_every_report() -> None:
    far = ALL.pack.lines[0].action
    view = ToldView(
        far.plan_id, far.id, "", "carers", "L Smith (supporting J Kelly)", "too slow", is_said=True
    )
    views = (view, replace(view, who="M Ali", constituency="", is_said=False))
    paper = highlight(replace(ALL, pack=replace(ALL.pack, views=views)))
    told = words_of(paper, "Views asked for")
    assert f'{far.ref}|{far.title}|Carers, L Smith (supporting J Kelly)|"too slow"' in told
    assert f"{far.ref}|{far.title}|M Ali|No answer yet" in told
    plain = highlight(ALL)
    apart = [one for one in paper.sections if one.heading != "Views asked for"]
    assert apart == [one for one in plain.sections if one.heading != "Views asked for"]
    assert paper.asks == plain.asks


def test_it_is_stamped_with_number_time_and_classification() -> None:
    paper = highlight(ALL)
    assert paper.stamp == "Pack 2026-10, as at Fri 2 Oct 2026 17:00"
    assert (paper.meeting, paper.classification) == ("Board, Wed 14 Oct 2026", "Unrestricted")
    assert paper.standing == ()
    restricted = replace(ALL.pack.plans[0], classification=Classification.RESTRICTED)
    assert highlight(facts(FAR, plans=(restricted,))).classification == "Restricted"


def test_a_draft_says_so_first_and_when_the_pack_is_frozen() -> None:
    at = local_time(datetime(2026, 10, 5, 16, 0, tzinfo=UTC), "Europe/London")
    draft = highlight(replace(facts(FAR, number=""), freezes_at=at))
    assert draft.stamp.startswith("Draft, not frozen, as at")
    (said,) = draft.standing
    assert said.endswith("The pack of this meeting is frozen on Mon 5 Oct 2026 at 17:00.")


def test_a_colour_that_changed_stands_beside_what_the_board_saw() -> None:
    paper = highlight(ALL)
    assert "◆ Amber|▲ Red" in words_of(paper, "Worse (2)")
    assert "Newly late (1)" in [section.heading for section in paper.sections]
    assert words_of(paper, "Withdrawn") == '6.1 Discharge letters to GPs: "merged with 5.2"'
    assert 'S Okoro said "nearly there" on 30 Sept 2026' in words_of(paper, "Said, not confirmed")


def test_a_colour_brighter_than_the_dates_says_that_no_reason_was_given() -> None:
    green = replace(NEAR, rag=Rag.GREEN)
    assert words_of(highlight(facts(green)), "Colour and dates").endswith("● Green|◆ Amber|No reason given")


def test_every_open_action_is_listed_under_its_theme_and_no_other() -> None:
    open_ones = words_of(highlight(ALL), "Open actions by theme")
    assert open_ones.startswith("4 actions are open.\n2.0 Leaving hospital\n1.1|")
    for action in (FAR, NEAR, WAITS, RED_IN_TIME):
        assert f"\n{action.ref}|" in open_ones
    assert f"\n{DONE.ref}|" not in open_ones


def test_a_first_pack_compares_with_nothing_and_lists_what_is_late() -> None:
    paper = highlight(facts(FAR, DONE, since=None))
    assert "nothing to compare" in words_of(paper, "Since the board last met")
    assert words_of(paper, "Late").startswith("1.1|")


def test_no_coloured_mark_reaches_paper() -> None:
    paper = highlight(replace(ALL, errata=("Pack 2026-10 says 🔶 Amber for 2.1; it should say 🟢 Green.",)))
    assert paper.standing == ("Erratum: Pack 2026-10 says ◆ Amber for 2.1; it should say ● Green.",)
    everything = repr(paper)
    assert not any(mark in everything for standing in Standing for mark in standing.mark if mark > "\u2fff")


def test_what_the_board_never_saw_is_new_to_it() -> None:
    seen = Seen(Standing.RED, is_late=True, is_forecast_late=False)
    lines = tuple(replace(line, was=seen) for line in ALL.pack.lines)
    assert "Newly late (0)" not in [
        section.heading for section in highlight(replace(ALL, pack=replace(ALL.pack, lines=lines))).sections
    ]


def test_of_very_many_a_list_shows_the_worst_and_counts_them_all() -> None:
    late = [numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in range(1, 451)]
    paper = highlight(facts(*late))
    newly = words_of(paper, "Newly late (449)")
    assert newly.startswith("The 60 worst of 449 are shown here; the tracker has all of them.\n")
    assert newly.count("Discharge letters") == MOST_LISTED
    open_ones = words_of(paper, "Open actions by theme")
    assert open_ones.startswith("450 actions are open. The 400 worst of 450 are shown here")
    assert open_ones.count("Discharge letters") == MOST_OPEN


def test_of_very_many_requests_for_more_time_the_last_are_one_line() -> None:
    late = [numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in range(1, 36)]
    asked = tuple(replace(REQUEST, id=ExtensionId(one.id), action_id=one.id) for one in late)
    told = [ask.words for ask in highlight(facts(*late, extensions=asked)).asks if "More time" in ask.words]
    assert len(told) == 31
    assert told[-1] == "More time for 31.1, 32.1, 33.1, 34.1 and 35.1, each as asked."


def test_what_was_decided_and_what_is_to_come_stand_in_it() -> None:
    granted = replace(REQUEST, state=ExtensionState.GRANTED, minute_ref="6.2")
    decision = Decision(
        DecisionId(1), PARTNERSHIP.id, DecisionKind.NEW_ACTION, "write to the ICB", PersonId(9), AS_AT,
        minute_ref="6.5", lead_name="K Bramley", due=month(2026, 11), ref="6.9",
    )  # fmt: skip
    item = ForwardItem(
        ForwardItemId(1),
        PARTNERSHIP.id,
        ForwardKind.RENEWAL,
        "Day-service agreement",
        month(2027, 1),
        "Board",
    )
    paper = highlight(facts(FAR, extensions=(granted,), decisions=(decision,), forward=(item,)))
    assert words_of(paper, "More time decided (1)") == (
        "1.1 Discharge letters to GPs: May 2026 to Jan 2027 granted, minute 6.2. "
        'Reason: "the locum withdrew". First date May 2026.'
    )
    assert words_of(paper, "Decisions and new actions") == (
        'New action 6.9: "write to the ICB" (lead K Bramley, by Nov 2026, minute 6.5)'
    )
    assert words_of(paper, "Forward plan") == "Renewal|Day-service agreement|Jan 2027"
    assert [ask.verb for ask in paper.asks] == ["DECIDE", "NOTE"]
