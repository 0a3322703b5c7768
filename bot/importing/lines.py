"""The lines of a plan as they grow while its rows are read: a row may begin a line or carry one on."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.draft import Doubt, DoubtKind
from bot.importing.columns import Column
from bot.importing.fields import Fields
from bot.importing.flow import (
    echoes,
    ends_midway,
    first_imperative,
    is_unfinished,
    joined,
    starts_midway,
)
from bot.importing.line import Line, Recommendation
from bot.importing.names import read_leads
from bot.importing.numbering import is_stray_number, major
from bot.importing.standings import colour_state, rag_of
from bot.importing.times import DateCell, ReadTime, read_date_cell
from bot.phrases import doubts as phrases

_KEPT_WITH_A_NAME = (
    (Column.FORECAST, "New date"),
    (Column.COMPLETED, "Completed"),
    (Column.ORIGINAL, "Original date"),
    (Column.AGREED, "Agreed date"),
)
_LETTER = re.compile(r"\(?([a-zA-Z])[).]?")


class LineReader:
    """Reads the rows of one table in order into `lines`; every row it is given ends in `rows`."""

    def __init__(self, read: ReadTime) -> None:
        self.lines: list[Line] = []
        self.doubts: list[Doubt] = []
        self.rows: set[int] = set()
        self.theme: int | None = None
        self._read = read
        self._recommendation = Recommendation("")
        self._is_new = True

    def begin_theme(self, theme: int) -> None:
        """What follows stands under this heading."""
        self.theme = theme
        self._recommendation, self._is_new = Recommendation(""), True

    def add(self, fields: Fields, *, after_page: bool) -> None:
        """One more row. `after_page`: a blank row stands above it, where a page may have ended."""
        self.rows.add(fields.row)
        fields = self._echo_removed(self._strays_noted(fields))
        fields = self._titled(self._lettered(fields))
        due = read_date_cell(fields.cell(Column.TIMESCALE), self._read)
        if self._carries_on(fields, due, after_page=after_page):
            self._continue(fields, due)
        elif self._fills(fields):
            self._fill(self.lines[-1], fields, due)
        else:
            self._begin(fields, due)
        self._is_new = False

    def _strays_noted(self, fields: Fields) -> Fields:
        """A bracketed or lone number is said and left aside; a fragment of a word is text."""
        if is_stray_number(fields.stray):
            self._doubt(fields.row, DoubtKind.STRAY_NUMBER, phrases.stray_number(fields.stray))
        if fields.stray and not any(mark.isalpha() for mark in fields.stray):
            fields = replace(fields, extra=(*fields.extra, ("Number as printed", fields.stray)))
        elif fields.stray:
            title = " ".join(filter(None, (fields.stray, fields.text(Column.RECOMMENDATION))))
            return fields.with_text(Column.RECOMMENDATION, title)
        if fields.shade:
            self._shade_noted(fields)
        if fields.is_realigned:
            self._doubt(fields.row, DoubtKind.TWO_READINGS, phrases.shifted_cells())
        return fields

    def _shade_noted(self, fields: Fields) -> None:
        """A colour that only shading gives is to be checked; one that contradicts the words is asked."""
        words = fields.text(Column.RAG)
        if fields.is_shade_alone:
            self._doubt(fields.row, DoubtKind.COLOUR_READ, phrases.colour_read(fields.shade))
        elif (rag_of(words) or colour_state(words)) and (rag_of(words), colour_state(words)) != (
            rag_of(fields.shade),
            colour_state(fields.shade),
        ):
            message = phrases.colour_contradicts(words, fields.shade)
            self._doubt(fields.row, DoubtKind.TWO_READINGS, message)

    def _echo_removed(self, fields: Fields) -> Fields:
        """An action cell that only repeats pieces of the commentary beside it is no action."""
        text = fields.text(Column.ACTION)
        if not (starts_midway(text) and echoes(text, fields.text(Column.COMMENTARY))):
            return fields
        return replace(fields.with_text(Column.ACTION, ""), echo=text)

    def _lettered(self, fields: Fields) -> Fields:
        """A letter alone numbers a line of the recommendation above it: "a" below "R1" is R1a, "B" below "A"
        a number of its own."""
        match = _LETTER.fullmatch(fields.number or fields.text(Column.RECOMMENDATION))
        above = self._recommendation.number
        if match is None or not above:
            return fields
        if _LETTER.fullmatch(above) and above.isupper() == match[1].isupper():
            return fields
        fields = fields if fields.number else fields.with_text(Column.RECOMMENDATION, "")
        return replace(fields, number="", letter=match[1].lower())

    def _titled(self, fields: Fields) -> Fields:
        """The row's recommendation: a new one, the same again, or a piece of one that a page break cut."""
        title = fields.text(Column.RECOMMENDATION)
        current = self._recommendation
        if fields.number:
            same = fields.number == current.number and title in ("", current.title)
            if not title and current.title and major(fields.number) == major(current.number):
                title = current.title if fields.has(Column.ACTION) else ""
            if not same:
                self._recommendation, self._is_new = Recommendation(fields.number, title), True
        elif title and title != current.title:
            if self._is_piece(title):
                return self._piece_joined(fields, title)
            self._recommendation, self._is_new = Recommendation("", title), True
        return fields

    def _is_piece(self, title: str) -> bool:
        """Whether a title without a number only carries on what stands above it."""
        return starts_midway(title) or (bool(self.lines) and ends_midway(self._recommendation.title))

    def _piece_joined(self, fields: Fields, title: str) -> Fields:
        """A piece goes to the commentary where that runs beside it, else to the recommendation's title."""
        if fields.has(Column.COMMENTARY):
            return fields.with_text(Column.COMMENTARY, f"{title} {fields.text(Column.COMMENTARY)}")
        if self.lines and self.lines[-1].commentary:
            return fields.with_text(Column.COMMENTARY, title)
        self._recommendation.title = joined(self._recommendation.title, title)
        return fields

    def _carries_on(self, fields: Fields, due: DateCell, *, after_page: bool) -> bool:
        """Whether the row belongs to the line above it rather than being one of its own."""
        if self._is_new or not self.lines or fields.letter:
            return False
        text, above = fields.text(Column.ACTION), self.lines[-1]
        standing = bool(due.times or due.status_words) or fields.has(
            Column.STATUS, Column.RAG, Column.STATUS_COMMENT
        )
        if text and text == above.text and not standing:
            return True
        if text:
            return (
                not standing
                and not above.is_bare
                and self._text_carries_on(fields, above, after_page=after_page)
            )
        if standing:
            return False
        if not fields.has(Column.LEAD):
            return True
        return not fields.has(Column.OUTCOME, Column.COMMENTARY) or not above.leads

    def _text_carries_on(self, fields: Fields, above: Line, *, after_page: bool) -> bool:
        """Whether action text without a date or a status carries on the action above."""
        text = fields.text(Column.ACTION)
        if starts_midway(text) or ends_midway(above.text):
            return True
        if after_page and not fields.has(Column.LEAD) and not fields.has(Column.COMMENTS):
            self._doubt(fields.row, DoubtKind.CUT_TEXT, phrases.carried_on(text))
            return True
        return after_page and not fields.has(Column.LEAD) and starts_midway(fields.text(Column.COMMENTS))

    def _fills(self, fields: Fields) -> bool:
        """Whether the row gives its action to a recommendation that has none yet."""
        return not self._is_new and bool(self.lines) and self.lines[-1].is_bare and fields.has(Column.ACTION)

    def _begin(self, fields: Fields, due: DateCell) -> None:
        number = (fields.number or self._recommendation.number) + fields.letter
        self.lines.append(Line(fields.row, number, self._recommendation, self.theme))
        self._fill(self.lines[-1], fields, due)

    def _fill(self, line: Line, fields: Fields, due: DateCell) -> None:
        if fields.letter and not line.number.endswith(fields.letter):
            line.number += fields.letter
        line.extra += tuple(
            ("Recommendation", words)
            for words, own in ((line.rag, Column.RAG), (line.status, Column.STATUS))
            if words and fields.has(own)
        )
        line.due = due
        line.text = self._own_text(fields, line)
        line.lead_words = fields.raw(Column.LEAD)
        line.leads = read_leads(line.lead_words)
        line.outcome = joined(line.outcome, fields.text(Column.OUTCOME))
        line.organisations = fields.raw(Column.ORGANISATION) or line.organisations
        line.workstream = fields.text(Column.WORKSTREAM) or line.workstream
        line.forecast = self._time(fields, Column.FORECAST) or line.forecast
        line.completed = self._time(fields, Column.COMPLETED) or line.completed
        line.original = self._time(fields, Column.ORIGINAL) or line.original
        line.agreed = self._time(fields, Column.AGREED) or line.agreed
        line.status = fields.text(Column.STATUS) or line.status
        line.rag = fields.text(Column.RAG) or line.rag
        line.columns = fields.columns
        line.echo = fields.echo
        line.remark = fields.text(Column.STATUS_COMMENT) or line.remark
        self._say_more(fields)

    def _time(self, fields: Fields, column: Column) -> DateCell | None:
        """What a date's cell says, or None when it is empty."""
        return read_date_cell(fields.cell(column), self._read) if fields.has(column) else None

    def _own_text(self, fields: Fields, line: Line) -> str:
        """The row's action, without the words at its front that end the action above."""
        text = fields.text(Column.ACTION)
        above = self.lines[-2] if len(self.lines) > 1 and self.lines[-1] is line else None
        if above is None or above.recommendation is not line.recommendation or not starts_midway(text):
            return text
        cut = first_imperative(text)
        if cut is None or not is_unfinished(above.text):
            return text
        above.text = joined(above.text, text[:cut].strip())
        return text[cut:]

    def _continue(self, fields: Fields, due: DateCell) -> None:
        """Join the row to the line above it, cell by cell."""
        line = self.lines[-1]
        text = fields.text(Column.ACTION)
        if text != line.text:
            line.text = joined(line.text, text)
        if fields.has(Column.LEAD):
            line.lead_words = f"{line.lead_words}\n{fields.raw(Column.LEAD)}".strip()
            line.leads = read_leads(line.lead_words)
        line.outcome = joined(line.outcome, fields.text(Column.OUTCOME))
        line.organisations = f"{line.organisations}\n{fields.raw(Column.ORGANISATION)}".strip()
        line.status = line.status or fields.text(Column.STATUS)
        if due.left:
            self._overflow(line, due.left)
        line.extra += tuple(
            (name, fields.text(column)) for column, name in _KEPT_WITH_A_NAME if fields.has(column)
        )
        self._say_more(fields)

    def _overflow(self, line: Line, words: str) -> None:
        """Words that slid into the date's column end the line's last unfinished text."""
        if line.outcome and (is_unfinished(line.outcome) or not is_unfinished(line.text)):
            line.outcome = joined(line.outcome, words)
        elif line.text:
            line.text = joined(line.text, words)
        else:
            line.comments = joined(line.comments, words)

    def _say_more(self, fields: Fields) -> None:
        """Commentary and remarks go to this line, or end those of the line where they were cut."""
        line = self.lines[-1]
        commentary, comments = fields.text(Column.COMMENTARY), fields.text(Column.COMMENTS)
        if commentary:
            holder = self._holder("commentary", commentary, line)
            holder.commentary = joined(holder.commentary, commentary)
        if comments:
            holder = self._holder("comments", comments, line)
            holder.comments = joined(holder.comments, comments)
        start = fields.text(Column.START)
        line.extra += fields.extra + ((("Start", start),) if start else ())

    def _holder(self, name: str, text: str, line: Line) -> Line:
        """The line of this recommendation whose text this one carries on; else the line itself."""
        for above in reversed(self.lines):
            if above.recommendation is not line.recommendation:
                break
            words = getattr(above, name)
            if words and above is not line:
                runs_on = is_unfinished(words) and (starts_midway(text) or ends_midway(words))
                return above if runs_on else line
        return line

    def _doubt(self, row: int, kind: DoubtKind, message: str) -> None:
        self.doubts.append(Doubt(row, kind, message))
