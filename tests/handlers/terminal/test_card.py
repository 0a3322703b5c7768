"""The same cards, on a terminal."""

from io import StringIO

from rich.console import Console

from bot.card import Act, Button, Card, Choice, Line, Menu, Rule, Taps, Tone
from handlers.terminal import draw


def printed(card: Card, command: str = "") -> str:
    console = Console(file=StringIO(), width=60, color_system=None)
    console.print(draw(card, command))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_lines_taps_and_rules_are_printed_in_order() -> None:
    card = Card(
        "Status",
        (
            Line("Larkmere", Tone.HEADING),
            Line("🔺 6 Red"),
            Taps((Button("Late", Act.SHOW_STATUS, "status:late"), Menu("Which?", Act.CHOOSE_ACTION, (
                Choice("2.7a", "1"), Choice("4.1", "2"),
            )))),
            Rule(),
            Line("as at noon", Tone.QUIET),
        ),
    )  # fmt: skip
    assert [line.rstrip() for line in printed(card).splitlines()] == [
        "Larkmere",
        "🔺 6 Red",
        "  [Late] [Which?: 2.7a | 4.1]",
        "─" * 60,
        "as at noon",
    ]


def test_lists_behind_buttons_are_named_as_what_to_type() -> None:
    late, share = Button("Late", Act.SHOW_STATUS, "status:late"), Button("Share", Act.SHARE, "partnership:1")
    card = Card("Status", (Line("Larkmere"), Taps((late, share)), Taps((share,))))
    shown = printed(card, "leadline status").splitlines()
    assert shown == ["Larkmere", "More: leadline status late"]


def test_mark_up_in_a_persons_words_is_printed_as_typed() -> None:
    assert printed(Card("x", (Line("[bold]2.7a[/bold] :smile:"),))) == "[bold]2.7a[/bold] :smile:\n"


def test_escape_sequences_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in printed(Card("x", (Line("\x1b[2Jgone\x07"),)))
