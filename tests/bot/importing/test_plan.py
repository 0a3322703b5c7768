"""What a document's rows are read as, trap by trap."""

from datetime import date

import pytest

from bot.draft import DoubtKind, DraftPerson
from bot.errors import PlanUnreadable
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, RawRow, RawTable, table_of
from bot.language.reading import Conventions
from bot.plan import ActionStatus, Theme
from bot.rag import Rag
from bot.timescale import Precision
from tests.bot.importing.tables import TODAY, kinds, one, plan_in, plan_of, refs

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


def test_a_title_a_heading_and_rows() -> None:
    plan = plan_in(f"""
Appendix 2
Care improvement action plan

{HEAD}
1.1 Planning|Beds are short|Review the beds|Sept 2027|R Vale|Enough beds
""")
    assert plan.title == "Care improvement action plan"
    (action,) = plan.actions
    assert (action.ref, action.recommendation, action.text, action.leads, action.outcome, action.row) == (
        "1.1",
        "Planning",
        "Review the beds",
        ("R Vale",),
        "Enough beds",
        5,
    )
    assert action.timescale is not None
    assert (action.timescale.words, action.timescale.end) == ("Sept 2027", date(2027, 9, 30))
    assert (action.status, action.status_text, action.rag) == (ActionStatus.NOT_STARTED, "", None)
    assert action.comments == "Beds are short"
    assert plan.doubts == ()


def test_without_a_title_the_file_s_name_is_the_title() -> None:
    assert plan_of(["Action", "Lead"], ["Write it", "R Vale"]).title == "the plan"


def test_a_first_line_is_the_title_when_none_says_plan() -> None:
    assert (
        plan_of(["Care in Larkmere"], ["Action", "Lead"], ["Write it", "R Vale"]).title == "Care in Larkmere"
    )


def test_a_document_without_a_plan_says_so() -> None:
    with pytest.raises(PlanUnreadable, match="no table of actions"):
        plan_of(["Year", "Outturn", "Budget"], ["2026", "1", "2"])
    with pytest.raises(PlanUnreadable, match="no table of actions"):
        plan_of(["Action", "Lead"])


def test_several_lines_under_one_number_are_lettered() -> None:
    plan = plan_in(f"""
{HEAD}
1.4 Capacity|Prioritised.|Present the case|April 2027|R Vale|Money
|||Sept 2027|T Cole|Terms agreed
||Write the terms|Sept 2027|T Cole|Terms agreed
1.10 Money||Agree the budget|May 2027|R Vale|
""")
    assert refs(plan) == ["1.4a", "1.4b", "1.4c", "1.10"]
    assert one(plan, "1.4b").text == ""
    assert kinds(plan, 3) == {DoubtKind.NO_ACTION_TEXT}


def test_a_number_printed_twice_is_no_part_of_the_title() -> None:
    plan = plan_of(["Ref", "Priority", "Action", "Lead"], ["1.4", "1.4 Beds", "Write it", "R Vale"])
    assert plan.actions[0].recommendation == "Beds"


def test_a_heading_of_two_rows() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead", "Timescale", ""],
        ["", "", "", "Original", "Revised"],
        ["1.1", "Write it", "R Vale", "May 2027", "June 2027"],
    )
    (action,) = plan.actions
    assert [time and time.words for time in (action.timescale, action.forecast)] == ["May 2027", "June 2027"]


def test_a_numbered_row_of_two_cells_above_its_numbers_is_no_theme_when_it_says_more() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["2. Leaving hospital", "Write it", ""],
        ["2.1", "Send it", "R Vale"],
    )
    assert plan.themes == ()
    assert refs(plan) == ["2", "2.1"]


def test_a_number_repeated_on_every_line_is_lettered_too() -> None:
    plan = plan_of(
        ["Ref", "Priority", "Action", "Lead"],
        ["1.4", "Capacity", "Write it", "R Vale"],
        ["1.4", "Capacity", "Send it", "R Vale"],
    )
    assert refs(plan) == ["1.4a", "1.4b"]
    assert plan.actions[0].recommendation == plan.actions[1].recommendation == "Capacity"


