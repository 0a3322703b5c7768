"""What status shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import Assessed, assess_action
from bot.conversation import FieldChange, ProgressUpdate, Route, UpdateId, UpdateState
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import PersonId
from bot.phrases import action_detail, actions, statuses
from bot.phrases.action_detail import Remembered
from bot.plan import Action, ActionId, ActionStatus, DateChange, PlanId
from bot.rag import Rag
from bot.rounds import Silence
from bot.status_filter import Filter, Shown
from tests.bot.larkmere import SEPTEMBER, action, day, month
from tests.bot.services.dialogue import text_of

TODAY = date(2026, 10, 14)
JANUARY = day(2027, 1, 31).in_words("end of Jan")
MOVED = action(
    rag=Rag.AMBER,
    forecast_due=JANUARY,
    blocker="waiting for IT to open the GP mailbox",
    path_to_green="mailbox open by 16 Oct",
    moves=(DateChange(SEPTEMBER, JANUARY, None, date(2026, 9, 24), None),),
    outcome="",
    reported_at=datetime(2026, 9, 24, tzinfo=UTC),
)


def of(one: Action, today: date = TODAY, silent_before: datetime | None = None) -> Assessed:
    silence = Silence(silent_before, date.max) if silent_before is not None else None
    return assess_action(one, 31, today, silence)


def numbered(number: int, **fields: object) -> Action:
    return action(id=ActionId(number), ref=f"1.{number}", **fields)


def summary(*found: Assessed, share: str = "") -> list[str]:
    facts = statuses.Summary(
        "Larkmere", datetime(2026, 10, 14, 13, 55, tzinfo=UTC), found, "Next: board, Wed 14 Oct", share
    )
    return text_of(statuses.summary(facts)).splitlines()


def test_a_chairs_summary_fits_a_phone() -> None:
    wanted = [numbered(number, support_wanted=True, rag=Rag.RED) for number in range(1, 40)]
    lines = summary(
        *(of(one) for one in wanted),
        of(numbered(50, rag=Rag.AMBER_RED)),
        of(numbered(51, rag=Rag.AMBER_GREEN)),
        of(numbered(52, approved_due=None)),
        of(numbered(53, status=ActionStatus.CLAIMED_DONE)),
        of(numbered(54, status=ActionStatus.COMPLETE)),
        share="partnership:1 status:summary",
    )
    assert lines[-1] == "[Late] [To accept] [Share in channel]"
    told = lines[:-1]
    assert len(told) <= 10
    assert all(len(line) <= 40 for line in told), told
    assert told[0] == "Larkmere · Wed 14 Oct, 13:55"
    assert "Help wanted: 1.1, 1.2, 1.3 +36 more" in told


def test_a_summary_of_one_quiet_action() -> None:
    assert summary(of(action(), date(2026, 9, 21))) == [
        "Larkmere · Wed 14 Oct, 13:55",
        "🟢 1 Green",
        "Late 0 · forecast late 0 · no update 0",
        "Next: board, Wed 14 Oct",
    ]


def test_the_detail_of_an_action_as_the_model_message_has_it() -> None:
    card = action_detail.detail(of(replace(MOVED, approved_due=JANUARY)), TODAY, may_accept=False)
    assert text_of(card) == (
        "2.7a Discharge letters to GPs\n"
        "🔶 Amber · S Okoro, Dunvale NHS Trust\n"
        "First Sept 2026 · agreed end of Jan 2027\n"
        "18 weeks later · moved once\n"
        'Blocker: "waiting for IT to open the GP mailbox"\n'
        'Back on track: "mailbox open by 16 Oct"\n'
        "Last word 24 Sept\n"
        "[History]"
    )


def test_the_detail_of_a_silent_late_action_with_everything_said() -> None:
    one = action(
        percent=40,
        narrative="letters drafted",
        support_wanted=True,
        leads=(),
        moves=(DateChange(None, SEPTEMBER, None, TODAY, None),) * 2,
    )
    silent = of(one, TODAY, datetime(2026, 9, 21, tzinfo=UTC))
    lines = text_of(action_detail.detail(silent, TODAY, may_accept=True)).splitlines()
    assert lines == [
        "2.7a Discharge letters to GPs",
        "❔ Not reported (last 🟢 Green) · no lead",
        "First Sept 2026",
        "2 weeks later · moved 2 times · no new date given",
        "40% done",
        "By the dates 🔶 Amber",
        '"letters drafted"',
        "Help wanted",
        "No update this round",
        "Last word 14 Aug",
        'Outcome sought: "Every letter sent within two days"',
        "[Accept as done] [History]",
    ]


def test_dates_that_are_not_there() -> None:
    undated = action(baseline_due=None, approved_due=None)
    assert "No date" in text_of(action_detail.detail(of(undated), TODAY, may_accept=False))
    forecast = replace(undated, forecast_due=JANUARY)
    assert "No first date · now end of Jan 2027" in text_of(
        action_detail.detail(of(forecast), TODAY, may_accept=False)
    )
    earlier = action(forecast_due=day(2026, 9, 9))
    assert "3 weeks earlier" in text_of(
        action_detail.detail(of(earlier, date(2026, 9, 1)), TODAY, may_accept=False)
    )


def test_a_list_is_whole_and_says_when() -> None:
    found = [
        of(MOVED),
        of(numbered(2, status=ActionStatus.COMPLETE, completed_on=date(2026, 9, 18))),
        of(numbered(3, status=ActionStatus.CLAIMED_DONE)),
        of(numbered(4, approved_due=month(2026, 12, "Dec 2026"))),
    ]
    many = [numbered(number) for number in range(10, 17)]
    card = statuses.list_of(
        Filter(Shown.THEME, "2.0"), found, TODAY, may_accept=many, share_value="partnership:1 status:2.0"
    )
    assert text_of(card).splitlines() == [
        "Theme 2.0 (4)",
        "2.7a Discharge letters to GPs",
        "  🔶 Amber · S Okoro · due Sept 2026, forecast end of Jan 2027",
        "1.2 Discharge letters to GPs",
        "  🟦 Complete · S Okoro · finished 18 Sept",
        "1.3 Discharge letters to GPs",
        "  🟢 Green, reported done · S Okoro · due Sept 2026",
        "1.4 Discharge letters to GPs",
        "  🟢 Green · S Okoro · due Dec 2026",
        "[Accept 1.10] [Accept 1.11] [Accept 1.12] [Accept 1.13] [Accept 1.14] [Share in channel]",
        "To accept 1.15 and 1.16 too: status and the number.",
    ]


def test_an_empty_list_says_none() -> None:
    card = statuses.list_of(Filter(Shown.LATE), [], TODAY, may_accept=(), share_value="")
    assert text_of(card) == "Late: past the date the board agreed: none."


def test_every_filter_has_its_heading() -> None:
    assert set(statuses.HEADINGS) | set(statuses.JOINED) == set(Shown)


def update(number: int, state: UpdateState, words: str, *changed: FieldChange) -> Remembered:
    return Remembered(
        ProgressUpdate(
            UpdateId(number),
            None,
            PersonId(1),
            PlanId(1),
            ActionId(1),
            ReadUpdate(Outcome.UNDERSTOOD, "2.7a", no_change=words == ""),
            words,
            state,
            Route.DIRECT_MESSAGE,
            datetime(2026, 9, 24, tzinfo=UTC),
            changed=changed,
        ),
        "S Okoro",
        action(),
    )


def test_history_is_in_the_leads_own_words_oldest_first() -> None:
    card = action_detail.history(
        action(),
        [
            update(1, UpdateState.CONFIRMED, "amber", FieldChange("rag", "green", "amber")),
            update(2, UpdateState.UNDONE, "red", FieldChange("rag", "amber", "red")),
            update(3, UpdateState.PROPOSED, "maybe done"),
            update(4, UpdateState.CONFIRMED, ""),
        ],
        TODAY,
    )
    assert text_of(card).splitlines() == [
        "History of 2.7a Discharge letters to GPs",
        "First date Sept 2026",
        '24 Sept 00:00, S Okoro by direct message: "amber" Colour: 🔶 Amber (was Green)',
        '24 Sept 00:00, S Okoro by direct message: "red" Colour: 🔺 Red (was Amber) (undone)',
        '24 Sept 00:00, S Okoro by direct message: "maybe done" read as a note (said, not confirmed)',
        "24 Sept 00:00, S Okoro by direct message: no change",
    ]
    nothing = action_detail.history(action(baseline_due=None), [], TODAY)
    assert text_of(nothing).splitlines()[1:] == ["No first date", "Nothing has been reported yet."]


def test_sharing_leaves_the_taps_out() -> None:
    card = action_detail.detail(of(action()), TODAY, may_accept=True)
    shared = text_of(statuses.shared(card, "A Merrin"))
    assert "[" not in shared
    assert shared.endswith("Shared by A Merrin.")


def test_short_answers() -> None:
    assert statuses.no_channel().summary.startswith("No channel is set")
    assert action_detail.leads_of(of(action(leads=()))).summary == "2.7a has no lead."


def test_what_was_said_since_the_blocker_is_not_hidden_by_it() -> None:
    told_together = action(blocker="waiting for IT", narrative="2.7a red, waiting for IT")
    told_since = action(blocker="waiting for IT", narrative="a new locum starts 12 Oct")
    assert actions.latest_words(told_together) == "waiting for IT"
    assert actions.latest_words(told_since) == "a new locum starts 12 Oct"
    assert actions.latest_words(action(blocker=None, narrative=None)) == ""
