"""What is said of each thing the reader of a document was unsure of."""

from __future__ import annotations

from bot.phrases.words import listed, quoted, shortened

_WIDTH = 60


def _said(words: str) -> str:
    return quoted(shortened(words, _WIDTH))


def no_lead(ref: str) -> str:
    """An action that nobody leads."""
    return f"{ref} has no lead."


def no_lead_column() -> str:
    """The whole document names no leads."""
    return "The table has no column for leads, so no action has one yet."


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


def sheet_not_read(name: str) -> str:
    """A sheet without the headings of a plan."""
    return f"The sheet {quoted(name)} has none of the headings of a plan. I did not read it."


def on_sheet(name: str, message: str) -> str:
    """Where a doubt stands, when a workbook holds several tables."""
    return f"Sheet {quoted(name)}: {message}"
