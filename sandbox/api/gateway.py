"""The door of the Web API: token, limits, scopes and arguments are checked here, then the method runs."""

import asyncio
import hmac
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from sandbox.api.arguments import checked, received
from sandbox.api.calling import Call, missing_scope
from sandbox.api.limits import Limits
from sandbox.api.methods import METHODS, Method, TokenKind
from sandbox.application import Application
from sandbox.desk import Desk
from sandbox.entities import Json
from sandbox.faults import Fault, Faults
from sandbox.refusals import Refused
from sandbox.sockets import Sockets


class Gateway:
    """Answers `/api/{method}` for one workspace."""

    def __init__(self, desk: Desk, sockets: Sockets, faults: Faults, limits: Limits) -> None:
        self._desk = desk
        self._sockets = sockets
        self._faults = faults
        self._limits = limits

    def add_routes(self, application: web.Application) -> None:
        """Take the Web API's addresses."""
        application.router.add_route("*", "/api/{method}", self.answer)

    async def answer(self, request: web.Request) -> web.Response:
        """One call, from request to response."""
        name = request.match_info["method"]
        headers = {"x-oauth-scopes": ",".join(sorted(self._desk.workspace.application.scopes))}
        try:
            method = METHODS.get(name)
            if method is None:
                raise Refused("unknown_method", req_method=name)
            given = await received(request, takes_json=method.takes_json)
            self._check_token(request, given, method)
            wait = self._wait(name, method, given)
            if wait is not None:
                headers["Retry-After"] = str(wait)
                return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
            body = await self._run(name, method, given)
        except Refused as refused:
            body = refusal(refused)
        headers["x-accepted-oauth-scopes"] = ",".join(method.scopes) if method else ""
        return web.json_response(body, headers=headers)

    async def _run(self, name: str, method: Method, given: Mapping[str, Any]) -> Json:
        if self._faults.take(Fault.FAIL_BEFORE_STORING, name) is not None:
            raise web.HTTPInternalServerError
        _check_scopes(self._desk.workspace.application, method)
        call = Call(self._desk, self._sockets, self._faults, checked(given, method.takes, method.required))
        await self._desk.pictures.look(self._desk.workspace, call.arguments)
        with self._desk.workspace.lock:
            body = {"ok": True, **method.run(call)}
        if call.warnings:
            body["warning"] = ",".join(call.warnings)
            body["response_metadata"] = {**body.get("response_metadata", {}), "warnings": call.warnings}
        if self._faults.take(Fault.FAIL_AFTER_STORING, name) is not None:
            raise web.HTTPInternalServerError
        late = self._faults.take(Fault.ANSWER_LATE, name)
        if late is not None:
            await asyncio.sleep(late)
        return body

    def _check_token(self, request: web.Request, given: Mapping[str, Any], method: Method) -> None:
        application = self._desk.workspace.application
        scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
        is_form = request.content_type != "application/json"
        token = (
            bearer.strip() if scheme.lower() == "bearer" else str(given.get("token", "")) if is_form else ""
        )
        if not token:
            raise Refused("not_authed")
        known = {TokenKind.BOT: application.bot_token, TokenKind.APP: application.app_token}
        kinds = [kind for kind, value in known.items() if hmac.compare_digest(value.encode(), token.encode())]
        if not kinds:
            raise Refused("invalid_auth")
        if kinds[0] is not method.token:
            raise Refused("not_allowed_token_type")

    def _wait(self, name: str, method: Method, given: Mapping[str, Any]) -> int | None:
        seconds = self._faults.take(Fault.RATE_LIMIT, name)
        if seconds is not None:
            return max(1, round(seconds))
        wait = self._limits.spend(name, method.tier)
        if wait is None and name == "chat.postMessage":
            wait = self._limits.spend_post(str(given.get("channel")))
        return wait


def _check_scopes(application: Application, method: Method) -> None:
    if method.scopes and not application.scopes.intersection(method.scopes):
        raise missing_scope(",".join(method.scopes), application.scopes)


def refusal(refused: Refused) -> Json:
    """A refusal as Slack answers it, with status 200."""
    body: Json = {"ok": False, "error": refused.error, **refused.more}
    if refused.messages:
        body["errors"] = [message.removeprefix("[ERROR] ") for message in refused.messages]
        body["response_metadata"] = {"messages": list(refused.messages)}
    return body
