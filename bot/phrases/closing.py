"""A plan is closed: an end for each open action, the chair's word, the last line, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Taps, Tone
from bot.card_files import PaperFile
from bot.closing import ActionEnd, Closing, End, count_of
from bot.phrases import actions, dates
from bot.phrases.words import counted, listed, quoted
from bot.plan import Action

SHOWN = 15
EXAMPLE = "end 1.10: done, signed off in May; the rest carried over to the 2027 plan"

_KINDS = "Ends are done, carried over to…, superseded by…, stopped; each with a reason."
_THEN = (
    "Then: a final report, no more prompts, and the record can only be read. It can be reopened for 30 days."
)
_NO_CHAIR = (
    "A chair confirms it who has given none of the ends and leads nothing that ends as done. "
    "There is none yet."
)

WORDS: dict[End, str] = {
    End.DONE: "done",
    End.CARRIED_OVER: "carried over",
    End.SUPERSEDED: "superseded",
    End.STOPPED: "stopped",
}
"""How each end is said."""

_WHICH_REASON: dict[End, str] = {
    End.DONE: "what shows it",
    End.CARRIED_OVER: "to which plan or body",
    End.SUPERSEDED: "by what",
    End.STOPPED: "why",
}


def needs_ends(title: str, opened: int, left: Sequence[Action], closing: Closing) -> Card:
    """What is still without an end; nothing is closed yet."""
    given = f"; {counted(len(left), 'has', 'have')} none yet" if len(left) < opened else ""
    needs = (
        f"an end for each of {counted(opened, 'open action')}" if opened > 1 else "an end for the open action"
    )
    first = f"Closing {title} needs {needs}{given}. Nothing is closed yet."
    named = [actions.named(action) for action in left[:SHOWN]]
    more = left[SHOWN:]
    if more:
        named.append(f"+{len(more)} more: {', '.join(action.ref for action in more)}")
    how = f'Several at once: "{EXAMPLE}". {_KINDS}'
    value = f"closing:{closing.id}"
    taps = [Button("Give ends…", Act.GIVE_ENDS, value, is_primary=True)]
    taps += [Button("See the ends given", Act.SEE_ENDS, value)] if closing.ends else []
    taps.append(Button("Do not close", Act.KEEP_OPEN, value))
    return Card(first, (Line(first), Line("\n".join(named)), Line(how, Tone.QUIET), Taps(tuple(taps))))


def ready(title: str, opened: Sequence[Action], closing: Closing, chairs: Sequence[str], checks: int) -> Card:
    """Every open action has an end; somebody else must confirm."""
    value = f"closing:{closing.id}"
    if opened:
        first = f"Every open action of {title} has an end: {totals(closing, opened)}. Nothing is closed yet."
    else:
        first = f"{title} has no open action. Nothing is closed yet."
    who = f"A chair confirms it: {_either(chairs)}." if chairs else _NO_CHAIR
    stay = "stays" if checks == 1 else "stay"
    held = f" {counted(checks, '“did it hold?” check')} {stay} with you." if checks else ""
    taps = [Button("Ask the chair", Act.ASK_CHAIRS, value, is_primary=True)] if chairs else []
    if opened:
        taps += [Button("See each end", Act.SEE_ENDS, value), Button("Change ends…", Act.GIVE_ENDS, value)]
    taps.append(Button("Do not close", Act.KEEP_OPEN, value))
    return Card(first, (Line(first), Line(f"{who} {_THEN}{held}"), Taps(tuple(taps))))


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def totals(closing: Closing, opened: Sequence[Action]) -> str:
    """ "1 done, 4 carried over"."""
    found = count_of(closing.ends, opened)
    return ", ".join(f"{number} {WORDS[end]}" for end, number in found.items() if number)


def each_end(title: str, ends: Sequence[tuple[Action, ActionEnd]]) -> Card:
    """Every end, with its reason."""
    first = f"{title}: {counted(len(ends), 'end')} given"
    lines = [f"{actions.named(action)}: {WORDS[one.end]}, {quoted(one.words)}" for action, one in ends]
    return Card(first, (Line(first, Tone.HEADING), *(Line(line) for line in lines)))


def ends_form(value: str, left: Sequence[Action]) -> Form:
    """What becomes of some actions, or of all the rest."""
    return Form(
        title="What becomes of them",
        act=Act.GIVE_ENDS,
        value=value,
        intro=f"{counted(len(left), 'action')} without an end. Nothing is closed by this form.",
        fields=(
            FormField(
                "which",
                "Which actions",
                FieldKind.SHORT_TEXT,
                hint='Numbers, such as "1.4, 2.3", or "the rest".',
                initial=left[0].ref if len(left) == 1 else "the rest",
                is_required=True,
            ),
            FormField(
                "end",
                "What becomes of them",
                FieldKind.CHOICE,
                choices=tuple(Choice(word.capitalize(), end.value) for end, word in WORDS.items()),
                is_required=True,
            ),
            FormField(
                "words",
                "Why, or where to",
                FieldKind.LONG_TEXT,
                hint="Done: what shows it. Carried over: to which plan or body. Superseded: by what.",
                is_required=True,
            ),
        ),
    )


def says_no_end(part: str) -> str:
    """A part of the message that gives no end."""
    return f'I find no end in {quoted(part)}. For example "{EXAMPLE}". Nothing has been changed.'


def wants_reason(end: End, refs: Sequence[str]) -> str:
    """Every end has a reason."""
    which = listed(refs) if refs else "the rest"
    return f"{which}: {WORDS[end]}, {_WHICH_REASON[end]}? Each end needs a reason. Nothing has been changed."


def is_over(refs: Sequence[str]) -> str:
    """An end for what has one: it is complete or withdrawn already."""
    have = "has its end" if len(refs) == 1 else "have their ends"
    return f"{listed(refs)} {have} already: complete, or withdrawn. Nothing has been changed."


def nothing_closing() -> Card:
    """An end is given while no plan is being closed."""
    text = (
        'No plan of yours is being closed, so nothing has been changed. "close the plan" begins; '
        "a single action is taken out with “withdraw 5.4, merged with 5.2”."
    )
    return Card(text, (Line(text),))


def dropped(title: str) -> Card:
    """The officer does not close it."""
    text = f"{title} stays open. The ends that were given are set aside; no action was changed."
    return Card(text, (Line(text),))


def put_to(title: str, names: Sequence[str], unreached: Sequence[str]) -> Card:
    """To the officer: who was asked."""
    if not names:
        text = f"I cannot reach {_either(unreached)} here, so nobody was asked to confirm. Nothing is closed."
        return Card(text, (Line(text),))
    text = f"Asked {_either(names)} to confirm that {title} is closed. Nothing is closed until then."
    return Card(text, (Line(text),))


def to_chair(title: str, by: str, opened: Sequence[Action], closing: Closing) -> Card:
    """To a chair: confirm or not."""
    value = f"closing:{closing.id} choice:{closing.asked_times}"
    first = f"{by} asks you to confirm that {title} is closed."
    what = (
        f"{counted(len(opened), 'open action')}: {totals(closing, opened)}."
        if opened
        else "No action is open."
    )
    taps = [Button("Confirm: close it", Act.CONFIRM_CLOSE, value, is_primary=True)]
    taps += [Button("See each end", Act.SEE_ENDS, value)] if opened else []
    taps.append(Button("Not now", Act.REFUSE_CLOSE, value))
    return Card(first, (Line(first), Line(f"{what} {_THEN}"), Taps(tuple(taps))))


def not_now(title: str) -> Card:
    """To the chair who does not confirm."""
    text = f"{title} stays open, and its board officer is told. The ends that were given are kept."
    return Card(text, (Line(text),))


def was_not_confirmed(title: str, by: str) -> Card:
    """To the officer."""
    text = (
        f'{by} has not confirmed that {title} is closed. It stays open; "close the plan" goes on from there.'
    )
    return Card(text, (Line(text),))


def closed(title: str, told: str, until: date, files: tuple[PaperFile, ...]) -> Card:
    """To the officer and the chairs, with the final report."""
    first = f"{title} is closed. {told}"
    then = (
        f"The final report is below. Nobody is asked any more; the record can be read, not changed. "
        f'Until {dates.weekday_with_year(until)} the board officer can write "reopen the plan".'
    )
    return Card(first, (Line(first), Line(then, Tone.QUIET)), files)


def confirmed(title: str) -> Card:
    """In place of the chair's card."""
    text = f"Confirmed: {title} is closed. The final report follows."
    return Card(text, (Line(text),))


