"""Who somebody is: claims, approvals and their refusals."""

from __future__ import annotations

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases.words import listed


def claimed(name: str, officers: tuple[str, ...]) -> Card:
    """To the claimant: somebody has been asked."""
    if not officers:
        text = (
            f"I have noted that you say you are {name}. "
            "There is no board officer I can ask yet; whoever runs me can link your name."
        )
    else:
        text = f"Thank you. I have asked {listed(officers)} to say that you are {name}."
    return Card(text, (Line(text), Line("Until then I show you nothing and save nothing.", Tone.QUIET)))


def already_known(name: str) -> Card:
    """To a claimant whose account is bound already."""
    text = f"I know you as {name}. If that is not right, tell your board officer."
    return Card(text, (Line(text),))


def no_such_name(name: str) -> Card:
    """The plan has nobody of this name."""
    text = f"I find nobody called {name} in a plan here. Give the name as it stands in the plan."
    return Card(text, (Line(text), Line("Nothing has been saved.", Tone.QUIET)))


def name_is_taken(name: str) -> Card:
    """The name is bound to another account."""
    text = f"{name} is already linked to another account. Please ask your board officer to put it right."
    return Card(text, (Line(text), Line("Nothing has been changed.", Tone.QUIET)))


def identity_claim(name: str, organisations: tuple[str, ...], account: str, value: str) -> Card:
    """To a board officer: is this right?"""
    where = f" ({listed(organisations)})" if organisations else ""
    text = f"The account @{account} says it is {name}{where}. Is that right?"
    return Card(
        text,
        (
            Line(text, accounts=(account,)),
            Taps(
                (
                    Button("Approve", Act.APPROVE_IDENTITY, value, is_primary=True),
                    Button("Not them", Act.REFUSE_IDENTITY, value),
                )
            ),
        ),
    )


def bound(name: str, by: str) -> Card:
    """To the person: the officer has agreed."""
    text = f"{by} has confirmed that you are {name}."
    return Card(text, (Line(text), Line('Type "mine" to see your actions, or "help".', Tone.QUIET)))


def not_bound(name: str, by: str) -> Card:
    """To the claimant: the officer has not agreed."""
    text = f"{by} could not confirm that you are {name}, so nothing is linked. Please talk to {by}."
    return Card(text, (Line(text),))


def approved(name: str) -> Card:
    """To the officer, in place of the question."""
    text = f"Linked: {name}. They have been told."
    return Card(text, (Line(text),))


def refused(name: str) -> Card:
    """To the officer, in place of the question."""
    text = f"Not linked: {name}. The person has been asked to talk to you."
    return Card(text, (Line(text),))
