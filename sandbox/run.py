"""Running the sandbox in a background thread with its own loop: for the demonstration and the tests."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from aiohttp import web

from sandbox.acts import Acts
from sandbox.api.limits import RateRules
from sandbox.delivery import DeliveryRules
from sandbox.desk import Desk
from sandbox.faults import Faults
from sandbox.posting import Posts
from sandbox.server import ACTS, DESK, FAULTS, HOST, SOCKETS, AddRoutes, build_application
from sandbox.sockets import Sockets
from sandbox.workspace import Workspace


@dataclass(frozen=True)
class Server:
    """A running sandbox. `url` has no slash at its end; `api_url` is the WebClient's base_url."""

    url: str
    workspace: Workspace
    acts: Acts
    desk: Desk
    sockets: Sockets
    faults: Faults
    rules: DeliveryRules
    loop: asyncio.AbstractEventLoop

    @contextmanager
    def posting_to(self, addresses: Sequence[str]) -> Iterator[Posts]:
        """HTTP mode, for as long as the block lasts: what the app hears is posted to these addresses in
        turn, signed with the app's own secret."""
        secret = self.workspace.application.signing_secret
        posts = Posts(self.loop, addresses, secret, self.faults, self.rules)
        before, self.desk.dispatcher = self.desk.dispatcher, posts
        try:
            yield posts
        finally:
            self.desk.dispatcher = before
            asyncio.run_coroutine_threadsafe(posts.stop(), self.loop).result()

    def hang_up(self) -> None:
        """Close the app's sockets. An SDK client that is told not to reconnect then closes at once."""
        asyncio.run_coroutine_threadsafe(self.sockets.hang_up(), self.loop).result()

    @property
    def api_url(self) -> str:
        """What `WebClient(base_url=…)` needs."""
        return f"{self.url}/api/"


@contextmanager
def running(
    workspace: Workspace,
    *,
    port: int = 0,
    delivery: DeliveryRules | None = None,
    rates: RateRules | None = None,
    pages: AddRoutes | None = None,
) -> Iterator[Server]:
    """A server on 127.0.0.1 (a free port unless one is given) for as long as the block lasts."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="sandbox", daemon=True)
    thread.start()
    try:
        start = _start(workspace, port, delivery, rates, pages)
        runner, server = asyncio.run_coroutine_threadsafe(start, loop).result()
        try:
            yield server
        finally:
            asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _start(
    workspace: Workspace,
    port: int,
    delivery: DeliveryRules | None,
    rates: RateRules | None,
    pages: AddRoutes | None,
) -> tuple[web.AppRunner, Server]:
    application = build_application(workspace, delivery=delivery, rates=rates, pages=pages)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        await runner.cleanup()
        raise
    bound = runner.addresses[0][1]
    application[DESK].url = f"http://{HOST}:{bound}"
    server = Server(
        url=application[DESK].url,
        workspace=workspace,
        acts=application[ACTS],
        desk=application[DESK],
        sockets=application[SOCKETS],
        faults=application[FAULTS],
        rules=delivery or DeliveryRules(),
        loop=asyncio.get_running_loop(),
    )
    return runner, server
