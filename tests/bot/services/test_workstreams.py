"""Workstreams: what the board officer says of them, and the weekly digest each has in its own channel."""

from __future__ import annotations

from datetime import date, time, timedelta

from bot.dated import RecordKind
from bot.delivery import DeliveryKind
from bot.partnership import AccountKind
from bot.plan import Classification
from bot.services.arrangements import workstreams
from bot.services.command import command
from bot.services.reports.digest import digest_at
from bot.services.standing import onlookers
from tests.bot.services.dialogue import Office, Post, plan_due, text_of
from tests.storage.statements import statements_sent

MONDAY, NEXT = date(2026, 9, 28), date(2026, 10, 5)
TO_FINANCE = "Finance's channel is C7654321"
FINANCE = "C7654321"


def told(office: Office, who: str, words: str) -> str:
    return text_of(office.say(who, words)[-1].card)


def with_finance(office: Office) -> Office:
    """1.10 and 2.7a belong to Finance, which has a channel; 6.1 to IMT, which has none."""
    told(office, "P Lowell", "workstream Finance: 1.10, 2.7a")
    told(office, "P Lowell", "6.1 belongs to IMT")
    told(office, "P Lowell", TO_FINANCE)
    return office


def digests(office: Office, channel: str, week: str = "2026-W40") -> list[Post]:
    return [
        one
        for one in office.posts
        if one.delivery.owed.kind is DeliveryKind.WEEKLY_DIGEST
        and one.where.channel == channel
        and str(one.delivery.owed.subject["week"]) == week
    ]


def test_an_officer_says_which_actions_belong_to_one_and_can_take_it_back(asked: Office) -> None:
    said = told(asked, "P Lowell", "workstream Finance: 1.10, 2.7a and 6.1")
    assert said.startswith("1.10, 2.7a and 6.1 now belong to the workstream Finance, which has 3 actions.")
    said = told(asked, "P Lowell", "6.1 belongs to IMT")
    assert said.startswith("6.1 now belongs to the workstream IMT, which has 1 action. 6.1 was in Finance.")
    assert said.splitlines()[2] == "IMT is new here, beside Finance."
    assert "Workstream: IMT (was Finance)" in told(asked, "P Lowell", "history 6.1")
    assert "Workstream: Finance" in told(asked, "S Okoro", "status 2.7a")
    assert "undone" in told(asked, "P Lowell", "undo").casefold()
    assert "IMT" not in told(asked, "P Lowell", "workstreams")
    assert asked.action("6.1").workstream == "Finance"
    assert asked.action("6.1").reported_at is None  # nobody has reported anything by it
    assert "already" in told(asked, "P Lowell", "2.7a belongs to finance")
    assert told(asked, "P Lowell", "workstream Leaving: theme 2").startswith("2.7a and 2.7b now belong")
    assert "no workstream" in told(asked, "P Lowell", "2.7b belongs to no workstream")
    assert "lead is now T Vance" in told(asked, "P Lowell", "2.7b belongs to T Vance")
    assert asked.record.verify_audit() == ()


def test_only_the_officer_arranges_and_others_words_are_updates(asked: Office) -> None:
    with_finance(asked)
    for words in ("workstream Finance: 4.1", TO_FINANCE, "Finance is run by the board"):
        assert "P Lowell" in told(asked, "S Okoro", words), words
    assert asked.action("4.1").workstream == ""
    assert "P Lowell" not in told(asked, "S Okoro", "4.1 belongs to the trust now")
    assert "I cannot find" in told(asked, "P Lowell", "Estates's channel is C7654321")
    assert "which channel" in told(asked, "P Lowell", "Finance's channel is #finance")
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        assert [one.channel for one in work.workstreams.of(asked.partnership.id)] == [FINANCE, None]


