"""What stops the work, what help is asked for, and what has not changed."""

import pytest

from tests.bot.language.reader import read, reading

NEEDS = [
    ("4.1 waiting on HR", ["4.1 blocked"]),
    ("4.1 blocked by IG - DPIA not signed", ["4.1 blocked"]),
    ("4.1 no response from the trust", ["4.1 blocked"]),
    ("4.1 delayed because the trust won't sign", ["4.1 blocked"]),
    ("4.1 on hold pending Cabinet decision", ["4.1 on_hold blocked"]),
    ("4.1 amber due to staff sickness", ["4.1 amber blocked"]),
    ("4.1 no longer waiting on HR", ["4.1"]),
    ("4.1 no blockers", ["4.1"]),
    ("4.1 green. Blockers: none.", ["4.1 green"]),
    ("4.1 was waiting on HR, now on track", ["4.1 on_track"]),
    ("4.1 on track because HR moved quickly", ["4.1 on_track"]),
    ("4.1 need help escalating", ["4.1 help"]),
    ("4.1 please could the chair write to the trust", ["4.1 help"]),
    ("4.1 Amber. Ask: exec steer", ["4.1 amber help"]),
    ("4.1 no support needed", ["4.1"]),
    ("4.1 thanks for your help", ["4.1"]),
    ("4.1 carers support group met", ["4.1"]),
]

SAME = [
    ("3.3 no change", ["3.3 same"]),
    ("no update on 3.3", ["3.3 same"]),
    ("3.3 as before", ["3.3 same"]),
    ("Nothing to report on 3.3 or 3.4 this month", ["3.3 same", "3.4 same"]),
    ("3.3 same as last month", ["3.3 same"]),
    ("nothing has moved on 3.3 since October", ["3.3 same"]),
    ("3.3 significant progress, no update on funding", ["3.3"]),
    ("3.3 no change to the venue", ["3.3"]),
    ("Nothing's changed on 3.2, 3.3 is now amber", ["3.2 same", "3.3 amber"]),
    ("2.3 now February, not December as reported", ["2.3 by 2027-02-28"]),
]


@pytest.mark.parametrize(("text", "understood"), NEEDS)
def test_a_blocker_or_a_plea_is_one_only_where_it_holds(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(("text", "understood"), SAME)
def test_no_change_is_said_of_the_action(text: str, understood: list[str]) -> None:
    assert read(text) == understood


def test_a_blocker_is_kept_in_the_words_that_name_it() -> None:
    assert reading("4.1 amber, slipping to end of Feb - waiting on HR").updates[0].blocker == "waiting on HR"
