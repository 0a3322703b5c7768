"""What somebody may not do is refused kindly, says who can, changes nothing, and is on record, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from bot.card import Act, Answer
from bot.conversation import Route, Said
from bot.delivery import DeliveryKind
from bot.partnership import AccountKind
from bot.phrases import refusals
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services import command, press
from bot.services.context.refusing import ONCE_IN
from bot.services.governance import capture
from bot.services.plans import dropped_file
from storage import Record
from storage.engine import open_engine
from storage.tables import metadata
from tests.bot.services.guarded import World, everything_about, outsider
from tests.databases import StoppedClock
from tests.scenarios.larkmere import CHAIR, OFFICER, account

WHO = "K Bramley"
WHO_CAN = ("S Okoro", OFFICER, CHAIR)

ANYBODYS = frozenset(
    {
        *(Act.SHOW_STATUS, Act.SHOW_HISTORY, Act.SHOW_PRIVACY, Act.SHOW_DECISIONS, Act.SHOW_CHARTS),
        *(Act.ANSWER_HELP, Act.SAVE_HELP_ANSWER, Act.NOT_ME, Act.SHOW_HOME, Act.SAY_AWAY),
        Act.TELL_WHEN_DONE,
    }
)
"""What whoever sees a plan may press: it reads, opens a form, says who they are and when they are away, or
asks to be told of an end."""

WORDS = """
more time for 2.7a until Jan 2027, waiting | ask more time
withdraw my request for 2.7a               | ask more time
grant 2.7a                                 | decide more time
refuse 2.7a: not yet                       | decide more time
put 2.7a down for the board                | decide more time
ask Dunvale IT to help with 2.7a           | ask a group
ask 2.7a                                   | ask for an update
I'll take 2.7a                             | take a blocker
2.7a is unblocked                          | update
pause 2.7a, no funding                     | update
2.7a waits for 6.2                         | update
2.7a risk ref CRR14                        | update
withdraw 2.7a, merged                      | withdraw
2.7a superseded by 6.2                     | withdraw
re-open 4.1, gaps                          | reopen
correct 2.7a date to Jan 2027              | correct
2.7a recurs every 3 months from 31 Oct     | record a decision
decision: the plan runs on                 | record a decision
hand 2.7a to K Bramley                     | run
close rec 2.7                              | record a decision
lead list                                  | run
minutes                                    | record a decision
pause the Larkmere plan                    | run
tolerance of Larkmere plan is 4 weeks      | run
group Dunvale IT is CDUNVALE               | run
round                                      | run
S Okoro is away 19 Oct to 6 Nov            | arrange cover
ask by e-mail T Vance                      | relay
share                                      | share
settings                                   | set up
preview digest                             | set up
record 2.7a                                | give the record
"""


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    opened = open_engine(sqlite_url)
    yield opened
    opened.dispose()


def _the_plan(work: UnitOfWork) -> ActionPlan:
    return next(plan for plan in work.plans.live() if plan.title == "Larkmere plan")


def _everything(work: UnitOfWork) -> str:
    """A button's value that names one of everything there is about 2.7a."""
    plan = _the_plan(work)
    action = plan.action("2.7a")
    assert action is not None
    ids = everything_about(work, plan, action, "the mailbox")
    named = " ".join(f"{what}:{one}" for what, one in ids.items())
    return f"{named} partnership:{plan.partnership_id} as:U99 rag:red choice:1"