def test_headings_repeated_on_each_page_are_skipped() -> None:
    plan = plan_in(f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n\n{HEAD}\n1.2 B||Send it|May 2027|R Vale|")
    assert refs(plan) == ["1.1", "1.2"]


def test_theme_bands_and_the_actions_below_them() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 Start||Begin|May 2027|R Vale|
2.0 PARTNERSHIP: working together
2.1 Board||Review the board|May 2027|R Vale|
4.0 Assessment a|4.0 Assessment and care|||
3.1 Users||Ask them|May 2027|R Vale|
4.1 Forms||Print them|May 2027|R Vale|
""")
    assert plan.themes == (Theme("2.0", "PARTNERSHIP: working together"), Theme("4.0", "Assessment and care"))
    assert {action.ref: action.theme for action in plan.actions} == {
        "1.1": None,
        "2.1": "2.0",
        "3.1": None,
        "4.1": "4.0",
    }


def test_themes_without_numbers_go_by_their_actions_numbers_or_their_order() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["Access", "", ""],
        ["3.1", "Write it", "R Vale"],
        ["3.2", "Send it", "R Vale"],
        ["Money", "", ""],
        ["7.1", "Count it", "R Vale"],
        ["8.1", "Spend it", "R Vale"],
    )
    assert plan.themes == (Theme("3", "Access"), Theme("2", "Money"))
    assert [action.theme for action in plan.actions] == ["3", "3", "2", "2"]


def test_a_theme_may_be_a_number_and_a_title_above_its_numbers() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["2", "Leaving hospital", ""],
        ["2.1", "Write it", "R Vale"],
        ["3.0", "Coming home", ""],
        ["3.1", "Send it", "R Vale"],
    )
    assert plan.themes == (Theme("2", "Leaving hospital"), Theme("3.0", "Coming home"))


def test_a_theme_above_its_own_table() -> None:
    plan = plan_of(
        ["Care plan"],
        ["Priority 1: Housing"],
        ["Action", "By whom", "By when"],
        ["Sign it", "L Shaw", "May 2027"],
        ["Priority 2: Work"],
        ["Action", "By whom", "By when"],
        ["Hold it", "L Shaw", "May 2027"],
    )
    assert plan.title == "Care plan"
    assert plan.themes == (Theme("1", "Housing"), Theme("2", "Work"))
    assert [action.theme for action in plan.actions] == ["1", "2"]


def test_an_objective_printed_once_stands_for_the_numbers_below_it() -> None:
    plan = plan_of(
        ["Objective", "Key actions", "Lead"],
        ["1. Fewer falls", "1.1 Fit rails", "K Bramley"],
        ["", "1.2 Check eyes", "K Bramley"],
        ["", "2.1 New menus", "K Bramley"],
    )
    assert [(action.ref, action.recommendation) for action in plan.actions] == [
        ("1.1", "1. Fewer falls"),
        ("1.2", "1. Fewer falls"),
        ("2.1", ""),
    ]


def test_a_date_among_the_remarks_does_not_shift_a_row_whose_lead_is_in_place() -> None:
    plan = plan_of(
        ["Action", "By whom", "By when", "Outcome", "Progress"],
        ["Sign it", "L Shaw & T Vance", "asap", "Signed", "Done - 3 Feb"],
    )
    (action,) = plan.actions
    assert (action.text, action.leads, action.timescale) == ("Sign it", ("L Shaw", "T Vance"), None)
    assert action.comments == "Done - 3 Feb\nTimescale: asap"


def test_a_column_of_themes() -> None:
    plan = plan_of(
        ["Theme", "Action", "Lead"],
        ["Theme 2: Homes", "Write it", "R Vale"],
        ["", "Send it", "R Vale"],
        ["Work", "Count it", "R Vale"],
        ["Theme 2: Homes", "Keep it", "R Vale"],
    )
    assert plan.themes == (Theme("2", "Homes"), Theme("1", "Work")) or plan.themes[0] == Theme("2", "Homes")
    assert [action.theme for action in plan.actions][:2] == ["2", "2"]
    assert plan.actions[3].theme == "2"


def test_plain_numbers_that_begin_again_under_each_theme_are_told_apart() -> None:
    plan = plan_of(
        ["No", "Action", "Lead"],
        ["Theme A: Roads"],
        ["1", "Mend", "R Vale"],
        ["2", "Paint", "R Vale"],
        ["Theme B: Paths"],
        ["1", "Cut", "R Vale"],
    )
    assert refs(plan) == ["A.1", "2", "B.1"]
    assert kinds(plan, 3) == {DoubtKind.STRAY_NUMBER}


def test_a_plan_without_numbers_is_numbered_in_printed_order() -> None:
    plan = plan_of(["Action", "Lead"], ["Write it", "R Vale"], ["Send it", "T Cole"])
    assert refs(plan) == ["1", "2"]


def test_a_line_without_a_number_goes_by_the_one_above() -> None:
    plan = plan_of(
        ["Ref", "Priority", "Action", "Lead"],
        ["", "Early", "Begin", "R Vale"],
        ["1.1", "First", "Write it", "R Vale"],
        ["", "Second", "Send it", "R Vale"],
    )
    assert refs(plan) == ["0", "1.1a", "1.1b"]


def test_a_letter_alone_numbers_a_line_of_the_recommendation_above() -> None:
    plan = plan_of(
        ["Ref", "Recommendation", "Action", "Lead", "RAG", "Status"],
        ["R1", "Publish the waits", "", "", "Red", "Ongoing"],
        ["", "(a)", "Publish monthly", "K Adair", "Amber", "Started"],
        ["b", "", "Explain them", "K Adair", "Green", ""],
    )
    assert refs(plan) == ["R1a", "R1b"]
    assert plan.actions[0].recommendation == "Publish the waits"
    assert plan.actions[0].comments == "Recommendation: Red\nRecommendation: Ongoing"
    assert (plan.actions[0].rag, plan.actions[0].status_text) == (Rag.AMBER, "Started")


def test_a_spreadsheet_s_lost_zero_is_put_back_and_said() -> None:
    rows = [["Ref", "Action", "Lead"]]
    rows += [[f"1.{count}", "Write it", "R Vale"] for count in range(1, 10)]
    plan = plan_of(
        *rows, ["1.1", "Send it", "R Vale"], ["", "Keep it", "R Vale"], ["1.11", "Burn it", "R Vale"]
    )
    assert refs(plan)[9:] == ["1.10a", "1.10b", "1.11"]
    assert kinds(plan, 11) == {DoubtKind.TWO_READINGS}


def test_a_stray_number_is_said_and_kept() -> None:
    plan = plan_in(f"""
{HEAD}
1.12 Buying||Write it|May 2027|R Vale|
(1.20)||Send it|May 2027|R Vale|
3||Keep it|May 2027|R Vale|
""")
    assert refs(plan) == ["1.12a", "1.12b", "1.12c"]
    assert kinds(plan, 3) == {DoubtKind.STRAY_NUMBER}
    assert kinds(plan, 4) == set()
    assert one(plan, "1.12c").comments == "Number as printed: 3"


def test_a_row_with_only_an_outcome_or_commentary_continues_the_one_above() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 Beds|Wards share inter-|Review the beds|May 2027|R Vale|Clear priorities for
|changeable staff||||the town
1.2 Doors||Paint them|May 2027|R Vale|
""")
    assert refs(plan) == ["1.1", "1.2"]
    assert one(plan, "1.1").outcome == "Clear priorities for the town"
    assert one(plan, "1.1").comments == "Wards share inter-changeable staff"


