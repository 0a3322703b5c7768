"""Collects everything the record holds on some actions, as entries in nobody's words but their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.conversation import MessageId, ProgressUpdate
from bot.dated import DIGESTS, DatedRecord
from bot.disclosure import Entry, EntryKind
from bot.governance import DecisionState
from bot.instants import local_time
from bot.partnership import Partnership, PersonId
from bot.past import EVER, Recorded, dated_then
from bot.phrases import dates, plan_changes
from bot.phrases import disclosures as say
from bot.phrases import outcomes as outcome_words
from bot.phrases.field_changes import field_lines
from bot.plan import Action, ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.credits import said_by
from bot.services.context.views_held import credit
from bot.services.reports.outcomes import told_of
from bot.timescale import Timescale


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked for: actions of one plan, and where they stand."""

    plan: ActionPlan
    partnership: Partnership
    actions: tuple[Action, ...]


class Gathering:
    """The entries, and by the end of them everybody they name."""

    def __init__(self, work: UnitOfWork, subject: Subject) -> None:
        self._work = work
        self._subject = subject
        self._by_id: dict[ActionId, Action] = {action.id: action for action in subject.actions}
        self.named: set[str] = {lead.name for action in subject.actions for lead in action.leads}

    def entries(self) -> Iterator[Entry]:
        """Every entry, kind by kind."""
        updates = [update for action in self._by_id for update in self._work.updates.history(action)]
        yield from self._messages(updates)
        yield from (self._read(update) for update in updates)
        yield from self._revised(updates)
        yield from self._amended()
        yield from self._more_time()
        yield from self._help()
        yield from self._views()
        yield from self._corrections()
        yield from self._decisions()
        yield from self._asked()
        yield from self._handed_over()
        yield from self._refused()
        yield from self._published()

    def _messages(self, updates: Sequence[ProgressUpdate]) -> Iterator[Entry]:
        """The messages behind the updates, whole, every version."""
        seen: dict[int, list[ProgressUpdate]] = {}
        for update in updates:
            if update.message_id is not None:
                seen.setdefault(update.message_id, []).append(update)
        for behind in seen.values():
            message_id = behind[0].message_id
            if message_id is None:
                continue
            message = self._work.messages.get(message_id)
            refs = ", ".join(dict.fromkeys(self._ref(update.action_id) for update in behind))
            who = self._name(message.author)
            for version in self._work.messages.versions(message_id):
                kind = EntryKind.EDITED if version.is_edit else EntryKind.WRITTEN
                kind = EntryKind.DELETED if version.is_deleted else kind
                words = "" if version.is_deleted else version.text
                yield self._entry(version.at, kind, refs, who, how=say.ROUTES[message.route], words=words)

    def _read(self, update: ProgressUpdate) -> Entry:
        action = self._then(update.action_id, update.settled_at) if update.action_id is not None else None
        changed = [one for one in update.changed if one.field != "reported_at"]
        became = say.STATES[update.state]
        if update.settled_at is not None:
            when = local_time(update.settled_at, self._subject.partnership.zone)
            became += f" by {self._name(update.settled_by)}, {say.instant(when)}"
        told = field_lines(action, changed) if action is not None else []
        return self._entry(
            update.made_at,
            EntryKind.READ,
            self._ref(update.action_id),
            self._said_by(update),
            how="" if update.source.entered_by is not None else say.ROUTES[update.route],
            words=update.words,
            understood=say.understood(update.reading),
            became=": ".join(part for part in (became, "; ".join(told)) if part),
        )

    def _revised(self, updates: Sequence[ProgressUpdate]) -> Iterator[Entry]:
        """What was written of the actions by no update: versions of the document, grants, corrections."""
        by_update = {(update.action_id, update.settled_at) for update in updates}
        for one in self._changes:
            action = self._by_id.get(one.action_id)
            if action is None or (one.action_id, one.at) in by_update:
                continue
            if told := field_lines(self._then(action.id, one.at), one.changed):
                yield self._entry(one.at, EntryKind.REVISED, action.ref, "", became="; ".join(told))

    def _amended(self) -> Iterator[Entry]:
        """What was changed of the plan itself: numbers, wording, leads, by a version or from chat."""
        for action in self._by_id.values():
            for one in self._work.versions.changes_of(action.id):
                if told := plan_changes.revision(one.revision):
                    who, at = self._name(one.version.taken_by), one.version.taken_at
                    yield self._entry(at, EntryKind.REVISED, action.ref, who, became=told)

    def _more_time(self) -> Iterator[Entry]:
        for action in self._by_id.values():
            for one in self._work.extensions.of_action(action.id):
                became = f"{one.state.value}: {_move(one.was, one.wanted)}"
                if one.decided_by is not None:
                    became += f", by {self._name(one.decided_by)}"
                if one.minute_ref:
                    became += f", minute {one.minute_ref}"
                became += f". {one.answer}" if one.answer else ""
                who = self._name(one.asked_by)
                yield self._entry(
                    one.asked_at, EntryKind.MORE_TIME, action.ref, who, words=one.reason, became=became
                )

    def _help(self) -> Iterator[Entry]:
        for one in self._work.helping.of_plans((self._subject.plan.id,)):
            if one.action_id not in self._by_id:
                continue
            became = f"Asked of {one.of}"
            if one.answered_by is not None:
                became += f"; answered by {self._name(one.answered_by)}: {one.answer}"
            became += "" if one.is_open else "; cleared"
            who, ref = self._name(one.asked_by), self._ref(one.action_id)
            yield self._entry(one.asked_at, EntryKind.HELP, ref, who, words=one.words, became=became)

    def _views(self) -> Iterator[Entry]:
        """What members were asked for the people they speak for, and each wording of what they said."""
        for action in self._by_id.values():
            for view in self._work.views.of_action(action.id):
                of = self._name(view.member_id)
                of = f"{of} (speaks for {view.constituency})" if view.constituency else of
                became = f"A view asked of {of}"
                became += "; called off" if view.called_off_at is not None else ""
                asker = self._name(view.asked_by)
                yield self._entry(view.asked_at, EntryKind.VIEW, action.ref, asker, became=became)
                for one in view.wordings:
                    for other in (one.said_by, one.source.entered_by):
                        self._name(other)
                    became = "Taken back" if one.undone_at is not None else ""
                    who = credit(self._work, view, one)
                    yield self._entry(one.at, EntryKind.VIEW, action.ref, who, words=one.words, became=became)

    def _corrections(self) -> Iterator[Entry]:
        for one in self._work.corrections.of_plans((self._subject.plan.id,)):
            if one.action_id in self._by_id:
                who, ref = self._name(one.by), self._ref(one.action_id)
                became = f"First date {_move(one.was, one.now)}"
                yield self._entry(one.at, EntryKind.CORRECTION, ref, who, words=one.reason, became=became)

    def _decisions(self) -> Iterator[Entry]:
        """Decisions that name the actions, or that made them."""
        for one in self._work.decisions.of(self._subject.partnership.id):
            refs = {action.ref.casefold() for action in self._by_id.values()}
            if one.state is DecisionState.RECORDED and (
                one.action_id in self._by_id or one.ref.casefold() in refs or self._is_named_in(one.words)
            ):
                told = [outcome_words.line(told_of(self._work, one))] if one.outcome is not None else []
                told += [f"Minute {one.minute_ref}"] if one.minute_ref and not told else []
                who, ref = self._name(one.recorded_by), one.ref or self._ref(one.action_id)
                became = ". ".join(told)
                yield self._entry(one.made_at, EntryKind.DECISION, ref, who, words=one.words, became=became)

    def _is_named_in(self, words: str) -> bool:
        said = words.casefold().replace(",", " ").replace(";", " ").split()
        return any(
            action.ref.casefold() in (word.strip(".:()") for word in said) for action in self._by_id.values()
        )

    def _asked(self) -> Iterator[Entry]:
        """Whom the rounds asked and reminded of the actions, and what was asked for between them."""
        for one in self._work.prompts.of_plan(self._subject.plan.id):
            refs = ", ".join(self._by_id[item].ref for item in one.items if item in self._by_id)
            if refs:
                told = say.asked(one, self._name(one.deputy_id))
                yield self._entry(one.made_at, EntryKind.ASKED, refs, self._name(one.person_id), became=told)
        for action in self._by_id.values():
            for at, by in self._work.audit.asked_now(self._subject.partnership.id, action.id):
                yield self._entry(at, EntryKind.ASKED, action.ref, self._name(by), became=say.asked_now())

    def _handed_over(self) -> Iterator[Entry]:
        for action in self._by_id.values():
            for one in self._work.handovers.of_action(action.id):
                became = say.handed_over(self._name(one.from_id), self._name(one.to_id))
                yield self._entry(
                    one.at, EntryKind.HANDED_OVER, action.ref, self._name(one.by), became=became
                )

    def _refused(self) -> Iterator[Entry]:
        """What somebody was not allowed to do, with their words where they used any."""
        for one in self._work.audit.refusals(self._subject.partnership.id, EVER):
            if one.action_id not in self._by_id:
                continue
            words = self._first_words(one.message_id)
            ref, who = self._ref(one.action_id), self._name(one.actor)
            yield self._entry(one.at, EntryKind.REFUSED, ref, who, words=words, became=say.refused(one.act))

    def _first_words(self, message_id: int | None) -> str:
        """A message as first written; nothing where there was none, or retention has forgotten it."""
        versions = self._work.messages.versions(MessageId(message_id)) if message_id is not None else ()
        return versions[0].text if versions else ""

    def _published(self) -> Iterator[Entry]:
        for record in self._work.records.since(self._subject.partnership.id, EVER):
            stood = _refs_in(record, self._by_id)
            if not stood:
                continue
            kind = EntryKind.DIGEST if record.kind in DIGESTS else EntryKind.PACK
            yield self._entry(record.as_at, kind, ", ".join(stood), "", became=f"No. {record.number}")
            for erratum in self._work.records.errata(record.id):
                if action := self._by_id.get(erratum.action_id):
                    told = "; ".join(field_lines(self._then(action.id, erratum.at), erratum.changed))
                    became = f"No. {record.number}: {told}"
                    yield self._entry(erratum.at, EntryKind.ERRATUM, action.ref, "", became=became)

    @cached_property
    def _changes(self) -> tuple[Recorded, ...]:
        return self._work.plans.past(self._subject.plan.id, EVER).changes

    def _then(self, action_id: ActionId, at: datetime | None) -> Action:
        """The action with the dates it had at an instant."""
        action = self._by_id[action_id]
        return action if at is None else dated_then(action, self._changes, at)

    def _ref(self, action_id: ActionId | None) -> str:
        return self._by_id[action_id].ref if action_id is not None else ""

    def _name(self, person_id: PersonId | None) -> str:
        if person_id is None:
            return ""
        name = self._work.people.get(person_id).name
        self.named.add(name)
        return name

    def _said_by(self, update: ProgressUpdate) -> str:
        """Whose word it is; a deputy, and whoever entered it for somebody else, are named as well."""
        for other in (update.person_id, update.source.on_behalf_of, update.source.entered_by):
            self._name(other)
        return said_by(self._work, update)

    def _entry(self, at: datetime, kind: EntryKind, ref: str, who: str, **more: str) -> Entry:
        return Entry(local_time(at, self._subject.partnership.zone), kind, ref, who, **more)


def _refs_in(record: DatedRecord, wanted: dict[ActionId, Action]) -> list[str]:
    """The numbers under which a digest or pack spoke of the actions, as they were then."""
    return [one.action.ref for one in record.facts.assessed if one.action.id in wanted]


def _move(was: Timescale | None, now: Timescale) -> str:
    return f"{dates.timescale(was) if was else 'none'} → {dates.timescale(now)}"
