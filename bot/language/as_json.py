"""A reading as plain values, in the shape `leadline read` prints."""

from __future__ import annotations

from typing import Any

from bot.language.reading import Evidence, Reading, ReadUpdate
from bot.timescale import Timescale


def as_json(reading: Reading, *, several_plans: bool = False, explain: bool = False) -> dict[str, Any]:
    """The reading as one JSON object; with `explain`, each field's words and rule beside it."""
    return {
        "kind": reading.kind.value,
        "outcome": reading.outcome.value,
        "updates": [
            _update(update, several_plans=several_plans, explain=explain) for update in reading.updates
        ],
        "dates": [
            {
                **_timescale(mention.timescale),
                "span": list(mention.span),
                "role": mention.role.value,
                **({"rule": mention.rule} if explain else {}),
            }
            for mention in reading.dates
        ],
        "absence": None
        if reading.absence is None
        else {"start": reading.absence.start.isoformat(), "end": reading.absence.end.isoformat()},
        "unresolved": list(reading.unresolved),
    }


def _timescale(timescale: Timescale) -> dict[str, Any]:
    return {
        "start": timescale.start.isoformat(),
        "end": timescale.end.isoformat(),
        "precision": timescale.precision.value,
        "words": timescale.words,
    }


def _update(update: ReadUpdate, *, several_plans: bool, explain: bool) -> dict[str, Any]:
    forecast = None if update.forecast is None else _timescale(update.forecast)
    if forecast is not None and update.shifted_from is not None:
        forecast["shifted_from"] = update.shifted_from.isoformat()
    fields: dict[str, Any] = {
        "outcome": update.outcome.value,
        "action": update.action,
        **({"plan": update.plan} if several_plans else {}),
        "rag": update.rag and update.rag.value,
        "rag_implied": update.rag_implied and update.rag_implied.value,
        "progress": update.progress and update.progress.value,
        "completed": None if update.completed is None else _timescale(update.completed),
        "no_change": update.no_change,
        "forecast": forecast,
        "shift": None if update.shift is None else {"n": update.shift.n, "unit": update.shift.unit},
        "percent": update.percent,
        "blocked": update.blocked,
        "blocker": update.blocker,
        "support": update.support,
        "questions": [{"field": one.field, "candidates": list(one.candidates)} for one in update.questions],
    }
    if explain:
        fields["words"] = update.words
        fields["evidence"] = [_evidence(one) for one in update.evidence]
    return fields


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "field": evidence.field,
        "words": evidence.words,
        "span": list(evidence.span),
        "rule": evidence.rule,
    }
