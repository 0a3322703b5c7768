"""Nothing of one workspace is ever visible, or touched, in another: no query can forget it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Engine, Select, delete, exists, func, select, text, update
from sqlalchemy.orm import aliased

from bot import ports
from bot.absences import AwayId
from bot.amending import Amendment, AmendmentId, AmendmentKind, AmendmentState
from bot.asks import Outcome, Result
from bot.boards import BodyId, ForwardItemId, ForwardKind, Remit
from bot.card import Card
from bot.changes import AuditEvent, Change, Verb
from bot.closing import ActionEnd, ClosingId, ClosingState, End
from bot.conventions import PlanConventions
from bot.conversation import MessageId, PromptId, PromptKind, Route, UpdateId, UpdateState
from bot.dated import ErratumId, ErratumState, RecordId, RecordKind
from bot.delivery import Delivery, DeliveryId, DeliveryKind, DeliveryState, Owed
from bot.digest import Digest, News
from bot.disclosure import RequestId
from bot.draft import Doubt, DoubtKind, Proposal
from bot.errors import LeadlineError, NotFound
from bot.governance import (
    DecisionId,
    DecisionKind,
    DecisionState,
    ExtensionId,
    ExtensionState,
    HelpId,
    HelpKind,
)
from bot.handovers import HandOver
from bot.kept_doubts import DoubtId, DoubtState
from bot.language.reading import Progress
from bot.meetings import MeetingChange, dates_of
from bot.partnership import (
    AccountKind,
    Meeting,
    MeetingId,
    PartnershipId,
    PersonId,
    Platform,
    Rhythm,
    Workspace,
    WorkspaceId,
)
from bot.plan import ActionId, ActionPlan, Classification, LeadRole, PlanId
from bot.ports import UnitOfWork
from bot.ports.versioned import PendingId, VersionId
from bot.retention import Kept, Outdated
from bot.seats import Role, Seat
from bot.versions.taking import Answers, ChangeKind, Revision
from bot.views import Capacity, View, ViewId, WordingId
from bot.workstreams import WorkstreamId
from storage import Record
from storage.engine import open_engine
from storage.sessions import of_no_workspace, of_workspace
from storage.tables import metadata
from storage.tables.declarative import Row, TenantRow
from storage.tables.people import PersonRow
from tests.storage.larkmere import BOARD, GREEN, NOVEMBER, NOW, OCTOBER, add_plan, draft, said
from tests.storage.statements import statements_sent

TENANT_ROWS = [mapper.class_ for mapper in Row.registry.mappers if issubclass(mapper.class_, TenantRow)]
CONVENTIONS = PlanConventions(fiscal_start_month=9).with_word("Watching brief", Progress.ON_HOLD)
TENANT_TABLES = {row.__tablename__ for row in TENANT_ROWS}


RENUMBERED = Amendment(AmendmentKind.RENUMBER, ref="1.1", other="1.2")


@dataclass(frozen=True)
class FilledBoards:
    """What a board's calendar holds."""

    meeting: MeetingId
    body: BodyId
    item: ForwardItemId
    record: RecordId
    erratum: ErratumId
    erratum_update: UpdateId
    workstream: WorkstreamId


@dataclass(frozen=True)
class Filled:
    """What stands in a workspace: an id of everything."""

    partnership: PartnershipId
    person: PersonId
    plan: PlanId
    action: ActionId
    message: MessageId
    update: UpdateId
    prompt: PromptId
    extension: ExtensionId
    help: HelpId
    decision: DecisionId
    boards: FilledBoards
    doubt: DoubtId
    away: AwayId
    request: RequestId
    closing: ClosingId
    closed_plan: PlanId


