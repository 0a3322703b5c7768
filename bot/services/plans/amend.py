"""Orders that change the plan itself: each is read back first, or goes to the officers as a proposal."""

from __future__ import annotations

from dataclasses import replace

from bot.amending import (
    Amendment,
    AmendmentKind,
    AmendmentState,
    KeptAmendment,
    Part,
    new_refs,
    title_field,
)
from bot.amending_words import next_number, parts_in
from bot.capturing import agreed_in
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import Partnership, Person
from bot.permissions import can_amend, can_propose_amendment, check_can_amend, check_can_propose_amendment
from bot.phrases import amendments as say
from bot.phrases import amendments_told, amendments_unclear, captured, notices
from bot.plan import ActionPlan, PlanState, Theme
from bot.ports import UnitOfWork
from bot.services.context.filled_forms import dates_in
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place
from bot.services.context.standings import today_of
from bot.services.context.view import context_of
from bot.services.plans.amendment_people import all_named, new_here
from bot.timescale import Timescale
from bot.versions.amended import taking_of
from bot.workstreams import meant, names_in


def on_add(ordered: Ordered) -> Card:
    """ "add 4.6 Map respite beds, lead S Okoro, by March 2027, theme 4"."""
    plan, partnership = _whose(ordered)
    said = agreed_in(ordered.order.words)
    if not said.words:
        return captured.nothing_said()
    theme = theme_meant(plan, said.theme) if said.theme else None
    if said.theme and theme is None:
        return amendments_unclear.no_such_theme(said.theme, _themes(plan))
    due = due_in(ordered, partnership, said.when)
    if isinstance(due, str):
        return notices.plain(due)
    ref = ordered.order.ref or next_number(plan, theme)
    lead = all_named(ordered.work, said.lead)
    theme = theme if theme is not None else _theme_of_number(plan, ref)
    part = Part(ref, said.words, said.outcome, theme, lead, due, _as_written(plan, said.workstream))
    title = f"{theme} {_themes(plan)[theme]}" if theme is not None else ""
    return _offer(ordered, plan, partnership, Amendment(AmendmentKind.ADD, parts=(part,), now=title))


def _as_written(plan: ActionPlan, workstream: str) -> str:
    """The workstream these words mean in the plan, else a new one of this name."""
    return meant(workstream, names_in([plan])) or workstream


def _theme_of_number(plan: ActionPlan, ref: str) -> str | None:
    """The theme its neighbours of one stem stand under: 4.6 stands with 4.5."""
    stem = ref.rpartition(".")[0]
    beside = [one.theme_ref for one in plan.actions if stem and one.ref.rpartition(".")[0] == stem]
    known = {theme for theme in beside if theme is not None and theme in _themes(plan)}
    return known.pop() if len(known) == 1 else None


def on_split(ordered: Ordered) -> Card:
    """ "split 2.7 into 2.7a letters to GPs; 2.7b the mailbox, lead J Tranter"."""
    place = ordered.place()
    parts = parts_in(place.plan, place.action.ref, ordered.order.words)
    if len({part.ref.casefold() for part in parts}) < max(len(parts), 2):
        return amendments_unclear.one_part(place.action.ref)
    parts = tuple(replace(part, leads=all_named(ordered.work, "".join(part.leads))) for part in parts)
    return of_action(ordered, place, Amendment(AmendmentKind.SPLIT, parts=parts))


def on_merge(ordered: Ordered) -> Card:
    """ "merge 3.1 into 3.2"."""
    place, into = ordered.place(), ordered.place(ordered.order.other)
    if ordered.order.when in ("and", "with"):
        return amendments_unclear.several_numbers(place.action.ref, into.action.ref)
    if into.plan.id != place.plan.id:
        raise NotFound(f"{into.action.ref} in the plan of {place.action.ref}")
    if into.action.id == place.action.id:
        return amendments_unclear.several_numbers(place.action.ref, "another")
    known = {lead.person_id for lead in into.action.leads}
    joining = tuple(lead.name for lead in place.action.leads if lead.person_id not in known)
    return of_action(ordered, place, Amendment(AmendmentKind.MERGE, other=into.action.ref, leads=joining))


def on_renumber(ordered: Ordered) -> Card:
    """ "renumber 1.4 to 1.5"."""
    return of_action(ordered, ordered.place(), Amendment(AmendmentKind.RENUMBER, other=ordered.order.other))


def on_reword(ordered: Ordered) -> Card:
    """ "reword 2.7: Letters to GPs within a day", "correct the outcome of 2.7 to …"."""
    place, order = ordered.place(), ordered.order
    field = say.FIELDS[order.other.casefold()]
    field = title_field(place.action) if field == "text" else field
    was = str(getattr(place.action, field))
    is_correction = True if order.when or place.plan.state is PlanState.DRAFT else None
    now = order.words.strip(" \"“”'")
    draft = Amendment(AmendmentKind.WORDS, field=field, was=was, now=now, is_correction=is_correction)
    return of_action(ordered, place, draft)


def on_to_theme(ordered: Ordered) -> Card:
    """ "move 2.7 to theme 4"."""
    place = ordered.place()
    theme = theme_meant(place.plan, ordered.order.other)
    if theme is None:
        return amendments_unclear.no_such_theme(ordered.order.other, _themes(place.plan))
    draft = Amendment(AmendmentKind.THEME, was=place.action.theme_ref or "", now=theme)
    return of_action(ordered, place, draft)