def last_line(title: str, on: date, told: str, number: str) -> Card:
    """The last word in the channel."""
    text = f"{title} was closed on {dates.weekday_with_year(on)}. {told} Final report {number}."
    return Card(text, (Line(text),))


def reopened(title: str, back: int) -> Card:
    """To the officer, and in the channel."""
    were = counted(back, "action stands", "actions stand")
    text = f"{title} is open again. {were} as before it was closed; silence counts from today."
    return Card(text, (Line(text),))


def open_again_line(title: str, on: date) -> Card:
    """In the channel, where it was said that the plan is closed."""
    text = f"{title} is open again since {dates.weekday_with_year(on)}."
    return Card(text, (Line(text),))


def too_late(title: str, on: date) -> Card:
    """More than thirty days ago."""
    text = (
        f"{title} was closed on {dates.weekday_with_year(on)}, more than 30 days ago, so it stays closed. "
        "Its record can still be read. To go on, drop a plan's file here: what was carried over begins there."
    )
    return Card(text, (Line(text),))


def nothing_closed() -> Card:
    """There is no closed plan to open again."""
    text = "No plan of yours has been closed, so there is nothing to reopen."
    return Card(text, (Line(text),))


def opened_since(refs: Sequence[str]) -> Card:
    """To the chair: there is more to say first."""
    were = "was opened" if len(refs) == 1 else "were opened"
    text = f"{listed(refs)} {were} since you were asked, so nothing is closed yet. The board officer is told."
    return Card(text, (Line(text),))


def ends_missing(title: str, refs: Sequence[str]) -> Card:
    """To the officer: what the chair could not confirm."""
    text = f'{title} could not be closed: {listed(refs)} has no end yet. "close the plan" goes on from there.'
    return Card(text, (Line(text),))


def is_closed(title: str, on: date, until: date | None, who: Sequence[str], report: str = "") -> Card:
    """What is said of a closed plan to whoever speaks of it. `until` is None once it stays closed."""
    text = closed_sentence(title, on, until, who)
    tap = (Taps((Button("Final report", Act.FINAL_REPORT, report),)),) if report else ()
    return Card(text, (Line(text), *tap))


def closed_sentence(title: str, on: date, until: date | None, who: Sequence[str]) -> str:
    """When it was closed, and who can open it again."""
    first = f"{title} was closed on {dates.weekday_with_year(on)}, so nothing is changed any more."
    if until is None:
        return f"{first} Its record can still be read."
    names = _either(who) or "the board officer"
    return f"{first} {names} can reopen it until {dates.weekday_with_year(until)}."


def report_follows(number: str) -> Card:
    """The final report comes as a message."""
    text = f"The final report {number} is on its way to your messages."
    return Card(text, (Line(text),))


def report(title: str, files: tuple[PaperFile, ...]) -> Card:
    """The final report, asked for again."""
    text = f"The final report of {title}, as it was when the plan was closed."
    return Card(text, (Line(text),), files)