def fill(work: UnitOfWork) -> Filled:
    """At least one row in every tenant table."""
    plan = add_plan(work)
    action = plan.actions[0]
    person = action.leads[0].person_id
    work.people.bind(person, "U1")
    work.partnerships.set_up(plan.partnership_id, channel="C1", rhythm=Rhythm(), chairs=[person], officers=[])
    work.partnerships.note_shared("C1", is_shared=True)
    work.plans.set_conventions(plan.id, CONVENTIONS)
    work.plans.go_live(plan.id, work.now)
    work.doubts.keep(plan.id, [Doubt(2, DoubtKind.NO_DATE, "1.1 has no date.", refs=("1.1",))])
    doubt = work.doubts.of(plan.id)[0].id
    stranger = work.people.add("Q Elsewhere", ()).id
    work.reach.put_elsewhere(stranger, NOW)
    work.reach.begin_with(plan.id, [person])
    work.plans.apply([Change(action.id, action.version, "rag", "amber", "green")], work.now)
    work.plans.reported(action.id, work.now)
    work.handovers.add(HandOver(action.id, person, stranger, person, work.now))
    work.handovers.add(HandOver(action.id, stranger, person, person, work.now))
    work.posts.fill(stranger, person, person, NOW, from_on=NOW.date())
    away = work.absences.add(person, NOW.date(), NOW.date(), person, NOW)
    message, _ = work.messages.keep(said("1.1 green", author=person))
    made = [add_update(work, action.id, plan.id, person, message) for _ in range(2)]
    add_update(work, None, None, person, message)
    work.updates.settle(made[0], UpdateState.CONFIRMED, work.now, person)
    work.updates.revise(made[1], GREEN, plan.id, action.id)
    work.plans.moved(action.id, None, OCTOBER, None, NOW.date(), person, made[0])
    prompt = work.prompts.add(person, plan.id, "board-14", PromptKind.ASK, [action.id], work.now)
    work.prompts.posted(prompt.id, "D1", "1790.1")
    work.owing.owe(Owed("C1", DeliveryKind.NOTICE, "one", NOW, {}))
    work.owing.set_planned_to("tick", NOW)
    for verb, subject in (
        (Verb.INTRODUCED, "person:1"),
        (Verb.UPDATE_REFUSED, f"action:{action.id}"),
        (Verb.UPDATE_ASKED_FOR, f"action:{action.id}"),
    ):
        event = AuditEvent(plan.partnership_id, verb, person, subject, words="1.1 green")
        work.audit.append(event, work.now)
    request = work.requests.add(plan.id, [action.id], person, work.now)
    work.personal.ask(person, stranger, work.now)
    extension = work.extensions.add(action.id, person, None, OCTOBER, "no mailbox", work.now)
    work.extensions.put_down(extension.id, work.meetings.of(plan.partnership_id)[0].id)
    asked = work.helping.add(action.id, HelpKind.ASKED, "Dunvale IT", person, "a mailbox", None, work.now)
    work.helping.set_group(plan.partnership_id, "Dunvale IT", "C9")
    decision = work.decisions.add(plan.partnership_id, DecisionKind.DECISION, "agreed", person, work.now)
    outcome = Outcome("more time", Result.AGREED)
    recorded = work.decisions.add(
        plan.partnership_id, DecisionKind.OUTCOME, "noted", person, work.now, outcome=outcome
    )
    work.decisions.settle(recorded.id, DecisionState.RECORDED)
    version = work.versions.take(plan.id, "v2.docx", person, work.now)
    work.versions.propose(plan.id, "v3.csv", draft(1), person, work.now)
    work.versions.note(version.id, [Revision(action.id, "ref", ChangeKind.REVISED, "1.1", "1.2")])
    work.corrections.add(action.id, OCTOBER, NOVEMBER, "mistyped", person, work.now)
    work.amendments.add(plan.id, person, RENUMBERED, AmendmentState.DRAFT, work.now)
    saved = work.amendments.add(plan.id, person, RENUMBERED, AmendmentState.DRAFT, work.now)
    work.amendments.settle(saved.id, AmendmentState.SAVED, work.now, person, version.id)
    closing = work.closings.begin(plan.id, person, work.now)
    work.closings.give(closing.id, ActionEnd(action.id, End.STOPPED, "no funding", person))
    over = work.plans.close(work.plans.go_live(add_plan(work, 1, "Over").id, work.now).id)
    work.plans.add(plan.partnership_id, draft(1), work.now)  # a draft yet
    return Filled(
        plan.partnership_id,
        person,
        plan.id,
        action.id,
        message,
        made[1],
        prompt.id,
        extension.id,
        asked.id,
        decision.id,
        fill_boards(work, plan, person),
        doubt,
        away.id,
        request.id,
        closing.id,
        over.id,
    )


def fill_boards(work: UnitOfWork, plan: ActionPlan, person: PersonId) -> FilledBoards:
    meeting = work.meetings.add(plan.partnership_id, "Board", BOARD, None, None)
    work.meetings.note(MeetingChange(meeting.id, NOW, person, None, dates_of(meeting)))
    work.plans.set_tolerance(plan.id, 28)
    body = work.boards.named(plan.partnership_id, "Board")
    work.boards.give(plan.id, body.id, Remit.MONITORS, NOW.date())
    work.boards.seat(Seat(body.id, person, Role.VOTING))
    fill_views(work, plan, person, meeting.id)
    item = work.boards.promise(plan.partnership_id, ForwardKind.REVIEW, "A review", NOVEMBER, body.id)
    facts = Digest("Larkmere", NOW.date(), (), None, News(), is_unchanged=False)
    record = work.records.keep(
        plan.partnership_id,
        RecordKind.WEEKLY,
        "2026-W39",
        work.now,
        Classification.UNRESTRICTED,
        facts,
        meeting_id=meeting.id,
    )
    update = work.updates.history(plan.actions[0].id)[0]
    erratum = work.records.correct(record.id, plan.actions[0].id, update.id, work.now, ())
    workstream = work.workstreams.named(plan.partnership_id, "Finance")
    work.workstreams.set_channel(workstream.id, "C7")
    work.workstreams.note_shared("C7", is_shared=True)
    return FilledBoards(meeting.id, body.id, item.id, record.id, erratum.id, update.id, workstream.id)


