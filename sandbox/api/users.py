"""users.*, team.info, bots.info and auth.test: who is here, the app included."""

from sandbox.api.calling import Call, page_of
from sandbox.entities import Json
from sandbox.payloads import bot_json, person_json
from sandbox.refusals import Refused

LIST_MOST = 1000


def auth_test(call: Call) -> Json:
    """auth.test: whose token this is."""
    workspace = call.workspace
    return {
        "url": f"{call.desk.url}/",
        "team": workspace.name,
        "user": workspace.bot.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def info(call: Call) -> Json:
    """users.info."""
    return {"user": person_json(call.workspace, call.workspace.people.need(call.arguments["user"]))}


def list_all(call: Call) -> Json:
    """users.list: deactivated people and bots included. Without a limit a large workspace is refused."""
    everybody = [person_json(call.workspace, person) for person in call.workspace.people.all()]
    limit: int = call.get("limit") or LIST_MOST
    if not call.get("limit") and len(everybody) > LIST_MOST:
        raise Refused("limit_required")
    page, cursor = page_of(everybody, min(max(limit, 1), LIST_MOST), call.get("cursor"), "id")
    moment = int(call.workspace.clock.now().timestamp())
    return {"members": page, "cache_ts": moment, "response_metadata": {"next_cursor": cursor}}


def lookup_by_email(call: Call) -> Json:
    """users.lookupByEmail. Nobody found is `users_not_found`, in the plural."""
    person = call.workspace.people.with_email(call.arguments["email"])
    if person is None:
        raise Refused("users_not_found")
    return {"user": person_json(call.workspace, person)}


def team_info(call: Call) -> Json:
    """team.info."""
    workspace = call.workspace
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.name,
            "domain": workspace.domain,
            "url": f"{call.desk.url}/",
            "email_domain": "",
        }
    }


def bot_info(call: Call) -> Json:
    """bots.info, for the one app there is."""
    if call.get("bot") != call.workspace.bot_id:
        raise Refused("bot_not_found")
    return {"bot": bot_json(call.workspace)}
