"""Taps about a whole plan: resumed, closed, kept open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services.asks import pause_plan
from bot.services.context.targets import Target
from bot.services.plans import close_plan, closing_replies, end_plan

USES: dict[Act, Callable[[UnitOfWork, Person, Target], Answer | Form]] = {
    Act.RESUME_PLAN: pause_plan.on_resume_tap,
    Act.GIVE_ENDS: close_plan.on_give_ends,
    Act.SEE_ENDS: close_plan.on_see_ends,
    Act.ASK_CHAIRS: close_plan.on_ask_chairs,
    Act.CONFIRM_CLOSE: end_plan.on_confirm,
    Act.REFUSE_CLOSE: end_plan.on_refuse,
    Act.KEEP_OPEN: close_plan.on_keep_open,
    Act.FINAL_REPORT: closing_replies.on_final_report,
}
"""What each tap does. Every right is asked when it is pressed."""

SAVES: dict[Act, Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]] = {
    Act.GIVE_ENDS: close_plan.save_ends,
}
"""What sending each form does."""
