"""Orders in words: which use case each is, and which action it is about."""

from __future__ import annotations

from collections.abc import Callable

from bot.card import Card
from bot.conversation import MessageId
from bot.orders import OrderKind, order_in
from bot.partnership import Person
from bot.ports import UnitOfWork
from bot.services import ordering_time
from bot.services.ordered import Ordered
from bot.services.view import view_of

Use = Callable[[Ordered], Card]

USES: dict[OrderKind, Use] = {
    OrderKind.MORE_TIME: ordering_time.on_more_time,
    OrderKind.TAKE_BACK_TIME: ordering_time.on_take_back,
    OrderKind.GRANT_TIME: ordering_time.on_grant,
    OrderKind.REFUSE_TIME: ordering_time.on_refuse,
    OrderKind.PUT_TO_BOARD: ordering_time.on_put_to_board,
    OrderKind.DECIDE: ordering_time.on_decide,
}
"""What each order does. Every right is checked there, when it happens."""


def carry_out(
    work: UnitOfWork, person: Person, text: str, *, channel: str | None, message_id: MessageId | None
) -> Card | None:
    """Do what an order says and answer it; None when the text is none. Raises what explains itself."""
    order = order_in(text)
    if order is None:
        return None
    return USES[order.kind](Ordered(work, person, order, view_of(work, person, channel), message_id))
