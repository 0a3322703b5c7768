"""Socket Mode on the wire: one-time addresses, hello, one connection an envelope, redelivery, refreshes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from sandbox.dispatching import Problem
from sandbox.faults import Fault
from sandbox.run import Server, running
from sandbox.sockets import MOST_CONNECTIONS
from tests.sandbox.conftest import (
    Partnership,
    acknowledgements_later_overdue,
    acknowledgements_soon_overdue,
    eventually,
)

Json = dict[str, Any]
PATIENCE = 30


def played(scene: Callable[[ClientSession], Awaitable[None]]) -> None:
    async def play() -> None:
        async with ClientSession() as session:
            await asyncio.wait_for(scene(session), 3 * PATIENCE)

    asyncio.run(play())


async def address(server: Server, session: ClientSession) -> str:
    headers = {"Authorization": f"Bearer {server.workspace.application.app_token}"}
    async with session.post(f"{server.api_url}apps.connections.open", headers=headers) as answer:
        return str((await answer.json())["url"])


@asynccontextmanager
async def linked(server: Server, session: ClientSession) -> AsyncIterator[ClientWebSocketResponse]:
    async with session.ws_connect(await address(server, session)) as link:
        assert (await link.receive_json(timeout=PATIENCE))["type"] == "hello"
        yield link


async def next_of(link: ClientWebSocketResponse) -> Json:
    message: Json = await link.receive_json(timeout=PATIENCE)
    return message


async def acknowledge(link: ClientWebSocketResponse, envelope: Json, payload: Json | None = None) -> None:
    answer = {"envelope_id": envelope["envelope_id"]} | ({} if payload is None else {"payload": payload})
    await link.send_json(answer)


def test_an_address_works_once(server: Server) -> None:
    async def scene(session: ClientSession) -> None:
        url = await address(server, session)
        async with session.ws_connect(url) as link:
            hello = await next_of(link)
            assert hello["connection_info"] == {"app_id": server.workspace.application.app_id}
            assert hello["num_connections"] == 1
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(url)

    played(scene)


def test_an_event_carries_what_bolt_needs_and_waits_for_no_payload(
    server: Server, partnership: Partnership
) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            message = server.acts.say("sokoro", "@app", "hello")
            envelope = await next_of(link)
            assert (envelope["type"], envelope["accepts_response_payload"]) == ("events_api", False)
            assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
            payload = envelope["payload"]
            assert payload["type"] == "event_callback"
            assert payload["event_id"].startswith("Ev")
            assert payload["authorizations"][0]["user_id"] == partnership.workspace.bot.id
            event = payload["event"]
            assert (event["type"], event["channel_type"], event["ts"]) == ("message", "im", message.ts)
            assert event["event_ts"] == message.ts
            assert event["client_msg_id"] == message.client_msg_id

    played(scene)


@acknowledgements_later_overdue
def test_an_unacknowledged_event_comes_again_under_the_same_id_until_it_is_acknowledged(
    server: Server, partnership: Partnership
) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "hello")
            first, second, third = [await next_of(link) for _ in range(3)]
            assert [each["retry_attempt"] for each in (first, second, third)] == [0, 1, 2]
            assert [each["retry_reason"] for each in (second, third)] == ["timeout", "timeout"]
            assert {each["payload"]["event_id"] for each in (first, second, third)} == {
                first["payload"]["event_id"]
            }
            await acknowledge(link, third)
            server.acts.say("sokoro", "@app", "again")
            assert (await next_of(link))["payload"]["event"]["text"] == "again"

    played(scene)


@acknowledgements_soon_overdue
def test_after_three_retries_an_event_is_given_up(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "hello")
            attempts = [(await next_of(link))["retry_attempt"] for _ in range(4)]
            assert attempts == [0, 1, 2, 3]
            await asyncio.to_thread(eventually, lambda: server.sockets.on_their_way == 0)

    played(scene)


def test_an_envelope_goes_to_one_connection(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as older, linked(server, session) as newer:
            for words in ("one", "two"):
                server.acts.say("sokoro", "@app", words)
                await acknowledge(newer, await next_of(newer))
            with pytest.raises(asyncio.TimeoutError):
                await older.receive(timeout=0.05)

    played(scene)


def test_what_was_sent_to_a_lost_connection_is_sent_to_the_next(
    server: Server, partnership: Partnership
) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "hello")
            lost = await next_of(link)
        async with linked(server, session) as link:
            again = await next_of(link)
            assert again["payload"] == lost["payload"]
            assert (again["retry_attempt"], again["retry_reason"]) == (1, "connection_failed")
            await acknowledge(link, again)

    played(scene)


def test_events_wait_for_an_app_that_is_away_but_acts_fail(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        server.acts.say("sokoro", "@app", "are you there?")
        failed = await asyncio.wrap_future(server.acts.command("sokoro", "@app", "/status"))
        assert failed.problem is Problem.NOT_CONNECTED
        async with linked(server, session) as link:
            waited = await next_of(link)
            assert waited["payload"]["event"]["text"] == "are you there?"
            await acknowledge(link, waited)

    played(scene)


def test_a_refresh_asks_politely_and_sends_the_rest_elsewhere(
    server: Server, partnership: Partnership
) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as old:
            server.loop.call_soon_threadsafe(server.sockets.refresh)
            parting = await next_of(old)
            assert (parting["type"], parting["reason"]) == ("disconnect", "refresh_requested")
            async with linked(server, session) as new:
                server.acts.say("sokoro", "@app", "hello")
                await acknowledge(new, await next_of(new))

    played(scene)


def test_the_eleventh_connection_is_refused(server: Server) -> None:
    async def scene(session: ClientSession) -> None:
        links = [
            await session.ws_connect(await address(server, session)) for _ in range(MOST_CONNECTIONS + 1)
        ]
        refusal = await next_of(links[-1])
        assert (refusal["type"], refusal["reason"]) == ("disconnect", "too_many_websockets")
        assert (await links[-1].receive(timeout=PATIENCE)).type is WSMsgType.CLOSE
        for link in links:
            await link.close()

    played(scene)


def test_what_is_not_json_is_overheard(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            await link.send_str("ping from the SDK")
            await link.send_json(["no", "object"])
            server.acts.say("sokoro", "@app", "hello")
            await acknowledge(link, await next_of(link))

    played(scene)


@acknowledgements_soon_overdue
def test_a_late_acknowledgement_does_not_undo_a_failure(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        async with linked(server, session) as link:
            pending = server.acts.command("sokoro", "@app", "/status")
            envelope = await next_of(link)
            assert (await asyncio.wrap_future(pending)).problem is Problem.TOO_LATE
            await acknowledge(link, envelope, {"text": "too late"})
            server.acts.say("sokoro", "@app", "hello")
            await acknowledge(link, await next_of(link))
            said = partnership.texts(partnership.lead, partnership.dm(partnership.lead))
            assert said == ['/status failed with the error "operation_timeout"', "hello"]

    played(scene)


@acknowledgements_soon_overdue
def test_an_acknowledgement_can_be_lost_on_purpose(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        server.faults.arm(Fault.DROP_ACK)
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "hello")
            first = await next_of(link)
            await acknowledge(link, first)
            again = await next_of(link)
            assert (again["payload"]["event_id"], again["retry_attempt"]) == (first["payload"]["event_id"], 1)
            await acknowledge(link, again)

    played(scene)


def test_an_event_can_be_delivered_twice_on_purpose(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        server.faults.arm(Fault.DELIVER_TWICE)
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "hello")
            first, second = await next_of(link), await next_of(link)
            assert first["payload"] == second["payload"]
            assert first["envelope_id"] != second["envelope_id"]
            await acknowledge(link, first)
            await acknowledge(link, second)

    played(scene)


def test_an_envelope_can_be_late_on_purpose(server: Server, partnership: Partnership) -> None:
    async def scene(session: ClientSession) -> None:
        server.faults.arm(Fault.DELIVER_LATE, seconds=1)
        async with linked(server, session) as link:
            server.acts.say("sokoro", "@app", "late")
            server.acts.say("sokoro", "@app", "punctual")
            order = []
            for _ in range(2):
                envelope = await next_of(link)
                order.append(envelope["payload"]["event"]["text"])
                await acknowledge(link, envelope)
            assert order == ["punctual", "late"]

    played(scene)


def test_when_the_server_stops_nobody_is_left_waiting(partnership: Partnership) -> None:
    with running(partnership.workspace) as server:
        server.faults.arm(Fault.DELIVER_LATE, seconds=60)
        pending = server.acts.command("sokoro", "@app", "/status")
    assert pending.result(PATIENCE).problem is Problem.NOT_CONNECTED
