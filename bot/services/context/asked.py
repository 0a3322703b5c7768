"""What was asked of a person, and what of theirs still waits for a word."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation import ProgressUpdate, Prompt, Route, Said, UpdateState
from bot.evidence import evidence_in
from bot.partnership import Person
from bot.plan import Action, ActionStatus
from bot.ports import UnitOfWork
from bot.prompting import still_open
from bot.services.context.places import place_of
from bot.services.context.put_back import is_lost
from bot.updating import reason_wanted

PROMPT_LASTS = timedelta(days=28)
QUESTION_LASTS = timedelta(days=35)
"""A round: what was asked in it can be answered, or called off, until the next."""
SAVED_LASTS = timedelta(days=1)
REASON_LASTS = timedelta(days=3)


def prompt_answered(work: UnitOfWork, person: Person, said: Said) -> Prompt | None:
    """The prompt a message answers: its thread's, else the person's latest in direct messages. Under a
    message of a time that the record has lost, nobody knows what was asked: it answers none."""
    if said.thread_ts is not None:
        found = work.prompts.in_thread(said.channel, said.thread_ts)
        if found is not None and found.asked == person.id:
            return found
        if is_lost(work, said.thread_at):
            return None
    if said.route is not Route.DIRECT_MESSAGE:
        return None
    latest = work.prompts.latest_for(person.id)
    if latest is None or latest.ts is None or work.now - latest.made_at > PROMPT_LASTS:
        return None
    return latest


def open_items(work: UnitOfWork, prompt: Prompt) -> tuple[Action, ...]:
    """The actions of a prompt of which nothing has been said since it was asked."""
    return still_open(work.plans.get(prompt.plan_id), prompt.items, prompt.made_at)


def pending(work: UnitOfWork, person: Person) -> tuple[ProgressUpdate, ...]:
    """The proposals of this person's newest message that has any, in the order they were read."""
    waiting = [
        update for update in work.updates.open_for(person.id) if work.now - update.made_at <= QUESTION_LASTS
    ]
    if not waiting:
        return ()
    newest = waiting[0]
    if newest.message_id is None:
        return (newest,)
    return tuple(
        update
        for update in work.updates.of_message(newest.message_id)
        if update.state is UpdateState.PROPOSED and update.settles == person.id
    )


def last_saved(work: UnitOfWork, person: Person) -> tuple[ProgressUpdate, ...]:
    """What this person saved last, all of it that was saved in one go."""
    saved = [update for update in work.updates.latest_by(person.id) if update.settled_at is not None]
    if not saved:
        return ()
    newest = max(update.settled_at for update in saved if update.settled_at is not None)
    return tuple(update for update in saved if update.settled_at == newest)


def reason_awaited(work: UnitOfWork, person: Person) -> ProgressUpdate | None:
    """The update saved a moment ago whose amber or red still lacks its line."""
    for update in last_saved(work, person):
        if update.action_id is None or work.now - update.made_at > REASON_LASTS:
            continue
        is_about_colour = update.reading.rag is not None
        if is_about_colour and reason_wanted(place_of(work, update.action_id).action):
            return update
    return None


def proof_awaited(work: UnitOfWork, person: Person) -> ProgressUpdate | None:
    """The claim of "done" saved a moment ago that named nothing to show it."""
    for update in last_saved(work, person):
        if update.action_id is None or work.now - update.made_at > REASON_LASTS:
            continue
        is_claim = any(
            one.field == "status" and one.now == ActionStatus.CLAIMED_DONE.value for one in update.changed
        )
        is_open = place_of(work, update.action_id).action.status is ActionStatus.CLAIMED_DONE
        if is_claim and is_open and not evidence_in(update.words):
            return update
    return None
