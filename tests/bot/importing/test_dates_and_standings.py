"""Dates, statuses and colours."""

from datetime import date

from bot.draft import DoubtKind
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.timescale import Precision
from tests.bot.importing.tables import kinds, one, plan_in, plan_of

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


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
        (2, DoubtKind.SAID_IN_REMARKS),
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
    assert [doubt.kind for doubt in plan.doubts] == [DoubtKind.OWN_NUMBERS, DoubtKind.WHOLLY_PAST]
    assert "archive" in plan.doubts[1].message