def fill_views(work: UnitOfWork, plan: ActionPlan, person: PersonId, meeting: MeetingId) -> None:
    action = plan.actions[0].id
    view = work.views.ask(
        plan.partnership_id, meeting, person, "carers", plan.id, action, "", person, work.now, work.now
    )
    message = work.messages.find("D1", "1790000000.000100")
    work.views.say(
        view.id, "too slow", person, Capacity.OWN, work.now, message_id=message.id if message else None
    )


def ask_view(work: UnitOfWork, here: Filled) -> View:
    day = (work.now, work.now)
    return work.views.ask(
        here.partnership, here.boards.meeting, here.person, "", here.plan, here.action, "", here.person, *day
    )


def add_update(
    work: UnitOfWork, action: ActionId | None, plan: PlanId | None, person: PersonId, message: MessageId
) -> UpdateId:
    return work.updates.add(
        message_id=message,
        person_id=person,
        plan_id=plan,
        action_id=action,
        candidates=[],
        reading=GREEN,
        words="1.1 green",
        state=UpdateState.PROPOSED,
        route=Route.MENTION,
        at=work.now,
    )


def meeting_of(here: Filled) -> Meeting:
    return Meeting(here.boards.meeting, here.partnership, "Board", NOVEMBER, None, None)


ASKED = Owed("D1", DeliveryKind.PROMPT, "asked", NOW - timedelta(hours=1), {})
AFTER_IT = Delivery(DeliveryId(99), WorkspaceId(1), replace(ASKED, due_at=NOW), DeliveryState.POSTING, 1)

