"""The one ask, its reminder and the introduction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.assessment import Assessed, assess_action
from bot.card import Act, Button, Taps
from bot.conversation import PromptId
from bot.phrases import forms, prompts
from bot.plan import Action, ActionId, ActionStatus
from bot.prompting import Ask
from bot.rag import Rag
from tests.bot.larkmere import action, month
from tests.bot.services.dialogue import text_of

TODAY = date(2026, 9, 21)
ASKING = prompts.Asking(
    PromptId(5),
    "Larkmere",
    datetime(2026, 9, 29, 12, 0, tzinfo=UTC),
    date(2026, 10, 14),
    "board",
    TODAY,
    mornings=(date(2026, 9, 22), date(2026, 9, 25)),
)


def numbered(number: int, **fields: object) -> Action:
    return action(id=ActionId(number), ref=f"1.{number}", **fields)


def of(one: Action) -> Assessed:
    return assess_action(one, 31, TODAY, None)


SUPERVISION = action(
    id=ActionId(2), ref="4.1", text="Supervision policy", approved_due=month(2026, 12, "Dec 2026")
)
TRANSITION = action(
    id=ActionId(3),
    ref="5.3",
    text="Transition protocol",
    approved_due=month(2027, 3, "March 2027"),
    status=ActionStatus.NOT_STARTED,
    rag=None,
    reported_at=None,
)


def test_the_prompt_as_the_model_message_has_it() -> None:
    ask = Ask((of(action()), of(SUPERVISION)), (), (of(TRANSITION),))
    assert text_of(prompts.prompt(ASKING, ask)) == (
        "2 Larkmere actions: update by noon Tue 29 Sept (board 14 Oct)\n"
        "2.7a Discharge letters to GPs · due Sept 2026 · last 🟢 Green, 14 Aug\n"
        "[No change] [On track] [Slipping…] [Done] [Need help]\n"
        "4.1 Supervision policy · due Dec 2026 · last 🟢 Green, 14 Aug\n"
        "[No change] [On track] [Slipping…] [Done] [Need help]\n"
        "5.3 Transition protocol · due March 2027 · ➖ Not yet due: nothing needed this time\n"
        "[Both: no change] [Answer in a form]\n"
        "[Not now…: Ask me Tue 22 Sept, Ask me Fri 25 Sept] [Ask my deputy]\n"
        'Or write back in your own words: "2.7a slips to end of Jan, waiting for IT; 4.1 no change"'
    )


def test_every_tap_carries_its_prompt_and_its_action() -> None:
    card = prompts.prompt(ASKING, Ask((of(action()),), (), ()))
    taps = next(piece for piece in card.pieces if isinstance(piece, Taps))
    assert taps.items[0] == Button("No change", Act.NO_CHANGE, "prompt:5 action:1")


def test_the_rest_is_one_line_and_one_no_change() -> None:
    later = month(2027, 1, "Jan 2027")
    rest = tuple(of(numbered(number, approved_due=later)) for number in range(1, 17))
    text = text_of(prompts.prompt(ASKING, Ask((of(action()),), rest, ())))
    assert (
        "The other 16 are not due before Jan 2027.\n[All 16: no change] [Show them] [Answer in a form]"
        in text
    )


@pytest.mark.parametrize(
    ("due", "line"),
    [
        (month(2027, 1, "Jan 2027"), "The other one is not due before Jan 2027."),
        (None, "The other one has had a word before and is not due soon."),
    ],
)
def test_a_single_one_left_over(due: object, line: str) -> None:
    rest = (of(numbered(1, approved_due=due)),)
    text = text_of(prompts.prompt(ASKING, Ask((of(action()),), rest, ())))
    assert f"{line}\n[This one: no change]" in text


def test_several_not_yet_due_share_a_line() -> None:
    later = replace(TRANSITION, id=ActionId(4), ref="5.4")
    text = text_of(prompts.prompt(ASKING, Ask((of(action()),), (), (of(TRANSITION), of(later)))))
    assert "5.3 and 5.4: ➖ Not yet due, nothing needed this time" in text


@pytest.mark.parametrize(
    ("one", "last"),
    [
        (action(rag=None), "❔ Not reported"),
        (action(reported_at=None), "in the plan 🟢 Green"),
        (
            action(reported_at=datetime(2025, 12, 1, tzinfo=UTC), rag=Rag.AMBER),
            "last 🔶 Amber, 1 Dec 2025",
        ),
        (action(approved_due=month(2026, 8, "Aug 2026")), "past the agreed date · last 🟢 Green, 14 Aug"),
    ],
)
def test_what_was_said_last(one: Action, last: str) -> None:
    assert last in text_of(prompts.prompt(ASKING, Ask((of(one),), (), ())))


def test_reminders() -> None:
    two = (action(), SUPERVISION)
    assert text_of(prompts.reminder(ASKING, two, date(2026, 9, 28))) == (
        "2 actions still open, due noon tomorrow: 2.7a, 4.1.\n[Both: no change] [Answer] [Ask my deputy]"
    )
    assert "due noon Tue 29 Sept: 2.7a." in text_of(prompts.reminder(ASKING, two[:1], date(2026, 9, 25)))


def test_a_first_message_in_the_middle_of_a_round_asks_at_once() -> None:
    card = prompts.introduction("", "Larkmere plan", ["1.1"], None, asks_now=True)
    assert text_of(card).splitlines()[:2] == [
        (
            "Hello, I am Leadline. Your board officer set me up to collect updates for the Larkmere plan "
            "instead of the e-mailed table."
        ),
        "You lead 1.1. I ask once before each board; this is the first time.",
    ]
    many = [f"1.{number}" for number in range(1, 13)]
    long = prompts.introduction("P Lowell", "Larkmere plan", many, None, asks_now=False)
    assert "You lead 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7 and 5 more. Nothing to do today" in text_of(long)
    with_ask = prompts.prompt(ASKING, Ask((of(action()),), (), ()), introduction=card)
    assert text_of(with_ask).splitlines()[4:6] == [
        "--",
        "1 Larkmere action: update by noon Tue 29 Sept (board 14 Oct)",
    ]


def test_a_round_taken_out_of_the_calendar() -> None:
    assert prompts.closed_round().summary.startswith("This round has been closed.")


def test_a_round_without_a_meeting_is_for_a_day() -> None:
    monthly = replace(ASKING, body="", on=date(2026, 9, 30))
    card = prompts.prompt(monthly, Ask((of(action()),), (), ()))
    assert card.summary == "1 Larkmere action: update by noon Tue 29 Sept (for 30 Sept)"


def test_forms_fit_every_platform() -> None:
    long = action(ref="BOD 60/17(h) and its annexes", text="x" * 300)
    form = forms.for_action(long, "action:1", TODAY)
    assert len(form.title) <= forms.TITLE_WIDTH
    both = forms.for_all((action(), SUPERVISION), "prompt:5", "noon Tue 29 Sept", TODAY)
    assert both.intro == "Update by noon Tue 29 Sept."
    assert [field.name for field in both.fields] == ["standing_1", "note_1", "standing_2", "note_2"]


def test_a_form_says_what_was_said_last_time() -> None:
    waiting = action(blocker="waiting for IT", rag=Rag.AMBER)
    assert forms.last_time(waiting, TODAY) == 'Last time: 🔶 Amber, 14 Aug: "waiting for IT"'
    assert forms.last_time(action(reported_at=None), TODAY) == "In the plan: 🟢 Green"
    assert forms.last_time(action(reported_at=None, rag=None), TODAY) == "Nothing was said before."
    assert forms.last_time(waiting, TODAY) in forms.for_action(waiting, "action:1", TODAY).intro
    every = forms.for_all((waiting,), "prompt:5", "noon Tue 29 Sept", TODAY)
    assert every.fields[0].hint == forms.last_time(waiting, TODAY)


def test_what_is_far_off_is_one_line() -> None:
    far = of(numbered(7))
    text = text_of(prompts.prompt(ASKING, Ask((of(action()),), (), (), (far,))))
    assert "1.7 is further off and in order: asked once a quarter, not now" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [("Larkmere plan", "the Larkmere plan"), ("Brackenridge", "Brackenridge"), ("The Board", "The Board")],
)
def test_a_name_has_its_article_only_where_it_wants_one(name: str, said: str) -> None:
    assert prompts.the_plan(name) == said
