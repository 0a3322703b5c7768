"""A document's raw tables read as a draft plan, with every doubt about it. Nothing in them is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bot.draft import Doubt, DoubtKind, DraftAction, DraftPlan
from bot.errors import PlanUnreadable
from bot.importing.actions import draft_action, leads_of
from bot.importing.bands import Band
from bot.importing.cards import with_cards_turned
from bot.importing.columns import Column
from bot.importing.division import divided
from bot.importing.headings import is_period
from bot.importing.layout import columns_of, marking_in
from bot.importing.lead_list import initials_in
from bot.importing.line import Line
from bot.importing.listed_meetings import meetings_of
from bot.importing.local_words import learnt_words
from bot.importing.patients import without_patient_data
from bot.importing.people import Spellings, everybody
from bot.importing.recommendations import recommendations_in
from bot.importing.references import references, theme_ref, themes_of
from bot.importing.remarks import said_in_remarks
from bot.importing.rows import RawDocument, RawTable
from bot.importing.tables import TableRead, read_table
from bot.importing.times import ReadTime
from bot.importing.unseen import unseen
from bot.importing.waiting import waits_for
from bot.importing.whole import doubts_of_the_whole
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.phrases import doubts as phrases
from bot.phrases import importing as sentences

_PLAN = re.compile(
    r"\b(?:plan|tracker|action log|register|summary of actions|recommendations)\b", re.IGNORECASE
)
_LISTED = re.compile(r"[•·*–-]\s|\(?[a-z0-9]{1,2}[).]\s", re.IGNORECASE)
_SUBJECT = re.compile(r"\A(?:subject|title|report title|name of (?:plan|report))\s*:\s*", re.IGNORECASE)
_LONGEST_TITLE = 160
_LINES_OF_A_PAPER = 12


def read_document(document: RawDocument, today: date, conventions: Conventions) -> DraftPlan:
    """The draft plan. Raises `PlanUnreadable` for a document with neither actions nor meetings."""
    document, of_patients = without_patient_data(document)
    read = _reader(today, conventions)
    found = [(table, read_table(table, read)) for table in document.tables]
    plans = _plans(found)
    if not plans:
        document = with_cards_turned(document)
        found = [(table, read_table(table, read)) for table in document.tables]
        plans = _plans(found)
    if plans:
        draft = _from_tables(document, plans, found, today, conventions)
    else:
        draft = _from_text(document, found, read)
    meetings, of_meetings = meetings_of(document, [one for _, one in found], read, today)
    if not draft.actions and not meetings:
        raise PlanUnreadable(*sentences.no_plan_in(document.name))
    doubts = _in_order([*draft.doubts, *of_meetings, *unseen(document), *of_patients])
    places = {row.number: row.place for table in document.tables for row in table.rows if row.place}
    placed = tuple(replace(doubt, place=places.get(doubt.row, "")) for doubt in doubts)
    return replace(draft, meetings=meetings, doubts=placed)


def _plans(found: Sequence[tuple[RawTable, TableRead]]) -> list[tuple[RawTable, TableRead]]:
    """The tables that hold actions."""
    return [(table, one) for table, one in found if one.heading is not None and one.lines]


def _from_text(
    document: RawDocument, found: Sequence[tuple[RawTable, TableRead]], read: ReadTime
) -> DraftPlan:
    """A document without a plan's table: its recommendations, if it makes any."""
    actions, doubts = recommendations_in(document, read)
    kept = [doubt for _, one in found for doubt in one.doubts]
    return DraftPlan(_title(document, found), (), actions, (), (), (*doubts, *kept))


def _from_tables(
    document: RawDocument,
    plans: Sequence[tuple[RawTable, TableRead]],
    found: Sequence[tuple[RawTable, TableRead]],
    today: date,
    conventions: Conventions,
) -> DraftPlan:
    """The plan that the tables hold together."""
    bands, lines = _together(plans)
    themes = themes_of(bands, lines)
    refs, numbering = references(lines, themes)
    spellings = _spellings([one for _, one in found], lines)
    drafted = [
        draft_action(line, ref, theme_ref(line, ref, bands, themes), spellings)
        for line, ref in zip(lines, refs, strict=True)
    ]
    written: dict[str, str] = {}
    actions = tuple(
        replace(
            action,
            waits_for=waits_for(action.text, action.ref, refs),
            workstream=written.setdefault(action.workstream.casefold(), action.workstream),
        )
        for action, _ in drafted
    )
    listed = [person for _, one in found for person in one.people]
    doubts = [
        *_doubts_of_tables(plans, found),
        *_several_dates([part for _, one in plans for part in one.lines], lines, refs),
        *numbering,
        *(doubt for _, some in drafted for doubt in some),
        *_missing_columns(plans),
        *doubts_of_the_whole(lines, actions, listed, _list_row(found), spellings, today),
        *_waiting(actions),
        *_own_numbers(plans, lines),
        *said_in_remarks(lines, actions, today, conventions),
    ]
    return DraftPlan(
        title=_title(document, plans),
        themes=themes,
        actions=actions,
        people=everybody((lead for line in lines for lead in leads_of(line)), listed, spellings),
        meetings=(),
        doubts=tuple(doubts),
        status_words=learnt_words(lines, actions, today),
        columns=columns_of([one for _, one in plans]),
        marking=marking_in(title for _, one in found for title in one.titles),
    )


