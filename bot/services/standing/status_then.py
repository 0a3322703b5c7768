"""Status of another time: what has changed since an instant, and how things stood as at a past day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Card
from bot.instants import end_of_day, local_day, local_time
from bot.partnership import Partnership, Person
from bot.phrases import news, statuses
from bot.phrases.stack import stacked
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context import views_held
from bot.services.context.standings import standing_of, today_of
from bot.services.standing.then import instant_of, met_last, news_since, partnership_at, plans_at
from bot.status_filter import Shown, matches
from bot.status_narrowed import filter_asked
from bot.status_question import Question, Since

Groups = Sequence[tuple[Partnership, tuple[ActionPlan, ...]]]
"""Partnerships with those of their plans that are in view."""


def since(work: UnitOfWork, groups: Groups, person: Person | None, asked: Question) -> Card:
    """What has changed since the papers, the board or a day, narrowed by the filter beside it."""
    today = today_of(work, groups[0][0])
    wanted = filter_asked(asked.words, [plan for _, plans in groups for plan in plans], today)
    if wanted is None:
        return statuses.unknown_filter(asked.words)
    cards = []
    for partnership, plans in groups:
        at = instant_of(work, partnership, asked)
        if at is None:
            cards.append(news.nothing_to_count_from(asked))
            continue
        now = standing_of(work, partnership, plans, work.now)
        found = [
            one
            for one in news_since(work, partnership, plans, now, at)
            if matches(wanted, one.now, person.id if person else None)
        ]
        met = met_last(work, partnership, asked) if asked.since is Since.BOARD else None
        pack = work.records.of_meeting(met.id) if met is not None else None
        on = local_day(at, partnership.zone)
        title = news.since_when(asked, on, met.body if met else "", pack.number if pack else "")
        given = views_held.given_since(work, partnership, plans, at) if not asked.words else ()
        cards.append(news.listed(title, found, given))
    return stacked(cards)


def as_at(work: UnitOfWork, groups: Groups, person: Person | None, words: str, day: date) -> Card:
    """How things stood at the end of a past day, as it was known then."""
    if day >= today_of(work, groups[0][0]):
        return news.still_ahead(day)
    cards = []
    for partnership, plans in groups:
        at = end_of_day(day, partnership.zone)
        then = plans_at(work, plans, at)
        wanted = filter_asked(words, then, day)
        if wanted is None:
            return statuses.unknown_filter(words)
        assessed = standing_of(work, partnership_at(work, partnership, then, at), then, at)
        if wanted.shown is Shown.SUMMARY:
            facts = statuses.Summary(partnership.name, local_time(at, partnership.zone), assessed, "", "")
            cards.append(statuses.summary(facts))
            continue
        found = [one for one in assessed if matches(wanted, one, person.id if person else None)]
        cards.append(statuses.list_of(wanted, found, day, may_accept=(), share_value=""))
    return news.as_at(stacked(cards), day)
