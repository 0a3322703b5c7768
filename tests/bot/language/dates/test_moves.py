""" "From A to B": the old date is the latest before the new one, and each keeps its place."""

import pytest

from bot.language.dates import find_dates, resolve_pair
from bot.language.reading import Conventions
from tests.bot.language.dates.saying import TODAY, interval

MOVES = [
    ("moved from September to January", "2026-09-01..2026-09-30", "2027-01-01..2027-01-31"),
    ("pushed back from June to w/c 7th Dec", "2026-06-01..2026-06-30", "2026-12-07..2026-12-13"),
    ("target 30/11 -> 31/12", "2026-11-30", "2026-12-31"),
    ("moved from Q2 to Q4", "2026-07-01..2026-09-30", "2027-01-01..2027-03-31"),
    ("slipped from 31 March to 30 June", "2027-03-31", "2027-06-30"),
    ("deferred from March to March 2028", "2027-03-01..2027-03-31", "2028-03-01..2028-03-31"),
    ("from 01/12/2026 to 01/02/2027 it moved", "2026-12-01..2027-02-01", ""),
    ("slipped from the end of January to mid February", "2027-01-31", "2027-02-15"),
    ("rescheduled from spring to autumn", "2026-03-01..2026-05-31", "2026-09-01..2026-11-30"),
]


@pytest.mark.parametrize(("text", "old", "new"), MOVES)
def test_the_old_date_is_the_latest_before_the_new(text: str, old: str, new: str) -> None:
    spans = find_dates(text, TODAY, Conventions())
    if not new:  # nothing said before it that it moved: one length of time
        assert [interval(span.resolve()) for span in spans] == [old]
        return
    first, second = resolve_pair(*spans)

    assert (interval(first), interval(second)) == (old, new)


def test_stretches_known_to_be_refs_are_skipped() -> None:
    text = "1.2.27 and 3.1-3.4 done by 31.3.27"

    skipped = find_dates(text, TODAY, Conventions(), skip=[(0, 6), (11, 18)])

    assert [span.words for span in skipped] == ["31.3.27"]
    assert [span.words for span in find_dates(text, TODAY, Conventions())] == ["1.2.27", "31.3.27"]


def test_customs_of_another_plan_count_otherwise() -> None:
    by_calendar = Conventions(quarters_by_calendar=True)
    from_january = Conventions(fiscal_start_month=1)

    def first(text: str, customs: Conventions) -> str:
        return interval(find_dates(text, TODAY, customs)[0].resolve())

    assert first("Q1 2028", by_calendar) == "2028-01-01..2028-03-31"
    assert first("this quarter", by_calendar) == "2026-10-01..2026-12-31"
    assert first("Q1 2028", from_january) == "2028-01-01..2028-03-31"
    assert first("year end", from_january) == "2026-12-31"
    assert first("August bank holiday", Conventions(nation="scotland")) == "2027-08-02"


def test_words_with_a_year_say_so() -> None:
    def has_year(text: str) -> bool:
        (span,) = find_dates(text, TODAY, Conventions())
        return span.has_year

    assert has_year("31 March 2027")
    assert has_year("next week")
    assert has_year("Jan to Mar 2027")
    assert has_year("in three weeks")
    assert not has_year("31 March")
    assert not has_year("Friday")
    assert not has_year("end of Feb")
    assert not has_year("5-16 October")
