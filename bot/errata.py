"""Putting right what a dated record misstated, beside the record and never in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.assessment import Assessed, assess_action
from bot.conversation import FieldChange
from bot.dated import Erratum
from bot.digest import Digest, News
from bot.fields import stored_field, value_of, with_field
from bot.pack import Pack
from bot.plan import Action, ActionId, ActionPlan, DateChange
from bot.rag import Standing
from bot.slippage import standing
from bot.timescale import Timescale

SHOWN = ("forecast_due", "rag", "status", "completed_on")
"""The fields of an action that a digest or a pack shows as figures or colours; words stand as they were."""


def misstated(shown: Action, corrected: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """The corrected fields that a record shows as they were misread."""
    return tuple(one for one in corrected if one.field in SHOWN and stored_field(shown, one.field) == one.was)


def as_corrected(shown: Action, corrected: Iterable[FieldChange]) -> Action:
    """The action of a record with what was put right about it before, oldest first."""
    for one in corrected:
        shown = with_field(shown, one.field, one.now)
    return shown


def against_print(shown: Action, wrong: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """Corrections as they are of what was printed and stays so."""
    return tuple(replace(one, was=stored_field(shown, one.field)) for one in wrong)


def is_right_after_all(changed: Sequence[FieldChange]) -> bool:
    """Whether corrections of what was printed lead back to it."""
    return all(one.was == one.now for one in changed)


def last_of_each(found: Iterable[Erratum]) -> tuple[Erratum, ...]:
    """Of several corrections of one field the last; one that leads back to the print drops out."""
    held: dict[tuple[ActionId, str], Erratum] = {}
    for one in found:
        for change in one.changed:
            held[one.action_id, change.field] = replace(one, changed=(change,))
    return tuple(one for one in held.values() if not is_right_after_all(one.changed))


def shown_in(facts: Digest | Pack, action_id: ActionId) -> Action | None:
    """The action as a record shows it, if it speaks of it."""
    return next((one.action for one in facts.assessed if one.action.id == action_id), None)


def put_right(
    digest: Digest, action_id: ActionId, changed: Iterable[FieldChange], plan: ActionPlan, at: str
) -> Digest:
    """The digest as it should have read, by the plan's own tolerance; `at` is when it was corrected."""
    fields = {one.field: value_of(one.field, one.now) for one in changed}
    totals = dict(digest.counts)
    assessed = []
    for one in digest.assessed:
        if one.action.id == action_id:
            right = _assessed_again(one, fields, plan, digest)
            totals[one.standing] -= 1
            totals[right.standing] += 1
            assessed.append(right)
        else:
            assessed.append(one)
    return replace(
        digest,
        assessed=tuple(assessed),
        totals=tuple((shown, totals[shown]) for shown in Standing),
        news=_news(digest.news, {one.action.id: one for one in assessed}),
        corrected=(*(held for held in digest.corrected if held[0] != action_id), (action_id, at)),
    )


def _assessed_again(one: Assessed, fields: dict[str, object], plan: ActionPlan, digest: Digest) -> Assessed:
    moves = _moves(one.action, fields)
    action = replace(one.action, **fields, moves=moves)  # type: ignore[arg-type]  # fields of an update
    again = assess_action(action, plan.tolerance_days, digest.on, None, plan.conventions.scale)
    shown = standing(action, digest.on, is_silent=one.is_silent)
    return replace(again, is_silent=one.is_silent, standing=shown)


def _moves(action: Action, fields: dict[str, object]) -> tuple[DateChange, ...]:
    """The moves with the misread one as it was meant; one that leads nowhere was none."""
    right = fields.get("forecast_due", action.forecast_due)
    if action.forecast_due is None or not isinstance(right, Timescale):
        return action.moves
    meant = (
        replace(move, now=right) if move.now.same_time(action.forecast_due) else move for move in action.moves
    )
    return tuple(move for move in meant if not move.now.same_time(move.was))


def _news(news: News, now: dict[ActionId, Assessed]) -> News:
    """The news without what turned out not to be so."""

    def kept(found: tuple[Action, ...], name: str) -> tuple[Action, ...]:
        return tuple(one for one in found if one.id not in now or getattr(now[one.id], name))

    return replace(
        news,
        late=kept(news.late, "is_late"),
        forecast_late=kept(news.forecast_late, "is_forecast_late"),
        reported_done=kept(news.reported_done, "is_reported_done"),
    )


def same_totals(one: Digest, other: Digest) -> bool:
    """Whether every count above the lists is the same."""
    return one.counts == other.counts and all(
        len(getattr(one, name)) == len(getattr(other, name))
        for name in ("late", "forecast_late", "no_update", "undated")
    )
