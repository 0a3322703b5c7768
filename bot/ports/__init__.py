"""What the core needs from outside, as small protocols; `storage`, `handlers` and `leadline` provide them."""

from __future__ import annotations

from bot.ports.absences import Absences
from bot.ports.amended import Amendments
from bot.ports.boards import Boards, Meetings
from bot.ports.closings import Closings
from bot.ports.dated import Records
from bot.ports.drafts import Doubts, Mending
from bot.ports.governed import Corrections, Decisions, Extensions, Helping
from bot.ports.handovers import HandOvers
from bot.ports.outages import Heartbeats, Outages
from bot.ports.outside import Clock, Directory, Files, Inbox, Notifier, Outbox, Wake, Workspaces
from bot.ports.posts import Posts
from bot.ports.protected import Personal, Requests, Retention
from bot.ports.reach import Reach
from bot.ports.restores import Restores
from bot.ports.said import Audit, Handled, Messages, Owing, Prompts, Updates
from bot.ports.settled import Partnerships, People, Plans
from bot.ports.versioned import Versions
from bot.ports.views import Views
from bot.ports.work import OpenWork, UnitOfWork
from bot.ports.workstreams import Workstreams

__all__ = [
    "Absences",
    "Amendments",
    "Audit",
    "Boards",
    "Clock",
    "Closings",
    "Corrections",
    "Decisions",
    "Directory",
    "Doubts",
    "Extensions",
    "Files",
    "HandOvers",
    "Handled",
    "Heartbeats",
    "Helping",
    "Inbox",
    "Meetings",
    "Mending",
    "Messages",
    "Notifier",
    "OpenWork",
    "Outages",
    "Outbox",
    "Owing",
    "Partnerships",
    "People",
    "Personal",
    "Plans",
    "Posts",
    "Prompts",
    "Reach",
    "Records",
    "Requests",
    "Restores",
    "Retention",
    "UnitOfWork",
    "Updates",
    "Versions",
    "Views",
    "Wake",
    "Workspaces",
    "Workstreams",
]
