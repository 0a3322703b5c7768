"""What a newcomer to the demo reads first: who they are, and three things to try."""

from __future__ import annotations

from typing import NamedTuple

from leadline.sample.story import Story

DIRECT = "@app"
"""A person's direct messages with the bot."""


class ToTry(NamedTuple):
    """One thing to try, where it takes one, and what is put into the message box."""

    label: str
    text: str
    person: str
    channel: str = DIRECT
    draft: str = ""


class Greeting(NamedTuple):
    """The card beside the conversation."""

    title: str
    text: str
    things: tuple[ToTry, ...]


def for_lead(story: Story, command: str) -> Greeting:
    """In the middle of the story: a lead with an unanswered prompt."""
    lead, chair = story.people[0], story.chairs[0]
    return Greeting(
        f"You are {lead.name}, a ward manager",
        "Leadline asks the leads of a shared action plan how their actions stand, and tells the board "
        "what is slipping. It has just asked you about yours.",
        (
            ToTry(
                "Answer the prompt in your own words",
                "Say it as you would to a colleague, then see what was understood.",
                lead.name,
                DIRECT,
                "2.7a slips to end of Jan, waiting for IT; 4.1 no change",
            ),
            ToTry(
                f"Become the chair and type {command}",
                "Five minutes before the meeting, on a phone: what needs you, what changed, what is late.",
                chair,
                DIRECT,
                command,
            ),
            ToTry(
                "Jump to next Monday and read the digest",
                "Press “Next Monday 09:00” at the top: the partnership hears what is slipping.",
                lead.name,
                story.channel,
            ),
        ),
    )


def for_officer(story: Story) -> Greeting:
    """Before the story: nothing is set up, and there is a plan to do it with."""
    officer = story.officers[0]
    return Greeting(
        f"You are {officer}, a board officer",
        f"Nothing is set up yet. To try it, take {story.plan}, in the folder leadline/sample, or a plan of "
        "your own: for its leads and chair, choose anybody's account here.",
        (
            ToTry("Say hello to Leadline", "It says what it is, and how to begin.", officer, DIRECT, "hello"),
            ToTry(
                "Drop the plan in the same conversation",
                "Press Attach, choose the file above or your own, and send it.",
                officer,
            ),
            ToTry(
                "Go on until you go live",
                "Doubts, people, settings, previews; nobody else hears of it before.",
                officer,
            ),
            ToTry(
                "Answer as a lead",
                "Going live says when leads are first asked. If that is not today, take that day with “Other "
                "day…” at the top. Then “Be someone else”: the account you chose for a lead.",
                officer,
            ),
        ),
    )
