"""A partnership with an open and a classified plan, another partnership beside it, and in the classified plan
something of everything that a button can name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation import PromptKind, Route, Said, UpdateState
from bot.draft import Doubt, DoubtKind, DraftPerson, DraftPlan
from bot.governance import DecisionKind, HelpKind
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import AccountKind, Person, Platform, Rhythm, Workspace
from bot.plan import Action, ActionPlan, Classification, Theme
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.services.arrangements import boards, set_up
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from bot.views import Capacity
from storage import Record
from tests.scenarios.larkmere import CHANNEL, ON_SLACK, account, action, month, settle_in

SECRET = {"ref": "Z9.1", "title": "Zebra", "text": "Quagga", "lead": "W Zander"}
"""What of the classified plan no outsider may be told."""

NOWHERE = {"ref": "Y8.2", "title": "Yeti", "text": "Quokka", "lead": "V Yonder"}
"""The same of a plan that does not exist: what is asked of it must be answered in the same way."""

ELSEWHERE = ("Heron", "H7.7", "Egret", "I Ibis")
GUEST = "G Uest"


def plan_called(title: str, ref: str, text: str, lead: str) -> DraftPlan:
    """A plan of one action."""
    line = action(ref, text, lead, month(2026, 10), 1)
    return DraftPlan(
        title, (Theme(ref[:2], text),), (replace(line, recommendation=text),), (DraftPerson(lead),), (), ()
    )


@dataclass(frozen=True)
class World:
    """The workspace, and an id of everything in the classified plan, by what a button calls it."""

    workspace: Workspace
    ids: dict[str, int]


def build(record: Record) -> World:
    workspace = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    settle_in(record.open_work, workspace, {name: account(name) for name in ON_SLACK})
    with record.open_work(workspace.id) as work:
        guest = people.link(work, work.people.add(GUEST, ()).id, account(GUEST))
        work.people.set_account_kind(guest.id, AccountKind.GUEST)
        heron = plan_called("Heron ward", "H7.7", "Egret counts", "E Egret")
        other = bring_in.bring_in(work, heron, partnership_name="Heron")
        for name in ("I Ibis", "E Egret"):
            people.link(work, work.people.add(name, ()).id, account(name))
        set_up.set_up(
            work,
            other.partnership_id,
            actor=None,
            channel="CHERON",
            rhythm=Rhythm(),
            chairs=[],
            officers=[work.people.add("I Ibis", ()).id],
        )
        go_live.go_live(work, other.id, None)
        draft = plan_called("Zebra review", SECRET["ref"], "Quagga pathway", SECRET["lead"])
        secret = bring_in.bring_in(work, draft, partnership_name="Larkmere plan")
        people.link(work, secret.actions[0].leads[0].person_id, account(SECRET["lead"]))
        boards.classify(work, None, secret, Classification.RESTRICTED)
        go_live.go_live(work, secret.id, None)
        live = work.plans.get(secret.id)
        ids = everything_about(work, live, live.actions[0], SECRET["text"])
    return World(workspace, ids)


def everything_about(work: UnitOfWork, plan: ActionPlan, action: Action, words: str) -> dict[str, int]:
    """One of everything there can be about an action of this plan, with these words in it: its ids."""
    lead, who = action.leads[0].person_id, account(action.leads[0].name)
    said = f"{action.ref} amber, {words}"
    message, _ = work.messages.keep(Said(lead, who, f"D{who}", "1.1", said, work.now, Route.DIRECT_MESSAGE))
    update = work.updates.add(
        message_id=message,
        person_id=lead,
        plan_id=plan.id,
        action_id=action.id,
        candidates=(),
        reading=ReadUpdate(Outcome.UNDERSTOOD, action.ref, rag=Rag.AMBER),
        words=words,
        state=UpdateState.PROPOSED,
        route=Route.DIRECT_MESSAGE,
        at=work.now,
    )
    no_date = Doubt(1, DoubtKind.NO_DATE, f"{action.ref} has no date: {words}", refs=(action.ref,))
    work.doubts.keep(plan.id, [no_date])
    prompt = work.prompts.add(lead, plan.id, "board-1", PromptKind.ASK, [action.id], work.now)
    asked = work.extensions.add(action.id, lead, action.approved_due, month(2027, 3), words, work.now)
    help_wanted = work.helping.add(action.id, HelpKind.TAKEN, words, lead, words, None, work.now)
    decided = work.decisions.add(
        plan.partnership_id, DecisionKind.DECISION, words, lead, work.now, plan_id=plan.id
    )
    meeting = work.meetings.of(plan.partnership_id)[0]
    view = work.views.ask(
        plan.partnership_id, meeting.id, lead, words, plan.id, action.id, "", lead, work.now, work.now
    )
    work.views.say(view.id, words, lead, Capacity.OWN, work.now)
    return {
        "action": action.id,
        "view": view.id,
        "plan": plan.id,
        "update": update,
        "message": message,
        "person": lead,
        "doubt": work.doubts.of(plan.id)[-1].id,
        "prompt": prompt.id,
        "extension": asked.id,
        "help": help_wanted.id,
        "decision": decided.id,
    }


def outsider(work: UnitOfWork, name: str) -> Person | None:
    """Who is none of the classified plan's: by name, or nobody the bot knows."""
    return work.people.by_identity(account(name))


HERE = CHANNEL

OUTSIDERS = {
    "a lead of the open plan": ("K Bramley", None),
    "a guest, in the channel": (GUEST, HERE),
    "the officer of another partnership": ("I Ibis", None),
    "nobody we know, in the channel": ("Q Nobody", HERE),
}
"""Who is none of the classified plan's, and where they speak."""
