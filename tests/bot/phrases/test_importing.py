from datetime import date

import pytest

from bot.draft import NEEDS_AN_ANSWER, Doubt, DoubtKind, DraftAction, DraftPerson, DraftPlan
from bot.phrases import doubts, importing
from bot.plan import ActionStatus, Theme
from bot.timescale import Timescale

ACTION = DraftAction(
    "1.1", "1", "", "Write it", ("S Okoro",), None, ActionStatus.NOT_STARTED, "", None, "", "", 2
)
PLAN = DraftPlan(
    "Larkmere plan",
    (Theme("1", "Access"),),
    (ACTION, ACTION),
    (DraftPerson("S Okoro", ("Dunvale NHS Trust",)), DraftPerson("K Bramley", ("Larkmere Council",))),
    (),
    (
        Doubt(2, DoubtKind.NO_DATE, doubts.no_date("1.1")),
        Doubt(3, DoubtKind.NO_DATE, doubts.no_date("1.2", "To be agreed")),
        Doubt(4, DoubtKind.CUT_TEXT, doubts.cut_text("1.3", "across the")),
        Doubt(5, DoubtKind.NO_LEAD, doubts.no_lead("1.4")),
    ),
)
SURE = DraftPlan("Larkmere plan", (), (ACTION,), (), (), ())


def test_every_kind_of_doubt_can_be_counted() -> None:
    assert set(importing.KINDS) == set(DoubtKind)
    assert set(DoubtKind) >= NEEDS_AN_ANSWER


def test_the_summary_counts_what_was_read_and_what_is_unsure() -> None:
    assert importing.summary("plan.csv", PLAN) == (
        'I read "plan.csv": 2 actions, 1 theme, 2 names, 2 organisations. It is a draft; nothing is live.\n'
        "Needs you (3): 1 with no lead · 2 with no date\n"
        "Worth a look (1): 1 text that looks cut at a page break"
    )


def test_a_plan_without_doubts_says_so() -> None:
    assert importing.report("plan.csv", SURE).endswith("\nI am sure of every row.")


def test_the_report_gives_every_doubt_where_it_stands() -> None:
    assert importing.report("plan.csv", PLAN).split("\n\n")[1:] == [
        "\n".join(
            (
                "Needs you:",
                "1 with no lead:",
                "  Row 5 · 1.4 has no lead.",
                "2 with no date:",
                "  Row 2 · 1.1 has no date.",
                '  Row 3 · 1.2. Timescale says "To be agreed". I read no date in it.',
            )
        ),
        "\n".join(
            (
                "Worth a look:",
                "1 text that looks cut at a page break:",
                '  Row 4 · 1.3: the text looks cut: "across the".',
            )
        ),
    ]


def test_a_saved_draft_says_what_comes_next() -> None:
    assert importing.kept("Plan", "Lark", 1) == (
        "Saved as a draft: Plan, 1 action, for Lark. "
        'Next: leadline setup "Lark", then leadline go-live "Lark".'
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (doubts.no_action_text(), "The row does not say what is to be done."),
        (
            doubts.several_dates("1.1", ("May 2027", "June 2027")),
            "1.1: the row gives 2 dates (May 2027 and June 2027). I took the whole time as one action's.",
        ),
        (
            doubts.post_as_lead("Team managers", ("1.1", "1.2")),
            '"Team managers" leads 1.1 and 1.2 and reads as a post, a team or a body. Who is asked?',
        ),
        (
            doubts.past_its_date("1.1", Timescale.of_day(date(2026, 5, 1), "1 May 2026").words),
            "1.1 was due 1 May 2026, which is past already.",
        ),
        (
            doubts.unknown_colour("1.1", "purple"),
            '1.1: the colour says "purple". I kept the words as a comment; what is the colour?',
        ),
        (doubts.on_sheet("Access", "1.1 has no lead."), 'Sheet "Access": 1.1 has no lead.'),
    ],
)
def test_sentences_of_doubt(said: str, sentence: str) -> None:
    assert said == sentence


def test_long_words_are_quoted_short() -> None:
    assert doubts.row_not_read("word " * 50).endswith('word…".')
