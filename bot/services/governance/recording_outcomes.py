"""A board's outcome is put on record, in words or by form, and what it agreed is done with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.arising import Arising, recorded_as
from bot.asks import A_RENEWAL, A_REPORT, LATE, MORE_TIME, REPORTED_DONE, Outcome, Result, result_in
from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.governance import Decision, DecisionKind, DecisionState, ExtensionState
from bot.language.dates import read_timescale
from bot.language.dates.reckoning import Direction
from bot.language.reading import Conventions
from bot.minute_refs import without_minute
from bot.partnership import Meeting, Partnership, Person
from bot.patient_data import holds_nhs_number
from bot.permissions import check_can_record
from bot.phrases import forms
from bot.phrases import outcomes as say
from bot.plan import Action, ActionStatus
from bot.ports import UnitOfWork
from bot.services.arrangements.boards import settle
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.governance.standing_orders import accept_claim
from bot.services.reports.outcomes import asked_at, held, matter_of, told_of
from bot.services.updates import deciding_time
from bot.services.updates.more_time import pending

_SETTLES = {A_RENEWAL: (Result.AGREED, Result.REFUSED), A_REPORT: (Result.NOTED, Result.AGREED)}
"""The results that deal with an item of the forward plan; a comment on what is to come does not."""


def on_outcome(ordered: Ordered) -> Card:
    """ "outcome of 2.7a: agreed at the Board 3 Sept, minute 5.2": read back before it is recorded."""
    work, place = ordered.work, ordered.place()
    check_can_record(ordered.person, place.partnership, work.people.get)
    words, minute = without_minute(ordered.order.words)
    found = result_in(words)
    if found is None:
        raise NotFound("what became of it: agreed, not agreed, commented on, noted, or held over")
    result, rest = found
    meeting, note = _meeting_in(work, place.partnership, rest)
    if isinstance(meeting, str):
        return say.no_such_meeting(meeting)
    outcome = Outcome(_about(work, place, meeting, result), result)
    draft = _draft(work, ordered.person, place.partnership, meeting, outcome, place.action, note, minute)
    matter = recorded_as(matter_of(outcome, place.action), draft)
    return say.read_back(matter, draft, meeting, say.consequence(matter) if _acts(work, draft) else "")


def _about(work: UnitOfWork, place: Place, meeting: Meeting | None, result: Result) -> str:
    """What the meeting was asked about the action; without a pack of it, what waits to be decided now."""
    asked = asked_at(work, meeting) if meeting is not None else ()
    about = [one.about for matter, one in asked if place.action.id in matter.actions]
    kinds = [one for one in about if (one == LATE) == (result is Result.NOTED)] or about
    if kinds:
        return kinds[0]
    if pending(work, place.action.id) is not None:
        return MORE_TIME
    return REPORTED_DONE if place.action.status is ActionStatus.CLAIMED_DONE else ""


_AT = re.compile(
    r"(?P<before>.*?)\s*\b(?:at|by)\s+"
    r"(?P<where>(?:the\s+)?[\w' -]*?(?:board|committee|meeting|group|forum|cabinet|executive|panel)\b)?"
    r"\s*(?:(?:meeting|of|on)\s+)*(?P<day>[\w ]*\d[\w ]*)?(?P<after>.*)$",
    re.IGNORECASE,
)


def _meeting_in(work: UnitOfWork, partnership: Partnership, words: str) -> tuple[Meeting | str | None, str]:
    """The meeting the words name, the last one if they name none, and the words without it; the words
    themselves where they name a meeting that was not held."""
    today = today_of(work, partnership)
    known = [one for one in work.meetings.of(partnership.id) if one.on.start <= today]
    found = _AT.fullmatch(words)
    if found is None or not (found["where"] or found["day"]):
        return (known[-1] if known else None), words
    note = " ".join(f"{found['before']} {found['after']}".split()).strip(" ,;:.–-")
    body = " ".join((found["where"] or "").casefold().removeprefix("the ").split())
    on = _day(found["day"] or "", today)
    named = [one for one in known if not body or body in one.body.casefold() or body in ("board", "meeting")]
    held = [one for one in named if on is None or one.on.start <= on <= one.on.end]
    return (held[-1] if held else f"{found['where'] or ''} {found['day'] or ''}".strip()), note


def _day(words: str, today: date) -> date | None:
    read = read_timescale(words, today, Conventions(), Direction.PAST) if words else None
    return None if read is None else read.end


def _draft(
    work: UnitOfWork,
    person: Person,
    partnership: Partnership,
    meeting: Meeting | None,
    outcome: Outcome,
    action: Action | None,
    words: str,
    minute: str,
) -> Decision:
    return work.decisions.add(
        partnership.id,
        DecisionKind.OUTCOME,
        words,
        person.id,
        work.now,
        plan_id=action.plan_id if action else None,
        meeting_id=meeting.id if meeting else None,
        minute_ref=minute,
        action_id=action.id if action else None,
        outcome=outcome,
    )


def put_on_record(work: UnitOfWork, person: Person, draft: Decision) -> Card:
    """Record an outcome, and do what the board agreed: more time is granted or refused, a "done" accepted, an
    item of the forward plan dealt with. Every right for that is checked too."""
    partnership = work.partnerships.get(draft.partnership_id)
    check_can_record(person, partnership, work.people.get)
    kept = work.decisions.settle(draft.id, DecisionState.RECORDED, draft.action_id)
    _act(work, person, partnership, kept)
    values: dict[str, object] = {
        "kind": kept.kind.value,
        "meeting": kept.meeting_id,
        "minute": kept.minute_ref,
        "action": kept.action_id,
        "about": kept.outcome.about if kept.outcome else "",
        "result": kept.outcome.result.value if kept.outcome else "",
    }
    event = AuditEvent(
        partnership.id, Verb.DECISION_RECORDED, person.id, f"decision:{kept.id}", values, words=kept.words
    )
    work.audit.append(event, work.now)
    meeting = held(work, partnership, kept.meeting_id)
    return say.recorded(told_of(work, kept), kept, meeting)


def _acts(work: UnitOfWork, decision: Decision) -> bool:
    """Whether there is still something to do about what the board agreed."""
    if decision.action_id is None or decision.outcome is None:
        return False
    if decision.outcome.about == MORE_TIME:
        return pending(work, decision.action_id) is not None
    return place_of(work, decision.action_id).action.status is ActionStatus.CLAIMED_DONE


def _act(work: UnitOfWork, person: Person, partnership: Partnership, kept: Decision) -> None:
    outcome = kept.outcome
    if outcome is None:
        return
    if outcome.item is not None and outcome.result in _SETTLES.get(outcome.about, ()):
        is_open = any(
            one.id == outcome.item and one.settled_on is None for one in work.boards.forward(partnership.id)
        )
        if is_open:
            settle(work, person.id, partnership, outcome.item)
    if kept.action_id is None or not _acts(work, kept):
        return
    if outcome.about == REPORTED_DONE and outcome.result is Result.AGREED:
        accept_claim(work, person, place_of(work, kept.action_id))
    request = pending(work, kept.action_id)
    if outcome.about != MORE_TIME or request is None or request.state is not ExtensionState.PENDING:
        return
    at, minute, words = kept.meeting_id, kept.minute_ref, kept.words
    if outcome.result is Result.AGREED:
        deciding_time.grant(work, person, request, answer=words, meeting_id=at, minute_ref=minute)
    if outcome.result is Result.REFUSED:
        deciding_time.refuse(work, person, request, words, meeting_id=at, minute_ref=minute)


def _chosen(
    work: UnitOfWork, person: Person, target: Target
) -> tuple[Partnership, Meeting, Arising, Outcome]:
    if target.meeting is None or target.choice is None:
        raise NotFound("the ask this was for")
    meeting = work.meetings.get(target.meeting)
    partnership = work.partnerships.get(meeting.partnership_id)
    check_can_record(person, partnership, work.people.get)
    asked = asked_at(work, meeting)
    if not 0 <= target.choice < len(asked):
        raise NotFound("the ask this was for")
    return partnership, meeting, *asked[target.choice]


def on_record_outcome(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form of one ask."""
    _, meeting, matter, _ = _chosen(work, person, target)
    return say.form(matter, meeting, f"meeting:{meeting.id} choice:{target.choice}")


def save_outcome(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Record what the form says."""
    partnership, meeting, matter, about = _chosen(work, person, target)
    words, minute = (" ".join(answers.get(name, "").split()) for name in ("words", "minute"))
    if holds_nhs_number(words):
        return FormErrors({"words": forms.patient_data()})
    if answers.get("result") not in set(Result):
        return FormErrors({"result": say.which_result()})
    outcome = replace(about, result=Result(answers["result"]))
    action = place_of(work, matter.action_id).action if matter.action_id is not None else None
    draft = _draft(work, person, partnership, meeting, outcome, action, words, minute)
    return Answer(put_on_record(work, person, draft), Placement.PRIVATE)
