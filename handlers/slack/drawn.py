"""When what was pressed was drawn. A message tells it by its timestamp, unless it was drawn again in its
place, for its timestamp stays; a Home has none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from handlers.slack.blocks.encoding import DRAWN

_DRAWN = re.compile(rf"(?:^| ){DRAWN}(\d+\.\d+):\d+$")
_TIMESTAMP = re.compile(r"^\d{1,10}(\.\d+)?$")


def stamp(at: datetime) -> str:
    """An instant as Slack writes one."""
    return f"{at.timestamp():.6f}"


def drawn_again(blocks: Sequence[Mapping[str, Any]], at: datetime) -> list[dict[str, Any]]:
    """The blocks of a message that takes the place of another, each row of buttons named after when."""
    return [
        {**one, "block_id": f"{one.get('block_id', '')} {DRAWN}{stamp(at)}:{number}".strip()}
        if one["type"] == "actions"
        else dict(one)
        for number, one in enumerate(blocks)
    ]


def drawn_at(body: Mapping[str, Any], action: Mapping[str, Any]) -> datetime | None:
    """When a pressed button was drawn; None where nothing tells."""
    if named := _DRAWN.search(str(action.get("block_id") or "")):
        return instant_of(named[1])
    if view := body.get("view"):
        return instant_of(view.get("private_metadata"))
    return instant_of(
        (body.get("container") or {}).get("message_ts") or (body.get("message") or {}).get("ts")
    )


def instant_of(written: object) -> datetime | None:
    """An instant that Slack or `stamp` wrote."""
    if not isinstance(written, str) or not _TIMESTAMP.match(written):
        return None
    return datetime.fromtimestamp(float(written), UTC)
