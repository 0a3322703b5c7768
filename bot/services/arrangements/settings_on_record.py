"""What is set for a plan, and every change of it on record: was and now."""

from __future__ import annotations

from typing import Any

from bot.changes import AuditEvent, Verb
from bot.partnership import PersonId
from bot.past import OF_PARTNERSHIP
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.settings import SETTINGS, Facts


def facts_of(work: UnitOfWork, plan: ActionPlan) -> Facts:
    """Everything that is set, for one plan and its partnership."""
    partnership = work.partnerships.get(plan.partnership_id)
    return Facts(partnership, plan, work.retention.years(partnership.id))


def note_settings(work: UnitOfWork, actor: PersonId | None, before: Facts, after: Facts) -> None:
    """Put every setting that differs on record, was and now; of words only that they changed."""
    for one in SETTINGS:
        was, now = one.value(before), one.value(after)
        if was == now:
            continue
        is_words = one.field in ("partnership.name", "conventions.status_words")
        values: dict[str, object] = {"setting": one.field}
        values |= {} if is_words else {"was": _bare(was), "now": _bare(now)}
        for plan in work.plans.all() if one.field in OF_PARTNERSHIP else ():
            if plan.partnership_id == before.partnership.id:
                work.plans.note_setting(plan.id, one.field, _bare(was), _bare(now))
        subject = f"partnership:{before.partnership.id}"
        event = AuditEvent(before.partnership.id, Verb.SETTING_CHANGED, actor, subject, values)
        work.audit.append(event, work.now)


def _bare(value: Any) -> object:
    if isinstance(value, tuple | frozenset):
        return sorted(value)
    return value if value is None or isinstance(value, bool | int) else str(value)
