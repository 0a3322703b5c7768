"""The whole matrix of rights: every part somebody can have × every act × every standing of their account.

The table is written out here a second time, so that whoever changes a right changes it in two places.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import permissions
from bot.boards import BodyId
from bot.closing import Closing, ClosingId, ClosingState
from bot.errors import NotAllowed
from bot.partnership import AccountKind, Person, PersonId
from bot.permissions.asking import stands
from bot.permissions.matrix import COLUMNS, MATRIX, WHEN, Extent, Right, Role
from bot.phrases import refusals
from bot.plan import PlanState
from bot.seats import Role as SeatRole
from bot.seats import Seat
from bot.views import Capacity, capacity_of
from tests.bot.larkmere import plan
from tests.bot.permissions.people import ACTION, BOARD, CHAIR, DEPUTY, LEAD, MEMBER, OFFICER, PERSON_OF

PLAN = replace(plan(ACTION), state=PlanState.LIVE)
SOMEBODY = Person(PersonId(99), "S Body")
CLAIMED = frozenset({LEAD.id})
BEGUN = datetime(2026, 9, 21, tzinfo=UTC)
CLOSING = Closing(ClosingId(1), PLAN.id, ClosingState.ASKED, PersonId(50), BEGUN)

PARTS: dict[str, Person] = {
    "member": MEMBER,
    "lead": LEAD,
    "deputy": DEPUTY,
    "chair": CHAIR,
    "officer": OFFICER,
}

TABLE = """
                     member lead deputy chair officer | guest: lead deputy chair officer
