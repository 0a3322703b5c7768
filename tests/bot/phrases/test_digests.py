"""The digest in words: whole counts, and never more than twelve lines in the channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import assess
from bot.digest import Digest, News, frozen
from bot.governance import ExtensionId, ExtensionRequest, HelpId, HelpKind, HelpRequest
from bot.partnership import PersonId
from bot.phrases import digests
from bot.plan import Action, ActionId, DateChange
from bot.rag import Rag
from bot.waiting import Waiting, WaitsFor
from tests.bot.larkmere import BRAMLEY, action, day, month, plan
from tests.bot.services.dialogue import text_of

ON, BEFORE = date(2026, 10, 5), date(2026, 9, 28)
MAY, AUGUST, OCTOBER = (month(2026, of, f"{name} 2026") for of, name in ((5, "May"), (8, "Aug"), (10, "Oct")))

ADVICE = action(
    id=ActionId(6),
    ref="6.2",
    text="Out-of-hours legal advice",
    leads=(BRAMLEY,),
    rag=Rag.RED,
    baseline_due=MAY,
    approved_due=MAY,
    forecast_due=OCTOBER,
    moves=(
        DateChange(MAY, AUGUST, None, BEFORE, None),
        DateChange(AUGUST, OCTOBER, None, BEFORE, None),
    ),
    narrative="locum starts 12 Oct",
)


def numbered(number: int, **fields: object) -> Action:
    return action(id=ActionId(number), ref=f"1.{number}", **fields)


def digest(*actions: Action, news: News | None = None, since: date | None = BEFORE) -> Digest:
    found = assess(plan(*actions), ON, None)
    return Digest("Larkmere plan", ON, found, since, news or News(), is_unchanged=False)


def test_a_line_of_the_thread_as_the_model_message_has_it() -> None:
    one = digest(ADVICE).late[0]
    assert digests.in_detail(one, ON) == (
        "6.2 Out-of-hours legal advice · Larkmere Council, K Bramley · 🔺 Red · "
        "moved ×2: May 2026 → Aug 2026 → Oct 2026 · 22 weeks after the first date · "
        '"locum starts 12 Oct"'
    )


def test_an_action_late_without_a_new_date_counts_on() -> None:
    one = digest(numbered(10, rag=Rag.RED, approved_due=month(2026, 6, "June 2026"))).late[0]
    assert "due June 2026, no new date given" in digests.in_detail(one, ON)
    assert "and counting" in digests.in_detail(one, ON)


def test_without_a_date_or_a_lead_a_line_says_so() -> None:
    undated = action(approved_due=None, baseline_due=None, leads=())
    one = digest(undated).undated[0]
    assert digests.in_detail(one, ON) == "2.7a Discharge letters to GPs · no lead · 🟢 Green · no date"
    forecast = digest(replace(undated, forecast_due=day(2027, 1, 31).in_words("end of Jan"))).undated[0]
    assert digests.in_detail(forecast, ON).endswith("forecast end of Jan 2027")


def test_the_header_never_grows() -> None:
    many = tuple(numbered(number, support_wanted=True, blocker="no room") for number in range(1, 60))
    news = News(late=many, forecast_late=many[:1], complete=many[:2], withdrawn=many[:7])
    card = digests.header(digest(*many, news=news), has_detail=True)
    lines = text_of(card).splitlines()
    assert len(lines) <= 12
    assert lines[3] == (
        "New since Mon 28 Sept: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6 and 53 more late; 1.1 forecast late; "
        "1.1 and 1.2 complete; 1.1, 1.2, 1.3, 1.4, 1.5, 1.6 and 1 more withdrawn"
    )
    assert lines[4] == "Help wanted: 1.1, no room · 1.2, no room · 1.3, no room · +56 more"


def test_five_point_colours_are_counted_when_a_board_uses_them() -> None:
    card = digests.header(digest(numbered(1, rag=Rag.AMBER_RED)), has_detail=False)
    assert "🔺🔶 1 Amber/Red" in text_of(card)
    assert "Amber/Green" not in text_of(card)
    assert "Detail in the thread" not in text_of(card)
    assert "New since Mon 28 Sept: nothing late" in text_of(card)


def test_every_action_is_in_the_thread_and_parts_are_counted() -> None:
    many = tuple(numbered(number) for number in range(1, 46))
    header, *parts = digests.cards(digest(*many))
    assert [part.summary for part in parts] == [
        "Late: past the date the board agreed (45)",
        "Late: past the date the board agreed (45), continued",
        "Late: past the date the board agreed (45), continued",
    ]
    told = "\n".join(text_of(part) for part in parts)
    assert all(f"1.{number} Discharge" in told for number in range(1, 46))
    assert text_of(parts[-1]).endswith("Part 3 of 3")
    assert "Late 45" in text_of(header)


def test_help_wanted_says_who_could_help_and_who_took_it_on() -> None:
    one = numbered(1, support_wanted=True, blocker="GP mailbox", help_from="Dunvale IT")
    two, three = numbered(2, blocker="no room"), numbered(3, support_wanted=True, blocker="no locum")
    made = replace(
        digest(one, two, three),
        help=(
            asked(1, HelpKind.TAKEN, "Cllr A Merrin"),
            asked(1, HelpKind.ASKED, "Dunvale IT"),
            asked(2, HelpKind.ASKED, "the estates group"),
            replace(asked(3, HelpKind.TAKEN, "Cllr B Hale"), ended_at=datetime(2026, 10, 1, tzinfo=UTC)),
        ),
    )
    assert (
        "Help wanted: 1.1, GP mailbox (Dunvale IT; taken on by Cllr A Merrin) · "
        "1.2, no room (the estates group asked) · 1.3, no locum"
    ) in text_of(digests.header(made, has_detail=False)).splitlines()


def asked(of_action: int, kind: HelpKind, of: str) -> HelpRequest:
    at = datetime(2026, 9, 30, tzinfo=UTC)
    return HelpRequest(HelpId(of_action), ActionId(of_action), kind, of, PersonId(1), at, "the room")


def test_more_time_that_was_granted_is_one_line_and_stays_late_against_the_first_date() -> None:
    january = month(2027, 1, "Jan 2027")
    one = numbered(1, baseline_due=AUGUST, approved_due=january)
    granted = ExtensionRequest(
        ExtensionId(1), one.id, PersonId(1), datetime(2026, 9, 30, tzinfo=UTC), AUGUST, january, "the mailbox"
    )
    made = replace(digest(one), granted=(granted,))
    header, *parts = digests.cards(made)
    assert "More time granted: 1.1 to Jan 2027 (first Aug 2026)" in text_of(header)
    assert "Late against the first date, within the agreed date 1" in text_of(header)
    assert "Late 0" in text_of(header)
    (told,) = [text_of(part) for part in parts if part.summary.startswith("Late against the first date")]
    assert "after the first date" in told


def test_what_waits_is_told_as_waiting_and_not_as_late() -> None:
    one = numbered(1, baseline_due=AUGUST, approved_due=AUGUST, waiting_for=Waiting(WaitsFor.ACTION, "1.4"))
    header, *parts = digests.cards(digest(one))
    assert "Waiting for a decision or another action 1 (1.1)" in text_of(header)
    assert "Late 0" in text_of(header)
    assert "waiting for 1.4" in text_of(parts[0])


def test_a_kept_digest_still_says_all_it_said() -> None:
    waits = numbered(1, waiting_for=Waiting(WaitsFor.ACTION, "1.4"), approved_due=OCTOBER)
    extended = numbered(2, baseline_due=AUGUST, approved_due=month(2027, 1, "Jan 2027"))
    helped = numbered(3, blocker="no room", approved_due=OCTOBER)
    made = replace(digest(waits, extended, helped), help=(asked(3, HelpKind.TAKEN, "Cllr A Merrin"),))
    assert digests.cards(frozen(made)) == digests.cards(made)
