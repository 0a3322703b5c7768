"""An amendment as the revisions it brings about, its undoing, and how a digest tells of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.amending import Amendment, AmendmentKind, Part, lead_words, roles_of, still_holds
from bot.changes import Stored
from bot.digest import Reshaped
from bot.errors import ActionChanged
from bot.fields import FIELDS, with_field
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, Lead, LeadRole, Theme
from bot.versions.amended import reversal, taking_of
from bot.versions.reshaped import new_actions, reshaped, reworded
from bot.versions.taking import ChangeKind, Revision, Taking
from bot.waiting import waiting_of
from tests.bot.larkmere import BRAMLEY, OKORO, action, month, plan

LETTERS = action(approved_due=month(2026, 12), forecast_due=month(2027, 1))
POLICY = action(id=ActionId(2), ref="4.1", theme_ref="4.0", leads=(BRAMLEY,))
WAITS = action(id=ActionId(3), ref="5.3", waiting_for=waiting_of("action 2.7a"))
PLAN = plan(LETTERS, POLICY, WAITS)
HEADED = replace(PLAN, themes=(Theme("2.0", "Letters"), Theme("4.0", "People")))


def amend(kind: AmendmentKind, **said: object) -> Amendment:
    return replace(Amendment(kind, LETTERS.id, LETTERS.ref), **said)  # type: ignore[arg-type]


def written(here: ActionPlan, taking: Taking) -> ActionPlan:
    """The plan as the record would then have it; leads aside."""
    actions = {one.id: one for one in here.actions}
    for one in taking.revisions:
        if one.field in FIELDS:
            actions[one.action_id] = with_field(actions[one.action_id], one.field, one.now)
        elif one.field != "leads":
            actions[one.action_id] = replace(actions[one.action_id], **{one.field: one.now})
    return replace(here, actions=tuple(actions.values()))


def of(taking: Taking, which: Action) -> dict[str, Stored]:
    return {one.field: one.now for one in taking.revisions if one.action_id == which.id}


def test_a_part_takes_the_dates_the_colour_and_the_leads_with_it() -> None:
    parts = (Part("2.7a", "Letters"), Part("2.7c", "Mailbox"))
    taking = taking_of(PLAN, amend(AmendmentKind.SPLIT, parts=parts))
    (new,) = taking.added
    assert (new.first_due, new.latest_due, new.forecast) == (
        LETTERS.baseline_due, LETTERS.approved_due, LETTERS.forecast_due,
    )  # fmt: skip
    assert (new.ref, new.text, new.rag, new.leads, taking.came_from) == (
        "2.7c", "Mailbox", LETTERS.rag, ("S Okoro",), "2.7a",
    )  # fmt: skip
    assert of(taking, LETTERS)["text"] == "Letters"
    assert taking.order[:2] == (LETTERS.id, new)


def test_what_is_merged_is_withdrawn_and_its_leads_support_the_other() -> None:
    taking = taking_of(PLAN, amend(AmendmentKind.MERGE, other="4.1"))
    assert of(taking, LETTERS)["status"] == ActionStatus.WITHDRAWN.value
    assert of(taking, LETTERS)["superseded_by"] == "4.1"
    assert of(taking, POLICY) == {"leads": ["K Bramley", "S Okoro"]}
    assert of(taking, WAITS) == {"waiting_for": "action 4.1"}


def test_whatever_waits_for_an_action_follows_its_new_number() -> None:
    taking = taking_of(PLAN, amend(AmendmentKind.RENUMBER, other="2.8"))
    assert of(taking, LETTERS) == {"ref": "2.8"}
    assert of(taking, WAITS) == {"waiting_for": "action 2.8"}


def test_a_move_to_another_theme_stands_behind_its_last_action() -> None:
    taking = taking_of(PLAN, amend(AmendmentKind.THEME, was="2.0", now="4.0"))
    assert taking.order == (POLICY.id, LETTERS.id, WAITS.id)


def test_the_first_lead_reports_and_a_second_reporting_one_says_so() -> None:
    support = replace(BRAMLEY, role=LeadRole.SUPPORTING)
    third = Lead(OKORO.person_id, "J Tranter", LeadRole.REPORTING)
    words = lead_words((support, OKORO, third))
    assert words == ("S Okoro", "K Bramley", "J Tranter (reporting)")
    assert [role for _, role in roles_of(words)] == [
        LeadRole.REPORTING, LeadRole.SUPPORTING, LeadRole.REPORTING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        amend(AmendmentKind.MERGE, other="4.1"),
        amend(AmendmentKind.RENUMBER, other="2.8"),
        amend(AmendmentKind.WORDS, field="outcome", was=LETTERS.outcome, now="All sent"),
        amend(AmendmentKind.THEME, was="2.0", now="4.0"),
    ],
    ids=lambda said: said.kind.value,
)
def test_undone_the_plan_is_as_it_was(said: Amendment) -> None:
    taking = taking_of(PLAN, said)
    before = [one for one in taking.revisions if one.field != "leads"]
    after = written(PLAN, taking)
    assert after != PLAN
    assert written(after, reversal(after, said, before)).actions == PLAN.actions


def test_what_has_been_written_again_since_is_not_undone() -> None:
    taking = taking_of(PLAN, amend(AmendmentKind.RENUMBER, other="2.8"))
    after = written(PLAN, taking)
    moved_on = replace(after, actions=(replace(after.actions[0], ref="2.9"), *after.actions[1:]))
    with pytest.raises(ActionChanged):
        reversal(moved_on, amend(AmendmentKind.RENUMBER, other="2.8"), taking.revisions)


def test_what_was_added_by_mistake_is_withdrawn_and_gives_its_number_up() -> None:
    added = Revision(POLICY.id, "ref", ChangeKind.ADDED, None, "4.1")
    fresh = plan(LETTERS, replace(POLICY, reported_at=None))
    back = written(fresh, reversal(fresh, amend(AmendmentKind.ADD), [added])).actions[1]
    assert (back.ref, back.status) == ("4.1 (taken back)", ActionStatus.WITHDRAWN)
    with pytest.raises(ActionChanged):
        reversal(PLAN, amend(AmendmentKind.ADD), [added])


def test_a_theme_is_headed_anew_and_as_it_was_unless_it_has_been_since() -> None:
    said = Amendment(AmendmentKind.HEADING, ref="2.0", was=HEADED.themes[0].title, now="Letters and mail")
    after = replace(HEADED, themes=taking_of(HEADED, said).themes or ())
    assert [one.title for one in after.themes] == ["Letters and mail", "People"]
    assert reversal(after, said, ()).themes == HEADED.themes
    assert taking_of(after, said).is_empty
    with pytest.raises(ActionChanged):
        reversal(HEADED, said, ())


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (amend(AmendmentKind.RENUMBER, other="2.8"), {"ref": "2.9"}),
        (amend(AmendmentKind.LEADS, leads_were=("S Okoro",), leads=("K Bramley",)), {"leads": (BRAMLEY,)}),
        (amend(AmendmentKind.WORDS, field="text", was=LETTERS.text, now="x"), {"text": "y"}),
        (amend(AmendmentKind.THEME, was="2.0", now="4.0"), {"theme_ref": "5.0"}),
        (amend(AmendmentKind.MERGE, other="4.1"), {"status": ActionStatus.COMPLETE}),
    ],
    ids=lambda one: one.kind.value if isinstance(one, Amendment) else "",
)
def test_a_draft_holds_only_while_what_it_changes_stands(said: Amendment, now: dict[str, object]) -> None:
    assert still_holds(said, PLAN)
    assert not still_holds(said, plan(action(**now), POLICY))


def test_a_digest_tells_what_is_new_parted_joined_renumbered_and_reworded() -> None:
    revisions = [
        Revision(ActionId(1), "ref", ChangeKind.SPLIT, "2.7", "2.7a"),
        Revision(ActionId(2), "ref", ChangeKind.ADDED, "2.7", "2.7b"),
        Revision(ActionId(3), "ref", ChangeKind.ADDED, None, "4.6"),
        Revision(ActionId(4), "ref", ChangeKind.REVISED, "1.4", "1.5"),
        Revision(ActionId(5), "status", ChangeKind.MERGED, "in_progress", "withdrawn"),
        Revision(ActionId(6), "outcome", ChangeKind.REVISED, "so", "otherwise"),
        Revision(ActionId(7), "text", ChangeKind.CORRECTION, "tpyo", "typo"),
    ]
    gone = {"status": ActionStatus.WITHDRAWN, "superseded_by": "3.2"}
    refs = ("2.7a", "2.7b", "4.6", "1.5", "3.1", "6.1", "7.1")
    found = [action(id=ActionId(number), ref=ref) for number, ref in enumerate(refs, start=1)]
    found[4] = replace(found[4], **gone)  # type: ignore[arg-type]
    here = plan(*found)
    assert reshaped(here, revisions) == (
        Reshaped("2.7", ("2.7a", "2.7b")),
        Reshaped("1.4", ("1.5",)),
        Reshaped("3.1", ("3.2",), is_part=True),
    )
    assert [one.ref for one in new_actions(here, revisions)] == ["4.6"]
    assert [one.ref for one in reworded(here, revisions)] == ["6.1"]


def test_what_was_undone_meanwhile_is_no_news() -> None:
    there_and_back = [
        Revision(ActionId(1), "ref", ChangeKind.REVISED, "2.7a", "2.8"),
        Revision(ActionId(1), "ref", ChangeKind.REVISED, "2.8", "2.7a"),
        Revision(ActionId(1), "outcome", ChangeKind.REVISED, LETTERS.outcome, "x"),
    ]
    assert reshaped(PLAN, there_and_back) == ()
    assert reworded(PLAN, there_and_back) == ()
