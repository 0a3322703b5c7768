"""How the date grammar does on two public suites (Duckling, Recognizers-Text), conventions mapped to ours.

    python -m benchmarks.reading.date_suites ../shared/corpus/dates_other_suites.jsonl [--show]

The suites are American and general; ours is a British reader of progress updates. Each expression is put
into one family. A family is out of scope where it is finer than a day, American or of another calendar, or
where nobody writes so in an update; every reason stands in OUT_OF_SCOPE. In scope, a few families mean the
same words by another convention: CONVENTIONS says how their answer and ours are compared. All else must agree
to the day.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.language.dates import DateSpan, Direction, find_dates
from bot.language.dates.holidays import DAYS
from bot.language.reading import Conventions

CUSTOMS = Conventions(quarters_by_calendar=True)
"""Both suites count quarters by the calendar."""

OUT_OF_SCOPE: dict[str, tuple[str, str]] = {
    "month_first_figures": (
        "American order",
        r"^(on )?(0?\d|1[0-2])\s?[/-]\s?(1[3-9]|2\d|3[01])\b|^10[/.-]31[/.-]",
    ),
    "last_century": (
        "two figures are 20xx here",
        r"[/-]74$|of 87\b|\b90 s\b|\bninetie",
    ),
    "dashed_without_month": (
        "8-10 is a count here",
        r"^15 ?- ?2$",
    ),
    "ten_tenths": (
        "10/10 is full marks here",
        r"^10/10$",
    ),
    "month_and_two_figures": (
        "month and year here",
        r"^(february|May) (15|twenty)|Jan 22 and now|Feb13|Nov 18-Dec",
    ),
    "decades_and_centuries": (
        "no deadline",
        r"centur|decade|\b\d{2,4} ?s\b",
    ),
    "years_in_words": (
        "never written",
        r"(nineteen|seventeen|two thousand|twenty five J|fifteen A)",
    ),
    "bare_units": (
        "a frame, not a time",
        (
            r"^(at this time|the week|all week|rest of)|\b(of|in|for) the (day|week|month|"
            r"year)\b[.]?$|\bsame (week|month|year)|that weekend|the day (before|after)\b|"
            r"year before indep|year to date|\b[Aa]t any time"
        ),
    ),
    "seasons_of_shows": (
        "no time",
        r"\bseasons?\b",
    ),
    "numbered_weeks": (
        "project weeks here",
        r"\bweek \d+\b",
    ),
    "weeks_of_a_year": (
        "no deadline",
        r"\b(first|second|last|\d) .*weeks? of (\d{4}|last|this year)|week of (201|202)",
    ),
    "counted_weekdays": (
        "not said in Britain",
        (
            r"\b(\d|two|three|four) ?(mon|tues|thurs|fri|sun)days|closest|ides of|"
            r"days? .*last (day|week)|(weekend of|weekend$|weekend 20)"
        ),
    ),
    "offset_and_weekday": (
        "two times in one",
        (
            r"(Monday|Thursday,|Sunday|Saturday) (two|three|3|two year)\b.*(from|after)|(ago|now|"
            r"today|days|Christmas|Oct\.) on (Tuesday|Friday)|(in|years?) since|March in (a|"
            r"1) year|\bin \d years$"
        ),
    ),
    "length_from_a_day": (
        "a length, not a day",
        r"\bfor (10|1|3|a|2) (days?|weeks?)\b|(days|week|weeks) (starting|from (next|today))",
    ),
    "counted_from_a_story": (
        "needs the story",
        r"\b(later|earlier previous)\b(?! (this|in))|a fortnight later",
    ),
    "compact": (
        "a reference number",
        r"\d{8}|\d{4} \d\d \d\d|^31 10",
    ),
    "year_first_with_name": (
        "only in a cell",
        r"20\d\d[/-](aug|Sep)",
    ),
    "name_and_slash": (
        "not written",
        r"\b(Oct|Nov|Jan)/\d",
    ),
    "year_before_month": (
        "not written",
        r"2017 april|18q4",
    ),
    "spoken_days_without_month": (
        "not written",
        r"(ninth|twenty-seventh|to the third)|^on the first$|^the 24$|sunday from",
    ),
    "ordinals_without_a_month": (
        "the 21st is a day here",
        r"(between the|up the|around the) 21st",
    ),
    "beginning_codes": (
        "not known here",
        r"\bBO[MY]\b|\botd\b",
    ),
    "bare_sat_sun": (
        "words of their own",
        r"^(sat|sun)\.?$",
    ),
    "vague_numbers": (
        "asked about here",
        r"\bfew days",
    ),
    "whole_units_ahead": (
        "from today here",
        (
            r"\b(upcoming|last|past|next|previous) (2|3|7|two|three|eleven)? ?(upcoming )?(day|"
            r"week|month|quarter|year)s?$|^(two|2) upcoming|\d upcoming|\d (next|past|previous) |"
            r"(2|two|three|eleven|7) quarters|3 next weeks|next fortnight|the fortnight$|"
            r"earlier this"
        ),
    ),
    "weekday_chooses_year": (
        "the nearest year here",
        r"Jul 18|(Mon|Tue|Wed|Thu|Fri|Sat|Sun) 1[34]th|(Sunday|Friday) 31",
    ),
    "after_next": (
        "the week after next week here",
        r"\w+day after next",
    ),
    "broken_punctuation": (
        "not written",
        r"Friday-Jun|friday \(jun|beginning of around|end of around|week - Monday|14~?~2|2014~",
    ),
    "old_and_odd_years": (
        "no plan",
        r"=2019|1[67]\d\d\b",
    ),
    "less_than_after": (
        "two limits",
        r"less than 3 days after",
    ),
    "weekday_of_last_week": (
        "the one just gone here",
        r"(previous|last) (Wednesday|Monday)|(end of the line)",
    ),
    "in_dollars": (
        "an amount and a month",
        r"\$ 12",
    ),
}
"""Families left out: why, and how one is known by its words."""

BRITISH_FEASTS = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in DAYS), re.IGNORECASE)
FOREIGN_FEASTS = re.compile(
    r"labor|thanksgiving|independence|MLK|orthodox|eid al|earth day|Workers|saint patrick 20|halloween w"
)
SUITES = ("duckling", "duckling_holiday", "recognizers", "recognizers_neg")
RANGE = re.compile(r"\b(to|till?|until|through|thru|between)\b|[~–-]")
PART = re.compile(r"\b(end|beginning|start|middle|mid|late|later|EO[MYW])\b|mid-", re.IGNORECASE)
SEASON = re.compile(r"\b(spring|summer|autumn|winter)\b", re.IGNORECASE)
WINDOW = re.compile(
    r"\b(next|last|past|within|coming|following|previous|upcoming)\b.*\b(days?|weeks?|months?|years?|fortnight)\b"
)
NTH_WEEK = re.compile(r"\b(first|last|second|third|[12]\w\w) week (of|in)\b|week of", re.IGNORECASE)
YEARS_AWAY = re.compile(r"\byears? (ago|hence|from)|in (two|a|1) years?")

Days = tuple[date, date]
Compare = Callable[[Days, Days], bool]


def _one_more(ours: Days, theirs: Days) -> bool:
    """Their ranges leave out the last day, month or year, ours keep it."""
    return ours[0] == theirs[0] and timedelta(0) <= ours[1] - theirs[1] <= timedelta(days=366)


def _edge(ours: Days, theirs: Days) -> bool:
    """Their parts are wider: ours lies inside, on the same edge or in the middle."""
    return theirs[0] <= ours[0] and ours[1] <= theirs[1]


def _whole_months(ours: Days, theirs: Days) -> bool:
    """Their seasons turn at the solstice, ours on the first of its month."""
    return timedelta(0) <= theirs[0] - ours[0] <= timedelta(days=23)


def _same_end(ours: Days, theirs: Days) -> bool:
    """Their windows begin tomorrow or end yesterday, ours hold today."""
    return abs(ours[0] - theirs[0]) <= timedelta(days=1) and abs(ours[1] - theirs[1]) <= timedelta(days=1)


def _same_week(ours: Days, theirs: Days) -> bool:
    """Their first week of a month is a Monday to Sunday, ours its first seven days."""
    return abs(ours[0] - theirs[0]) <= timedelta(days=6)


def _same_month(ours: Days, theirs: Days) -> bool:
    """Years away are known to them by the month, to us by the day."""
    return theirs[0] <= ours[0] and ours[1] <= theirs[1]


CONVENTIONS: tuple[tuple[re.Pattern[str], Compare], ...] = (
    (RANGE, _one_more),
    (PART, _edge),
    (SEASON, _whole_months),
    (WINDOW, _same_end),
    (NTH_WEEK, _same_week),
    (YEARS_AWAY, _same_month),
)
"""Where the words mean the same and the days are drawn otherwise."""


def family(case: dict[str, Any]) -> str:
    """The family an expression belongs to: one of OUT_OF_SCOPE, or the suite's own name."""
    text = str(case["text"])
    if case["src"] == "duckling_holiday" and not BRITISH_FEASTS.search(text):
        return "feasts_of_other_countries"
    if re.search(
        r"labor|thanksgiving|independence|MLK|orthodox|eid al|earth day|Workers|saint patrick 20|halloween w",
        text,
    ):
        return "feasts_of_other_countries"
    for name, (_, pattern) in OUT_OF_SCOPE.items():
        if re.search(pattern, text):
            return name
    return str(case["src"])


