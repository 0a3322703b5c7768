"""The bar over everything: the workspace's name and the clock that can be moved."""

from __future__ import annotations

from sandbox.page.markup import Html, hidden_words, tag
from sandbox.page.moments import clock_face, next_day_at_nine, next_monday_at_nine, short_day
from sandbox.page.scene import Scene


def top_bar(scene: Scene) -> Html:
    """Draw the bar."""
    mark = tag("img", src="/static/mark.svg", alt="", width="28", height="28")
    name = tag("span", scene.workspace.name, class_="workspace")
    note = tag("span", "Demonstration: nothing leaves this machine", class_="stamp")
    return tag("header", tag("div", mark, name, note, class_="brand"), clock(scene), class_="top")


def clock(scene: Scene) -> Html:
    """Draw the clock and its two jumps."""
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
        _jump("day", "Next day", f"{short_day(day)}, 09:00"),
        _jump("monday", f"Jump to {short_day(monday)}, 09:00", "", hidden="Next Monday: "),
        id="clock",
        class_="clock",
        role="group",
        aria_label="Demonstration clock",
    )


def _jump(to: str, words: str, note: str, hidden: str = "") -> Html:
    """A real form, so that the clock moves even without the page's script."""
    button = tag(
        "button",
        hidden_words(hidden) if hidden else None,
        words,
        hidden_words(f" ({note})") if note else None,
        type="submit",
        name="to",
        value=to,
        title=note or None,
        class_="button on-dark",
    )
    return tag("form", button, action="/clock", method="post", data_clock=to)