def test_what_is_set_can_be_heard(asked: Office) -> None:
    assert "no action belongs to a workstream yet" in told(asked, "P Lowell", "workstreams")
    with_finance(asked)
    assert "I know no board or group" in told(asked, "P Lowell", "Finance is run by the Cabinet")
    assert told(asked, "P Lowell", "Finance is run by the board") == "Finance is run by board."
    listed = told(asked, "P Lowell", "workstreams")
    assert "Finance · 2 actions · run by board · digest to #C7654321" in listed
    assert "IMT · 1 action · no channel of its own" in listed
    assert "channel is" not in told(asked, "S Okoro", "workstreams")


def test_each_digest_is_posted_once_and_the_partnerships_stays_whole(asked: Office) -> None:
    with_finance(asked).at(MONDAY, time(9, 5))
    whole, own = digests(asked, "C1")[0], digests(asked, FINANCE)
    assert own[0].text.splitlines()[0] == "Larkmere plan, Finance: what is slipping · Mon 28 Sept 2026"
    assert "2 actions:" in own[0].text
    assert "7 actions:" in whole.text
    assert len(own[0].text.splitlines()) <= 12
    detail = "\n".join(one.text for one in own[1:])
    assert "1.10 Day-service agreement" in detail
    assert "6.1" not in detail
    assert own[0].delivery.owed.period_key != whole.delivery.owed.period_key
    count = len(asked.posts)
    with asked.record.open_work(asked.workspace.id) as work:
        work.owing.set_planned_to("calendar", work.now.replace(day=21))
    asked.tick()  # the same week is planned anew
    assert len(asked.posts) == count
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        kept = work.records.numbered(asked.partnership.id, "2026-W40 Finance")
    assert kept is not None
    assert kept.kind is RecordKind.WORKSTREAM


def test_news_elsewhere_is_no_news_here(asked: Office) -> None:
    asked.at(MONDAY, time(9, 5))
    with_finance(asked).at(NEXT, time(9, 5))
    assert "This is the first digest of this workstream" in digests(asked, FINANCE, "2026-W41")[0].text
    asked.say("K Bramley", "6.1 red, no room to be had")
    asked.at(date(2026, 10, 12), time(9, 5))
    (line,) = digests(asked, FINANCE, "2026-W42")
    assert line.text.startswith("Larkmere plan, Finance, Mon 12 Oct: no change since 5 Oct. Late 2")
    assert len(digests(asked, "C1", "2026-W42")) > 1
    last = asked.press("S Okoro", line.card, "Last list")
    assert "1.10" in text_of(last.card)  # type: ignore[union-attr]
    assert "2.7b" not in text_of(last.card)  # type: ignore[union-attr]
    told(asked, "P Lowell", "workstream Finance: 6.1")
    asked.at(date(2026, 10, 19), time(9, 5))
    header = digests(asked, FINANCE, "2026-W43")[0]
    assert "3 actions:" in header.text


def test_a_misreading_is_put_right_in_every_digest_that_held_it(asked: Office) -> None:
    with_finance(asked)
    asked.say("S Okoro", "2.7a amber, slips to 3 Nov, waiting for IT", ts="100.1")
    asked.at(MONDAY, time(9, 5))
    held = [one for where in ("C1", FINANCE) for one in digests(asked, where) if "3 Nov" in one.text]
    told(asked, "P Lowell", "Finance's channel is C9999999")  # what was posted stands where it was posted
    asked.say("S Okoro", "2.7a amber, slips to end of Jan, waiting for IT", ts="100.1", edited="100.2")
    posts = asked.say("S Okoro", "yes")
    edits = [one for one in posts if one.delivery.owed.kind is DeliveryKind.CORRECTION]
    assert {one.where.channel for one in edits} == {"C1", FINANCE}
    assert {one.delivery.owed.edits_ts for one in edits} >= {one.where.ts for one in held}
    notes = [one.where.channel for one in posts if one.text.startswith("Correction, Mon 28 Sept")]
    assert sorted(notes) == ["C1", FINANCE]


