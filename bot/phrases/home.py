"""What stands on a person's Home: their actions, their absences, and the answer to what was pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.absences import Away
from bot.assessment import Assessed
from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Piece, Rule, Taps, Tone
from bot.partnership import PersonId
from bot.phrases import absences, actions, dates, prompts
from bot.phrases.words import counted

MOST_LINES = 15


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody leads of one plan: `with_taps` the few that matter, `others` the rest, all open."""

    plan_name: str
    with_taps: tuple[Assessed, ...]
    others: tuple[Assessed, ...]
    today: date

    @property
    def count(self) -> int:
        """How many actions they lead in all."""
        return len(self.with_taps) + len(self.others)


def own_actions(own: Own, when: str) -> Card:
    """A lead's actions, with the taps of a prompt on the few that matter; `when` says when they are asked."""
    title = f"Your {counted(own.count, 'action')} in {own.plan_name}"
    pieces: list[Piece] = [Line(title, Tone.HEADING), Line(when, Tone.QUIET)]
    for one in own.with_taps:
        pieces.append(Line(prompts.asked(one, own.today)))
        pieces.append(Taps(prompts.taps(f"action:{one.action.id}")))
    pieces += [Line(_line(one, own.today), Tone.QUIET) for one in own.others[:MOST_LINES]]
    more = own.others[MOST_LINES:]
    if more:
        refs = ", ".join(one.action.ref for one in more)
        pieces.append(Line(f"+{len(more)} more: {refs}", Tone.QUIET))
    return Card(title, tuple(pieces))


def _line(one: Assessed, today: date) -> str:
    return f"{actions.named(one.action)} · {actions.due_next(one.action, today)} · {one.standing}"


def asked_now(body: str, on: date, by: datetime) -> str:
    """A round is open: by when its updates are due (local wall time), and for which meeting."""
    what = f"{body} {dates.day_and_month(on)}" if body else dates.day_and_month(on)
    return f"Updates by {prompts.deadline(by)}, for {what}. Tell me here, or in your own words in Messages."


def asked_next(at: datetime | None) -> str:
    """No round is open: when the next one is asked, local wall time."""
    if at is None:
        return "No ask is planned yet. You can always tell me how an action stands, here or in Messages."
    when = f"{dates.weekday_and_day(at.date())}, {dates.clock(at)}"
    return f"Next ask: {when}. You can always tell me before, here or in Messages."


def paused(line: str) -> str:
    """Nobody is asked for now."""
    return f"{line}. You can still tell me how an action stands."


def away(held: Sequence[tuple[Away, str]], person_id: PersonId) -> Card:
    """When they are away and who answers; each with its deputy's name, "" for nobody."""
    pieces: list[Piece] = []
    for one, deputy in held:
        who = f"{deputy} is asked meanwhile" if deputy else "nobody stands in"
        pieces.append(Line(f"Away {absences.days(one.from_on, one.until_on)}: {who}."))
        someone = "Someone else" if deputy else "Name a deputy"
        value = f"away:{one.id}"
        pieces.append(
            Taps((Button(someone, Act.CHOOSE_DEPUTY, value), Button("Not away", Act.NOT_AWAY, value)))
        )
    if not held:
        pieces.append(Line("No absence of yours is noted.", Tone.QUIET))
        pieces.append(Taps((Button("I am away…", Act.SAY_AWAY, f"person:{person_id}"),)))
    return Card("Absence", tuple(pieces))


def away_form(value: str) -> Form:
    """When somebody is away."""
    return Form(
        title="Away",
        act=Act.SAY_AWAY,
        value=value,
        intro=absences.NOT_KEPT,
        fields=(
            FormField(
                "when",
                "From when to when",
                FieldKind.SHORT_TEXT,
                hint='For example "19 Oct to 6 Nov". No reason, please.',
                is_required=True,
            ),
        ),
    )


def no_such_days() -> str:
    """The days could not be read."""
    return 'I find no days in that. For example "19 Oct to 6 Nov". Nothing is saved.'


def stranger() -> Card:
    """To somebody whose name is not bound to this account."""
    text = (
        "Hello. I help leads tell an action plan's board how it stands. I don't know you yet: write me your "
        'name in Messages, as it stands in the plan ("I am J Kelly"), and its board officer links you.'
    )
    return Card(text, (Line(text),))


def no_plan() -> Card:
    """To somebody we know, who can see no plan."""
    text = "There is no plan here that you can see. If you expected one, ask its board officer to add you."
    return Card(text, (Line(text),))


def just_now(answer: Card) -> tuple[Piece, ...]:
    """What was just pressed, answered at the top."""
    back = Taps((Button("Close this answer", Act.SHOW_HOME, "home"),))
    return (*answer.pieces, back, Rule())


def too_long() -> Card:
    """An answer that does not fit on a Home."""
    text = "That is long, so I have sent it to your Messages."
    return Card(text, (Line(text),))


def foot() -> Card:
    """The end of everybody's Home."""
    text = 'Drawn when you opened it. In Messages, "help" says what you can write.'
    taps = (Button("Look again", Act.SHOW_HOME, "home"), Button("What I keep", Act.SHOW_PRIVACY, "home"))
    return Card(text, (Taps(taps), Line(text, Tone.QUIET)))
