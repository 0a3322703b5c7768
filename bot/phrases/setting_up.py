"""The first days, told to the board officer: an empty bot, a plan that was read, and what is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.kept_doubts import KeptDoubt
from bot.phrases.importing import by_kind, counted_kind, grouped
from bot.phrases.words import counted, listed, quoted

MOST_ROWS = 25
"""How many doubts are shown at once."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan has come. `opening` is its first line; `steps` what else is set or still missing.
    `wholly_past` is the value of the doubt whether an old plan is an archive, while that is open."""

    opening: str
    plan_value: str
    partnership_value: str
    asked: tuple[KeptDoubt, ...]
    worth_a_look: tuple[KeptDoubt, ...]
    steps: tuple[str, ...]
    is_draft: bool
    wholly_past: str = ""


def empty(*, is_brought_in: bool = False) -> Card:
    """To whoever writes where nobody runs anything yet; perhaps a plan was dropped and left."""
    first = "Hello. I ask an action plan's leads for updates and report to its board. Nothing is set up yet."
    second = (
        "Drop your plan here (Word, Excel or CSV). You will see what I read; "
        "nobody else hears from me until you say go live."
    )
    if is_brought_in:
        first = "A plan was dropped here, and nobody runs it yet."
        second = (
            "If it was you, press “I am the board officer…” under what I read of it, and we go on. "
            "Otherwise drop your own plan here (Word, Excel or CSV)."
        )
    taps = Taps((Button("What I store and who sees it", Act.SHOW_PRIVACY, ""),))
    return Card(first, (Line(first), Line(second), taps))


def what_is_stored() -> Card:
    """Before there is a plan, to whoever asks."""
    first = (
        "I store the plan you bring in, what its people tell me, what I read in it, and who confirmed it and "
        "when. The file itself is not kept."
    )
    second = (
        "Only the plan's board and its leads can read it. Nothing else said in a channel reaches me, and "
        "nobody is written to before you go live."
    )
    return Card(first, (Line(first), Line(second)))


def becoming_officer(value: str, opening: str) -> Card:
    """The plan was read, and nobody runs it yet: who goes on takes the office, and is told so first."""
    second = (
        "Nobody runs Leadline here yet. If you go on, you become this plan's board officer: you settle what "
        "is doubtful, say who is who, and nothing goes live without you. It goes on record."
    )
    return Card(
        opening,
        (
            Line(opening),
            Line(second),
            Taps(
                (
                    Button("I am the board officer…", Act.TAKE_OFFICE, value, is_primary=True),
                    Button("Cancel", Act.CANCEL_IMPORT, value),
                )
            ),
        ),
    )


def progress(held: Progress) -> Card:
    """A draft: what needs its officer, what is worth a look, and the next steps."""
    pieces: list[Line | Taps] = [Line(held.opening)]
    if held.wholly_past:
        pieces += _old(held)
    if held.asked:
        pieces.append(Line(f"Needs you ({len(held.asked)}): {by_kind(held.asked)}"))
    if held.worth_a_look:
        pieces.append(Line(f"Worth a look ({len(held.worth_a_look)}): {by_kind(held.worth_a_look)}"))
    if not (held.asked or held.worth_a_look):
        pieces.append(Line("No row is in doubt any more."))
    taps: list[Button] = []
    if held.asked:
        label = f"Answer the {len(held.asked)}" if len(held.asked) > 1 else "Answer it"
        taps.append(Button(label, Act.ANSWER_DOUBTS, held.plan_value, is_primary=True))
    if held.worth_a_look:
        taps += _worth_a_look(held.plan_value, len(held.worth_a_look))
    if held.is_draft:
        taps.append(Button("Cancel the import", Act.CANCEL_IMPORT, held.plan_value))
    pieces += [Taps(tuple(taps))] if taps else []
    pieces += [Line("\n".join(held.steps), Tone.QUIET), Taps(_next(held))]
    return Card(held.opening, tuple(pieces))


def _old(held: Progress) -> list[Line | Taps]:
    return [
        Line("Every date in this plan is past. Is it an archive?"),
        Taps(
            (
                Button("It is an archive: import, ask nobody", Act.ARCHIVE, held.plan_value),
                Button("Carry on", Act.DOUBT_AS_READ, held.wholly_past),
            )
        ),
    ]


def _next(held: Progress) -> tuple[Button, ...]:
    live = Button("Go live…", Act.ASK_GO_LIVE, held.plan_value, is_primary=not held.asked)
    return (
        Button("Who is who", Act.WHO_IS_WHO, held.plan_value),
        Button("Settings…", Act.SETTINGS, held.partnership_value),
        *((live,) if held.is_draft else ()),
    )


def _worth_a_look(value: str, count: int) -> list[Button]:
    them = f"the {count}" if count > 1 else "it"
    return [
        Button(f"See {them}", Act.SEE_DOUBTS, value),
        Button(f'Take {them} as read, marked "to check"', Act.TAKE_AS_READ, value),
    ]


def worth_a_look(doubts: Sequence[KeptDoubt], start: int, plan_value: str) -> Card:
    """The doubts that can be taken as read, kind by kind, a page of them; each kind can be taken alone."""
    kinds = grouped(doubts)
    shown = [one for _, some in kinds for one in some][start : start + MOST_ROWS]
    title = (
        f"Worth a look: {start + 1} to {start + len(shown)} of {len(doubts)}"
        if len(doubts) > MOST_ROWS
        else f"Worth a look ({len(doubts)})"
    )
    taps = []
    if start + MOST_ROWS < len(doubts):
        taps.append(Button("Next", Act.SEE_DOUBTS, f"{plan_value} choice:{start + MOST_ROWS}"))
    if doubts:
        taps.append(_worth_a_look(plan_value, len(doubts))[1])
    taps.append(Button("Back", Act.SHOW_SETUP, plan_value))
    pieces: list[Line | Taps] = [Line(title, Tone.HEADING)]
    pieces += [] if shown else [Line("Nothing is left here.")]
    counts = {kind: len(some) for kind, some in kinds}
    for kind, some in grouped(shown):
        pieces.append(Line(f"{counted_kind(kind, counts[kind])}:\n{_rows(some)}"))
        if len(kinds) > 1:
            them = f"Take the {counts[kind]} as read" if counts[kind] > 1 else "Take it as read"
            pieces.append(Taps((Button(them, Act.TAKE_AS_READ, f"{plan_value} kind:{kind.value}"),)))
    return Card(title, (*pieces, Taps(tuple(taps))))


def _rows(doubts: Iterable[KeptDoubt]) -> str:
    return "\n".join(f"{doubt.where} · {doubt.message}" for doubt in doubts)


def cancelled(title: str) -> Card:
    """A draft that was set aside."""
    text = (
        f"Cancelled: {title} is set aside, and nobody heard of it. Drop a plan here whenever you are ready."
    )
    return Card(text, (Line(text),))


def only_officers(names: Sequence[str]) -> Card:
    """To somebody else who drops a file."""
    send = f" Please send the file to {listed(names)}." if names else ""
    text = f"Only the board officer brings a plan in.{send} Nothing was imported."
    return Card(text, (Line(text),))


def which_partnership(names: Sequence[str]) -> Card:
    """To the officer of several partnerships."""
    text = (
        f"You are board officer of {listed(names)}. Drop the file again with the partnership's name as its "
        "message. Nothing was imported."
    )
    return Card(text, (Line(text),))


def one_of_several(name: str, count: int) -> Line:
    """Several files dropped at once."""
    return Line(
        f"You dropped {count} files. I read {quoted(name)}; drop the others one at a time.", Tone.QUIET
    )


def takes_the_place(title: str, carried: int) -> Line:
    """The same plan was a draft already."""
    stands = f" {counted(carried, 'answer')} about rows that have not changed still stand." if carried else ""
    one = stands.replace(" still stand.", " still stands.") if carried == 1 else stands
    return Line(f"It takes the place of the draft of {quoted(title)} you had here.{one}", Tone.QUIET)


def another_draft(title: str, value: str) -> tuple[Line, Taps]:
    """Another plan is a draft already, and stays so."""
    return (
        Line(f"{quoted(title)} is a draft here too, and is left as it is.", Tone.QUIET),
        Taps(
            (Button("Show that draft", Act.SHOW_SETUP, value), Button("Cancel it", Act.CANCEL_IMPORT, value))
        ),
    )


def taken_up(actions: int, title: str) -> str:
    """A draft's first line, whenever it is shown again."""
    return f"{title}: {counted(actions, 'action')}, a draft. Nothing is live; nobody else hears from me."


