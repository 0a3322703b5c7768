"""apps.connections.open: the way into Socket Mode."""

from sandbox.api.calling import Call
from sandbox.entities import Json


def open_connection(call: Call) -> Json:
    """A WebSocket address that works once."""
    address = call.desk.url.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/{call.sockets.ticket()}"}
