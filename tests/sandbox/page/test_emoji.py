import pytest

from sandbox.page.emoji import SHORTCODES, emoji_for, emojified


@pytest.mark.parametrize("name", SHORTCODES)
def test_every_shortcode_is_found_in_running_text(name: str) -> None:
    assert emojified(f"a :{name}: b") == f"a {SHORTCODES[name]} b"


@pytest.mark.parametrize(
    "mark",
    [
        "small_red_triangle",
        "large_orange_diamond",
        "large_green_circle",
        "large_blue_square",
        "heavy_minus_sign",
    ],
)
def test_the_fields_own_marks_are_there(mark: str) -> None:
    assert SHORTCODES[mark] in "🔺🔶🟢🟦➖"


def test_times_and_unknown_names_are_left_alone() -> None:
    assert emojified("at 10:30:45, :no_such: thing") == "at 10:30:45, :no_such: thing"


def test_skin_tones_are_dropped() -> None:
    assert emojified(":wave::skin-tone-3:") == "👋"


def test_a_reaction_without_a_picture_keeps_its_name() -> None:
    assert emoji_for("tada") == "🎉"
    assert emoji_for("party_parrot") == ":party_parrot:"
