"""Acts of the finger: buttons, menus, slash commands and shortcuts."""

from sandbox.answering import post_answer
from sandbox.choices import Choice, chosen, complete_values, find_element
from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType, Outcome, Pending, settled
from sandbox.entities import SLACKBOT, Json, Message, Person, View
from sandbox.identifiers import stamp
from sandbox.passes import ResponsePass
from sandbox.payloads import channel_reference, message_json, person_reference, team_reference, view_json
from sandbox.refusals import Refused
from sandbox.settling import problem_sentence, then
from sandbox.speaking import escaped, typed

_UNSAID = {
    "type",
    "action_id",
    "url",
    "options",
    "option_groups",
    "confirm",
    "placeholder",
    "initial_option",
}


def interaction(desk: Desk, kind: str, person: Person) -> Json:
    """What every interactive payload has in common, a fresh trigger id included."""
    workspace = desk.workspace
    return {
        "type": kind,
        "team": team_reference(workspace),
        "user": person_reference(workspace, person),
        "api_app_id": workspace.application.app_id,
        "token": workspace.application.verification_token,
        "trigger_id": desk.triggers.issue(person.id),
        "enterprise": None,
        "is_enterprise_install": False,
    }


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
    return _send_action(desk, actor, payload)


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
    return _send_action(desk, actor, payload)


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


def _send_action(desk: Desk, actor: Person, payload: Json) -> Pending:
    def decide(answer: Answer) -> Outcome:
        if answer.problem is not None:
            desk.workspace.notify(actor.id, problem_sentence(desk, answer.problem))
        return Outcome(problem=answer.problem, payload=answer.payload)

    return then(desk, actor.id, desk.dispatcher.send(EnvelopeType.INTERACTIVE, payload), decide)


def command(desk: Desk, person: str, channel: str, name: str, text: str) -> Pending:
    """Send a slash command; what it is acknowledged with is posted as its answer."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        target = desk.channel(channel, actor)
        if actor.id not in target.members:
            raise Refused("not_in_channel")
        if name not in workspace.application.commands or "commands" not in workspace.application.scopes:
            raise Refused("unknown_command", [name])
        token = desk.response_passes.issue(target.id, actor.id)
        payload = {
            "token": workspace.application.verification_token,
            "team_id": workspace.team_id,
            "team_domain": workspace.domain,
            "channel_id": target.id,
            "channel_name": channel_reference(target)["name"],
            "user_id": actor.id,
            "user_name": actor.name,
            "command": name,
            "text": typed(desk, text) if workspace.application.escapes_commands else escaped(text),
            "api_app_id": workspace.application.app_id,
            "is_enterprise_install": "false",
            "response_url": desk.response_url(token),
            "trigger_id": desk.triggers.issue(actor.id),
        }

        def decide(answer: Answer) -> Outcome:
            if answer.problem is not None:
                _slackbot_says(
                    desk, actor, target.id, f'{name} failed with the error "{answer.problem.value}"'
                )
            elif answer.payload:
                post_answer(desk, ResponsePass(target.id, actor.id), answer.payload)
            return Outcome(problem=answer.problem, payload=answer.payload)

        return then(desk, actor.id, desk.dispatcher.send(EnvelopeType.COMMAND, payload), decide)


def _slackbot_says(desk: Desk, person: Person, channel_id: str, text: str) -> None:
    desk.workspace.messages.post(
        Message(channel=channel_id, ts="", user=SLACKBOT, text=text, only_for=person.id)
    )


def shortcut(desk: Desk, person: str, callback_id: str, message: Message | None) -> Pending:
    """Send a shortcut, or a message's action."""
    workspace = desk.workspace
    with workspace.lock:
        actor = desk.person(person)
        known = {(each.callback_id, each.on_message) for each in workspace.application.shortcuts}
        if (callback_id, message is not None) not in known:
            raise Refused("unknown_shortcut", [callback_id])
        moment = {"callback_id": callback_id, "action_ts": stamp(workspace.clock.now())}
        if message is None:
            return _send_action(desk, actor, interaction(desk, "shortcut", actor) | moment)
        current = workspace.messages.need(message.channel, message.ts)
        channel = workspace.channels.need(current.channel)
        token = desk.response_passes.issue(channel.id, actor.id, current.ts, current.thread_ts)
        subject = {
            "channel": channel_reference(channel),
            "message_ts": current.ts,
            "message": message_json(workspace, current, desk.url),
            "response_url": desk.response_url(token),
        }
        return _send_action(desk, actor, interaction(desk, "message_action", actor) | moment | subject)


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
