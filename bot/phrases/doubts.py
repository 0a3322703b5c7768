"""What is said of each thing the reader of a document was unsure of."""

from __future__ import annotations

from bot.draft import Proposal
from bot.phrases import dates
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import ActionStatus
from bot.recurring import months_between

_WIDTH = 60


def _said(words: str) -> str:
    return quoted(shortened(words, _WIDTH))


def no_lead(ref: str) -> str:
    """An action that nobody leads."""
    return f"{ref} has no lead."


def no_lead_column() -> str:
    """The whole document names no leads."""
    return "The table has no column for leads, so no action has one yet."


def no_leads_recommended(count: int) -> str:
    """A paper's recommendations, which name nobody."""
    return f"The {count} recommendations name no leads, so none of them has one yet."


def no_dates_recommended(refs: tuple[str, ...]) -> str:
    """Recommendations without a time."""
    return f"No date is given for {listed(refs)}."


def date_in_text(ref: str, words: str) -> str:
    """A date that stands in an action's own text."""
    return f"{ref}: I read {words} in its text as its date."


def said_in_remarks(ref: str, words: str, proposed: Proposal) -> str:
    """A date or a state that stands only among the remarks."""
    if proposed.forecast is not None:
        becomes = f"its forecast becomes {dates.timescale(proposed.forecast)}"
    elif proposed.status is ActionStatus.ON_HOLD:
        becomes = "it is on hold"
    else:
        becomes = "it is reported done"
    return f"{ref}: its comments say {_said(words)}. If you take that as read, {becomes}."


def waits_for(ref: str, refs: tuple[str, ...]) -> str:
    """An action that is subject to a decision."""
    return f"{ref} waits for {listed(refs)}: its text says that it is subject to that."


def no_date(ref: str, words: str = "") -> str:
    """An action without a time, or with words that are none."""
    return f"{ref}. Timescale says {_said(words)}. I read no date in it." if words else f"{ref} has no date."


def no_date_column() -> str:
    """The whole document gives no dates."""
    return "The table has no column for dates, so no action has one yet."


def no_action_text(words: str = "") -> str:
    """A row that does not say what is to be done."""
    if words:
        return f"The action only repeats pieces of the cell beside it: {_said(words)}. What is to be done?"
    return "The row does not say what is to be done."


def two_actions(dates: tuple[str, ...], refs: tuple[str, ...]) -> str:
    """Several dates in one cell, read as several actions."""
    return f"The row gives {len(dates)} dates ({listed(dates)}). I read {len(refs)} actions: {listed(refs)}."


def several_dates(ref: str, dates: tuple[str, ...]) -> str:
    """Several dates in one cell whose text could not be divided."""
    return (
        f"{ref}: the row gives {len(dates)} dates ({listed(dates)}). I took the whole time as one action's."
    )


def shifted_cells() -> str:
    """Cells that stand under the wrong headings."""
    return "The cells of this row stand out of line with the headings. I read them by what they hold."


def lost_zero(printed: str, ref: str) -> str:
    """A number that a spreadsheet shortened."""
    return f"The number is printed {printed}, but it follows the line before as {ref}. I read {ref}."


def numbers_again(printed: str, ref: str) -> str:
    """Numbers that begin again under another heading."""
    return f"The number {printed} is printed under more than one heading. I call this one {ref}."


def status_in_date(ref: str, words: str, reading: str) -> str:
    """A status word in the date's cell."""
    return f"{ref}. Timescale says {_said(words)}. I read: {reading}."


def post_as_lead(name: str, refs: tuple[str, ...]) -> str:
    """A lead who is a post, a team or a body."""
    return f"{quoted(name)} leads {listed(refs)} and reads as a post, a team or a body. Who is asked?"


def unknown_status(ref: str, words: str) -> str:
    """A status in words that are not known."""
    return f"{ref}: the status says {_said(words)}. I kept the words as a comment; what is the status?"


def unknown_colour(ref: str, words: str) -> str:
    """A colour that is none."""
    return f"{ref}: the colour says {_said(words)}. I kept the words as a comment; what is the colour?"


def colour_read(colour: str) -> str:
    """A colour that is given by the cell's shading and no word."""
    return f"The colour's cell has no word in it but is shaded {colour.casefold()}. I read {colour}."


