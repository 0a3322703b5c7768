"""Who is asked about what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.assessment import is_silent
from bot.partnership import PersonId
from bot.plan import Action, ActionId, ActionStatus, LeadRole
from bot.prompting import Ask, ask, reporting_leads, still_open
from bot.rag import Rag
from bot.rounds import Silence, horizon_of, rounds
from tests.bot.larkmere import BRAMLEY, OCTOBER_BOARD, OKORO, PARTNERSHIP, action, month, plan

TODAY, SINCE, HORIZON = date(2026, 9, 21), datetime(2026, 9, 7, tzinfo=UTC), date(2026, 11, 18)
LONG_AGO, JUST_NOW = datetime(2026, 8, 14, tzinfo=UTC), datetime(2026, 9, 20, tzinfo=UTC)
MONTHS_AGO = datetime(2026, 6, 1, tzinfo=UTC)
IN_A_YEAR = month(2027, 9, "Sept 2027")


def numbered(number: int, **fields: object) -> Action:
    return action(
        id=ActionId(number),
        ref=f"1.{number}",
        **{"approved_due": IN_A_YEAR, "reported_at": MONTHS_AGO, **fields},
    )


def refs(found: Ask | None, part: str) -> list[str]:
    assert found is not None
    return [one.action.ref for one in getattr(found, part)]


def asked(*actions: Action) -> Ask | None:
    return ask(plan(*actions), PersonId(1), TODAY, SINCE, HORIZON)


def test_a_few_actions_all_have_taps_in_printed_order() -> None:
    found = asked(*(numbered(number) for number in (3, 1, 2)))
    assert refs(found, "with_taps") == ["1.3", "1.1", "1.2"]
    assert refs(found, "rest") == []


def test_of_many_five_that_matter_have_taps_and_the_rest_are_one_line() -> None:
    many = [numbered(number) for number in range(1, 22)]
    many[20] = numbered(21, approved_due=month(2026, 8, "Aug 2026"))
    many[19] = numbered(20, approved_due=month(2026, 10, "Oct 2026"))
    many[18] = numbered(19, rag=Rag.AMBER)
    many[17] = numbered(18, rag=None, reported_at=None)
    found = asked(*many)
    assert refs(found, "with_taps") == ["1.21", "1.20", "1.19", "1.18"]
    assert refs(found, "rest") == [f"1.{number}" for number in range(1, 18)]


def test_never_more_than_five_have_taps_the_late_ones_first() -> None:
    late = [numbered(number, approved_due=month(2026, number, f"month {number}")) for number in range(1, 8)]
    found = asked(*late)
    assert refs(found, "with_taps") == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert refs(found, "rest") == ["1.6", "1.7"]


def test_what_was_reported_closed_claimed_or_is_somebody_elses_is_not_asked() -> None:
    assert (
        asked(
            numbered(1, reported_at=JUST_NOW),
            numbered(2, status=ActionStatus.COMPLETE),
            numbered(3, status=ActionStatus.CLAIMED_DONE),
            numbered(4, status=ActionStatus.WITHDRAWN),
            numbered(5, leads=(BRAMLEY,)),
            numbered(6, leads=(replace(OKORO, role=LeadRole.SUPPORTING),)),
        )
        is None
    )


def test_what_is_not_yet_due_is_shown_and_not_asked() -> None:
    not_begun = numbered(2, status=ActionStatus.NOT_STARTED, rag=None, reported_at=None)
    found = asked(numbered(1), not_begun)
    assert (refs(found, "with_taps"), refs(found, "not_due")) == (["1.1"], ["1.2"])
    assert asked(not_begun) is None


def test_an_ask_can_be_narrowed_to_what_is_left() -> None:
    found = asked(numbered(1), numbered(2))
    assert found is not None
    left = found.only([2])
    assert refs(left, "with_taps") == ["1.2"]
    assert found.only([]) is None


def test_still_open_is_what_nobody_has_spoken_of_since() -> None:
    both = plan(numbered(1, reported_at=LONG_AGO), numbered(2, reported_at=JUST_NOW), numbered(3))
    assert [one.ref for one in still_open(both, [1, 2], SINCE)] == ["1.1"]


def test_everybody_is_asked_once() -> None:
    both = plan(numbered(1, leads=(OKORO, BRAMLEY)), numbered(2), numbered(3, status=ActionStatus.COMPLETE))
    assert reporting_leads(both) == (OKORO.person_id, BRAMLEY.person_id)


def test_due_soon_reaches_to_the_round_after_this_one() -> None:
    november = replace(OCTOBER_BOARD, id=2, on=month(2026, 11), papers_due_on=date(2026, 11, 9))
    both = rounds(PARTNERSHIP, (OCTOBER_BOARD, november), datetime(2026, 9, 14, tzinfo=UTC))
    assert horizon_of(both, both[0]) == date(2026, 11, 30)
    assert horizon_of(both[:1], both[0]) == date(2026, 12, 15)


def test_what_is_far_off_and_in_order_is_asked_once_a_quarter() -> None:
    """Monthly rounds: asked, left, left, asked; a word of trouble, or nothing ever said, asks every time."""
    said = datetime(2026, 9, 21, tzinfo=UTC)
    boards = [datetime(2026, month, 14, tzinfo=UTC) for month in (9, 10, 11, 12)]
    calm = numbered(1, reported_at=said, approved_due=IN_A_YEAR)

    def is_asked(one: Action, since: datetime) -> bool:
        later = (since + timedelta(days=14)).date()
        return ask(plan(one), PersonId(1), later, since, later + timedelta(days=60)) is not None

    assert [is_asked(calm, since) for since in boards] == [False, False, False, True]
    for troubled in (
        replace(calm, rag=Rag.AMBER),
        replace(calm, support_wanted=True),
        replace(calm, blocker="waiting for IT"),
        replace(calm, forecast_due=month(2028, 1)),
        replace(calm, approved_due=month(2026, 11)),
    ):
        assert [is_asked(troubled, since) for since in boards] == [False, True, True, True], troubled
    assert [is_asked(replace(calm, reported_at=None), since) for since in boards] == [True] * 4


def test_what_is_left_for_now_is_one_line_and_not_counted() -> None:
    far = numbered(2, reported_at=datetime(2026, 8, 14, tzinfo=UTC))
    found = asked(numbered(1, approved_due=month(2026, 10)), far)
    assert (refs(found, "with_taps"), refs(found, "left_for_now")) == (["1.1"], ["1.2"])
    assert found is not None
    assert [action.ref for action in found.items] == ["1.1"]


def test_silence_does_not_count_for_what_was_not_asked() -> None:
    silence = Silence(datetime(2026, 9, 14, tzinfo=UTC), HORIZON)
    today = date(2026, 10, 5)
    calm = numbered(1, reported_at=datetime(2026, 8, 14, tzinfo=UTC))
    assert not is_silent(calm, today, silence)
    assert is_silent(replace(calm, reported_at=MONTHS_AGO), today, silence)
    assert is_silent(replace(calm, approved_due=month(2026, 10)), today, silence)
