"""A file dropped in a direct message: fetched and read outside any transaction, then brought in."""

from __future__ import annotations

from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.conversation import Said
from bot.draft import DraftPlan
from bot.errors import FileNotFetched, PlanUnreadable
from bot.services import Services
from bot.services.plans import dropped_file
from bot.services.plans.dropped_file import Dropped, Standing
from handlers.slack.files import fetch
from handlers.slack.reading_progress import ReadingProgress
from handlers.slack.replaying import REPLAY
from handlers.slack.workspace import workspace_of

KINDS = frozenset(
    {
        *("docx", "docm", "doc", "odt", "rtf"),
        *("xlsx", "xlsm", "xlsb", "xls", "ods"),
        *("csv", "tsv", "tab", "txt", "text", "ics"),
    }
)
"""Endings of files that may be a plan, or that somebody would think of as one."""


def plan_file(event: dict[str, Any]) -> dict[str, Any] | None:
    """The first of a message's files that may be a plan; any file when nothing is written beside it."""
    files: list[dict[str, Any]] = [one for one in event.get("files") or () if one.get("id")]
    may_be = [one for one in files if _ending(one) in KINDS]
    return next(iter(may_be or (files if not (event.get("text") or "").strip() else [])), None)


def _ending(file: dict[str, Any]) -> str:
    return str(file.get("name") or "").rpartition(".")[2].casefold()


def bring_in(
    event: dict[str, Any],
    file: dict[str, Any],
    said: Said,
    client: WebClient,
    context: BoltContext,
    services: Services,
) -> bool:
    """Bring the file in, or say why not. False when the message is to be heard as words instead: a lead's
    update with something attached."""
    workspace, replay = workspace_of(context, services), context[REPLAY]
    with services.open_work(workspace.id, read_only=True) as work:
        is_other = dropped_file.standing(work, said.author_external_id) is Standing.OTHER
    if is_other and said.text.strip():
        return False
    name = str(file.get("name") or file["id"])
    dropped = Dropped(said, name, len(event["files"]) - 1)
    outcome = None if is_other else _read(dropped, file, client, services)
    with services.open_work(workspace.id) as work:
        dropped_file.bring(work, dropped, outcome)
        work.inbox.done(replay.inbox_id)
    replay.is_recorded = True
    services.wake()
    return True


def _read(
    dropped: Dropped, file: dict[str, Any], client: WebClient, services: Services
) -> DraftPlan | FileNotFetched | PlanUnreadable:
    progress = ReadingProgress(client, dropped.said.channel, dropped.name)
    outcome: DraftPlan | FileNotFetched | PlanUnreadable
    try:
        size = int(file.get("size") or 0)
        progress.received(size if size <= services.files.most_megabytes * 1_000_000 else 0)
        content = fetch(client, file["id"], services.files.most_megabytes)
        outcome = dropped_file.read(services.files, dropped, content, progress.opened)
    except (FileNotFetched, PlanUnreadable) as refusal:
        outcome = refusal
    progress.read(is_plan=isinstance(outcome, DraftPlan))
    return outcome
