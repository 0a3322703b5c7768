"""What members are asked for the people they speak for, and what is read back to them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import actions
from bot.phrases.credits import recorded_as
from bot.phrases.prompts import KEPT, deadline, the_plan
from bot.phrases.views_told import For, Wanted, line, whose
from bot.phrases.words import listed, shortened
from bot.views import ToldView

UNSAID = "the people you speak for"


def _asked(for_: For, wanted: Sequence[Wanted], constituency: str) -> str:
    refs = listed([one.ref for one in wanted])
    return f"the view of {constituency or UNSAID} on {refs}, for {for_.meeting}, by {deadline(for_.by)}"


def ask(
    for_: For,
    wanted: Sequence[Wanted],
    constituency: str,
    asked_by: str,
    shown_as: str,
    value: str,
    *,
    stands_for: str = "",
    introduction: Sequence[str] = (),
) -> Card:
    """To a member, or to whoever answers for them: what is wanted, by when, and what becomes of it."""
    whom = f"For {stands_for}: " if stands_for else ""
    first = f"{whom}{asked_by} asks for {_asked(for_, wanted, constituency)}."
    several = f' For one only, begin with its number: "{wanted[0].ref}: …".'
    where = "beside the action and in the paper for the meeting" if for_.in_paper else "beside the action"
    how = (
        f"A sentence to me is enough, in your own words.{several if len(wanted) > 1 else ''} "
        f"I keep it as a view, {where}, under “{whose(constituency, shown_as)}”. "
        "How the action stands does not change."
    )
    items = "\n".join(_item(one) for one in wanted)
    pieces: list[Line | Taps] = [Line(one) for one in introduction]
    if introduction:
        pieces.append(Taps((Button("This is not me", Act.NOT_ME, ""),)))
    return Card(first, (*pieces, Line(first), Line(items), Line(how, Tone.QUIET), _taps(value)))


def introduction(set_up_by: str, name: str) -> tuple[str, ...]:
    """To somebody who hears from the bot for the first time."""
    who = f"{set_up_by} (board officer)" if set_up_by else "Your board officer"
    first = (
        f"Hello, I am Leadline. {who} set me up for {the_plan(name)}: I ask its leads how actions stand, "
        "and members of its boards what the people they speak for think."
    )
    return first, KEPT


def _item(one: Wanted) -> str:
    if one.action is None:
        return one.named
    parts = [one.named, *([actions.shown(one.now), actions.due(one.action)] if one.now is not None else [])]
    return " · ".join(parts)


def _taps(value: str) -> Taps:
    return Taps(
        (
            Button("Give the view…", Act.GIVE_VIEW, value, is_primary=True),
            Button("Nothing to add", Act.NO_VIEW, value),
        )
    )


def reminder(
    for_: For, wanted: Sequence[Wanted], constituency: str, value: str, stands_for: str = ""
) -> Card:
    """The one reminder."""
    whom = f"For {stands_for}: " if stands_for else ""
    text = f"{whom}still open: {_asked(for_, wanted, constituency)}."
    text = text if whom else f"{text[:1].upper()}{text[1:]}"
    more = "A sentence is enough. I do not ask again."
    return Card(text, (Line(text), _taps(value), Line(more, Tone.QUIET)))


def form(wanted: Sequence[Wanted], names: Sequence[str], constituency: str, value: str) -> Form:
    """A field for each thing asked about."""
    return Form(
        title="Give a view",
        act=Act.GIVE_VIEW,
        value=value,
        intro=f"The view of {constituency or UNSAID}. How the action stands does not change.",
        fields=tuple(
            FormField(name, shortened(one.named, 140), FieldKind.LONG_TEXT)
            for name, one in zip(names, wanted, strict=True)
        ),
    )


def say_something() -> str:
    """Under an empty form."""
    return "Please write a sentence, or close this and press Nothing to add."


def kept(
    for_: For,
    given: Sequence[tuple[Wanted, ToldView]],
    still_open: Sequence[Wanted],
    value: str,
    *,
    shown_as: str = "",
    is_late: bool = False,
    can_edit: bool = False,
) -> Card:
    """To whoever gave a view: what was saved, as it will be read."""
    first = f"Saved as a view for {for_.meeting}."
    lines = [f"{one.named} · {line(view)}" for one, view in given]
    more = ["How the action stands is unchanged."]
    more += ["Edit your message to reword it."] if can_edit else []
    more += ["The paper has gone already; the board officer is told."] if is_late else []
    pieces: list[Line | Taps] = [Line(first), Line("\n".join(lines))]
    pieces += [Taps((Button("Undo", Act.TAKE_BACK_VIEW, value),))]
    pieces += [recorded_as(shown_as)] if shown_as else []
    if still_open:
        pieces.append(Line(f"Still open: {listed([one.ref for one in still_open])}."))
    return Card(first, (*pieces, Line(" ".join(more), Tone.QUIET)))


def taken_back(told: Sequence[tuple[Wanted, ToldView]]) -> Card:
    """To whoever took a view back; what stood before counts again."""
    text = "Taken back; how the action stands is unchanged."
    lines = [
        f"{one.named} · {line(view)}" if view.is_said else f"{one.named}: no view is held."
        for one, view in told
    ]
    return Card(text, (Line(text), Line("\n".join(lines))))


def not_kept_yet(for_: For) -> Card:
    """To "I will ask our group": a view is still awaited."""
    text = f"Noted. No view is saved yet; it is wanted by {deadline(for_.by)}, for {for_.meeting}."
    return Card(text, (Line(text),))


def is_it_one(for_: For, wanted: Sequence[tuple[Wanted, str]], constituency: str, value: str) -> Card:
    """Words that may be a view, or may be of one of several: asked, never guessed. With each thing asked
    about, the value of its button."""
    text = f"Is this the view of {constituency or UNSAID}, for {for_.meeting}?"
    taps = [Button(shortened(f"Yes, on {one.ref}", 70), Act.KEEP_VIEW, held) for one, held in wanted]
    if len(wanted) > 1:
        every = " ".join(dict.fromkeys(part for _, held in wanted for part in held.split()))
        taps.append(Button("Yes, on all of them", Act.KEEP_VIEW, every))
    taps.append(Button("No, something else", Act.NOT_A_VIEW, value))
    return Card(text, (Line(text), Taps(tuple(taps)), Line("Nothing is saved yet.", Tone.QUIET)))


def not_a_view() -> Card:
    """It was something else."""
    text = 'Not saved as a view. For an update, write the action\'s number with it: "2.7a on track".'
    return Card(text, (Line(text),))


def which_member(names: Sequence[str], ref: str) -> Card:
    """Somebody speaks for several members."""
    text = f"Whose view is it: {' or '.join(names)}? Write “view of {names[0]} on {ref}: …”."
    return Card(text, (Line(text), Line("Nothing is saved yet.", Tone.QUIET)))