def on_set_agreed(ordered: Ordered) -> Card:
    """ "set the agreed date of 2.7 to March 2027": only more time, or a correction, does."""
    return amendments_unclear.agreed_date(ordered.place().action, ordered.order.when)


def on_heading(ordered: Ordered) -> Card:
    """ "reword theme 4: Staff and training": its number, and what stands under it, stay."""
    plan, partnership = _whose(ordered)
    theme = theme_meant(plan, ordered.order.other)
    if theme is None:
        return amendments_unclear.no_such_theme(ordered.order.other, _themes(plan))
    now = ordered.order.words.strip(" \"“”'")
    was = next(one.title for one in plan.themes if one.ref == theme)
    draft = Amendment(AmendmentKind.HEADING, ref=theme, was=was, now=now)
    return _offer(ordered, plan, partnership, draft)


def of_action(ordered: Ordered, place: Place, amendment: Amendment) -> Card:
    """What one action is to become, read back."""
    about = replace(amendment, action_id=place.action.id, ref=place.action.ref)
    return _offer(ordered, place.plan, place.partnership, about)


def _offer(ordered: Ordered, plan: ActionPlan, partnership: Partnership, amendment: Amendment) -> Card:
    """Keep it and read it back; from whoever may not change the plan it goes to the officers."""
    work, person = ordered.work, ordered.person
    check_can_propose_amendment(person, plan, partnership, work.people.get)
    taken = next((ref for ref in new_refs(amendment) if plan.action(ref) is not None), None)
    if taken is not None:
        return captured.number_taken(taken)
    taking = taking_of(plan, amendment)
    if taking.is_empty:
        return say.already_so(amendment)
    is_own = can_amend(person, partnership)
    state = AmendmentState.DRAFT if is_own else AmendmentState.PROPOSED
    kept = work.amendments.add(plan.id, person.id, amendment, state, work.now)
    audit(work, partnership, Verb.AMENDMENT_DRAFTED if is_own else Verb.AMENDMENT_PROPOSED, person, kept)
    if is_own:
        return read_back(work, kept)
    return amendments_told.proposed(amendment, _pass_on(work, partnership, kept))


def _pass_on(work: UnitOfWork, partnership: Partnership, kept: KeptAmendment) -> list[str]:
    """Owe the officers the proposal; the names of those who can be reached."""
    reached = []
    for officer in map(work.people.get, partnership.officers):
        if officer.external_id is None or not officer.is_active:
            continue
        reached.append(officer.name)
        subject: dict[str, object] = {"say": "amendment_proposed", "amendment": int(kept.id)}
        notify(work, partnership, officer, f"amendment:{kept.id}:proposed:{officer.id}", subject)
    return reached


def read_back(work: UnitOfWork, kept: KeptAmendment) -> Card:
    """What would be saved, to whoever may save it."""
    is_proposal = kept.state is AmendmentState.PROPOSED
    by = work.people.get(kept.by).name if is_proposal else ""
    return say.read_back(kept.amendment, f"amendment:{kept.id}", new_here(work, kept.amendment), by)


def due_in(ordered: Ordered, partnership: Partnership, words: str) -> Timescale | str | None:
    """The one date the words name; what to say where they name none, or several."""
    if not words:
        return None
    context = context_of(ordered.work, ordered.view, ordered.person, ())
    found = dates_in(words, today_of(ordered.work, partnership), context)
    return found[0] if len(found) == 1 else captured.no_date(words)


def _whose(ordered: Ordered) -> tuple[ActionPlan, Partnership]:
    """The plan in view that this person runs, else one they may propose for. Raises `NotAllowed`."""
    if not ordered.view.plans:
        raise NotFound("a plan of yours")
    for plan, partnership in ordered.view.plans:
        if can_amend(ordered.person, partnership):
            return plan, partnership
    for plan, partnership in ordered.view.plans:
        if can_propose_amendment(ordered.person, plan, partnership):
            return plan, partnership
    plan, partnership = ordered.view.plans[0]
    check_can_amend(ordered.person, partnership, ordered.work.people.get)
    return plan, partnership


def _themes(plan: ActionPlan) -> dict[str, str]:
    """The headings by their numbers; one that is printed with its number, without it."""
    return {theme.ref: _unnumbered(theme) for theme in plan.themes}


def _unnumbered(theme: Theme) -> str:
    return theme.title.removeprefix(theme.ref).lstrip(" .:)–-") or theme.title


def theme_meant(plan: ActionPlan, words: str) -> str | None:
    """The theme people mean by "4", "4.0", "Respite", or "4 Respite"."""
    wanted = words.casefold().strip(" .")
    for theme in plan.themes:
        ref, title = theme.ref.casefold(), _unnumbered(theme).casefold()
        if wanted in (ref, ref.removesuffix(".0"), title, f"{ref} {title}", theme.title.casefold()):
            return theme.ref
    return None


def audit(
    work: UnitOfWork,
    partnership: Partnership,
    verb: Verb,
    person: Person,
    kept: KeptAmendment,
    **values: object,
) -> None:
    """Put it on record, without anybody's words."""
    one = kept.amendment
    subject = f"action:{one.action_id}" if one.action_id is not None else f"plan:{kept.plan_id}"
    held: dict[str, object] = {"amendment": int(kept.id), "kind": one.kind.value, **values}
    words = " ".join((one.now, *(part.text for part in one.parts))).strip() or None
    work.audit.append(AuditEvent(partnership.id, verb, person.id, subject, held, words=words), work.now)
