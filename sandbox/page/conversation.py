"""The middle of the page: a conversation or the bot's Home; and the thread beside it."""

from __future__ import annotations

from sandbox.entities import ChannelKind, Message
from sandbox.page.blocks import drawn
from sandbox.page.composer import composer
from sandbox.page.faces import bot_tag, face
from sandbox.page.markup import Html, hidden_words, joined, tag
from sandbox.page.message import message_item
from sandbox.page.moments import day_heading, from_ts
from sandbox.page.scene import Scene, address, sign_of, title_of

MOST_SHOWN = 200


def conversation(scene: Scene, draft: str = "", new_from: str | None = None) -> Html:
    """Draw the conversation in view: its head, then its messages and composer, or the bot's Home."""
    body = (home(scene),) if scene.at_home else (_log(scene, new_from), composer(scene, draft=draft))
    return tag("main", _head(scene), body, id="conversation", tabindex="-1", class_="pane")


def thread_pane(scene: Scene) -> Html | None:
    """Draw the thread in view, if there is one."""
    if scene.thread_ts is None:
        return None
    messages = scene.workspace.messages.seen_by(scene.viewer.id, scene.channel.id, scene.thread_ts)
    back = address(scene.viewer, scene.channel)
    close = tag("a", "Close", hidden_words(" thread"), href=back, class_="button small")
    where = tag("p", f"in {sign_of(scene.channel)}{title_of(scene, scene.channel)}", class_="topic")
    head = tag("header", tag("div", tag("h2", "Thread"), where), close, class_="pane-head")
    items = [message_item(message, scene, in_thread=True) for message in messages]
    log = _scrolling(tag("ol", items, class_="log", id="thread-log"), "Messages in this thread")
    return tag("aside", head, log, composer(scene, in_thread=True), class_="pane thread", aria_label="Thread")


def home(scene: Scene) -> Html:
    """Draw the bot's Home as its app published it for the viewer."""
    view = scene.workspace.views.home(scene.viewer.id)
    name = scene.workspace.bot.real_name
    if view is None:
        body = tag("p", f"{name} has not put anything here for you yet.", class_="empty")
        return tag("div", body, id="home", class_="home")
    blocks = drawn(view.content.get("blocks", []), scene.surface(f"v-{view.id}", view.values))
    return tag("div", blocks, id="home", class_="home", data_surface="view", data_view=view.id)


def day_mark(message: Message, scene: Scene) -> Html:
    """The line that says on which day the messages below it were posted."""
    moment = from_ts(message.ts)
    heading = day_heading(moment, scene.now)
    return tag("li", tag("span", heading), class_="day", data_day=f"{moment:%Y-%m-%d}")


def _log(scene: Scene, new_from: str | None) -> Html:
    every = scene.workspace.messages.seen_by(scene.viewer.id, scene.channel.id)
    messages = every if scene.from_the_start else every[-MOST_SHOWN:]
    items: list[Html] = []
    day = None
    for message in messages:
        if from_ts(message.ts).date() != day:
            day = from_ts(message.ts).date()
            items.append(day_mark(message, scene))
        if message.ts == new_from:
            items.append(tag("li", tag("span", "New"), class_="day since"))
        items.append(message_item(message, scene))
    label = f"Messages in {sign_of(scene.channel)}{title_of(scene, scene.channel)}"
    empty = tag("p", "Nothing has been said here yet.", class_="empty", id="empty", hidden=bool(items))
    first = messages[0].ts if len(messages) < len(every) else None
    log = tag("ol", items, class_="log", id="log", data_from=first)
    return _scrolling(joined([_earlier(scene) if first else Html(), empty, log]), label)


def _earlier(scene: Scene) -> Html:
    place = f"{address(scene.viewer, scene.channel)}?from=start"
    return tag("p", tag("a", "Show earlier messages", href=place, class_="button small"), class_="earlier")


def _scrolling(inside: Html, label: str) -> Html:
    """A region that scrolls (so it can have the focus) and announces what is added to it."""
    return tag("div", inside, class_="scroll", role="log", aria_live="polite", aria_label=label, tabindex="0")


def _head(scene: Scene) -> Html:
    channel = scene.channel
    back = tag(
        "a", "‹ All", hidden_words(" conversations"), href=address(scene.viewer), class_="back button small"
    )
    with_bot = scene.is_with_bot(channel)
    others = scene.others(channel)
    sign = face(others[0]) if channel.kind is ChannelKind.DIRECT and others else None
    title = tag(
        "h1",
        None if sign else tag("span", sign_of(channel), class_="sign"),
        title_of(scene, channel),
        bot_tag(scene.workspace.bot) if with_bot else None,
    )
    about = channel.topic or channel.purpose
    if not channel.name:
        about = "" if with_bot else ", ".join(person.title for person in others if person.title)
    members = f"{len(channel.members)} members" if channel.name else ""
    facts = [tag("span", fact) for fact in (about, members) if fact]
    lines = tag(
        "div", title, tag("p", joined(facts, " · "), class_="topic") if facts else None, class_="titles"
    )
    return tag("header", back, sign, lines, _tabs(scene) if with_bot else None, class_="pane-head")


def _tabs(scene: Scene) -> Html | None:
    if not scene.workspace.application.has_home_tab:
        return None
    here = address(scene.viewer, scene.channel)
    tabs = (("Messages", here, not scene.at_home), ("Home", f"{here}?tab=home", scene.at_home))
    links = (tag("a", words, href=place, aria_current="page" if now else None) for words, place, now in tabs)
    return tag("nav", links, class_="tabs", aria_label=scene.workspace.bot.real_name)
