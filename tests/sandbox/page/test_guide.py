from dataclasses import replace

from sandbox.page.guide import guide, way_to
from sandbox.page.scene import Scene
from sandbox.page.welcome import NO_WELCOME, Thing, Welcome
from tests.sandbox.page.conftest import WELCOME, Stage
from tests.sandbox.page.reading_html import Reader, read


def card(stage: Stage, welcome: Welcome = WELCOME, as_chair: bool = False) -> Reader:
    viewer = stage.chair if as_chair else stage.lead
    return read(guide(welcome, Scene(stage.desk, viewer, stage.plan)) or "")


def test_the_card_says_who_one_is_and_what_to_try(stage: Stage) -> None:
    words = card(stage).words
    for said in (
        "You are S Okoro, a ward manager",
        "You lead two actions",
        "Three things to try",
        "1Answer the prompt",
    ):
        assert said in words


def test_somebody_else_is_not_told_to_be_the_first(stage: Stage) -> None:
    words = card(stage, as_chair=True).words
    assert "You are S Okoro" not in words
    assert "Three things to try" in words


def test_each_thing_leads_somewhere(stage: Stage) -> None:
    places = [attributes["href"] for attributes in card(stage).elements("a")]
    lead, chair, plan = stage.lead.id, stage.chair.id, stage.plan.id
    assert places == [
        f"/as/{lead}/@app",
        f"/as/{chair}/@app?draft=/status",
        f"/as/{chair}/{plan}",
    ]


def test_a_thing_whose_place_is_not_there_yet_is_only_words(stage: Stage) -> None:
    for thing in (Thing("a", "b", "nobody"), Thing("a", "b", "sokoro", "no-such-room")):
        assert way_to(thing, stage.workspace) is None
    assert card(stage, Welcome("Try", "", (Thing("a", "b", "nobody"),))).elements("a") == []


def test_the_card_can_be_put_away_unless_it_must_stay(stage: Stage) -> None:
    assert len(card(stage).elements("button")) == 1
    assert card(stage, replace(WELCOME, dismissable=False)).elements("button") == []


def test_without_a_title_there_is_no_card(stage: Stage) -> None:
    assert card(stage, NO_WELCOME).tags == []
