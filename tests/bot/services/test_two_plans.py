"""Somebody who leads in two plans, and what is in view of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.language.reading import Outcome, Question, ReadUpdate
from bot.partnership import Cadence, Nation, Person
from bot.plan import ActionPlan
from bot.services.arrangements import set_up
from bot.services.context.view import context_of, resolved, view_of
from bot.services.persons.losses import officers_concerned
from bot.services.plans import bring_in, go_live
from bot.services.standing import status
from tests.bot.larkmere import DRAFT
from tests.bot.services.dialogue import Office, text_of

NATION: Nation = "scotland"


@pytest.fixture
def two(office: Office) -> Office:
    """The office with a second partnership, whose plan has some of the same leads and numbers."""
    actions = tuple(action for action in DRAFT.actions if "K Bramley" not in action.leads)
    with office.record.open_work(office.workspace.id) as work:
        plan = bring_in.bring_in(
            work,
            replace(DRAFT, title="Dunvale plan", actions=actions),
            partnership_name="Dunvale plan",
            nation=NATION,
        )
        found = work.partnerships.get(plan.partnership_id)
        set_up.set_up(
            work,
            found.id,
            actor=None,
            channel="C2",
            rhythm=replace(found.rhythm, cadence=Cadence.MONTHLY),
            chairs=(),
            officers=(),
        )
        go_live.go_live(work, plan.id, None)
    office.deliver()
    return office


def person(office: Office, account: str) -> Person:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        found = work.people.by_identity(account)
    assert found is not None
    return found


def plans(office: Office) -> list[ActionPlan]:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        return [plan for plan, _ in view_of(work, person(office, "U1")).plans]


def test_a_number_of_two_plans_has_to_be_asked_about(two: Office) -> None:
    post = two.say("S Okoro", "2.7a amber, two nurses short")[0]
    assert "(Larkmere plan)] [" in post.text
    assert "(Dunvale plan)]" in post.text


def test_the_plan_that_was_asked_about_is_meant(two: Office) -> None:
    two.at(date(2026, 9, 21), time(10, 0))
    assert two.answer("S Okoro", "2.7a amber, two nurses short").startswith("Saved for 14 Oct. 2.7a")
    assert two.action("2.7a").narrative == "2.7a amber, two nurses short"


def test_the_channels_plan_is_meant_in_its_channel(two: Office) -> None:
    with two.record.open_work(two.workspace.id, read_only=True) as work:
        lead = person(two, "U1")
        here = view_of(work, lead, "C2").plans[0][0]
        assert here.title == "Dunvale plan"
        context = context_of(work, view_of(work, lead, "C2"), lead, ("2.7a",))
    assert context.conventions.nation == "scotland"
    assert [plan.name for plan in context.plans] == ["Dunvale plan", "Larkmere plan"]


def test_a_plan_named_settles_it(two: Office) -> None:
    with two.record.open_work(two.workspace.id, read_only=True) as work:
        lead = person(two, "U1")
        view = view_of(work, lead)
        named = ReadUpdate(Outcome.UNDERSTOOD, "2.7a", plan="Dunvale plan")
        action, candidates = resolved(view, lead, named, frozenset())
        assert action is not None
        assert (work.plans.holding(action.id).title, candidates) == ("Dunvale plan", ())
        unknown = ReadUpdate(Outcome.UNDERSTOOD, "2.7b", plan="Dunvale plan")
        assert resolved(view, lead, unknown, frozenset())[0] is not None
        asked = ReadUpdate(Outcome.AMBIGUOUS, None, questions=(Question("action", ("2.7b", "4.1")),))
        assert len(resolved(view, lead, asked, frozenset())[1]) == 3


def test_status_shows_each_partnership_that_has_something(two: Office) -> None:
    text = two.answer("S Okoro", "status")
    assert "Larkmere plan · Mon 14 Sept" in text
    assert "Dunvale plan · Mon 14 Sept" in text
    assert two.answer("S Okoro", "status bramley").count("Led by") == 1


def test_somebody_of_one_partnership_sees_nothing_of_the_other(two: Office) -> None:
    with two.record.open_work(two.workspace.id, read_only=True) as work:
        seen = text_of(status.status(work, person(two, "U8"), "all", channel="C1"))
        in_its_channel = text_of(status.status(work, person(two, "U8"), "all", channel="C2"))
    assert seen.startswith("All actions (7)")
    assert "All actions (7)" in in_its_channel, "who is in a channel reads there what is spoken of in it"
    assert in_its_channel != seen


def test_leads_of_a_monthly_plan_are_asked_by_the_month(two: Office) -> None:
    two.at(date(2026, 9, 23), time(10, 0))
    prompts = {post.card.summary for post in two.posts_to("S Okoro") if "update by" in post.card.summary}
    assert prompts == {
        "2 Larkmere plan actions: update by noon Tue 29 Sept (board 14 Oct)",
        "2 Dunvale plan actions: update by noon Wed 30 Sept (for 30 Sept)",
    }


def test_a_loss_is_told_to_those_it_can_concern(two: Office) -> None:
    with two.record.open_work(two.workspace.id, read_only=True) as work:
        assert officers_concerned(work, "U2") == {"U9"}, "a lead of the one partnership"
        assert officers_concerned(work, "C1") == {"U9"}
        assert officers_concerned(work, "C2") == set(), "a channel whose partnership has no officer"
        assert officers_concerned(work, "U77") == set(), "a stranger, who might belong to either"