def _contents(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table but the audit trail's."""
    with engine.connect() as connection:
        return {
            table.name: sorted(str(row) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
            if not table.name.startswith("audit_")
        }


def test_every_button_of_somebody_elses_action(sqlite_record: Record, world: World, engine: Engine) -> None:
    with sqlite_record.open_work(world.workspace.id) as work:
        value = _everything(work)
    before = _contents(engine)
    for act in press.USES.keys() - ANYBODYS:
        with sqlite_record.open_work(world.workspace.id) as work:
            answer = press.press(work, outsider(work, WHO), act, value, "")
            assert isinstance(answer, Answer), act
            noted = work.audit.refusals(_the_plan(work).partnership_id, work.now)
        told = answer.card.summary
        is_nothing = told.startswith(("I cannot find", "This was", "This still waits"))
        assert is_nothing or any(name in told for name in WHO_CAN), (act, told)
        assert is_nothing or noted, act
    assert _contents(engine) == before
    assert sqlite_record.verify_audit() == ()


def test_every_form_of_somebody_elses_action(sqlite_record: Record, world: World, engine: Engine) -> None:
    with sqlite_record.open_work(world.workspace.id) as work:
        value = _everything(work)
    before = _contents(engine)
    with sqlite_record.open_work(world.workspace.id) as work:
        for act in press.SAVES.keys() - ANYBODYS:
            answer = press.submit(work, outsider(work, WHO), act, value, {"name": "X Y", "words": "x"}, "")
            told = answer.card.summary if isinstance(answer, Answer) else str(answer)
            is_nothing = told.startswith(("I cannot find", "This was"))
            assert is_nothing or any(name in told for name in WHO_CAN), (act, told)
    assert _contents(engine) == before


def test_every_word_about_somebody_elses_action(sqlite_record: Record, world: World, engine: Engine) -> None:
    with sqlite_record.open_work(world.workspace.id) as work:
        _everything(work)
        command.command(work, outsider(work, CHAIR), "withdraw 4.1, merged with 5.3")
    before = _contents(engine)
    for line in WORDS.strip().splitlines():
        text, act = (part.strip() for part in line.split("|"))
        with sqlite_record.open_work(world.workspace.id) as work:
            told = command.command(work, outsider(work, WHO), text).summary
            noted = [one.act for one in work.audit.refusals(_the_plan(work).partnership_id, work.now)]
        assert act in noted, (text, told)
        assert any(name in told for name in WHO_CAN), (text, told)
    assert _contents(engine) == before


def test_a_file_and_a_message_put_on_record(sqlite_record: Record, world: World, engine: Engine) -> None:
    before = _contents(engine)
    with sqlite_record.open_work(world.workspace.id) as work:
        said = Said(None, account(WHO), "DX", "5.5", "", work.now, Route.DIRECT_MESSAGE)
        dropped_file.bring(work, dropped_file.Dropped(said, "plan.csv"), None)
        owed = work.owing.find("DX", DeliveryKind.REPLY.value, "reply:DX:5.5:0")
        offered = capture.offered(work, outsider(work, WHO), "we agreed more beds", channel=None)
        noted = {one.act for one in work.audit.refusals(_the_plan(work).partnership_id, work.now)}
    assert noted >= {"set up", "record a decision"}
    assert isinstance(offered, Answer)
    told = (owed.owed.body.summary if owed and owed.owed.body else "", offered.card.summary)
    assert all(any(name in one for name in WHO_CAN) for one in told), told
    after = _contents(engine)
    written = {name for name in after if after[name] != before[name]}
    assert written == {"delivery", "message", "message_version"}


def test_a_flood_is_one_line_an_hour(sqlite_record: Record, world: World, clock: StoppedClock) -> None:
    for _ in range(2):
        for _ in range(5):
            with sqlite_record.open_work(world.workspace.id) as work:
                command.command(work, outsider(work, WHO), "withdraw 2.7a, merged")
        clock.instant += ONCE_IN + timedelta(seconds=1)
    with sqlite_record.open_work(world.workspace.id, read_only=True) as work:
        since = clock.instant - 3 * ONCE_IN
        noted = work.audit.refusals(_the_plan(work).partnership_id, since)
    assert [(one.act, one.actor) for one in noted] == [("withdraw", noted[0].actor)] * 2


def test_a_guest_is_told_that_it_is_their_account(sqlite_record: Record, world: World) -> None:
    with sqlite_record.open_work(world.workspace.id) as work:
        chair = outsider(work, CHAIR)
        assert chair is not None
        work.people.set_account_kind(chair.id, AccountKind.EXTERNAL)
    with sqlite_record.open_work(world.workspace.id) as work:
        plan = _the_plan(work)
        value = f"partnership:{plan.partnership_id}"
        answer = press.press(work, outsider(work, CHAIR), Act.SHARE, value, "")
        assert isinstance(answer, Answer)
        assert answer.card.summary.startswith("I cannot find what this button was for")
        told = command.command(work, outsider(work, "S Okoro"), "record 2.7a").summary
        assert "Your account here" not in told
        guest = outsider(work, "S Okoro")
        assert guest is not None
        work.people.set_account_kind(guest.id, AccountKind.GUEST)
        assert command.command(work, outsider(work, "S Okoro"), "export") is not None
        assert (
            command.command(work, outsider(work, "S Okoro"), "withdraw 2.7a, done").summary == refusals.GUEST
        )
        seen = repr(command.command(work, outsider(work, "S Okoro"), "status all"))
        assert "Discharge letters" in seen
        assert "legal advice" not in seen, "another's action"