def test_commentary_that_runs_beside_several_lines_is_one_text() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 Beds|The work will dovetail and inter-|Review the beds|May 2027|R Vale|
|changeability of roles helps.|Count the beds|May 2027|R Vale|
|A new thought.|Buy beds|May 2027|R Vale|
""")
    assert [action.comments for action in plan.actions] == [
        "The work will dovetail and inter-changeability of roles helps.",
        "",
        "A new thought.",
    ]


def test_a_fragment_of_a_word_belongs_to_the_commentary_beside_it() -> None:
    plan = plan_in(f"{HEAD}\n3.1 Users|Support.|Ask|May 2027|R Vale|\nservi|e support|Count|May 2027|R Vale|")
    assert refs(plan) == ["3.1a", "3.1b"]
    assert one(plan, "3.1b").comments == "servi e support"


def test_a_fragment_alone_goes_to_the_commentary_above() -> None:
    plan = plan_in(f"{HEAD}\n3.1 Users|Support for users|Ask|May 2027|R Vale|\nto co||Count|May 2027|R Vale|")
    assert one(plan, "3.1a").comments == "Support for users to co"


def test_a_title_that_runs_on_is_one_title() -> None:
    plan = plan_of(
        ["No", "Recommendation", "Action", "Status"],
        ["1", "Governors should be drawn from carers and the", "Plan it", "Delivered"],
        ["", "Third sector of the town", "Hold elections", "Ongoing"],
    )
    assert (
        plan.actions[0].recommendation
        == "Governors should be drawn from carers and the Third sector of the town"
    )
    assert refs(plan) == ["1a", "1b"]


def test_action_text_cut_by_a_page_break_is_joined() -> None:
    plan = plan_in(f"""
{HEAD}
3.1 Users||Develop a voluntary support|Sept 2027|N Lund|
||network for carers Enhance the role of link workers|July 2027|J Cole|
4.2 Training||Develop training on the standards|Sept 2027|L Wills|
||being written within the Charter||B Hill|
""")
    assert one(plan, "3.1a").text == "Develop a voluntary support network for carers"
    assert one(plan, "3.1b").text == "Enhance the role of link workers"
    assert one(plan, "4.2").text == "Develop training on the standards being written within the Charter"
    assert one(plan, "4.2").leads == ("L Wills", "B Hill")


def test_text_that_stays_cut_is_said() -> None:
    plan = plan_in(f"{HEAD}\n1.1 A||planning and|May 2027|R Vale|\n1.2 B||Write the|May 2027|R Vale|")
    assert kinds(plan, 2) == kinds(plan, 3) == {DoubtKind.CUT_TEXT}


def test_after_a_page_break_bare_action_text_carries_on_and_is_said() -> None:
    head = "No|Recommendation|Action taken|Status|RAG|Comments"
    plan = plan_in(f"""
{head}
5.|Strengthen leadership.|Directors appointed.|Delivered||There is more

