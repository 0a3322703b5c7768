"""Drives the use cases as the program does, on a real database: messages, taps, the clock and deliveries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from bot.card import AccountPicker, Answer, Button, Card, Form, FormErrors, Line, Menu, Rule, Taps
from bot.conversation import Route, Said
from bot.delivery import Delivery, Posted, Skip
from bot.instants import instant
from bot.partnership import Partnership, Person, Platform, Rhythm, Workspace
from bot.plan import Action, ActionPlan
from bot.services import deliver, hear, press, tick
from bot.services.arrangements import set_up
from bot.services.context.places import place_of
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from storage import Record
from tests.bot.larkmere import DRAFT, day
from tests.databases import StoppedClock

ACCOUNTS = {"S Okoro": "U1", "K Bramley": "U2", "T Vance": "U3", "A Merrin": "U8", "P Lowell": "U9"}


def text_of(card: Card) -> str:
    """Everything a card says, taps in square brackets."""
    lines = []
    for piece in card.pieces:
        if isinstance(piece, Line):
            lines.append(piece.text)
        elif isinstance(piece, Rule):
            lines.append("--")
        else:
            lines.append(" ".join(_tap(item) for item in piece.items))
    return "\n".join(lines)


def _tap(item: Button | Menu | AccountPicker) -> str:
    if isinstance(item, Button):
        return f"[{item.label}]"
    if isinstance(item, AccountPicker):
        return f"[{item.placeholder}]"
    return f"[{item.placeholder}: {', '.join(choice.label for choice in item.choices)}]"


def plan_due(record: Record, workspace: Workspace, now: datetime) -> None:
    """Owe what is due, as the program's clock does: look first, then write."""
    with record.open_work(workspace.id, read_only=True) as work:
        found = tick.due(work, now)
    with record.open_work(workspace.id) as work:
        tick.owe(work, found)
        tick.planned(work, now)


@dataclass
class Post:
    """A message the bot has posted."""

    delivery: Delivery
    card: Card
    where: Posted

    @property
    def text(self) -> str:
        return text_of(self.card)


def is_exception(post: Post) -> bool:
    """Whether this tells the board of a breach of tolerance, beside the answer to whoever spoke."""
    return post.delivery.owed.subject.get("say") == "tolerance_breached"


