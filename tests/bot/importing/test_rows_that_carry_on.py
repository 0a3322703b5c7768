"""Rows that a page break cut, merged cells, and shifted cells."""

from bot.draft import DoubtKind
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, RawRow, RawTable
from bot.language.reading import Conventions
from tests.bot.importing.tables import TODAY, kinds, one, plan_in, plan_of, refs

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


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
6.5 C|||May 2027|R Vale|
|||everywhere
""")
    assert one(plan, "6.5").comments == "everywhere"
    assert one(plan, "6.3").outcome == "Targets reported to senior managers"
    assert one(plan, "6.4").text == "Write the plan at length"


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
