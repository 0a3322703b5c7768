"""Nothing is cut silently: long text is told in parts, and the parts together are the whole."""

from hypothesis import given
from hypothesis import strategies as st

from bot.card import Act, Button, Card, Choice, Line, Menu, Rule, Taps
from handlers.slack.blocks.limits import cut_to_fit
from handlers.slack.blocks.message import fits, messages, parts


def test_a_text_that_fits_is_left_alone() -> None:
    assert list(cut_to_fit("one\ntwo", 10)) == ["one\ntwo"]


def test_a_text_is_cut_at_a_line_end_first() -> None:
    assert list(cut_to_fit("one two\nthree", 9)) == ["one two", "three"]


def test_a_text_is_cut_at_a_space_where_there_is_no_line_end() -> None:
    assert list(cut_to_fit("one two three", 9)) == ["one two", "three"]


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    assert list(cut_to_fit("x" * 25, 10)) == ["x" * 10, "x" * 10, "x" * 5]


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_no_word_is_lost_in_cutting(text: str, longest: int) -> None:
    cut = list(cut_to_fit(text, longest))
    assert all(len(part) <= longest for part in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_a_short_card_is_one_message_with_its_own_summary() -> None:
    card = Card("Short.", (Line("Short."),))
    assert parts(card) == (card,)


def test_a_digest_of_five_hundred_actions_is_told_whole_in_several_messages() -> None:
    lines = tuple(
        Line(f"{number}.1 An action & its <title>, due Sept 2026, S Okoro, 🔶 Amber") for number in range(500)
    )
    split = parts(Card("Digest", lines))
    assert len(split) > 1
    assert all(fits(part) for part in split)
    assert tuple(piece for part in split for piece in part.pieces) == lines
    assert split[0].summary == f"Digest (1 of {len(split)})"


def test_buttons_stay_with_the_line_they_stand_under() -> None:
    tap = Taps((Button("Undo", Act.UNDO, "update:1"),))
    pieces = [piece for number in range(60) for piece in (Line(f"Action {number} {'x' * 200}"), tap)]
    for part in parts(Card("Many", tuple(pieces))):
        assert [isinstance(piece, Taps) for piece in part.pieces] == [False, True] * (len(part.pieces) // 2)


def test_rules_and_buttons_beyond_fifty_blocks_are_split() -> None:
    pieces = tuple(piece for number in range(40) for piece in (Line(str(number)), Rule()))
    drawn = messages(Card("Rules", pieces))
    assert [len(one.blocks) <= 50 for one in drawn] == [True] * len(drawn)
    assert sum(len(one.blocks) for one in drawn) == 80


def test_one_line_longer_than_a_message_is_told_whole() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    split = parts(Card("Long", (Line(words),)))
    assert all(fits(part) for part in split)
    assert " ".join(piece.text for part in split for piece in part.pieces if isinstance(piece, Line)) == words


def test_a_menu_longer_than_a_message_is_told_in_several_menus() -> None:
    choices = tuple(Choice(f"{number}.1 {'a long title ' * 4}", f"action:{number}") for number in range(300))
    card = Card("Which?", (Line("Which?"), Taps((Menu("Which action?", Act.CHOOSE_ACTION, choices),))))
    split = parts(card)
    assert all(fits(part) for part in split)
    menus = [
        item
        for part in split
        for piece in part.pieces
        if isinstance(piece, Taps)
        for item in piece.items
        if isinstance(item, Menu)
    ]
    assert tuple(choice for menu in menus for choice in menu.choices) == choices
