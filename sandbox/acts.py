"""What people do: the one interface of the page, the control API and the tests.

People are named by id, handle or real name; channels by id or `#name`; `@app` is one's direct message with
the app. Acts return at once. Those the app must acknowledge return a future of an `Outcome`: wait for it with
`.result(timeout)`, or in a coroutine with `await asyncio.wrap_future(...)`. Never call `.result()` on the
server's own loop.
"""

from collections.abc import Mapping

from sandbox import commanding, filling, pressing, speaking
from sandbox.choices import Choice
from sandbox.desk import Desk
from sandbox.dispatching import Pending
from sandbox.entities import Message, View


class Acts:
    """Person acts. Each holds the workspace's lock while it changes anything."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def say(self, person: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """Write a message. `@handle` and `#name` become mentions as they do in Slack."""
        return speaking.say(self._desk, person, channel, text, thread_ts)

    def edit(self, person: str, message: Message, text: str) -> Message:
        """Change one's own message."""
        return speaking.edit(self._desk, person, message, text)

    def delete(self, person: str, message: Message) -> None:
        """Delete one's own message."""
        speaking.delete(self._desk, person, message)

    def upload(self, person: str, channel: str, name: str, content: bytes, text: str = "") -> Message:
        """Drop a file into a conversation."""
        return speaking.upload(self._desk, person, channel, name, content, text)

    def join(self, person: str, channel: str) -> None:
        """Come into a channel."""
        speaking.join(self._desk, person, channel)

    def leave(self, person: str, channel: str) -> None:
        """Leave a channel."""
        speaking.leave(self._desk, person, channel)

    def invite_app(self, person: str, channel: str) -> None:
        """Bring the app into a channel, as `/invite @app` does."""
        speaking.invite_app(self._desk, person, channel)

    def press(
        self,
        person: str,
        where: Message | View,
        action_id: str,
        choice: Choice = None,
        block_id: str | None = None,
    ) -> Pending:
        """Press a button, or choose: an option's value (several: a list), a date, a person's id."""
        return pressing.press(self._desk, person, where, action_id, choice, block_id)

    def command(self, person: str, channel: str, command: str, text: str = "") -> Pending:
        """Run a slash command."""
        return commanding.command(self._desk, person, channel, command, text)

    def shortcut(self, person: str, callback_id: str, message: Message | None = None) -> Pending:
        """Use a shortcut of the app, or with a message, an entry of that message's menu."""
        return commanding.shortcut(self._desk, person, callback_id, message)

    def suggest(self, person: str, where: Message | View, action_id: str, typed: str) -> Pending:
        """Type into an external menu; the outcome's payload holds the options."""
        return pressing.suggest(self._desk, person, where, action_id, typed)

    def submit(
        self, person: str, view_id: str, values: Mapping[str, Choice | Mapping[str, Choice]]
    ) -> Pending:
        """Submit a modal. Values stand by block id or action id, or nested as Slack nests them."""
        return filling.submit(self._desk, person, view_id, values)

    def close(self, person: str, view_id: str, *, all_of_them: bool = False) -> Pending:
        """Close a modal, or its whole stack."""
        return filling.close(self._desk, person, view_id, all_of_them=all_of_them)

    def open_home(self, person: str, tab: str = "home") -> None:
        """Look at the app: its `home` tab or its `messages` tab."""
        filling.open_home(self._desk, person, tab)