def _own_numbers(plans: Sequence[tuple[RawTable, TableRead]], lines: Sequence[Line]) -> list[Doubt]:
    """A plan that prints no numbers goes by ours, which is said once."""
    if len(lines) < 2 or any(line.number for line in lines):
        return []
    return [Doubt(plans[0][1].heading_row, DoubtKind.OWN_NUMBERS, phrases.own_numbers(len(lines)))]


def _waiting(actions: Sequence[DraftAction]) -> list[Doubt]:
    """Each action whose text says that it is subject to another of the plan."""
    return [
        Doubt(action.row, DoubtKind.WAITS_FOR, phrases.waits_for(action.ref, action.waits_for))
        for action in actions
        if action.waits_for
    ]


def _reader(today: date, conventions: Conventions) -> ReadTime:
    """One text is read once: a plan says "June 2007" fifty times."""
    return cache(lambda words: read_timescale(words, today, conventions))


def _together(plans: Sequence[tuple[RawTable, TableRead]]) -> tuple[list[Band], list[Line]]:
    """The themes and lines of all tables; rows that hold several actions divided."""
    bands: list[Band] = []
    lines: list[Line] = []
    for table, one in plans:
        places = []
        for band in one.bands:
            if band not in bands:
                bands.append(band)
            places.append(bands.index(band))
        if len(plans) > 1 and not one.bands:
            bands.append(Band("", table.name))
        for line in one.lines:
            line.theme = places[line.theme] if line.theme is not None else _of_sheet(bands, table.name)
            line.sheet = table.name if len(plans) > 1 else ""
            lines += divided(line)
    return bands, lines


def _of_sheet(bands: Sequence[Band], name: str) -> int | None:
    """The theme that a sheet of several is by itself."""
    band = Band("", name)
    return bands.index(band) if band in bands else None


def _spellings(found: Sequence[TableRead], lines: Sequence[Line]) -> Spellings:
    initials = initials_in(text for one in found for text in (*one.loose, *one.titles))
    for one in found:
        initials |= one.initials
    names = [lead.name for line in lines for lead in line.leads if not lead.is_post]
    return Spellings(names, [person.name for one in found for person in one.people], initials)


def _doubts_of_tables(
    plans: Sequence[tuple[RawTable, TableRead]], found: Sequence[tuple[RawTable, TableRead]]
) -> list[Doubt]:
    """What the reading of rows left in doubt, and the sheets that were not read at all."""
    doubts = []
    for table, one in plans:
        for doubt in one.doubts:
            several = len(plans) > 1
            doubts.append(
                replace(doubt, message=phrases.on_sheet(table.name, doubt.message)) if several else doubt
            )
    for table, one in found:
        if (
            not one.lines
            and not one.people
            and not one.meetings
            and not table.is_page
            and any(not row.is_blank for row in table.rows)
        ):
            doubts.append(Doubt(1, DoubtKind.ROW_NOT_READ, phrases.sheet_not_read(table.name)))
    return doubts


def _several_dates(printed: Sequence[Line], lines: Sequence[Line], refs: Sequence[str]) -> list[Doubt]:
    """One doubt for each row that gave several dates, whether it could be divided or not."""
    doubts = []
    for line in printed:
        dates = tuple(time.words for time in line.due.times)
        if len(dates) < 2:
            continue
        own = tuple(ref for part, ref in zip(lines, refs, strict=True) if part.printed_as(line))
        message = phrases.two_actions(dates, own) if len(own) > 1 else phrases.several_dates(own[0], dates)
        doubts.append(line.doubt(DoubtKind.TWO_READINGS, message, *own))
    return doubts


def _missing_columns(plans: Sequence[tuple[RawTable, TableRead]]) -> list[Doubt]:
    """A table that has no column for leads, or none for dates, is said once and not for every row."""
    doubts = []
    for _, one in plans:
        columns = frozenset(column for line in one.lines for column in line.columns)
        if not columns & {Column.LEAD, Column.ORGANISATION}:
            doubts.append(Doubt(one.heading_row, DoubtKind.NO_LEAD, phrases.no_lead_column()))
        periods = [words for words in one.heading.words if words and is_period(words)] if one.heading else []
        if len(periods) > 1:
            message = phrases.periods_in_columns(periods[0], periods[-1])
            doubts.append(Doubt(one.heading_row, DoubtKind.NO_DATE, message))
        elif not columns & {Column.TIMESCALE, Column.FORECAST}:
            doubts.append(Doubt(one.heading_row, DoubtKind.NO_DATE, phrases.no_date_column()))
    return doubts


def _list_row(found: Sequence[tuple[RawTable, TableRead]]) -> int:
    return next((one.people_row for _, one in found if one.people_row), 1)


def _title(document: RawDocument, tables: Sequence[tuple[RawTable, TableRead]]) -> str:
    """The first short line above the table that calls itself a plan, else the first, else the file's name.

    A paper without a plan's table is called what its first lines say.
    """
    lines = tables[0][1].titles if tables else []
    if tables and tables[0][1].heading is None:
        lines = lines[:_LINES_OF_A_PAPER]
    titles = [_SUBJECT.sub("", text.lstrip("# ")) for text in lines if not _LISTED.match(text)]
    subjects = [_SUBJECT.sub("", text) for text in lines if _SUBJECT.match(text)]
    short = [text for text in titles if len(text) <= _LONGEST_TITLE and not text.endswith(".")]
    called = [*subjects, *(text for text in short if _PLAN.search(text)), *short, document.name]
    return called[0]


def _in_order(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """By row, each said once, and one doubt of a kind a row where the subject is the row itself."""
    return tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.row))
