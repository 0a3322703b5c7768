"""Makes the sample's history by living it: the real services and the real bot, under past clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from importlib.resources import as_file, files
from typing import Protocol

from bot.ports import UnitOfWork
from bot.services import bring_in, go_live, people, set_up
from bot.timescale import Timescale
from leadline.commands.import_plan import read_plan
from leadline.sample.story import Acceptance, Saying, Story


class Stage(Protocol):
    """Where the story is played: a workspace whose clock can be moved, with the bot in it."""

    def go_to(self, at: datetime) -> None:
        """Move the clock, let what falls due happen, and wait until it has."""
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
) -> None:
    """Bring the plan in, set the partnership up and go live, as its board officer would at a terminal."""
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


def play(story: Story, stage: Stage, on_month: Callable[[datetime], None]) -> None:
    """Live through every moment of the story up to its opening; `on_month` hears of each new month."""
    month = 0
    for moment in story.moments():
        if moment.at.month != month:
            month = moment.at.month
            on_month(moment.at)
        stage.go_to(moment.at)
        if isinstance(moment, Saying):
            stage.say(moment.who, moment.text)
        elif isinstance(moment, Acceptance):
            for ref in moment.refs:
                stage.accept(moment.who, ref)
    stage.go_to(story.opens)
