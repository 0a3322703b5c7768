"""The whole document: what stands around and between the panes."""

from __future__ import annotations

from sandbox.page.conversation import conversation, thread_pane
from sandbox.page.forms import form_dialog
from sandbox.page.guide import guide
from sandbox.page.markup import Html, tag
from sandbox.page.meanwhile import Jump, meanwhile_note
from sandbox.page.scene import Scene, sign_of, title_of
from sandbox.page.sidebar import sidebar
from sandbox.page.top_bar import top_bar
from sandbox.page.welcome import Welcome


def document(
    scene: Scene,
    welcome: Welcome,
    jump: Jump | None,
    *,
    pane: str,
    draft: str = "",
    new_from: str | None = None,
    changes: int = 0,
    is_app_here: bool = True,
) -> Html:
    """Draw the page. `pane` is the one a narrow screen shows: list, conversation or thread."""
    title = f"{sign_of(scene.channel)}{title_of(scene, scene.channel)} · {scene.viewer.real_name}"
    thread = thread_pane(scene)
    card = guide(welcome, scene)
    beside = tag("aside", meanwhile_note(scene, jump), card, class_="pane beside", aria_label="Guide")
    page = tag(
        "html",
        _head(title),
        tag(
            "body",
            tag("a", "Skip to the conversation", href="#conversation", class_="skip"),
            top_bar(scene, is_app_here=is_app_here),
            tag("div", sidebar(scene), class_="pane side"),
            beside,
            conversation(scene, draft, new_from),
            thread,
            form_dialog(scene),
            tag("div", id="notices", class_="notices", role="status", aria_live="polite"),
            tag(
                "noscript",
                tag("p", "This page needs JavaScript for buttons and live messages.", class_="notice"),
            ),
            data_viewer=scene.viewer.id,
            data_channel=scene.channel.id,
            data_thread=scene.thread_ts,
            data_tab="home" if scene.at_home else None,
            data_changes=str(changes),
            data_pane=pane,
            class_="with-thread" if thread else None,
        ),
        lang="en-GB",
    )
    return Html(f"<!doctype html>\n{page}")


def _head(title: str) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="icon", href="/static/mark.svg", type="image/svg+xml"),
        tag("link", rel="stylesheet", href="/static/page.css"),
        tag("link", rel="stylesheet", href="/static/blocks.css"),
        tag("script", "", type="module", src="/static/page.js"),
    )
