"""What the bot can do, what it keeps, and what it says to somebody it does not know."""

from __future__ import annotations

from bot.card import Card, Line, Tone
from bot.help_topics import Topic
from bot.phrases.help_examples import EXAMPLES, NOTES, OF_THE_BOARD, OFFICERS_EXAMPLES, SHORT
from bot.phrases.words import counted, listed

_CHAIRS = ("status", "late", "since papers", "status 2.7", "ask 1.10", "decide", "next board", "share late")


def for_lead(refs: tuple[str, ...]) -> Card:
    """For somebody who leads actions; the examples are of their own."""
    one = refs[0] if refs else "2.7a"
    two = refs[1] if len(refs) > 1 else "4.1"
    first = (
        f'Tell me how an action stands: "{one} on track", '
        f'"{two} slips to Nov, waiting for HR", "rest no change".'
    )
    return Card(
        first,
        (
            Line(first),
            Line(
                f"mine · status {one} · undo · correction: {one} end of Jan · ask me again on Thursday · "
                f"I'm away 19 Oct to 6 Nov · more time for {one} · I work in Scotland · privacy",
                Tone.QUIET,
            ),
        ),
    )


def for_member() -> Card:
    """For a member of a body who was asked what the people they speak for think."""
    first = "Where you are asked for a view, a sentence of your own is enough. It changes no action."
    line = "our view on 2.7: … · no view on 2.7 · withdraw our view on 2.7 · views · undo · privacy"
    return Card(first, (Line(first), Line(line, Tone.QUIET)))


def for_board() -> Card:
    """For a chair, who mostly asks."""
    first = " · ".join(_CHAIRS)
    more = " · ".join(f"help {topic}" for topic in OF_THE_BOARD)
    return Card(
        first, (Line(first), Line("Type it to me; no slash is needed."), Line(f"More: {more}", Tone.QUIET))
    )


def for_officer() -> Card:
    """For whoever sets a plan up and runs it: a line a subject, and the rest behind each."""
    first = "Write to me in your own words. For example:"
    lines = [f"{topic.value.capitalize()}: {' · '.join(SHORT[topic])}" for topic in Topic]
    more = "“help people” says the rest of that line, and so for each."
    return Card(first, (Line(first), Line("\n".join(lines)), Line(more, Tone.QUIET)))


def setting_up() -> Card:
    """For whoever is setting a plan up, before the rest."""
    first = "Setting up: drop a plan file here · doubts · people · settings · preview S Okoro · go live"
    return Card(first, (Line(first),))


def about(topic: Topic, *, runs: bool) -> Card:
    """Everything of one subject, an example a line; a chair sees what is theirs to say."""
    examples = EXAMPLES[topic] + (OFFICERS_EXAMPLES.get(topic, ()) if runs else ())
    title = topic.value.capitalize()
    last = [Line(NOTES[topic], Tone.QUIET)] if runs and topic in NOTES else []
    return Card(title, (Line(title, Tone.HEADING), Line("\n".join(examples)), *last))


def together(cards: tuple[Card, ...]) -> Card:
    """The help of somebody who is several things at once."""
    return Card(cards[0].summary, tuple(piece for card in cards for piece in card.pieces))


def privacy(officers: tuple[str, ...], years: int) -> Card:
    """What is kept, for how long, and who can read it."""
    who = listed(officers) or "Your board officer"
    first = (
        "I keep your messages to me, what I read in them, who confirmed it and when, for plan end + "
        f"{counted(years, 'year')}. "
        "Nothing else said in a channel."
    )
    second = f"Plan members can read it. {who} gives you a copy, or corrects it. No patient details, please."
    return Card(first, (Line(first), Line(second)))


def unknown_person() -> Card:
    """For somebody whose name is not yet bound to this account."""
    text = 'I don\'t know you yet. Tell me your name as it stands in the plan: "I am J Kelly".'
    return Card(text, (Line(text), Line("Nothing has been saved.", Tone.QUIET)))