READS: dict[str, Callable[[UnitOfWork, Filled], Any]] = {
    "partnerships.get": lambda work, here: work.partnerships.get(here.partnership),
    "partnerships.all": lambda work, here: work.partnerships.all(),
    "partnerships.named": lambda work, here: work.partnerships.named("Larkmere"),
    "partnerships.by_channel": lambda work, here: work.partnerships.by_channel("C1"),
    "partnerships.is_known_shared": lambda work, here: work.partnerships.is_known_shared("C1"),
    "people.get": lambda work, here: work.people.get(here.person),
    "people.all": lambda work, here: work.people.all(),
    "people.named": lambda work, here: work.people.named("R Vale"),
    "people.by_identity": lambda work, here: work.people.by_identity("U1"),
    "plans.get": lambda work, here: work.plans.get(here.plan),
    "plans.all": lambda work, here: work.plans.all(),
    "plans.live": lambda work, here: work.plans.live(),
    "views.get": lambda work, here: work.views.get(ViewId(1)),
    "views.of_meeting": lambda work, here: work.views.of_meeting(here.boards.meeting),
    "views.of_action": lambda work, here: work.views.of_action(here.action),
    "views.ahead": lambda work, here: work.views.ahead(date(2000, 1, 1)),
    "views.of_message": lambda work, here: work.views.of_message(here.message),
    "views.last_given_by": lambda work, here: work.views.last_given_by(here.person),
    "boards.seats": lambda work, here: work.boards.seats(here.boards.body),
    "plans.drafts": lambda work, here: work.plans.drafts(),
    "plans.led_in": lambda work, here: work.plans.led_in({here.person}),
    "plans.past": lambda work, here: work.plans.past(here.plan, NOW - timedelta(days=1)).changes,
    "plans.holding": lambda work, here: work.plans.holding(here.action),
    "posts.all": lambda work, here: work.posts.all(),
    "handovers.of_action": lambda work, here: work.handovers.of_action(here.action),
    "absences.get": lambda work, here: work.absences.get(here.away),
    "absences.of": lambda work, here: work.absences.of(here.person),
    "absences.since": lambda work, here: work.absences.since(NOW.date()),
    "doubts.of": lambda work, here: work.doubts.of(here.plan),
    "doubts.get": lambda work, here: work.doubts.get(here.doubt),
    "reach.elsewhere": lambda work, here: work.reach.elsewhere(),
    "messages.get": lambda work, here: work.messages.get(here.message),
    "messages.latest_by": lambda work, here: work.messages.latest_by(here.person, 2),
    "messages.find": lambda work, here: work.messages.find("D1", "1790000000.000100"),
    "updates.get": lambda work, here: work.updates.get(here.update),
    "updates.of_message": lambda work, here: work.updates.of_message(here.message),
    "updates.open_for": lambda work, here: work.updates.open_for(here.person),
    "updates.latest_by": lambda work, here: work.updates.latest_by(here.person),
    "updates.history": lambda work, here: work.updates.history(here.action),
    "prompts.get": lambda work, here: work.prompts.get(here.prompt),
    "prompts.latest_for": lambda work, here: work.prompts.latest_for(here.person),
    "prompts.in_thread": lambda work, here: work.prompts.in_thread("D1", "1790.1"),
    "prompts.of_plan": lambda work, here: work.prompts.of_plan(here.plan),
    "prompts.of_round": lambda work, here: work.prompts.of_round(here.plan, "board-14"),
    "meetings.ever": lambda work, here: work.meetings.ever(here.partnership),
    "meetings.changed_since": lambda work, here: work.meetings.changed_since(
        here.partnership, NOW - timedelta(days=1)
    ),
    "meetings.of": lambda work, here: work.meetings.of(here.partnership),
    "extensions.get": lambda work, here: work.extensions.get(here.extension),
    "extensions.of_action": lambda work, here: work.extensions.of_action(here.action),
    "extensions.of_plans": lambda work, here: work.extensions.of_plans([here.plan]),
    "helping.get": lambda work, here: work.helping.get(here.help),
    "helping.of_plans": lambda work, here: work.helping.of_plans([here.plan]),
    "helping.groups": lambda work, here: work.helping.groups(here.partnership),
    "decisions.get": lambda work, here: work.decisions.get(here.decision),
    "decisions.of": lambda work, here: work.decisions.of(here.partnership),
    "decisions.latest_draft": lambda work, here: work.decisions.latest_draft(here.person),
    "corrections.of_plans": lambda work, here: work.corrections.of_plans([here.plan]),
    "versions.pending": lambda work, here: work.versions.pending(PendingId(1)),
    "versions.of": lambda work, here: work.versions.of(here.plan),
    "versions.changes_of": lambda work, here: work.versions.changes_of(here.action),
    "versions.revisions_of": lambda work, here: work.versions.revisions_of(VersionId(1)),
    "versions.renumbered_from": lambda work, here: work.versions.renumbered_from(here.plan, "1.1"),
    "versions.since": lambda work, here: work.versions.since(here.plan, NOW - timedelta(days=1)),
    "amendments.get": lambda work, here: work.amendments.get(AmendmentId(1)),
    "amendments.latest_open": lambda work, here: work.amendments.latest_open(here.person),
    "amendments.last_saved": lambda work, here: work.amendments.last_saved(here.person),
    "meetings.get": lambda work, here: work.meetings.get(here.boards.meeting),
    "meetings.changes": lambda work, here: work.meetings.changes(here.boards.meeting),
    "boards.of": lambda work, here: work.boards.of(here.partnership),
    "boards.following": lambda work, here: work.boards.following(here.partnership),
    "workstreams.get": lambda work, here: work.workstreams.get(here.boards.workstream),
    "workstreams.of": lambda work, here: work.workstreams.of(here.partnership),
    "workstreams.by_channel": lambda work, here: work.workstreams.by_channel("C7"),
    "workstreams.is_known_shared": lambda work, here: work.workstreams.is_known_shared("C7"),
    "boards.forward": lambda work, here: work.boards.forward(here.partnership),
    "records.get": lambda work, here: work.records.get(here.boards.record),
    "records.numbered": lambda work, here: work.records.numbered(here.partnership, "2026-W39"),
    "records.of_meeting": lambda work, here: work.records.of_meeting(here.boards.meeting),
    "records.since": lambda work, here: work.records.since(here.partnership, NOW - timedelta(days=1)),
    "records.latest": lambda work, here: work.records.latest(here.partnership, RecordKind.WEEKLY, NOW),
    "records.erratum": lambda work, here: work.records.erratum(here.boards.erratum),
    "records.corrected_by": lambda work, here: work.records.corrected_by(here.boards.erratum_update),
    "records.errata": lambda work, here: work.records.errata(here.boards.record),
    "updates.unplaced_since": lambda work, here: work.updates.unplaced_since(NOW - timedelta(days=1)),
    "updates.unsettled_since": lambda work, here: work.updates.unsettled_since(
        here.plan, NOW - timedelta(days=1)
    ),
    "owing.get": lambda work, here: work.owing.get(DeliveryId(1)),
    "owing.find": lambda work, here: work.owing.find("C1", "notice", "one"),
    "owing.recent": lambda work, here: work.owing.recent("notice", NOW - timedelta(days=1)),
    "owing.asked_before": lambda work, here: work.owing.asked_before(AFTER_IT, [DeliveryKind.PROMPT]),
    "owing.planned_to": lambda work, here: work.owing.planned_to("tick"),
    "messages.versions": lambda work, here: work.messages.versions(here.message),
    "retention.years": lambda work, here: work.retention.years(here.partnership),
    "retention.outdated": lambda work, here: work.retention.outdated(NOW + timedelta(days=9999)),
    "requests.open": lambda work, here: work.requests.open(),
    "personal.held": lambda work, here: work.personal.held(here.person),
    "personal.erasure": lambda work, here: work.personal.erasure(here.person),
    "plans.closed": lambda work, here: work.plans.closed(),
    "closings.get": lambda work, here: work.closings.get(here.closing),
    "closings.latest": lambda work, here: work.closings.latest(here.plan),
    "audit.head": lambda work, here: work.audit.head(here.partnership),
    "audit.refusals": lambda work, here: work.audit.refusals(here.partnership, NOW - timedelta(days=1)),
    "audit.asked_now": lambda work, here: work.audit.asked_now(here.partnership, here.action),
}

