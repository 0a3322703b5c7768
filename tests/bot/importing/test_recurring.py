import pytest

from bot.importing.recurring import repeats


@pytest.mark.parametrize(
    "words",
    [
        *["every 3 months", "Every month", "each quarter", "monthly", "Two-monthly", "two monthly"],
        *[
            "quarterly",
            "bi-monthly",
            "annually",
            "twice a year",
            "every other month",
            "at each board meeting",
        ],
        *["reported on a monthly basis", "every two months", "Reviewed quarterly", "six-monthly", "Termly"],
    ],
)
def test_how_often_something_comes_round(words: str) -> None:
    assert repeats(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "Sept 2027",
        "12 – 18 month period",
        "Monthly from Sept 2027",
        "the annual report of 2027",
        "",
        "daily x",
    ],
)
def test_other_timescales_do_not_repeat(words: str) -> None:
    assert repeats(words) == ""
