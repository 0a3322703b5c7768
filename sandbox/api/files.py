"""files.*: the two-step upload, and what is known of a file."""

from typing import Any

from sandbox.api.calling import Call
from sandbox.api.chat import post_file
from sandbox.entities import File, Json
from sandbox.message_payloads import file_json
from sandbox.refusals import Refused


def get_upload_url(call: Call) -> Json:
    """files.getUploadURLExternal."""
    length: int = call.arguments["length"]
    if length <= 0:
        raise Refused("invalid_arguments", ["[ERROR] must be greater than 0 [json-pointer:/length]"])
    file = call.workspace.files.announce(
        call.workspace.bot.id, call.arguments["filename"], length, call.get("alt_txt", "")
    )
    return {"upload_url": f"{call.desk.url}/upload/{file.id}", "file_id": file.id}


def complete_upload(call: Call) -> Json:
    """files.completeUploadExternal: finish, and share where a channel is named."""
    channels = _channels(call)
    files = [_complete(call, each, channels) for each in _entries(call.arguments["files"])]
    for channel in channels:
        call.arguments["channel"] = channel
        post_file(call, tuple(file.id for file in files), call.get("initial_comment", ""))
    return {"files": [file_json(call.workspace, file, call.desk.url) for file in files]}


def _channels(call: Call) -> tuple[str, ...]:
    found = []
    for name in [call.get("channel_id"), *(call.get("channels") or [])]:
        if name:
            call.arguments["channel"] = name
            found.append(call.channel().id)
    return tuple(dict.fromkeys(found))


def _entries(files: Any) -> list[Json]:
    if (
        not isinstance(files, list)
        or not files
        or not all(isinstance(each, dict) and "id" in each for each in files)
    ):
        raise Refused(
            "invalid_arguments", ["[ERROR] must be an array of objects with an id [json-pointer:/files]"]
        )
    return files


def _complete(call: Call, entry: Json, channels: tuple[str, ...]) -> File:
    file = call.workspace.files.need(entry["id"])
    if file.user != call.workspace.bot.id:
        raise Refused("access_denied")
    return call.workspace.files.complete(file, title=entry.get("title"), channels=channels)


def info(call: Call) -> Json:
    """files.info: a file the app shared, or one in a conversation it is in."""
    file = call.workspace.files.need(call.arguments["file"])
    bot = call.workspace.bot.id
    shared = [call.workspace.channels.need(each) for each in file.channels]
    if file.user != bot and not any(bot in channel.members for channel in shared):
        raise Refused("file_not_found")
    shown = file_json(call.workspace, file, call.desk.url)
    return {"file": shown, "comments": [], "response_metadata": {"next_cursor": ""}}
