"""One message as a list item."""

from __future__ import annotations

from sandbox.entities import Message
from sandbox.page.blocks import drawn
from sandbox.page.emoji import emoji_for
from sandbox.page.faces import bot_tag, face
from sandbox.page.markup import Html, hidden_words, joined, tag
from sandbox.page.moments import clock_face, from_ts, short_day, time_of_day
from sandbox.page.mrkdwn import plain, rendered
from sandbox.page.scene import Scene, address, as_typed


def message_id(message: Message, *, in_thread: bool) -> str:
    """The message's id in the page; its thread shows it a second time."""
    return f"{'t' if in_thread else 'm'}-{message.channel}-{message.ts.replace('.', '-')}"


def message_item(message: Message, scene: Scene, *, in_thread: bool = False) -> Html:
    """Draw a message with its head, body, files, reactions and what one can do with it."""
    author = scene.workspace.people.get(message.user)
    name = author.real_name if author else message.user
    key = message_id(message, in_thread=in_thread)
    return tag(
        "li",
        face(author),
        tag(
            "div",
            _only_you(message),
            _head(message, scene, name, in_thread=in_thread),
            tag("div", _body(message, scene, key), class_="said"),
            _files(message, scene),
            _reactions(message, scene),
            None if in_thread else _thread_link(message, scene),
            class_="content",
        ),
        _tools(message, scene, in_thread=in_thread),
        id=key,
        class_="message only-you" if message.only_for else "message",
        tabindex="-1",
        data_surface="message",
        data_channel=message.channel,
        data_ts=message.ts,
        data_author=message.user,
    )


def _only_you(message: Message) -> Html | None:
    if message.only_for is None:
        return None
    return tag("p", tag("span", "◐ ", aria_hidden="true"), "Only visible to you", class_="privacy")


def _head(message: Message, scene: Scene, name: str, *, in_thread: bool) -> Html:
    author = scene.workspace.people.get(message.user)
    moment = from_ts(message.ts)
    said_at = f"{short_day(moment)}, {time_of_day(moment)}" if in_thread else time_of_day(moment)
    return tag(
        "p",
        tag("strong", name, class_="author"),
        bot_tag(author),
        tag("time", said_at, datetime=moment.isoformat(), title=clock_face(moment)),
        class_="head",
    )


def _body(message: Message, scene: Scene, key: str) -> Html:
    edited = tag("span", " (edited)", class_="edited") if message.edited_at and not message.bot_id else None
    if message.blocks:
        said = drawn(message.blocks, scene.surface(key, scene.chosen(message)))
    elif message.is_mrkdwn:
        said = rendered(message.text, scene.names)
    else:
        said = tag("p", plain(message.text))
    words = tag("div", said, class_="words") if not message.blocks else said
    attached = [
        tag("div", _attachment(attachment, scene, f"{key}-a{at}"), class_="attachment")
        for at, attachment in enumerate(message.attachments)
    ]
    return joined(piece for piece in (words, edited, *attached) if piece)


def _attachment(attachment: dict[str, object], scene: Scene, key: str) -> Html:
    blocks = attachment.get("blocks")
    if isinstance(blocks, list):
        return drawn(blocks, scene.surface(key))
    words = "\n".join(str(attachment[name]) for name in ("pretext", "title", "text") if attachment.get(name))
    return rendered(words or str(attachment.get("fallback", "")), scene.names)


def _files(message: Message, scene: Scene) -> Html | None:
    shown = []
    for file_id in message.files:
        file = scene.workspace.files.get(file_id)
        if file is None:
            continue
        place = f"/picture/{file.id}"
        if file.mimetype in SHOWN_PICTURES:
            picture = tag(
                "img", src=place, alt=file.alt_text or file.title, class_="picture full", loading="lazy"
            )
            shown.append(tag("a", picture, href=place, target="_blank", rel="noopener"))
        else:
            size = tag("span", f"{max(1, round(file.size / 1024))} kB", class_="size")
            shown.append(
                tag(
                    "a",
                    "📄 ",
                    tag("strong", file.title),
                    " ",
                    size,
                    href=place,
                    class_="file",
                    download=file.name,
                )
            )
    return tag("div", shown, class_="files") if shown else None


SHOWN_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def _reactions(message: Message, scene: Scene) -> Html | None:
    if not message.reactions:
        return None
    drawn_reactions = []
    for reaction in message.reactions:
        users = [scene.names.person(user) or user for user in reaction.users]
        told = hidden_words(f" {reaction.name.replace('_', ' ')}: {', '.join(users)}")
        words = f"{emoji_for(reaction.name)} {len(reaction.users)}"
        drawn_reactions.append(tag("li", words, told, title=", ".join(users)))
    return tag("ul", drawn_reactions, class_="reactions", aria_label="Reactions")


def _thread_link(message: Message, scene: Scene) -> Html | None:
    replies = scene.workspace.messages.replies(message)
    if not replies or message.is_reply:
        return None
    count = f"{len(replies)} {'reply' if len(replies) == 1 else 'replies'}"
    last = tag("span", f"last {time_of_day(from_ts(replies[-1].ts))}", class_="last")
    return tag(
        "a", count, " ", last, href=address(scene.viewer, scene.channel, message.ts), class_="thread-link"
    )


def _tools(message: Message, scene: Scene, *, in_thread: bool) -> Html | None:
    tools = []
    if message.only_for is None and not in_thread:
        top = message.thread_ts or message.ts
        reply = tag("a", "Reply", hidden_words(" in thread"), href=address(scene.viewer, scene.channel, top))
        tools.append(reply)
    if message.user == scene.viewer.id and message.bot_id is None and message.only_for is None:
        source = as_typed(message.text, scene)
        tools.append(
            tag(
                "button",
                "Edit",
                hidden_words(" message"),
                type="button",
                data_tool="edit",
                data_source=source,
            )
        )
        tools.append(tag("button", "Delete", hidden_words(" message"), type="button", data_tool="delete"))
    if message.only_for is None:
        tools += [
            tag("button", each.name, type="button", data_tool="shortcut", data_shortcut=each.callback_id)
            for each in scene.workspace.application.shortcuts
            if each.on_message
        ]
    return tag("div", tools, class_="tools") if tools else None
