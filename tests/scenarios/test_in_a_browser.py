"""A newcomer's first minutes on the demo's page, in a real browser, over the real bot.

`make pictures` keeps what is seen on the way; README shows some of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect, sync_playwright
from playwright.sync_api import Page as Tab

from leadline.commands.demo import partnership
from leadline.sample.story import ZONE, Story, load_story
from sandbox.run import Server

CHROMIUM = Path("/usr/bin/chromium")
PICTURES = os.environ.get("LEADLINE_PICTURES")
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
LAST_MONTH = datetime(2026, 8, 20, 10, 0, tzinfo=ZONE)
PATIENCE = 60_000
"""Milliseconds a busy machine may take for what a quiet one does in one."""

NOBODY = "http://127.0.0.1:9"
"""The port of the discard service, at which nobody listens."""

MOST_LINES = 12
"""Of the header of a digest."""


def short(story: Story) -> Story:
    """The story's last month, for whom three are too long."""
    return replace(
        story,
        starts=LAST_MONTH,
        sayings=tuple(one for one in story.sayings if one.at > LAST_MONTH),
        acceptances=tuple(one for one in story.acceptances if one.at > LAST_MONTH),
    )


class Newcomer:
    """Somebody in front of the page, who takes pictures of it."""

    def __init__(self, tab: Tab, pictures: Path) -> None:
        self.tab = tab
        self._pictures = pictures

    def opens(self, address: str) -> None:
        self.tab.goto(address)
        expect(self.tab.locator("body.watching")).to_be_attached()

    def follows(self, link: Locator) -> None:
        with self.tab.expect_navigation(wait_until="load"):
            link.click()
        expect(self.tab.locator("body.watching")).to_be_attached()

    def writes(self, text: str) -> None:
        box = self.tab.locator("main .composer textarea")
        box.fill(text)
        box.press("Enter")

    def newest(self, words: str | re.Pattern[str]) -> Locator:
        """The newest message, once it says this."""
        message = self.tab.locator("#log > .message").last
        expect(message).to_contain_text(words)
        return message

    def takes_a_picture(self, name: str) -> None:
        """The page as it is when somebody comes to it now, on a desk and on a phone."""
        for size in (PHONE, WIDE):
            self.tab.set_viewport_size(size)
            self.opens(self.tab.url)
            self.tab.screenshot(path=self._pictures / f"{name}-{size['width']}.png")


