"""Acts of the finger: buttons pressed, menus chosen from."""

from sandbox.choices import Choice, chosen, complete_values, find_element
from sandbox.desk import Desk
from sandbox.dispatching import EnvelopeType, Outcome, Pending, settled
from sandbox.entities import Json, Message, Person, View
from sandbox.identifiers import stamp
from sandbox.interactions import interaction, send_interaction
from sandbox.message_payloads import message_json
from sandbox.payloads import channel_reference, view_json
from sandbox.refusals import Refused
from sandbox.settling import then

# What a pressed button does not repeat, or what is said of it otherwise.
_UNSAID = frozenset({"type", "action_id", "url", "confirm", "accessibility_label"})


def press(
    desk: Desk, person: str, where: Message | View, action_id: str, choice: Choice, block_id: str | None
) -> Pending:
    """Send `block_actions`, after remembering what was chosen."""
    with desk.workspace.lock:
        actor = desk.person(person)
        if isinstance(where, Message):
            return _press_message(desk, actor, where, action_id, choice, block_id)
        return _press_view(desk, actor, where, action_id, choice, block_id)


def _press_message(
    desk: Desk, actor: Person, where: Message, action_id: str, choice: Choice, block_id: str | None
) -> Pending:
    workspace = desk.workspace
    message = workspace.messages.get(where.channel, where.ts)
    if message is None or message.only_for not in (None, actor.id):
        raise Refused("message_not_found")
    block, element = find_element(message.blocks, action_id, block_id)
    action = _action(desk, block, element, choice)
    values = desk.chosen.setdefault((actor.id, message.channel, message.ts), {})
    _remember(values, block, element, choice)
    channel = workspace.channels.need(message.channel)
    token = desk.response_passes.issue(channel.id, actor.id, message.ts, message.thread_ts)
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.only_for is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = interaction(desk, "block_actions", actor) | {
        "container": container,
        "channel": channel_reference(channel),
        "state": {"values": complete_values(message.blocks, values)},
        "response_url": desk.response_url(token),
        "actions": [action],
    }
    if message.only_for is None:  # Slack does not send an ephemeral message back
        payload["message"] = message_json(workspace, message, desk.url)
    return send_interaction(desk, actor, payload)


def _press_view(
    desk: Desk, actor: Person, where: View, action_id: str, choice: Choice, block_id: str | None
) -> Pending:
    workspace = desk.workspace
    view = workspace.views.find(where.id, None)
    if view.user != actor.id:
        raise Refused("not_found")
    blocks = view.content.get("blocks", [])
    block, element = find_element(blocks, action_id, block_id)
    action = _action(desk, block, element, choice)
    values: Json = {}
    _remember(values, block, element, choice)
    if values:
        view = workspace.views.fill_in(view, values)
    if block["type"] == "input" and not block.get("dispatch_action"):
        return settled(Outcome())
    shown = view_json(workspace, view) | {"state": {"values": complete_values(blocks, view.values)}}
    payload = interaction(desk, "block_actions", actor) | {
        "container": {"type": "view", "view_id": view.id},
        "view": shown,
        "actions": [action],
    }
    return send_interaction(desk, actor, payload)


def _action(desk: Desk, block: Json, element: Json, choice: Choice) -> Json:
    base = {
        "action_id": element["action_id"],
        "block_id": block.get("block_id", ""),
        "type": element["type"],
        "action_ts": stamp(desk.workspace.clock.now()),
    }
    if element["type"] in ("button", "workflow_button"):
        return {key: value for key, value in element.items() if key not in _UNSAID} | base
    return (
        {key: value for key, value in element.items() if key == "placeholder"}
        | chosen(element, choice)
        | base
    )


def _remember(values: Json, block: Json, element: Json, choice: Choice) -> None:
    if element["type"] not in ("button", "workflow_button", "overflow"):
        values.setdefault(block.get("block_id", ""), {})[element["action_id"]] = chosen(element, choice)


def suggest(desk: Desk, person: str, where: Message | View, action_id: str, written: str) -> Pending:
    """Ask the app for the options of an external menu."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        blocks = where.blocks if isinstance(where, Message) else where.content.get("blocks", [])
        block, _ = find_element(blocks, action_id)
        payload = interaction(desk, "block_suggestion", actor) | {
            "action_id": action_id,
            "block_id": block.get("block_id", ""),
            "value": written,
            "container": {"type": "view" if isinstance(where, View) else "message"},
        }
        if isinstance(where, View):
            payload["view"] = view_json(workspace, where)
        return then(
            desk,
            actor.id,
            desk.dispatcher.send(EnvelopeType.INTERACTIVE, payload),
            lambda answer: Outcome(problem=answer.problem, payload=answer.payload),
        )
