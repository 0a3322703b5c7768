"""The address of one picture for one person, until an hour: sealed with a key, and kept nowhere.

Slack fetches a picture that stands on a Home from an address, without saying for whom. So the address says
it, and cannot be altered or made up; whether that person may still see the plan is asked when it is fetched.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from bot.errors import NotFound
from bot.papers.picture_kinds import PictureKind
from bot.partnership import PersonId, WorkspaceId
from bot.plan import PlanId

HOUR = 3600
SEAL = 40
"""Hexadecimal figures of the seal: 160 bits."""
HEAD = 16


@dataclass(frozen=True, slots=True)
class PicturePass:
    """Which picture, for whom, until when. `head` is the record's audit head when it was offered: another
    record is another address, so that nobody is shown an old picture that was kept on the way."""

    workspace_id: WorkspaceId
    plan_id: PlanId
    person_id: PersonId
    kind: PictureKind
    until: datetime
    head: str


@dataclass(frozen=True, slots=True)
class PictureDoor:
    """Where the pictures of one workspace are fetched, and what makes the address of a pass."""

    workspace_id: WorkspaceId
    address_of: Callable[[PicturePass], str]


def good_until(now: datetime) -> datetime:
    """An hour at least, two at most: on the hour, so that one picture keeps one address for a while."""
    return datetime.fromtimestamp((int(now.timestamp()) // HOUR + 2) * HOUR, UTC)


def sealed(given: PicturePass, key: bytes) -> str:
    """The pass as a part of an address."""
    said = "-".join(
        (
            str(given.workspace_id),
            str(given.plan_id),
            str(given.person_id),
            given.kind.value,
            str(int(given.until.timestamp())),
            given.head[:HEAD],
        )
    )
    return f"{said}-{_seal(said, key)}"


def opened(text: str, key: bytes, now: datetime) -> PicturePass:
    """The pass again. Raises `NotFound` for one that was not sealed with this key, or is over."""
    said, _, seal = text.rpartition("-")
    if not text.isascii() or not hmac.compare_digest(seal, _seal(said, key)):
        raise NotFound("the picture")
    workspace, plan, person, kind, until, head = said.split("-")
    if int(now.timestamp()) >= int(until):
        raise NotFound("the picture")
    return PicturePass(
        WorkspaceId(int(workspace)),
        PlanId(int(plan)),
        PersonId(int(person)),
        PictureKind(kind),
        datetime.fromtimestamp(int(until), UTC),
        head,
    )


def _seal(said: str, key: bytes) -> str:
    return hmac.new(key, said.encode("ascii", "replace"), sha256).hexdigest()[:SEAL]