REFUSED_WRITES: dict[str, Callable[[UnitOfWork, Filled], Any]] = {
    "partnerships.set_up": lambda work, here: work.partnerships.set_up(
        here.partnership, channel=None, rhythm=Rhythm(), chairs=[], officers=[]
    ),
    "partnerships.rename": lambda work, here: work.partnerships.rename(here.partnership, "Elsewhere"),
    "doubts.keep": lambda work, here: work.doubts.keep(
        here.plan, [Doubt(3, DoubtKind.NO_LEAD, "1.2 has no lead.")]
    ),
    "mending.lead_with": lambda work, here: work.mending.lead_with(here.action, [here.person]),
    "mending.date": lambda work, here: work.mending.date(here.action, NOVEMBER),
    "mending.propose": lambda work, here: work.mending.propose(here.action, Proposal(forecast=NOVEMBER)),
    "handovers.add": lambda work, here: work.handovers.add(
        HandOver(here.action, here.person, here.person, here.person, NOW)
    ),
    "people.keeps_time_of": lambda work, here: work.people.keeps_time_of(here.person, "Europe/Paris"),
    "people.works_in": lambda work, here: work.people.works_in(here.person, "scotland"),
    "prompts.asked_again": lambda work, here: work.prompts.asked_again(here.prompt, None),
    "posts.fill": lambda work, here: work.posts.fill(
        here.person, here.person, here.person, NOW, from_on=NOW.date()
    ),
    "people.set_account_kind": lambda work, here: work.people.set_account_kind(
        here.person, AccountKind.GUEST
    ),
    "people.set_active": lambda work, here: work.people.set_active(here.person, is_active=False),
    "absences.add": lambda work, here: work.absences.add(
        here.person, NOW.date(), NOW.date(), here.person, NOW
    ),
    "absences.stand_in": lambda work, here: work.absences.stand_in(here.away, here.person),
    "absences.end": lambda work, here: work.absences.end(here.away, NOW),
    "people.bind": lambda work, here: work.people.bind(here.person, "U9"),
    "people.introduced": lambda work, here: work.people.introduced(here.person, NOW),
    "plans.add": lambda work, here: work.plans.add(here.partnership, draft(), NOW),
    "plans.go_live": lambda work, here: work.plans.go_live(here.plan, NOW),
    "plans.pause": lambda work, here: work.plans.pause(here.plan, None),
    "plans.resume": lambda work, here: work.plans.resume(here.plan),
    "plans.close": lambda work, here: work.plans.close(here.plan),
    "plans.reopen": lambda work, here: work.plans.reopen(here.closed_plan),
    "closings.begin": lambda work, here: work.closings.begin(here.plan, here.person, NOW),
    "closings.give": lambda work, here: work.closings.give(
        here.closing, ActionEnd(here.action, End.DONE, "", here.person)
    ),
    "closings.written": lambda work, here: work.closings.written(here.closing, here.action, here.update),
    "closings.put_to_chairs": lambda work, here: work.closings.put_to_chairs(here.closing),
    "closings.settle": lambda work, here: work.closings.settle(
        here.closing, ClosingState.DROPPED, here.person, NOW
    ),
    "plans.archive": lambda work, here: work.plans.archive(here.plan),
    "plans.began": lambda work, here: work.plans.began(here.plan, NOW),
    "reach.put_elsewhere": lambda work, here: work.reach.put_elsewhere(here.person, NOW),
    "reach.begin_with": lambda work, here: work.reach.begin_with(here.plan, [here.person]),
    "plans.set_aside": lambda work, here: work.plans.set_aside(here.plan),
    "plans.set_conventions": lambda work, here: work.plans.set_conventions(here.plan, PlanConventions()),
    "plans.apply": lambda work, here: work.plans.apply([Change(here.action, 2, "rag", None, "red")], NOW),
    "plans.moved": lambda work, here: work.plans.moved(
        here.action, None, NOVEMBER, None, NOW.date(), here.person, here.update
    ),
    "updates.add": lambda work, here: add_update(work, here.action, here.plan, here.person, here.message),
    "updates.revise": lambda work, here: work.updates.revise(here.update, GREEN, None, None),
    "updates.settle": lambda work, here: work.updates.settle(
        here.update, UpdateState.CONFIRMED, NOW, here.person
    ),
    "prompts.add": lambda work, here: work.prompts.add(
        here.person, here.plan, "board-15", PromptKind.ASK, [here.action], NOW
    ),
    "meetings.add": lambda work, here: work.meetings.add(here.partnership, "Board", BOARD, None, None),
    "plans.note_setting": lambda work, here: work.plans.note_setting(here.plan, "rhythm.grace_rounds", 1, 2),
    "plans.set_tolerance": lambda work, here: work.plans.set_tolerance(here.plan, 9),
    "plans.set_end": lambda work, here: work.plans.set_end(here.plan, NOW.date()),
    "plans.add_action": lambda work, here: work.plans.add_action(here.plan, draft(1).actions[0]),
    "plans.correct_first_date": lambda work, here: work.plans.correct_first_date(here.action, NOVEMBER),
    "extensions.add": lambda work, here: work.extensions.add(
        here.action, here.person, None, NOVEMBER, "", NOW
    ),
    "extensions.put_down": lambda work, here: work.extensions.put_down(here.extension, MeetingId(1)),
    "extensions.settle": lambda work, here: work.extensions.settle(
        here.extension, ExtensionState.GRANTED, NOW, here.person
    ),
    "extensions.reopen": lambda work, here: work.extensions.reopen(here.extension),
    "helping.add": lambda work, here: work.helping.add(
        here.action, HelpKind.TAKEN, "R Vale", here.person, "", None, NOW
    ),
    "helping.answered": lambda work, here: work.helping.answered(here.help, "yes", NOW, here.person),
    "helping.ended": lambda work, here: work.helping.ended(here.help, NOW, here.person),
    "helping.set_group": lambda work, here: work.helping.set_group(here.partnership, "Dunvale IT", None),
    "decisions.add": lambda work, here: work.decisions.add(
        here.partnership, DecisionKind.DECISION, "", here.person, NOW
    ),
    "decisions.settle": lambda work, here: work.decisions.settle(here.decision, DecisionState.DROPPED),
    "corrections.add": lambda work, here: work.corrections.add(
        here.action, None, NOVEMBER, "", here.person, NOW
    ),
    "versions.take": lambda work, here: work.versions.take(here.plan, "v3.docx", here.person, NOW),
    "versions.propose": lambda work, here: work.versions.propose(
        here.plan, "v3.csv", draft(1), here.person, NOW
    ),
    "versions.answer": lambda work, here: work.versions.answer(PendingId(1), Answers()),
    "versions.note": lambda work, here: work.versions.note(
        VersionId(1), [Revision(here.action, "ref", ChangeKind.REVISED, "1.1", "1.2")]
    ),
    "versions.rewrite": lambda work, here: work.versions.rewrite({here.action: {"text": "Other words"}}, NOW),
    "versions.set_leads": lambda work, here: work.versions.set_leads(
        here.action, [("R Vale", LeadRole.REPORTING)]
    ),
    "amendments.add": lambda work, here: work.amendments.add(
        here.plan, here.person, RENUMBERED, AmendmentState.DRAFT, NOW
    ),
    "amendments.revise": lambda work, here: work.amendments.revise(AmendmentId(1), RENUMBERED),
    "amendments.settle": lambda work, here: work.amendments.settle(
        AmendmentId(1), AmendmentState.DROPPED, NOW, here.person
    ),
    "versions.arrange": lambda work, here: work.versions.arrange(here.plan, [here.action], (), None),
    "meetings.put": lambda work, here: work.meetings.put(meeting_of(here)),
    "meetings.note": lambda work, here: work.meetings.note(
        MeetingChange(here.boards.meeting, NOW, None, None, dates_of(meeting_of(here)))
    ),
    "boards.named": lambda work, here: work.boards.named(here.partnership, "Board"),
    "workstreams.named": lambda work, here: work.workstreams.named(here.partnership, "Finance"),
    "workstreams.set_channel": lambda work, here: work.workstreams.set_channel(here.boards.workstream, "C8"),
    "workstreams.restrict_channel": lambda work, here: work.workstreams.restrict_channel(
        here.boards.workstream, is_restricted=True
    ),
    "workstreams.set_body": lambda work, here: work.workstreams.set_body(
        here.boards.workstream, here.boards.body
    ),
    "boards.describe": lambda work, here: work.boards.describe(here.boards.body, 3, "OSC"),
    "views.ask": ask_view,
    "views.say": lambda work, here: work.views.say(ViewId(1), "slow", here.person, Capacity.OWN, NOW),
    "views.take_back": lambda work, here: work.views.take_back(WordingId(1), NOW),
    "boards.seat": lambda work, here: work.boards.seat(Seat(here.boards.body, here.person, Role.MEMBER)),
    "boards.give": lambda work, here: work.boards.give(
        here.plan, here.boards.body, Remit.RECEIVES, NOW.date()
    ),
    "boards.promise": lambda work, here: work.boards.promise(
        here.partnership, ForwardKind.REPORT, "A report", NOVEMBER, here.boards.body
    ),
    "records.keep": lambda work, here: work.records.keep(
        here.partnership,
        RecordKind.WEEKLY,
        "2026-W40",
        NOW,
        Classification.UNRESTRICTED,
        Digest("Larkmere", NOW.date(), (), None, News(), is_unchanged=False),
    ),
    "records.correct": lambda work, here: work.records.correct(
        here.boards.record, here.action, here.update, NOW, ()
    ),
    "records.settle": lambda work, here: work.records.settle(here.boards.erratum, ErratumState.RAISED),
    "boards.settle": lambda work, here: work.boards.settle(here.boards.item, NOW.date()),
    "plans.classify": lambda work, here: work.plans.classify(here.plan, Classification.RESTRICTED),
    "partnerships.locate": lambda work, here: work.partnerships.locate(
        here.partnership, "Europe/London", "wales"
    ),
    "partnerships.classify_channel": lambda work, here: work.partnerships.classify_channel(
        here.partnership, Classification.RESTRICTED
    ),
    "partnerships.post_outside": lambda work, here: work.partnerships.post_outside(
        here.partnership, is_allowed=True
    ),
    "requests.add": lambda work, here: work.requests.add(here.plan, [here.action], here.person, NOW),
    "requests.close": lambda work, here: work.requests.close(here.request, None, NOW),
    "personal.ask": lambda work, here: work.personal.ask(here.person, here.person, NOW),
    "personal.confirm": lambda work, here: work.personal.confirm(here.person, here.person, NOW),
    "personal.erase": lambda work, here: work.personal.erase(here.person, "Person 1 (erased)"),
    "owing.freeze": lambda work, here: work.owing.freeze(DeliveryId(1), 0, Card("Saved")),
    "owing.found": lambda work, here: work.owing.found(DeliveryId(1)),
    "owing.post_again": lambda work, here: work.owing.post_again(DeliveryId(1), NOW),
    "owing.put_off": lambda work, here: work.owing.put_off(DeliveryId(1), 0, NOW, "outside hours"),
    "owing.skip": lambda work, here: work.owing.skip(DeliveryId(1), 0, "answered"),
}

