"""Taps and forms of the board's business, each with its use case."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services.context.targets import Target
from bot.services.governance import (
    ask_now,
    capture,
    forward,
    holding,
    press_time,
    press_views,
    recording_outcomes,
    standing_orders,
    talk,
    unblocking,
    when_done,
)
from bot.services.reports import errata
from bot.services.updates import say_why, waits

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]

USES: dict[Act, Use] = {
    Act.SHOW_DECISIONS: press_time.on_show_decisions,
    Act.ASK_UPDATE: ask_now.on_ask_update,
    Act.CANNOT_NOW: ask_now.on_cannot_now,
    Act.TAKE_BLOCKER: unblocking.on_take_blocker,
    Act.BLOCKER_CLEARED: unblocking.on_blocker_cleared,
    Act.ANSWER_HELP: unblocking.on_answer_help,
    Act.SAVE_HELP_ANSWER: unblocking.on_answer_help,
    Act.CHECK_LATER: standing_orders.on_check_later,
    Act.IT_HELD: holding.on_it_held,
    Act.IT_DID_NOT_HOLD: holding.on_it_did_not_hold,
    Act.TALK_TO_OFFICER: talk.on_talk,
    Act.TELL_WHEN_DONE: when_done.on_tell_when_done,
    Act.WAIT_IS_OVER: waits.on_wait_is_over,
    Act.SAVE_DECISION: capture.on_save_decision,
    Act.DROP_DECISION: capture.on_drop_decision,
    Act.CAPTURE: capture.on_capture,
    Act.RECORD_OUTCOME: recording_outcomes.on_record_outcome,
    Act.DEALT_WITH: forward.on_dealt_with,
    **press_views.USES,
    Act.SAY_WHY: say_why.on_say_why,
    Act.MORE_TIME: press_time.on_more_time,
    Act.SAVE_MORE_TIME: press_time.on_more_time,
    Act.GRANT_TIME: press_time.on_grant_time,
    Act.BOARD_TIME: press_time.on_board_time,
    Act.DECIDE_TIME: press_time.on_decide_time,
    Act.SAVE_TIME_DECISION: press_time.on_decide_time,
    Act.WITHDRAW_TIME: press_time.on_withdraw_time,
    Act.COPY_ERRATUM: errata.on_copy,
    Act.ISSUE_ERRATUM: errata.on_issue,
    Act.RAISE_ERRATUM: errata.on_raise,
}
"""What each tap does. Every right is checked there, when it happens."""

SAVES: dict[Act, Save] = {
    **press_views.SAVES,
    Act.SAVE_HELP_ANSWER: unblocking.save_help_answer,
    Act.CAPTURE: capture.save_capture,
    Act.RECORD_OUTCOME: recording_outcomes.save_outcome,
    Act.SAY_WHY: say_why.save_why,
    Act.SAVE_MORE_TIME: press_time.save_more_time,
    Act.SAVE_TIME_DECISION: press_time.save_time_decision,
}
"""What sending each form does."""
