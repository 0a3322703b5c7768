"""A year of rounds, with people in other zones and nations, on leave, putting things off, and a bot that is
stopped at odd hours: everybody is asked once a round or there is a reason on record, in their own hours."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from random import Random

from bot.calendar import add_working_days
from bot.delivery import Delivery, DeliveryKind, DeliveryState
from bot.partnership import PersonId
from bot.rounds import Round, fresh_since
from bot.services import deliver
from bot.services.arrangements import set_up
from bot.services.asks.owed_asks import owe_round
from bot.services.context.standings import rounds_of
from bot.services.persons import absences, zones
from bot.slippage import awaits_lead
from bot.working_hours import hours_of
from tests.bot.larkmere import day
from tests.bot.services.dialogue import ACCOUNTS, Office, Post

SEED = 20261122
ASKS = (DeliveryKind.PROMPT, DeliveryKind.REMINDER)
BOARDS = (
    date(2026, 12, 16),
    date(2027, 2, 17),
    date(2027, 4, 14),  # asked about while the clocks go forward
    date(2027, 6, 16),
    date(2027, 9, 8),  # asked about over the August bank holiday
    date(2027, 11, 10),  # asked about while the clocks go back
)
ABROAD = {"U2": "America/New_York", "U3": "Pacific/Auckland"}
LEADS = ("S Okoro", "K Bramley", "T Vance")


def settle(office: Office) -> None:
    """The boards of the year, two of them just after the clocks change, and where people are."""
    with office.record.open_work(office.workspace.id) as work:
        for on in BOARDS:
            papers, when = add_working_days(on, -6), day(on.year, on.month, on.day)
            set_up.add_meeting(work, office.partnership.id, body="board", on=when, papers_due_on=papers)
        for account, zone in ABROAD.items():
            zones.keep_zone(work, account, zone)
        work.people.works_in(work.people.named("S Okoro")[0].id, "scotland")


class Year:
    """What was asked, and when it was posted."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.dice = Random(SEED)  # noqa: S311 - what happens, not a secret
        self.asks: list[tuple[datetime, Post]] = []

    def to(self, at: datetime) -> None:
        """The clock comes to an instant, and the bot with it."""
        office = self.office
        if at <= office.clock.instant:
            return
        office.clock.instant = at
        before = len(office.posts)
        with office.record.open_work(office.workspace.id) as work:
            (plan,) = work.plans.live()
            for this in rounds_of(work, office.partnership, at):
                owe_round(work, plan, office.partnership, this, at)
        office.deliver()
        for post in office.posts[before:]:
            if post.delivery.owed.kind in ASKS:
                self.check_open(post)
                self.asks.append((at, post))

    def check_open(self, post: Post) -> None:
        """Nothing is asked that is closed, withdrawn or told already."""
        with self.office.record.open_work(self.office.workspace.id, read_only=True) as work:
            prompt = work.prompts.in_thread(post.where.channel, post.where.ts)
            assert prompt is not None
            around = rounds_of(work, self.office.partnership, work.now)
            this = next(one for one in around if one.key == prompt.round_key)
            since = fresh_since(around, this)
            shown = [one for one in work.plans.get(prompt.plan_id).actions if f"\n{one.ref} " in post.text]
            for action in shown:
                is_told = action.reported_at is not None and action.reported_at >= since
                is_asked = action.id in prompt.items
                assert not is_asked or (awaits_lead(action) and not is_told), (action.ref, post.text)

    def live_through(self, this: Round) -> None:
        """One round: ticks by day and by night, and whatever people do meanwhile."""
        at = this.ask_at - timedelta(minutes=5)
        while at < this.updates_by + timedelta(hours=2):
            self.to(at)
            if at > this.ask_at:
                self.something_happens()
            at += timedelta(hours=self.dice.choice((9, 15, 19, 26)), minutes=self.dice.randrange(60))

    def something_happens(self) -> None:
        who, dice, office = self.dice.choice(LEADS), self.dice, self.office
        chance = dice.random()
        if chance < 0.12:
            office.say(who, "snooze until " + dice.choice(("tomorrow", "Friday", "next week")))
        elif chance < 0.2:
            refs = [one.ref for one in office.plan.led_by(self.person(who)) if one.status.is_open]
            office.say(who, "; ".join(f"{ref} no change" for ref in refs[: dice.randrange(1, 3)]))
        elif chance < 0.26:
            self.goes_away(who)

    def person(self, who: str) -> PersonId:
        with self.office.record.open_work(self.office.workspace.id, read_only=True) as work:
            found = work.people.by_identity(ACCOUNTS[who])
            assert found is not None
            return found.id

    def goes_away(self, who: str) -> None:
        with self.office.record.open_work(self.office.workspace.id) as work:
            person = work.people.by_identity(ACCOUNTS[who])
            assert person is not None
            today = work.now.date()
            until = today + timedelta(days=self.dice.randrange(1, 4))
            away = absences.note(work, person, person, today, until)
            others = [ACCOUNTS[one] for one in LEADS if one != who]
            deputy = work.people.by_identity(self.dice.choice(others))
            if deputy is not None and self.dice.random() < 0.6:
                absences.appoint(work, person, away, deputy)


