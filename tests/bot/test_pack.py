"""The facts of a meeting: each action in one place, compared with what the board last saw."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.asks import AskKind
from bot.assessment import assess
from bot.minuted import Place, place_of
from bot.pack import Pack, PlanInPack
from bot.pack_lines import PackLine, Seen, Unconfirmed, seen_of
from bot.pack_narrowed import only_open
from bot.papers.pictures import slip_chart
from bot.phrases import packs as say
from bot.phrases import public_summary
from bot.phrases.packs_on_a_phone import for_chair
from bot.phrases.phone import MOST_LINES, WIDTH, fitted, refs_after
from bot.plan import Action, ActionId, ActionStatus, Classification, PlanId
from bot.rag import Rag, Standing
from bot.views import ToldView
from tests.bot.larkmere import OCTOBER_BOARD, action, month, plan
from tests.bot.services.dialogue import text_of

ON = date(2026, 10, 2)
AS_AT = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)


def numbered(number: int, **fields: object) -> Action:
    return action(id=ActionId(number), ref=f"{number}.1", **fields)


LATE = numbered(1)
VERY_LATE = numbered(2, baseline_due=month(2026, 6), approved_due=month(2026, 6))
FORECAST = numbered(3, approved_due=month(2026, 12), forecast_due=month(2027, 1), rag=Rag.AMBER)
EXTENDED = numbered(4, approved_due=month(2026, 12))
ON_TIME = numbered(5, baseline_due=month(2026, 12), approved_due=month(2026, 12))
SILENT = numbered(6, baseline_due=month(2026, 12), approved_due=month(2026, 12), rag=None)
DONE = numbered(7, status=ActionStatus.COMPLETE)
ALL = (LATE, VERY_LATE, FORECAST, EXTENDED, ON_TIME, SILENT, DONE)


def pack(*actions: Action, was: dict[int, Seen] | None = None, **fields: object) -> Pack:
    found = Pack(
        name="Larkmere plan",
        meeting=replace(OCTOBER_BOARD, body="Board"),
        as_at=AS_AT,
        on=ON,
        since=date(2026, 9, 14),
        plans=(PlanInPack(PlanId(1), "Larkmere plan"),),
        lines=tuple(
            PackLine(one, (was or {}).get(one.action.id)) for one in assess(plan(*actions), ON, None)
        ),
        number="2026-10",
    )
    return replace(found, **fields)  # type: ignore[arg-type]


def test_every_action_has_one_place_by_its_dates_first() -> None:
    places = [place_of(one) for one in assess(plan(*ALL), ON, None)]
    assert places == [
        Place.UP_TO_A_MONTH,
        Place.OVER_A_MONTH,
        Place.FORECAST_LATE,
        Place.EXTENDED,
        Place.ON_TARGET,
        Place.NOT_REPORTED,
        Place.ON_TARGET,
    ]


def test_the_minuted_sentence_counts_everything_once() -> None:
    assert say.minuted(pack(*ALL).assessed) == (
        "Of 7 actions, 2 (29%) are complete or on target, 1 (15%) is within a date the board extended, "
        "1 (14%) is forecast late, 1 (14%) is up to one month late, 1 (14%) is more than one month late "
        "and 1 (14%) has not been reported."
    )
    assert say.minuted(()) == "There are no actions."


def test_every_place_has_its_words() -> None:
    assert set(say.PLACES) == set(Place)


GREEN_THEN = Seen(Standing.GREEN, is_late=False, is_forecast_late=False)
AMBER_THEN = Seen(Standing.AMBER, is_late=False, is_forecast_late=False)


def test_the_header_says_what_changed_since_the_board_met() -> None:
    worse = replace(FORECAST, rag=Rag.AMBER)
    better = replace(ON_TIME, rag=Rag.GREEN)
    gone = numbered(8, status=ActionStatus.WITHDRAWN, status_reason="merged with 5.2")
    nobody = replace(EXTENDED, leads=())
    made = pack(
        LATE,
        worse,
        better,
        nobody,
        DONE,
        was={1: GREEN_THEN, 3: GREEN_THEN, 4: GREEN_THEN, 5: AMBER_THEN, 7: GREEN_THEN},
        withdrawn=(gone,),
        unconfirmed=(Unconfirmed(LATE.id, "S Okoro", "opened on the 18th", ON),),
    )
    assert text_of(say.header(made, "Europe/London")).splitlines() == [
        "Board, Wed 14 Oct: changes since it met on 14 Sept. Pack 2026-10, as at Fri 2 Oct 17:00",
        "For decision (1): a lead for 4.1",
        (
            "Of 5 actions, 2 (40%) are complete or on target, 1 (20%) is within a date the board extended, "
            "1 (20%) is forecast late and 1 (20%) is up to one month late."
        ),
        'Completed 1 · Newly late 1 · Newly forecast late 1 · Withdrawn 1 (8.1, "merged with 5.2")',
        (
            "Better 2, such as 5.1 🟢 Green (was Amber) · Worse 1, such as 3.1 🔶 Amber (was Green) · "
            "Colour and dates disagree 1"
        ),
        'Said, not confirmed 1 · Later news: "status since papers"',
    ]
    parts = [text_of(card) for card in say.detail(made)]
    assert any('S Okoro said "opened on the 18th"; not confirmed' in part for part in parts)
    assert parts[-1].endswith(f"Part {len(parts)} of {len(parts)}")


def test_a_first_pack_compares_with_nothing() -> None:
    made = pack(LATE, since=None)
    assert (made.newly_late, made.completed) == ((), ())
    assert "how things stand" in say.title_of(made, "Europe/London")


def test_the_asks_come_with_what_they_are_about() -> None:
    claimed = numbered(9, status=ActionStatus.CLAIMED_DONE)
    made = pack(replace(LATE, leads=()), claimed)
    assert [(one.kind, one.about, one.actions) for one in made.asks] == [
        (AskKind.DECIDE, "a lead", (LATE.id,)),
        (AskKind.AGREE, "reported done", (claimed.id,)),
        (AskKind.NOTE, "late", (LATE.id,)),
    ]


def test_an_open_channel_sees_nothing_of_a_restricted_plan_not_even_in_a_count() -> None:
    secret = numbered(10, plan_id=PlanId(2))
    plans = (
        PlanInPack(PlanId(1), "Larkmere plan"),
        PlanInPack(PlanId(2), "Other plan", Classification.RESTRICTED),
    )
    views = tuple(
        ToldView(one.plan_id, one.id, "", "carers", "J Kelly", "too slow", is_said=True)
        for one in (LATE, secret)
    )
    made = replace(pack(LATE, secret, plans=plans), views=views)
    assert made.classification is Classification.RESTRICTED
    shown = only_open(made)
    assert shown.classification is Classification.UNRESTRICTED
    assert [line.action.ref for line in shown.lines] == ["1.1"]
    assert [one.action_id for one in shown.views] == [LATE.id]
    assert say.minuted(shown.assessed).startswith("Of 1 action,")


def test_the_public_reads_no_name_and_no_words_of_anybody() -> None:
    blocked = replace(FORECAST, blocker="S Okoro is waiting for IT to open the mailbox")
    rooms = numbered(11, rag=Rag.RED, blocker="no room on Tuesdays")
    made = pack(blocked, rooms, ON_TIME, DONE, SILENT)
    said = public_summary.public(made)
    assert said == (
        "1 of our 5 actions is finished and 1 is going to plan. 1 is at risk and 1 is off track: "
        "the main causes are computer access and rooms. We have heard nothing yet on 1."
    )
    assert "Okoro" not in said
    view = ToldView(blocked.plan_id, blocked.id, "", "carers", "J Kelly", "too slow", is_said=True)
    told = (
        view,
        replace(view, constituency="the Forum"),
        replace(view, constituency="tenants", is_said=False),
    )
    heard = public_summary.public(replace(made, views=told))
    assert heard == f"{said} Carers and the Forum told the board what they think."


def test_to_when_the_plan_runs_is_named_to_the_board_and_the_public() -> None:
    plans = (PlanInPack(PlanId(1), "Larkmere plan", ends_on=date(2027, 3, 31)),)
    made = pack(DONE, ON_TIME, plans=plans)
    assert public_summary.public(made).endswith(" The plan runs to March 2027.")
    lines = tuple(replace(line, now=replace(line.now, is_after_end=True)) for line in made.lines[1:])
    assert say.plans_end(replace(made, lines=lines)) == (
        "The plan runs to March 2027; 1 of its open actions is agreed for after that."
    )
    other = PlanInPack(PlanId(2), "Carers plan", ends_on=date(2026, 8, 15))
    assert say.plans_end(pack(DONE, plans=(*plans, other))) == (
        '"Larkmere plan" runs to March 2027 and "Carers plan" ran to 15 Aug 2026.'
    )
    assert say.plans_end(pack(DONE)) == ""


RED = numbered(12, rag=Rag.RED, baseline_due=month(2026, 12), approved_due=month(2026, 12), blocker="no room")
NOBODYS = replace(numbered(13, baseline_due=None, approved_due=None), leads=())
CHOSEN = st.lists(st.sampled_from((*ALL, RED, NOBODYS)), min_size=1, unique_by=lambda one: one.id)
THEN = st.dictionaries(st.integers(1, 13), st.sampled_from((GREEN_THEN, AMBER_THEN)))


def counted_in(text: str, label: str) -> int:
    """The whole count that stands after a label; nothing is said of none."""
    found = re.search(rf"{re.escape(label)} \(?(\d+)", text)
    return int(found[1]) if found else 0


@given(CHOSEN, THEN)
def test_the_board_its_chair_and_the_public_are_told_the_same_facts(
    chosen: list[Action], was: dict[int, Seen]
) -> None:
    made = pack(*chosen, was=was)
    board = "\n".join(text_of(card) for card in say.cards(made, "Europe/London"))
    chair, public = text_of(for_chair(made)), public_summary.public(made)
    for label in ("Completed", "Newly late", "Worse", "Better", "Help wanted"):
        assert counted_in(chair, label) == counted_in(board, label)
    assert counted_in(chair, "\nLate") == counted_in(board, "Late: past the date the board agreed")
    assert counted_in(chair, "forecast late") == counted_in(
        board, "Forecast late: expected after the agreed date"
    )
    for line in (one for one in chair.splitlines() if one.startswith(("Decide", "Completed", "Newly"))):
        assert all(ref in board for ref in re.findall(r"\d+\.1", line))
    total, *numbers = _told(public)
    assert total == len(chosen) == sum(numbers)
    assert f"Of {total} action" in board
    assert "Okoro" not in public
    assert '"' not in public


def _told(public: str) -> list[int]:
    """The whole, then each part of it, as the public reads them."""
    done, total, *parts = map(int, re.findall(r"\d+", public))
    return [total, done, *parts]


def test_what_was_seen_is_kept_by_action() -> None:
    assert seen_of(assess(plan(LATE), ON, None)) == {
        LATE.id: Seen(Standing.GREEN, is_late=True, is_forecast_late=False)
    }


ANY_REFS = st.lists(st.text(min_size=1, max_size=60).filter(str.strip), max_size=40)


@given(ANY_REFS)
def test_a_chairs_rendering_is_never_wider_or_longer_than_a_phone(refs: list[str]) -> None:
    actions = [replace(LATE, id=ActionId(at), ref=ref, leads=()) for at, ref in enumerate(refs, start=1)]
    made = pack(*actions, number="2026-10-99")
    made = replace(made, meeting=replace(made.meeting, body="The Joint Commissioning Executive " * 3))
    heading, rest, _ = for_chair(made).pieces
    lines = [heading.text, *rest.text.split("\n")]  # type: ignore[union-attr]  # its shape is fixed
    assert len(lines) <= MOST_LINES
    assert all(len(line) <= WIDTH for line in lines)


@given(ANY_REFS)
def test_a_line_of_references_keeps_its_whole_count(refs: list[str]) -> None:
    line = refs_after("Decide", refs)
    assert len(line) <= WIDTH
    assert line.startswith(f"Decide {len(refs)}: ") if refs else line == ""


@given(st.text(max_size=120))
def test_a_fitted_line_is_one_line(text: str) -> None:
    assert len(fitted(text)) <= WIDTH
    assert len(fitted(text).splitlines()) <= 1


def test_work_agreed_for_after_the_plans_end_is_named_as_that_and_not_among_what_slipped() -> None:
    ends = replace(plan(*ALL), ends_on=date(2026, 11, 30))
    lines = tuple(PackLine(one) for one in assess(ends, ON, None))
    found = pack(lines=lines)
    assert [line.action.ref for line in found.after_end] == ["3.1", "4.1", "5.1", "6.1"]
    assert "After the plan's end 4" in text_of(say.header(found, "Europe/London"))
    assert "Agreed for after the plan's end (4)" in "".join(text_of(card) for card in say.detail(found))
    shown = slip_chart(found)
    assert shown is not None
    assert "4.1" not in str(shown)
    assert "4.1" in str(slip_chart(pack(*ALL)))
    assert not pack(*ALL).after_end