HARMLESS_WRITES: dict[str, Callable[[UnitOfWork, Filled], Any]] = {
    "views.put": lambda work, here: work.views.put([ViewId(1)], here.person, NOW),
    "views.posted": lambda work, here: work.views.posted([ViewId(1)], "D9", "9", is_reminder=False),
    "views.call_off": lambda work, here: work.views.call_off([ViewId(1)], NOW),
    "versions.forget": lambda work, here: work.versions.forget(PendingId(1)),
    "doubts.settle": lambda work, here: work.doubts.settle([here.doubt], DoubtState.CHECKED, None, NOW),
    "plans.reported": lambda work, here: work.plans.reported(here.action, None),
    "boards.end": lambda work, here: work.boards.end(here.plan, here.boards.body, Remit.MONITORS, NOW.date()),
    "plans.unmoved": lambda work, here: work.plans.unmoved(here.update),
    "prompts.snooze": lambda work, here: work.prompts.snooze(here.prompt, NOW),
    "prompts.posted": lambda work, here: work.prompts.posted(here.prompt, "D9", "9"),
    "owing.set_planned_to": lambda work, here: work.owing.set_planned_to("tick", NOW + timedelta(days=9)),
    "retention.set_years": lambda work, here: work.retention.set_years(here.partnership, 9),
    "retention.forget": lambda work, here: work.retention.forget(
        NOW + timedelta(days=9999), [Outdated(Kept.PROMPTS, "prompt", 1), Outdated(Kept.WORDS, "action", 1)]
    ),
    "partnerships.note_shared": lambda work, here: work.partnerships.note_shared("C1", is_shared=False),
    "workstreams.note_shared": lambda work, here: work.workstreams.note_shared("C7", is_shared=False),
    "people.add": lambda work, here: work.people.add("R Vale", ["Elsewhere"]),
    "messages.keep": lambda work, here: work.messages.keep(said("something else")),
    "partnerships.add": lambda work, here: work.partnerships.add("Larkmere", "Europe/London", "wales"),
    "owing.owe": lambda work, here: work.owing.owe(Owed("C1", DeliveryKind.NOTICE, "one", NOW, {"a": 1})),
}

