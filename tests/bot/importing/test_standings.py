import pytest

from bot.importing.standings import (
    BRAG_WORDS,
    RAG_WORDS,
    STATUS_WORDS,
    colour_state,
    is_no_colour,
    leading_status,
    rag_of,
    split_status,
    status_of,
)
from bot.plan import ActionStatus
from bot.rag import Rag


def test_every_status_but_a_claim_has_words() -> None:
    assert set(STATUS_WORDS) == set(ActionStatus) - {ActionStatus.CLAIMED_DONE}


def test_every_colour_has_words() -> None:
    assert set(RAG_WORDS) == set(Rag)
    assert set(BRAG_WORDS) == {ActionStatus.COMPLETE, ActionStatus.NOT_STARTED}


@pytest.mark.parametrize("table", [STATUS_WORDS, RAG_WORDS, BRAG_WORDS])
def test_no_word_means_two_things(table: dict[object, tuple[str, ...]]) -> None:
    words = [word for phrases in table.values() for word in phrases]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Delivered", ActionStatus.COMPLETE),
        ("Significant progress", ActionStatus.IN_PROGRESS),
        ("On-going", ActionStatus.IN_PROGRESS),
        ("On hold", ActionStatus.ON_HOLD),
        ("Not yet due", ActionStatus.NOT_STARTED),
        ("NOT COMPLETE", ActionStatus.IN_PROGRESS),
        ("Superseded", ActionStatus.WITHDRAWN),
        ("Agreed by the panel in June 2009", None),
        ("", None),
    ],
)
def test_local_words_for_a_status(words: str, status: ActionStatus | None) -> None:
    assert status_of(words) is status


@pytest.mark.parametrize(
    ("words", "rag"),
    [
        ("R", Rag.RED),
        ("Amber", Rag.AMBER),
        ("🟢 Green", Rag.GREEN),
        ("🔴", Rag.RED),
        ("Amber/Red", Rag.AMBER_RED),
        ("A/G", Rag.AMBER_GREEN),
        ("", None),
        ("Blue", None),
        ("no longer red", None),
    ],
)
def test_words_letters_and_marks_for_a_colour(words: str, rag: Rag | None) -> None:
    assert rag_of(words) is rag


def test_blue_and_grey_are_states() -> None:
    assert colour_state("B") is ActionStatus.COMPLETE
    assert colour_state("➖ Grey") is ActionStatus.NOT_STARTED
    assert colour_state("Green") is None


@pytest.mark.parametrize("words", ["", "❔", "❔ Not reported", "N/A", "tbc"])
def test_no_colour_is_never_a_colour(words: str) -> None:
    assert is_no_colour(words)
    assert rag_of(words) is None


@pytest.mark.parametrize(
    ("words", "rest", "status"),
    [
        ("March 2007 Achieved", "March 2007", "Achieved"),
        ("Complete - March 2026", "March 2026", "Complete"),
        ("Ongoing", "", "Ongoing"),
        ("New Year 2027", "New Year 2027", ""),
        ("May/June 2007", "May/June 2007", ""),
    ],
)
def test_a_status_is_split_out_of_a_date(words: str, rest: str, status: str) -> None:
    assert split_status(words) == (rest, status)


@pytest.mark.parametrize(
    ("words", "status", "rest"),
    [
        ("Complete. Sent 3 May", "Complete", "Sent 3 May"),
        ("On hold (no room)", "On hold", "(no room)"),
        ("Not yet due", "Not yet due", ""),
        ("Moved to August", "", "Moved to August"),
    ],
)
def test_a_remark_may_begin_with_a_status(words: str, status: str, rest: str) -> None:
    assert leading_status(words) == (status, rest)
