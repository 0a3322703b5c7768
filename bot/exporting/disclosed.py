"""Everything held on an action as a table, ready for a file."""

from __future__ import annotations

from bot.disclosure import Disclosure, Entry
from bot.exporting.table import PlanTable, TableColumn, TableRow
from bot.phrases import disclosures as say

COLUMNS = (
    TableColumn("When", 14, is_short=True),
    TableColumn("Action", 8, is_short=True),
    TableColumn("What", 14, is_short=True),
    TableColumn("Who", 16),
    TableColumn("How", 18),
    TableColumn("In their own words", 48),
    TableColumn("As understood", 32),
    TableColumn("What became of it", 44),
)


def disclosed(found: Disclosure) -> PlanTable:
    """The answer as one table: a row an entry, oldest first; what is not held and who is named above it."""
    return PlanTable(
        title=f"The record of {found.asked}, {found.plan_title}",
        notes=(
            f"As at {say.instant(found.made_at)}. {say.summary(found)}",
            say.names(found.people),
            say.NOT_HELD,
        ),
        columns=COLUMNS,
        rows=tuple(TableRow(_cells(entry)) for entry in found.entries),
        footer=f"Request {found.request.id} · Leadline record {found.chain_head[:16]}",
    )


def disclosed_name(found: Disclosure, ending: str) -> str:
    """A name every system takes: "record-2-7-request-3.docx"."""
    plain = "".join(mark if mark.isalnum() else "-" for mark in found.asked.casefold())
    return f"record-{plain.strip('-')}-request-{found.request.id}.{ending}"


def _cells(entry: Entry) -> tuple[str, ...]:
    return (
        say.instant(entry.at),
        entry.ref,
        say.KINDS[entry.kind],
        entry.who,
        entry.how,
        entry.words,
        entry.understood,
        entry.became,
    )


def as_plain(found: Disclosure) -> dict[str, object]:
    """The same as plain values, for JSON: nothing shortened, instants in ISO form."""
    return {
        "request": int(found.request.id),
        "asked": found.asked,
        "actions": list(found.refs),
        "plan": found.plan_title,
        "made_at": found.made_at.isoformat(),
        "chain_head": found.chain_head,
        "people_named": list(found.people),
        "not_held": say.NOT_HELD,
        "entries": [
            {
                "at": entry.at.isoformat(),
                "action": entry.ref,
                "kind": entry.kind.value,
                "who": entry.who,
                "how": entry.how,
                "words": entry.words,
                "understood": entry.understood,
                "became": entry.became,
            }
            for entry in found.entries
        ],
    }