|| Review of roles published.||
6.|Engage.|Forums held.|||Section 75 for

||LA has clear roles.|||commissioning will be drafted.
11.|Review.|Report written.|Delivered||
||Review underway.|||See action 8.
""")
    assert refs(plan) == ["5", "6", "11a", "11b"]
    assert one(plan, "5").text == "Directors appointed. Review of roles published."
    assert one(plan, "6").comments == "Section 75 for commissioning will be drafted."
    assert kinds(plan, 4) == {DoubtKind.CUT_TEXT}
    assert kinds(plan, 7) == set()


def test_leads_listed_down_several_rows() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead", "Due"],
        ["1", "Write it", "R Vale", "May 2027"],
        ["", "", "T Cole", ""],
        ["2", "Send it", "R Vale", "May 2027"],
    )
    assert one(plan, "1").leads == ("R Vale", "T Cole")


def test_two_actions_in_one_row_are_two_lines_and_always_said() -> None:
    plan = plan_in(f"""
{HEAD}
2.4 Ties|To reflect all|Review the money Develop a joint plan|June 2027 Dec 2027|R Vale A Wren R Vale A Wren|
6.2 Law||Develop advice Develop liaison|Sept 2027 July 2027|L Wills L Wills D Bert|
6.3 Posts||Develop posts Develop input|May 2027 June 2027|L Wills M Kerr|
2.7 Care||and promotion Develop better letters|Sept 2027 Sept 2027|C Ash J Cole A Hugh|
""")
    assert [(a.ref, a.text, a.timescale.words, a.leads) for a in plan.actions if a.timescale] == [
        ("2.4a", "Review the money", "June 2027", ("R Vale", "A Wren")),
        ("2.4b", "Develop a joint plan", "Dec 2027", ("R Vale", "A Wren")),
        ("6.2a", "Develop advice", "Sept 2027", ("L Wills",)),
        ("6.2b", "Develop liaison", "July 2027", ("L Wills", "D Bert")),
        ("6.3a", "Develop posts", "May 2027", ("L Wills",)),
        ("6.3b", "Develop input", "June 2027", ("M Kerr",)),
        ("2.7a", "and promotion", "Sept 2027", ("C Ash", "J Cole", "A Hugh")),
        ("2.7b", "Develop better letters", "Sept 2027", ("C Ash", "J Cole", "A Hugh")),
    ]
    for row in (2, 3, 4, 5):
        assert DoubtKind.TWO_READINGS in kinds(plan, row)
    assert [one(plan, ref).comments for ref in ("2.4a", "2.4b")] == ["To reflect all", ""]


def test_several_dates_for_one_text_are_one_action_over_the_whole_time() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 A||Review the beds|June 2027 Dec 2027|R Vale|
1.2 B||Count them|May 2027 May 2027|R Vale|
""")
    first, second = (one(plan, ref).timescale for ref in ("1.1", "1.2"))
    assert first is not None
    assert second is not None
    assert (first.start, first.end, first.precision) == (
        date(2027, 6, 1),
        date(2027, 12, 31),
        Precision.RANGE,
    )
    assert (second.end, second.precision) == (date(2027, 5, 31), Precision.MONTH)
    assert kinds(plan, 2) == kinds(plan, 3) == {DoubtKind.TWO_READINGS}


