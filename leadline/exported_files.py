"""The files that come with messages: a plan as somebody asked for it, made when it is sent."""

from __future__ import annotations

from collections.abc import Callable

from bot.card import CardFile
from bot.delivery import Delivery
from bot.exporting.table import Format
from bot.partnership import PersonId
from bot.plan import PlanId
from bot.ports import OpenWork
from bot.services.export import export


def file_maker(open_work: OpenWork) -> Callable[[Delivery, CardFile], tuple[str, bytes]]:
    """Makes the files that come with messages. What writes documents is loaded when the first one is due."""

    def make(delivery: Delivery, file: CardFile) -> tuple[str, bytes]:
        from documents.written import written

        kind = Format(file.kind)
        with open_work(delivery.workspace_id) as work:
            person = work.people.get(PersonId(file.person_id))
            made = export(work, work.plans.get(PlanId(file.plan_id)), person, kind)
            return f"{made.name}.{kind.value}", written(made.table, kind, work.now)

    return make