def test_everybody_is_asked_once_a_round_or_there_is_a_reason_in_their_own_hours(office: Office) -> None:
    settle(office)
    year = Year(office)
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        start = office.clock.instant
        seen = (rounds_of(work, office.partnership, at) for at in (start, start + timedelta(days=240)))
        all_rounds = {one.key: one for rounds in seen for one in rounds}
    coming = [one for one in all_rounds.values() if one.ask_at > office.clock.instant]
    for number, this in enumerate(sorted(coming, key=lambda one: one.ask_at)):
        if number == 2:
            office.say("P Lowell", "withdraw 2.7b: merged with 2.7a")
        year.live_through(this)
    assert len(coming) == len(BOARDS) + 2
    assert len(year.asks) > 30
    assert any("again" in post.delivery.owed.subject for _, post in year.asks), "something was put off"
    assert deliver.OUT_OF_HOURS in office.skipped, "something would have come at night"
    _in_hours(office, year.asks)
    _once_or_a_reason(office, year.asks, coming)


def _in_hours(office: Office, asks: list[tuple[datetime, Post]]) -> None:
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        for at, post in asks:
            hours = hours_of(office.partnership, work.people.by_identity(post.delivery.owed.channel))
            assert hours.holds(at), f"{post.delivery.owed.channel} at {at.astimezone()} ({hours.zone})"


def _once_or_a_reason(office: Office, asks: list[tuple[datetime, Post]], coming: list[Round]) -> None:
    asked: dict[tuple[str, str, str], list[Post]] = defaultdict(list)
    for _, post in asks:
        subject, kind = post.delivery.owed.subject, post.delivery.owed.kind
        is_again = "again" in subject or "deputy" in subject
        if not is_again:
            asked[str(subject["person"]), str(subject["round"]), kind].append(post)
    assert {key: len(posts) for key, posts in asked.items() if len(posts) > 1} == {}
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        owed = [one for kind in ASKS for one in work.owing.recent(kind, coming[0].ask_at)]
        leads = [work.people.by_identity(ACCOUNTS[who]) for who in LEADS]
    for lead in leads:
        for this in coming:
            assert lead is not None
            if (str(lead.id), this.key, DeliveryKind.PROMPT) not in asked:
                assert _reasons(owed, lead.id, this), f"{lead.name} was not asked for {this.on}"


def _reasons(owed: list[Delivery], lead: PersonId, this: Round) -> list[str]:
    of_this = (one for one in owed if one.owed.subject.get("round") == this.key)
    theirs = [one for one in of_this if one.owed.subject.get("person") == lead]
    return [one.reason or "" for one in theirs if one.state is DeliveryState.SKIPPED]
