"""Short answers and notices that belong to no other subject."""

from __future__ import annotations

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action


def not_among(ref: str, title: str) -> str:
    """A number that the plan does not have."""
    return f"{title} has no {ref}. Nothing has been changed."


def plain(*lines: str) -> Card:
    """A card of these lines; the first is its summary."""
    return Card(lines[0], tuple(Line(line) for line in lines))


def nothing_waits() -> Card:
    """A yes or a no with nothing to settle."""
    return plain('Nothing waits for your word. "undo" takes back what you saved last.')


def sent_as_message() -> Card:
    """A chair's status came as a direct message, which a phone still shows in the meeting."""
    return plain("I have sent it to you as a message, so that you still have it in the meeting.")


def courtesy() -> Card:
    """Thanks, or chatter: heard, and nothing changed."""
    return plain('Thank you. Nothing was changed. "help" says what I can do.')


def same_as_before() -> Card:
    """An edit that says what was saved already."""
    return plain("I have kept your edit. It changes nothing of what was saved.")


def acted_on_first_wording() -> Card:
    """An edit of something that was done at once."""
    return plain("I have kept your edit. I acted on what you wrote first; write it again to change that.")


def not_taken(what: str, officers: tuple[str, ...]) -> Card:
    """A request or an absence: kept as words, and who can act on it."""
    who = listed(officers) or "your board officer"
    return plain(f"I have kept your message, but I cannot act on {what}. {who} can. Nothing was changed.")


def not_taken_by_officer() -> Card:
    """A request of somebody who runs the partnership, in words that are no order."""
    return plain('I have kept your message, but not understood what to do. Nothing was changed. Try "help".')


def handed_on(by: str, action: Action, words: str) -> Card:
    """To a lead: somebody else's note on their action."""
    text = f"{by} sends you a note on {action.ref}: {quoted(shortened(words, 1000))}"
    return Card(
        text,
        (
            Line(text),
            Line("Nothing has been changed.", Tone.QUIET),
            Taps((Button("Update it", Act.EDIT, f"action:{action.id}"),)),
        ),
    )


def not_me(name: str, account: str) -> Card:
    """To a board officer: the account bound to a name says it is somebody else's."""
    text = f"The account @{account} says it is not {name}. Please check who {name} is."
    return Card(text, (Line(text, accounts=(account,)),))


def told_officer(officers: tuple[str, ...]) -> Card:
    """To whoever said "this is not me"."""
    who = listed(officers) or "whoever runs me"
    return plain(f"Thank you. I have told {who}. Nothing has been changed.")


def not_sent_in_time(what: str, name: str) -> Card:
    """To a board officer: something came too late to be posted."""
    return plain(
        f"{what} of {name} could not be posted in time, so it was left out. Type status for the lists."
    )