@pytest.fixture(scope="module")
def behind_a_proxy() -> Iterator[None]:
    """An office's proxy is in the environment; the demo must not ask it for what is on this machine."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HTTPS_PROXY", NOBODY)
        environment.setenv("http_proxy", NOBODY)
        yield


@pytest.fixture(scope="module")
def server(behind_a_proxy: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    story = load_story()
    with partnership(story if PICTURES else short(story), tmp_path_factory.mktemp("demo"), port=0) as running:
        yield running


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Newcomer]:
    pictures = Path(PICTURES) if PICTURES else tmp_path
    pictures.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--no-first-run"],
        )
        tab = browser.new_page(viewport=WIDE)
        complaints: list[str] = []
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        yield Newcomer(tab, pictures)
        browser.close()
    assert complaints == []


@pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed at /usr/bin/chromium")
def test_from_the_prompt_to_the_digest(newcomer: Newcomer, server: Server) -> None:
    tab = newcomer.tab

    # The page opens as a lead who has been asked.
    newcomer.opens(server.url)
    expect(tab.get_by_role("heading", name="You are S Okoro, a ward manager")).to_be_visible()
    asked = "1 Larkmere plan action: update by noon Tue 29 Sept"
    newcomer.newest(asked)
    expect(tab.get_by_text(asked)).to_be_in_viewport()
    expect(tab.get_by_role("link", name="Home")).to_have_count(1)
    newcomer.takes_a_picture("prompt")

    # She answers in her own words, and is told what was read in them.
    newcomer.follows(tab.get_by_role("link", name="Answer the prompt in your own words"))
    answer = "2.7a slips to end of Jan, waiting for IT; 4.1 no change"
    expect(tab.get_by_label("Message to Leadline")).to_have_value(answer)
    newcomer.writes(answer)
    read_back = newcomer.newest("Saved for 14 Oct")
    expect(read_back).to_contain_text("Forecast: Sept 2026 → end of Jan 2027")
    expect(read_back).to_contain_text("waiting for IT")
    expect(read_back.get_by_role("button", name="Undo")).to_be_visible()
    newcomer.takes_a_picture("answered")

    # A form says the rest; it comes filled in with what was read.
    read_back.get_by_role("combobox", name="Edit one").select_option(label="2.7a Discharge letters to GPs")
    form = tab.get_by_role("dialog", name="Update 2.7a")
    expect(form.get_by_label("When will it be finished?")).to_have_value("end of Jan 2027")
    newcomer.takes_a_picture("form")
    form.get_by_label("How does it stand?").select_option(label="🔶 Amber: at risk")
    form.get_by_label("What brings it back, and by when?").fill("mailbox open by 16 Oct")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    newcomer.newest("🔶 Amber (was Green)")
    newcomer.takes_a_picture("edited")

    # A button of the prompt answers too, in the prompt's own place.
    prompt = tab.locator("#log > .message").filter(has_text=asked)
    prompt.get_by_role("button", name="No change").click()
    expect(tab.get_by_role("log")).to_contain_text("Everything is in for 14 Oct: 2.7a.")
    newcomer.takes_a_picture("thanked")

    # As the chair, who has five minutes before the meeting.
    newcomer.opens(server.url)
    newcomer.follows(tab.get_by_role("link", name="Become the chair and type /status"))
    expect(tab.locator(".you")).to_contain_text("Cllr A Merrin")
    expect(tab.get_by_label("Message to Leadline")).to_have_value("/status")
    newcomer.writes("/status")
    expect(tab.get_by_role("log")).to_contain_text("Larkmere plan · Mon 21 Sept")
    newcomer.takes_a_picture("status")
    newcomer.writes("status late")
    newcomer.newest("Late: past the date the board agreed")
    newcomer.takes_a_picture("late")

    # Next Monday the partnership hears what is slipping.
    tab.get_by_role("button", name="Next Monday 09:00").click()
    meanwhile = tab.locator("#meanwhile")
    expect(meanwhile.get_by_role("link", name="#larkmere-plan: 1 message")).to_be_visible()
    newcomer.takes_a_picture("meanwhile")
    newcomer.follows(meanwhile.get_by_role("link", name="#larkmere-plan: 1 message"))
    digest = newcomer.newest("Larkmere plan: what is slipping · Mon 28 Sept 2026")
    assert len(digest.locator(".said").inner_text().strip().splitlines()) <= MOST_LINES
    newcomer.follows(digest.get_by_role("link", name=re.compile("repl")))
    thread = tab.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("Late: past the date the board agreed")
    newcomer.takes_a_picture("digest")


@pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed at /usr/bin/chromium")
def test_a_lead_at_home(newcomer: Newcomer, server: Server) -> None:
    newcomer.opens(server.url)
    newcomer.follows(newcomer.tab.get_by_role("link", name="Home", exact=True))
    home = newcomer.tab.locator("#home")
    expect(home).to_contain_text("actions in Larkmere plan")
    expect(home.get_by_role("button", name="On track").first).to_be_visible()
    home.get_by_role("button", name="I am away…").click()
    form = newcomer.tab.get_by_role("dialog", name="Away")
    form.get_by_label("From when to when").fill("19 Oct to 6 Nov")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    expect(home).to_contain_text("Noted: away Mon 19 Oct to Fri 6 Nov.")
    home.get_by_role("button", name="Close this answer").click()
    expect(home).to_contain_text("Away Mon 19 Oct to Fri 6 Nov: nobody stands in.")
    newcomer.takes_a_picture("home")