def test_a_status_in_a_date_s_cell_is_a_claim_and_said() -> None:
    plan = plan_in(f"""
{HEAD}
1.2 A||Write it|March 2027 Achieved|R Vale|
1.3 B||Send it|Ongoing|R Vale|
1.4 C||Keep it|May 2027 on hold|R Vale|
""")
    first = one(plan, "1.2")
    assert first.timescale is not None
    assert (first.timescale.words, first.status, first.status_text) == (
        "March 2027",
        ActionStatus.CLAIMED_DONE,
        "Achieved",
    )
    assert kinds(plan, 2) == {DoubtKind.STATUS_IN_DATE}
    assert kinds(plan, 3) == {DoubtKind.STATUS_IN_DATE, DoubtKind.NO_DATE}
    assert one(plan, "1.3").status is ActionStatus.IN_PROGRESS
    assert one(plan, "1.4").status is ActionStatus.ON_HOLD
    (said,) = [doubt.message for doubt in plan.doubts if doubt.row == 2]
    assert said == '1.2. Timescale says "March 2027 Achieved". I read: due March 2027, reported done.'


def test_the_status_column_outranks_a_word_in_the_date() -> None:
    plan = plan_of(["Action", "Due", "Status"], ["Write it", "May 2027 Achieved", "On hold"])
    assert plan.actions[0].status is ActionStatus.ON_HOLD


def test_a_date_named_inside_an_outcome_does_not_move_the_timescale() -> None:
    plan = plan_in(f"{HEAD}\n3.2 A||Agree the money|April 2027|R Vale|Worker in place by Dec 2027")
    assert plan.actions[0].timescale is not None
    assert plan.actions[0].timescale.words == "April 2027"


def test_words_that_are_no_date_are_asked_about_and_kept() -> None:
    plan = plan_of(["Action", "Due", "New date"], ["Write it", "To be agreed", "tbc"])
    assert kinds(plan, 2) == {DoubtKind.NO_DATE}
    assert plan.actions[0].comments == "Timescale: To be agreed\nNew date: tbc"


def test_as_above_takes_the_words_above() -> None:
    plan = plan_in(f"""
{HEAD}
5.1 A||Write it|May 2027|R Vale|Work found As above
||Send it|May 2027|R Vale|
||Keep it|As above|as above.|As above
5.2 B||Burn it|Ditto|T Cole|
""")
    last = one(plan, "5.1c")
    assert last.timescale is not None
    assert (last.outcome, last.timescale.words, last.leads) == ("Work found", "May 2027", ("R Vale",))
    assert one(plan, "5.2").timescale is not None


def test_as_above_with_nothing_above_stays_as_it_is() -> None:
    plan = plan_of(
        ["Action", "Lead", "Outcome"], ["Write it", "R Vale", ""], ["Send it", "R Vale", "As above"]
    )
    assert plan.actions[1].outcome == "As above"


def test_a_recommendation_without_any_action_is_kept_as_one_to_settle() -> None:
    plan = plan_in(f"""
{HEAD}
6.1 N|Services were seen to be in development. Assurance needed|services were seen ment. Assurance needed||
6.2 Law||Write it|May 2027|R Vale|
""")
    action = one(plan, "6.1")
    assert (action.text, action.leads, action.timescale) == ("", (), None)
    assert kinds(plan, 2) == {DoubtKind.NO_LEAD, DoubtKind.NO_DATE, DoubtKind.NO_ACTION_TEXT}


def test_a_heading_row_takes_its_action_from_the_row_below() -> None:
    plan = plan_of(
        ["Ref", "Priority", "Action", "Lead"],
        ["1.1", "Beds", "", ""],
        ["", "", "Count them", "R Vale"],
    )
    assert [(action.ref, action.recommendation, action.text) for action in plan.actions] == [
        ("1.1", "Beds", "Count them")
    ]


def test_shifted_cells_are_read_by_what_they_hold_and_said() -> None:
    long = "Although relations are good there is no regular forum for meeting to solve problems together"
    plan = plan_in(f"""
{HEAD}
5.3 Change||Write it|May 2027|R Vale|
|5.4 Relations|{long}|Managers|•|meetings||June 2027|L Wills|Meetings take place|over
|Hold joint meetings|Team managers|Greater understanding
""")
    shifted = one(plan, "5.4a")
    assert shifted.timescale is not None
    assert (
        shifted.recommendation,
        shifted.text,
        shifted.timescale.words,
        shifted.leads,
        shifted.outcome,
    ) == (
        "Relations",
        "Managers meetings",
        "June 2027",
        ("L Wills",),
        "Meetings take place",
    )
    assert shifted.comments == f"{long}\nover"
    last = one(plan, "5.4b")
    assert (last.text, last.leads, last.outcome) == (
        "Hold joint meetings",
        ("Team managers",),
        "Greater understanding",
    )
    assert DoubtKind.TWO_READINGS in kinds(plan, 3) & kinds(plan, 4)


