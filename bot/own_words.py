"""Which of the bot's own words still are commands while it waits for an answer in free words.

The rule: a word that only names a paper or a meeting of the board's is the answer, since that is what an
update is based on ("minutes"). Every other still does what it always does: those that lead out of the
question ("cancel", "help", "status"), and those that say what they are about or what is to be done.
"""

from __future__ import annotations

from bot.commands import Name, command_in
from bot.orders import OrderKind, order_in

_BOARD_COMMANDS = frozenset({Name.MEETINGS, Name.FORWARD})
_BOARD_ORDERS = frozenset({OrderKind.MINUTES, OrderKind.OUTCOMES, OrderKind.LEAD_LIST})


def names_what_a_board_has(text: str) -> bool:
    """Whether a message is one of the bot's own words, and no more than a paper's or a meeting's name."""
    command = command_in(text)
    if command is not None:
        return command.name in _BOARD_COMMANDS
    order = order_in(text)
    return order is not None and order.kind in _BOARD_ORDERS
