"""Taps and forms of the board's business, each with its use case."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Act, Answer, Form, FormErrors
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services import errata, press_time
from bot.services.targets import Target

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]

USES: dict[Act, Use] = {
    Act.SHOW_DECISIONS: press_time.on_show_decisions,
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
    Act.SAVE_MORE_TIME: press_time.save_more_time,
    Act.SAVE_TIME_DECISION: press_time.save_time_decision,
}
"""What sending each form does."""