def test_words_that_slid_into_the_date_s_column_end_the_text_above() -> None:
    plan = plan_in(f"""
{HEAD}
6.3 A||Set targets|May 2027|R Vale|Targets reported to senior
|||managers
6.4 B||Write the plan|May 2027|R Vale|
|||at length
""")
    assert one(plan, "6.3").outcome == "Targets reported to senior managers"
    assert one(plan, "6.4").text == "Write the plan at length"


def test_a_number_glued_to_a_title_that_has_its_own_column() -> None:
    plan = plan_of(
        ["", "Recommendation", "Action Taken", "Status", "RAG", "Comments"],
        ["7.", "Links.", "Links made.", "Delivered", "G", "Good"],
        ["8. The trust should review its communication", "", "Agreed in June", "A new forum is there."],
    )
    action = one(plan, "8")
    assert action.recommendation == "The trust should review its communication"
    assert action.comments == "A new forum is there.\nAgreed in June"
    assert kinds(plan, 3) == {DoubtKind.UNKNOWN_STATUS, DoubtKind.NO_ACTION_TEXT}


def test_status_words_colours_and_comments_are_three_fields() -> None:
    plan = plan_of(
        ["No", "Recommendation", "Action", "Status", "RAG", "Comments"],
        ["1.", "A", "Write it", "Significant progress", "Amber", "Will be done in May"],
        ["2.", "B", "Send it", "Delivered", "", "All done"],
        ["3.", "C", "Keep it", "", "Blue", ""],
        ["4.", "D", "Burn it", "", "", ""],
        ["5.", "E", "Copy it", "Red", "", ""],
        ["6.", "F", "Read it", "", "Not yet due", ""],
        ["7.", "G", "Sell it", "", "purple", "sold"],
        ["8.", "H", "Find it", "Complete. Found in May", "", ""],
    )
    assert [(a.status, a.status_text, a.rag, a.comments) for a in plan.actions] == [
        (ActionStatus.IN_PROGRESS, "Significant progress", Rag.AMBER, "Will be done in May"),
        (ActionStatus.COMPLETE, "Delivered", None, "All done"),
        (ActionStatus.COMPLETE, "Blue", None, ""),
        (ActionStatus.NOT_STARTED, "", None, ""),
        (ActionStatus.NOT_STARTED, "", Rag.RED, ""),
        (ActionStatus.NOT_STARTED, "Not yet due", None, ""),
        (ActionStatus.NOT_STARTED, "", None, "sold\npurple"),
        (ActionStatus.COMPLETE, "Complete", None, "Found in May"),
    ]
    assert [(doubt.row, doubt.kind) for doubt in plan.doubts] == [
        (1, DoubtKind.NO_LEAD),
        (1, DoubtKind.NO_DATE),
        (8, DoubtKind.UNKNOWN_STATUS),
    ]


def test_a_tracker_s_status_and_comment_in_one_column() -> None:
    plan = plan_of(
        ["NO", "PAPER", "ACTION", "LEAD", "TARGET DATE", "NEW DATE", "STATUS/COMMENT"],
        ["12/27", "Finance", "Bring a paper", "MW", "Aug 2027", "Oct 2027", "Not yet due"],
        ["13/27", "Quality", "Bring the audit", "MW/YO", "Sept 2027", "", "Complete. Reported in May"],
        ["14/27", "Staff", "Review it", "YO", "Sept 2027", "Nov 2027", "Moved for lack of time"],
    )
    first, second, third = plan.actions
    assert first.forecast is not None
    assert (first.ref, first.recommendation, first.forecast.words, first.status_text) == (
        "12/27",
        "Finance",
        "Oct 2027",
        "Not yet due",
    )
    assert (second.status, second.comments, second.forecast) == (
        ActionStatus.COMPLETE,
        "Reported in May",
        None,
    )
    assert (third.status, third.comments) == (ActionStatus.NOT_STARTED, "Moved for lack of time")
    assert {doubt.kind for doubt in plan.doubts} == {DoubtKind.NOT_IN_LEAD_LIST}


def test_a_completion_date_completes() -> None:
    plan = plan_of(
        ["Action", "Lead", "Due", "Date completed", "Start"],
        ["Write it", "R Vale", "May 2027", "12 May 2027", "Jan 2027"],
        ["Send it", "R Vale", "May 2027", "nearly there", ""],
    )
    assert plan.actions[0].status is ActionStatus.COMPLETE
    assert plan.actions[0].comments == "Completed: 12 May 2027\nStart: Jan 2027"
    assert plan.actions[1].comments == "Completed: nearly there"