NOT_A_TENANTS = {"audit.append", "inbox.done", "outages.ended_after", "restores.losing"}
"""An appended event is refused by its head (audit.head); the inbox knows teams, not workspaces; the program
itself is away, and its record put back, for everybody."""


def test_every_method_of_a_unit_of_work_is_tried_here() -> None:
    methods = set()
    for name, member in vars(ports.UnitOfWork).items():
        if isinstance(member, property):
            kind = get_type_hints(member.fget)["return"]
            methods |= {
                f"{name}.{method}"
                for method, function in vars(kind).items()
                if not method.startswith("_")
                and kind.__module__.startswith(ports.__name__)
                and callable(function)
            }
    assert methods == set(READS) | set(REFUSED_WRITES) | set(HARMLESS_WRITES) | NOT_A_TENANTS


@pytest.fixture
def elsewhere(record: Record) -> Workspace:
    return record.workspaces.of(Platform.SLACK, "T2", "Elsewhere")


@pytest.fixture
def filled(record: Record, workspace: Workspace) -> Filled:
    with record.open_work(workspace.id) as work:
        here = fill(work)
        work.owing.owe(ASKED)
    claimed = record.outbox.claim("one", NOW, timedelta(minutes=1))
    assert claimed is not None
    assert record.outbox.posted(claimed.id, claimed.attempt, "1.1")
    return here


def test_everything_is_seen_in_its_own_workspace(
    record: Record, workspace: Workspace, filled: Filled
) -> None:
    with record.open_work(workspace.id, read_only=True) as work:
        blind = [name for name, read in READS.items() if not read(work, filled)]
    assert blind == []


def test_nothing_is_seen_from_another_workspace(record: Record, elsewhere: Workspace, filled: Filled) -> None:
    def look(work: UnitOfWork, read: Callable[[UnitOfWork, Filled], Any]) -> Any:
        try:
            return read(work, filled)
        except NotFound:
            return None

    with record.open_work(elsewhere.id, read_only=True) as work:
        seen = [name for name, read in READS.items() if look(work, read)]
    assert seen == []


