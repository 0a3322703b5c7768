"""What every act and method works with: the workspace, the passes, the way to the app, the address."""

from dataclasses import dataclass, field

from sandbox.dispatching import Dispatcher
from sandbox.entities import Channel, Json, Person
from sandbox.passes import ResponsePasses, Triggers
from sandbox.picture_proxy import PictureProxy
from sandbox.refusals import Refused
from sandbox.workspace import Workspace


@dataclass
class Desk:
    """One a server. `url` is known once the server listens."""

    workspace: Workspace
    dispatcher: Dispatcher
    triggers: Triggers = field(default_factory=Triggers)
    response_passes: ResponsePasses = field(default_factory=ResponsePasses)
    url: str = "http://127.0.0.1"
    pictures: PictureProxy = field(default_factory=PictureProxy)
    # What each person has chosen in each message: (person, channel, ts) -> block id -> action id -> state.
    chosen: dict[tuple[str, str, str], Json] = field(default_factory=dict)

    def person(self, who: str) -> Person:
        """Somebody by id, handle or real name; `user_not_found` otherwise."""
        return self.workspace.people.get(who) or self.workspace.people.named(who)

    def channel(self, where: str, person: Person) -> Channel:
        """A channel by id or `#name`; `@app` is the person's direct message with the app."""
        if where == "@app":
            return self.workspace.direct_with_bot(person.id)
        channel = self.workspace.channels.get(where) or self.workspace.channels.named(where)
        if channel is None:
            raise Refused("channel_not_found")
        return channel

    def response_url(self, token: str) -> str:
        """A response URL on this server."""
        return f"{self.url}/response/{token}"
