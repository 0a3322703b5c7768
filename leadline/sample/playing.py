"""Makes the sample's history by living it: the real services and the real bot, under past clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from typing import Protocol

from bot.ports import UnitOfWork
from bot.services.arrangements import set_up
from bot.services.context.standings import rounds_of
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.services.reports.packs import freezes_at
from bot.services.tick import digests_due
from bot.timescale import Timescale
from leadline.commands.import_plan import read_plan
from leadline.sample.story import Acceptance, Moment, Saying, Story

JUST_AFTER = timedelta(seconds=20)
"""So much later than something of the calendar is due the story looks for it."""


class Stage(Protocol):
    """Where the story is played: a workspace whose clock can be moved, with the bot in it."""

    def go_to(self, at: datetime) -> None:
        """Move the clock."""
        ...

    def let_what_is_due_happen(self) -> None:
        """Look what the calendar owes by now, and wait until it has happened."""
        ...

    def say(self, who: str, text: str) -> None:
        """Write to the bot, and wait for what comes of it."""
        ...

    def accept(self, who: str, ref: str) -> None:
        """Accept that an action is done, and wait for what comes of it."""
        ...


def set_the_scene(
    open_work: Callable[[], AbstractContextManager[UnitOfWork]],
    story: Story,
    accounts: Mapping[str, str],
    channel: str,
) -> tuple[datetime, ...]:
    """Bring the plan in, set the partnership up and go live, as its board officer would at a terminal.

    Returns when the calendar will owe something until the story opens: asks, reminders and digests.
    """
    with as_file(files("leadline.sample") / story.plan) as file:
        draft = read_plan(file, story.starts.date())
    with open_work() as work:
        plan = bring_in.bring_in(work, draft, partnership_name=story.partnership)
        for name, account in accounts.items():
            people.link(work, work.people.add(name, ()).id, account)
        partnership = work.partnerships.get(plan.partnership_id)
        set_up.set_up(
            work,
            partnership.id,
            actor=None,
            channel=channel,
            rhythm=partnership.rhythm,
            chairs=[work.people.add(name, ()).id for name in story.chairs],
            officers=[work.people.add(name, ()).id for name in story.officers],
        )
        for meeting in story.meetings:
            set_up.add_meeting(
                work,
                partnership.id,
                body="Board",
                on=Timescale.of_day(meeting.on, f"{meeting.on.day} {meeting.on:%B %Y}"),
                papers_due_on=meeting.papers_due_on,
            )
    with open_work() as work:
        go_live.go_live(work, plan.id, None)
        partnership = work.partnerships.get(plan.partnership_id)
        around = rounds_of(work, partnership, story.starts)
        digests = digests_due(partnership, story.starts, story.opens)
        packs = [freezes_at(one, partnership) for one in work.meetings.of(partnership.id)]
    owed = {due for one in around for due in (one.ask_at, one.remind_at, one.updates_by)}
    owed |= {due for _, due in digests} | {due for due in packs if due is not None}
    return tuple(sorted(due for due in owed if story.starts < due < story.opens))


def play(
    story: Story, calendar: Iterable[datetime], stage: Stage, on_month: Callable[[datetime], None]
) -> None:
    """Live through the story up to its opening, and through everything its calendar owes until then.

    `on_month` hears of each new month.
    """
    owed = (Moment(due.astimezone(story.starts.tzinfo) + JUST_AFTER) for due in calendar)
    month = 0
    stage.let_what_is_due_happen()
    for moment in sorted((*story.moments(), *owed), key=lambda moment: moment.at):
        if moment.at.month != month:
            month = moment.at.month
            on_month(moment.at)
        stage.go_to(moment.at)
        if isinstance(moment, Saying):
            stage.say(moment.who, moment.text)
        elif isinstance(moment, Acceptance):
            for ref in moment.refs:
                stage.accept(moment.who, ref)
        else:
            stage.let_what_is_due_happen()
    stage.go_to(story.opens)
    stage.let_what_is_due_happen()