see                  yes    yes  yes    yes   yes     |        yes  yes    -     -
update               -      yes  yes    yes   yes     |        yes  yes    -     -
relay                -      -    -      -     yes     |        -    -      -     -
ask_more_time        -      yes  yes    -     -       |        yes  yes    -     -
decide_extension     -      -    -      yes   yes     |        -    -      -     -
accept               -      -    -      yes   yes     |        -    -      -     -
reopen               -      -    -      yes   yes     |        -    -      -     -
withdraw             -      -    -      yes   yes     |        -    -      -     -
correct              -      -    -      -     yes     |        -    -      -     -
amend                -      -    -      -     yes     |        -    -      -     -
propose_amendment    -      yes  yes    yes   yes     |        -    -      -     -
record               -      -    -      yes   yes     |        -    -      -     -
ask_update           -      -    -      yes   yes     |        -    -      -     -
ask_group            -      yes  yes    yes   yes     |        yes  yes    -     -
take_blocker         -      -    -      yes   yes     |        -    -      -     -
ask_views            -      -    -      yes   yes     |        -    -      -     -
give_view            -      yes  yes    -     -       |        yes  yes    -     -
share                -      -    -      yes   yes     |        -    -      -     -
make_paper           -      -    -      yes   yes     |        -    -      -     -
export               -      yes  yes    yes   yes     |        -    -      -     -
run                  -      -    -      -     yes     |        -    -      -     -
arrange_cover        -      -    -      -     yes     |        -    -      -     -
erase                -      -    -      yes   yes     |        -    -      -     -
confirm_erasure      -      -    -      yes   yes     |        -    -      -     -
confirm_closing      -      -    -      yes   -       |        -    -      -     -
"""
"""`arrange_cover` and the erasures are of somebody else; each of one's own is told below. `give_view` is of
a view asked of the lead."""

SEATED = (Seat(BodyId(1), LEAD.id, SeatRole.VOTING),)


def _as_what(who: Person) -> Capacity | None:
    """As what somebody gives the view that is asked of the lead, who sits on the board."""
    return capacity_of(who.id, LEAD.id, DEPUTY.id, SEATED, BEGUN.date())


Twin = tuple[Callable[[Person], bool], Callable[[Person], None]]


def _twins() -> dict[str, Twin]:
    p, lead, board = permissions, (ACTION, BOARD), (BOARD, PERSON_OF)
    plans, everywhere = (PLAN,), (BOARD,)
    return {
        "see": (
            lambda who: p.can_see(who, BOARD, plans, is_in_channel=who.id == MEMBER.id),
            lambda who: p.check_can_see(who, BOARD, plans, is_in_channel=who.id == MEMBER.id),
        ),
        "update": (lambda who: p.can_update(who, *lead), lambda who: p.check_can_update(who, *lead)),
        "relay": (lambda who: p.can_relay(who, BOARD), lambda who: p.check_can_relay(who, *board)),
        "ask_more_time": (
            lambda who: p.can_ask_more_time(who, *lead),
            lambda who: p.check_can_ask_more_time(who, *lead),
        ),
        "decide_extension": (
            lambda who: p.can_decide_extension(who, *lead, LEAD.id),
            lambda who: p.check_can_decide_extension(who, *lead, LEAD.id, PERSON_OF),
        ),
        "accept": (
            lambda who: p.can_accept(who, *lead, CLAIMED),
            lambda who: p.check_can_accept(who, *lead, CLAIMED, PERSON_OF),
        ),
        "reopen": (
            lambda who: p.can_reopen(who, BOARD),
            lambda who: p.check_can_reopen(who, *lead),
        ),
        "withdraw": (
            lambda who: p.can_withdraw(who, BOARD),
            lambda who: p.check_can_withdraw(who, ACTION, *board),
        ),
        "correct": (
            lambda who: p.can_correct(who, BOARD),
            lambda who: p.check_can_correct(who, ACTION, *board),
        ),
        "amend": (lambda who: p.can_amend(who, BOARD), lambda who: p.check_can_amend(who, *board)),
        "propose_amendment": (
            lambda who: p.can_propose_amendment(who, PLAN, BOARD),
            lambda who: p.check_can_propose_amendment(who, PLAN, *board),
        ),
        "record": (lambda who: p.can_record(who, BOARD), lambda who: p.check_can_record(who, *board)),
        "ask_update": (
            lambda who: p.can_ask_update(who, BOARD),
            lambda who: p.check_can_ask_update(who, ACTION, *board),
        ),
        "ask_group": (
            lambda who: p.can_ask_group(who, *lead),
            lambda who: p.check_can_ask_group(who, *lead),
        ),
        "take_blocker": (
            lambda who: p.can_take_blocker(who, BOARD),
            lambda who: p.check_can_take_blocker(who, ACTION, *board),
        ),
        "ask_views": (
            lambda who: p.can_ask_views(who, BOARD),
            lambda who: p.check_can_ask_views(who, *board),
        ),
        "give_view": (
            lambda who: p.can_give_view(who, _as_what(who)),
            lambda who: p.check_can_give_view(who, _as_what(who), LEAD, BOARD),
        ),
        "share": (lambda who: p.can_share(who, BOARD), lambda who: p.check_can_share(who, *board)),
        "make_paper": (
            lambda who: p.can_make_paper(who, BOARD),
            lambda who: p.check_can_make_paper(who, *board),
        ),
        "export": (
            lambda who: p.can_export(who, PLAN, BOARD),
            lambda who: p.check_can_export(who, PLAN, BOARD),
        ),
        "run": (lambda who: p.can_run(who, BOARD), lambda who: p.check_can_run(who, *board)),
        "arrange_cover": (
            lambda who: p.can_arrange_cover(who, SOMEBODY, everywhere),
            lambda who: p.check_can_arrange_cover(who, SOMEBODY, everywhere, PERSON_OF),
        ),
        "erase": (
            lambda who: p.can_erase(who, SOMEBODY, everywhere),
            lambda who: p.check_can_erase(who, SOMEBODY, everywhere, PERSON_OF),
        ),
        "confirm_closing": (
            lambda who: p.can_confirm_closing(who, PLAN, BOARD, CLOSING),
            lambda who: p.check_can_confirm_closing(who, PLAN, BOARD, CLOSING, PERSON_OF),
        ),
        "confirm_erasure": (
            lambda who: p.can_confirm_erasure(who, SOMEBODY, PersonId(50), everywhere),
            lambda who: p.check_can_confirm_erasure(who, SOMEBODY, PersonId(50), everywhere, PERSON_OF),
        ),
    }


TWINS = _twins()


def _rows() -> dict[str, tuple[list[str], list[str]]]:
    rows = {}
    for line in TABLE.strip().splitlines()[1:]:
        mine, guests = line.split("|")
        act, *cells = mine.split()
        rows[act] = (cells, ["-", *guests.split()])
    return rows


ROWS = _rows()

STANDINGS: dict[str, Callable[[Person], Person]] = {
    "active": lambda who: who,
    "left": lambda who: replace(who, is_active=False),
    "guest": lambda who: replace(who, account_kind=AccountKind.GUEST),
    "external": lambda who: replace(who, account_kind=AccountKind.EXTERNAL),
}
"""Who is on leave stands as they did: what they still say counts, and their deputy may say it too."""


def _expected(act: str, part: str, standing: str) -> bool:
    cells = ROWS[act][1 if standing in ("guest", "external") else 0]
    return standing != "left" and cells[list(PARTS).index(part)] == "yes"


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("act", ROWS)
def test_every_part_in_every_act_at_every_standing(act: str, part: str, standing: str) -> None:
    can, check = TWINS[act]
    who = STANDINGS[standing](PARTS[part])
    may = _expected(act, part, standing)
    assert can(who) is may
    if may:
        check(who)
    else:
        with pytest.raises(NotAllowed):
            check(who)


def test_somebody_of_none_of_these_parts_may_do_nothing() -> None:
    for act, (can, check) in TWINS.items():
        assert not can(SOMEBODY) or act == "arrange_cover"
        if act != "arrange_cover":
            with pytest.raises(NotAllowed):
                check(SOMEBODY)


def test_every_can_has_its_check_and_its_row() -> None:
    found = {name for name, _ in inspect.getmembers(permissions, inspect.isfunction)}
    acts = {name.removeprefix("can_") for name in found if name.startswith("can_")}
    assert {name.removeprefix("check_can_") for name in found if name.startswith("check_")} == acts
    assert set(ROWS) == set(TWINS) == acts


def test_the_matrix_has_every_right_for_every_role_in_every_state() -> None:
    assert set(MATRIX) == set(WHEN) == set(Right)
    assert all(set(row) == set(Role) == set(COLUMNS) for row in MATRIX.values())
    assert {right for right, row in MATRIX.items() if row[Role.ADMINISTRATOR] is Extent.YES} == {
        Right.SEE,
        Right.MAKE_PAPER,
        Right.EXPORT,
        Right.RUN,
    }


@pytest.mark.parametrize(
    ("state", "reads", "changes", "runs"),
    [
        (PlanState.DRAFT, False, False, True),
        (PlanState.LIVE, True, True, True),
        (PlanState.CLOSED, True, False, True),
        (PlanState.ARCHIVED, True, False, True),
    ],
)
def test_a_draft_is_its_officers_and_an_ended_plan_is_only_read(
    state: PlanState, reads: bool, changes: bool, runs: bool
) -> None:
    of_it = replace(PLAN, state=state)
    reading = {Right.SEE, Right.EXPORT, Right.MAKE_PAPER, Right.SHARE}
    always = {Right.RUN, Right.ARRANGE_COVER, Right.ERASE}
    for right in Right:
        expected = reads if right in reading else runs if right in always else changes
        assert stands(right, of_it) is expected, right


def test_every_right_has_a_sentence_that_refuses_it() -> None:
    assert {right.value for right in Right} <= set(refusals._NOT_ALLOWED)
