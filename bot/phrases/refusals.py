"""A refusal says who can, and offers the way there; every error says what was, or was not, saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.card import Act, Button, Card, Line, Taps
from bot.conversation import MessageId
from bot.errors import (
    ActionChanged,
    AlreadySettled,
    ChannelTaken,
    FileNotFetched,
    HistoryUnreadable,
    IdentityTaken,
    LeadlineError,
    MaybePosted,
    NotAllowed,
    NotFound,
    NotPosted,
    PaperUnmade,
    PlanClosed,
    PlanUnreadable,
    RecordBusy,
    SchemaMismatch,
    SeveralActions,
    UnfitDatabase,
    UnfitMeeting,
    WhyNotFetched,
)
from bot.phrases.closing import closed_sentence
from bot.phrases.words import listed
from bot.plan import Action


def _not_allowed(error: NotAllowed) -> str:
    who = listed(error.who_can)
    if error.is_guest:
        return GUEST
    sentence = _NOT_ALLOWED.get(error.act, _OTHERWISE)
    return sentence(error.subject, who)


def _either(which: tuple[str, ...]) -> str:
    return " or ".join([", ".join(which[:-1]), which[-1]]) if len(which) > 1 else "".join(which)


def _ask(who: str) -> str:
    return f" Please ask {who}." if who else " Please ask the board officer."


def _not_led(ref: str, who: str) -> str:
    if not who:
        return f"{ref} has no lead yet, so I have not changed it. Please ask the board officer."
    return f"{ref} is led by {who}, so I have not changed it."


GUEST = (
    "Your account here is a guest's or another organisation's, so you see and update the actions you lead "
    "and no others. Please ask the board officer. Nothing has been changed."
)
"""To whoever is no member of this workspace. Names nobody and nothing."""

_NOT_ALLOWED: dict[str, Callable[[str, str], str]] = {
    "update": _not_led,
    "ask a group": lambda ref, who: (
        f"{ref} is led by {who}, who can ask others to help with it. Nobody has been asked."
        if who
        else f"{ref} has no lead yet. Please ask the board officer. Nobody has been asked."
    ),
    "accept": lambda ref, who: (
        f"Nobody accepts their own “done”, so {ref} stays reported done."
        f"{_ask(who) if who else ' The chair or the board officer can accept it.'}"
    ),
    "reopen": lambda ref, who: (
        f"{ref} is closed, so I have not changed it.{_ask(who or 'the chair or the board officer')}"
    ),
    "ask more time": lambda ref, who: (
        f"{ref} is led by {who}, who can ask for more time. Nothing has been asked."
        if who
        else f"{ref} has no lead yet, so nobody can ask for more time. Please ask the board officer."
    ),
    "ask for an update": lambda ref, who: (
        f"A chair or the board officer asks for an update on {ref}.{_ask(who)} Nobody has been asked."
    ),
    "ask for views": lambda name, who: (
        f"A chair or the board officer asks members of {name} for views.{_ask(who)} Nobody has been asked."
    ),
    "give a view": lambda member, who: (
        f"A view asked of {member} is given by {member} while their seat lasts, or by who supports them or "
        f"stands in for them.{_ask(who)} Nothing has been saved."
    ),
    "take a blocker": lambda ref, who: (
        f"A chair or the board officer takes a blocker on, so {ref} is as it was.{_ask(who)}"
    ),
    "withdraw": lambda ref, who: (
        f"The chair or the board officer withdraws an action, so {ref} stays in the plan.{_ask(who)}"
    ),
    "correct": lambda ref, who: (
        f"The board officer corrects the plan's dates, so {ref} is as it was.{_ask(who)}"
    ),
    "record a decision": lambda _, who: (
        f"The chair or the board officer records what the board decides.{_ask(who)} Nothing has been saved."
    ),
    "decide more time": lambda ref, who: (
        f"Nobody decides on more time for an action they lead or asked for, so {ref} waits."
        f"{_ask(who) if who else ' A second chair or officer is needed.'}"
    ),
    "propose an amendment": lambda name, who: (
        f"The board officer changes the plan of {name}.{_ask(who)} Nothing has been changed."
    ),
    "amend": lambda name, who: (
        f"The board officer changes the plan of {name}.{_ask(who)} Nothing has been changed."
    ),
    "share": lambda _, who: f"A chair or the board officer shares a status in the channel.{_ask(who)}",
    "export": lambda name, who: (
        f"An export of {name} is for its chairs, its board officers and its leads.{_ask(who)}"
    ),
    "make a paper": lambda name, who: (
        f"A chair or the board officer makes papers for {name}.{_ask(who)} No paper was made."
    ),
    "rule on a date": lambda name, who: (
        f"A date of {name} is agreed or corrected in a board officer's name; say whose with --by NAME."
        f"{f' Its board officers: {who}.' if who else ''} Nothing has been saved."
    ),
    "relay": lambda _, who: (
        f"The board officer enters what somebody else said.{_ask(who)} Nothing has been saved."
    ),
    "arrange cover": lambda name, who: (
        f"Only {name} or the board officer says when {name} is away and who answers.{_ask(who)} "
        "Nothing has been changed."
    ),
    "confirm a closing": lambda name, who: (
        f"A chair confirms that {name} is closed who gave none of its ends and leads nothing that ends as "
        f"done.{_ask(who) if who else ' There is none yet.'} Nothing is closed."
    ),
    "erase": lambda name, who: (
        f"{name} is erased by two people of the board, neither of them {name}. "
        f"{f'They can be: {who}.' if who else 'There are none yet.'} Nothing has been changed."
    ),
    "confirm an erasure": lambda name, who: (
        f"A second person confirms that {name} is erased.{_ask(who)} Nothing has been changed."
    ),
    "give the record": lambda _, who: (
        f"The board officer answers requests for the record.{_ask(who)} Nothing has been logged."
    ),
    "see the plan": lambda _, __: no_such_plan(),
    "settle": lambda _, who: f"Only {who or 'whoever wrote it'} can answer this. Nothing has been changed.",
    "run": lambda name, who: f"Only the board officer can do that for {name}.{_ask(who)}",
    "set up": lambda _, who: f"You run no plan here.{_ask(who)}",
    "take office": lambda _, who: (
        f"There is a board officer here already.{_ask(who) if who else ''} Nothing has been changed."
    ),
    "approve an identity": lambda _, who: (
        f"Only the board officer can say who somebody is.{_ask(who)} Nothing has been changed."
    ),
}


def _otherwise(subject: str, who: str) -> str:
    about = f" for {subject}" if subject else ""
    return f"You may not do that{about}.{_ask(who)} Nothing has been saved."


_OTHERWISE: Callable[[str, str], str] = _otherwise


def no_such_plan() -> str:
    """Reveals nothing of what there is."""
    return (
        "I find no plan of that name that you can see. "
        "If you expected one, ask its board officer to add you. Nothing has been saved."
    )


NOT_FETCHED: dict[WhyNotFetched, str] = {
    WhyNotFetched.NO_SCOPE: (
        "I may not read files here: the app lacks Slack's permission files:read. Whoever manages your Slack "
        "apps can add it under “OAuth & Permissions” and install the app again. Nothing was imported. "
        "At the terminal, leadline import FILE needs no such permission."
    ),
    WhyNotFetched.REFUSED: (
        "Slack did not let me have that file. Nothing was imported. Please drop it again, into this "
        "conversation and from your own machine."
    ),
    WhyNotFetched.GONE: "That file is gone from Slack. Nothing was imported. Please drop it again.",
    WhyNotFetched.TOO_LARGE: (
        "That file is larger than {limit} MB, more than I read. Nothing was imported. "
        "Save the plan's own table in a file by itself, without pictures, and drop it again."
    ),
}
"""Why a dropped file was not read, and who can mend that."""

SENTENCES: dict[type[LeadlineError], Callable[[Any], str]] = {
    NotAllowed: _not_allowed,
    NotFound: lambda error: f"I cannot find {error.what} among what you can see. Nothing has been saved.",
    SeveralActions: lambda error: (
        f"{error.ref} could be {_either(error.which)}. Please write which. Nothing has been saved."
    ),
    ActionChanged: lambda error: (
        f"{error.ref} was changed by somebody else a moment ago, so I have saved nothing. "
        "Please look at it again and tell me once more."
    ),
    RecordBusy: lambda _: (
        "I am busy with somebody else's update, so I have saved nothing. Please try again in a moment."
    ),
    IdentityTaken: lambda error: (
        f"That account is already linked to {error.name}. Nothing has been changed; "
        "the board officer can put it right."
    ),
    ChannelTaken: lambda _: (
        "Another partnership has that channel. Please choose one of its own for this partnership: its digest "
        "and its chairs' questions go there. Nothing has been changed."
    ),
    AlreadySettled: lambda error: f"This was {error.state} already, so there is nothing left to do.",
    NotPosted: lambda _: "The message could not be posted. What you told me is saved.",
    MaybePosted: lambda _: "I cannot tell whether the message arrived. What you told me is saved.",
    HistoryUnreadable: lambda _: "I cannot look at the channel's history. Nothing has been changed.",
    FileNotFetched: lambda error: NOT_FETCHED[error.why].format(limit=error.limit),
    PlanUnreadable: lambda error: f"{error.why} Nothing was imported. {error.what_to_do}",
    PlanClosed: lambda error: closed_sentence(error.title, error.on, error.until, error.who),
    PaperUnmade: lambda error: f"No paper was made: {error.why}.",
    SchemaMismatch: lambda error: (
        f"The database is at revision {error.found or 'none'}, which is not this program's. "
        f"Nothing was changed. Run: {error.what_to_run}"
    ),
    UnfitMeeting: lambda error: f"{error.why} Nothing was changed.",
    UnfitDatabase: lambda error: f"DATABASE_URL: {error.why} Nothing was changed.",
}
"""A sentence for every error in `bot.errors`."""


def sentence(error: LeadlineError) -> str:
    """What a person is told of an error."""
    return SENTENCES[type(error)](error)


def refused(error: LeadlineError) -> Card:
    """The sentence as a card."""
    text = sentence(error)
    return Card(text, (Line(text),))


def not_led_by_you(action: Action, message_id: MessageId | None) -> tuple[Line | Taps, ...]:
    """Somebody else's action: not changed, and the note can be handed on with the speaker's name."""
    text = _not_led(action.ref, listed([lead.name for lead in action.leads]))
    if message_id is None or not action.leads:
        return (Line(text),)
    value = f"message:{message_id} action:{action.id}"
    return (
        Line(f"{text} I can pass your note on with your name."),
        Taps((Button("Pass on", Act.HAND_ON, value), Button("Leave", Act.LEAVE, value))),
    )


def closed(action: Action) -> tuple[Line, ...]:
    """A closed action is opened again, and an open one withdrawn, by the board only."""
    if action.superseded_by:
        instead = f"{action.ref} is part of {action.superseded_by} now, so I have not changed it."
        return (Line(f"{instead} Please tell me of {action.superseded_by}."),)
    act = "withdraw" if action.status.is_open else "reopen"
    return (Line(_NOT_ALLOWED[act](action.ref, "")),)


def passed_on(to: tuple[str, ...]) -> Card:
    """To the person whose note it was."""
    text = (
        f"Passed on to {listed(to)}, with your name." if to else "There is nobody I can reach about it yet."
    )
    return Card(text, (Line(text),))


def left_alone() -> Card:
    """The person leaves it at that."""
    text = "Left as it is. Nothing has been changed."
    return Card(text, (Line(text),))


def patient_data() -> Card:
    """Ten digits that make an NHS number: the message is not kept."""
    text = (
        "This looks like an NHS number, so I have not kept the message. "
        "Please delete it here too, and send it again without the number."
    )
    return Card(text, (Line(text),))
