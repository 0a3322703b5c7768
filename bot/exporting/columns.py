"""Which columns an export has: the plan's own in their printed order, then what its document had none for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.exporting.cells import (
    FILLS,
    Exported,
    Fill,
    our_status,
    own_status,
    reporting_leads,
    supporting_leads,
    update,
)
from bot.exporting.table import TableColumn
from bot.importing.columns import Column
from bot.layout import DocumentColumn, remark_names

DEFAULT = (
    DocumentColumn("Ref", Column.REF),
    DocumentColumn("Recommendation", Column.RECOMMENDATION),
    DocumentColumn("Action", Column.ACTION),
    DocumentColumn("Lead", Column.LEAD),
    DocumentColumn("Outcome", Column.OUTCOME),
)
"""The order of a plan whose document is not remembered."""

_WIDTHS = {
    Column.ACTION: 36,
    Column.RECOMMENDATION: 30,
    Column.OUTCOME: 34,
    Column.COMMENTS: 34,
    Column.COMMENTARY: 40,
    Column.STATUS_COMMENT: 34,
    Column.LEAD: 26,
    Column.ORGANISATION: 20,
    Column.THEME: 22,
    Column.WORKSTREAM: 18,
    Column.OTHER: 20,
    Column.STATUS: 16,
    Column.RAG: 16,
    Column.REF: 7,
}
_DATE_WIDTH = 14
_UPDATE_WIDTH = 40
_WIDE = 20
"""From so many letters on a column holds sentences."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column of the export: its heading, what it holds and how it is filled."""

    words: str
    holds: Column
    fill: Fill
    width: int = 0

    @property
    def shown(self) -> TableColumn:
        """The column as a table has it."""
        width = self.width or _WIDTHS.get(self.holds, _DATE_WIDTH)
        return TableColumn(self.words, width, width < _WIDE)


def columns_for(own: Sequence[DocumentColumn], actions: Sequence[Exported]) -> tuple[ExportColumn, ...]:
    """The columns of an export of these actions."""
    printed = tuple(_own_columns(own or DEFAULT))
    has = {column.holds for column in printed}
    first = () if Column.REF in has else (_added("Ref", Column.REF),)
    added = _after(has)
    if not any(column.words.casefold().startswith("risk") for column in printed):
        added.append(ExportColumn("Risk", Column.OTHER, lambda one: one.action.risk_ref or ""))
    return (*first, *printed, *(column for column in added if _is_wanted(column, actions)))


def _own_columns(own: Sequence[DocumentColumn]) -> list[ExportColumn]:
    """The document's columns, each filled once: the second column of leads has those who support."""
    seen: set[Column] = set()
    several_leads = sum(column.holds is Column.LEAD for column in own) > 1
    columns = []
    names = remark_names([(column.words, column.holds) for column in own])
    for column, name in zip(own, names, strict=True):
        fill = FILLS[column.holds]
        if column.holds is Column.LEAD and several_leads:
            fill = supporting_leads if column.holds in seen else reporting_leads
        elif column.holds is Column.OTHER:
            fill = _remark(name)
        elif column.holds is Column.OURS:
            fill = _OURS.get(column.words.casefold(), fill)
        elif column.holds in seen or (column.holds is Column.COMMENTARY and _has_comments(own)):
            fill = FILLS[Column.POST]
        seen.add(column.holds)
        columns.append(ExportColumn(column.words or _UNNAMED.get(column.holds, ""), column.holds, fill))
    return columns


_OURS: dict[str, Fill] = {"leadline status": our_status, "leadline update": update}
_UNNAMED = {Column.REF: "Ref"}


def _has_comments(own: Sequence[DocumentColumn]) -> bool:
    return any(column.holds is Column.COMMENTS for column in own)


def _remark(words: str) -> Fill:
    heading = words.casefold()
    return lambda one: one.remarks.get(heading, "")


def _after(has: set[Column]) -> list[ExportColumn]:
    """What the record holds and the document had no column for."""
    kept = {Column.COMMENTS, Column.COMMENTARY, Column.STATUS_COMMENT}
    added = [
        _added("Recommendation", Column.RECOMMENDATION),
        _added("Lead", Column.LEAD),
        _added("Outcome", Column.OUTCOME),
        _added("Sub-group", Column.WORKSTREAM),
        _added("Original date", Column.ORIGINAL),
        _added("Agreed date", Column.AGREED),
        _added("Forecast date", Column.FORECAST),
        _added("Date completed", Column.COMPLETED),
        _added("RAG", Column.RAG),
    ]
    added = [column for column in added if column.holds not in has]
    if Column.STATUS in has:
        added.append(ExportColumn("Leadline status", Column.OURS, our_status))
    elif Column.STATUS_COMMENT not in has:
        added.append(ExportColumn("Status", Column.STATUS, lambda one: own_status(one) or our_status(one)))
    if not has & kept:
        added.append(_added("Comments", Column.COMMENTS))
    if Column.OURS not in has:
        added.append(ExportColumn("Leadline update", Column.OURS, update, _UPDATE_WIDTH))
    return [column for column in added if column.holds is not Column.OURS or Column.OURS not in has]


def _added(words: str, holds: Column) -> ExportColumn:
    return ExportColumn(words, holds, FILLS[holds])


_ALWAYS = frozenset({Column.ORIGINAL, Column.AGREED, Column.FORECAST, Column.RAG, Column.STATUS})


def _is_wanted(column: ExportColumn, actions: Sequence[Exported]) -> bool:
    """Whether an added column says anything; the dates and how the action stands are always there."""
    return column.holds in _ALWAYS or any(column.fill(one) for one in actions)