def test_a_column_nobody_knows_is_kept_with_its_heading() -> None:
    plan = plan_of(
        ["Action", "Lead", "Risk"], ["Write it", "R Vale", "High"], ["Send it", "R Vale", "", "see note"]
    )
    assert [action.comments for action in plan.actions] == ["Risk: High", "see note"]


def test_leads_without_a_person_are_said_once_a_post() -> None:
    plan = plan_of(
        ["Action", "Lead", "Due"],
        ["Write it", "Team managers", "May 2027"],
        ["Send it", "Team Managers", "May 2027"],
        ["Keep it", "", "May 2027"],
    )
    assert [action.leads for action in plan.actions] == [("Team managers",), ("Team managers",), ()]
    assert [(doubt.row, doubt.kind) for doubt in plan.doubts] == [
        (2, DoubtKind.POST_AS_LEAD),
        (4, DoubtKind.NO_LEAD),
    ]
    assert plan.people == (DraftPerson("Team managers", (), is_post=True),)


def test_employers_in_a_column_of_their_own() -> None:
    plan = plan_of(
        ["Action", "Lead", "Organisation"],
        ["Write it", "R Vale; T Cole", "Dunvale NHS Trust; Larkmere Council"],
        ["Send it", "R Vale T Cole", "Calder Voice"],
        ["Keep it", "R Vale T Cole L Wills", "Dunvale NHS Trust; Larkmere Council"],
    )
    assert plan.people == (
        DraftPerson("R Vale", ("Dunvale NHS Trust", "Calder Voice")),
        DraftPerson("T Cole", ("Larkmere Council", "Calder Voice")),
        DraftPerson("L Wills", ()),
    )
    assert plan.actions[2].comments == "Organisation: Dunvale NHS Trust; Larkmere Council"


def test_bodies_lead_where_no_person_is_asked_for() -> None:
    plan = plan_of(
        ["Action", "Lead agency", "Due"],
        ["Write it", "Larkmere Council / Calder Voice", "May 2027"],
        ["Send it", "", "May 2027"],
    )
    assert plan.actions[0].leads == ("Larkmere Council", "Calder Voice")
    assert kinds(plan, 3) == {DoubtKind.NO_LEAD}


def test_more_than_a_name_in_a_lead_s_cell_is_kept() -> None:
    plan = plan_of(["Action", "Lead"], ["Write it", "S Okoro (ward manager)"])
    assert plan.actions[0].comments == "Lead: S Okoro (ward manager)"


def test_a_list_of_leads_gives_employers_and_finds_strangers() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 A||Write it|May 2027|R. Vale T Cole|
1.2 B||Send it|May 2027|R Vale M Stray|

Appendix 1
Lead Officers for Actions
R Vale Dunvale NHS Trust
T Cole Larkmere CouncilS Rest Calder Voice Trust
The end.
""")
    assert one(plan, "1.1").leads == ("R Vale", "T Cole")
    assert plan.people[-1] == DraftPerson("S Rest", ("Calder Voice Trust",))
    assert DraftPerson("R Vale", ("Dunvale NHS Trust",)) in plan.people
    strangers = [doubt for doubt in plan.doubts if doubt.kind is DoubtKind.NOT_IN_LEAD_LIST]
    assert [doubt.message for doubt in strangers] == ["M Stray leads 1.2 but is not in the list of leads."]


def test_initials_are_resolved_by_the_document_s_own_key() -> None:
    plan = plan_of(
        ["Action", "Lead"],
        ["Write it", "HB"],
        ["Send it", "HB/CT"],
        ["Keep it", "ZZ"],
        ["Key: HB = Hana Bielak; CT = Colm Tierney", ""],
    )
    assert [action.leads for action in plan.actions] == [
        ("Hana Bielak",),
        ("Hana Bielak", "Colm Tierney"),
        ("ZZ",),
    ]
    assert kinds(plan, 4) == {DoubtKind.NOT_IN_LEAD_LIST}
    assert kinds(plan, 5) == set()


def test_open_actions_past_their_date_are_said() -> None:
    plan = plan_of(
        ["Action", "Lead", "Due", "New date", "Status"],
        ["Write it", "R Vale", "May 2026", "", ""],
        ["Send it", "R Vale", "May 2026", "May 2027", ""],
        ["Keep it", "R Vale", "May 2026", "", "Complete"],
    )
    assert kinds(plan, 2) == {DoubtKind.PAST_ITS_DATE}
    assert kinds(plan, 3) == kinds(plan, 4) == set()


def test_a_plan_wholly_in_the_past_is_one_question() -> None:
    plan = plan_of(["Action", "Due", "Lead"], *[["Write it", "May 2007", "R Vale"]] * 5)
    assert [doubt.kind for doubt in plan.doubts] == [DoubtKind.PAST_ITS_DATE]
    assert "archive" in plan.doubts[0].message


def test_merged_cells_speak_for_every_row_they_span() -> None:
    rows = (
        RawRow(1, ("Ref", "Priority", "Action", "Lead", "Due")),
        RawRow(2, ("1.1", "Beds", "Count them", "R Vale", "May 2027")),
        RawRow(3, ("", "", "Buy more", "", "June 2027"), spanned=frozenset({0, 1, 3})),
        RawRow(4, ("1.2", "Doors", "Paint them", "", "June 2027")),
    )
    plan = read_document(RawDocument("x", (RawTable("", rows),)), TODAY, Conventions())
    assert [(action.ref, action.leads) for action in plan.actions] == [
        ("1.1a", ("R Vale",)),
        ("1.1b", ("R Vale",)),
        ("1.2", ()),
    ]


def test_the_same_action_printed_again_for_another_lead_is_one_action() -> None:
    plan = plan_of(["Ref", "Action", "Lead"], ["1", "Write it", "R Vale"], ["", "Write it", "T Cole"])
    assert [(action.ref, action.leads) for action in plan.actions] == [("1", ("R Vale", "T Cole"))]


def test_a_page_that_says_continued() -> None:
    plan = plan_in(f"""
{HEAD}
1.4 Capacity||Write it|May 2027|R Vale|

