"""The Larkmere people, one for each part somebody can have in an action, and who else there may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.partnership import Person, PersonId
from bot.permissions.asking import PersonOf
from bot.plan import Action, ActionStatus, Deputy
from tests.bot.larkmere import PARTNERSHIP, action

LEAD, DEPUTY, CHAIR, OFFICER, MEMBER, SECOND_CHAIR = (
    Person(PersonId(number), name)
    for number, name in (
        (1, "S Okoro"),
        (3, "J Tranter"),
        (8, "A Merrin"),
        (9, "P Lowell"),
        (5, "Q Walker"),
        (7, "B Hale"),
    )
)
PEOPLE = {person.id: person for person in (LEAD, DEPUTY, CHAIR, OFFICER, MEMBER, SECOND_CHAIR)}
PERSON_OF: PersonOf = PEOPLE.__getitem__

BOARD = replace(PARTNERSHIP, chairs=(CHAIR.id, SECOND_CHAIR.id))
ACTION: Action = action(
    status=ActionStatus.CLAIMED_DONE,
    deputies=(Deputy(DEPUTY.id, DEPUTY.name, LEAD.id, date(2026, 11, 6)),),
)
