"""What a lead says is read in the sense, and by the calendar, of the plan it is said of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conventions import PlanConventions
from bot.language.reading import Progress
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.services.arrangements.conventions import set_conventions
from bot.services.context.view import context_of, view_of
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.timescale import Timescale
from tests.bot.importing.tables import plan_of
from tests.bot.larkmere import DRAFT
from tests.bot.services.dialogue import Office


def convene(office: Office, own: PlanConventions) -> None:
    """The plan is given these conventions."""
    with office.record.open_work(office.workspace.id) as work:
        set_conventions(work, office.plan, own, None)


def test_a_local_word_answers_a_prompt(asked: Office) -> None:
    convene(asked, PlanConventions().with_word("Mainstreamed – monitoring", Progress.COMPLETE))
    assert asked.answer("S Okoro", "4.1 mainstreamed, monitoring").startswith("Saved for 14 Oct. 4.1")
    assert asked.action("4.1").status is ActionStatus.CLAIMED_DONE


def test_without_it_the_same_words_are_a_note(asked: Office) -> None:
    asked.say("S Okoro", "4.1 mainstreamed, monitoring")
    assert asked.action("4.1").status is ActionStatus.IN_PROGRESS


def test_green_is_complete_where_the_board_says_so(asked: Office) -> None:
    convene(asked, PlanConventions(scale_complete=frozenset({"green", "blue"})))
    asked.say("S Okoro", "4.1 green")
    assert (asked.action("4.1").status, asked.action("4.1").rag) == (ActionStatus.CLAIMED_DONE, Rag.GREEN)


def forecast(office: Office, ref: str) -> Timescale:
    found = office.action(ref).forecast_due
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2.7a slips to the next board, waiting for IT", date(2026, 10, 14)),
        ("2.7a will be finished before the November board, waiting for IT", date(2026, 11, 18)),
        ("2.7a will be finished before the November partnership board, waiting for IT", date(2026, 11, 18)),
    ],
)
def test_the_boards_own_meetings_are_dates(asked: Office, said: str, when: date) -> None:
    asked.say("S Okoro", said)
    assert forecast(asked, "2.7a").end == when


def test_quarters_are_those_of_the_plan(asked: Office) -> None:
    convene(asked, PlanConventions(quarters_by_calendar=True))
    asked.say("S Okoro", "2.7a slips to the end of Q1, waiting for IT")
    assert forecast(asked, "2.7a").end == date(2027, 3, 31)


def test_what_the_import_learnt_is_heard_from_then_on(office: Office) -> None:
    draft = plan_of(
        ["Ref", "Action", "Lead", "Timescale", "Status"],
        ["8.1", "Crisis line", "L Pashley", "Dec 2026", "Significant progress"],
        ["8.2", "Peer support", "L Pashley", "Dec 2026", "Not started"],
        ["8.3", "Night shelter", "L Pashley", "Dec 2026", "Delivered – monitoring"],
        ["8.4", "Day centre", "L Pashley", "Dec 2026", "Delivered – monitoring"],
        ["8.5", "Helpline", "L Pashley", "Dec 2026", "Transcendent"],
    )
    with office.record.open_work(office.workspace.id) as work:
        plan = bring_in.bring_in(work, draft, partnership_name="Dunvale plan")
        people.link(work, work.people.named("L Pashley")[0].id, "U5")
        go_live.go_live(work, plan.id, None)
    assert plan.conventions.status_words == (
        ("Significant progress", Progress.ON_TRACK),
        ("Delivered – monitoring", Progress.COMPLETE),
    )
    office.say("U5", "8.2 significant progress; 8.1 Delivered – monitoring")
    office.say("U5", "yes")
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        heard = work.plans.get(plan.id)
    assert [action.status for action in heard.actions[:2]] == [
        ActionStatus.CLAIMED_DONE,
        ActionStatus.IN_PROGRESS,
    ]


def test_a_plans_learnt_words_reach_the_reader(asked: Office) -> None:
    learnt = replace(
        DRAFT,
        title="Dunvale plan",
        actions=tuple(replace(action, ref=f"9{action.ref}") for action in DRAFT.actions),
        status_words=(("Significant progress", Progress.ON_TRACK),),
    )
    with asked.record.open_work(asked.workspace.id) as work:
        plan = bring_in.bring_in(work, learnt, partnership_name="Dunvale plan", nation="scotland")
        go_live.go_live(work, plan.id, None)
        work.partnerships.set_up(
            plan.partnership_id,
            channel="C2",
            rhythm=asked.partnership.rhythm,
            chairs=[],
            officers=[],
        )
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        okoro = work.people.by_identity("U1")
        assert okoro is not None
        both = context_of(work, view_of(work, okoro, "C1"), okoro, ())
        asked_there = context_of(work, view_of(work, okoro, "C1"), okoro, ("94.1", "95.3"))
        other = context_of(work, view_of(work, okoro, "C2"), okoro, ())
    assert [plan.name for plan in both.plans] == ["Larkmere plan", "Dunvale plan"]
    assert (both.conventions.status_words, both.conventions.nation) == ((), "england")
    assert ("significant progress", Progress.ON_TRACK) in other.conventions.status_words
    assert other.conventions.nation == "scotland"
    assert asked_there.conventions == other.conventions


def test_saying_the_same_again_leaves_no_trace(office: Office) -> None:
    def head() -> str:
        with office.record.open_work(office.workspace.id, read_only=True) as work:
            return work.audit.head(office.partnership.id)

    own = PlanConventions(fiscal_start_month=9)
    before = head()
    convene(office, own)
    after = head()
    convene(office, own)
    assert before != after == head()
