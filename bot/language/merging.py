"""One update an action: what a message says of it in two places is put together."""

from __future__ import annotations

from dataclasses import replace

from bot.language.reading import Outcome, Question, ReadUpdate

_FIELDS = (
    "rag",
    "rag_implied",
    "progress",
    "completed",
    "forecast",
    "shifted_from",
    "shift",
    "percent",
    "blocker",
)
_ASKED = {"rag": "rag", "progress": "progress", "forecast": "forecast"}


def merged(updates: list[ReadUpdate]) -> list[ReadUpdate]:
    """The updates in order, each action once; what is said twice and differently is asked about."""
    first: dict[tuple[str | None, str], int] = {}
    out: list[ReadUpdate] = []
    for update in updates:
        key = (update.plan, update.action) if update.action is not None else None
        if key is None or key not in first:
            if key is not None:
                first[key] = len(out)
            out.append(update)
        else:
            out[first[key]] = _together(out[first[key]], update)
    return out


def _together(one: ReadUpdate, other: ReadUpdate) -> ReadUpdate:
    fields: dict[str, object] = {}
    choices = one.choices or other.choices
    questions = [*one.questions, *(question for question in other.questions if question not in one.questions)]
    for name in _FIELDS:
        was, now = getattr(one, name), getattr(other, name)
        fields[name] = now if was is None else was
        if name in _ASKED and was is not None and now is not None and was != now:
            fields[name] = None
            choices = (was, now) if name == "forecast" else choices
            questions.append(Question(_ASKED[name], (_said(was), _said(now))))  # type: ignore[arg-type]  # a name of the literal
    return replace(
        one,
        **fields,  # type: ignore[arg-type]  # the fields of the same class, by name
        no_change=one.no_change or other.no_change,
        blocked=one.blocked or other.blocked,
        support=one.support or other.support,
        outcome=Outcome.AMBIGUOUS if questions else Outcome.UNDERSTOOD,
        words=f"{one.words}\n{other.words}".strip(),
        questions=tuple(questions),
        evidence=(*one.evidence, *other.evidence),
        choices=choices,
    )


def _said(value: object) -> str:
    return str(getattr(value, "words", value))
