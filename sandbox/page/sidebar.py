"""The left side: who one is, whom else one can be, and the conversations."""

from __future__ import annotations

from sandbox.entities import Channel, Person
from sandbox.page.faces import bot_tag, face
from sandbox.page.markup import Html, hidden_words, tag
from sandbox.page.scene import Scene, address, address_with_app, sign_of, title_of


def sidebar(scene: Scene) -> Html:
    """Draw the side with its two navigations."""
    return tag(
        "div",
        _who(scene),
        tag(
            "nav",
            _group(scene, "Channels", scene.rooms()),
            _group(scene, "Direct messages", scene.directs()),
            aria_label="Conversations",
        ),
        id="sidebar",
    )


def _who(scene: Scene) -> Html:
    you = scene.viewer
    others = [_person(scene, person) for person in scene.workspace.people.humans()]
    return tag(
        "div",
        tag("p", "You are", class_="caption"),
        tag(
            "div",
            face(you, "large"),
            tag(
                "div",
                tag("strong", you.real_name, class_="name"),
                tag("span", you.title, class_="role"),
            ),
            class_="you",
        ),
        tag(
            "details",
            tag("summary", "Be someone else", class_="button wide"),
            tag("ul", others, aria_label="People you can be"),
            class_="switcher",
            id="switcher",
        ),
        class_="who",
    )


def _person(scene: Scene, person: Person) -> Html:
    unread = scene.workspace.read_marks.unread_in_all(person.id)
    return tag(
        "li",
        tag(
            "a",
            face(person),
            tag(
                "span",
                tag("strong", person.real_name),
                tag("span", person.title, class_="role"),
                class_="lines",
            ),
            _count(unread),
            href=address_with_app(person),
            aria_current="true" if person.id == scene.viewer.id else None,
            id=f"be-{person.id}",
        ),
    )


def _group(scene: Scene, heading: str, channels: list[Channel]) -> Html:
    rows = [_row(scene, channel) for channel in channels]
    return tag("section", tag("h2", heading), tag("ul", rows))


def _row(scene: Scene, channel: Channel) -> Html:
    unread = scene.workspace.read_marks.unread(scene.viewer.id, channel.id)
    others = scene.others(channel)
    with_bot = scene.is_with_bot(channel)
    sign = face(others[0], "small") if others and not channel.name else None
    return tag(
        "li",
        tag(
            "a",
            sign or tag("span", sign_of(channel), class_="sign", aria_hidden="true"),
            tag("span", title_of(scene, channel), class_="title"),
            bot_tag(scene.workspace.bot) if with_bot else None,
            _count(unread),
            href=address(scene.viewer, channel),
            class_="unread" if unread else None,
            aria_current="page" if channel.id == scene.channel.id else None,
            id=f"go-{channel.id}",
        ),
    )


def _count(unread: int) -> Html | None:
    if not unread:
        return None
    return tag("span", str(unread), hidden_words(" unread"), class_="count")
