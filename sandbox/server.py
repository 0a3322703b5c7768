"""The sandbox as one aiohttp application, always bound to 127.0.0.1."""

from collections.abc import AsyncIterator, Callable

from aiohttp import web

from sandbox.acts import Acts
from sandbox.api.gateway import Gateway
from sandbox.api.limits import Limits, RateRules
from sandbox.changes import ChangeKind
from sandbox.control import Control
from sandbox.control_acts import ControlActs
from sandbox.delivery import DeliveryRules
from sandbox.desk import Desk
from sandbox.doors import Doors
from sandbox.faults import Faults
from sandbox.sockets import Sockets
from sandbox.strangers import refuse_strangers
from sandbox.workspace import Workspace

HOST = "127.0.0.1"
LARGEST_BODY = 64 * 1024 * 1024

WORKSPACE = web.AppKey("workspace", Workspace)
ACTS = web.AppKey("acts", Acts)
DESK = web.AppKey("desk", Desk)
SOCKETS = web.AppKey("sockets", Sockets)
FAULTS = web.AppKey("faults", Faults)

AddRoutes = Callable[[web.Application], None]


def build_application(
    workspace: Workspace,
    *,
    delivery: DeliveryRules | None = None,
    rates: RateRules | None = None,
    pages: AddRoutes | None = None,
) -> web.Application:
    """The whole server over one workspace. `pages(application)` adds the web page's routes.

    Handlers find what they need under WORKSPACE, ACTS, DESK, SOCKETS and FAULTS.
    """
    application = web.Application(client_max_size=LARGEST_BODY, middlewares=[refuse_strangers])
    faults = Faults()
    sockets = Sockets(workspace.application.app_id, faults, delivery or DeliveryRules())
    sockets.when_connections_change = lambda _count: workspace.feed.publish(ChangeKind.CONNECTION_CHANGED)
    desk = Desk(workspace, sockets)
    application[WORKSPACE] = workspace
    application[DESK] = desk
    application[ACTS] = Acts(desk)
    application[SOCKETS] = sockets
    application[FAULTS] = faults
    limits = Limits(rates or RateRules())
    application.router.add_get("/link/{ticket}", sockets.serve)
    Gateway(desk, sockets, faults, limits).add_routes(application)
    Doors(desk).add_routes(application)
    Control(desk, sockets, faults, limits).add_routes(application)
    ControlActs(desk, application[ACTS]).add_routes(application)
    if pages is not None:
        pages(application)
    application.cleanup_ctx.append(_deliver)
    return application


async def _deliver(application: web.Application) -> AsyncIterator[None]:
    sockets = application[SOCKETS]
    sockets.start()
    yield
    await sockets.hang_up()
    sockets.stop()
