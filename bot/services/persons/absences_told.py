"""A message that tells of an absence: what of it is kept, and what is done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation import Said
from bot.kept_words import is_of_another, is_undated_absence, without_reason
from bot.language.reading import Kind, Reading
from bot.orders import Order, OrderKind, order_in
from bot.partnership import Person
from bot.phrases import absences as say
from bot.ports import UnitOfWork
from bot.reasons_away import without_why
from bot.services.context.standings import today_of
from bot.services.persons import absences
from bot.services.persons.absences import days_in
from bot.services.persons.people import partnerships_of


def kept_of(said: Said, reading: Reading, read: str) -> tuple[Said, Reading]:
    """What is kept of a message, and of its part that was `read`: no reason for an absence ever is."""
    order = order_in(said.text)
    if order is not None:
        words = _of_order(order, said.at.date())
        return (replace(said, text=words), reading) if words else (said, reading)
    if reading.absence is not None:
        days = say.kept(reading.absence.start, reading.absence.end)
        text, reading = without_reason(read, reading, days)
        text, reading = without_why(text, reading, say.kept_undated())
        return replace(said, text=said.text.replace(read, text)), reading
    if _tells_of_no_action(reading) and is_undated_absence(said.text):
        return replace(said, text=said.text.replace(read, say.kept_undated())), reading
    text, reading = without_why(read, reading, say.kept_undated())
    return (said, reading) if text == read else (replace(said, text=said.text.replace(read, text)), reading)


def _of_order(order: Order, today: date) -> str:
    """What is kept of an order about an absence; of any other the whole, which is said by ""."""
    if order.kind is OrderKind.BACK:
        return f"{order.other} {say.kept_back()}".strip()
    if order.kind is not OrderKind.AWAY:
        return ""
    days = days_in(order.when, today)
    return f"{order.other} {say.kept(days.start, days.end) if days else say.kept_undated()}"


def take_absence(
    work: UnitOfWork, actor: Person, reading: Reading, said: Said, of: Person | None = None
) -> dict[str, object] | None:
    """Note what a message tells of an absence, `of` somebody else when it is relayed; the subject of the
    reply, None where it tells of none."""
    person = of or actor
    if is_of_another(said.text) and (reading.absence is not None or reading.kind is Kind.ABSENCE):
        return {"say": "absence_of_whom"}
    if reading.absence is None:
        is_one = _tells_of_no_action(reading) and is_undated_absence(said.text)
        return {"say": "absence_undated"} if is_one else None
    today = max((today_of(work, one) for one in partnerships_of(work, person.id)), default=said.at.date())
    if reading.absence.end < today:
        return {"say": "absence_over"}
    away = absences.note(work, actor, person, reading.absence.start, reading.absence.end)
    return {"say": "absence", "away": away.id, "person": actor.id}


def _tells_of_no_action(reading: Reading) -> bool:
    return reading.kind is not Kind.QUESTION and all(one.action is None for one in reading.updates)
