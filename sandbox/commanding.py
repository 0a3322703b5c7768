"""Acts that start something: slash commands and shortcuts."""

from sandbox.answering import post_answer
from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType, Outcome, Pending
from sandbox.entities import SLACKBOT, Message, Person
from sandbox.identifiers import stamp
from sandbox.interactions import interaction, send_interaction
from sandbox.message_payloads import message_json
from sandbox.passes import ResponsePass
from sandbox.payloads import channel_reference
from sandbox.refusals import Refused
from sandbox.settling import then
from sandbox.speaking import escaped, typed


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
            return send_interaction(desk, actor, interaction(desk, "shortcut", actor) | moment)
        current = workspace.messages.need(message.channel, message.ts)
        channel = workspace.channels.need(current.channel)
        token = desk.response_passes.issue(channel.id, actor.id, current.ts, current.thread_ts)
        subject = {
            "channel": channel_reference(channel),
            "message_ts": current.ts,
            "message": message_json(workspace, current, desk.url),
            "response_url": desk.response_url(token),
        }
        return send_interaction(desk, actor, interaction(desk, "message_action", actor) | moment | subject)