def colour_contradicts(words: str, colour: str) -> str:
    """A colour's cell that is shaded in another colour than it says."""
    return f"The colour's cell says {_said(words)} but is shaded {colour.casefold()}. I read its word."


def repeats(ref: str, words: str) -> str:
    """A timescale that comes round again."""
    if months_between(words) is None:
        return f"{ref} comes round again: {_said(words)}. I kept the words; it has no one date."
    return (
        f"{ref} comes round again: {_said(words)}. I count it from the month it is brought in; "
        f"to change that, write “{ref} recurs {words.casefold()} from” and the first day."
    )


def own_numbers(count: int) -> str:
    """A plan that prints no numbers."""
    return f"The plan has no numbers of its own. I numbered its actions from 1 to {count}."


def periods_in_columns(first: str, last: str) -> str:
    """A chart whose columns are months or weeks."""
    return (
        f"The columns {quoted(first)} to {quoted(last)} are a chart. I kept its marks as remarks and read no "
        "dates from them."
    )


def cut_text(ref: str, words: str) -> str:
    """A text that begins or ends in the middle of a sentence."""
    return f"{ref}: the text looks cut: {_said(words)}."


def carried_on(words: str) -> str:
    """A row read as the rest of the one above."""
    return f"I read {_said(words)} as the rest of the action above it."


def stray_number(words: str) -> str:
    """A number that is not a reference."""
    return f"The number {_said(words)} does not follow the others. I kept it as a remark."


def not_in_lead_list(name: str, refs: tuple[str, ...]) -> str:
    """A lead whom the document's own list leaves out."""
    return f"{name} leads {listed(refs)} but is not in the list of leads."


def unknown_initials(initials: str, refs: tuple[str, ...]) -> str:
    """Initials that the document does not explain."""
    return f"{listed(refs)}: I do not know whose initials {quoted(initials)} are."


def past_its_date(ref: str, words: str) -> str:
    """An open action whose time is over already."""
    return f"{ref} was due {words}, which is past already."


def wholly_past() -> str:
    """A plan without a date to come."""
    return "Every date in this plan is past. Is it an archive?"


def row_not_read(words: str) -> str:
    """A row that fits nowhere."""
    return f"I did not read this row into the plan: {_said(words)}."


def table_not_read(words: str) -> str:
    """A table of a document without the headings of a plan."""
    return f"I did not read the table that begins {_said(words)}: it has none of the headings of a plan."


def meeting_row_not_read(words: str) -> str:
    """Words of a table of meetings that are no meeting's."""
    return f"I did not read all of this row of the timetable: {quoted(shortened(words, 400))}."


def sheet_not_read(name: str) -> str:
    """A sheet without the headings of a plan."""
    return f"The sheet {quoted(name)} has none of the headings of a plan. I did not read it."


def on_sheet(name: str, message: str) -> str:
    """Where a doubt stands, when a workbook holds several tables."""
    return f"Sheet {quoted(name)}: {message}"


def hidden_sheet(name: str) -> str:
    """A sheet that the workbook hides."""
    return f"The sheet {quoted(name)} is hidden. I did not read it."


def hidden_rows(rows: tuple[int, ...]) -> str:
    """Rows that the file hides, as a filter does."""
    if len(rows) == 1:
        return "This row is hidden in the file. I read it all the same."
    return f"{len(rows)} rows from here on are hidden in the file. I read them all the same."


def patient_data() -> str:
    """A cell, a sheet's name or the file's, in which an NHS number stands."""
    return "A text here holds what looks like an NHS number, so I have left that text out. Please delete it."


def uncomputed(cell: str, formula: str) -> str:
    """A formula whose result is not in the file."""
    holds = f"the formula {_said(formula)}" if formula else "a formula"
    return f"{cell} holds {holds}, whose result is not in the file. I left it empty."


def more_uncomputed(cell: str, count: int) -> str:
    """Many such cells."""
    cells = counted(count, "more cell")
    return f"{cells}, from {cell} on, without the results of their formulas. I left them empty."


def meetings_left_out(series: str, count: int) -> str:
    """Meetings of a series that lie too far back or ahead."""
    more = counted(count, "more time")
    return f"{quoted(series)} comes round {more} outside the next 18 months. I left those out."
