"""Whether everybody can use the page: landmarks, names, contrast, focus, a narrow screen, less motion."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.sandbox.page.conftest import Stage, follow
from tests.sandbox.page.samples import PROMPT, form

ENOUGH_CONTRAST = 4.5

# Every piece of visible text with its contrast against the nearest background painted behind it.
CONTRASTS = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => {
    const share = top[3] / 255;
    return [0, 1, 2].map((at) => top[at] * share + below[at] * (1 - share)).concat(255);
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(rgba(getComputedStyle(at).backgroundColor));
      if (at.tagName === "DIALOG") break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 255]);
  };
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    if (element.closest(".unseen, noscript, option")) continue;
    const back = behind(element);
    const front = light(over(rgba(getComputedStyle(element).color), back));
    const ground = light(back);
    const ratio = (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05);
    found.push([words[0].data.trim().slice(0, 40), Math.round(ratio * 10) / 10]);
  }
  return found;
}
"""

# Every control that has no name a screen reader could say, and every id that is there twice.
UNNAMED = """
() => [...document.querySelectorAll("a, button, input, select, textarea, summary, dialog, img")]
  .filter((control) => control.type !== "hidden")
  .filter((control) => !(control.getAttribute("aria-label") || control.labels?.length
    || control.getAttribute("alt") !== null
    || document.getElementById(control.getAttribute("aria-labelledby") || "?") || control.textContent.trim()))
  .map((control) => control.outerHTML)
"""
TWICE = """
() => [...document.querySelectorAll("[id]")].map((element) => element.id)
  .filter((id, at, all) => all.indexOf(id) !== at)
"""
CUT_OFF = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def furnished(stage: Stage) -> None:
    """One of everything."""
    stage.bot_says(stage.dm(stage.lead), "2 actions", *PROMPT)
    stage.bot_says(stage.dm(stage.lead), "Only you see this. `2.7a`", only_for=stage.lead.id)
    digest = stage.bot_says(stage.plan, "Larkmere plan: what is slipping <@" + stage.lead.id + ">")
    stage.bot_says(stage.plan, "Late: 6.2", thread_ts=digest.ts)
    mine = stage.acts.say(stage.lead.id, stage.plan.id, "Thank you")
    with stage.workspace.lock:
        stage.workspace.messages.react(mine, "+1", stage.chair.id)


def scenes(stage: Stage) -> dict[str, str]:
    digest = stage.workspace.messages.history(stage.plan.id)[0]
    return {
        "direct message": stage.at(stage.lead),
        "channel": stage.at(stage.lead, stage.plan),
        "thread": stage.at(stage.lead, stage.plan, thread=digest.ts),
        "home": stage.at(stage.lead, tab="home"),
    }


def test_every_scene_can_be_used_by_ear_and_by_eye(stage: Stage, tab: Tab) -> None:
    furnished(stage)
    for name, address in scenes(stage).items():
        tab.goto(address)
        check(tab, name)
    tab.get_by_text("Be someone else").click()
    check(tab, "people")
    with stage.workspace.lock:
        view = stage.workspace.views.open(stage.lead.id, form())
        stage.workspace.views.show_errors(view, {"why": "Please say a little more."})
    expect(tab.get_by_role("alert")).to_be_visible()
    check(tab, "form")


def check(tab: Tab, scene: str) -> None:
    assert tab.evaluate(UNNAMED) == [], scene
    assert tab.evaluate(TWICE) == [], scene
    assert tab.evaluate(CUT_OFF) is False, scene
    contrasts: list[Any] = tab.evaluate(CONTRASTS)
    assert len(contrasts) > 10, scene
    assert [pair for pair in contrasts if pair[1] < ENOUGH_CONTRAST] == [], scene


def test_the_landmarks_are_there(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    for role in ("banner", "main", "log", "complementary"):
        expect(tab.get_by_role(role)).to_have_count(1)  # type: ignore[arg-type]  # a role each, read from the tuple
    expect(tab.get_by_role("navigation", name="Conversations")).to_have_count(1)
    expect(tab.get_by_role("navigation", name="Leadline")).to_have_count(1)
    expect(tab.get_by_role("log")).to_have_attribute("aria-live", "polite")
    assert tab.evaluate("document.documentElement.lang") == "en-GB"


def test_the_first_tab_skips_to_the_conversation(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead, tab="home"))
    tab.keyboard.press("Tab")
    skip = tab.get_by_role("link", name="Skip to the conversation")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("main")).to_be_focused()


def test_the_focus_can_always_be_seen(stage: Stage, tab: Tab) -> None:
    furnished(stage)
    tab.goto(stage.at(stage.lead, tab="home"))
    seen = set()
    for _ in range(25):
        tab.keyboard.press("Tab")
        outline, name = tab.evaluate(
            "() => { const now = document.activeElement; const style = getComputedStyle(now);"
            " return [style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, now.tagName]; }"
        )
        seen.add(name)
        assert outline or name == "BODY", name
    assert {"A", "BUTTON", "SUMMARY"} <= seen


def test_somebody_else_can_be_chosen_by_keyboard(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    tab.locator("#switcher summary").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".you")).to_contain_text("Cllr A Merrin")


def test_a_live_change_does_not_take_the_focus_away(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    room = tab.get_by_role("navigation", name="Conversations").get_by_role("link", name="larkmere-plan")
    room.focus()
    stage.bot_says(stage.plan, "Late 8")
    expect(room).to_contain_text("1 unread")
    expect(room).to_be_focused()


def test_nothing_moves_for_those_who_asked_for_less_motion(stage: Stage, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    quiet = context.new_page()
    quiet.goto(stage.at(stage.lead, stage.plan))
    expect(quiet.locator("body.watching")).to_be_attached()
    stage.bot_says(stage.plan, "Hello")
    expect(quiet.locator(".message.new")).to_have_css("animation-name", "none")
    context.close()


def test_a_phone_shows_one_pane_at_a_time(stage: Stage, phone: Tab) -> None:
    furnished(stage)
    phone.goto(stage.url)
    conversations = phone.get_by_role("navigation", name="Conversations")
    expect(phone.get_by_role("log")).to_be_visible()
    expect(conversations).to_be_hidden()
    follow(phone.get_by_role("link", name="All conversations"))
    expect(phone.get_by_role("log")).to_be_hidden()
    follow(conversations.get_by_role("link", name="larkmere-plan"))
    follow(phone.get_by_role("link", name="1 reply"))
    expect(phone.get_by_role("complementary", name="Thread")).to_be_visible()
    expect(phone.get_by_role("main")).to_be_hidden()
    follow(phone.get_by_role("link", name="Close thread"))
    expect(phone.get_by_role("log", name="Messages in #larkmere-plan")).to_be_visible()


def test_nothing_is_cut_off_on_a_phone(stage: Stage, phone: Tab) -> None:
    furnished(stage)
    for name, address in (*scenes(stage).items(), ("list", f"{stage.url}/as/{stage.lead.id}")):
        phone.goto(address)
        assert phone.evaluate(CUT_OFF) is False, name


def test_on_a_phone_the_card_waits_as_one_line_and_opens(stage: Stage, phone: Tab) -> None:
    phone.goto(stage.url)
    first = phone.get_by_role("link", name="Answer the prompt")
    expect(first).to_be_hidden()
    phone.locator("#guide summary", has_text="Three things to try").tap()
    expect(first).to_be_visible()
