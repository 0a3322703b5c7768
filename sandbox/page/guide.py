"""The card "Three things to try", beside the conversation."""

from __future__ import annotations

from urllib.parse import quote

from sandbox.page.markup import Html, tag
from sandbox.page.scene import APP, Scene, address, address_with_app
from sandbox.page.welcome import Thing, Welcome
from sandbox.refusals import Refused
from sandbox.workspace import Workspace


def guide(welcome: Welcome, scene: Scene) -> Html | None:
    """Draw the card, if there is one; its title and text are meant for whom the first thing is."""
    if not welcome.title:
        return None
    things = [_thing(thing, scene.workspace, at) for at, thing in enumerate(welcome.things, start=1)]
    you = scene.viewer
    meant = not welcome.things or welcome.things[0].person in (you.id, you.name, you.real_name)
    to_try = _things_to_try(len(things))
    away = tag("button", "Put away", type="button", class_="button small", data_tool="dismiss")
    return tag(
        "details",
        tag(
            "summary",
            tag("h2", welcome.title if meant else to_try),
            tag("span", to_try, class_="quiet narrow-only") if meant and things else None,
        ),
        tag("p", welcome.text) if welcome.text and meant else None,
        tag("h3", to_try) if meant and things else None,
        tag("ol", things),
        away if welcome.dismissable else None,
        class_="card guide",
        id="guide",
        open=True,
    )


def _things_to_try(count: int) -> str:
    number = dict(enumerate(("One", "Two", "Three", "Four", "Five"), start=1)).get(count, str(count))
    return f"{number} thing{'' if count == 1 else 's'} to try"


def _thing(thing: Thing, workspace: Workspace, number: int) -> Html:
    words = (tag("strong", thing.label), tag("span", thing.text) if thing.text else None)
    body = tag("span", *words, class_="lines")
    badge = tag("span", str(number), class_="number", aria_hidden="true")
    place = way_to(thing, workspace)
    if place is None:
        return tag("li", badge, body)
    return tag("li", tag("a", badge, body, href=place))


def way_to(thing: Thing, workspace: Workspace, *, with_draft: bool = True) -> str | None:
    """The address a thing leads to, or nothing while its person or channel is not there."""
    try:
        person = workspace.people.get(thing.person) or workspace.people.named(thing.person)
    except Refused:
        return None
    channel = workspace.channels.get(thing.channel) or workspace.channels.named(thing.channel)
    if channel is None and thing.channel != APP:
        return None
    place = address_with_app(person) if channel is None else address(person, channel)
    return f"{place}?draft={quote(thing.draft)}" if thing.draft and with_draft else place
