"""How many statements a message costs, from its arrival to its answer: bounds, so that it cannot creep up."""

from __future__ import annotations

from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account
from tests.storage.statements import statements_sent

TO_KEEP = 1
TO_WORK_ON_AND_ANSWER = 44
"""Two looks into the inbox and two at what is owed, of which one finds nothing; one unit of work that only
reads and one that writes for the message, and as many for its answer; one look for the views that members
are asked for."""


def test_a_message_costs_no_more_statements_than_it_did(chat: Dialogue) -> None:
    for words in ("2.7a on track, the letter is out", "2.7a on track, the answer is in"):
        said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), words)
        with statements_sent() as kept:
            assert chat.send(said).status == 200
        with statements_sent() as sent:
            chat.settle()
    assert len(kept) <= TO_KEEP, kept
    assert len(sent) <= TO_WORK_ON_AND_ANSWER, "\n".join(sent)
