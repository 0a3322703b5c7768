"""The box one writes in, with what helps while typing a command or a name."""

from __future__ import annotations

import json

from sandbox.entities import ChannelKind
from sandbox.page.markup import Html, hidden_words, tag
from sandbox.page.scene import Scene, sign_of, title_of


def composer(scene: Scene, *, in_thread: bool = False, draft: str = "") -> Html:
    """Draw the form; without the page's script it still posts."""
    key = "reply" if in_thread else "message"
    target = f"{sign_of(scene.channel)}{title_of(scene, scene.channel)}"
    label = "Reply in thread" if in_thread else f"Message to {target}"
    if scene.channel.is_archived:
        return tag("p", "This channel is archived: nothing more can be said here.", class_="empty")
    return tag(
        "form",
        tag("label", label, for_=f"{key}-text", class_="unseen"),
        tag("div", id=f"{key}-hints", class_="hints", role="listbox", aria_label="Suggestions", hidden=True),
        tag("div", class_="attached", id=f"{key}-attached", hidden=True),
        tag(
            "textarea",
            "\n",
            draft,
            id=f"{key}-text",
            name="text",
            rows="1",
            placeholder="Reply…" if in_thread else _placeholder(scene, target),
            autocomplete="off",
            data_hints=_hints(scene) if not in_thread else _people_hints(scene),
        ),
        tag("input", type="hidden", name="channel", value=scene.channel.id),
        tag("input", type="hidden", name="thread", value=scene.thread_ts if in_thread else ""),
        tag("div", None if in_thread else _attach(key), _tip(in_thread=in_thread), _send(), class_="bar"),
        action=f"/as/{scene.viewer.id}/say",
        method="post",
        enctype="multipart/form-data",
        class_="composer",
        data_composer=key,
    )


def _placeholder(scene: Scene, target: str) -> str:
    if scene.is_with_bot(scene.channel):
        return f"Write to {target} in your own words"
    return f"Message {target}"


def _attach(key: str) -> Html:
    box = tag("input", type="file", name="file", id=f"{key}-file", class_="unseen", multiple=True)
    return tag(
        "span",
        box,
        tag("label", "Attach", hidden_words(" a file"), for_=f"{key}-file", class_="button small"),
    )


def _tip(*, in_thread: bool) -> Html:
    keys = [] if in_thread else [("/", "commands")]
    keys += [("Enter", "sends"), ("Shift Enter", "new line")]
    return tag("span", (tag("span", tag("kbd", key), f" {does}") for key, does in keys), class_="tip")


def _send() -> Html:
    return tag("button", "Send", type="submit", class_="button primary")


def _hints(scene: Scene) -> str:
    commands = scene.workspace.application.commands.items()
    known = [{"put": f"{name} ", "name": name, "note": note} for name, note in commands]
    return json.dumps(known + _names(scene), ensure_ascii=False)


def _people_hints(scene: Scene) -> str:
    return json.dumps(_names(scene), ensure_ascii=False)


def _names(scene: Scene) -> list[dict[str, str]]:
    people = [scene.workspace.bot, *scene.workspace.people.humans()]
    if scene.channel.kind is ChannelKind.DIRECT:
        people = scene.workspace.people.humans()
    named = [{"put": f"@{one.name} ", "name": f"@{one.name}", "note": one.real_name} for one in people]
    rooms = [{"put": f"#{room.name} ", "name": f"#{room.name}", "note": room.topic} for room in scene.rooms()]
    return named + rooms
