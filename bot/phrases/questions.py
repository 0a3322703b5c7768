"""One question at a time, taps first; free words always work too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.card import Act, Button, Card, Choice, Line, Menu, Taps
from bot.conversation import UpdateId
from bot.phrases import actions, dates
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action, PlanId
from bot.rag import Rag
from bot.timescale import Timescale

MOST_BUTTONS = 4
MOST_CHOICES = 100
DATE_STAYS = -1
"""The choice that none of the dates given is a new finish."""


def which_action(
    update_id: UpdateId,
    words: str,
    candidates: Sequence[Action],
    plans: Mapping[PlanId, str],
    *,
    unknown: str = "",
    became: str = "",
) -> Card:
    """The action is not clear: up to four buttons, more in a menu. `plans` names each action's plan by id.

    `unknown` is a number that was given and that no action has; `became` what has become of it.
    """
    asked = f"Which action is {quoted(shortened(words, 120))}?"
    if unknown:
        asked = f"{became or f'I find no {unknown} in the plan.'} {asked}"
    if not candidates:
        text = f"{asked} Give me its number, please. Nothing is saved yet."
        return Card(asked, (Line(text),))
    value = f"update:{update_id} action:"
    taps: tuple[Button | Menu, ...]
    if len(candidates) <= MOST_BUTTONS:
        taps = tuple(
            Button(_label(action, candidates, plans), Act.CHOOSE_ACTION, f"{value}{action.id}")
            for action in candidates
        )
    else:
        taps = (
            Menu(
                "Choose the action",
                Act.CHOOSE_ACTION,
                tuple(
                    Choice(_label(action, candidates, plans), f"{value}{action.id}")
                    for action in candidates[:MOST_CHOICES]
                ),
            ),
        )
    return Card(
        f"{asked} Nothing is saved yet.",
        (
            Line(asked),
            Taps((*taps, Button("Cancel", Act.CANCEL, f"update:{update_id}"))),
            Line("Or write its number. Nothing is saved yet."),
        ),
    )


def _label(action: Action, among: Sequence[Action], plans: Mapping[PlanId, str]) -> str:
    """The action's name, with its plan when another candidate has the same number."""
    is_shared = sum(other.ref == action.ref for other in among) > 1
    name = actions.named(action, actions.BUTTON_WIDTH)
    return f"{name} ({shortened(plans[action.plan_id], 24)})" if is_shared else name


def which_date(update_id: UpdateId, action: Action, candidates: Sequence[Timescale]) -> Card:
    """Two dates were given, or a move without one: when will it be finished?"""
    value = f"update:{update_id} choice:"
    days = [dates.timescale(one) for one in candidates[:MOST_BUTTONS]]
    if not days:
        asked = f"{action.ref}: to when? A month is enough."
    elif len(days) == 1:
        asked = f"{action.ref}: is {days[0]} when the action will be finished?"
    else:
        asked = f"{action.ref}: you gave {listed(days)}. When will the action be finished?"
    taps = [Button(_capital(day), Act.CHOOSE_DATE, f"{value}{index}") for index, day in enumerate(days)]
    if days:
        taps.append(Button("The date stays", Act.CHOOSE_DATE, f"{value}{DATE_STAYS}"))
    taps.append(Button("Another date" if days else "Give a date", Act.EDIT, f"update:{update_id}"))
    taps.append(Button("Cancel", Act.CANCEL, f"update:{update_id}"))
    return Card(
        f"{asked} Nothing is saved yet.",
        (Line(asked), Taps(tuple(taps)), Line("Nothing is saved yet.")),
    )


def which_colour(update_id: UpdateId, action: Action, candidates: Sequence[Rag]) -> Card:
    """Two colours were named, or none can be told."""
    asked = f"{action.ref}: which colour is it now?"
    offered = tuple(candidates) or (Rag.GREEN, Rag.AMBER, Rag.RED)
    return Card(
        f"{asked} Nothing is saved yet.",
        (
            Line(asked),
            Taps(
                (
                    *(
                        Button(actions.colour(rag), Act.SET_RAG, f"update:{update_id} rag:{rag.value}")
                        for rag in offered
                    ),
                    Button("Cancel", Act.CANCEL, f"update:{update_id}"),
                )
            ),
            Line("Nothing is saved yet."),
        ),
    )


def is_it_done(update_id: UpdateId, action: Action) -> Card:
    """ "Done, but…": delivered or not, never silently either."""
    asked = f"{action.ref}: is it done, or does some of it go on?"
    return Card(
        f"{asked} Nothing is saved yet.",
        (
            Line(asked),
            Taps(
                (
                    Button("Done", Act.CHOOSE_PROGRESS, f"update:{update_id} progress:complete"),
                    Button("Not done yet", Act.CHOOSE_PROGRESS, f"update:{update_id} progress:open"),
                    Button("Cancel", Act.CANCEL, f"update:{update_id}"),
                )
            ),
            Line("Nothing is saved yet."),
        ),
    )


def based_on_what(update_id: UpdateId, action: Action, lead: str) -> Card:
    """Somebody of the board changes what they do not lead, and gave no reason; `lead` is whose word they may
    enter instead, "" for nobody's."""
    asked = f"You don't lead {action.ref}. What is this based on? One line goes on the record."
    offer = f'Or enter it for the lead: "for {lead}: …". ' if lead else ""
    return Card(
        f"{asked} Nothing is saved yet.",
        (
            Line(asked),
            Taps((Button("Cancel", Act.CANCEL, f"update:{update_id}"),)),
            Line(f"{offer}Nothing is saved yet."),
        ),
    )


def not_understood(example_ref: str) -> Card:
    """Nothing could be read as an update; the words are kept."""
    text = "I could not read that as an update, so nothing is saved. Your words are kept."
    example = (
        f'Try "{example_ref} on track", or "{example_ref} slips to end of Jan, waiting for IT", or "help".'
    )
    return Card(text, (Line(text), Line(example)))


def not_understood_by_board() -> Card:
    """The same for who sits on the board and leads nothing, and so asks more than tells."""
    text = "I could not read that, so nothing is saved. Your words are kept."
    example = 'Try "status", "late", "2.7", "due before March", "since the last board", or "help".'
    return Card(text, (Line(text), Line(example)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