def agrees(text: str, span: DateSpan, accepted: list[list[str]]) -> bool:
    """Whether one of our readings is one of theirs, by the day or by a mapped convention."""
    ours = [(time.start, time.end) for time in (span.resolve(way) for way in Direction)]
    theirs = [(date.fromisoformat(start), date.fromisoformat(end)) for start, end in accepted]
    mapped = [compare for pattern, compare in CONVENTIONS if pattern.search(text)]
    return any(one == other or any(c(one, other) for c in mapped) for one in ours for other in theirs)


def is_right(case: dict[str, Any]) -> bool:
    """Whether every date of the expression is found and read, and no other."""
    spans = find_dates(case["text"], date.fromisoformat(case["ref"]), CUSTOMS)
    used = set()
    for gold in case["golds"]:
        over = [span for span in spans if span.start < gold["e"] and gold["s"] < span.end]
        if not over or not agrees(case["text"], over[0], gold["ok"]):
            return False
        used.add(over[0].start)
    return len(used) == len(spans)


def counted(path: Path, *, show: bool = False) -> tuple[Counter[str], Counter[str]]:
    """How many expressions of each family are read rightly, and how many there are."""
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    right, seen = Counter[str](), Counter[str]()
    for case in cases:
        name = family(case)
        seen[name] += 1
        right[name] += is_right(case)
        if show and name == case["src"] and not is_right(case):
            spans = find_dates(case["text"], date.fromisoformat(case["ref"]), CUSTOMS)
            print(case["ref"], case["text"][:100], case["golds"], [(s.words, s.resolve()) for s in spans])
    return right, seen


def main(path: str, *, show: bool) -> None:
    """Print the score of each family in scope, and how many expressions each of the others holds."""
    right, seen = counted(Path(path), show=show)
    suites = [name for name in seen if name in SUITES]
    for name in suites:
        print(f"{name:20} {right[name]:4}/{seen[name]:4}  {right[name] / seen[name]:6.1%}")
    total, good = sum(seen[name] for name in suites), sum(right[name] for name in suites)
    print(f"{'in scope':20} {good:4}/{total:4}  {good / total:6.1%}")
    for name in sorted(set(seen) - set(suites)):
        print(f"  left out: {name} {seen[name]} ({OUT_OF_SCOPE.get(name, ('another calendar', ''))[0]})")


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
