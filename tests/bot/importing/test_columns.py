import pytest

from bot.importing.columns import PHRASES, Column, column_of


def test_every_column_has_its_words() -> None:
    assert set(PHRASES) == set(Column)


@pytest.mark.parametrize(
    ("heading", "column"),
    [(phrase, column) for column, phrases in PHRASES.items() for phrase in phrases],
)
def test_every_phrase_means_its_column(heading: str, column: Column) -> None:
    assert column_of(heading.title()) is column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Priorities for service improvement", Column.RECOMMENDATION),
        ("Action required", Column.ACTION),
        ("Action Taken", Column.ACTION),
        ("Action / recommendation", Column.ACTION),
        ("What we will do", Column.ACTION),
        ("Action No", Column.REF),
        ("#", Column.REF),
        ("Ref No.", Column.REF),
        ("Owner(s)", Column.LEAD),
        ("Person(s) responsible", Column.LEAD),
        ("Lead (NHS)", Column.LEAD),
        ("Action owner", Column.LEAD),
        ("Lead organisation", Column.ORGANISATION),
        ("Timescale\n(by when)", Column.TIMESCALE),
        ("TARGET DATE", Column.TIMESCALE),
        ("Original target date", Column.TIMESCALE),
        ("NEW DATE", Column.FORECAST),
        ("Revised timescale", Column.FORECAST),
        ("Forecast completion date", Column.FORECAST),
        ("Date completed", Column.COMPLETED),
        ("Progress to date", Column.COMMENTS),
        ("STATUS/COMMENT", Column.STATUS_COMMENT),
        ("BRAG rating", Column.RAG),
        ("How will we know?", Column.OUTCOME),
        ("Success measure", Column.OUTCOME),
        ("Workstream", Column.STRAND),
        ("Sub-group", Column.WORKSTREAM),
        ("Sub-group lead", Column.LEAD),
        ("(who)", Column.LEAD),
        ("Risk", Column.OTHER),
        ("% complete", Column.OTHER),
        ("Date of meeting", Column.OTHER),
        ("Closed?", Column.STATUS),
        ("Q1", Column.OTHER),
        ("", Column.OTHER),
        ("The lead of the team that has all of the beds in the north of the town", Column.OTHER),
    ],
)
def test_a_printed_heading_means_a_column(heading: str, column: Column) -> None:
    assert column_of(heading) is column
