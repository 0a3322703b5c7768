"""A chair's status: a message for a phone, five minutes before the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.news import NewsOf
from bot.phrases import dates, news
from bot.phrases.phone import WIDTH, lines_of, refs_after
from bot.phrases.statuses import Summary, after_end, longest
from bot.phrases.words import counted, shortened

MOST_NEWS = 3


@dataclass(frozen=True, slots=True)
class ForChair:
    """What a chair is told: the summary's facts, and what is new since the papers; None before any went."""

    summary: Summary
    since_papers: tuple[NewsOf, ...] | None


def card(facts: ForChair) -> Card:
    """At most ten lines of at most forty characters: decide, since papers, late, asked of you."""
    of, new = facts.summary, facts.since_papers
    heading = f"{dates.weekday_and_day(of.at.date())}, {of.at:%H:%M}"
    lines = lines_of(
        (
            f"{shortened(of.name, WIDTH - len(heading) - 3)} · {heading}",
            *of.paused,
            refs_after("Decide", of.to_decide),
            *_news(new),
            _late(of),
            *longest(of.assessed, of.at.date()),
            f"Asked of you: {'; '.join(of.asked_of_you)}" if of.asked_of_you else "",
            of.next_meeting,
            refs_after("After the plan's end", after_end(of.assessed)),
        )
    )
    taps = [Button("Late", Act.SHOW_STATUS, "status:late")]
    if of.to_decide:
        taps.insert(0, Button("Decide", Act.SHOW_DECISIONS, "status:decide", is_primary=True))
    if new:
        taps.append(Button("Since papers", Act.SHOW_STATUS, "status:since papers"))
    if of.share_value:
        taps.append(Button("Share", Act.SHARE, of.share_value))
    return Card(
        " · ".join(lines[:2]),
        (Line(lines[0], Tone.HEADING), Line("\n".join(lines[1:])), Taps(tuple(taps))),
    )


def _news(found: tuple[NewsOf, ...] | None) -> tuple[str, ...]:
    if found is None:
        return ()
    if not found:
        return ("Since the papers, no change",)
    shown = found if len(found) <= MOST_NEWS else found[: MOST_NEWS - 1]
    more = len(found) - len(shown)
    return (
        f"Since the papers, {counted(len(found), 'change')}:",
        *(news.on_phone(one) for one in shown),
        *((f" +{more} more",) if more else ()),
    )


def _late(of: Summary) -> str:
    late = sum(one.is_late for one in of.assessed)
    forecast = sum(one.is_forecast_late for one in of.assessed)
    silent = sum(one.is_silent for one in of.assessed)
    return f"Late {late} · forecast late {forecast} · no update {silent}"