def not_in_a_draft(ref: str, title: str) -> Card:
    """What cannot be done yet to an action of a plan that is not live."""
    first = f"{ref} is in {title}, which is a draft. Nothing has been changed."
    second = (
        f'Until it is live you can change the plan itself: "reword {ref}: …", "{ref} lead is now J Tranter", '
        f'"correct {ref} date to Jan 2027", "renumber {ref} to …", "add …". The rest comes with "go live".'
    )
    return Card(first, (Line(first), Line(second)))


def left_open(title: str) -> str:
    """The first line when a plan is live and its import left questions."""
    return f"{title} is live. Its import left these open."


def nothing_to_set_up() -> Card:
    """An officer asks to carry on, and there is no draft."""
    text = "There is no import to carry on with. Drop a plan here to bring one in."
    return Card(text, (Line(text),))


def office_form(value: str, partnership: str, name: str) -> Form:
    """Who the first board officer is, and what the partnership is called."""
    return Form(
        title="Board officer",
        act=Act.TAKE_OFFICE,
        value=value,
        intro="You become the board officer. You can hand this on later, under Settings.",
        fields=(
            FormField(
                "name",
                "Your name",
                FieldKind.SHORT_TEXT,
                hint="As the plan spells it if you are in it, such as P Lowell; shown beside what you do.",
                initial=name,
                is_required=True,
            ),
            FormField(
                "partnership",
                "What is the partnership called?",
                FieldKind.SHORT_TEXT,
                hint="People see this name in every message.",
                initial=partnership,
                is_required=True,
            ),
        ),
        submit_label="Go on",
    )


def one_name_please() -> str:
    """A name that is none, or several."""
    return "Give one person's name, such as P Lowell. Nothing has been saved."


def name_in_use(name: str) -> str:
    """A partnership's name that cannot be taken."""
    return f"{quoted(name)} is taken already; give another name." if name else "Give it a name."


def in_office(name: str, partnership: str) -> str:
    """The first line once somebody has taken the office."""
    return f"{name}, you are now board officer of {partnership}. It is on record."
