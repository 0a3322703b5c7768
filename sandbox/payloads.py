"""The JSON an app receives and reads: people, channels and views as Slack spells them."""

import zoneinfo

from sandbox.entities import CHANNEL_TYPES, Channel, ChannelKind, Json, Person, View, ViewKind
from sandbox.workspace import Workspace


def person_json(workspace: Workspace, person: Person) -> Json:
    """A user object as users.info gives it; the e-mail address only if the app has `users:read.email`."""
    zone = zoneinfo.ZoneInfo(person.zone)
    offset = workspace.clock.now().astimezone(zone).utcoffset()
    profile: Json = {
        "real_name": person.real_name,
        "display_name": person.name,
        "real_name_normalized": person.real_name,
        "display_name_normalized": person.name,
        "title": person.title,
        "team": workspace.team_id,
    }
    if person.email and "users:read.email" in workspace.application.scopes:
        profile["email"] = person.email
    if person.id == workspace.bot.id:
        profile |= {"bot_id": workspace.bot_id, "api_app_id": workspace.application.app_id}
    base: Json = {
        "id": person.id,
        "team_id": workspace.team_id,
        "name": person.name,
        "deleted": person.is_deleted,
        "is_bot": person.is_bot,
        "profile": profile,
    }
    if person.is_deleted:
        return base
    return base | {
        "real_name": person.real_name,
        "tz": person.zone,
        "tz_label": person.zone,
        "tz_offset": 0 if offset is None else int(offset.total_seconds()),
        "is_admin": False,
        "is_owner": False,
        "is_app_user": False,
        "is_restricted": False,
        "updated": 0,
    }


def channel_json(workspace: Workspace, channel: Channel) -> Json:
    """A conversation object as conversations.info gives it."""
    base: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind is ChannelKind.DIRECT,
        "is_mpim": channel.kind is ChannelKind.GROUP,
        "is_channel": channel.kind is ChannelKind.PUBLIC,
        "is_group": channel.kind is ChannelKind.PRIVATE,
        "is_private": channel.kind is not ChannelKind.PUBLIC,
        "context_team_id": workspace.team_id,
    }
    if channel.kind is ChannelKind.DIRECT:
        others = [member for member in channel.members if member != workspace.bot.id]
        return base | {"user": others[0] if others else workspace.bot.id, "is_user_deleted": False}
    name = channel.name or "mpdm-" + "--".join(channel.members)
    return base | {
        "name": name,
        "name_normalized": name,
        "creator": channel.creator,
        "is_member": workspace.bot.id in channel.members,
        "is_general": False,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_pending_ext_shared": False,
        "is_org_shared": False,
        "topic": {"value": channel.topic, "creator": channel.creator, "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": channel.creator, "last_set": 0},
        "num_members": len(channel.members),
    }


def bot_json(workspace: Workspace) -> Json:
    """The bot profile that messages of an app carry."""
    return {
        "id": workspace.bot_id,
        "app_id": workspace.application.app_id,
        "user_id": workspace.bot.id,
        "name": workspace.application.name,
        "deleted": False,
        "updated": 0,
        "team_id": workspace.team_id,
        "icons": {},
    }


def view_json(workspace: Workspace, view: View) -> Json:
    """A view as views.* answer it and interactions carry it."""
    content = view.content
    body: Json = {
        "id": view.id,
        "team_id": workspace.team_id,
        "type": view.kind.value,
        "blocks": content.get("blocks", []),
        "private_metadata": content.get("private_metadata", ""),
        "callback_id": content.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "title": content.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
        "clear_on_close": content.get("clear_on_close", False),
        "notify_on_close": content.get("notify_on_close", False),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": view.previous_id,
        "root_view_id": view.root_id,
        "app_id": workspace.application.app_id,
        "external_id": content.get("external_id", ""),
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.bot_id,
    }
    if view.kind is ViewKind.MODAL:
        body["submit_disabled"] = content.get("submit_disabled", False)
    return body


def channel_reference(channel: Channel) -> Json:
    """The id and name of a channel, as interactions name it."""
    name = {ChannelKind.DIRECT: "directmessage", ChannelKind.PRIVATE: "privategroup"}.get(
        channel.kind, channel.name
    )
    return {"id": channel.id, "name": name or CHANNEL_TYPES[channel.kind]}


def person_reference(workspace: Workspace, person: Person) -> Json:
    """The id and names of a person, as interactions name them."""
    return {"id": person.id, "username": person.name, "name": person.name, "team_id": workspace.team_id}


def team_reference(workspace: Workspace) -> Json:
    """The id and domain of the workspace."""
    return {"id": workspace.team_id, "domain": workspace.domain}
