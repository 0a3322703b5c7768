"""Papers for a meeting: from its frozen pack, or as a draft of how things stand; each one is on record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.changes import AuditEvent, Verb
from bot.dated import DatedRecord
from bot.errata import last_of_each
from bot.errors import PaperUnmade
from bot.exporting.compose import AsAt, compose
from bot.exporting.table import PlanTable
from bot.instants import local_time
from bot.pack import Pack
from bot.pack_narrowed import only_of
from bot.papers.exception import exception
from bot.papers.facts import PaperFacts
from bot.papers.final import final
from bot.papers.heading import CLASSIFIED, paper
from bot.papers.highlight import highlight
from bot.papers.paper import FOR_MEETINGS, Paper, PaperKind
from bot.papers.year_on import year_on
from bot.partnership import Meeting, Partnership, PartnershipId, Person
from bot.past import as_known
from bot.permissions import check_can_make_paper
from bot.phrases import errata as errata_words
from bot.phrases import papers as say
from bot.plan import ActionPlan, PlanId
from bot.ports import UnitOfWork
from bot.rounds import silent_before
from bot.services.context.standings import rounds_of
from bot.services.reports.looking_back import look_back
from bot.services.reports.packs import freezes_at, gather
from bot.services.reports.past_colours import past_colours


@dataclass(frozen=True, slots=True)
class Made:
    """A paper for a writer, and of a tracker its table; `name` is for its file, without an ending, `subject`
    what it is of, for the record. `since` is the day a look back begins on."""

    paper: Paper
    name: str
    partnership_id: PartnershipId
    subject: str
    as_at: datetime
    table: PlanTable | None = None
    since: date | None = None


def make(
    work: UnitOfWork,
    partnership: Partnership,
    person: Person | None,
    meeting: Meeting,
    kind: PaperKind,
    plan_id: PlanId | None = None,
    since: date | None = None,
) -> Made:
    """The paper of this meeting, of one plan or of all that go to it. Writes nothing: it takes a while to
    turn it into a file, and no record is held open for that.

    `person` is None at the terminal, where whoever runs the program acts for the board officer. `since` is
    for a year-on report alone, which looks back on the last anniversary unless it is given. Raises
    `NotAllowed`, or `PaperUnmade` where nothing goes to the meeting.
    """
    if person is not None:
        check_can_make_paper(person, partnership, work.people.get)
    if kind not in FOR_MEETINGS:
        raise PaperUnmade(say.ONLY_WHEN_CLOSED)
    if since is not None and kind is not PaperKind.YEAR_ON:
        raise PaperUnmade(say.SINCE_IS_YEAR_ON)
    facts = _facts(work, partnership, meeting, plan_id)
    name, subject, as_at = _file_name(facts.pack, kind), f"meeting:{meeting.id}", facts.pack.as_at
    if kind is PaperKind.YEAR_ON:
        back = look_back(work, partnership, facts.pack, since)
        past = past_colours(work, partnership, facts.pack, back.at)
        paper_made = year_on(replace(facts, history=past), back)
        return Made(paper_made, name, partnership.id, subject, as_at, since=back.since)
    made, table = _composed(work, partnership, facts, kind)
    return Made(made, name, partnership.id, subject, as_at, table)


def make_final(work: UnitOfWork, person: Person, record: DatedRecord) -> Made:
    """The final report of a plan that was closed, from the pack frozen then. Writes nothing. Raises
    `NotAllowed`."""
    partnership = work.partnerships.get(record.partnership_id)
    check_can_make_paper(person, partnership, work.people.get)
    pack = record.facts
    if not isinstance(pack, Pack):
        raise PaperUnmade(say.ONLY_WHEN_CLOSED)
    facts = PaperFacts(
        pack=pack,
        zone=partnership.zone,
        themes=tuple((one.id, theme) for one in pack.plans for theme in work.plans.get(one.id).themes),
        errata=_errata(work, record, pack),
        officers=tuple(work.people.get(one).name for one in partnership.officers),
        history=past_colours(work, partnership, pack),
    )
    name = _file_name(pack, PaperKind.FINAL)
    return Made(final(facts), name, partnership.id, f"record:{record.id}", pack.as_at)


def put_on_record(work: UnitOfWork, made: Made, person: Person | None) -> None:
    """Note that a paper leaves, before it does. The right is asked again: time has passed."""
    if person is not None:
        partnership = work.partnerships.get(made.partnership_id)
        check_can_make_paper(person, partnership, work.people.get)
    event = AuditEvent(
        made.partnership_id,
        Verb.PAPER_MADE,
        person.id if person else None,
        made.subject,
        {
            "kind": made.paper.kind.value,
            "number": made.paper.number,
            "as_at": made.as_at.isoformat(),
            **({"since": made.since.isoformat()} if made.since is not None else {}),
        },
    )
    work.audit.append(event, work.now)


def _facts(
    work: UnitOfWork, partnership: Partnership, meeting: Meeting, plan_id: PlanId | None
) -> PaperFacts:
    record = work.records.of_meeting(meeting.id)
    if record is not None and isinstance(record.facts, Pack):
        pack = record.facts
    else:
        pack = gather(work, partnership, meeting, work.now)
        pack = replace(pack, audit_head=work.audit.head(partnership.id))
    if not pack.plans:
        raise PaperUnmade(say.no_plan(meeting.body))
    if plan_id is not None:
        if plan_id not in {plan.id for plan in pack.plans}:
            raise PaperUnmade(say.other_plan(work.plans.get(plan_id).title, meeting.body))
        pack = only_of(pack, {plan_id})
    frozen_at = freezes_at(meeting, partnership)
    return PaperFacts(
        pack=pack,
        zone=partnership.zone,
        themes=tuple((one.id, theme) for one in pack.plans for theme in work.plans.get(one.id).themes),
        errata=_errata(work, record, pack) if record is not None else (),
        officers=tuple(work.people.get(one).name for one in partnership.officers),
        freezes_at=local_time(frozen_at, partnership.zone) if frozen_at else None,
    )


def _errata(work: UnitOfWork, record: DatedRecord, pack: Pack) -> tuple[str, ...]:
    """What was corrected about the pack since it was frozen; the pack itself stays as it was."""
    return tuple(
        errata_words.line(record.number, shown.ref, one.changed)
        for one in last_of_each(work.records.errata(record.id))
        if (shown := pack.action(one.action_id)) is not None
    )


def _composed(
    work: UnitOfWork, partnership: Partnership, facts: PaperFacts, kind: PaperKind
) -> tuple[Paper, PlanTable | None]:
    if kind is PaperKind.HIGHLIGHT:
        past = past_colours(work, partnership, facts.pack)
        return highlight(replace(facts, history=past)), None
    if kind is PaperKind.EXCEPTION:
        return exception(facts), None
    plans = facts.pack.plans
    if len(plans) > 1:
        raise PaperUnmade(say.which_plan([plan.title for plan in plans]))
    stamped = paper(facts, kind, (), "", ())
    return stamped, _tracker(work, partnership, facts, stamped)


def _tracker(work: UnitOfWork, partnership: Partnership, facts: PaperFacts, stamped: Paper) -> PlanTable:
    """The plan in its own columns, as it was known when the pack was frozen."""
    at = facts.pack.as_at
    plan = work.plans.get(facts.pack.plans[0].id)
    was = as_known(plan, work.plans.past(plan.id, at))
    before = silent_before(
        rounds_of(work, partnership, at), at, plan.asked_since(at), partnership.rhythm.grace_rounds
    )
    table = compose(
        was,
        AsAt(local_time(at, partnership.zone), before),
        classification=_marking(plan),
        chain_head=facts.pack.audit_head,
    )
    return replace(table, notes=(f"{stamped.meeting}. {stamped.stamp}.", *stamped.standing, *table.notes))


def _marking(plan: ActionPlan) -> str:
    """A restricted plan says so, beside whatever marking its own document has."""
    if not plan.is_restricted:
        return plan.marking
    word = CLASSIFIED[plan.classification]
    return f"{word}, {plan.marking}" if plan.marking and plan.marking.casefold() != word.casefold() else word


def _file_name(pack: Pack, kind: PaperKind) -> str:
    """ "larkmere-plan-board-2026-10-14-highlight"."""
    said = f"{pack.name} {pack.meeting.body} {pack.meeting.on.end.isoformat()} {kind.value}".casefold()
    plain = "".join(mark if mark.isascii() and mark.isalnum() else " " for mark in said)
    return "-".join(plain.split())[-100:]


def stamped(work: UnitOfWork, partnership: Partnership, meeting: Meeting, kind: PaperKind) -> Paper:
    """What a paper of this meeting is called and stamped with, without what stands in it."""
    return paper(_facts(work, partnership, meeting, None), kind, (), "", ())
