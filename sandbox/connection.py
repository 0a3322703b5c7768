"""One socket the app has open."""

import asyncio
import json

from aiohttp import web

from sandbox.entities import Json


class Connection:
    """One open socket; what is sent goes out in order."""

    def __init__(
        self, number: int, socket: web.WebSocketResponse, transport: asyncio.Transport | None
    ) -> None:
        self.number = number
        self._transport = transport
        self.is_leaving = False
        self._socket = socket
        self._outbox: asyncio.Queue[str] = asyncio.Queue()

    def send(self, body: Json) -> None:
        """Send one JSON message."""
        self._outbox.put_nowait(json.dumps(body))

    async def write(self) -> None:
        """Carry the outbox to the socket until cancelled."""
        while True:
            message = await self._outbox.get()
            if not self._socket.closed:
                await self._socket.send_str(message)

    async def close(self) -> None:
        """Close as the protocol has it."""
        await self._socket.close()

    def cut(self) -> None:
        """Be gone without a word, as when a cable is pulled."""
        if self._transport is not None:
            self._transport.abort()
