"""The bot's own words."""

from __future__ import annotations

import pytest

from bot.commands import Command, Name, command_in, is_courtesy, name_claimed, spoken
from bot.paper_words import PaperWanted, paper_wanted
from bot.papers.paper import PaperKind


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("status", Command(Name.STATUS)),
        ("Status red", Command(Name.STATUS, "red")),
        ("/status 2.7", Command(Name.STATUS, "2.7")),
        ("/plan-status forecast late", Command(Name.STATUS, "forecast late")),
        ("<@UBOT> status L Smith?", Command(Name.STATUS, "L Smith")),
        ("status for Calder Trust", Command(Name.STATUS, "Calder Trust")),
        ("status reported done", Command(Name.STATUS, "reported done")),
        ("mine", Command(Name.STATUS, "mine")),
        ("What's mine?", Command(Name.STATUS, "mine")),
        ("what’s mine", Command(Name.STATUS, "mine")),
        ("when is the board?", Command(Name.NEXT, "board")),
        ("When’s our next board?", Command(Name.NEXT, "board")),
        ("since papers", Command(Name.STATUS, "since papers")),
        ("Changes since the papers?", Command(Name.STATUS, "since papers")),
        ("What’s late?", Command(Name.STATUS, "late")),
        ("history 2.7a", Command(Name.HISTORY, "2.7a")),
        ("help", Command(Name.HELP)),
        ("Undo!", Command(Name.UNDO)),
        ("privacy", Command(Name.PRIVACY)),
        ("yes", Command(Name.YES)),
        ("OK.", Command(Name.YES)),
        ("No", Command(Name.NO)),
        ("cancel", Command(Name.NO)),
    ],
)
def test_a_word_of_the_bots_own_is_a_command(text: str, command: Command) -> None:
    assert command_in(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "status of 2.7a is amber",
        "2.7a status amber",
        "no change",
        "no, end of Jan",
        "yes 2.7a is done",
        "undo the damage to 2.7a by March",
        "historically this was late",
        "",
    ],
)
def test_an_update_is_no_command(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I am J Kelly", "J Kelly"),
        ("i'm J. Kelly.", "J. Kelly"),
        ("my name is  Jo   Kelly", "Jo Kelly"),
        ("<@UBOT> I am R O'Hara-Smith", "R O'Hara-Smith"),
        ("2.7a amber", None),
        ("I am away 19 Oct to 6 Nov", None),
    ],
)
def test_somebody_says_who_they_are(text: str, name: str | None) -> None:
    assert name_claimed(text) == name


def test_the_mention_a_message_opens_with_is_not_part_of_it() -> None:
    assert spoken("<@UBOT>  <@UBOT>: 2.7a amber ") == "2.7a amber"


def test_courtesy_answers_nothing() -> None:
    assert is_courtesy("Thanks, will do")
    assert not is_courtesy("thanks to the new rota we are back on track with 2.7a and the rest of it too")
    assert not is_courtesy("mailbox open by 16 Oct")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("paper highlight for the Board", PaperWanted(PaperKind.HIGHLIGHT, "Board")),
        ("Paper exception report", PaperWanted(PaperKind.EXCEPTION)),
        ("paper tracker for Scrutiny Committee.", PaperWanted(PaperKind.TRACKER, "Scrutiny Committee")),
        ("exception report for Cabinet as pdf", PaperWanted(PaperKind.EXCEPTION, "Cabinet", as_pdf=True)),
        ("Highlight report as a PDF for the Board", PaperWanted(PaperKind.HIGHLIGHT, "Board", as_pdf=True)),
        ("a pdf of the exception report", PaperWanted(PaperKind.EXCEPTION, as_pdf=True)),
        ("year-on report for Cabinet", PaperWanted(PaperKind.YEAR_ON, "Cabinet")),
        (
            "paper year on for Board 14 Oct since 3 Nov 2025",
            PaperWanted(PaperKind.YEAR_ON, "Board 14 Oct", "3 Nov 2025"),
        ),
        ("look-back report since March", PaperWanted(PaperKind.YEAR_ON, "", "March")),
    ],
)
def test_a_paper_is_asked_for_by_its_name_and_body(text: str, wanted: PaperWanted) -> None:
    assert paper_wanted(text) == wanted
    assert command_in(text) == Command(Name.PAPER, text)


@pytest.mark.parametrize(
    "text",
    [
        "paper on rooms is late",
        "exception report to Cabinet",
        "highlight report is done",
        "tracker for the Board",
    ],
)
def test_a_paper_that_is_spoken_of_is_not_asked_for(text: str) -> None:
    assert command_in(text) is None
