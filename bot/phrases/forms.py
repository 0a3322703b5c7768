"""The forms: one action, or everything a prompt asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Choice, FieldKind, Form, FormField
from bot.language.reading import ReadUpdate
from bot.phrases import actions, dates
from bot.phrases.words import quoted, shortened
from bot.plan import Action
from bot.rag import Rag
from bot.timescale import Timescale

TITLE_WIDTH = 24
"""As much of a form's title as every platform shows."""

LAST_WORDS = 160
"""As much of what was said last as a form repeats."""

KEEP = "keep"
DONE = "done"

HOW_IT_STANDS = (
    Choice("No change", KEEP),
    Choice("🟢 Green: on track", Rag.GREEN.value),
    Choice("🔶 Amber: at risk", Rag.AMBER.value),
    Choice("🔺 Red: off track", Rag.RED.value),
    Choice("Done", DONE),
)
"""What a lead can say of an action in a form."""


def for_action(
    action: Action,
    value: str,
    today: date,
    *,
    reading: ReadUpdate | None = None,
    is_slipping: bool = False,
    needs_help: bool = False,
) -> Form:
    """One action: how it stands, when it will be finished, what is in the way, and a note."""
    return Form(
        title=f"Update {action.ref}"[:TITLE_WIDTH],
        act=Act.SAVE_FORM,
        value=value,
        intro=f"{actions.named(action)} · {actions.due(action)}\n{last_time(action, today)}",
        fields=(
            FormField(
                "standing", "How does it stand?", FieldKind.CHOICE,
                choices=HOW_IT_STANDS, initial=_standing(reading), is_required=True,
            ),
            FormField(
                "finish", "When will it be finished?", FieldKind.SHORT_TEXT,
                hint="In words: end of Jan, Sept 2027, 14 Oct. Leave empty if it has not moved.",
                initial=_finish(reading), is_required=is_slipping,
            ),
            FormField(
                "blocker", "What is in the way?", FieldKind.SHORT_TEXT,
                hint="And who could help, if somebody could." if needs_help else "",
                initial=(reading.blocker if reading else None) or "", is_required=needs_help,
            ),
            FormField(
                "path", "What brings it back, and by when?", FieldKind.SHORT_TEXT,
                hint="Amber and red need one line for the board.",
                initial=(reading.path_to_green if reading else None) or "",
            ),
            FormField(
                "note", "Anything to add?", FieldKind.LONG_TEXT, hint="No patient details, please.",
            ),
        ),
    )  # fmt: skip


def last_time(action: Action, today: date) -> str:
    """What was said last: "Last time: 🔶 Amber, 14 Aug: "waiting for IT"."""
    colour = [actions.colour(action.rag)] if action.rag is not None else []
    on = [dates.near(action.reported_at.date(), today)] if action.reported_at is not None else []
    said = actions.latest_words(action)
    words = [quoted(shortened(said, LAST_WORDS))] if said else []
    if not (on or words):
        return f"In the plan: {colour[0]}" if colour else "Nothing was said before."
    return f"Last time: {': '.join([*([', '.join([*colour, *on])] if colour or on else []), *words])}"


def _standing(reading: ReadUpdate | None) -> str:
    if reading is None or reading.rag is None:
        return DONE if reading is not None and reading.progress is not None else KEEP
    return reading.rag.value if reading.rag.value in {one.value for one in HOW_IT_STANDS} else KEEP


def _finish(reading: ReadUpdate | None) -> str:
    return dates.timescale(reading.forecast) if reading is not None and reading.forecast is not None else ""


def for_all(open_actions: Sequence[Action], value: str, by: str, today: date) -> Form:
    """All of a prompt's actions: a line each, and one date each when it has moved."""
    fields = []
    for action in open_actions:
        fields.append(
            FormField(
                f"standing_{action.id}", _label(action), FieldKind.CHOICE,
                hint=last_time(action, today),
                choices=(Choice("Leave for now", ""), *HOW_IT_STANDS), initial="",
            )
        )  # fmt: skip
        fields.append(
            FormField(
                f"note_{action.id}", f"{action.ref}: new date, or what is in the way", FieldKind.SHORT_TEXT,
                hint='In your own words: "slips to end of Jan, waiting for IT".',
            )
        )  # fmt: skip
    return Form(
        title="Your actions", act=Act.SAVE_FORM, value=value, fields=tuple(fields), intro=f"Update by {by}."
    )


def _label(action: Action) -> str:
    return f"{actions.named(action, 80)} · {actions.due(action)}"


def why_this_colour(action: Action, value: str) -> Form:
    """Why the declared colour differs from what the dates say."""
    shown = actions.colour(action.rag) if action.rag else "this colour"
    return Form(
        title=f"Why {action.ref} is so"[:TITLE_WIDTH],
        act=Act.SAY_WHY,
        value=value,
        intro=f"{actions.named(action)} · {shown}",
        fields=(
            FormField(
                "why",
                "Why?",
                FieldKind.SHORT_TEXT,
                hint="The board reads it beside the colour.",
                initial=action.rag_reason or "",
                is_required=True,
            ),
        ),
    )


def not_a_date(words: str) -> str:
    """A finish that names no date."""
    return f'I cannot read "{words}" as a date. Try "end of Jan", "Sept 2027" or "14 Oct".'


def two_dates(found: Sequence[Timescale]) -> str:
    """A finish that names several."""
    given = " and ".join(dates.timescale(one) for one in found)
    return f"Give one date, please: {given} are two."


def needs_a_line(rag: Rag) -> str:
    """Amber and red without a reason."""
    return f"{actions.colour(rag)} needs one line for the board: what brings it back, and by when?"


def say_something() -> str:
    """Nothing was filled in."""
    return "Say how at least one action stands, or close the form."


def patient_data() -> str:
    """Ten digits that make an NHS number."""
    return "This looks like an NHS number. Please take it out; nothing has been saved."
