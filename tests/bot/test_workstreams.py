"""Workstreams as values and in words: what is meant, what may be spoken of where, and what is an order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.capturing import agreed_in
from bot.orders import OrderKind, order_in
from bot.partnership import Partnership, PartnershipId
from bot.plan import ActionStatus, Classification, Theme
from bot.services.standing.status import words_of
from bot.status_filter import Filter, Shown, filter_of
from bot.workstreams import Workstream, WorkstreamId, meant, names_in, posts_digest, spoken_of
from tests.bot.larkmere import action, plan

USERS = "Service User and Carer involvement"
PLAN = replace(
    plan(
        action(workstream="Finance"),
        action(ref="2.7b", workstream="finance"),
        action(ref="2.8", workstream=USERS),
        action(ref="2.9", workstream="Finance", status=ActionStatus.WITHDRAWN),
        action(ref="4.1"),
    ),
    themes=(Theme("2.0", "Leaving hospital"), Theme("4.0", "IMT")),
)
FINANCE = Workstream(WorkstreamId(1), PartnershipId(1), "Finance", channel="C7")


def test_one_name_is_one_workstream_however_it_is_written_and_the_withdrawn_do_not_count() -> None:
    assert names_in([PLAN]) == {"Finance": 2, USERS: 1}


@pytest.mark.parametrize(
    ("words", "name"),
    [("FINANCE", "Finance"), ("carer", USERS), ("Service  user and carer Involvement", USERS), ("", None)],
)
def test_a_workstream_is_meant_by_its_name_or_by_words_that_only_it_has(words: str, name: str | None) -> None:
    assert meant(words, names_in([PLAN])) == name
    assert meant("and", ("Users and carers", "Estates and Facilities")) is None


def test_its_channel_hears_its_own_actions_and_of_a_restricted_plan_nothing_unless_it_is_restricted() -> None:
    secret = replace(PLAN, classification=Classification.RESTRICTED)
    (told,) = spoken_of([PLAN, secret], FINANCE)
    assert (told.is_restricted, [one.ref for one in told.actions]) == (False, ["2.7a", "2.7b", "2.9"])
    assert len(spoken_of([PLAN, secret], replace(FINANCE, channel_is_restricted=True))) == 2
    assert spoken_of([PLAN], replace(FINANCE, name="Estates")) == ()


def test_a_channel_that_is_the_partnerships_has_its_digest_already() -> None:
    larkmere = Partnership(PartnershipId(1), "Larkmere", "C1")
    assert posts_digest(FINANCE, larkmere)
    assert posts_digest(FINANCE, replace(larkmere, channel=None))
    assert not posts_digest(replace(FINANCE, channel="C1"), larkmere)
    assert not posts_digest(replace(FINANCE, channel=None), larkmere)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("finance", Filter(Shown.WORKSTREAM, "Finance")),
        ("workstream Finance", Filter(Shown.WORKSTREAM, "Finance")),
        ("sub-group carer", Filter(Shown.WORKSTREAM, USERS)),
        ("carer", Filter(Shown.WORKSTREAM, USERS)),
        ("IMT", Filter(Shown.THEME, "4.0")),
        ("workstream IMT", Filter(Shown.THEME, "4.0")),  # where the plan's workstreams are its themes
        ("workstream estates", None),
    ],
)
def test_a_status_names_a_workstream(words: str, expected: Filter | None) -> None:
    assert filter_of(words, [PLAN]) == expected


def test_a_theme_of_the_same_name_goes_before_unless_the_workstream_is_said() -> None:
    both = replace(PLAN, themes=(Theme("2.0", "Finance"),))
    assert filter_of("Finance", [both]) == Filter(Shown.THEME, "2.0")
    of_strand = filter_of("workstream Finance", [both])
    assert of_strand == Filter(Shown.WORKSTREAM, "Finance")
    assert filter_of(words_of(of_strand), [both]) == of_strand  # as a button carries it


@pytest.mark.parametrize(
    ("text", "kind", "name", "words"),
    [
        ("workstream Finance: 1.4, 2.3 and 3.1", OrderKind.WORKSTREAM, "Finance", "1.4, 2.3 and 3.1"),
        (
            "Workstream Estates and Facilities: theme 2",
            OrderKind.WORKSTREAM,
            "Estates and Facilities",
            "theme 2",
        ),
        ("1.4 belongs to Finance.", OrderKind.WORKSTREAM, "Finance", "1.4"),
        ("1.4 and R11 belong to the IMT sub-group", OrderKind.WORKSTREAM, "IMT", "1.4 and R11"),
        ("put BOD 60/17(h) in workstream IMT", OrderKind.WORKSTREAM, "IMT", "BOD 60/17(h)"),
        ("1.4 belongs to no workstream", OrderKind.WORKSTREAM, "no", "1.4"),
        ("Finance's channel is #finance", OrderKind.WORKSTREAM_CHANNEL, "Finance", "#finance"),
        ("workstream IMT channel: C0123456789", OrderKind.WORKSTREAM_CHANNEL, "IMT", "C0123456789"),
        ("set the channel for IMT to none", OrderKind.WORKSTREAM_CHANNEL, "IMT", "none"),
        ("Finance has no channel", OrderKind.WORKSTREAM_CHANNEL, "Finance", "no"),
        ("Finance's channel is restricted", OrderKind.WORKSTREAM_MARKING, "Finance", "restricted"),
        ("Finance is run by the LIT subgroup", OrderKind.WORKSTREAM_GROUP, "Finance", "the LIT subgroup"),
        ("show our sub-groups", OrderKind.WORKSTREAMS, "", ""),
    ],
)
def test_what_is_said_of_workstreams(text: str, kind: OrderKind, name: str, words: str) -> None:
    order = order_in(text)
    assert order is not None
    assert (order.kind, order.other, order.words) == (kind, name, words)


@pytest.mark.parametrize(
    "text",
    [
        "move 2.7 to theme 4",
        "2.7 is in progress",
        "2.7 belongs to the trust, which slips to March",
        "the finance workstream met on 3 Nov",
        "Finance is led by T Vance",
    ],
)
def test_what_is_not(text: str) -> None:
    order = order_in(text)
    assert order is None or not order.kind.startswith("workstream")


def test_a_new_action_can_say_its_workstream() -> None:
    agreed = agreed_in("Map beds, lead S Okoro, theme 4, workstream Estates, outcome known beds")
    assert (agreed.words, agreed.theme, agreed.workstream) == ("Map beds", "4", "Estates")
