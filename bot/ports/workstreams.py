"""What is said of workstreams: who runs each, and where its digest goes."""

from __future__ import annotations

from typing import Protocol

from bot.boards import BodyId
from bot.partnership import PartnershipId
from bot.workstreams import Workstream, WorkstreamId


class Workstreams(Protocol):
    """The workstreams of which anything was said; one that only actions name is none of these yet."""

    def named(self, partnership_id: PartnershipId, name: str) -> Workstream:
        """The workstream of this name, made if unknown."""
        ...

    def get(self, workstream_id: WorkstreamId) -> Workstream:
        """Raises `NotFound`."""
        ...

    def of(self, partnership_id: PartnershipId) -> tuple[Workstream, ...]:
        """Every one of a partnership, by name."""
        ...

    def by_channel(self, channel: str) -> tuple[Workstream, ...]:
        """Those whose digest goes to this channel."""
        ...

    def set_channel(self, workstream_id: WorkstreamId, channel: str | None) -> None:
        """Another channel, or none; a new one is not restricted until somebody says so."""
        ...

    def restrict_channel(self, workstream_id: WorkstreamId, *, is_restricted: bool) -> None:
        """Whether restricted plans may be spoken of in its channel."""
        ...

    def set_body(self, workstream_id: WorkstreamId, body_id: BodyId | None) -> None:
        """Which group runs it; None when nobody has said."""
        ...

    def note_shared(self, channel: str, *, is_shared: bool) -> None:
        """Note what the platform says of a channel: whether other organisations share it."""
        ...

    def is_known_shared(self, channel: str) -> bool:
        """Whether the platform last said that other organisations share this channel."""
        ...
