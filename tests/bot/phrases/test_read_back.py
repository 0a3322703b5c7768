"""Read-backs, by equality."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.card import Act, Button, Taps
from bot.conversation import FieldChange, UpdateId, UpdateState
from bot.phrases import read_back
from bot.phrases.field_changes import field_lines
from bot.phrases.told import Told
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.slippage import Disagreement
from bot.stored import stored_timescale
from tests.bot.larkmere import SEPTEMBER, action, day
from tests.bot.services.dialogue import text_of

JANUARY = day(2027, 1, 31).in_words("end of Jan")
ON = date(2026, 10, 14)


def told(number: int = 1, *changed: FieldChange, **more: object) -> Told:
    base = Told(UpdateId(number), UpdateState.CONFIRMED, action(rag=Rag.AMBER, forecast_due=JANUARY), changed)
    return replace(base, **more)  # type: ignore[arg-type]


COLOUR = FieldChange("rag", "green", "amber")
FORECAST = FieldChange("forecast_due", None, stored_timescale(JANUARY))
BLOCKER = FieldChange("blocker", None, "waiting for IT to open the GP mailbox")
NOTE = FieldChange("narrative", None, "2.7a slips, waiting for IT")


def test_saved_at_once_as_the_model_message_has_it() -> None:
    other = replace(told(2), action=action(ref="4.1", text="Supervision policy"))
    assert text_of(read_back.saved((told(1, COLOUR, FORECAST, BLOCKER, NOTE), other), ON)) == (
        "Saved for 14 Oct. 2.7a Discharge letters to GPs\n"
        " Colour: 🔶 Amber (was Green) · Forecast: Sept 2026 → end of Jan 2027 "
        "(18 weeks after the first date)\n"
        ' Blocker: "waiting for IT to open the GP mailbox"\n'
        "4.1: no change.\n"
        "[Undo] [Edit one: 2.7a Discharge letters to GPs, 4.1 Supervision policy]"
    )


def test_every_button_carries_its_ids() -> None:
    card = read_back.saved((told(12, COLOUR), told(13)), None)
    taps = [piece for piece in card.pieces if isinstance(piece, Taps)]
    undo = taps[0].items[0]
    assert undo == Button("Undo", Act.UNDO, "update:12 update:13")
    assert card.summary == "Saved. 2.7a and 2.7a"


def test_the_dates_view_is_shown_with_three_ways_out() -> None:
    one = told(1, disagreement=Disagreement(Rag.GREEN, Rag.AMBER, 21))
    assert text_of(read_back.saved((one,), ON)).splitlines()[-2:] == [
        (
            "2.7a stays 🟢 Green; by the dates it is 🔶 Amber (3 weeks past the agreed date). "
            "The board will see both."
        ),
        "[Say why Green] [Make it Amber] [Leave Green]",
    ]


def test_one_thing_is_asked_at_a_time_the_missing_reason_first() -> None:
    one = told(1, wants_reason=True, disagreement=Disagreement(Rag.AMBER, Rag.RED, 123), implied=Rag.RED)
    assert text_of(read_back.saved((one,), ON)).splitlines()[-1] == (
        "2.7a: 🔶 Amber needs one line for the board: what brings it back, and by when? "
        'For example "mailbox open by 16 Oct".'
    )


def test_done_without_an_outcome_in_the_plan_asks_what_shows_it() -> None:
    done = action(status=ActionStatus.CLAIMED_DONE, outcome="", completed_on=date(2026, 9, 18))
    one = told(1, FieldChange("status", "in_progress", "claimed_done"), action=done)
    assert text_of(read_back.saved((one,), ON)) == (
        "Saved for 14 Oct. 2.7a Discharge letters to GPs\n"
        " Reported done on 18 Sept, until the chair or board officer accepts it\n"
        "[Undo] [Edit]\n"
        "What shows that 2.7a is done? A line is enough.\n"
        "[Add a line] [Done, but some work goes on] [Not done yet]\n"
        'Shown as "reported done" until the chair or board officer accepts it.'
    )


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (FieldChange("rag", None, "red"), "Colour: 🔺 Red (was Not reported)"),
        (FieldChange("rag", "red", None), "Colour: ❔ Not reported (was Red)"),
        (FieldChange("status", "not_started", "on_hold"), "Status: On hold (was Not started)"),
        (
            FieldChange("forecast_due", stored_timescale(JANUARY), None),
            "Forecast: back to end of Jan 2027",
        ),
        (FieldChange("percent", 40, 60), "Done so far: 60% (was 40%)"),
        (FieldChange("percent", None, 60), "Done so far: 60%"),
        (FieldChange("percent", 60, None), "Done so far: not said"),
        (FieldChange("blocker", "x", None), "Blocker: cleared"),
        (FieldChange("support_wanted", False, True), "Help wanted: yes"),
        (FieldChange("support_wanted", True, False), "Help wanted: no longer"),
        (FieldChange("path_to_green", None, "mailbox open"), 'Back on track: "mailbox open"'),
        (FieldChange("narrative", None, "venue found"), 'Note: "venue found"'),
    ],
)
def test_each_field_has_its_words(change: FieldChange, line: str) -> None:
    assert field_lines(action(), [change]) == [line]


@pytest.mark.parametrize(
    "change",
    [
        FieldChange("path_to_green", "x", None),
        FieldChange("narrative", "x", None),
        FieldChange("completed_on", None, "2026-09-18"),
        FieldChange("reported_at", None, "x"),
    ],
)
def test_some_changes_are_not_told(change: FieldChange) -> None:
    assert field_lines(action(), [change]) == []


def test_a_finish_is_told_of_what_is_complete() -> None:
    done = action(status=ActionStatus.COMPLETE)
    assert field_lines(done, [FieldChange("completed_on", None, "2026-09-18")]) == ["Finished: 18 Sept 2026"]


def test_a_first_date_has_no_date_before_it() -> None:
    undated = action(baseline_due=None, approved_due=None)
    assert field_lines(undated, [FORECAST]) == ["Forecast: end of Jan 2027 (the first date given)"]
    assert field_lines(undated, [FieldChange("forecast_due", None, None)]) == ["Forecast: none"]
    earlier = FieldChange("forecast_due", None, stored_timescale(day(2026, 9, 9).in_words("9 Sept")))
    assert field_lines(action(), [earlier]) == [
        "Forecast: Sept 2026 → 9 Sept 2026 (3 weeks before the first date)"
    ]
    same = FieldChange("forecast_due", stored_timescale(JANUARY), stored_timescale(SEPTEMBER))
    assert field_lines(action(), [same]) == ["Forecast: end of Jan 2027 → Sept 2026 (the first date)"]


def test_the_line_in_the_channel() -> None:
    card = read_back.confirmed_line(told(1, COLOUR, FORECAST), "S Okoro", date(2026, 9, 24))
    assert text_of(card) == (
        "2.7a: 🔶 Amber (was Green), forecast end of Jan 2027. S Okoro, 24 Sept.\n[History]"
    )
    done = told(1, FieldChange("status", "in_progress", "claimed_done"))
    assert read_back.confirmed_line(done, "S Okoro", ON).summary == "2.7a: reported done. S Okoro, 14 Oct."
    assert (
        read_back.confirmed_line(told(1, BLOCKER), "S Okoro", ON).summary == "2.7a: noted. S Okoro, 14 Oct."
    )
    assert read_back.confirmed_line(told(), "S Okoro", ON).summary == "2.7a: no change. S Okoro, 14 Oct."
    first = told(1, FieldChange("rag", None, "red"))
    assert read_back.confirmed_line(first, "S Okoro", ON).summary.startswith(
        "2.7a: 🔺 Red (was Not reported)"
    )


def test_what_could_not_be_undone_is_said_beside_what_could() -> None:
    two = (action(ref="4.1"), action(ref="5.3"))
    assert text_of(read_back.undone((told(),), two)) == (
        "Undone: 2.7a is as before. Your words are kept.\n"
        "4.1 and 5.3 have changed again since, so I have left them as they are."
    )


@pytest.mark.parametrize("state", list(UpdateState))
def test_every_state_of_an_update_has_its_sentence(state: UpdateState) -> None:
    assert read_back.already(state).summary.startswith("This")