def everything_of(database_url: str, workspace: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        rows = {
            table.name: sorted(
                map(tuple, connection.execute(select(table).where(table.c.workspace_id == workspace.id))),
                key=repr,
            )
            for table in metadata.sorted_tables
            if "workspace_id" in table.c
        }
    engine.dispose()
    return rows


def test_the_sample_fills_every_tenant_table(workspace: Workspace, filled: Filled, database_url: str) -> None:
    assert [name for name, rows in everything_of(database_url, workspace).items() if not rows] == []


def test_nothing_is_touched_from_another_workspace(
    record: Record, workspace: Workspace, elsewhere: Workspace, filled: Filled, database_url: str
) -> None:
    before = everything_of(database_url, workspace)
    for name, write in (REFUSED_WRITES | HARMLESS_WRITES).items():
        is_refused = False
        try:
            with record.open_work(elsewhere.id) as work:
                write(work, filled)
        except LeadlineError:
            is_refused = True
        assert is_refused is (name in REFUSED_WRITES), name
        assert everything_of(database_url, workspace) == before, name


def forgotten(statements: list[str]) -> list[str]:
    """The SELECTs that name a tenant's table without naming its workspace."""
    return [
        statement
        for statement in statements
        for table, alias in re.findall(r"(?:FROM|JOIN|,) (\w+)(?: AS (\w+))?", statement)
        if statement.startswith("SELECT")
        and table in TENANT_TABLES
        and f"{alias or table}.workspace_id = " not in statement
    ]


def test_every_query_names_its_workspace(record: Record, workspace: Workspace) -> None:
    with statements_sent() as statements, record.open_work(workspace.id) as work:
        here = fill(work)
        for read in READS.values():
            read(work, here)
    assert len(statements) > 100
    assert forgotten(statements) == []


def test_a_query_that_forgot_would_be_noticed() -> None:
    assert forgotten(["SELECT person.id FROM person"])
    assert forgotten(["SELECT a.id FROM person AS a JOIN identity ON a.workspace_id = 1"])
    assert not forgotten(["SELECT a.id FROM person AS a WHERE a.workspace_id = 1"])


def bare_queries(row: type[TenantRow]) -> list[Select[Any]]:
    other = aliased(row)
    return [
        select(row.workspace_id),
        select(other.workspace_id),
        select(func.count()).select_from(row).having(func.count() > 0),
        select(text("1")).where(exists(select(row.workspace_id))),
        select(func.count()).select_from(select(row.workspace_id).subquery()).having(func.count() > 0),
    ]


def test_even_a_bare_query_stays_in_its_workspace(
    sqlite_filled: tuple[Engine, Workspace, Workspace],
) -> None:
    engine, here, there = sqlite_filled
    queries = [query for row in TENANT_ROWS for query in bare_queries(row)]
    with of_workspace(engine, here.id) as session:
        assert [str(query) for query in queries if session.execute(query).first() is None] == []
    with of_workspace(engine, there.id) as session:
        assert [str(query) for query in queries if session.execute(query).first() is not None] == []


def test_a_sweeping_write_stays_in_its_workspace(sqlite_filled: tuple[Engine, Workspace, Workspace]) -> None:
    engine, here, there = sqlite_filled
    with of_workspace(engine, there.id) as session:
        session.execute(update(PersonRow).values(name="gone"))
        session.execute(delete(PersonRow))
    with of_workspace(engine, here.id) as session:
        assert "gone" not in session.scalars(select(PersonRow.name)).all() != []


def test_what_cannot_be_narrowed_is_refused(sqlite_filled: tuple[Engine, Workspace, Workspace]) -> None:
    engine, here, _ = sqlite_filled
    for query in (text("SELECT * FROM person"), select(metadata.tables["person"])):
        with of_workspace(engine, here.id) as session, pytest.raises(PermissionError):
            session.execute(query)


def test_a_new_row_is_stamped_whatever_it_says(sqlite_filled: tuple[Engine, Workspace, Workspace]) -> None:
    engine, here, there = sqlite_filled
    with of_workspace(engine, there.id) as session:
        row = PersonRow(workspace_id=here.id, name="P", name_key="p", is_post=False)
        session.add(row)
        session.flush()
        assert row.workspace_id == there.id


def test_only_a_session_that_says_so_sees_every_workspace(
    sqlite_filled: tuple[Engine, Workspace, Workspace],
) -> None:
    engine, _, _ = sqlite_filled
    with of_no_workspace(engine) as session:
        assert session.scalars(select(PersonRow)).all() != []


@pytest.fixture
def sqlite_filled(sqlite_record: Record, sqlite_url: str) -> Any:
    """An engine on a filled workspace, that workspace, and an empty one."""
    here = sqlite_record.workspaces.of(Platform.SLACK, "T1")
    there = sqlite_record.workspaces.of(Platform.SLACK, "T2")
    with sqlite_record.open_work(here.id) as work:
        fill(work)
    engine = open_engine(sqlite_url)
    yield engine, here, there
    engine.dispose()
