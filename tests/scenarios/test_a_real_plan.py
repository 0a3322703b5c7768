"""The main job on a real paper: a plan comes in, its leads are asked, answer in words, the chair asks, and
the digest goes out. The people in the paper are real: every name is taken from the file when this runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.draft import DraftPlan
from bot.services.arrangements import set_up
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.timescale import Timescale
from leadline.app import Leadline, running
from leadline.commands.demo import SLACK_APP, SandboxStage, sandbox_settings
from leadline.commands.import_plan import read_plan
from sandbox.clock import Clock
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace

PAPER = Path(__file__).parents[3] / "shared" / "seeds" / "halton_improvement_review_action_plan.txt"
LONDON = ZoneInfo("Europe/London")
BROUGHT_IN = datetime(2007, 5, 14, 10, 0, tzinfo=LONDON)
ASKED = datetime(2007, 5, 18, 9, 31, tzinfo=LONDON)
DIGEST = datetime(2007, 5, 21, 9, 1, tzinfo=LONDON)
CHAIR = "C Hale"
OFFICER = "P Lowell"

pytestmark = pytest.mark.skipif(not PAPER.exists(), reason="the papers of ../shared are not at hand")


@dataclass
class Meeting:
    """Everything around the plan: the draft as read, and a Slack with its people and the bot in it."""

    draft: DraftPlan
    workspace: Workspace
    stage: SandboxStage

    def newest(self, who: str, channel: str | None = None) -> str:
        """The newest message that somebody sees from the bot, in their direct message or in a channel."""
        person = self.workspace.people.named(who).id
        where = channel or self.workspace.direct_with_bot(person).id
        return [one for one in self.workspace.messages.history(where) if one.user != person][-1].text


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meeting]:
    draft = read_plan(PAPER, BROUGHT_IN.date())
    workspace = Workspace(application=SLACK_APP, clock=Clock(BROUGHT_IN))
    names = [one.name for one in draft.people if not one.is_post]
    members = [workspace.people.add(name).id for name in dict.fromkeys((*names, CHAIR, OFFICER))]
    channel = workspace.channels.add("improvement-plan", [*members, workspace.bot.id])
    folder = tmp_path_factory.mktemp("record")
    with (
        sandbox_running(workspace) as server,
        running(sandbox_settings(folder, server), workspace.clock) as bot,
    ):
        _set_up(bot, draft, workspace, channel.id)
        stage = SandboxStage(workspace, server, bot)
        stage.go_to(ASKED)
        stage.let_what_is_due_happen()
        yield Meeting(draft, workspace, stage)
    workspace.close()


def _set_up(bot: Leadline, draft: DraftPlan, workspace: Workspace, channel: str) -> None:
    here = bot.record.workspaces.all()[0]
    with bot.record.open_work(here.id) as work:
        plan = bring_in.bring_in(work, draft, partnership_name="The improvement plan")
        for person in workspace.people.humans():
            people.link(work, work.people.add(person.real_name, ()).id, person.id)
        partnership = work.partnerships.get(plan.partnership_id)
        set_up.set_up(
            work,
            partnership.id,
            actor=None,
            channel=channel,
            rhythm=partnership.rhythm,
            chairs=[work.people.named(CHAIR)[0].id],
            officers=[work.people.named(OFFICER)[0].id],
        )
        day = date(2007, 6, 13)
        set_up.add_meeting(
            work,
            partnership.id,
            body="LIT",
            on=Timescale.of_day(day, "13 June 2007"),
            papers_due_on=date(2007, 6, 1),
        )
        go_live.go_live(work, plan.id, None)


def test_the_plan_is_live_with_its_leads_and_timescales(meeting: Meeting) -> None:
    whole = [(one.ref, one.timescale) for one in meeting.draft.actions if one.leads and one.timescale]
    assert len(whole) >= 60
    ref, timescale = whole[0]
    meeting.stage.say(CHAIR, f"status {ref}")
    assert f"First {timescale.words}" in meeting.newest(CHAIR)


def test_every_lead_with_something_due_has_one_prompt_for_all_of_it(meeting: Meeting) -> None:
    asked = Counter(
        message.channel
        for channel in meeting.workspace.channels.all()
        for message in meeting.workspace.messages.history(channel.id)
        if "update by noon Tue 29 May (LIT 13 June)" in message.text
    )
    assert len(asked) >= 10
    assert set(asked.values()) == {1}


def test_a_lead_answers_in_words_and_it_is_read_back_and_saved(meeting: Meeting) -> None:
    lead, (slipping, done) = _somebody_with_two_due(meeting.draft)
    meeting.stage.say(lead, f"{slipping} amber, slipping to end of Sept - waiting on HR; {done} done")
    answer = meeting.newest(lead)
    assert "Saved for 13 June" in answer
    assert "end of Sept 2007" in answer
    assert '"waiting on HR"' in answer
    assert "Reported done on 18 May" in answer
    meeting.stage.say(CHAIR, f"status {slipping}")
    assert "🔶 Amber" in meeting.newest(CHAIR)


def test_the_digest_tells_the_channel_what_is_slipping(meeting: Meeting) -> None:
    meeting.stage.go_to(DIGEST)
    meeting.stage.let_what_is_due_happen()
    channel = meeting.workspace.channels.named("improvement-plan")
    assert channel is not None
    posted = meeting.workspace.messages.history(channel.id)
    (header,) = (one for one in posted if "what is slipping · Mon 21 May 2007" in one.text)
    assert len(header.text.splitlines()) <= 12
    detail = [one.text for one in meeting.workspace.messages.thread(channel.id, header.ts)]
    assert any(text.startswith("Late: past the date the board agreed") for text in detail)


def _somebody_with_two_due(draft: DraftPlan) -> tuple[str, tuple[str, str]]:
    """Whoever leads the most that is due by June 2007, and two of those actions."""
    due: dict[str, list[str]] = {}
    for action in draft.actions:
        if action.timescale and action.timescale.end <= date(2007, 6, 30) and action.leads:
            due.setdefault(action.leads[0], []).append(action.ref)
    lead = max(due, key=lambda name: len(due[name]))
    first, second, *_ = due[lead]
    return lead, (first, second)
