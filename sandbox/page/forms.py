"""A modal: the form an app opens over the page."""

from __future__ import annotations

from sandbox.entities import View
from sandbox.page.blocks import drawn
from sandbox.page.markup import Html, hidden_words, tag
from sandbox.page.scene import Scene
from sandbox.page.surface import Json, literal

_LEFT = {"type": "plain_text", "text": "Cancel"}


def form_dialog(scene: Scene) -> Html:
    """Draw the modal a person has open, or an empty place for one."""
    view = scene.workspace.views.top(scene.viewer.id)
    if view is None:
        return tag("div", id="form-place")
    return tag("div", _dialog(scene, view), id="form-place")


def _dialog(scene: Scene, view: View) -> Html:
    content: Json = view.content
    title_id = f"v-{view.id}-title"
    app = tag("span", scene.workspace.bot.real_name, class_="caption")
    cross = tag(
        "button", "×", hidden_words(" Close"), type="button", class_="button plain", data_tool="close-form"
    )
    errors = {block_id: str(words) for block_id, words in view.errors.items()}
    count = "1 answer needs" if len(errors) == 1 else f"{len(errors)} answers need"
    summary = tag("p", f"{count} another look.", class_="error summary", role="alert") if errors else None
    return tag(
        "dialog",
        tag(
            "form",
            tag("header", tag("div", app, tag("h2", literal(content.get("title")), id=title_id)), cross),
            tag(
                "div",
                summary,
                drawn(content.get("blocks", []), scene.surface(f"v-{view.id}", view.values, errors)),
                class_="form-body",
            ),
            _foot(content),
            method="dialog",
            novalidate=True,
        ),
        id="form",
        class_="form",
        aria_labelledby=title_id,
        data_surface="view",
        data_view=view.id,
    )


def _foot(content: Json) -> Html:
    close = literal(content.get("close") or _LEFT)
    submit = content.get("submit")
    return tag(
        "footer",
        tag("button", close, type="button", class_="button", data_tool="close-form"),
        tag("button", literal(submit), type="submit", class_="button primary") if submit else None,
    )
