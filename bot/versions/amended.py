"""What an amendment does to a plan, and what undoing it does: the same revisions that a later version of
the plan's document brings about, so that both are written, told and remembered in one way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.amending import Amendment, AmendmentKind, Part, lead_words, roles_of, still_holds, title_field
from bot.changes import Stored
from bot.draft import DraftAction
from bot.errors import ActionChanged, NotFound
from bot.fields import FIELDS, changes_between, stored_field
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.updating import withdrawn
from bot.versions.taking import ChangeKind, Revision, Taking
from bot.waiting import Waiting

ADDED_BY_MISTAKE = "taken back"
"""Why an action that was added and undone is withdrawn."""


def was_taken_back(action: Action) -> bool:
    """Whether an action was added and then undone: it never became part of the plan."""
    return action.status is ActionStatus.WITHDRAWN and action.status_reason == ADDED_BY_MISTAKE


def taking_of(plan: ActionPlan, amendment: Amendment) -> Taking:
    """What saving the amendment does. Raises `NotFound` for an action that is gone."""
    return _DECIDED[amendment.kind](plan, amendment)


def _added(plan: ActionPlan, amendment: Amendment) -> Taking:
    (part,) = amendment.parts
    new = DraftAction(
        ref=part.ref, theme=part.theme, recommendation="", text=part.text, leads=part.leads,
        timescale=part.due, status=ActionStatus.NOT_STARTED, status_text="", rag=None, comments="",
        outcome=part.outcome, row=0, workstream=part.workstream,
    )  # fmt: skip
    return _taking(plan, (), (new,), behind=_last_of_theme(plan, part.theme))


def _split(plan: ActionPlan, amendment: Amendment) -> Taking:
    """The first part is the action itself, with its history; the others take its dates, its leads and its
    standing with them, so that no slippage is lost by splitting."""
    whole = _action(plan, amendment.action_id)
    first, *rest = amendment.parts
    found = [Revision(whole.id, "ref", ChangeKind.SPLIT, whole.ref, first.ref)]
    if first.text and first.text != whole.title:
        found.append(Revision(whole.id, title_field(whole), ChangeKind.SPLIT, whole.title, first.text))
    found += _following(plan, whole.ref, first.ref)
    new = tuple(_part(whole, part) for part in rest)
    return replace(_taking(plan, found, new, behind=whole.id), came_from=whole.ref)


def _part(whole: Action, part: Part) -> DraftAction:
    names = [name for name, _ in roles_of(lead_words(whole.leads))]
    return DraftAction(
        ref=part.ref, theme=whole.theme_ref, recommendation=whole.recommendation,
        text=part.text or whole.text, leads=part.leads or tuple(names), timescale=whole.approved_due,
        status=whole.status, status_text=whole.status_text, rag=whole.rag, comments="",
        outcome=part.outcome or whole.outcome, row=0, forecast=whole.forecast_due,
        original=whole.baseline_due, agreed=whole.approved_due,
        workstream=part.workstream or whole.workstream,
    )  # fmt: skip


def _merged(plan: ActionPlan, amendment: Amendment) -> Taking:
    """The one is withdrawn and names the other, which its leads join as supporting leads."""
    one = _action(plan, amendment.action_id)
    into = plan.action(amendment.other)
    if into is None:
        raise NotFound(amendment.other)
    after = replace(withdrawn(one, f"part of {into.ref}"), superseded_by=into.ref)
    found = [
        Revision(one.id, change.field, ChangeKind.MERGED, change.was, change.now)
        for change in changes_between(one, after)
    ]
    leads, known = lead_words(into.leads), {lead.person_id for lead in into.leads}
    joining = tuple(lead.name for lead in one.leads if lead.person_id not in known)
    if joining:
        found.append(Revision(into.id, "leads", ChangeKind.MERGED, [*leads], [*leads, *joining]))
    waiting = [action for action in plan.actions if action.id != into.id]
    found += _following(replace(plan, actions=tuple(waiting)), one.ref, into.ref)
    return _taking(plan, found)


def _renumbered(plan: ActionPlan, amendment: Amendment) -> Taking:
    action = _action(plan, amendment.action_id)
    found = [Revision(action.id, "ref", ChangeKind.REVISED, action.ref, amendment.other)]
    return _taking(plan, [*found, *_following(plan, action.ref, amendment.other)])


def _following(plan: ActionPlan, was: str, now: str) -> list[Revision]:
    """Whatever waits for an action, or was replaced by it, follows its number."""
    found = []
    for action in plan.actions:
        waiting = action.waiting_for
        if waiting is not None and was in waiting.refs:
            names = ", ".join(dict.fromkeys(now if ref == was else ref for ref in waiting.refs))
            after = Waiting(waiting.on, names).stored()
            found.append(Revision(action.id, "waiting_for", ChangeKind.REVISED, waiting.stored(), after))
        if action.superseded_by == was:
            found.append(Revision(action.id, "superseded_by", ChangeKind.REVISED, was, now))
    return found


def _led(plan: ActionPlan, amendment: Amendment) -> Taking:
    action = _action(plan, amendment.action_id)
    was = lead_words(action.leads)
    found = [Revision(action.id, "leads", ChangeKind.REVISED, [*was], [*amendment.leads])]
    return _taking(plan, found if was != amendment.leads else ())


def _worded(plan: ActionPlan, amendment: Amendment) -> Taking:
    action = _action(plan, amendment.action_id)
    kind = ChangeKind.CORRECTION if amendment.is_correction else ChangeKind.REVISED
    was = str(getattr(action, amendment.field))
    found = [Revision(action.id, amendment.field, kind, was, amendment.now)]
    return _taking(plan, found if was != amendment.now else ())


def _moved(plan: ActionPlan, amendment: Amendment) -> Taking:
    action = _action(plan, amendment.action_id)
    found = [Revision(action.id, "theme_ref", ChangeKind.REVISED, action.theme_ref, amendment.now)]
    if action.theme_ref == amendment.now:
        return _taking(plan, ())
    order = [one.id for one in plan.actions if one.id != action.id]
    behind = _last_of_theme(plan, amendment.now)
    order.insert(order.index(behind) + 1 if behind is not None else len(order), action.id)
    return replace(_taking(plan, found), order=tuple(order))


def _headed(plan: ActionPlan, amendment: Amendment) -> Taking:
    """A theme with another heading; its number, and what stands under it, stay."""
    themes = tuple(
        replace(one, title=amendment.now) if one.ref == amendment.ref else one for one in plan.themes
    )
    return replace(_taking(plan, ()), themes=None if themes == plan.themes else themes)


_DECIDED: dict[AmendmentKind, Callable[[ActionPlan, Amendment], Taking]] = {
    AmendmentKind.ADD: _added,
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: _merged,
    AmendmentKind.RENUMBER: _renumbered,
    AmendmentKind.LEADS: _led,
    AmendmentKind.WORDS: _worded,
    AmendmentKind.THEME: _moved,
    AmendmentKind.HEADING: _headed,
}


def _action(plan: ActionPlan, action_id: ActionId | None) -> Action:
    found = next((action for action in plan.actions if action.id == action_id), None)
    if found is None:
        raise NotFound("the action this is about")
    return found


def _last_of_theme(plan: ActionPlan, theme: str | None) -> ActionId | None:
    ids = [action.id for action in plan.actions if theme is not None and action.theme_ref == theme]
    return ids[-1] if ids else None


def _taking(
    plan: ActionPlan,
    revisions: Sequence[Revision],
    added: tuple[DraftAction, ...] = (),
    behind: ActionId | None = None,
) -> Taking:
    """The new ones stand behind this action, else at the end."""
    order: list[ActionId | DraftAction] = [action.id for action in plan.actions]
    place = order.index(behind) + 1 if behind is not None else len(order)
    return Taking(tuple(revisions), added, (*order[:place], *added, *order[place:]), None)


def reversal(plan: ActionPlan, amendment: Amendment, revisions: Sequence[Revision]) -> Taking:
    """What undoes an amendment that made these revisions. Raises `ActionChanged` when something it wrote was
    written again."""
    if amendment.kind is AmendmentKind.HEADING:
        if not still_holds(replace(amendment, was=amendment.now), plan):
            raise ActionChanged(f"Theme {amendment.ref}")
        return _headed(plan, replace(amendment, now=amendment.was))
    found: list[Revision] = []
    for one in reversed(revisions):
        action = _action(plan, one.action_id)
        if one.kind is ChangeKind.ADDED:
            found += _taken_back(plan, action)
        elif _stands(action, one.field) != one.now:
            raise ActionChanged(action.ref)
        else:
            found.append(Revision(action.id, one.field, ChangeKind.REVISED, one.now, one.was))
    return _taking(plan, found)


def _taken_back(plan: ActionPlan, action: Action) -> list[Revision]:
    """Nothing is deleted: what was added by mistake is withdrawn and gives its number up."""
    if action.reported_at is not None or not action.status.is_open:
        raise ActionChanged(action.ref)
    ref, count = f"{action.ref} ({ADDED_BY_MISTAKE})", 1
    while plan.action(ref) is not None:
        count += 1
        ref = f"{action.ref} ({ADDED_BY_MISTAKE} {count})"
    changes = changes_between(action, withdrawn(action, ADDED_BY_MISTAKE))
    return [
        Revision(action.id, "ref", ChangeKind.REVISED, action.ref, ref),
        *(Revision(action.id, one.field, ChangeKind.WITHDRAWN, one.was, one.now) for one in changes),
    ]


def _stands(action: Action, field: str) -> Stored:
    if field == "leads":
        return [*lead_words(action.leads)]
    return stored_field(action, field) if field in FIELDS else getattr(action, field)
