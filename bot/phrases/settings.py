"""A partnership's settings, each with what it is for and what holds until it is set."""

from __future__ import annotations

from dataclasses import dataclass

from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Taps, Tone
from bot.partnership import Cadence, Meeting, Partnership, Rhythm
from bot.phrases import dates
from bot.phrases.words import listed, quoted
from bot.timescale import Precision

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CADENCES: dict[Cadence, str] = {
    Cadence.MEETING: "Before each meeting",
    Cadence.MONTHLY: "Once a month",
    Cadence.WEEKLY: "Every week",
}


@dataclass(frozen=True, slots=True)
class Held:
    """What is set: the partnership, the names of its chairs and officers, and the meetings to come."""

    partnership: Partnership
    chairs: tuple[str, ...]
    officers: tuple[str, ...]
    coming: tuple[Meeting, ...]


def steps(held: Held) -> tuple[str, ...]:
    """What is set, and what is missing, a line each."""
    channel = "Channel: set." if held.partnership.channel else "Channel: not set; digests wait until it is."
    chairs = f"Chair: {listed(held.chairs)}." if held.chairs else "Chair: not named yet."
    meets = (
        f"Next meeting: {meeting(held.coming[0])}."
        if held.coming
        else "Meetings: none yet; nobody is asked before one is set."
    )
    return channel, chairs, meets


def meeting(one: Meeting) -> str:
    """ "Board, Wed 14 Oct 2026, papers Sun 4 Oct"."""
    is_day = one.on.precision is Precision.DAY
    on = dates.weekday_with_year(one.on.end) if is_day else dates.timescale(one.on)
    papers = f", papers {dates.weekday_and_day(one.papers_due_on)}" if one.papers_due_on else ""
    return f"{one.body}, {on}{papers}"


def card(held: Held, value: str) -> Card:
    """Everything that is set, and the way to change it."""
    rhythm = held.partnership.rhythm
    title = f"Settings of {held.partnership.name}"
    lines = (
        *steps(held),
        f"Board officer: {listed(held.officers) or 'nobody yet'}.",
        f"Leads are asked: {CADENCES[rhythm.cadence].casefold()}, at {rhythm.ask_at:%H:%M}.",
        f"Quiet hours: {quiet_hours(rhythm)}, in each person's own time.",
        f"Digest: {DAYS[rhythm.digest_weekday - 1]}s at {rhythm.digest_at:%H:%M}.",
    )
    return Card(
        title,
        (
            Line(title, Tone.HEADING),
            Line("\n".join(lines)),
            Taps((Button("Change them…", Act.SETTINGS, value),)),
        ),
    )


def quiet_hours(rhythm: Rhythm) -> str:
    """ "18:00 to 08:00"."""
    return f"{rhythm.quiet_from:%H:%M} to {rhythm.quiet_until:%H:%M}"


def form(held: Held, value: str) -> Form:
    """The settings that matter in the first hour."""
    one, rhythm = held.partnership, held.partnership.rhythm
    known = "; ".join(meeting(each) for each in held.coming[:3])
    return Form(
        title="Settings",
        act=Act.SETTINGS,
        value=value,
        fields=(
            _short("name", "Name", one.name, "What people see in every message.", is_required=True),
            FormField(
                "channel", "Channel", FieldKind.CHANNEL,
                hint="Where digests go. Invite me there too: /invite @Leadline. Until it is set they wait.",
                initial=one.channel or "",
            ),
            _short(
                "chairs", "Chairs", ", ".join(held.chairs),
                "They decide on more time and accept what is done. As the plan spells them, with commas.",
            ),
            _short(
                "officers", "Board officers", ", ".join(held.officers),
                "They run me: set-up, people, doubts. At least one.", is_required=True,
            ),
            FormField(
                "meetings", "Meetings to add", FieldKind.LONG_TEXT,
                hint=(f"Known: {known}. " if known else "")
                + "One a line: 14 Oct 2026, papers 4 Oct 2026. Leads are asked before each; "
                "updates are due three working days before the papers.",
            ),
            FormField(
                "cadence", "When are leads asked?", FieldKind.CHOICE, is_required=True,
                hint="Before each meeting unless you say otherwise.",
                choices=tuple(Choice(label, cadence.value) for cadence, label in CADENCES.items()),
                initial=rhythm.cadence.value,
            ),
            _short("ask_at", "At what time?", f"{rhythm.ask_at:%H:%M}", "09:30 unless you say otherwise."),
            _short(
                "quiet_hours", "Quiet hours", quiet_hours(rhythm),
                "18:00 to 08:00 unless you say otherwise, in each person's own time. Nobody is asked "
                "then, nor at weekends, on bank holidays or on leave: it moves to the next morning.",
            ),
            FormField(
                "digest_day", "Day of the weekly digest", FieldKind.CHOICE, is_required=True,
                hint="Monday unless you say otherwise.",
                choices=tuple(Choice(day, str(number)) for number, day in enumerate(DAYS, start=1)),
                initial=str(rhythm.digest_weekday),
            ),
            _short(
                "digest_at", "Time of the digest", f"{rhythm.digest_at:%H:%M}",
                "09:00 unless you say otherwise.",
            ),
        ),
    )  # fmt: skip


def _short(name: str, label: str, initial: str, hint: str, *, is_required: bool = False) -> FormField:
    return FormField(name, label, FieldKind.SHORT_TEXT, hint=hint, initial=initial, is_required=is_required)


def saved() -> str:
    """After the form."""
    return "Settings saved."


def at_least_one() -> str:
    """No board officer is left."""
    return "Name at least one board officer, or nobody could change this again."


def not_a_name(words: str) -> str:
    """A person's name that is none."""
    return f"I cannot read names in {quoted(words)}. Give them with commas: P Lowell, Cllr A Merrin."


def not_a_time(words: str) -> str:
    """A time of day that is none."""
    return f"I cannot read {quoted(words)} as a time. Try 09:30."


def not_quiet_hours(words: str) -> str:
    """Quiet hours that leave nothing, or cannot be read."""
    return (
        f"I cannot read {quoted(words)} as quiet hours. They run over the night, such as 18:00 to 08:00, "
        "and leave at least two hours of the day."
    )


def not_a_meeting(line: str) -> str:
    """A line that is no meeting."""
    return f"I cannot read {quoted(line)} as a meeting. Try: 14 Oct 2026, papers 4 Oct 2026."


def name_taken(name: str) -> str:
    """Another partnership is called so."""
    return f"Another partnership is called {quoted(name)} already."
