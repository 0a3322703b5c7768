"""A partnership's settings, each with what it is for and what holds until it is set."""

from __future__ import annotations

from dataclasses import dataclass

from bot.boards import Body
from bot.card import Act, Button, Card, Choice, FieldKind, Form, FormField, Line, Taps, Tone
from bot.partnership import Meeting, Partnership, Rhythm
from bot.phrases import boards, dates
from bot.phrases.words import listed, quoted
from bot.settings import CADENCES, DAYS, SETTINGS, Facts, Setting, how
from bot.timescale import Precision


@dataclass(frozen=True, slots=True)
class Held:
    """What is set: the partnership, the names of its chairs and officers, and the meetings to come.

    `chairs_to_match` are the chairs without an account who may have one.
    """

    partnership: Partnership
    chairs: tuple[str, ...]
    officers: tuple[str, ...]
    coming: tuple[Meeting, ...]
    chairs_to_match: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


def steps(held: Held) -> tuple[str, ...]:
    """What is set, and what is missing, a line each."""
    channel = "Channel: set." if held.partnership.channel else "Channel: not set; digests wait until it is."
    chairs = f"Chair: {listed(held.chairs)}." if held.chairs else "Chair: not named yet."
    if held.chairs_to_match:
        chairs += f' No account yet for {listed(held.chairs_to_match)}; see "people".'
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


def card(held: Held, facts: Facts, value: str) -> Card:
    """Everything that is set, each with what it is for, and the ways to change it."""
    title = f"Settings of {held.partnership.name}"
    shown = [_shown(one, held, facts) for one in SETTINGS]
    pieces = [Line("\n".join(shown[at : at + LINES])) for at in range(0, len(shown), LINES)]
    ways = (
        "The first settings are in the form. For the others write, for example: "
        f"{', '.join(quoted(how(one)) for one in EXAMPLES)}."
    )
    return Card(
        title,
        (
            Line(title, Tone.HEADING),
            Line(steps(held)[-1]),
            *pieces,
            *_bodies(held.bodies),
            Line(ways, Tone.QUIET),
            Taps((Button("Change them…", Act.SETTINGS, value),)),
        ),
    )


def _bodies(bodies: tuple[Body, ...]) -> tuple[Line, ...]:
    """What the officer has said of each board or group."""
    told = [words for one in bodies if (words := boards.described(one))]
    return (Line("\n".join(f"{one}." for one in told)),) if told else ()


LINES = 8
"""Settings in one paragraph."""
EXAMPLES = tuple(one for one in SETTINGS if one.field in (
    "rhythm.digest_weekday", "partnership.nation", "plan.tolerance_days", "conventions.status_words",
))  # fmt: skip


def _shown(one: Setting, held: Held, facts: Facts) -> str:
    """ "Digest day: Monday. When the channel hears what is slipping."."""
    people = {"partnership.chairs": held.chairs, "partnership.officers": held.officers}
    if one.field in people:
        now = listed(people[one.field]) or "nobody yet"
    elif one.field == "partnership.channel":
        now = "set" if facts.partnership.channel else "not set"
    else:
        now = one.tell(one.value(facts))
    unless = f" ({one.default} unless you say otherwise)" if one.default and one.default != now else ""
    return f"{one.label}: {now}{unless}. {one.means}"


def is_set(one: Setting, was: str, now: str) -> Card:
    """One setting changed in words."""
    text = f"{one.label}: {now} (was {was}). {one.means}"
    return Card(text, (Line(text), Line(f"To put it back: set {one.names[0]} to {was}.", Tone.QUIET)))


def asked_by_meeting(cadence: str, at: str) -> Card:
    """There is no weekday on which leads are asked: what there is, and how it is set."""
    first = f"Leads are asked {cadence}, at {at}; no weekday is set for it. Nothing has been changed."
    how_to = (
        "“set days ahead to 8” asks earlier; “set asking time to 10:00” at another hour; "
        "“set asking to every week” each week. “send the digest on Thursdays” moves the digest."
    )
    return Card(first, (Line(first), Line(how_to)))


def digest_goes_on(day: str) -> Card:
    """The digest is not switched off by itself; what stops it is said."""
    text = f"The digest goes out every {day} while the plan is live; nothing to say is one line. It goes on."
    how_to = (
        "“send the digest on Fridays” moves it; “pause the plan until 5 January” stops it with the asking."
    )
    return Card(text, (Line(text), Line(how_to)))


def is_so_already(one: Setting, now: str) -> Card:
    """There is nothing to change."""
    text = f"{one.label} is {now} already. Nothing has been changed."
    return Card(text, (Line(text),))


def not_that_value(one: Setting, words: str) -> Card:
    """A value that cannot be read."""
    text = f"I cannot read {quoted(words)} for {one.label.casefold()}. Nothing has been changed."
    return Card(text, (Line(text), Line(f"Try: {how(one)}.", Tone.QUIET)))


def in_the_form(one: Setting, value: str) -> Card:
    """A setting that the form alone sets."""
    text = f"{one.label} is set in the form. Nothing has been changed."
    return Card(text, (Line(text), Taps((Button("Change them…", Act.SETTINGS, value),))))


def word_is_set(words: str, meaning: str | None) -> Card:
    """One of the plan's own words means something now, or nothing any more."""
    what = f"means {meaning}" if meaning else "means nothing special any more"
    text = f"{quoted(words)} {what} on this plan. What was read before stays as it was read."
    return Card(text, (Line(text),))


def no_such_meaning(said: str) -> Card:
    """A meaning that is no state and no colour."""
    text = (
        f"I know no state or colour {quoted(said)}. Try: set word “Embedded” to complete; or on track, "
        "not started, on hold, withdrawn, green, amber, red. Nothing has been changed."
    )
    return Card(text, (Line(text),))


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
                choices=tuple(Choice(said.capitalize(), each.value) for each, said in CADENCES.items()),
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