def test_a_restricted_plan_stays_out_of_an_open_channel(asked: Office) -> None:
    with_finance(asked)
    with asked.record.open_work(asked.workspace.id) as work:
        work.plans.classify(asked.plan.id, Classification.RESTRICTED)
        work.partnerships.classify_channel(asked.partnership.id, Classification.RESTRICTED)
    asked.at(MONDAY, time(9, 5))
    assert digests(asked, "C1")
    assert digests(asked, FINANCE) == []
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        shown = onlookers.answer(work, "status", FINANCE, AccountKind.MEMBER)
    assert shown is None
    assert "may be told" in told(asked, "P Lowell", "Finance's channel is restricted")
    asked.at(NEXT, time(9, 5))
    assert digests(asked, FINANCE, "2026-W41")
    told(asked, "P Lowell", "Finance's channel is C8888888")  # another channel is open until somebody says
    asked.at(date(2026, 10, 12), time(9, 5))
    assert digests(asked, "C8888888", "2026-W42") == []


def test_the_partnerships_own_channel_has_no_second_digest_nor_has_a_paused_plan_any(asked: Office) -> None:
    with_finance(asked)
    with asked.record.open_work(asked.workspace.id) as work:
        workstreams.set_channel(work, None, asked.partnership, "Finance", "C1")
    told(asked, "P Lowell", "IMT's channel is C7654321")
    asked.at(MONDAY, time(9, 5))
    assert len([one for one in digests(asked, "C1") if not one.delivery.owed.part]) == 1
    assert "1 action:" in digests(asked, FINANCE)[0].text
    told(asked, "P Lowell", "pause the plan until 20 October")
    asked.at(NEXT, time(9, 5))
    assert digests(asked, FINANCE, "2026-W41") == []


def test_a_digest_on_its_way_stops_where_its_channel_was_taken_from_it(asked: Office) -> None:
    with_finance(asked).at(MONDAY, time(8, 59))
    asked.clock.instant += timedelta(minutes=2)
    plan_due(asked.record, asked.workspace, asked.clock.instant)
    with asked.record.open_work(asked.workspace.id) as work:
        workstreams.set_channel(work, None, asked.partnership, "Finance", "C9999999")
    asked.deliver()
    assert digests(asked, "C1")
    assert digests(asked, FINANCE) == []
    assert "its workstream has no digest in this channel any more" in asked.skipped


def test_who_is_only_in_its_channel_reads_that_workstream(asked: Office) -> None:
    with_finance(asked)
    with asked.record.open_work(asked.workspace.id) as work:
        card = command(work, None, "all", channel=FINANCE, account_kind=AccountKind.MEMBER)
        assert "1.10" in text_of(card)
        assert "6.1" not in text_of(card)
        unknown = command(work, None, "all", channel="C6666666", account_kind=AccountKind.MEMBER)
    assert "1.10" not in text_of(unknown)


def test_status_is_narrowed_to_one_also_as_it_was(asked: Office) -> None:
    with_finance(asked)
    assert "Workstream Finance (2)" in told(asked, "A Merrin", "status Finance")
    asked.at(date(2026, 9, 23))
    told(asked, "P Lowell", "2.7a belongs to IMT")
    assert "Workstream Finance (1)" in told(asked, "A Merrin", "status workstream finance")
    then = told(asked, "A Merrin", "status Finance as at 22 Sept")
    assert "2.7a" in then
    assert "2.7a" not in told(asked, "A Merrin", "status Finance")


def test_a_digest_costs_as_many_statements_for_one_action_as_for_many(asked: Office) -> None:
    told(with_finance(asked), "P Lowell", "IMT's channel is C8888888")
    asked.at(MONDAY, time(9, 5))
    told(asked, "P Lowell", "workstream IMT: 2.7b, 4.1, 4.2, 5.3")
    sent = []
    for name in ("IMT", "Finance", "IMT"):  # at first what was read once is kept
        with asked.record.open_work(asked.workspace.id, read_only=True) as work:
            strand = next(one for one in work.workstreams.of(asked.partnership.id) if one.name == name)
            with statements_sent() as found:
                made = digest_at(work, asked.partnership, work.now, strand=strand)
        sent.append((made.total, len(found)))
    assert sent[1:] == [(2, sent[1][1]), (5, sent[1][1])]