1.4 Capacity (cont'd)||Send it|May 2027|R Vale|
Capacity continued||Keep it|May 2027|R Vale|
""")
    assert refs(plan) == ["1.4a", "1.4b", "1.4c"]


def test_several_sheets_are_one_plan_and_doubts_say_the_sheet() -> None:
    head = ["No", "Action", "Lead", "Status"]
    document = RawDocument(
        "book",
        (
            table_of([head, ["1", "Write it", "LO", "Delivered"]], name="Access"),
            table_of([head, ["1", "Send it", "LO", "Waiting"]], name="Support"),
            table_of(
                [["Name", "Initials", "Employer"], ["Lena Osborne", "LO", "Fenwick Council"]], name="Leads"
            ),
            table_of([["Risk", "Score"], ["Money", "12"]], name="Risks"),
            table_of([[""]], name="Empty"),
        ),
    )
    plan = read_document(document, TODAY, Conventions())
    assert refs(plan) == ["1.1", "2.1"]
    assert [theme.title for theme in plan.themes] == ["Access", "Support"]
    assert plan.actions[0].leads == ("Lena Osborne",)
    messages = [doubt.message for doubt in plan.doubts]
    assert 'The sheet "Risks" has none of the headings of a plan. I did not read it.' in messages
    assert any(message.startswith('Sheet "Support": 2.1: the status says') for message in messages)
    assert not any("Empty" in message for message in messages)


def test_a_theme_that_runs_over_two_sheets_is_one() -> None:
    head = ["Ref", "Action", "Lead"]
    document = RawDocument(
        "book",
        (
            table_of([head, ["Theme 1: Access"], ["1.1", "Write it", "R Vale"]], name="Page 1"),
            table_of([head, ["Theme 1: Access"], ["1.2", "Send it", "R Vale"]], name="Page 2"),
        ),
    )
    plan = read_document(document, TODAY, Conventions())
    assert plan.themes == (Theme("1", "Access"),)
    assert [action.theme for action in plan.actions] == ["1", "1"]


def test_loose_rows_between_the_rows_of_a_plan_are_doubts() -> None:
    plan = plan_of(
        ["Action", "Lead"],
        ["Write it", "R Vale"],
        ["This was agreed at length."],
        ["Send it", "R Vale"],
        ["Signed off", ""],
    )
    assert [doubt.row for doubt in plan.doubts if doubt.kind is DoubtKind.ROW_NOT_READ] == [3, 5]


def test_prose_below_a_page_s_tables_is_prose() -> None:
    plan = plan_in(f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n\nThank you for reading this far.")
    assert plan.doubts == ()


def test_a_rule_between_tables_is_no_row() -> None:
    plan = plan_in(
        f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n--|---|--|---|--|-\n1.2 B||Send it|May 2027|R Vale|"
    )
    assert refs(plan) == ["1.1", "1.2"]
    assert plan.doubts == ()