@dataclass
class Office:
    """One workspace with one partnership, and everything the bot has posted in it."""

    record: Record
    clock: StoppedClock
    workspace: Workspace
    partnership: Partnership
    plan_id: int
    posts: list[Post] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def at(self, on: date, wall: time = time(9, 0)) -> None:
        """Move the clock to this local time, ticking and delivering on the way as the program would."""
        target = instant(on, wall, self.partnership.zone)
        assert target >= self.clock.instant, "the clock only moves forward"
        while self.clock.instant < target:
            self.clock.instant = min(target, self.clock.instant + timedelta(days=2))
            self.tick()

    def tick(self) -> None:
        plan_due(self.record, self.workspace, self.clock.instant)
        self.deliver()

    def deliver(self) -> list[Post]:
        """Post everything that is due; what was posted."""
        new = []
        while True:
            delivery = self.record.outbox.claim("test", self.clock.instant, timedelta(minutes=1))
            if delivery is None:
                break
            with self.record.open_work(self.workspace.id) as work:
                outcome = deliver.compose(work, delivery)
            if isinstance(outcome, Skip):
                self.skipped.append(outcome.reason)
                continue
            channel = delivery.owed.channel
            where = Posted(
                f"D{channel}" if channel.startswith("U") else channel, f"post-{next(self.numbers)}"
            )
            self.record.outbox.posted(delivery.id, delivery.attempt, where.ts)
            with self.record.open_work(self.workspace.id) as work:
                deliver.posted(work, delivery, where)
            new.append(Post(delivery, outcome, where))
        self.posts += new
        return new

    def say(
        self,
        who: str,
        text: str,
        *,
        ts: str | None = None,
        edited: str | None = None,
        thread: str | None = None,
        channel: str | None = None,
        deleted: bool = False,
        minutes: int = 1,
    ) -> list[Post]:
        """A message from somebody, heard and answered; what the bot posted for it."""
        self.clock.instant += timedelta(minutes=minutes)
        account = ACCOUNTS.get(who, who)
        said = Said(
            author=None,
            author_external_id=account,
            channel=channel or f"D{account}",
            ts=ts or f"{next(self.numbers)}.0",
            text=text,
            at=self.clock.instant,
            route=Route.MENTION if channel else Route.DIRECT_MESSAGE,
            thread_ts=thread,
            edited_ts=edited,
            is_deleted=deleted,
        )
        with self.record.open_work(self.workspace.id, read_only=True) as work:
            hearing = hear.gather(work, said)
        reading = hear.read(hearing, said)
        with self.record.open_work(self.workspace.id) as work:
            hear.apply(work, said, hearing, reading)
        return [post for post in self.deliver() if not is_exception(post)]

    def answer(self, who: str, text: str, **more: object) -> str:
        """What the bot answers to a message, as text."""
        posts = self.say(who, text, **more)  # type: ignore[arg-type]
        return "\n==\n".join(post.text for post in posts)

    def press(self, who: str, card: Card, label: str, nth: int = 0) -> Answer | Form:
        """Press the button of this label, or choose the menu's entry of this label."""
        taps = [item for piece in card.pieces if isinstance(piece, Taps) for item in piece.items]
        found = [(item.act, item.value) for item in taps if isinstance(item, Button) and item.label == label]
        found += [
            (item.act, choice.value)
            for item in taps
            if isinstance(item, Menu)
            for choice in item.choices
            if choice.label == label
        ]
        act, value = found[nth]
        self.clock.instant += timedelta(minutes=1)
        with self.record.open_work(self.workspace.id) as work:
            outcome = press.press(work, self._person(work, who), act, value)
        self.deliver()
        return outcome

    def submit(self, who: str, form: Form, **answers: str) -> Answer | FormErrors:
        """Send a form with these answers."""
        self.clock.instant += timedelta(minutes=1)
        with self.record.open_work(self.workspace.id) as work:
            outcome = press.submit(work, self._person(work, who), form.act, form.value, answers)
        self.deliver()
        return outcome

    @staticmethod
    def _person(work: object, who: str) -> Person | None:
        found: Person | None = work.people.by_identity(ACCOUNTS.get(who, who))  # type: ignore[attr-defined]
        return found

    def action(self, ref: str) -> Action:
        """An action as the record has it."""
        found = self.plan.action(ref)
        assert found is not None
        with self.record.open_work(self.workspace.id, read_only=True) as work:
            return place_of(work, found.id).action

    @property
    def plan(self) -> ActionPlan:
        with self.record.open_work(self.workspace.id, read_only=True) as work:
            return work.plans.get(self.plan_id)  # type: ignore[arg-type]

    def posts_to(self, who: str) -> list[Post]:
        """Everything posted to somebody's direct messages."""
        return [
            post for post in self.posts if post.delivery.owed.channel in (ACCOUNTS[who], f"D{ACCOUNTS[who]}")
        ]


def open_office(record: Record, clock: StoppedClock, *, live: bool = True) -> Office:
    """The Larkmere plan set up on Mon 14 Sept 2026, before the round for the board of 14 Oct."""
    clock.instant = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
    workspace = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    with record.open_work(workspace.id) as work:
        plan = bring_in.bring_in(work, DRAFT, partnership_name="Larkmere plan")
        chair = work.people.add("A Merrin", ["Larkmere Council"])
        officer = work.people.add("P Lowell", ["Larkmere Council"])
        partnership = set_up.set_up(
            work,
            plan.partnership_id,
            actor=None,
            channel="C1",
            rhythm=Rhythm(),
            chairs=[chair.id],
            officers=[officer.id],
        )
        set_up.add_meeting(
            work, partnership.id, body="board", on=day(2026, 10, 14), papers_due_on=date(2026, 10, 4)
        )
        set_up.add_meeting(
            work, partnership.id, body="board", on=day(2026, 11, 18), papers_due_on=date(2026, 11, 9)
        )
        for name, account in ACCOUNTS.items():
            people.link(work, work.people.named(name)[0].id, account)
    office = Office(record, clock, workspace, partnership, plan.id)
    if live:
        with record.open_work(workspace.id) as work:
            go_live.go_live(work, plan.id, None)
        office.deliver()
    return office
