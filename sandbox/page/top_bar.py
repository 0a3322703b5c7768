"""The bar over everything: the workspace's name and the clock that can be moved."""

from __future__ import annotations

from datetime import datetime

from sandbox.page.markup import Html, hidden_words, tag
from sandbox.page.moments import LONDON, clock_face, next_day_at_nine, next_monday_at_nine, short_day
from sandbox.page.scene import Scene


def top_bar(scene: Scene, *, is_app_here: bool) -> Html:
    """Draw the bar."""
    mark = tag("img", src="/static/mark.svg", alt="", width="28", height="28")
    name = tag("span", scene.workspace.name, class_="workspace")
    note = tag("span", "Demo: nothing leaves this machine", class_="stamp")
    here = presence(scene, is_app_here=is_app_here)
    return tag("header", tag("div", mark, name, note, class_="brand"), clock(scene), here, class_="top")


def clock(scene: Scene) -> Html:
    """Draw the clock and its three jumps."""
    now = scene.now
    day, monday = next_day_at_nine(now), next_monday_at_nine(now)
    return tag(
        "div",
        tag(
            "p",
            tag("span", "Demo date", class_="caption"),
            tag(
                "time",
                clock_face(now),
                datetime=now.isoformat(),
                id="clock-face",
                data_now=str(int(now.timestamp() * 1000)),
                data_running=scene.workspace.clock.is_running,
            ),
        ),
        _jump("day", "Next day", hint=f"{short_day(day)}, 09:00"),
        _jump("monday", "Next Monday", " 09:00", hint=f"{short_day(monday)}, 09:00"),
        _other_day(day),
        id="clock",
        class_="clock",
        role="group",
        aria_label="Demonstration clock",
    )


def _jump(to: str, *words: str, hint: str) -> Html:
    """A real form, so that the clock moves without the script too; a narrow screen leaves out the time."""
    shown = [tag("span", word, class_="wide-only") if word.startswith(" ") else word for word in words]
    button = tag(
        "button",
        tag("span", shown),
        hidden_words(f" ({hint})"),
        type="submit",
        name="to",
        value=to,
        title=hint,
        class_="button on-dark",
    )
    return tag("form", button, action="/clock", method="post", data_clock=to)


def _other_day(first: datetime) -> Html:
    """A day of one's own choosing, in a form that opens below its button."""
    day = tag(
        "input",
        type="date",
        name="on",
        id="clock-day",
        min=f"{first.astimezone(LONDON):%Y-%m-%d}",
        required=True,
        class_="field",
    )
    label = ("Other", tag("span", " day", class_="wide-only"), "…")
    form = tag(
        "form",
        tag("label", "Go to 10:00 on", for_="clock-day"),
        day,
        tag("output", "", class_="date-words", for_="clock-day"),
        tag("button", "Go", type="submit", name="to", value="chosen", class_="button primary"),
        action="/clock",
        method="post",
        data_clock="chosen",
        class_="card",
    )
    return tag(
        "details",
        tag("summary", tag("span", label), class_="button on-dark"),
        form,
        class_="other-day",
    )


def presence(scene: Scene, *, is_app_here: bool) -> Html:
    """Say so when the app is not there to answer."""
    name = scene.workspace.bot.real_name
    words = (
        f"{name} is not running just now. What you write waits for it; buttons do nothing until it is back."
    )
    return tag("div", None if is_app_here else tag("p", words), id="presence", role="status")
